import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText, foldUnit } from "../src/normalize.ts";
import { createTokenBuffer, hashStem, TokenKind, tokenize } from "../src/tokenize.ts";

function tokens(text: string): string[] {
  const buffer = createTokenBuffer(2);
  tokenize(text, buffer);
  return Array.from({ length: buffer.count }, (_, i) => text.slice(buffer.start[i], buffer.end[i]));
}
const stem = (word: string) => hashStem(word, 0, word.length);

test.each([
  ["It's 3.5 km, or 194,000 feet.", ["It's", "3.5", "km", "or", "194,000", "feet"]],
  ["covid19 and the G20", ["covid19", "and", "the", "G20"]],
  ["well-known “quotes”…", ["well", "known", "quotes"]],
  ["北京报道 12人", ["北", "京", "报", "道", "12", "人"]],
  ["Привет, мир!", ["Привет", "мир"]],
  ["कहा कि", ["कहा", "कि"]],
  ["𠀀 is Han, 😀 is none", ["𠀀", "is", "Han", "is", "none"]],
  ["", []],
])("%j has the tokens %j", (text, expected) => {
  expect(tokens(text)).toEqual(expected);
});

test("tokens are in order, apart, and inside the text, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const buffer = createTokenBuffer();
      tokenize(text, buffer);
      let last = 0;
      for (let i = 0; i < buffer.count; i++) {
        expect(buffer.start[i]).toBeGreaterThanOrEqual(last);
        expect(buffer.end[i]).toBeGreaterThan(buffer.start[i]!);
        last = buffer.end[i]!;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("a limit stops early and says where", () => {
  const buffer = createTokenBuffer();
  const text = "one two three four";
  const stopped = tokenize(text, buffer, 2);
  expect(buffer.count).toBe(2);
  tokenize(text, buffer, 10, stopped);
  expect(text.slice(buffer.start[0], buffer.end[0])).toBe("three");
});

test("numbers, words and ideographs are told apart", () => {
  const buffer = createTokenBuffer();
  tokenize("a 1 一", buffer);
  expect([...buffer.kind.subarray(0, 3)]).toEqual([TokenKind.word, TokenKind.number, TokenKind.ideograph]);
});

test.each([
  ["announce", "announces", "announced", "announcing", "Announcement"],
  ["mobilization", "mobilisation", "mobilize", "mobilise"],
  ["country", "countries", "country's"],
  ["Zürich", "ZURICH"],
  ["stopped", "stop", "stops"],
  ["ferry", "ｆｅｒｒｙ"],
])("forms of %s share a stem", (...forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1);
});

test("different words keep apart", () => {
  const words = ["is", "was", "this", "bus", "gas", "ring", "red", "bed", "station", "stage", "moment", "general"];
  expect(new Set(words.map(stem)).size).toBe(words.length);
});

test("folding keeps every offset and drops case, marks and width", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => foldText(text).length === text.length));
  expect(foldText("ÉCOLE Ｎｏ “x” – Łódź")).toBe('ecole no "x" - lodz');
  expect(foldUnit("ガ".charCodeAt(0))).toBe("ガ".charCodeAt(0));
});
