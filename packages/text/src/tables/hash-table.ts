import { packagedBytes } from "@wirefold/core";

/**
 * The bytes of a table (scripts/build-word-tables.mjs): columns of numbers one behind the other, the wider first, the little end first
 * as on every machine that Node is built for but one.
 */
export const tableBytes = (name: string): Uint8Array<ArrayBuffer> =>
  packagedBytes(new URL(`../../data/${name}.bin`, import.meta.url));

/** The 32-bit hash of a word in lower case: FNV-1a with its bits mixed, as its upper ones alone are badly spread over short words. */
export function hashOfWord(word: string): number {
  const lower = word.toLowerCase();
  let hash = 0x811c9dc5;
  for (let i = 0; i < lower.length; i++) hash = Math.imul(hash ^ lower.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * The place of a word, whatever its case, among the hashes of a table in their order; -1 where the table lacks it. A word
 * that is in no table of 100,000 is taken for one of its words once in 40,000 times.
 */
export function placeOfWord(hashes: Uint32Array, word: string): number {
  const hash = hashOfWord(word);
  let from = 0;
  let to = hashes.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((hashes[middle] as number) < hash) from = middle + 1;
    else to = middle;
  }
  return hashes[from] === hash ? from : -1;
}

/** Most words remembered for one table. */
const rememberedMax = 50_000;

/** The function, with its answers remembered; it starts afresh after many words. */
export function remembering<T>(answer: (word: string) => T): (word: string) => T {
  const remembered = new Map<string, T>();
  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const found = answer(word);
    if (remembered.size >= rememberedMax) remembered.clear();
    remembered.set(word, found);
    return found;
  };
}

/**
 * What a table tells of words, as bits: 0 where it lacks a word. Read when first asked.
 *
 * @param name A table of hashes of four bytes in their order, then a byte for each.
 */
export function bitsOf(name: string): (word: string) => number {
  let table: { readonly hashes: Uint32Array; readonly bits: Uint8Array } | null = null;
  const read = (): { readonly hashes: Uint32Array; readonly bits: Uint8Array } => {
    const bytes = tableBytes(name);
    const count = bytes.length / 5;
    return { hashes: new Uint32Array(bytes.buffer, 0, count), bits: bytes.subarray(count * 4) };
  };
  return remembering((word) => {
    table ??= read();
    const place = placeOfWord(table.hashes, word);
    return place < 0 ? 0 : (table.bits[place] as number);
  });
}
