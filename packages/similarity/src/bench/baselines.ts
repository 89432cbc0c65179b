import { mustAt, u32At } from "@wirefold/core";
import { createTokenBuffer, hashFolded, mix32, tokenize } from "@wirefold/text";

/**
 * The usual ways, as plainly as they are usually written, to be measured against ours in the same run: MinHash over
 * five-word shingles with banded look-up, and TF-IDF with the nearest earlier document by an inverted list.
 */
const buffer = createTokenBuffer(4096);

function wordsOf(text: string): Uint32Array {
  tokenize(text, buffer);
  const words = new Uint32Array(buffer.count);
  for (let i = 0; i < buffer.count; i++) words[i] = hashFolded(text, u32At(buffer.start, i), u32At(buffer.end, i));
  return words;
}

/** 128 permutations, 16 bands of 8 rows: pairs above a Jaccard similarity of about 0.7 meet. */
export function minHashPairs(texts: Iterable<string>): number {
  const permutations = 128;
  const rows = 8;
  const factors = Uint32Array.from({ length: permutations }, (_, i) => mix32(i * 2 + 1) | 1);
  const bands = new Map<number, number[]>();
  const signatures: Uint32Array[] = [];
  let pairs = 0;
  for (const text of texts) {
    const words = wordsOf(text);
    const signature = new Uint32Array(permutations).fill(0xffffffff);
    for (let i = 4; i < words.length; i++) {
      let shingle = 0;
      for (let k = i - 4; k <= i; k++) shingle = Math.imul(shingle ^ u32At(words, k), 0x9e3779b1);
      shingle = mix32(shingle);
      for (let p = 0; p < permutations; p++) {
        const value = Math.imul(shingle, u32At(factors, p)) >>> 0;
        if (value < u32At(signature, p)) signature[p] = value;
      }
    }
    const met = new Set<number>();
    for (let from = 0; from < permutations; from += rows) {
      let key = from;
      for (let p = from; p < from + rows; p++) key = Math.imul(key ^ u32At(signature, p), 0x85ebca6b) + p;
      const band = bands.get(key >>> 0);
      if (band === undefined) bands.set(key >>> 0, [signatures.length]);
      else {
        for (const other of band) met.add(other);
        band.push(signatures.length);
      }
    }
    for (const other of met) {
      let equal = 0;
      for (let p = 0; p < permutations; p++) if (mustAt(signatures, other)[p] === signature[p]) equal++;
      if (equal / permutations >= 0.5) pairs++;
    }
    signatures.push(signature);
  }
  return pairs;
}

/** Each document's nearest earlier one by TF-IDF cosine, with the frequencies seen so far; words in over 5 % are skipped. */
export function tfIdfPairs(texts: Iterable<string>, cosineMin = 0.3): number {
  const lists = new Map<number, { documents: number[]; weights: number[] }>();
  let documents = 0;
  let pairs = 0;
  for (const text of texts) {
    const counts = new Map<number, number>();
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const vector: [number, number][] = [];
    let norm = 0;
    for (const [word, count] of counts) {
      const weight = (1 + Math.log(count)) * Math.log((documents + 2) / ((lists.get(word)?.documents.length ?? 0) + 1));
      vector.push([word, weight]);
      norm += weight * weight;
    }
    norm = Math.sqrt(norm) || 1;
    const scores = new Map<number, number>();
    for (const [word, weight] of vector) {
      let list = lists.get(word);
      if (list === undefined) {
        list = { documents: [], weights: [] };
        lists.set(word, list);
      }
      if (list.documents.length <= 50 + documents * 0.05)
        for (let i = 0; i < list.documents.length; i++) {
          const other = mustAt(list.documents, i);
          scores.set(other, (scores.get(other) ?? 0) + (weight / norm) * mustAt(list.weights, i));
        }
      list.documents.push(documents);
      list.weights.push(weight / norm);
    }
    let best = 0;
    for (const score of scores.values()) if (score > best) best = score;
    if (best >= cosineMin) pairs++;
    documents++;
  }
  return pairs;
}
