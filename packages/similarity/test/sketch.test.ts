import { expect, test } from "vitest";
import { heaviestPlaces } from "../src/heaviest-places.ts";
import {
  compareDocuments,
  decodeSketch,
  encodeSketch,
  featuresOf,
  type PreparedDocument,
  prepareDocument,
  worthComparing,
} from "../src/index.ts";
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
    expect(a.sketch.heldUnits).toBeGreaterThan(0.97 * 255);
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
    expect(encodeSketch(sketch).length).toBeLessThan(530);
    table.set(number, sketch);
  }
  for (const [number, { sketch }] of preparedDocuments.entries()) expect(table.get(number)).toEqual(sketch);
  expect(() => table.get(1_000_000)).toThrow(RangeError);
});

/** A sketch as it was written with 64 words, a byte for each one's share and hashes of four bytes. */
function olderBytes({ features, words, share, figures }: PreparedDocument): Uint8Array {
  const heaviest = heaviestPlaces(share, 64);
  const lists = [
    Uint32Array.from(heaviest, (at) => words[at] ?? 0),
    features.sounds.keys.slice(0, 24).sort(),
    figures.slice(0, 16),
    features.english.keys.slice(0, 24).sort(),
  ];
  const bytes = new Uint8Array(16 + 4 * lists.reduce((sum, list) => sum + list.length, 0) + heaviest.length);
  const view = new DataView(bytes.buffer);
  bytes.set([3, ...lists.slice(0, 3).map((list) => list.length)]);
  view.setUint32(4, Number.parseInt(features.textHash.slice(0, 8), 16), true);
  bytes[12] = lists[3]?.length ?? 0;
  let at = 16;
  for (const list of lists)
    for (const hash of list) {
      view.setUint32(at, hash, true);
      at += 4;
    }
  bytes.set(
    Array.from(heaviest, (place) => Math.round((share[place] ?? 0) * 510)),
    at,
  );
  return bytes;
}

test("a sketch of the version before holds half the words, and turns no pair away that has an edge", () => {
  const older = preparedDocuments.map((prepared) => decodeSketch(olderBytes(prepared)));
  let passed = 0;
  for (const [i, a] of preparedDocuments.entries()) {
    const sketch = older[i];
    expect(sketch?.words.length).toBe(Math.min(64, a.words.length));
    expect(sketch?.text).toBe(a.sketch.text);
    expect(decodeSketch(olderBytes(a).slice(0, -3))).toBeNull();
    for (const b of preparedDocuments) {
      if (a === b || !sketch) continue;
      if (worthComparing(sketch, b.sketch)) passed++;
      else expect(compareDocuments(a, b)).toBeNull();
    }
  }
  expect(passed).toBeLessThan(preparedDocuments.length ** 2 * 0.4);
});

test("the heaviest places are those a sort finds, equals by their place", () => {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  for (const length of [0, 1, 5, 40, 300]) {
    const weights = Float32Array.from({ length }, () => Math.floor(random() * 20) / 20);
    const among = (place: number) => place % 3 !== 0;
    for (const count of [0, 1, 5, 39, 400])
      for (const chosen of [undefined, among]) {
        const expected = [...weights.keys()]
          .filter((place) => chosen?.(place) ?? true)
          .sort((x, y) => (weights[y] ?? 0) - (weights[x] ?? 0) || x - y)
          .slice(0, count)
          .sort((x, y) => x - y);
        expect([...heaviestPlaces(weights, count, chosen)]).toEqual(expected);
      }
  }
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
