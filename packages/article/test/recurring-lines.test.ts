import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryRecurringLines, lineFingerprint, lineFingerprints } from "../src/index.ts";

describe("lineFingerprint", () => {
  it("ignores case, quotation marks, punctuation and the value of figures", () => {
    expect(lineFingerprint("Read 12 more stories from “The Courier”")).toBe(
      lineFingerprint('read 7 more stories from "the courier"!'),
    );
  });

  it("tells different lines apart and has none for lines too short to mean anything", () => {
    expect(lineFingerprint("Sign up for our newsletter")).not.toBe(lineFingerprint("Sign up for our podcasts"));
    expect(lineFingerprint("Yes.")).toBeUndefined();
    expect(lineFingerprint("12/09/2024")).toBeUndefined();
  });

  it("gives a document's lines once each, kept and removed", () => {
    const line = (text: string) => ({ kind: "paragraph" as const, text, span: null });
    const prints = lineFingerprints({
      blocks: [line("The ferry sails again"), line("The ferry sails again")],
      removed: [{ reason: "related", text: "Most read stories" }],
    });
    expect(prints).toHaveLength(2);
  });
});

describe("the store in memory", () => {
  it("counts the other documents of the same outlet", async () => {
    const store = createMemoryRecurringLines();
    for (const id of ["a", "b", "c", "c"]) await store.record("courier.example", id, ["line"]);
    await store.record("herald.example", "d", ["line"]);
    expect((await store.count("courier.example", "a", ["line", "unknown"])).get("line")).toBe(2);
    expect((await store.count("courier.example", "new", ["line"])).get("line")).toBe(3);
  });

  it("answers the same whatever the order documents came in", async () => {
    const documents = fc.array(
      fc.record({
        id: fc.integer({ min: 0, max: 30 }).map(String),
        lines: fc.array(fc.integer({ min: 0, max: 12 }).map((n) => `line${n}`)),
      }),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(documents, fc.integer(), async (list, seed) => {
        const shuffled = [...list].sort(
          (a, b) =>
            Math.imul(a.id.length + list.indexOf(a) * 31, seed | 1) - Math.imul(b.id.length + list.indexOf(b) * 31, seed | 1),
        );
        const options = { documentsPerLineMax: 4 };
        const [one, two] = [createMemoryRecurringLines(options), createMemoryRecurringLines(options)];
        for (const { id, lines } of list) await one.record("o", id, lines);
        for (const { id, lines } of shuffled) await two.record("o", id, lines);
        const all = Array.from({ length: 13 }, (_, n) => `line${n}`);
        expect(await one.count("o", "x", all)).toEqual(await two.count("o", "x", all));
      }),
      { numRuns: 50 },
    );
  });

  it("never keeps more lines than its limit", async () => {
    const store = createMemoryRecurringLines({ linesMax: 100 });
    const all: string[] = [];
    for (let i = 0; i < 1000; i++) {
      const line = lineFingerprint(`An invented line with the number word ${i.toString(36)} in it`)!;
      all.push(line);
      await store.record("o", `doc${i}`, [line]);
    }
    expect((await store.count("o", "x", all)).size).toBeLessThanOrEqual(100);
  });
});
