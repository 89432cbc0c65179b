/** Longest pause between two checks whether a server that could not be reached is back. */
const pauseMsMax = 30_000;

/** A worker's pause while something that every document needs cannot be reached: from a second up to half a minute, until work goes well. */
export class Hold {
  #times = 0;
  #until = 0;
  #reason: string | null = null;

  /** Begins a pause, or a longer one. Faults of jobs that were in hand already do not lengthen it. */
  begin(reason: string, now: number): void {
    if (now < this.#until) return;
    this.#until = now + Math.min(pauseMsMax, 1000 * 2 ** this.#times);
    this.#times += 1;
    this.#reason = reason;
  }

  /** Why the worker holds; null when it may look again. */
  reason(now: number): string | null {
    return now < this.#until ? this.#reason : null;
  }

  /** A document was decided. */
  wentWell(now: number): void {
    if (now >= this.#until) this.#times = 0;
  }
}
