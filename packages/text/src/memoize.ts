import { LRUCache } from "lru-cache";

/** Keys longer than this are not kept: few repeat, and each would hold its whole text. */
const KEY_CHARS_MAX = 1000;

/**
 * A pure function of a word or a sentence, remembering its latest answers: words recur within a text and over a corpus.
 * The longest unused are forgotten beyond `entriesMax`, so hostile input cannot fill the memory.
 */
export function memoize<V extends NonNullable<unknown>>(entriesMax: number, compute: (key: string) => V): (key: string) => V {
  const held = new LRUCache<string, V>({ max: entriesMax });
  return (key) => {
    const known = held.get(key);
    if (known !== undefined) return known;
    const answer = compute(key);
    // A slice keeps the whole text it was cut from alive; a copy of its own does not.
    if (key.length <= KEY_CHARS_MAX) held.set(` ${key}`.slice(1), answer);
    return answer;
  };
}
