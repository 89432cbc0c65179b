import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

/** Far above what linear work takes even on a busy machine (under two seconds for a megabyte), far below quadratic work. */
const timeLimitMs = 20_000;

const inputs: Record<string, string> = {
  "a megabyte without sentence ends": "word and more text with Names ".repeat(33_000),
  "a megabyte without white space": "a".repeat(1_000_000),
  "a million quotation marks": '"'.repeat(1_000_000),
  "a third of a million opening marks": "“a ".repeat(333_333),
  "fifty thousand attributed quotations in one sentence": "“a b” said Carl Doe ".repeat(50_000),
  "statements nested without end": "Ana Duarte said that ".repeat(45_000),
  "a million line ends": "\n".repeat(1_000_000),
  "forty thousand people": Array.from({ length: 40_000 }, (_, i) => `Ann Xa${i} said so. `).join(""),
  "an unknown script": "天地玄黄宇宙洪荒".repeat(120_000),
  "digits without end": "9".repeat(1_000_000),
  "half a million numbers": "1 ".repeat(500_000),
  "brackets and agencies": "(AP ".repeat(250_000),
};

describe("bad input", () => {
  for (const [name, text] of Object.entries(inputs)) {
    it(`${name} takes bounded time`, () => {
      const started = performance.now();
      extractFacts({ id: "t", text });
      expect(performance.now() - started).toBeLessThan(timeLimitMs);
    });
  }

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
