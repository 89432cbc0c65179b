import { describe, expect, it } from "vitest";
import { findDates, german } from "../src/index.ts";

const dates = (text: string, words?: typeof german): string[] => findDates(text, words).map((date) => date.text);

describe("findDates", () => {
  it("reads dates in full, with weekday and time", () => {
    expect(dates("On Tuesday, March 5, 2024 and 5 March 2024 and 2024-03-05 it rained.")).toEqual([
      "Tuesday, March 5, 2024",
      "5 March 2024",
      "2024-03-05",
    ]);
    expect(findDates("Status: 03/05/2024 4:05 p.m")[0]).toMatchObject({
      meaning: { kind: "day", year: 2024, month: 3, day: 5 },
      time: "16:05",
    });
  });

  it("reads relative dates", () => {
    expect(findDates("They left six to eight days ago.")[0]?.meaning).toEqual({
      kind: "offset",
      unit: "day",
      low: -8,
      high: -6,
      isVague: false,
    });
    expect(findDates("It began Wednesday last week.")[0]?.meaning).toEqual({
      kind: "weekday",
      weekday: 3,
      which: null,
      week: -1,
    });
    expect(dates("Last weekend, yesterday and last March were wet.")).toEqual(["Last weekend", "yesterday", "last March"]);
  });

  it("takes a month or year alone only where a word makes it a date", () => {
    expect(dates("Since March, they may march in May. In 2008 there were 2008 chairs.")).toEqual(["March", "May", "2008"]);
  });

  it("leaves days that name something else", () => {
    expect(dates("Black Friday sales and Good Friday masses")).toEqual([]);
  });

  it("reads German", () => {
    expect(dates("Am Montag, 4. März 2024, vor drei Tagen, letzte Woche und am 5.3.2024", german)).toEqual([
      "Montag, 4. März 2024",
      "vor drei Tagen",
      "letzte Woche",
      "5.3.2024",
    ]);
  });

  it("knows no 31st of February and no 13th month", () => {
    expect(findDates("2024-02-31 and 2024-13-01 and February 30").filter(({ meaning }) => meaning.kind === "day")).toEqual([]);
  });
});
