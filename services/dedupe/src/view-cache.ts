import type { DocumentView } from "@wirefold/similarity";

/** At about 20 KB a document, 2,000 are 40 MB a thread. */
const viewsMax = 2000;

/** Views of documents met lately, each good for one revision of its document. The longest unused is forgotten first. */
export class ViewCache {
  readonly #held = new Map<string, { readonly revision: number; readonly view: DocumentView }>();

  get(id: string, revision: number): DocumentView | undefined {
    const held = this.#held.get(id);
    if (held?.revision !== revision) return undefined;
    // Met again: to the young end of the map, whose old end is forgotten first.
    this.set(id, revision, held.view);
    return held.view;
  }

  set(id: string, revision: number, view: DocumentView): void {
    this.#held.delete(id);
    this.#held.set(id, { revision, view });
    if (this.#held.size > viewsMax) this.#held.delete(this.#held.keys().next().value!);
  }
}
