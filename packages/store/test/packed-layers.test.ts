import { expect, test } from "vitest";
import { layersOf, packLayers } from "../src/packed-layers.ts";

const itself = { clusters: [1, 1, 1], densities: [0, 0, 0], targets: [0, 0, 0] };
const ids = Array.from({ length: 24 }, (_, n) => `${n.toString(16).padStart(2, "0")}c`.padEnd(20, "0"));

test("layers are what they were, whatever they hold", () => {
  const rows = [
    { id: "a", day: null, near: [], ...itself, firstDays: [null, null, null], anchors: ["a", "a", "a"] },
    { id: "a", day: 22357.25, near: [], ...itself, firstDays: [22357.25, 22357.25, 22357.25], anchors: ["a", "a", "a"] },
    // Alone, but known by another day than its own.
    { id: "a", day: 3, near: [], ...itself, firstDays: [3, null, 2], anchors: ["a", "a", "a"] },
    {
      id: "0742acdba337f03d8315",
      day: 22360.3333,
      near: ids,
      clusters: [31, 63, 2 ** 25 - 1],
      densities: [1.960394, 5.65685424949238, 1e-7],
      firstDays: [22357.25, null, 22360.3333],
      targets: [0, 24, 3],
      // Near, itself, and far from both: the story's anchor is told once.
      anchors: [ids[23], "0742acdba337f03d8315", "f8c97f1df42c8946c38e"],
    },
    { id: "a b", day: 0, near: ["1", "c,d"], ...itself, firstDays: [0, 0, 0], anchors: ["far, =off", "1", "c,d"] },
  ].map((row) => ({ ...row, anchors: row.anchors.map(String) }));
  for (const { day, ...row } of rows) expect(layersOf(packLayers({ ...row, day }), day)).toEqual(row);
});

test("a document that stands alone takes nothing beyond its day", () => {
  const row = { id: "a", near: [], ...itself, firstDays: [7, 7, 7], anchors: ["a", "a", "a"] };
  expect(packLayers({ ...row, day: 7 })).toEqual({ id: "a", near: null, anchor: null, layers: null });
});
