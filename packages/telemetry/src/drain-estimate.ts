/** A reading of one stage: how much it owes, and how much it has ever ended. */
export interface DrainReading {
  /** Milliseconds; only differences count. */
  readonly atMs: number;
  readonly owed: number;
  readonly ended: number;
}

/** Long enough to even out batches of a hundred, short enough to see a new worker's effect. */
const WINDOW_MS = 60_000;

/**
 * How many seconds a stage needs for what it owes, at the rate it has ended documents over the last minute. This is the number to
 * scale workers by: unlike a queue's length it means the same for a fast stage and a slow one.
 * Infinity when something is owed and nothing moves. Arrivals are not foreseen.
 */
export class DrainEstimate {
  #readings: DrainReading[] = [];

  /** Takes a reading; readings come in the order of time. A counter that went back (results deleted) starts over. */
  add(reading: DrainReading): number {
    const last = this.#readings.at(-1);
    if (last !== undefined && (reading.ended < last.ended || reading.atMs <= last.atMs)) this.#readings = [];
    this.#readings.push(reading);
    // Keep one reading from before the window, so that it is covered whole.
    while (this.#readings.length > 2 && (this.#readings[1]?.atMs ?? 0) <= reading.atMs - WINDOW_MS) this.#readings.shift();
    return this.seconds();
  }

  seconds(): number {
    const [first, last] = [this.#readings[0], this.#readings.at(-1)];
    if (first === undefined || last === undefined || last.owed === 0) return 0;
    const perSecond = ((last.ended - first.ended) / (last.atMs - first.atMs)) * 1000;
    return perSecond > 0 ? last.owed / perSecond : Number.POSITIVE_INFINITY;
  }

  /** Documents a second over the window; 0 before the second reading. */
  perSecond(): number {
    const [first, last] = [this.#readings[0], this.#readings.at(-1)];
    if (first === undefined || last === undefined || last.atMs === first.atMs) return 0;
    return ((last.ended - first.ended) / (last.atMs - first.atMs)) * 1000;
  }
}
