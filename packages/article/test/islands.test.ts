import { describe, expect, it } from "vitest";
import { analysePage } from "../src/html/analyse-page.ts";
import { islandsOf } from "../src/html/islands.ts";
import { parsePage } from "../src/html/parse-page.ts";
import { DEFAULT_LIMITS } from "../src/limits.ts";

/** A page of paragraphs of equal length, and what is seen of them as islands at the given probabilities. */
function islands(p: readonly number[], threshold: number): number[] {
  const html = p.map((_, i) => `<p>Paragraph number ${String(i).padStart(3, "0")} about the quay.</p>`).join("");
  const isIsland = islandsOf(analysePage(parsePage(html, DEFAULT_LIMITS)), Float32Array.from(p), threshold);
  return [...p.keys()].filter((i) => p[i]! >= threshold && isIsland(i));
}

const cut = (count: number): number[] => new Array<number>(count).fill(0.01);

describe("islands of unsure blocks", () => {
  it("are blocks far from the sure ones", () => {
    expect(islands([0.4, ...cut(14), 0.9, 0.95, 0.4, ...cut(20), 0.45], 0.3)).toEqual([0, 38]);
  });

  it("are none near the sure ones, and none that are sure themselves", () => {
    expect(islands([0.4, ...cut(9), 0.9, 0.95, 0.4, ...cut(20), 0.7], 0.3)).toEqual([]);
  });

  it("are none where the sure blocks are too few to be a body", () => {
    expect(islands([0.4, 0.4, 0.4, ...cut(14), 0.9, ...cut(14), 0.4, 0.4], 0.3)).toEqual([]);
    expect(islands([0.4, 0.4, ...cut(14), 0.45], 0.3)).toEqual([]);
  });
});
