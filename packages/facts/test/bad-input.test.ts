import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

/** Processor milliseconds, the least of two runs: a busy machine is not a slow algorithm. */
function cpuMs(text: string): number {
  const runs = [0, 1].map(() => {
    const started = process.cpuUsage();
    extractFacts({ id: "t", text, language: "en" });
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

/** Four times the text may take a little more than four times as long; were a step quadratic, it would be sixteen times. */
const growthMax = 9;

/** A piece of text, and how often it stands in the shorter of two inputs. */
const pieces: Record<string, readonly [string, number]> = {
  "no sentence ends": ["word and more text with Names ", 1500],
  "no white space": ["a", 50_000],
  "quotation marks": ['"', 40_000],
  "opening marks": ["“a ", 15_000],
  "opening marks behind a verb": ['He said "x. ', 4000],
  "attributed quotations in one sentence": ["“a b” said Carl Doe ", 2000],
  "statements nested without end": ["Ana Duarte said that ", 2000],
  "statements after participles": ["Ana Duarte left, saying that ", 1500],
  "line ends": ["\n", 50_000],
  "lead-ins": ["From Ana Duarte:\n", 2000],
  signatures: ["“Yes.”\n— Ana Duarte\n", 1500],
  "an unknown script": ["天地玄黄宇宙洪荒", 5000],
  digits: ["9", 50_000],
  numbers: ["1 ", 20_000],
  "brackets and agencies": ["(AP ", 10_000],
  capitals: ["Harbour Board ", 4000],
};

describe("bad input", () => {
  it.each(Object.entries(pieces))("the time grows with the text: %s", (_, [piece, count]) => {
    cpuMs(piece.repeat(count));
    const [small, large] = [cpuMs(piece.repeat(count)), cpuMs(piece.repeat(4 * count))];
    expect(large).toBeLessThan(growthMax * Math.max(small, 20));
  });

  it("bounds what one document gives, and tells what was left out", () => {
    const facts = extractFacts({ id: "t", text: "“We will pay for the bridge,” said Ana Duarte. ".repeat(5000), language: "en" });
    expect(facts.quotes).toHaveLength(2000);
    expect(facts.left_out?.quotes).toBe(3000);
    expect(extractFacts({ id: "t", text: "“We will pay,” said Ana Duarte.", language: "en" }).left_out).toBeUndefined();
  });

  it("bounds figures, dates and assertions as well", () => {
    const text = Array.from({ length: 5000 }, (_, n) => `The port lost ${n + 10} boats on 3 May 2031.`).join(" ");
    const facts = extractFacts({ id: "t", text, language: "en" });
    const { figures = 0, dates = 0, assertions = 0, quotes } = facts.left_out ?? {};
    expect(quotes).toBe(0);
    expect(facts.numeric_mentions.length + figures).toBe(5000);
    expect(facts.dates.length + dates).toBeGreaterThanOrEqual(5000);
    expect(facts.assertions.length + assertions).toBeGreaterThanOrEqual(5000);
    for (const kept of [facts.numeric_mentions, facts.dates, facts.assertions]) expect(kept).toHaveLength(4000);
  });

  it("a sentence without end does not repeat itself in what is read from it", () => {
    for (const piece of ["Ana Duarte said that ", "Ana Duarte left, adding that ", "“a b” said Carl Doe "]) {
      const text = piece.repeat(10_000);
      expect(JSON.stringify(extractFacts({ id: "t", text, language: "en" })).length).toBeLessThan(12 * text.length);
    }
  });

  it("gives empty results where there is nothing to read", () => {
    for (const text of ["", " ", "\n\n", "天地玄黄宇宙洪荒".repeat(50), "��".repeat(50)]) {
      const facts = extractFacts({ id: "t", text });
      expect([facts.quotes, facts.numeric_mentions, facts.dates, facts.assertions, facts.indirect_quotes]).toEqual([
        [],
        [],
        [],
        [],
        [],
      ]);
      expect([facts.title, facts.wire_credit, facts.event_date]).toEqual([null, null, null]);
    }
  });

  it("does not invent a value for an absurd number or a day that does not exist", () => {
    const facts = extractFacts({ id: "t", text: `They counted ${"9".repeat(80)} sheep on February 30, 2024.`, language: "en" });
    expect(facts.numeric_mentions).toEqual([]);
    expect(facts.dates).toEqual([]);
  });

  it("takes an unreadable publication date for none", () => {
    expect(
      extractFacts({ id: "t", text: "It began on Monday.", language: "en", published_at: "yesterday-ish" }).dates[0]?.iso,
    ).toBeNull();
  });
});
