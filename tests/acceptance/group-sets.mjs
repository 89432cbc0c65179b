/** Copies, rewrites and reports of one event against their gold groups. */
import { data, figure, filter, isPresent, readLines, scorer } from "./filters.mjs";

/** Set, the cluster it is about, and what is to be reached. */
/** @type {[set: string, about: string, cluster: string, goal: number | null][]} */
const SETS = [
  ["syn_syndication", "copy or lineage", "lineage", 0.999],
  ["l2r_long", "rewrites, long", "lineage", 0.99],
  ["l2r_newsish", "rewrites, short", "lineage", 0.95],
  ["raidar_news", "rewrites, news", "lineage", 0.94],
  ["clough_short", "rewrites, answers", "lineage", null],
  ["basil", "same event", "story", 0.93],
  ["ecbplus", "same event", "story", 0.93],
  ["allsides_full", "same event, dated", "story", 0.8],
];

export const name = "group";
export const needs = data("group");

export async function measure() {
  const { score } = await scorer("score-groups");
  const rows = [];
  for (const [set, about, cluster, goal] of SETS) {
    const path = data(`group/${set}.jsonl`);
    if (!isPresent(path)) continue;
    // Half of the events of allsides are told apart by their dates alone, so only its dated part can be scored.
    const documents = readLines(path).filter(({ date }) => set !== "allsides_full" || date);
    const began = performance.now();
    const grouped = await filter(
      ["group"],
      documents.map(({ group, ...document }) => document),
    );
    const seconds = (performance.now() - began) / 1000;
    if (documents.some(({ group }) => group !== undefined && group !== null)) {
      const result = score(
        new Map(documents.map(({ id, group }) => [id, group])),
        new Map(grouped.map((line) => [line.id, line[cluster]])),
      );
      rows.push(figure(set, `${about}: pair F1`, result.pairF1, goal), figure(set, "pair precision", result.pairP));
      rows.push(figure(set, "pair recall", result.pairR), figure(set, "B-cubed F1", result.b3F1));
    }
    rows.push(figure(set, "documents/s, start-up included", documents.length / seconds));
    if (isPresent(data(`group/${set}.pairs.jsonl`)))
      rows.push(...pairRows(set, grouped, readLines(data(`group/${set}.pairs.jsonl`))));
  }
  return rows;
}

/** Labelled pairs: is there an edge that says one was derived from the other? */
function pairRows(set, grouped, pairs) {
  const edges = new Set(
    grouped.flatMap(({ id, edges }) => edges.filter(({ kind }) => kind !== "same-event").map(({ to }) => `${id} ${to}`)),
  );
  const drawn = (pair) => edges.has(`${pair.a} ${pair.b}`) || edges.has(`${pair.b} ${pair.a}`);
  const positives = pairs.filter(({ label }) => label === 1);
  const negatives = pairs.filter(({ label }) => label === 0);
  return [
    figure(set, "derived pairs found", positives.filter(drawn).length / positives.length, 0.9),
    figure(set, "false derivations", negatives.filter(drawn).length / negatives.length, 0.01, "most"),
  ];
}
