import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compare,
  decodeFeatures,
  encodeFeatures,
  FEATURES_VERSION,
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
  const distinct = new Set(features.tokens).size;
  expect(encodeFeatures(features).length).toBeLessThan(4 * distinct + 2 * features.tokens.length + 7 * 96 + 200);
});

test("words of other languages, names and the longest text come back as well", () => {
  for (const document of [
    { id: "a", text: "Die Fähre lief am Montag auf Grund. „Wir warten“, sagte Kapitän Oskar Feldt. ".repeat(40), language: "de" },
    { id: "b", text: "渡船在港口搁浅，四十名乘客获救。".repeat(30) },
    { id: "c", text: Array.from({ length: 15_000 }, (_, n) => `Word${n.toString(36)}`).join(" ") },
  ]) {
    const features = featuresOf(document);
    expect(decodeFeatures(encodeFeatures(features))).toEqual(features);
  }
});

test("features of a store that was filled before the compact form are read", () => {
  // One word, made by hand as the form before had it: u8 version, u32 length and JSON, u32 words, the words, their flags, no lists.
  const rest = {
    id: "x",
    textHash: "00",
    titleTokens: 0,
    tokensTotal: 1,
    publishedDay: null,
    publishedDayOnly: false,
    language: "en",
    outlet: null,
    agencies: 0,
    credit: 0,
    commentary: false,
  };
  const told = Buffer.from(JSON.stringify({ ...rest, soundNorm: 0, englishWords: 0, englishNorm: 0 }));
  const bytes = Buffer.alloc(5 + told.length + 9);
  bytes[0] = FEATURES_VERSION;
  bytes.writeUInt32LE(told.length, 1);
  told.copy(bytes, 5);
  bytes.writeUInt32LE(1, 5 + told.length);
  bytes.writeUInt32LE(4_000_000_000, 9 + told.length);
  bytes[13 + told.length] = 3;
  const none = { keys: new Uint32Array(0), weights: new Uint32Array(0), norm: 0 };
  const features = { ...rest, tokens: Uint32Array.of(4_000_000_000), flags: Uint8Array.of(3), english: none, sounds: none };
  expect(decodeFeatures(bytes)).toEqual(features);
  expect(() => decodeFeatures(bytes.subarray(0, 30))).toThrow(FeaturesFormatError);
});

test("features of a store that was filled before codes by frequency are read", () => {
  // As the form before wrote those of this text.
  const bytes = Buffer.from(
    "hldbImExIiwiZDI2YzM1NzBmNjE0ZWZlNCIsNSwyNywyMjU1OS4zNDAyNzc3Nzc3NzcsMCxudWxsLCJUaGUgRWxkcmluIFBvc3QiLDAsMCwwLDAsNTUyNV0bFD1/OnSlg6K0Fp++7F0UFrv4SQfFHT9aycWZZprwOssQek9SwBIfneqC6D5vzyn5szs3wGlYZ2JW/L8LTmZaUdydA8bCCBDEA+v8PBeDFvfvAAYBAgMEAAcIAQIDBQkKCwwNDg8QERITBQQAAg4EDAABAwIBAQMBAQIEAgQQAQQBBgABBAEIAQIABQACFQEAAAkh65RDecufiuKddy38QA22GzzSDol9qH5Ullfw/jlo6pVyDjnGzf//DwHTFOcKwAEBVpQGLQ==",
    "base64",
  );
  const features = featuresOf({
    id: "a1",
    title: "Ferry runs aground near Hollowmere",
    text: "The ferry Aldra ran aground near Hollowmere on Monday.\n\n“We waited three hours”, said Oskar Feldt, 41, who was on the ferry.",
    published_at: "2031-10-07T08:10:00Z",
    outlet: "The Eldrin Post",
    language: "de",
  });
  expect(decodeFeatures(bytes)).toEqual(features);
  expect(encodeFeatures(features).length).toBeLessThan(bytes.length);
  expect(() => decodeFeatures(bytes.subarray(0, bytes.length - 1))).toThrow(FeaturesFormatError);
});

test("codes are as short as the words are frequent, whatever their number", () => {
  const words = fc.array(
    fc.integer({ min: 0, max: 40 }).map((n) => n * n * 104_729),
    { maxLength: 400 },
  );
  fc.assert(
    fc.property(words, (list) => {
      const tokens = Uint32Array.from(list);
      const features = { ...featuresOf(harbour[0]!), tokens, flags: Uint8Array.from(list, (word) => word & 255) };
      expect(decodeFeatures(encodeFeatures(features))).toEqual(features);
    }),
  );
  // Each word as frequent as the two before it together: no codes are longer.
  const frequencies = [1, 1];
  while (frequencies.length < 17) frequencies.push(frequencies.at(-1)! + frequencies.at(-2)!);
  const tokens = Uint32Array.from(frequencies.flatMap((times, word) => Array<number>(times).fill(word + 1)));
  const features = { ...featuresOf(harbour[0]!), tokens, flags: new Uint8Array(tokens.length) };
  expect(decodeFeatures(encodeFeatures(features))).toEqual(features);
});

test("bytes that are cut short or of another version are refused, not misread", () => {
  const bytes = encodeFeatures(featuresOf(harbour[0]!));
  for (const broken of [
    bytes.subarray(0, 4),
    bytes.subarray(0, bytes.length - 1),
    bytes.subarray(0, bytes.length >> 1),
    Uint8Array.of(...bytes, 0),
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
