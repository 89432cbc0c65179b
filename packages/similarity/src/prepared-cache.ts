import type { PreparedDocument } from "./prepared-document.ts";

/** Bytes of a document's prepared features per token of its text, as measured on news; and for the object itself. */
const BYTES_PER_TOKEN = 34;
const BYTES_EACH = 6_000;

/** Prepared features lately used, by document number, up to a number of bytes. The longest unused go first. */
export class PreparedCache {
  readonly #bytesMax: number;
  readonly #held = new Map<number, PreparedDocument>();
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get(number: number, prepare: () => PreparedDocument): PreparedDocument {
    const held = this.#held.get(number);
    if (held !== undefined) {
      // To the young end of the map, whose old end goes first.
      this.#held.delete(number);
      this.#held.set(number, held);
      return held;
    }
    const prepared = prepare();
    this.#held.set(number, prepared);
    this.#bytes += sizeOf(prepared);
    for (const [oldest, old] of this.#held) {
      if (this.#bytes <= this.#bytesMax || oldest === number) break;
      this.#held.delete(oldest);
      this.#bytes -= sizeOf(old);
    }
    return prepared;
  }

  clear(): void {
    this.#held.clear();
    this.#bytes = 0;
  }
}

function sizeOf(prepared: PreparedDocument): number {
  return BYTES_EACH + prepared.features.tokens.length * BYTES_PER_TOKEN;
}
