/**
 * How often two briefs of one group give other figures: a brief and its rewrite hardly ever, two newsrooms' briefs often.
 *
 *   node packages/similarity/scripts/measure-briefs.mjs ../shared/data/group [set…]
 *
 * Prints a row a set: its pairs within groups (each document with the next five), those of which one is a brief, those of them that
 * `areOwnBriefs` by their figures, and how many are called derived. In-sample: the limits were chosen looking at these rows.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  areOwnBriefs,
  compareDocuments,
  featuresOf,
  isShort,
  MEASURE_COUNT,
  measurePair,
  prepareDocument,
} from "@wirefold/similarity";

const [folder = "../shared/data/group", ...named] = process.argv.slice(2);
const sets = named.length > 0 ? named : ["raidar_news", "l2r_newsish", "syn_syndication", "ecbplus"];
const DOCUMENTS_MAX = 2500;
const NEXT = 5;

for (const set of sets) {
  const lines = readFileSync(join(folder, `${set}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .slice(0, DOCUMENTS_MAX);
  /** @type {Map<string, ReturnType<typeof prepareDocument>[]>} */
  const groups = new Map();
  for (const line of lines) {
    const { title = "", outlet = null, group, ...document } = JSON.parse(line);
    const prepared = prepareDocument(featuresOf({ ...document, title, outlet, language: document.language ?? "en" }));
    groups.set(group, [...(groups.get(group) ?? []), prepared]);
  }
  const row = { set, pairs: 0, briefs: 0, own: 0, derived: 0 };
  const measures = new Float64Array(MEASURE_COUNT);
  for (const group of groups.values())
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1, i + 1 + NEXT)) {
        row.pairs++;
        measurePair(a, b, measures);
        if (!isShort(measures)) continue;
        row.briefs++;
        if (areOwnBriefs(a, b, measures)) row.own++;
        const edge = compareDocuments(a, b);
        if (edge !== null && edge.kind !== "same-event") row.derived++;
      }
  console.log(JSON.stringify(row));
}
