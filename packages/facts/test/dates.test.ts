import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const datesOf = (text: string, published_at: string | null = "2024-03-06") =>
  extractFacts({ id: "t", text, language: "en", published_at }).dates.map(({ text: words, iso }) => [words, iso]);

describe("dates", () => {
  it("are counted from the article's own date, which is recorded", () => {
    const { dates } = extractFacts({
      id: "t",
      text: "It began Monday and ended on 1 March 2024.",
      language: "en",
      published_at: "2024-03-06T10:00:00Z",
    });
    expect(dates.map(({ iso, resolved_against }) => [iso, resolved_against])).toEqual([
      ["2024-03-04", "2024-03-06"],
      ["2024-03-01", null],
    ]);
  });

  it("stay open when nothing says what they are counted from", () => {
    expect(datesOf("It began on Monday, a week ago.", null)).toEqual([
      ["Monday", null],
      ["a week ago", null],
    ]);
  });

  it("cover weekends, weeks, parts of months and ranges", () => {
    expect(
      datesOf("Last weekend, last week, the beginning of January, three to four days ago, yesterday and last month."),
    ).toEqual([
      ["Last weekend", "2024-03-02/2024-03-03"],
      ["last week", "2024-02-26/2024-03-03"],
      ["the beginning of January", "2024-01-01"],
      ["three to four days ago", "2024-03-02/2024-03-03"],
      ["yesterday", "2024-03-05"],
      ["last month", "2024-02"],
    ]);
  });

  it("narrow a week to the one day of it that the article names", () => {
    expect(datesOf("The order came last week. It took effect on Feb. 28.")[0]).toEqual(["last week", "2024-02-28"]);
  });

  it("look ahead where the sentence does", () => {
    expect(datesOf("The council will meet on Friday.")).toEqual([["Friday", "2024-03-08"]]);
  });

  it.each([
    ["A hearing on Friday is expected to last an hour.", "2024-03-08"],
    ["The march is set for Friday.", "2024-03-08"],
    ["They are to march on Friday.", "2024-03-08"],
    ["The deadline is Friday.", "2024-03-08"],
    ["The court meets on Friday to decide.", "2024-03-08"],
    ["He said on Friday that it will open.", "2024-03-01"],
    ["They were to march on Friday.", "2024-03-01"],
    ["The game this Saturday is sold out.", "2024-03-09"],
    ["On Tuesday of last week it fell.", "2024-02-27"],
    ["It will end on Sept. 30.", "2024-09-30"],
    ["It fell on May 3.", "2023-05-03"],
    ["It opens in November.", "2024-11"],
    ["It closed in November.", "2023-11"],
  ])("take their direction from the nearest verb: %s", (text, iso) => {
    expect(datesOf(text)[0]?.[1]).toBe(iso);
  });

  it("are not counted from a day to come", () => {
    expect(datesOf("The vote will be held on June 3, 2024. It rained on Monday.", null)[1]).toEqual(["Monday", null]);
    expect(datesOf("It fell on March 5, 2024. It rained on Monday.", null)[1]).toEqual(["Monday", "2024-03-04"]);
  });

  it("take a year from the article's date across the turn of the year", () => {
    expect(datesOf("It fell on Dec. 30.", "2024-01-02")).toEqual([["Dec. 30", "2023-12-30"]]);
  });

  it("read the time stamp of a text that carries one", () => {
    const facts = extractFacts({
      id: "t",
      text: "A headline of six words here\n\nStatus: 03/06/2024 4:05 p.m\n\nOn Tuesday it rained.",
      language: "en",
    });
    expect(facts.publication_date).toBe("2024-03-06T16:05");
    expect(facts.event_date).toBe("2024-03-06");
    expect(facts.dates.at(-1)).toMatchObject({ iso: "2024-03-05", resolved_against: "2024-03-06" });
  });
});
