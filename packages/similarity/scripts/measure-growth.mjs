/**
 * How groups and cost hold as a corpus grows: development sets alone, and within invented news of real-looking dates.
 *
 *   node scripts/measure-growth.mjs <folder of sets> 2000 20000 100000 [--no-sets]
 *
 * Prints a row a size: the invented events' own scores, the longest story in days, processor time a document, memory; and
 * each set's pair F1 among its own documents. In-sample but for the invented news, which no model was trained on.
 */
import fs from "node:fs";
import path from "node:path";
import { inventedNews } from "../dist/bench/index.js";
import { groupStream, memorySpools } from "../dist/index.js";

const [folder, ...rest] = process.argv.slice(2);
const sizes = rest.filter((value) => /^\d+$/.test(value)).map(Number);
const SETS = rest.includes("--no-sets") ? [] : ["basil", "ecbplus", "allsides_full"];
const WINDOW_DAYS = 3;

function readSet(name) {
  return fs
    .readFileSync(path.join(folder, `${name}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))
    .filter(({ date }) => name !== "allsides_full" || date)
    .map(({ title, text, date, source, group }, row) => ({
      id: `${name}:${row}`,
      title,
      text,
      published_at: date ?? null,
      outlet: source,
      set: name,
      // A document without a group is its own.
      group: `${name}:${group ?? `none-${row}`}`,
    }));
}

function scores(documents, labelOf) {
  const choose = (k) => (k * (k - 1)) / 2;
  const count = (keyOf) => {
    const counts = new Map();
    for (const document of documents) counts.set(keyOf(document), (counts.get(keyOf(document)) ?? 0) + 1);
    return [...counts.values()].reduce((sum, k) => sum + choose(k), 0);
  };
  const hits = count((document) => `${document.group}\n${labelOf(document)}`);
  const precision = hits / Math.max(1, count(labelOf));
  const recall =
    hits /
    Math.max(
      1,
      count((document) => document.group),
    );
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

const at = (value) => value.toFixed(3);
for (const size of sizes) {
  // Days the dated set falls into, so that the invented news lies around it.
  const documents = [];
  for (const name of SETS) documents.push(...readSet(name));
  for (const { event, lineage, ...document } of inventedNews(size, { firstDay: 17_500 }))
    documents.push({ ...document, set: "invented", group: event, lineageGold: lineage });
  const from = process.cpuUsage();
  const labels = new Map();
  let peak = 0;
  let edges = 0;
  async function* input() {
    for (const { group, set, lineageGold, ...document } of documents) yield document;
  }
  const onProgress = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  for await (const row of groupStream(input(), { spools: memorySpools(), onProgress })) {
    edges += row.edges.length / 2;
    labels.set(row.id, { ...row, edges: [] });
  }
  const { user, system } = process.cpuUsage(from);
  const spans = new Map();
  for (const { id, published_at } of documents) {
    const day = Date.parse(published_at ?? "") / 86_400_000;
    if (Number.isNaN(day)) continue;
    const { story } = labels.get(id);
    const [first, last] = spans.get(story) ?? [day, day];
    spans.set(story, [Math.min(first, day), Math.max(last, day)]);
  }
  const longest = Math.max(...[...spans.values()].map(([first, last]) => last - first));
  const ms = (user + system) / 1000 / documents.length;
  console.log(
    `${size} invented, ${documents.length} in all: ${ms.toFixed(2)} ms a document, peak ${(peak / 1e6).toFixed(0)} MB with texts, ${(edges / documents.length).toFixed(2)} edges a document, longest story ${longest.toFixed(2)} days (window ${WINDOW_DAYS})`,
  );
  for (const set of ["invented", ...SETS]) {
    const own = documents.filter((document) => document.set === set);
    const { precision, recall, f1 } = scores(own, ({ id }) => labels.get(id).story);
    console.log(`  ${set}: story F1 ${at(f1)} P ${at(precision)} R ${at(recall)}`);
  }
  const own = documents.filter(({ set }) => set === "invented").map((document) => ({ ...document, group: document.lineageGold }));
  const { precision, recall, f1 } = scores(own, ({ id }) => labels.get(id).lineage);
  console.log(`  invented: lineage F1 ${at(f1)} P ${at(precision)} R ${at(recall)}`);
}
