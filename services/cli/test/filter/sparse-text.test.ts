import { extractFacts } from "@wirefold/facts";
import { describe, expect, it } from "vitest";
import { qualifyIds } from "../../src/filter/qualify-ids.ts";
import { sparseText } from "../../src/filter/sparse-text.ts";
import { inventedText } from "../run-wirefold.ts";

describe("sparseText", () => {
  it("slices to the words of every fact, as the document would", () => {
    const text = inventedText(4);
    const facts = extractFacts({ id: "d", text, title: "Bridge 4 open again" });
    const sparse = sparseText(facts);
    expect(facts.quotes.length + facts.numeric_mentions.length + facts.dates.length).toBeGreaterThan(4);
    for (const { span, number } of facts.numeric_mentions) {
      expect(sparse.slice(...span)).toBe(text.slice(...span));
      expect(sparse.slice(...number.span)).toBe(number.text);
    }
    for (const { span } of facts.dates) expect(sparse.slice(...span)).toBe(text.slice(...span));
    for (const { span } of facts.quotes) expect(sparse.slice(...span).slice(1, -1)).toBe(text.slice(...span).slice(1, -1));
  });

  it("is not led astray by a span beyond any document", () => {
    const facts = extractFacts({ id: "d", text: "Nine boats sank." });
    const wild = { ...facts, dates: [{ id: "x", span: [0, 2 ** 40] as const, text: "?", iso: null, resolved_against: null }] };
    expect(sparseText(wild).length).toBeLessThan(100);
  });
});

describe("qualifyIds", () => {
  it("puts the document before the ids of its facts, once", () => {
    const facts = qualifyIds(extractFacts({ id: "d1", text: inventedText(2) }));
    expect(facts.numeric_mentions[0]?.id).toMatch(/^d1:/);
    expect(facts.numeric_mentions[0]?.id).not.toMatch(/^d1:d1/);
    expect(qualifyIds(facts)).toEqual(facts);
  });
});
