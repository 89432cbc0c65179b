/**
 * What it is worth that the table of word frequencies has seen the texts that are grouped: pair F1 of the sets' groups of one half, with
 * the package's table (made from all sets) and with one made from the other half alone. The models are the package's either way, so
 * only the difference says something.
 *
 *   node scripts/build-word-frequencies.mjs --half 0 <sets>/*.jsonl > /tmp/half-0.mjs
 *   node scripts/measure-word-table.mjs <folder of sets> --half 1
 *   node scripts/measure-word-table.mjs <folder of sets> --half 1 --table /tmp/half-0.mjs
 */
import fs from "node:fs";
import { register } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { scoreClusters } from "./score-clusters.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: "string", default: "1" }, table: { type: "string" } },
});
const [folder = ""] = positionals;
if (values.table !== undefined) {
  const table = JSON.stringify(pathToFileURL(path.resolve(values.table)).href);
  const hook = `export const load = (url, context, next) => next(url.endsWith("/data/word-frequencies.js") ? ${table} : url, context);`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
const { groupDocuments } = await import("../dist/index.js");

/** The halves of build-word-frequencies.mjs. */
const halfOf = (text) => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash & 1;
};

for (const [name, level] of Object.entries({
  basil: "story",
  ecbplus: "story",
  allsides_full: "story",
  l2r_newsish: "lineage",
  raidar_news: "lineage",
})) {
  const docs = fs
    .readFileSync(path.join(folder, `${name}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))
    .filter(({ group, date }) => halfOf(String(group)) === Number(values.half) && (name !== "allsides_full" || date));
  const input = docs.map(({ title, text, date }, i) => ({
    id: String(i).padStart(6, "0"),
    title,
    text,
    published_at: date ?? null,
  }));
  const { assignments } = groupDocuments(input, { passages: false });
  const { f1, precision, recall } = scoreClusters(
    docs.map(({ group }) => String(group)),
    input.map(({ id }) => Number(assignments.get(id)?.[level])),
  );
  console.log(`${name} ${docs.length} documents: F1 ${f1.toFixed(4)} P ${precision.toFixed(4)} R ${recall.toFixed(4)}`);
}
