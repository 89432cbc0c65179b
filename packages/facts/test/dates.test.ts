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
      datesOf("Last weekend, last week, the beginning of January, four to five days ago, yesterday and last month."),
    ).toEqual([
      ["Last weekend", "2024-03-02/2024-03-03"],
      ["last week", "2024-02-26/2024-03-03"],
      ["the beginning of January", "2024-01-01"],
      ["four to five days ago", "2024-03-01/2024-03-02"],
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

  it("take a year from the article's date across the turn of the year", () => {
    expect(datesOf("It fell on Dec. 30.", "2024-01-02")).toEqual([["Dec. 30", "2023-12-30"]]);
  });

  it("read the time stamp of a text that carries one", () => {
    const facts = extractFacts({
      id: "t",
      text: "A headline of six words here\n\nStatus: 03/06/2024 2:29 p.m\n\nOn Tuesday it rained.",
      language: "en",
    });
    expect(facts.publication_date).toBe("2024-03-06T14:29");
    expect(facts.event_date).toBe("2024-03-06");
    expect(facts.dates.at(-1)).toMatchObject({ iso: "2024-03-05", resolved_against: "2024-03-06" });
  });
});
