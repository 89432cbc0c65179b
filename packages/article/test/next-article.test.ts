import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { PARAGRAPHS } from "./fixtures/pages.ts";

const body = PARAGRAPHS.slice(0, 3);
const html = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("");
const next = [
  "The town of Oxmoor will plant two thousand oaks along its ring road this spring, the parks office said on Monday.",
  "The trees come from a nursery in Brill and will be watered from a new well near the school.",
];
const page = (inner: string): string =>
  `<html lang="en"><head><title>Garrow ferry returns | Courier</title></head><body><header><a href="/">Courier</a></header>${inner}<footer>© 2024</footer></body></html>`;

describe("the next article on the page", () => {
  it.each([
    [
      "a sibling article with an h1",
      `<article><h1>Garrow ferry returns</h1>${html(body)}</article><article><h1>Oxmoor plants oaks</h1>${html(next)}</article>`,
    ],
    [
      "one with a linked h2",
      `<article><h1>Garrow ferry returns</h1>${html(body)}</article><article><h2><a href="/oaks">Oxmoor plants two thousand oaks</a></h2>${html(next)}</article>`,
    ],
    [
      "one with a byline",
      `<article><h1>Garrow ferry returns</h1>${html(body)}</article><article><h2>Oxmoor plants oaks</h2><p>By Tom Ashby</p>${html(next)}</article>`,
    ],
    [
      "a sibling of another kind of element",
      `<main><section class="story"><h1>Garrow ferry returns</h1>${html(body)}</section><section class="story"><h1>Oxmoor plants oaks</h1>${html(next)}</section></main>`,
    ],
    [
      "one with a label above its headline",
      `<article><h1>Garrow ferry returns</h1>${html(body)}</article><article><span>Parks</span><h1>Oxmoor plants oaks</h1>${html(next)}</article>`,
    ],
  ])("is not part of the first: %s", (_, inner) => {
    const article = extractArticle(page(inner));
    expect(article.text.split("\n")).toEqual(body);
    expect(article.removed.map(({ text }) => text)).toEqual(expect.arrayContaining(next));
  });

  it.each([
    [
      "sections in articles of their own",
      `<main><h1>Garrow ferry returns</h1><article>${html(body)}</article><article><h2>What comes next</h2>${html(PARAGRAPHS.slice(3))}</article></main>`,
    ],
    [
      "headings of a second rank",
      `<article><h1>Garrow ferry returns</h1>${html(body)}<h2>What comes next</h2>${html(PARAGRAPHS.slice(3))}</article>`,
    ],
    [
      "a second h1 among the paragraphs",
      `<article><h1>Garrow ferry returns</h1>${html(body)}<h1>What comes next</h1>${html(PARAGRAPHS.slice(3))}</article>`,
    ],
  ])("is not seen in %s", (_, inner) => {
    const text = extractArticle(page(inner)).text;
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  });
});
