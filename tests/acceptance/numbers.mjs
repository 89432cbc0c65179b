/** Figures, units and dates in single sentences (Microsoft's recognizer cases). */
import { data, figure, filter, readLines, scorer } from "./filters.mjs";

export const name = "numbers";
export const needs = data("facts/numbers-recognizers-en.jsonl");

export async function measure() {
  const { score } = await scorer("score-numbers");
  const gold = readLines(needs);
  const facts = await filter(
    ["extract"],
    gold.map(({ id, text, ref }) => ({ id, text, ...(ref ? { published_at: ref } : {}) })),
  );
  const figures = score(
    gold.filter(({ model }) => model !== "datetime"),
    facts.map(figuresOf),
  );
  const dates = score(
    gold.filter(({ model }) => model === "datetime"),
    facts.map(datesOf),
  );
  const rows = [];
  for (const [model, result] of Object.entries(figures)) {
    // The gold span of a dimension holds its unit, ours is the number's own: there the overlap is compared.
    if (model === "number") rows.push(figure(model, "span F1", result.spanF1));
    rows.push(figure(model, "found (overlap recall)", result.overlapR), figure(model, "value right", result.valueAcc));
    if (result.unitAcc !== null) rows.push(figure(model, "unit right", result.unitAcc));
  }
  for (const [model, result] of Object.entries(dates))
    rows.push(figure(model, "found (overlap recall)", result.overlapR), figure(model, "span F1", result.spanF1));
  return rows;
}

function figuresOf({ id, numeric_mentions }) {
  return {
    id,
    results: numeric_mentions.map(({ number, value, range, unit }) => ({
      start: number.span[0],
      end: number.span[1],
      value: value ?? range?.join("-") ?? null,
      unit,
    })),
  };
}

function datesOf({ id, dates }) {
  return { id, results: dates.map(({ span, iso }) => ({ start: span[0], end: span[1], value: iso, unit: null })) };
}
