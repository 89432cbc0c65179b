/** Conflicting values of many sources against the truth, all sets with one setting. */
import { join } from "node:path";
import { data, figure, filter, isPresent, readJson, readLines, scorer } from "./filters.mjs";

/** @type {Record<string, { goal?: number, authors?: boolean, hierarchy?: boolean }>} */
const SETS = {
  flights: { goal: 0.93 },
  books: { goal: 0.9, authors: true },
  heritages: { hierarchy: true },
  birthplaces: { hierarchy: true },
};

export const name = "fusion";
export const needs = data("facts/fusion-flights.jsonl");

export async function measure() {
  const { score } = await scorer("score-fusion");
  const rows = [];
  for (const [set, { goal, authors = false, hierarchy = false }] of Object.entries(SETS)) {
    const path = data(`facts/fusion-${set}.jsonl`);
    if (!isPresent(path)) continue;
    const gold = readLines(path);
    const tree = data(`facts/fusion-${set}-hierarchy.json`);
    const args = hierarchy ? ["fuse", "--hierarchy", join(tree)] : ["fuse"];
    const fused = await filter(
      args,
      gold.map(({ gold: _, goldPath: __, ...row }) => row),
    );
    const result = score(gold, fused, { authors, hierarchy: hierarchy ? readJson(tree) : null });
    rows.push(figure(set, hierarchy ? "exact" : "precision", result.precision, goal), figure(set, "recall", result.recall));
    if (hierarchy)
      rows.push(
        figure(set, "true at some level", result.trueAtSomeLevel ?? result.precision),
        figure(set, "mean distance", result.meanDistance),
      );
  }
  return rows;
}
