/** Keys longer than this are not kept: few repeat, and each would hold its whole text. */
const KEY_CHARS_MAX = 1000;

/**
 * A pure function of a word or a sentence, remembering its latest answers: words recur within a text and over a corpus.
 * At most `entriesMax` are held, so hostile input cannot fill the memory: those not asked for while half as many others came are
 * forgotten. Two plain maps, as every word of every text passes here several times: a list in order of use costs half as much again.
 */
export function memoize<V extends NonNullable<unknown>>(entriesMax: number, compute: (key: string) => V): (key: string) => V {
  const half = Math.max(1, entriesMax >> 1);
  let fresh = new Map<string, V>();
  let aged = new Map<string, V>();
  return (key) => {
    const known = fresh.get(key);
    if (known !== undefined) return known;
    const answer = aged.get(key) ?? compute(key);
    if (key.length > KEY_CHARS_MAX) return answer;
    if (fresh.size >= half) {
      aged = fresh;
      fresh = new Map();
    }
    // A slice keeps the whole text it was cut from alive; a copy of its own does not.
    fresh.set(` ${key}`.slice(1), answer);
    return answer;
  };
}
