import { describe, expect, it } from "vitest";
import { explainHtml, explainTerminal, extractArticle } from "../src/index.ts";
import { newsPage, PARAGRAPHS, RELATED_LIST } from "./fixtures/pages.ts";

const page = newsPage({ afterBody: RELATED_LIST });
const article = extractArticle(page, { url: "https://courier.example/a" });

describe("explainTerminal", () => {
  it("shows kept lines as they are and cut ones struck through, in the page's order", () => {
    const shown = explainTerminal(page, article);
    expect(shown).toContain(PARAGRAPHS[0]);
    expect(shown).toMatch(/\u001b\[9;31mRelated stories/);
    expect(shown.indexOf(PARAGRAPHS[5]!)).toBeLessThan(shown.indexOf("Related stories"));
  });

  it("marks the lines with signs where there is no colour", () => {
    const shown = explainTerminal(page, article, { color: false });
    expect(shown).toContain(`+ ${PARAGRAPHS[0]}`);
    expect(shown).toContain("- [related] Related stories");
    expect(shown).not.toContain("\u001b");
  });

  it("lets no control character of the page through", () => {
    const hostile = extractArticle(
      newsPage({
        paragraphs: [...PARAGRAPHS, "Then the lamp went out\u001b[2J and nobody on the quay said a word, she told the Courier."],
      }),
    );
    expect(explainTerminal("", hostile, { color: false })).not.toContain("\u001b");
  });
});

describe("explainHtml", () => {
  it("is a page of its own with every cut named and struck through", () => {
    const html = explainHtml(page, article);
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain(`data-reason="related"`);
    expect(html).toContain("<del>Related stories</del>");
    expect(html).not.toContain("<script");
  });

  it("escapes what the page said", () => {
    const hostile = extractArticle(
      "<h1>Title of the thing</h1><p>&lt;script&gt;alert(1)&lt;/script&gt; is what the page of the harbour authority said on Monday, twice.</p>",
    );
    expect(explainHtml("", hostile)).not.toContain("<script>alert");
  });
});
