import { describe, expect, it } from "vitest";
import { ArticleTooLargeError, extractArticle } from "../src/index.ts";
import { newsPage, PARAGRAPHS } from "./fixtures/pages.ts";

/** Generous for a slow machine; every case takes well under a second on an idle one. */
const MS_MAX = 5000;

/** CPU time, so that a busy machine does not count against the page. */
function cpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
}

const bombs: [string, () => string][] = [
  ["200,000 nested elements", () => "<div>".repeat(200_000)],
  ["200,000 nested elements of many names", () => Array.from({ length: 200_000 }, (_, i) => `<x${i % 5000}>`).join("")],
  ["a million siblings", () => "<i>a</i>".repeat(1_000_000)],
  ["500,000 paragraphs", () => "<p>A short sentence stands here.".repeat(500_000)],
  ["a million unmatched end tags", () => "</section>".repeat(1_000_000)],
  ["end tags against a deep stack", () => "<b>".repeat(500) + "<p></i>".repeat(200_000)],
  ["100,000 attributes", () => `<p ${"a=1 ".repeat(100_000)}>text`],
  ["a class of five million characters", () => `<p class="${"related ".repeat(600_000)}">text`],
  ["entities by the million", () => `<p>${"&amp;&lt;&notin;&#x41;".repeat(300_000)}`],
  [
    "10 MB of inline JSON",
    () =>
      `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", x: "y".repeat(10_000_000) })}</script><p>${PARAGRAPHS[0]}`,
  ],
  [
    "deep JSON-LD",
    () => `<script type="application/ld+json">${'{"@type":"Article","@graph":['.repeat(5000)}${"]}".repeat(5000)}</script>`,
  ],
  ["an unclosed comment", () => `<p>text<!-- ${"-".repeat(2_000_000)}`],
  ["quotes that never close", () => `<p title="${"<a href='".repeat(300_000)}`],
  ["plaintext", () => `<plaintext>${"<div>".repeat(100_000)}`],
  ["frames", () => "<html><frameset><frame src=a><frame src=b></frameset></html>"],
  ["a title that never ends", () => `<title>${"word ".repeat(500_000)}`],
  ["one word of three million letters", () => `<p>${"a".repeat(3_000_000)}</p>`],
  ["one line of three million spaces", () => `<p>a${" ".repeat(3_000_000)}b</p>`],
  ["titles made of separators", () => `<title>${" | -".repeat(100_000)}</title><p>${PARAGRAPHS[0]}`],
  [
    "dates made of digits",
    () => `<time>${"1.".repeat(200_000)}</time><h1>x</h1>${"<p>1.1.1.1.1:1:1:1:1 1 1 1 2020 2020</p>".repeat(20_000)}`,
  ],
];

describe("limits", () => {
  it.each(bombs)("answers %s in bounded time", (_, make) => {
    const page = make();
    expect(cpuMs(() => extractArticle(page, { kind: "html", url: "https://courier.example/a" }))).toBeLessThan(MS_MAX);
  });

  it.each([
    ["lines", "A short line\n".repeat(300_000)],
    ["one line", "word ".repeat(1_000_000)],
    ["separators", "-- ".repeat(1_000_000)],
    ["brackets", "(".repeat(1_000_000)],
    ["credits", "Photo: (AP (AP (AP ".repeat(100_000)],
  ])("answers a plain text of %s in bounded time", (_, text) => {
    expect(cpuMs(() => extractArticle(text, { kind: "text" }))).toBeLessThan(MS_MAX);
  });

  it("refuses inputs over the limit with a code that says so", () => {
    expect(() => extractArticle("x".repeat(1001), { limits: { inputMax: 1000 } })).toThrow(ArticleTooLargeError);
    expect(() => extractArticle("x".repeat(1001), { limits: { inputMax: 1000 } })).toThrow(
      expect.objectContaining({ code: "WIREFOLD_ARTICLE_TOO_LARGE" }),
    );
  });

  it("says in the evidence when a page was cut at the node limit", () => {
    const article = extractArticle(newsPage(), { limits: { nodesMax: 45 } });
    expect(article.evidence).toContainEqual(expect.objectContaining({ field: "text", source: "limit" }));
  });

  it("still finds the article below 5,000 open elements", () => {
    const article = extractArticle(newsPage().replace("<main>", `<main>${"<div>".repeat(5000)}`));
    for (const paragraph of PARAGRAPHS) expect(article.text).toContain(paragraph);
  });
});
