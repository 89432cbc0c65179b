import { describe, expect, test } from "vitest";
import {
  excerpt,
  excerptAround,
  formatDuration,
  formatMoment,
  formatNumber,
  formatQuantity,
  formatShare,
  momentOf,
  pluralUnit,
  unquoted,
} from "../../src/page/format.ts";

describe("figures", () => {
  test("numbers are grouped, whatever the machine's locale", () => {
    expect([0, 14, 1342, 98_000, 1234.5, -5000].map(formatNumber)).toEqual(["0", "14", "1,342", "98,000", "1,234.5", "−5,000"]);
    expect([2_400_000, 1_234_567, 3e9, 12_345_678_901].map(formatNumber)).toEqual([
      "2.4 million",
      "1,234,567",
      "3 billion",
      "12,345,678,901",
    ]);
    expect([0.1 + 0.2, 1e21, Number.NaN].map(formatNumber)).toEqual(["0.3", "1.00e+21", "not a number"]);
  });

  test("a quantity reads as a newspaper would put it", () => {
    expect(formatQuantity(194_000, "person", "over")).toBe("over 194,000 people");
    expect(formatQuantity(54, "year of age", null)).toBe("aged 54");
    expect(formatQuantity(2, "factor", "roughly")).toBe("roughly 2 times");
    expect(formatQuantity(1 / 3, "chance", null)).toBe("1 in 3");
    expect(formatQuantity(0.6667, "fraction", "about")).toBe("about 2 in 3");
    expect(formatQuantity(0.37, "fraction", null)).toBe("37%");
    expect(formatQuantity(1, "person", null)).toBe("1 person");
    expect(formatQuantity(10_000, "person/day", "about")).toBe("about 10,000 people per day");
    expect(formatQuantity(40, "percent", null)).toBe("40%");
    expect(formatQuantity(6, "USD", null)).toBe("USD 6");
    expect(formatQuantity([5000, 6000], "country", null)).toBe("5,000–6,000 countries");
    expect(formatQuantity(null, "person", null)).toBe("no figure");
  });

  test("a share is never rounded to nothing or to all", () => {
    expect([0, 0.001, 0.314, 0.995, 1, 7].map(formatShare)).toEqual(["0%", "under 1%", "31%", "over 99%", "100%", "100%"]);
  });

  test("units of a record's values are set in the plural", () => {
    expect(["43,000 person", "1 person", "hundreds of thousands", "2 person/day"].map(pluralUnit)).toEqual([
      "43,000 people",
      "1 person",
      "hundreds of thousands",
      "2 people per day",
    ]);
  });
});

describe("dates", () => {
  test("are as precise as they were given and in their own zone", () => {
    expect(
      ["2031", "2031-03", "2031-03-04", "2031-03-04T09:30:00+01:00", "2031-03-04T06:20Z", "2031-03-04T06:20:11.5"].map(
        formatMoment,
      ),
    ).toEqual(["2031", "Mar 2031", "4 Mar 2031", "4 Mar 2031, 09:30 +01:00", "4 Mar 2031, 06:20 UTC", "4 Mar 2031, 06:20"]);
    expect(formatMoment("2031-13-04")).toBe("2031-13-04");
    expect(formatMoment("last \u202eTuesday")).toBe("last Tuesday");
    expect(momentOf("last Tuesday")).toBeNull();
    expect(momentOf("2031-03-04T09:30:00+01:00")).toBe(Date.UTC(2031, 2, 4, 8, 30));
  });

  test("durations grow with their unit", () => {
    expect([41, 8420, 63_000, 7_380_000].map(formatDuration)).toEqual(["41 ms", "8.4 s", "1 min 3 s", "2 h 3 min"]);
  });
});

describe("words", () => {
  test("an excerpt ends at a word and a quotation loses only its outer marks", () => {
    expect(excerpt("one two three four", 10)).toBe("one two…");
    expect(excerpt("x".repeat(100), 10)).toBe(`${"x".repeat(10)}…`);
    const long = `${"far and wide ".repeat(20)}nine boats sank${" in the night".repeat(20)}`;
    const around = excerptAround(long, "nine boats", 60);
    expect(around).toBe("…far and wide far and wide nine boats sank in the night in…");
    expect(around.length).toBeLessThanOrEqual(62);
    expect(excerptAround(long, "no such words", 10)).toBe("far and…");
    expect(excerptAround("nine boats sank in the night", "nine", 20)).toBe("nine boats sank in…");
    expect(excerptAround(`${"x".repeat(100)} 12 boats`, "12", 20)).toMatch(/12 boats$/);
    expect(unquoted("“It’s the boys’ boat,” ")).toBe("It’s the boys’ boat,");
  });
});
