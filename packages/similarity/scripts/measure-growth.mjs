/**
 * How groups and cost hold as a corpus grows: development sets alone, and within invented news of real-looking dates.
 *
 *   node scripts/measure-growth.mjs <folder of sets> 2000 20000 100000 [--no-sets] [--no-proposed]
 *
 * Prints a row a size as soon as it is grouped: processor time a document, memory, the longest story in days; each set's pair F1
 * among its own documents, and the invented events' own. Then the share of each set's pairs that the index proposes at all, which
 * reads all documents once more. In-sample for the sets, and for half of the kinds of invented news.
 */
import fs from "node:fs";
import path from "node:path";
import { inventedNews } from "../dist/bench/index.js";
import {
  featuresOf,
  groupStream,
  lookupsOf,
  MemorySimilarityIndex,
  memorySpools,
  postingsOf,
  prepareDocument,
} from "../dist/index.js";

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

/** Documents of a set whose candidates are asked for; every n-th where it has more. */
const ASKED_MAX = 4000;

/**
 * Of the pairs of one event within the window, the share of which one document proposes the other: what no model can mend.
 */
function proposedShares(documents) {
  const index = new MemorySimilarityIndex();
  const every = new Map();
  for (const { set } of documents) every.set(set, (every.get(set) ?? 0) + 1);
  for (const [set, count] of every) every.set(set, Math.ceil(count / ASKED_MAX));
  const groups = new Map();
  for (const [i, document] of documents.entries()) {
    if (!groups.has(document.group)) groups.set(document.group, { first: i, members: [] });
    groups.get(document.group).members.push(i);
  }
  const isAsked = ({ first, members }) => members.length > 1 && first % (every.get(documents[first].set) ?? 1) === 0;
  const lookups = new Map();
  for (const [i, document] of documents.entries()) {
    const prepared = prepareDocument(featuresOf(document));
    index.insertOne(document.id, postingsOf(prepared));
    if (isAsked(groups.get(document.group))) lookups.set(i, lookupsOf(prepared));
  }
  const found = new Map();
  const asked = new Map();
  for (const group of groups.values()) {
    if (!isAsked(group)) continue;
    const members = group.members.map((i) => documents[i]);
    const proposals = group.members.map((i) => new Set(index.candidatesOf(documents[i].id, lookups.get(i)).map(({ id }) => id)));
    const { set } = documents[group.first];
    for (const [x, a] of members.entries())
      for (const [y, b] of members.entries()) {
        if (y <= x) continue;
        if (Math.abs(Date.parse(a.published_at) - Date.parse(b.published_at)) / 86_400_000 > WINDOW_DAYS) continue;
        asked.set(set, (asked.get(set) ?? 0) + 1);
        if (proposals[x]?.has(b.id) || proposals[y]?.has(a.id)) found.set(set, (found.get(set) ?? 0) + 1);
      }
  }
  return new Map([...asked].map(([set, pairs]) => [set, (found.get(set) ?? 0) / pairs]));
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
  // Passages are shown to readers and decide nothing.
  for await (const { id, story, lineage, edges: own } of groupStream(input(), {
    spools: memorySpools(),
    onProgress,
    passages: false,
  })) {
    edges += own.length / 2;
    labels.set(id, { story, lineage });
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
  if (rest.includes("--no-proposed")) continue;
  const shares = [...proposedShares(documents)].map(([set, share]) => `${set} ${at(share)}`);
  console.log(`  pairs proposed: ${shares.join(", ")}`);
}
