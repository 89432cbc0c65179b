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

  test("breadth is read from the claims themselves: a country with its towns", () => {
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

describe("sources that may share a feed", () => {
  const objects = 24;
  /** Two sources that agree but on `differs` of the objects, and three others with the truth. */
  const rowsWith = (differs: number) =>
    Array.from({ length: objects }, (_, i) => {
      const shared = i % 2 === 0 ? `w${i}` : `t${i}`;
      return row(`o${i}`, {
        feed: shared,
        mirror: i < differs ? `m${i}` : shared,
        own1: `t${i}`,
        ...(i % 3 === 0 ? {} : { own2: `t${i}` }),
        ...(i % 4 === 1 ? {} : { own3: `t${i}` }),
      });
    });

  test("a difference more moves the voices a little: no answer hangs on one object", () => {
    const voices = [0, 1, 2, 3, 5].map((differs) => {
      const last = fuseClaims(rowsWith(differs)).at(-2);
      return last?.why.others.find(({ value }) => value.startsWith("w"))?.voices ?? Number.NaN;
    });
    // One voice as exact copies, nearly two as they differ more; each step is a part of it.
    expect(voices[0]).toBeLessThan(1.4);
    expect(voices.at(-1)).toBeGreaterThan(voices[0] ?? 0);
    for (let i = 1; i < voices.length; i++) expect((voices[i] ?? 0) - (voices[i - 1] ?? 0)).toBeLessThan(0.75);
  });

  test("any half of a table gives the answers that the whole gives", () => {
    const rows = rowsWith(0);
    const whole = new Map(fuseClaims(rows).map(({ object, value }) => [object, value]));
    for (const parity of [0, 1]) {
      const half = rows.filter((_, i) => Math.floor(i / 2) % 2 === parity);
      for (const { object, value } of fuseClaims(half)) expect(value).toBe(whole.get(object));
    }
  });

  test("sources that share their errors count less, though they cover different objects", () => {
    // `left` and `right` draw on one bad list, each for objects of its own as well; four good sources share no feed.
    const rows = Array.from({ length: 40 }, (_, i) =>
      row(`o${i}`, {
        ...(i < 26 ? { left: `w${i}` } : {}),
        ...(i > 10 ? { right: `w${i}` } : {}),
        ...(i % 4 !== 0 ? { own1: `t${i}` } : {}),
        ...(i % 4 !== 1 ? { own2: `t${i}` } : {}),
        ...(i % 4 !== 2 ? { own3: `t${i}` } : {}),
      }),
    );
    const shared = fuseClaims(rows)[18];
    expect(shared?.value).toBe("t18");
    expect(shared?.why.others[0]).toMatchObject({ value: "w18", claims: 2 });
    expect(shared?.why.others[0]?.voices).toBeLessThan(1.5);
  });
});

describe("a source that the object is named after", () => {
  const times = (own: Record<string, string>): ReturnType<typeof row>[] =>
    Array.from({ length: 24 }, (_, i) => {
      const minute = String(10 + i);
      return row(`QX-${100 + i}-ABC`, {
        a: `7:${minute} a.m.`,
        b: `7:${minute} a.m.`,
        c: `7:${minute} a.m.`,
        ...(i === 5 ? own : { qx: `7:${minute} a.m.` }),
      });
    });

  test("is believed against three others, told first hand", () => {
    expect(fuseClaims(times({ qx: "8:45 a.m." }))[5]?.value).toBe("8:45 a.m.");
    expect(fuseClaims(times({ "www.qx.example": "8:45 a.m." }))[5]?.value).toBe("8:45 a.m.");
  });

  test("is one voice where the name is another's", () => {
    expect(fuseClaims(times({ qz: "8:45 a.m." }))[5]?.value).toBe("7:15 a.m.");
  });
});

describe("authors written with character references", () => {
  test("agree with those that write the letters themselves, in small letters and in capitals", () => {
    const [fused] = fuseClaims([
      row("book", {
        a: "SK&OUML;LD, RENEE; SOLM, IDA",
        b: "Skold, Renee; Solm, Ida",
        c: "Renee Sk&#246;ld; Ida Solm",
        d: "Renee Skold; Ida Solm",
        e: "Marr, Otto; Solm, Ida",
      }),
    ]);
    expect(fused!.sources.map(({ source, agrees }) => [source, agrees])).toEqual([
      ["a", true],
      ["b", true],
      ["c", true],
      ["d", true],
      ["e", false],
    ]);
  });
});

describe("authors whose surname has a capital inside", () => {
  test("are kept in every spelling of the list", () => {
    const [fused] = fuseClaims([
      row("o", {
        a: "McBrade, Una; Solm, Ida",
        b: "Una McBrade, Ida Solm",
        c: "Solm, Ida; McBrade, Una",
        d: "MCBRADE, UNA SOLM, IDA",
        e: "McBrade, UnaSolm, Ida",
      }),
    ]);
    expect(fused?.value?.split("; ").sort()).toEqual(["McBrade, Una", "Solm, Ida"]);
  });
});

describe("the reason for an answer", () => {
  test("names the claims for it, the runner-up, and what says nothing", () => {
    const [fused] = fuseClaims([row("gate of F1", { a: "B4", b: "B4", c: "C9", d: "unknown" })]);
    expect(fused?.why).toEqual({
      text: '2 of 3 claims; next "C9" with 1',
      read_as: "label",
      claims: 2,
      voices: 2,
      says_nothing: 1,
      others: [{ value: "C9", confidence: expect.any(Number), claims: 1, voices: 1, broader: false }],
      others_left_out: 0,
    });
  });

  test("says so where the runner-up is broader and contradicts nothing", () => {
    const hierarchy = { Brunnau: "Valdora", Valdora: null };
    const [fused] = fuseClaims([row("works", { a: "Valdora", b: "Brunnau", c: "Brunnau" })], { hierarchy });
    expect(fused?.why.text).toBe('2 of 3 claims; next "Valdora" with 1, which is broader and does not contradict it');
  });

  test("says so where nothing is claimed", () => {
    expect(fuseClaims([row("o", {})])[0]?.why.text).toBe("no claims");
    expect(fuseClaims([row("o", { a: "n/a" })])[0]?.why.text).toBe("no claim says anything");
  });

  test("is bounded for a row with many values", () => {
    const claims = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`s${i}`, `v${i}`]));
    const why = fuseClaims([row("o", claims)])[0]?.why;
    expect(why?.others).toHaveLength(5);
    expect(why?.others_left_out).toBe(44);
  });

  test("a province is broader than nothing but the country it lies in, however often a slip pairs it with another", () => {
    const slips = ["Inn bridge", "Isar mill", "Lech weir"].map((object) =>
      row(object, { a: "Bayern", b: "Bayern", c: "Norway" }),
    );
    const askedOf = (narrow: string) => row("Alz ferry", { e: narrow, f: "Norway", g: "Norway", h: "Norway" });
    expect(fuseClaims([...slips, askedOf("Bayern")]).at(-1)?.value).toBe("Norway");
    // Of a place nobody knows, company is all there is to go by.
    const unknown = slips.map((each) => ({
      ...each,
      claims: each.claims.map((claim) => (claim.value === "Bayern" ? { ...claim, value: "Alztal" } : claim)),
    }));
    expect(fuseClaims([...unknown, askedOf("Alztal")]).at(-1)?.value).toBe("Alztal");
  });
});
