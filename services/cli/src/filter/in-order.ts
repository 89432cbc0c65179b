/**
 * Lets several answers be worked out at once and takes them in the order they were asked for. `admit` waits while too
 * much is under way, which is what holds the reader back when the writer or the workers are slow.
 */
export class InOrder<T> {
  readonly #take: (answer: T) => Promise<void>;
  readonly #maxCount: number;
  readonly #maxWeight: number;
  #tail: Promise<void> = Promise.resolve();
  #count = 0;
  #weight = 0;
  #wake: (() => void) | null = null;
  #failure: { readonly error: unknown } | null = null;

  constructor(take: (answer: T) => Promise<void>, limits: { readonly maxCount: number; readonly maxWeight: number }) {
    this.#take = take;
    this.#maxCount = limits.maxCount;
    this.#maxWeight = limits.maxWeight;
  }

  /** Waits for room, then starts `work`. Rejects with the first failure of any earlier work or write. */
  async admit(weight: number, work: () => Promise<T>): Promise<void> {
    // One item is always let in, or an item heavier than the limit would wait for ever.
    while (this.#count > 0 && (this.#count >= this.#maxCount || this.#weight + weight > this.#maxWeight)) {
      if (this.#failure !== null) throw this.#failure.error;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure !== null) throw this.#failure.error;
    this.#count++;
    this.#weight += weight;
    const answer = work();
    answer.catch(() => {}); // Reported through the tail, in its turn.
    this.#tail = this.#tail
      .then(async () => {
        if (this.#failure === null) await this.#take(await answer);
      })
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => {
        this.#count--;
        this.#weight -= weight;
        this.#wake?.();
        this.#wake = null;
      });
  }

  /** Resolves when everything admitted has been taken. */
  async finish(): Promise<void> {
    await this.#tail;
    if (this.#failure !== null) throw this.#failure.error;
  }
}
