/** The least that is kept in hand: what one live document in the way of it is hardly delayed by. */
export const LEAST_IN_HAND = 2;
/** So many documents must have been seen before their times are believed. */
const SEEN_MIN = 12;
/** A live document may take so many times what it takes when all is quiet: below the first more is sent, over the second less. */
const GROW_BELOW = 1.15;
const SHRINK_OVER = 1.3;
const GROWTH = 2;
/** Looks whose mean is taken for what lasts: single ones differ by chance, and the least of many would fall and fall. */
const LASTING_LOOKS = 20;
/** So many are enough where a run has just begun. */
const LASTING_LOOKS_MIN = 4;
/** What lasts while a run goes on is no quiet: it may be so much more than the documents took before, if these waited for others. */
const LASTING_SCALE = 1.2;

/**
 * How many reprocessed documents may be in hand while live documents come in, from how long those take: more by steps while they
 * take what they took when all was quiet, half as many as soon as they take notably longer. Looks at the slowest quarter, which is
 * what a 95th percentile is made of and is less a matter of chance.
 */
export class LivePace {
  readonly #most: number;
  #quiet: number | null;
  #seen: number[] = [];
  #inHand = LEAST_IN_HAND;

  /** @param quiet seconds each live document took before the run, in any order; too few tell nothing */
  constructor(quiet: readonly number[], most: number) {
    this.#most = Math.max(1, most);
    this.#quiet = slowest(quiet);
  }

  get inHand(): number {
    return Math.min(this.#inHand, this.#most);
  }

  /** @param recent seconds the live documents of the last while took, or have waited so far */
  look(recent: readonly number[]): void {
    const now = slowest(recent);
    if (now === null) return;
    this.#seen = [...this.#seen, now].slice(-LASTING_LOOKS);
    this.#quiet ??= now * LASTING_SCALE;
    if (this.#seen.length >= LASTING_LOOKS_MIN) this.#quiet = Math.min(this.#quiet, mean(this.#seen) * LASTING_SCALE);
    if (now > this.#quiet * SHRINK_OVER) this.#inHand = Math.max(LEAST_IN_HAND, Math.floor(this.#inHand / 2));
    else if (now < this.#quiet * GROW_BELOW) this.#inHand = Math.min(this.#most, this.#inHand + GROWTH);
  }
}

/** The mean of the slowest quarter; null of too few. */
function slowest(seconds: readonly number[]): number | null {
  if (seconds.length < SEEN_MIN) return null;
  const worst = seconds.toSorted((a, b) => b - a).slice(0, Math.ceil(seconds.length / 4));
  return mean(worst);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
