import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generator } from "../scripts/gradient-boosting.mjs";
import { mutate } from "../scripts/mutate.mjs";
import { extractArticle, NotTextError, REMOVAL_REASONS } from "../src/index.ts";
import { AUTHOR_BOX, COMMENTS, NEWSLETTER, newsPage, RELATED_LIST } from "./fixtures/pages.ts";

const known: ReadonlySet<string> = new Set(REMOVAL_REASONS);

function check(input: string | Uint8Array, kind?: "html" | "text"): void {
  let article: ReturnType<typeof extractArticle>;
  try {
    article = extractArticle(input, { kind, url: "https://courier.example/a" });
  } catch (error) {
    if (error instanceof NotTextError) return;
    throw error;
  }
  expect(article.text).toBe(article.blocks.map((block) => block.text).join("\n"));
  const length = typeof input === "string" ? input.length : input.length * 2;
  for (const { span } of [...article.blocks, ...article.removed]) {
    if (span === null || span === undefined) continue;
    expect(span[0]).toBeGreaterThanOrEqual(0);
    expect(span[0]).toBeLessThanOrEqual(span[1]);
    expect(span[1]).toBeLessThanOrEqual(length);
  }
  for (const { reason } of article.removed) expect(known.has(reason)).toBe(true);
}

const tag = fc.constantFrom(
  "<p>",
  "</p>",
  "<div class='related'>",
  "</div>",
  "<a href=/x>",
  "</a>",
  "<li>",
  "<br>",
  "<h1>",
  "</h1>",
  "<table><tr><td>",
  "</table>",
  "<!--",
  "-->",
  "<script>",
  "</script>",
  "<b",
  "'",
  '"',
  "&amp;",
  "&",
  "<svg>",
  "<title>",
  "<meta property='og:title' content='x'>",
  "<article>",
  "</article>",
  "\u0000",
  "<time datetime='2024-01-02'>",
);
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.constantFrom(
    "Related stories",
    "The ferry sails again on Monday, the port said.",
    "Share",
    "(AFP)",
    "12 / 13",
    "港务局宣布渡轮将恢复航行。",
  ),
);

/** scripts/fuzz.mjs tries thousands; here are as many as show a broken promise. */
const RUNS = 100;
const DAMAGED = 25;

describe("any input", () => {
  it("is answered when it is a soup of tags", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, text), { maxLength: 80 }), (pieces) => check(pieces.join(""), "html")),
      { numRuns: RUNS },
    );
  });

  it("is answered when it is a soup of lines, each span slicing its own text", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), (lines) => {
        const input = lines.join("\n");
        check(input, "text");
        const article = extractArticle(input, { kind: "text" });
        for (const one of [...article.blocks, ...article.removed]) expect(input.slice(...one.span!)).toBe(one.text);
      }),
      { numRuns: RUNS },
    );
  });

  it("is answered when it is bytes of any kind", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => check(bytes)),
      { numRuns: RUNS },
    );
  });

  it("is answered when it is a damaged page", () => {
    const random = generator(42);
    const page = Buffer.from(newsPage({ afterBody: RELATED_LIST + NEWSLETTER + AUTHOR_BOX + COMMENTS }));
    for (let i = 0; i < DAMAGED; i++) check(mutate(page, page, random));
  });
});
