import type { DocumentView } from "./document-view.ts";

/** Bytes of a document's prepared features per token of its text, as measured on news; and for the object itself. */
const BYTES_PER_TOKEN = 34;
const BYTES_EACH = 6_000;

/** Prepared features lately used, by document number, up to a number of bytes. The longest unused go first. */
export class PreparedCache {
  readonly #bytesMax: number;
  readonly #held = new Map<number, DocumentView>();
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get(number: number, prepare: () => DocumentView): DocumentView {
    const held = this.#held.get(number);
    if (held !== undefined) {
      // To the young end of the map, whose old end goes first.
      this.#held.delete(number);
      this.#held.set(number, held);
      return held;
    }
    const view = prepare();
    this.#held.set(number, view);
    this.#bytes += sizeOf(view);
    for (const [oldest, old] of this.#held) {
      if (this.#bytes <= this.#bytesMax || oldest === number) break;
      this.#held.delete(oldest);
      this.#bytes -= sizeOf(old);
    }
    return view;
  }

  clear(): void {
    this.#held.clear();
    this.#bytes = 0;
  }
}

function sizeOf(view: DocumentView): number {
  return BYTES_EACH + view.features.tokens.length * BYTES_PER_TOKEN;
}
