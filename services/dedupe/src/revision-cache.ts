import { LRUCache } from "lru-cache";

/** What was made of documents met lately, each good for one revision of its document. The longest unused is forgotten first. */
export class RevisionCache<T> {
  readonly #held: LRUCache<string, { readonly revision: number; readonly value: T }>;

  constructor(heldMax: number) {
    this.#held = new LRUCache({ max: heldMax });
  }

  get(id: string, revision: number): T | undefined {
    const held = this.#held.get(id);
    return held?.revision === revision ? held.value : undefined;
  }

  set(id: string, revision: number, value: T): void {
    this.#held.set(id, { revision, value });
  }
}
