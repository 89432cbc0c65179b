import { lineFingerprint } from "@wirefold/article";
import { expect, test } from "vitest";
import { inventArticles } from "../../../services/cli/src/bench/invented-articles.ts";
import { cleaningSummary, finishCleaning, readDocument } from "../src/index.ts";

const paragraphs = [
  "The ferry to Hollowmere sails again from Monday, the port said after a week of repairs to the old quay.",
  "“We checked every bolt twice,” harbour master Ines Harrow told reporters, adding that 412 passengers crossed before noon.",
];
const html = `<html lang="en"><head><title>412 cross to Hollowmere | Courier</title></head><body><nav>Home</nav><article>
<h1>412 cross to Hollowmere</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article></body></html>`;

test("facts of a page refer to its title and body, so a headline's figures are found", () => {
  const { document } = finishCleaning(readDocument({ id: "a", body: html }));
  expect(document.text).toBe(`412 cross to Hollowmere\n\n${paragraphs.join("\n")}`);
  expect(document.excluded).toEqual([]);
});

test("facts of a plain text refer to the very input, without what was cut from it", () => {
  const input = `Skip to main content\n\n412 cross to Hollowmere\n\n${paragraphs.join("\n\n")}\n\nSee also`;
  const { document } = finishCleaning(readDocument({ id: "a", body: input, kind: "text" }));
  expect(document.text).toBe(input);
  const cut = document.excluded.map((span) => input.slice(...span));
  expect(cut).toContain("Skip to main content");
  expect(cut.join("\n")).not.toContain("412");
});

test("bytes and their characters give the same document", () => {
  const body = new TextEncoder().encode(html);
  const { document } = finishCleaning(readDocument({ id: "a", body }));
  expect(document).toEqual(finishCleaning(readDocument({ id: "a", body: html })).document);
});

test("what the submitter says goes before what the page says of itself", () => {
  const hints = { title: "Ferry back", outlet: "Quay Post", published_at: "2031-03-04", url: "https://quay.example/1" };
  const { metadata } = finishCleaning(readDocument({ id: "a", body: html, hints }));
  expect(metadata).toMatchObject({ title: "Ferry back", outlet: "Quay Post", publishedAt: "2031-03-04" });
  expect(metadata.url).toBe("https://quay.example/1");
});

test("a line that recurs is cut, and the summary says over how many documents", () => {
  const line = "The Herald prints what it finds out and answers every letter that bears a name.";
  const [article] = inventArticles(1, 5);
  const read = readDocument({ id: "a", body: `${article?.text}\n${line}`, kind: "text" });
  expect(read.article.text).toContain(line);
  const recurring = new Map([[lineFingerprint(line) ?? "", 7]]);
  const { document } = finishCleaning(read, recurring);
  expect(document.article.text).not.toContain(line);
  expect(document.excluded.map((span) => document.text.slice(...span))).toContain(line);
  expect(cleaningSummary(document.article, recurring)).toMatchObject({
    removed: expect.arrayContaining([{ reason: "recurring-line", text: line, documents: 7 }]),
  });
});
