/** From here on a document that fails while others go well is blamed itself. */
const excusesMax = 5;
/** Documents remembered: a few hundred are in hand at a time. */
const rememberedMax = 10_000;

/**
 * Remembers which documents failed through a fault elsewhere. An outage hits all; a document that goes on failing while others go
 * well has something to do with it, and must not go round for ever.
 */
export class Excuses {
  #wentWell = 0;
  readonly #noted = new Map<string, { readonly times: number; readonly wentWell: number }>();

  /** Whether a fault elsewhere is still believed of this document. */
  excuses(subject: string): boolean {
    return (this.#noted.get(subject)?.times ?? 0) < excusesMax;
  }

  note(subject: string): void {
    const known = this.#noted.get(subject);
    const meanwhile = known !== undefined && this.#wentWell > known.wentWell;
    this.#noted.set(subject, { times: (known?.times ?? 0) + (meanwhile ? 1 : 0), wentWell: this.#wentWell });
    if (this.#noted.size > rememberedMax) {
      const [oldest] = this.#noted.keys();
      if (oldest !== undefined) this.#noted.delete(oldest);
    }
  }

  wentWell(subject: string): void {
    this.#wentWell += 1;
    this.#noted.delete(subject);
  }
}
