/** Quotations with their speakers: PolNeAR (English news) and the German Wikinews set. */
import { data, figure, filter, isPresent, readLines, scorer } from "./filters.mjs";

/** PolNeAR's texts have their headline as the first line; `source` there is a person, not an outlet. */
/** @type {[set: string, span: number | null, speaker: number | null][]} */
const SETS = [
  ["polnear-dev", 0.97, 0.88],
  ["polnear-train", 0.97, 0.88],
  ["dequote-dev", null, null],
];

export const name = "quotes";
export const needs = data("facts/polnear-dev.jsonl");

export async function measure() {
  const { score } = await scorer("score-quotes");
  const rows = [];
  for (const [set, spanGoal, speakerGoal] of SETS) {
    const path = data(`facts/${set}.jsonl`);
    if (!isPresent(path)) continue;
    const gold = readLines(path);
    const began = performance.now();
    const facts = await filter(
      ["extract"],
      gold.map(({ id, text, lang }) => ({ id, text, ...(lang ? { language: lang } : {}) })),
    );
    const seconds = (performance.now() - began) / 1000;
    const result = score(gold, facts.map(predictionOf));
    rows.push(figure(set, "direct quotes: exact span F1", result.exact.f1, spanGoal));
    rows.push(figure(set, "with the right speaker: F1", result.exact.endToEndF1, speakerGoal));
    rows.push(figure(set, "speaker accuracy", result.exact.speakerAcc));
    const mixed = score(gold, facts.map(predictionOf), new Set(["direct", "mixed"]));
    rows.push(figure(set, "direct and mixed, right speaker: F1", mixed.exact.endToEndF1, set.startsWith("polnear") ? 0.8 : null));
    rows.push(...wireRows(set, gold, facts));
    rows.push(figure(set, "articles/s, start-up included", gold.length / seconds));
  }
  return rows;
}

/** What gold calls an agency, and we. */
const AGENCIES = { ap: /associated press|^ap$/i, upi: /united press|^upi$/i, reuters: /reuters/i, afp: /agence france|^afp$/i };

function wireRows(set, gold, facts) {
  const wired = gold.filter(({ wire }) => wire);
  if (wired.length === 0) return [];
  const creditOf = new Map(facts.map(({ id, wire_credit }) => [id, wire_credit]));
  const right = wired.filter(({ id, wire }) => AGENCIES[wire.toLowerCase()].test(creditOf.get(id) ?? ""));
  const given = gold.filter(({ id }) => creditOf.get(id) != null);
  return [
    figure(set, `wire credit: recall (of ${wired.length})`, right.length / wired.length, 0.97),
    figure(set, "wire credit: precision", given.length === 0 ? 1 : right.length / given.length, 0.97),
  ];
}

/** The scorer takes the mention the words are attributed to; its span may be that of a pronoun. */
function predictionOf({ id, quotes }) {
  return {
    id,
    quotes: quotes.map(({ span, speaker, speaker_mention }) => ({
      start: span[0],
      end: span[1],
      ...(speaker_mention
        ? { speaker: { text: speaker ?? speaker_mention.text, start: speaker_mention.span[0], end: speaker_mention.span[1] } }
        : speaker
          ? { speaker: { text: speaker } }
          : {}),
    })),
  };
}
