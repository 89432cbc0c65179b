import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { VARIANTS } from "./fixtures/variants.ts";

describe("variants of reported kinds", () => {
  it.each(VARIANTS)("$kind", ({ html, url, keeps = [], cuts = [], title, byline, date, none }) => {
    const article = extractArticle(html, url === undefined ? {} : { url });
    const lines = article.text.split("\n");
    expect({
      missing: keeps.filter((line) => !lines.includes(line)),
      left: cuts.filter((piece) => article.text.includes(piece)),
      title: title === undefined ? undefined : article.title,
      byline: byline === undefined ? undefined : article.byline,
      date: date === undefined ? undefined : (article.published_at?.slice(0, 10) ?? null),
      text: none === true ? article.text : undefined,
    }).toEqual({
      missing: [],
      left: [],
      title,
      byline: byline === undefined ? undefined : [...byline],
      date,
      text: none === true ? "" : undefined,
    });
  });
});
