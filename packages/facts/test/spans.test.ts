import type { Facts } from "@wirefold/core";
import { Facts as FactsSchema } from "@wirefold/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

/** Every spanned thing of a record, wherever it stands. */
function* spanned(value: unknown): Generator<{ text: string; span: readonly [number, number] }> {
  if (Array.isArray(value)) for (const each of value) yield* spanned(each);
  else if (value !== null && typeof value === "object") {
    const record = value as { text?: unknown; span?: unknown };
    if (typeof record.text === "string" && Array.isArray(record.span)) yield record as { text: string; span: [number, number] };
    for (const each of Object.values(record)) yield* spanned(each);
  }
}

function check(text: string, facts: Facts): void {
  for (const { text: words, span } of spanned(facts)) expect(text.slice(span[0], span[1])).toBe(words);
  if (facts.title_span) expect(text.slice(...facts.title_span)).toBe(facts.title);
  FactsSchema.parse(facts);
}

const pieces = fc.constantFrom(
  "“We will rebuild,”",
  "said",
  "Ana Duarte",
  "the mayor of Sorrel",
  "Interior Minister",
  "he",
  "she said",
  "told The Associated Press",
  "more than",
  "41,700",
  "people",
  "eight-kilometre (five-mile)",
  "on Tuesday",
  "last week",
  "October 14, 2031",
  "(AP)",
  "OSLO (Reuters) -",
  "\n\n",
  "\n",
  ".",
  ",",
  "“",
  "”",
  '"',
  "‘ruin’",
  "''so''",
  "according to",
  "$6 a month",
  "😀",
  "é",
  "天地",
  "that",
  "and",
  "fled",
  "entered",
  "Norway",
  "a 31-year-old",
  "—",
  "[",
  "]",
  "\t",
);

describe("every span slices to its text", () => {
  it("in any order of the pieces news is made of", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.constantFrom("en", "de", "fr", null), (parts, language) => {
        const text = parts.join(" ");
        check(text, extractFacts({ id: "t", text, language, published_at: "2024-03-05" }));
      }),
      { numRuns: 300 },
    );
  });

  it("in any string at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        check(text, extractFacts({ id: "t", text }));
      }),
      { numRuns: 300 },
    );
  });

  it("with a hole in a statement that somebody is said to have told", () => {
    const text = "people . (AP) entered “We will rebuild,” told The Associated Press";
    check(text, extractFacts({ id: "t", text, language: "en", excluded: [[15, 16]] }));
  });

  it("with parts excluded, whose words no fact holds", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(200), fc.nat(200), (parts, a, b) => {
        const text = parts.join(" ");
        const excluded: [number, number] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const facts = extractFacts({ id: "t", text, language: "en", excluded: [excluded] });
        check(text, facts);
        for (const { number } of facts.numeric_mentions)
          expect(number.span[1] <= excluded[0] || number.span[0] >= excluded[1] || excluded[0] === excluded[1]).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
