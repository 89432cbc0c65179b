import { expect, test } from "vitest";
import { type InventedArticle, inventArticles } from "../src/bench/invented-articles.ts";

const wordsOf = ({ text }: InventedArticle): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

test("an invented article has about as many different words as news of its length, and later stories bring new ones", () => {
  const articles = [...inventArticles(200, 4)];
  const seen = new Set<string>();
  const fresh = articles.map((article) => {
    const words = wordsOf(article);
    const different = new Set(words);
    const unseen = [...different].filter((word) => !seen.has(word));
    for (const word of unseen) seen.add(word);
    return unseen.length;
  });
  const ratios = articles.map((article) => new Set(wordsOf(article)).size / wordsOf(article).length);
  expect(Math.min(...ratios)).toBeGreaterThan(0.4);
  expect(Math.max(...ratios)).toBeLessThan(0.6);
  const of = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const [early, late] = [of(fresh.slice(0, 40)), of(fresh.slice(-40))];
  expect(late).toBeLessThan(early / 2);
  expect(late).toBeGreaterThan(5);
});
