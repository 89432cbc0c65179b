import type { Article, Block } from "@wirefold/core";
import { describe, expect, it } from "vitest";
import { emptyArticle } from "../src/empty-article.ts";
import { cutRecurringLines, documentLines, extractArticle, lineFingerprint, siteOf } from "../src/index.ts";

const body = Array.from(
  { length: 9 },
  (_, n) => `Paragraph ${"abcdefghi"[n]} tells of the harbour and what was seen there that day.`,
);
const appeal = "Readers pay for this newspaper, and there is nobody else who could.";
const label = "Hear the Courier on your way home";

function articleOf(blocks: readonly (string | Pick<Block, "kind" | "text">)[]): Article {
  const full = blocks.map((block) => {
    const { kind, text } = typeof block === "string" ? { kind: "paragraph" as const, text: block } : block;
    return { kind, text, span: null };
  });
  return { ...emptyArticle(), blocks: full, text: full.map((block) => block.text).join("\n") };
}
const known = (...lines: string[]) => {
  const prints = new Set(lines.map((line) => lineFingerprint(line)));
  return (print: string) => prints.has(print);
};

describe("cutting what recurs", () => {
  it("cuts an appeal at the end and a label anywhere, and says so", () => {
    const article = articleOf([...body.slice(0, 4), label, ...body.slice(4), appeal]);
    const cut = cutRecurringLines(article, known(appeal, label));
    expect(cut.text).toBe(body.join("\n"));
    expect(cut.removed).toEqual([
      { reason: "recurring-line", text: label },
      { reason: "recurring-line", text: appeal },
    ]);
    expect(cutRecurringLines(cut, known(appeal, label))).toBe(cut);
  });

  it("keeps sentences in the midst of the body, quotations and quotes, however often they recur", () => {
    const said = "“We shall rebuild the harbour, stone by stone,” she said.";
    const quote = { kind: "quote" as const, text: "We shall rebuild it" };
    const article = articleOf([...body, quote, said]);
    expect(cutRecurringLines(article, known(body[4]!, quote.text, said))).toBe(article);
  });

  it("cuts nothing where the better part of the body recurs", () => {
    const article = articleOf(body.slice(0, 5));
    expect(cutRecurringLines(article, known(...body.slice(0, 3)))).toBe(article);
    expect(cutRecurringLines(article, () => true)).toBe(article);
  });

  it("cuts a heading only with what it heads", () => {
    const heading = { kind: "heading" as const, text: "What we know so far" };
    const closing = { kind: "heading" as const, text: "More from the newsroom" };
    const article = articleOf([body[0]!, heading, ...body.slice(1), closing, appeal]);
    const cut = cutRecurringLines(article, known(heading.text, closing.text, appeal));
    expect(cut.text).toBe([body[0], heading.text, ...body.slice(1)].join("\n"));
  });

  it("sets removals of a page in their places", () => {
    const page = `<article><h1>Ferry back</h1>${body.map((text) => `<p>${text} It was the ferry's first crossing.</p>`).join("")}<p>${appeal}</p></article>`;
    const whole = extractArticle(page, { kind: "html" });
    expect(whole.text).toContain(appeal);
    const cut = cutRecurringLines(whole, known(appeal));
    expect(cut.text).not.toContain(appeal);
    const starts = cut.removed.flatMap((removal) => (removal.span ? [removal.span[0]] : []));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const found = cut.removed.find((removal) => removal.reason === "recurring-line")!;
    expect(page.slice(...found.span!)).toContain(appeal);
  });
});

describe("what a document brings", () => {
  it("is the lines that can be cut, and its other lines' words", () => {
    const { lines, words } = documentLines(articleOf([...body, label, appeal]));
    expect(lines).toContain(lineFingerprint(appeal));
    expect(lines).toContain(lineFingerprint(label));
    expect(lines).not.toContain(lineFingerprint(body[3]!));
    expect(words).toEqual([...new Set(words)].sort((a, b) => a - b));
  });

  it("is bounded, whatever the document's length", () => {
    const long = articleOf(
      Array.from({ length: 5000 }, (_, n) => `Label with the number word ${n.toString(36).replace(/\d/g, "x")}q`),
    );
    const { lines, words } = documentLines(long);
    expect(lines.length).toBeLessThanOrEqual(32);
    expect(words.length).toBeLessThanOrEqual(64);
  });

  it("belongs to the host it was fetched from before anything it says of itself", () => {
    const said = { canonical_url: "https://agency.example/1", site: "The Agency" };
    expect(siteOf({ url: "https://www.courier.example/a", outlet: "Courier" }, said)).toBe("courier.example");
    expect(siteOf({ outlet: " Hollowmere Courier" }, said)).toBe("hollowmere courier");
    expect(siteOf({}, said)).toBe("agency.example");
    expect(siteOf({ url: "not a url" }, { canonical_url: null, site: null })).toBeNull();
  });
});
