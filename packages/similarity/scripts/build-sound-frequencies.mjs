/**
 * Makes src/data/sound-frequencies.ts: in how many texts of ten languages a word by sound stands. Hashes and rounded
 * frequencies only, no text.
 *
 *   node scripts/build-sound-frequencies.mjs <file.jsonl>… > src/data/sound-frequencies.ts
 */
import fs from "node:fs";
import { hashFolded, nameSkeleton } from "../../text/dist/index.js";

const frequency = new Map();
let texts = 0;
for (const file of process.argv.slice(2)) {
  for (const line of fs.readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue;
    const { title, text } = JSON.parse(line);
    const found = new Set();
    for (const [word] of `${title ?? ""} ${text}`.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
      if (word.length < 4 || word.length > 64) continue;
      const skeleton = nameSkeleton(word);
      if (skeleton.length >= 3) found.add(hashFolded(skeleton, 0, skeleton.length));
    }
    texts++;
    for (const hash of found) frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
  }
}
const kept = [...frequency].filter(([hash, count]) => count >= 3 && hash !== 0).sort((a, b) => a[0] - b[0]);
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
  bytes.push(Math.min(255, Math.round(Math.log(texts / count) * 24)));
}
process.stdout.write(`/** Made by scripts/build-sound-frequencies.mjs; do not edit. Packed as frequency-table.ts says. */
export const SOUND_FREQUENCY_TEXTS = ${texts};
export const SOUND_FREQUENCY_COUNT = ${kept.length};
export const SOUND_FREQUENCIES =
  "${Buffer.from(bytes).toString("base64")}";
`);
