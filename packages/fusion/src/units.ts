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
  person: {
    person: 1,
    people: 1,
    man: 1,
    woman: 1,
    child: 1,
    citizen: 1,
    national: 1,
    soldier: 1,
    troop: 1,
    resident: 1,
    refugee: 1,
    victim: 1,
  },
  vehicle: { vehicle: 1, car: 1, truck: 1, lorry: 1, bus: 1, automobile: 1 },
};

const MEASURES = new Map<string, Measure>();
for (const [dimension, units] of Object.entries(TABLE))
  for (const [unit, factor] of Object.entries(units)) MEASURES.set(unit, { dimension, factor, offset: 0 });
MEASURES.set("degree celsius", { dimension: "temperature", factor: 1, offset: 0 });
MEASURES.set("degree fahrenheit", { dimension: "temperature", factor: 5 / 9, offset: -160 / 9 });

/** Where a unit stands. Ages keep to themselves only through their subject: a year is a year. */
export function measureOf(unit: string | null): Measure {
  if (!unit) return { dimension: "", factor: 1, offset: 0 };
  const name = unit.toLowerCase().trim();
  const known = MEASURES.get(name) ?? MEASURES.get(name.replace(/metre/g, "meter").replace(/litre/g, "liter"));
  if (known) return known;
  const per = name.lastIndexOf("/");
  if (per > 0) {
    const top = measureOf(name.slice(0, per));
    return { dimension: `${top.dimension}/${name.slice(per + 1)}`, factor: top.factor, offset: 0 };
  }
  return { dimension: `unit:${name}`, factor: 1, offset: 0 };
}
