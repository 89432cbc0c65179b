import { expect, test } from "vitest";
import { compareDocuments, decodeSketch, encodeSketch, featuresOf, prepareDocument, worthComparing } from "../src/index.ts";
import { worthMeasuring } from "../src/measures.ts";
import { SketchTable } from "../src/sketch-table.ts";
import { corpus } from "./fixtures/corpus.ts";
import { harbour } from "./fixtures/harbour.ts";

const preparedDocuments = [...corpus(20), ...harbour].map((doc) => prepareDocument(featuresOf(doc)));

test("a pair that its sketches turn away has no edge, and some are turned away", () => {
  let pairs = 0;
  let passed = 0;
  for (const [i, a] of preparedDocuments.entries())
    for (const b of preparedDocuments.slice(i + 1)) {
      pairs++;
      const worth = worthComparing(a.sketch, b.sketch);
      expect(worthComparing(b.sketch, a.sketch)).toBe(worth);
      if (worth) passed++;
      else expect(compareDocuments(a, b)).toBeNull();
    }
  expect(passed).toBeLessThan(pairs * 0.4);
});

test("sketches that hold nearly all of two short texts turn away what shares too little to be measured", () => {
  const short = corpus(20).map(({ text, ...doc }) =>
    prepareDocument(featuresOf({ ...doc, text: text.split("\n").slice(0, 2).join("\n") })),
  );
  let measured = 0;
  let passed = 0;
  for (const [i, a] of short.entries()) {
    expect(a.sketch.held).toBeGreaterThan(0.97);
    for (const b of short.slice(i + 1)) {
      if (worthMeasuring(a, b)) measured++;
      if (worthComparing(a.sketch, b.sketch)) passed++;
    }
  }
  expect(measured).toBeGreaterThan(0);
  expect(passed).toBeLessThan(measured * 2);
});

test("sketches come back from bytes and from the table as they were", () => {
  const table = new SketchTable();
  for (const [number, { sketch }] of preparedDocuments.entries()) {
    expect(decodeSketch(encodeSketch(sketch))).toEqual(sketch);
    expect(encodeSketch(sketch).length).toBeLessThan(500);
    table.set(number, sketch);
  }
  for (const [number, { sketch }] of preparedDocuments.entries()) expect(table.get(number)).toEqual(sketch);
  expect(() => table.get(1_000_000)).toThrow(RangeError);
});

test.each([
  ["another version", (bytes: Uint8Array) => bytes.with(0, 99)],
  ["bytes cut short", (bytes: Uint8Array) => bytes.slice(0, -3)],
  ["no bytes", () => new Uint8Array()],
])("%s is no sketch", (_name, spoil) => {
  const [first] = preparedDocuments;
  expect(first && decodeSketch(spoil(encodeSketch(first.sketch)))).toBeNull();
});

test("an empty document has a sketch that nothing but other empty ones is worth comparing with", () => {
  const empty = prepareDocument(featuresOf({ id: "empty", text: "" }));
  expect(decodeSketch(encodeSketch(empty.sketch))).toEqual(empty.sketch);
  for (const { sketch } of preparedDocuments) expect(worthComparing(empty.sketch, sketch)).toBe(false);
});
