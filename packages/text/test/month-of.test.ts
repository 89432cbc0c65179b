import { expect, test } from "vitest";
import { monthOf } from "../src/dates/month-of.ts";
import { monthNames } from "../src/languages/cldr-words.ts";

test.each(["en", "de", "fr", "es", "pl", "ru", "fi", "el", "tr", "ar", "vi"])("the months' names in %s are known", (language) => {
  const names = [...monthNames(language)];
  expect(names.length).toBeGreaterThanOrEqual(12);
  for (const [name, month] of names) expect(monthOf(name), name).toBe(month);
});

test("a name that two languages give to different months is read as in the commoner language", () => {
  expect(monthNames("hr").get("listopada")).toBe(10);
  expect(monthOf("listopada")).toBe(11);
});

test("abbreviations in use are months, other words are not", () => {
  expect(["jänner", "fév", "aout", "studenog"].map(monthOf)).toEqual([1, 2, 8, 11]);
  expect(["marching", "marta's", "", "constructor"].map(monthOf)).toEqual([undefined, undefined, undefined, undefined]);
});
