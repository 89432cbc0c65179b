/** Figures, units and dates in single sentences (Microsoft's recognizer cases). */
import { data, figure, filter, readLines, scorer } from "./filters.mjs";

export const name = "numbers";
export const needs = data("facts/numbers-recognizers-en.jsonl");

/** Our unit names, and what the recognizers call the same unit. */
const SAME_UNIT = {
  USD: ["Dollar", "United States dollar"],
  EUR: ["Euro"],
  GBP: ["Pound", "British pound"],
  JPY: ["Japanese yen"],
  CNY: ["Chinese yuan"],
  CHF: ["Swiss franc", "Franc"],
  CAD: ["Canadian dollar"],
  AUD: ["Australian dollar"],
  HKD: ["Hong Kong dollar"],
  TRY: ["Turkish lira"],
  penny: ["Pence"],
  ton: ["Ton", "Metric ton"],
  "degree Celsius": ["C"],
  "degree Fahrenheit": ["F"],
  celsius: ["C"],
  fahrenheit: ["F"],
  degree: ["Degree"],
  "kilometer/hour": ["Kilometer per hour"],
};

/** CLDR's names of currencies, by their codes. */
const currencyName = new Intl.DisplayNames("en", { type: "currency" });

export async function measure() {
  const { score } = await scorer("score-numbers");
  const gold = readLines(needs);
  const facts = await filter(
    ["extract"],
    // The cases are English and often two words long, too few to tell a language by.
    gold.map(({ id, text, ref }) => ({ id, text, language: "en", ...(ref ? { published_at: ref } : {}) })),
  );
  const figures = score(
    gold.filter(({ model }) => model !== "datetime"),
    facts.map(figuresOf).map((line) => inTheirUnits(line, gold)),
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

function inTheirUnits({ id, results }, gold) {
  const theirs = new Set(gold.find((line) => line.id === id)?.results.map(({ unit }) => unit));
  const names = (unit) => SAME_UNIT[unit] ?? (/^[A-Z]{3}$/.test(unit ?? "") ? [currencyName.of(unit)] : []);
  const nameOf = (unit) =>
    names(unit).find((name) => [...theirs].some((each) => each?.toLowerCase() === name.toLowerCase())) ?? unit;
  return { id, results: results.map((result) => ({ ...result, unit: nameOf(result.unit) })) };
}
