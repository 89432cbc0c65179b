import { expect, test } from "vitest";
import { featuresOf, groupDocuments, MAX_TOKENS, postingsOf, prepareDocument, WORD_POSTINGS } from "../src/index.ts";
import { corpus } from "./fixtures/corpus.ts";
import { harbour } from "./fixtures/harbour.ts";

/** Processor seconds `body` takes: other work on the machine does not count. */
function cpuSeconds(body: () => void): number {
  const before = process.cpuUsage();
  body();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

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

test("a text of 50 MB costs seconds and bounded features", () => {
  const text = corpus(4, 9)[0]!.text.repeat(20_000).slice(0, 50_000_000);
  const seconds = cpuSeconds(() => {
    const features = featuresOf({ id: "big", text });
    expect(features.tokens.length).toBeLessThanOrEqual(MAX_TOKENS);
    expect(postingsOf(prepareDocument(features)).length).toBeLessThanOrEqual(2 * WORD_POSTINGS);
  });
  expect(seconds).toBeLessThan(10);
});

test("one sentence a million times is grouped with its like in bounded time", () => {
  const sentence = "The quick council voted against the harbour plan on Monday. ";
  const seconds = cpuSeconds(() => {
    const { assignments } = groupDocuments([
      { id: "a", text: sentence.repeat(1_000_000) },
      { id: "b", text: sentence.repeat(1_000_000) },
      { id: "c", text: harbour[0]!.text },
    ]);
    expect(assignments.get("a")!.copy).toBe(assignments.get("b")!.copy);
    expect(assignments.get("c")!.story).toBe("c");
  });
  expect(seconds).toBeLessThan(30);
});

test("thousands of identical documents are one copy cluster at a bounded cost each", () => {
  const docs = Array.from({ length: 2000 }, (_, i) => ({ id: `same-${String(i).padStart(4, "0")}`, text: harbour[0]!.text }));
  const seconds = cpuSeconds(() => {
    const { assignments } = groupDocuments([...docs, harbour[4]!], { passages: false });
    expect(new Set(docs.map((doc) => assignments.get(doc.id)!.copy))).toEqual(new Set(["same-0000"]));
    expect(assignments.get("e-trap")!.copy).toBe("e-trap");
  });
  expect(seconds).toBeLessThan(60);
});

test("absurd dates are unknown dates", () => {
  for (const published_at of ["", "yesterday", "0000-00-00", "9999-12-31", "-271821-04-20", "1970"]) {
    const features = featuresOf({ id: "a", text: "x", published_at });
    expect(features.publishedDay === null || features.publishedDay === 0).toBe(true);
  }
});

test("documents made to share every indexed feature cost no more than the bound", () => {
  // The rarest words are what a document is found by, so these all collide in the index and are told apart by their rest.
  const bait = Array.from({ length: 14 }, (_, i) => `zyxw${"abcdefghijklmn"[i]}vutq`).join(" ");
  const filler = corpus(400, 77);
  const docs = filler.map((doc) => ({ id: doc.id, text: `${bait} ${bait} ${bait}\n${doc.text}` }));
  const seconds = cpuSeconds(() => groupDocuments(docs, { passages: false }));
  expect(seconds / docs.length).toBeLessThan(0.02);
});

test("lone surrogates, control characters and a thousand combining marks are read", () => {
  const odd = ["\ud800 lone \udc00 halves", "\u0000\u0001\u0002 bell\u0007", `a${"\u0301".repeat(1000)}`, "\ufeff\u200b\u202e"];
  expect(groupDocuments(odd.map((text, i) => ({ id: String(i), text }))).assignments.size).toBe(odd.length);
});
