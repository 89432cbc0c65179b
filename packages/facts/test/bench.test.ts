import { describe, expect, it } from "vitest";
import { inventArticle } from "../src/bench.ts";
import { extractFacts } from "../src/index.ts";

describe("the bench's invented article", () => {
  it("is of news length and holds what the bench is to read", () => {
    const text = inventArticle(3);
    const facts = extractFacts({ id: "t", text, published_at: "2024-03-05" });
    expect(text.split(/\s+/).length).toBeGreaterThan(740);
    expect(facts.quotes.length).toBeGreaterThan(20);
    expect(facts.numeric_mentions.length).toBeGreaterThan(40);
    expect(inventArticle(3)).toBe(text);
  });
});
