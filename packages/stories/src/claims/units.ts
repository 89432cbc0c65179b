import { ANY_COUNTED, COUNTED_THINGS, memoize, PEOPLE_KINDS } from "@wirefold/text";
/**
 * Units of measure on one scale per dimension, so "1,100 miles" meets "1,800 kilometers". A unit outside the table is
 * its own dimension with factor 1: counted things compare with counted things of the same name.
 */
export interface Measure {
  readonly dimension: string;
  readonly factor: number;
  readonly offset: number;
}

const TABLE: Record<string, Record<string, number>> = {
  length: {
    kilometer: 1000,
    meter: 1,
    metre: 1,
    centimeter: 0.01,
    millimeter: 0.001,
    mile: 1609.344,
    yard: 0.9144,
    foot: 0.3048,
    inch: 0.0254,
    "nautical mile": 1852,
  },
  duration: {
    second: 1,
    minute: 60,
    hour: 3600,
    day: 86400,
    week: 604800,
    month: 2629800,
    year: 31557600,
    decade: 315576000,
    century: 3155760000,
  },
  mass: { kilogram: 1, gram: 0.001, tonne: 1000, "metric ton": 1000, ton: 1000, pound: 0.45359237, ounce: 0.028349523 },
  area: {
    "square kilometer": 1e6,
    "square meter": 1,
    hectare: 1e4,
    acre: 4046.8564,
    "square mile": 2589988.11,
    "square foot": 0.09290304,
  },
  volume: { liter: 1, litre: 1, "cubic meter": 1000, gallon: 3.785411784, barrel: 158.987, milliliter: 0.001 },
  speed: { "kilometer/hour": 1, "mile/hour": 1.609344, "meter/second": 3.6, knot: 1.852 },
};

const MEASURES = new Map<string, Measure>();
for (const [dimension, units] of Object.entries(TABLE))
  for (const [unit, factor] of Object.entries(units)) MEASURES.set(unit, { dimension, factor, offset: 0 });
MEASURES.set("magnitude", { dimension: "magnitude", factor: 1, offset: 0 });
MEASURES.set("degree", { dimension: "temperature", factor: 1, offset: 0 });
MEASURES.set("degree celsius", { dimension: "temperature", factor: 1, offset: 0 });
MEASURES.set("degree fahrenheit", { dimension: "temperature", factor: 5 / 9, offset: -160 / 9 });

/** The unit of somebody's age, whatever the words: years lived are no stretch of time. */
export const YEAR_OF_AGE = "year of age";

/** Nouns that stand for whatever is counted. */
const ANYTHING = new Set(ANY_COUNTED);

const CURRENCIES: Record<string, string> = {
  euro: "eur",
  dollar: "usd",
  "pound sterling": "gbp",
  yen: "jpy",
  yuan: "cny",
  ruble: "rub",
  rouble: "rub",
  rupee: "inr",
};
const MONEY = /^(?:[A-Z]{3}|euros?|dollars?|pounds? sterling|crowns?|francs?|yen|yuan|rou?bles?|rupees?|pesos?|lira)$/;

/** Hundredths of a currency, with what they are for. */
const PART_OF_SUM = /^(?:penny|cent)\//;

/** Where a unit stands. Counted things share the dimension `count`; what is counted is said by `thingOf`. */
export const measureOf = (unit: string | null): Measure => (unit ? readMeasure(unit) : COUNT);

const readMeasure = memoize(1000, (unit): Measure => {
  const name = unit.toLowerCase().trim();
  const known = MEASURES.get(name) ?? MEASURES.get(name.replace(/metre/g, "meter").replace(/litre/g, "liter"));
  if (known) return known;
  // A quarter is 25 percent.
  if (name === "fraction" || name === "chance") return { dimension: "percent", factor: 100, offset: 0 };
  if (/^(?:percent|per cent|%|percentage point)$/.test(name)) return { dimension: "percent", factor: 1, offset: 0 };
  if (name === YEAR_OF_AGE) return { dimension: "age", factor: 1, offset: 0 };
  if (name === "factor") return { dimension: "factor", factor: 1, offset: 0 };
  if (MONEY.test(unit.trim()))
    return { dimension: `money:${CURRENCIES[name.replace(/s$/, "")] ?? name.replace(/s$/, "")}`, factor: 1, offset: 0 };
  const per = name.lastIndexOf("/");
  if (per > 0) {
    const top = measureOf(unit.trim().slice(0, per));
    // “$15 an hour” and an hourly wage of $15 are one sum: only half of the reports say for how long.
    if (top.dimension.startsWith("money:") || top.dimension === "duration" || PART_OF_SUM.test(name)) return top;
    return { dimension: `${top.dimension}/${name.slice(per + 1)}`, factor: top.factor, offset: 0 };
  }
  return COUNT;
});

const COUNT: Measure = { dimension: "count", factor: 1, offset: 0 };

/** The unit of a rate without what it is a rate of: "crown/day" -> "crown". */
export const baseOf = (dimension: string): string => dimension.replace(/\/.*$/, "");

/** What a count counts: "person", "vehicle", a noun; null where the unit is unknown or no count. */
export function thingOf(unit: string | null): string | null {
  if (!unit || measureOf(unit) !== COUNT) return null;
  const name = baseOf(unit.toLowerCase().trim());
  if (ANYTHING.has(name)) return null;
  return COUNTED_THINGS.get(name) ?? COUNTED_THINGS.get(name.replace(/s$/, "")) ?? name;
}

/** The kind of people the last word of a subject names: "two police officers" -> "role:officer"; null for people at large. */
export function kindOfPeople(subject: string | null): string | null {
  const last = subject === null ? "" : subject.slice(subject.lastIndexOf(" ") + 1).toLowerCase();
  return PEOPLE_KINDS.get(last) ?? null;
}

/** Women and children, officers and civilians: counts of two kinds are of two things. */
export const areOtherKinds = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a !== b && a.slice(0, a.indexOf(":")) === b.slice(0, b.indexOf(":"));
