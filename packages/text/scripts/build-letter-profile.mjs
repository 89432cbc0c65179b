/**
 * Makes data/letter-profile.bin: the smallest set of profiles of the package eld (Apache-2.0), packed as src/letter-profile.ts says.
 *
 *   node scripts/build-letter-profile.mjs
 */
import fs from "node:fs";

const source = new URL(".", import.meta.resolve("eld/extrasmall"));
const { ngramsData } = await import(new URL("../ngrams/extrasmall.js", source).href);
const { dictionary } = await import(new URL("../dictionary.js", source).href);

/** eld writes the bytes of UTF-8 as characters of its own. */
const byteOf = new Map();
for (const [byte, letter] of dictionary.entries()) {
  if (letter === " ") continue;
  if (byteOf.has(letter)) throw new Error(`${letter} stands for two bytes`);
  byteOf.set(letter, byte);
}

/** By whether a word begins with the row (2) and ends with it (1). @type {Map<number, [number, number][]>[]} */
const lists = [new Map(), new Map(), new Map(), new Map()];
for (const [ngram, scores] of Object.entries(ngramsData.ngrams)) {
  const bytes = [...ngram.trim()].map((letter) => byteOf.get(letter) ?? NaN);
  if (bytes.length === 0 || bytes.length > 4) throw new Error(`${ngram} is no row of up to four bytes`);
  const row = [0, 1, 2, 3].reduce((sum, at) => sum * 256 + (bytes[at] ?? 0), 0);
  if (Number.isNaN(row)) throw new Error(`${ngram} has a letter that stands for no byte`);
  const list = (ngram.startsWith(" ") ? 2 : 0) + (ngram.endsWith(" ") ? 1 : 0);
  lists[list].set(
    row,
    Object.entries(scores).map(([language, score]) => [Number(language), score]),
  );
}
const sorted = lists.map((list) => [...list].sort(([a], [b]) => a - b));
const all = sorted.flat();
const numbers = [...sorted.map(({ length }) => length), ...all.map(([row]) => row)];
const wide = Buffer.alloc(numbers.length * 4);
for (const [at, number] of numbers.entries()) wide.writeUInt32LE(number, at * 4);
const narrow = Buffer.from([...all.map(([, scores]) => scores.length), ...all.flatMap(([, scores]) => scores.flat())]);
fs.writeFileSync(new URL("../data/letter-profile.bin", import.meta.url), Buffer.concat([wide, narrow]));
process.stderr.write(`${all.length} rows, ${wide.length + narrow.length} bytes\n`);
