import { describe, expect, it } from "vitest";
import { ArticleTooLargeError, extractArticle } from "../src/index.ts";
import { newsPage, PARAGRAPHS } from "./fixtures/pages.ts";

/** Each page is tried at an eighth of its size and whole: linear work takes eight times as long then, quadratic work 64 times. */
const GROWTH = 8;
const GROWTH_MAX = 4 * GROWTH;
/** Work below this is lost in the noise of a collection. */
const MS_MIN = 20;

/** CPU time, so that a busy machine does not count against the page. */
function cpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
}

function expectLinear(input: (size: number) => string, size: number, kind: "html" | "text"): void {
  const read = (text: string) => cpuMs(() => extractArticle(text, { kind, url: "https://courier.example/a" }));
  const small = read(input(size / GROWTH));
  expect(read(input(size)) / Math.max(MS_MIN, small)).toBeLessThan(GROWTH_MAX);
}

const json = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

const bombs: [string, number, (size: number) => string][] = [
  ["nested elements", 80_000, (n) => "<div>".repeat(n)],
  ["nested elements of many names", 80_000, (n) => Array.from({ length: n }, (_, i) => `<x${i % 5000}>`).join("")],
  ["siblings", 48_000, (n) => "<i>a</i>".repeat(n)],
  ["paragraphs", 8000, (n) => "<p>A short sentence stands here.".repeat(n)],
  ["unmatched end tags", 400_000, (n) => "</section>".repeat(n)],
  ["end tags against a deep stack", 40_000, (n) => "<b>".repeat(500) + "<p></i>".repeat(n)],
  ["attributes", 80_000, (n) => `<p ${"a=1 ".repeat(n)}>text`],
  ["a class of many words", 400_000, (n) => `<p class="${"related ".repeat(n)}">text`],
  ["entities", 80_000, (n) => `<p>${"&amp;&lt;&notin;&#x41;".repeat(n)}`],
  ["inline JSON", 4_000_000, (n) => `${json({ "@type": "NewsArticle", x: "y".repeat(n) })}<p>${PARAGRAPHS[0]}`],
  [
    "deep JSON-LD",
    4000,
    (n) => `<script type="application/ld+json">${'{"@type":"Article","@graph":['.repeat(n)}${"]}".repeat(n)}</script>`,
  ],
  ["an unclosed comment", 1_600_000, (n) => `<p>text<!-- ${"-".repeat(n)}`],
  ["quotes that never close", 160_000, (n) => `<p title="${"<a href='".repeat(n)}`],
  ["plaintext", 80_000, (n) => `<plaintext>${"<div>".repeat(n)}`],
  ["a title that never ends", 160_000, (n) => `<title>${"word ".repeat(n)}`],
  ["one word", 800_000, (n) => `<p>${"a".repeat(n)}</p>`],
  ["one line of spaces", 1_600_000, (n) => `<p>a${" ".repeat(n)}b</p>`],
  ["titles made of separators", 80_000, (n) => `<title>${" | -".repeat(n)}</title><p>${PARAGRAPHS[0]}`],
  [
    "dates made of digits",
    1600,
    (n) => `<time>${"1.".repeat(20 * n)}</time><h1>x</h1>${"<p>1.1.1.1.1:1:1:1:1 1 1 1 2020 2020</p>".repeat(n)}`,
  ],
];

const texts: [string, number, (size: number) => string][] = [
  ["lines", 80_000, (n) => "A short line\n".repeat(n)],
  ["one line", 160_000, (n) => "word ".repeat(n)],
  ["separators", 240_000, (n) => "-- ".repeat(n)],
  ["brackets", 400_000, (n) => "(".repeat(n)],
  ["credits", 24_000, (n) => "Photo: (AP (AP (AP ".repeat(n)],
];

describe("limits", () => {
  it.each(bombs)("takes no more than in proportion for a page of %s", (_, size, input) => expectLinear(input, size, "html"));

  it.each(texts)("takes no more than in proportion for a plain text of %s", (_, size, input) =>
    expectLinear(input, size, "text"),
  );

  it("answers a page of frames", () => {
    expect(extractArticle("<html><frameset><frame src=a><frame src=b></frameset></html>", { kind: "html" }).text).toBe("");
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
