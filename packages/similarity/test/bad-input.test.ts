import { CANDIDATES_MAX } from "@wirefold/core";
import { expect, test } from "vitest";
import {
  featuresOf,
  groupDocuments,
  lookupsOf,
  MAX_TOKENS,
  MemorySimilarityIndex,
  postingsOf,
  prepareDocument,
  WORD_POSTINGS,
} from "../src/index.ts";
import { corpus } from "./fixtures/corpus.ts";
import { harbour } from "./fixtures/harbour.ts";

test("empty, blank and one-word texts are singles, even when they are equal", () => {
  const texts = ["", "", "   \n", "Hello", "Hello", "…", "0"];
  const { assignments } = groupDocuments(texts.map((text, i) => ({ id: `d${i}`, text })));
  expect(assignments.size).toBe(texts.length);
  expect(assignments.get("d0")).toMatchObject({ story: "d0", role: "single" });
  expect(assignments.get("d1")).toMatchObject({ story: "d1", role: "single" });
});

test("a text that is no text counts as empty", () => {
  const { assignments } = groupDocuments([
    { id: "a", text: null as unknown as string },
    { id: "b", text: 7 as unknown as string, title: {} as unknown as string },
  ]);
  expect([...assignments.keys()]).toEqual(["a", "b"]);
});

// What a document costs is bounded by its features (a pair) and by its candidates (how many pairs): both are counted here, since
// seconds depend on what else the machine does.
test("a text of 5 MB has bounded features and index rows", () => {
  const text = corpus(4, 9)[0]!.text.repeat(2_000).slice(0, 5_000_000);
  const features = featuresOf({ id: "big", text });
  expect(features.tokens.length).toBeLessThanOrEqual(MAX_TOKENS);
  expect(features.tokensTotal).toBeGreaterThan(0);
  expect(postingsOf(prepareDocument(features)).length).toBeLessThanOrEqual(2 * WORD_POSTINGS);
});

test("one sentence twenty thousand times is grouped with its like", () => {
  const text = "The quick council voted against the harbour plan on Monday. ".repeat(20_000);
  const { assignments } = groupDocuments([
    { id: "a", text },
    { id: "b", text },
    { id: "c", text: harbour[0]!.text },
  ]);
  expect(featuresOf({ id: "a", text }).tokens.length).toBeLessThanOrEqual(MAX_TOKENS);
  expect(assignments.get("a")!.copy).toBe(assignments.get("b")!.copy);
  expect(assignments.get("c")!.story).toBe("c");
});

test("hundreds of identical documents are one copy cluster, at no more pairs each than it has candidates", () => {
  const docs = Array.from({ length: 120 }, (_, i) => ({ id: `same-${String(i).padStart(4, "0")}`, text: harbour[0]!.text }));
  const { assignments, edges } = groupDocuments([...docs, harbour[4]!], { passages: false });
  expect(new Set(docs.map((doc) => assignments.get(doc.id)!.copy))).toEqual(new Set(["same-0000"]));
  expect(assignments.get("e-trap")!.copy).toBe("e-trap");
  expect(edges.length).toBeLessThanOrEqual(docs.length * CANDIDATES_MAX);
});

test("absurd dates are unknown dates", () => {
  for (const published_at of ["", "yesterday", "0000-00-00", "9999-12-31", "-271821-04-20", "1970"]) {
    const features = featuresOf({ id: "a", text: "x", published_at });
    expect(features.publishedDay === null || features.publishedDay === 0).toBe(true);
  }
});

test("documents made to share every indexed feature are compared with no more others than the bound", () => {
  // The rarest words are what a document is found by, so these all collide in the index and are told apart by their rest.
  const bait = Array.from({ length: 14 }, (_, i) => `zyxw${"abcdefghijklmn"[i]}vutq`).join(" ");
  const prepared = corpus(120, 77).map(({ id, text }) =>
    prepareDocument(featuresOf({ id, text: `${bait} ${bait} ${bait}\n${text}` })),
  );
  const index = new MemorySimilarityIndex();
  for (const one of prepared) index.insertOne(one.features.id, postingsOf(one));
  const counts = prepared.map((one) => index.candidatesOf(one.features.id, lookupsOf(one)).length);
  expect(Math.max(...counts)).toBeGreaterThan(CANDIDATES_MAX / 2);
  expect(Math.max(...counts)).toBeLessThanOrEqual(CANDIDATES_MAX);
});

test("lone surrogates, control characters and a thousand combining marks are read", () => {
  const odd = ["\ud800 lone \udc00 halves", "\u0000\u0001\u0002 bell\u0007", `a${"\u0301".repeat(1000)}`, "\ufeff\u200b\u202e"];
  expect(groupDocuments(odd.map((text, i) => ({ id: String(i), text }))).assignments.size).toBe(odd.length);
});
