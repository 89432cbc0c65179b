import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { PAGE_HEADS, type PageHeadCase } from "./fixtures/page-heads.ts";
import { PARAGRAPHS } from "./fixtures/pages.ts";

const page = ({ lang = "en", head, above, below = "" }: PageHeadCase): string =>
  `<!doctype html><html lang="${lang}"><head>${head}</head><body><div class="top"><nav><ul><li><a href="/">Start</a></li><li><a href="/n">News</a></li></ul></nav></div><div class="main"><div class="post">${above}<div class="text">${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</div>${below}</div></div></body></html>`;

describe("the head of a page", () => {
  it.each(PAGE_HEADS)("is read: $make", (one) => {
    const { title, byline, published_at } = extractArticle(page(one), { url: one.url ?? "https://pages.example/2/some-page" });
    expect({ title, byline, date: published_at?.slice(0, 10) ?? null }).toEqual({
      title: one.title,
      byline: [...one.byline],
      date: one.date,
    });
  });
});
