/**
 * Rewriters nobody has: texts of the derived sets with their words exchanged, sentences left out, or cut to a part, for training.
 * The sets know three rewriters, each of its own wording, and a model that saw these only learns how far they go. What all
 * rewriters have in common is left as it is: the order, the names and most of the figures.
 */
const seeded = (seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 4294967296;
};
const WORD = /\p{L}[\p{L}'’-]*/gu;
/** Shorter words, most of them grammar, stay. */
const EXCHANGED_LETTERS = 4;

/** `text` as another might put it: a share of its plain words exchanged for others of `pool`, names and sentences left out. */
function reworded(text, pool, random) {
  const exchanged = 0.08 + 0.4 * random();
  const namesLost = random() < 0.5 ? 0 : 0.15 * random();
  const left = random() < 0.5 ? 0 : 0.35 * random();
  const sentences = text.split(/(?<=[.!?]["”]?)\s+/u);
  const chosen = new Map();
  const put = (word) => {
    const lower = /^\p{Ll}/u.test(word);
    if (lower && word.length < EXCHANGED_LETTERS) return word;
    // One word is often, not always, put in one way.
    const before = chosen.get(word);
    if (before !== undefined && random() < 0.5) return before;
    if (random() >= (lower ? exchanged : namesLost)) return word;
    if (!lower) return "";
    const other = pool[Math.floor(random() * pool.length)];
    chosen.set(word, other);
    return other;
  };
  const kept = sentences.filter(() => sentences.length < 4 || random() >= left).map((sentence) => sentence.replace(WORD, put));
  return cut(kept, random).join(" ");
}

/** Now and then the first half or less, or two passages of it. */
function cut(sentences, random) {
  const kind = random();
  if (kind >= 0.2 || sentences.length < 8) return sentences;
  const part = Math.ceil(sentences.length * (0.25 + 0.25 * random()));
  if (kind < 0.1) return sentences.slice(0, part);
  const half = Math.ceil(part / 2);
  const second = half + Math.floor(random() * (sentences.length - 2 * half));
  return [...sentences.slice(0, half), ...sentences.slice(second, second + half)];
}

/**
 * @param docs documents of a derived set
 * @param pairs numbers of two that have one original
 * @returns `count` pairs of documents [one, the other reworded], with the numbers of those they were made of
 */
export function rewordedPairs(docs, pairs, count, seed = 5) {
  const random = seeded(seed);
  const pool = [];
  for (const { text } of docs.slice(0, 400)) for (const [word] of text.matchAll(/\b\p{Ll}{4,}\b/gu)) pool.push(word);
  return Array.from({ length: pairs.length === 0 ? 0 : count }, (_, k) => {
    const [i, j] = pairs[count > pairs.length ? k % pairs.length : Math.floor((k * pairs.length) / count)];
    const [one, other] = random() < 0.5 ? [i, j] : [j, i];
    return {
      made: [i, j],
      pair: [docs[one], { ...docs[other], id: `reworded:${k}`, text: reworded(docs[other].text, pool, random) }],
    };
  });
}
