import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compare,
  decodeFeatures,
  encodeFeatures,
  FeaturesFormatError,
  featuresOf,
  sharedPassages,
  takenShare,
} from "../src/index.ts";
import { harbour } from "./fixtures/harbour.ts";

test("encoded features come back as they were", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, title) => {
      const features = featuresOf({ id: "x", text, title, published_at: "2031-10-07T08:10:00Z", outlet: "The Eldrin Post" });
      expect(decodeFeatures(encodeFeatures(features))).toEqual(features);
    }),
  );
  const [original] = harbour;
  const features = featuresOf(original!);
  expect(decodeFeatures(encodeFeatures(features))).toEqual(features);
  expect(encodeFeatures(features).length).toBeLessThan(5 * features.tokens.length + 8 * 96 + 500);
});

test("bytes that are cut short or of another version are refused, not misread", () => {
  const bytes = encodeFeatures(featuresOf(harbour[0]!));
  for (const broken of [
    bytes.subarray(0, 4),
    bytes.subarray(0, bytes.length - 1),
    Uint8Array.of(99, ...bytes.subarray(1)),
    new Uint8Array(0),
  ])
    expect(() => decodeFeatures(broken)).toThrow(FeaturesFormatError);
});

test("layout, case and width make no difference to the text's hash", () => {
  const hash = (text: string) => featuresOf({ id: "x", text }).textHash;
  expect(hash("The  Ferry\nran aground!")).toBe(hash("the ferry ran aground"));
  expect(hash("Ｆｅｒｒｙ 12")).toBe(hash("ferry 12"));
  expect(hash("ferry 12")).not.toBe(hash("ferry 13"));
});

test("comparing is symmetric, and a function of the two documents alone", () => {
  const features = harbour.map(featuresOf);
  for (const a of features)
    for (const b of features) {
      expect(compare(a, b)).toEqual(compare(b, a));
      expect(compare(decodeFeatures(encodeFeatures(a)), b)).toEqual(compare(a, b));
    }
});

test("each pair of a lineage scores at least twice any pair outside it", () => {
  const features = harbour.slice(0, 4).map(featuresOf);
  const score = (i: number, j: number) => compare(features[i]!, features[j]!)?.score ?? 0;
  const inside = Math.min(score(0, 1), score(0, 2), score(1, 2));
  const outside = Math.max(score(0, 3), score(1, 3), score(2, 3));
  expect(inside).toBeGreaterThan(2 * outside);
});

test("shared passages slice equal words in both texts, the longest first kept", () => {
  const a = "Officials said on Monday that the bridge over the river would stay closed until repairs are done.";
  const b = "The bridge over the river would stay closed, a spokesman said. Officials said on Monday that they were sorry.";
  const passages = sharedPassages(a, b, { wordsMin: 4 });
  expect(passages.map(({ text }) => text)).toEqual([
    "Officials said on Monday that",
    "the bridge over the river would stay closed",
  ]);
  for (const { text, span_a, span_b } of passages) {
    expect(a.slice(...span_a)).toBe(text);
    expect(b.slice(...span_b).toLowerCase()).toBe(text.toLowerCase());
  }
});

test("passages never use a word twice", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 60 }),
      fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 60 }),
      (x, y) => {
        const passages = sharedPassages(x.join(" "), y.join(" "), { wordsMin: 4 });
        for (const key of ["span_a", "span_b"] as const) {
          const spans = passages.map((passage) => passage[key]).sort((p, q) => p[0] - q[0]);
          for (let i = 1; i < spans.length; i++) expect(spans[i]![0]).toBeGreaterThanOrEqual(spans[i - 1]![1]);
        }
      },
    ),
  );
});

test("what was taken is a share of the words: all of a cut copy, little of a rival's report", () => {
  const [original, copy, , independent] = harbour;
  expect(takenShare(copy!.text, original!.text)).toBeGreaterThan(0.9);
  expect(takenShare(independent!.text, original!.text)).toBeLessThan(0.1);
});
