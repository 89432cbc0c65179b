/** Words that CLDR knows in every language, as the runtime carries it: months, weekdays and units of measure. */

/** The months' names: next to a day ("5 stycznia"), or alone ("styczeń"). One time in each month is what a formatter is asked for. */
const monthsOf = (language: string, style: "long" | "short", alone: boolean): string[] => {
  const format = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC", ...(alone ? {} : { day: "numeric" }) });
  return Array.from({ length: 12 }, (_, month) => partOf(format, Date.UTC(2023, month, 12), "month"));
};

const partOf = (format: Intl.DateTimeFormat, time: number, type: string): string =>
  format
    .formatToParts(time)
    .find((part) => part.type === type)
    ?.value.toLowerCase()
    .replace(/\.$/, "") ?? "";

/** Months by their names and abbreviations in lower case, as dates write them and as they stand alone; January is 1. */
export function monthNames(language: string): Map<string, number> {
  const out = new Map<string, number>();
  for (const alone of [true, false])
    for (const style of ["long", "short"] as const)
      monthsOf(language, style, alone).forEach((name, index) => {
        if (/\p{L}{3}/u.test(name)) out.set(name, index + 1);
      });
  return out;
}

/** Weekdays by their names in lower case; Monday is 1. */
export function weekdayNames(language: string, style: "long" | "short"): Map<string, number> {
  const format = new Intl.DateTimeFormat(language, { weekday: style, timeZone: "UTC" });
  // January 2nd, 2023 was a Monday.
  return new Map(Array.from({ length: 7 }, (_, day) => [partOf(format, Date.UTC(2023, 0, 2 + day), "weekday"), day + 1]));
}

/** CLDR's units and the plain name figures carry. */
const units: Readonly<Record<string, string>> = {
  acre: "acre", bit: "bit", byte: "byte", centimeter: "centimeter", day: "day", degree: "degree", foot: "foot", gallon: "gallon",
  gigabit: "gigabit", gigabyte: "gigabyte", gram: "gram", hectare: "hectare", hour: "hour", inch: "inch", kilobit: "kilobit",
  kilobyte: "kilobyte", kilogram: "kilogram", kilometer: "kilometer", liter: "liter", megabit: "megabit", megabyte: "megabyte",
  meter: "meter", mile: "mile", milliliter: "milliliter", millimeter: "millimeter", millisecond: "millisecond", minute: "minute",
  month: "month", ounce: "ounce", petabyte: "petabyte", second: "second", stone: "stone", terabit: "terabit", terabyte: "terabyte",
  week: "week", yard: "yard", year: "year",
}; // biome-ignore format: one table

/** Units of measure by CLDR's long names, one and many, of a single word, in lower case. */
export function unitNames(language: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const [unit, name] of Object.entries(units)) {
    const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
    for (const count of [1, 2, 10]) {
      const word = format
        .formatToParts(count)
        .filter(({ type }) => type === "unit")
        .map(({ value }) => value)
        .join("")
        .toLowerCase();
      if (/^\p{L}+$/u.test(word)) out.set(word, name);
    }
  }
  return out;
}
