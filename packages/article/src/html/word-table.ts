/**
 * Words with a value each, looked up where they stand in a text: no string is cut out, and the hash is made while the characters are
 * read anyway. A plain map costs a new string and a second look at its characters for every word of a page.
 */

const SEED = 7;

/** A word's hash, one UTF-16 unit after another, beginning with {@link WordTable.seed}. */
export const hashStep = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

export function hashOfWord(text: string, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at++) hash = hashStep(hash, text.charCodeAt(at));
  return hash;
}

/** Whether `wanted` stands in `text` at `at`; from its end, since the beginnings mostly agree. */
export function standsAt(text: string, wanted: string, at: number): boolean {
  if (at + wanted.length > text.length) return false;
  for (let i = wanted.length - 1; i >= 0; i--) if (text.charCodeAt(at + i) !== wanted.charCodeAt(i)) return false;
  return true;
}

interface Entry<V> {
  readonly word: string;
  readonly value: V;
}

/** Open addressing, at most half full. */
export class WordTable<V> {
  static readonly seed = SEED;
  readonly #slots: (Entry<V> | undefined)[];
  readonly #mask: number;

  /** @param words each once, as they are to be found */
  constructor(words: Iterable<readonly [string, V]>) {
    const list = [...words];
    let size = 16;
    while (size < 2 * list.length) size *= 2;
    this.#slots = new Array<Entry<V> | undefined>(size).fill(undefined);
    this.#mask = size - 1;
    for (const [word, value] of list) {
      let slot = this.#slotOf(hashOfWord(word, 0, word.length));
      while (this.#slots[slot] !== undefined) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = { word, value };
    }
  }

  /** The value of `text.slice(from, to)`, whose hash is `hash`. */
  get(text: string, from: number, to: number, hash: number): V | undefined {
    for (let slot = this.#slotOf(hash); ; slot = (slot + 1) & this.#mask) {
      const entry = this.#slots[slot];
      if (entry === undefined) return undefined;
      if (entry.word.length === to - from && standsAt(text, entry.word, from)) return entry.value;
    }
  }

  #slotOf(hash: number): number {
    return (hash ^ (hash >>> 12)) & this.#mask;
  }
}
