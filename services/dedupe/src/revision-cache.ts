/** What was made of documents met lately, each good for one revision of its document. The longest unused is forgotten first. */
export class RevisionCache<T> {
  readonly #heldMax: number;
  readonly #held = new Map<string, { readonly revision: number; readonly value: T }>();

  constructor(heldMax: number) {
    this.#heldMax = heldMax;
  }

  get(id: string, revision: number): T | undefined {
    const held = this.#held.get(id);
    if (held?.revision !== revision) return undefined;
    // Met again: to the young end of the map, whose old end is forgotten first.
    this.set(id, revision, held.value);
    return held.value;
  }

  set(id: string, revision: number, value: T): void {
    this.#held.delete(id);
    this.#held.set(id, { revision, value });
    if (this.#held.size <= this.#heldMax) return;
    for (const oldest of this.#held.keys()) {
      this.#held.delete(oldest);
      break;
    }
  }
}
