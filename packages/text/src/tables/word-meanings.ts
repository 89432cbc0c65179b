import { placeOfWord, tableBytes } from "./hash-table.ts";

/** Numbers of a word's vector. */
const DIMENSIONS = 48;

interface Vectors {
  readonly hashes: Uint32Array;
  readonly parts: Int8Array;
  readonly lengths: Float32Array;
}

// Read when first asked.
let vectors: Vectors | null = null;

function readVectors(): Vectors {
  const { buffer, length } = tableBytes("word-meanings");
  const count = length / (4 + DIMENSIONS);
  const parts = new Int8Array(buffer, count * 4);
  const lengths = new Float32Array(count);
  for (let word = 0; word < count; word++) {
    let sum = 0;
    for (let d = word * DIMENSIONS; d < (word + 1) * DIMENSIONS; d++) sum += (parts[d] as number) ** 2;
    lengths[word] = Math.sqrt(sum);
  }
  return { hashes: new Uint32Array(buffer, 0, count), parts, lengths };
}

/** A word's place in the table, for {@link similarityAt}; -1 for names, rare words and those of other languages. */
export function meaningPlace(lower: string): number {
  vectors ??= readVectors();
  return placeOfWord(vectors.hashes, lower);
}

/** How near the words at two places of the table are in what they mean: the cosine of their vectors, -1 to 1. */
export function similarityAt(a: number, b: number): number {
  vectors ??= readVectors();
  const { parts, lengths } = vectors;
  let sum = 0;
  for (let d = 0, [x, y] = [a * DIMENSIONS, b * DIMENSIONS]; d < DIMENSIONS; d++, x++, y++)
    sum += (parts[x] as number) * (parts[y] as number);
  return sum / ((lengths[a] as number) * (lengths[b] as number) || 1);
}

/**
 * How near two English words are in what they mean, by the company they keep in texts: "jet" and "plane" about .7, words that
 * have nothing in common about .1; null where one of them is unknown.
 *
 * @param a In lower case, as texts have it: "jets" and "jet" are two words; so `b`.
 * @returns A cosine, -1 to 1.
 */
export function meaningSimilarity(a: string, b: string): number | null {
  const [left, right] = [meaningPlace(a), meaningPlace(b)];
  return left < 0 || right < 0 ? null : similarityAt(left, right);
}
