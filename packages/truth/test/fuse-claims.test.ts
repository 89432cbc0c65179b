import { Fused } from "@wirefold/core";
import { describe, expect, test } from "vitest";
import { fuseClaims } from "../src/index.ts";

const row = (object: string, claims: Record<string, string>, property = "p") => ({
  object,
  property,
  claims: Object.entries(claims).map(([source, value]) => ({ source, value })),
});

describe("fusing conflicting claims", () => {
  test("agreement wins, and every claim is marked as agreeing or not", () => {
    const [fused] = fuseClaims([row("gate of F1", { a: "B4", b: "B4", c: "C9" })]);
    expect(Fused.parse(fused)).toEqual(fused);
    expect(fused).toMatchObject({ object: "gate of F1", value: "B4" });
    expect(fused!.sources).toEqual([
      { source: "a", agrees: true },
      { source: "b", agrees: true },
      { source: "c", agrees: false },
    ]);
    expect(fused!.confidence).toBeGreaterThan(0.5);
  });

  test("a source that is right elsewhere outweighs two that are wrong elsewhere", () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      row(`o${i}`, {
        careful: `v${i}`,
        ...(i < 8 ? { second: `v${i}` } : {}),
        ...(i > 4 ? { third: `v${i}` } : {}),
        sloppy: `x${i}`,
        hasty: `y${i}`,
      }),
    );
    const last = row("last", { careful: "right", sloppy: "wrong", hasty: "wrong" });
    expect(fuseClaims([...rows, last]).at(-1)?.value).toBe("right");
  });

  test("sources that cover the same objects with the same values are one voice, and named as copies", () => {
    const rows = Array.from({ length: 12 }, (_, i) => {
      const truth = `t${i}`;
      const wrong = i % 2 === 0 ? `w${i}` : truth;
      // Three copies of one feed against two sources that differ in what they cover.
      return row(`o${i}`, {
        feed: wrong,
        mirror1: wrong,
        mirror2: wrong,
        ...(i !== 3 ? { own1: truth } : {}),
        ...(i > 3 ? { own2: truth } : {}),
        ...(i < 6 ? { own3: truth } : {}),
      });
    });
    const fused = fuseClaims(rows);
    expect(fused.map(({ value }) => value)).toEqual(rows.map((_, i) => `t${i}`));
    expect(fused[0]?.copied_from).toEqual({ mirror1: "feed", mirror2: "feed" });
  });

  test("agreement on a small overlap is no copying", () => {
    const fused = fuseClaims([row("o1", { a: "1st", b: "1st" }), row("o2", { a: "2nd", b: "2nd" })]);
    expect(fused[0]?.copied_from).toBeUndefined();
  });

  test("one clock time in many hands is one value, shown in the commonest hand", () => {
    const [fused] = fuseClaims([
      row("f", {
        a: "9:47 p.m.",
        b: "11/30 9:47 p.m.",
        c: "9:47pDec 1",
        d: "9:52 p.m.",
        e: "9:52 p.m. (estimated)",
        f: "not available",
      }),
    ]);
    expect(fused?.value).toBe("9:47 p.m.");
    expect(fused?.sources.filter(({ agrees }) => agrees).map(({ source }) => source)).toEqual(["a", "b", "c"]);
  });

  test("lists of people are read in every order and writing, and the full list is not contradicted by the short one", () => {
    const rows = [
      row("b1", {
        s1: "Ada Merrow, Jon Quill",
        s2: "Merrow, Ada; Quill, Jon",
        s3: "MERROW, ADA QUILL, JON",
        s4: "Merrow, AdaQuill, Jon",
        s5: "Merrow, Ada",
        s6: "Ada Merrow",
        s7: "Merrow, Ada",
        s8: "Quill, Jon, and Merrow, Ada",
      }),
      row("b2", { s1: "Rhoda Finch", s2: "Finch, Rhoda" }),
    ];
    const [first, second] = fuseClaims(rows);
    expect(first?.value?.split("; ").sort()).toEqual(["Merrow, Ada", "Quill, Jon"]);
    expect(first?.sources.filter(({ agrees }) => agrees)).toHaveLength(5);
    expect(second?.value).toBe("Finch, Rhoda");
  });

  test("with a hierarchy given, a more precise value wins over the broader one it lies in", () => {
    const hierarchy = { Brunnau: "Valdora", Valdora: null, Estmark: null };
    const [fused] = fuseClaims([row("works", { a: "Valdora", b: "Valdora", c: "Brunnau", d: "Brunnau", e: "Estmark" })], {
      hierarchy,
    });
    expect(fused?.value).toBe("Brunnau");
  });

  test("breadth is read from the claims themselves: a country beside its towns", () => {
    const rows = Array.from({ length: 8 }, (_, i) => row(`site ${i}`, { a: "Portugal", b: `Town ${i}` }));
    const fused = fuseClaims([...rows, row("last", { a: "Portugal", c: "Portugal", b: "Town 3" })]);
    expect(fused.at(-1)?.value).toBe("Town 3");
  });

  test("no claim that says anything gives no value and no confidence", () => {
    expect(fuseClaims([{ object: "o", property: "p", claims: [] }])[0]).toMatchObject({
      value: null,
      confidence: 0,
      sources: [],
    });
    expect(fuseClaims([row("o", { a: "not available" })])[0]).toMatchObject({ value: null, confidence: 0 });
    expect(fuseClaims([])).toEqual([]);
  });

  test("the order of rows and claims changes nothing", () => {
    const rows = Array.from({ length: 10 }, (_, i) => row(`o${i}`, { a: `v${i % 3}`, b: `v${i % 2}`, c: `v${i % 3}` }));
    const forward = new Map(fuseClaims(rows).map((fused) => [fused.object, fused.value]));
    const backward = fuseClaims([...rows].reverse().map((one) => ({ ...one, claims: [...one.claims].reverse() })));
    for (const fused of backward) expect(fused.value).toBe(forward.get(fused.object));
  });

  test("a hierarchy that runs in a ring ends", () => {
    expect(fuseClaims([row("o", { a: "x", b: "y" })], { hierarchy: { x: "y", y: "x" } })).toHaveLength(1);
  });
});
