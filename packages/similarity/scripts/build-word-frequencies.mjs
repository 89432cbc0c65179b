/**
 * Makes src/data/word-frequencies.ts, the frozen table of how common words are, from JSONL files of documents
 * ({id, title?, text, group?}). Only hashes of word stems and a rounded frequency go in: no text.
 *
 *   node scripts/build-word-frequencies.mjs [--half 0|1] <file.jsonl>…  > src/data/word-frequencies.ts
 *
 * A word is counted once per group, so a story told by twenty outlets does not make its names look common, and once per
 * 400 words of a long text, so that a word's frequency means the same for briefs and for features. `--half` counts only
 * the groups of one half (by the FNV hash of the group), for cross-validation.
 */
import fs from "node:fs";
import { featuresOf } from "../dist/features.js";

const args = process.argv.slice(2);
const half = args[0] === "--half" ? Number(args.splice(0, 2)[1]) : null;
const fnv = (text) => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};
const BLOCK = 400;
const frequency = new Map();
let blocks = 0;
for (const file of args) {
  const groups = new Map();
  for (const line of fs.readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue;
    const doc = JSON.parse(line);
    const group = doc.group ?? doc.id;
    if (half !== null && (fnv(String(group)) & 1) !== half) continue;
    const members = groups.get(group) ?? [];
    groups.set(group, members);
    if (members.length < 3) members.push(doc);
  }
  for (const members of groups.values()) {
    // Blocks are aligned over the members: block k holds the k-th 400 words of each.
    const sets = [];
    for (const doc of members) {
      const { tokens } = featuresOf(doc);
      for (let i = 0; i < tokens.length; i++) {
        const k = Math.floor(i / BLOCK);
        sets[k] ??= new Set();
        sets[k].add(tokens[i]);
      }
    }
    for (const set of sets) {
      blocks++;
      for (const token of set) frequency.set(token, (frequency.get(token) ?? 0) + 1);
    }
  }
}
const kept = [...frequency].filter(([, count]) => count >= 3).sort((a, b) => a[0] - b[0]);
const bytes = [];
let last = 0;
for (const [hash, count] of kept) {
  let delta = hash - last;
  last = hash;
  while (delta >= 0x80) {
    bytes.push((delta % 0x80) | 0x80);
    delta = Math.floor(delta / 0x80);
  }
  bytes.push(delta);
  bytes.push(Math.min(255, Math.round(Math.log(blocks / count) * 24)));
}
const packed = Buffer.from(bytes).toString("base64");
process.stderr.write(`${blocks} blocks, ${frequency.size} words, ${kept.length} kept, ${packed.length} characters\n`);
process.stdout.write(`/**
 * Made by scripts/build-word-frequencies.mjs; do not edit. Per word stem: the difference of its hash to the one before
 * (base-128 varint) and 24 ln(blocks / blocks with the word), one byte. Words in fewer than three blocks are left out.
 */
export const WORD_FREQUENCY_BLOCKS = ${blocks};
export const WORD_FREQUENCY_COUNT = ${kept.length};
export const WORD_FREQUENCIES =
  "${packed}";
`);
