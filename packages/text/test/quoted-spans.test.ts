import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotedSpans } from "../src/index.ts";

const found = (text: string): string[] => findQuotedSpans(text).map(({ span }) => text.slice(...span));

describe("findQuotedSpans", () => {
  it("reads the marks of several languages", () => {
    expect(found("“One,” he said.")).toEqual(["“One,”"]);
    expect(found("„Eins“, sagte er.")).toEqual(["„Eins“"]);
    expect(found("« Un », dit-il.")).toEqual(["« Un »"]);
    expect(found("»Eins«, sagte er.")).toEqual(["»Eins«"]);
    expect(found("彼は「一」と言った。")).toEqual(["「一」"]);
    expect(found("”Ett”, sade hon.")).toEqual(["”Ett”"]);
  });

  it("takes a straight mark's direction from its neighbours, and mixes it with curly ones", () => {
    expect(found('"We waited,” she said, "and waited."')).toEqual(['"We waited,”', '"and waited."']);
  });

  it("gives one span for each paragraph of a quotation that runs over several", () => {
    const spans = findQuotedSpans("“The first.\n\n“The second.”");
    expect(spans.map(({ continues }) => continues === true)).toEqual([true, false]);
    expect(spans.every(({ broken }) => broken === undefined)).toBe(true);
  });

  it("says which mark is missing", () => {
    expect(findQuotedSpans("We will go home,” Ana said.")[0]).toMatchObject({ span: [0, 17], broken: "no-open" });
    expect(findQuotedSpans("“We will go home. “And rest.”").map(({ broken }) => broken)).toEqual(["no-close", undefined]);
  });

  it("never lets a lost mark spoil the next paragraph", () => {
    expect(found("“We will go\n\nHe said “no” twice.")).toEqual(["“We will go", "“no”"]);
  });

  it("tells single marks from apostrophes", () => {
    expect(found("‘Utter ruin’: the workers’ village isn’t what it was")).toEqual(["‘Utter ruin’"]);
    expect(found("The ’90s rock ’n’ roll of the drivers’ club")).toEqual([]);
  });

  it("keeps a nested quotation inside the outer one", () => {
    expect(found("“He called it ‘a mess’ and left,” she said.")).toEqual(["“He called it ‘a mess’ and left,”"]);
  });

  it("does not take feet and inches for quotations", () => {
    expect(found("He is 6'2\" tall and she is 5'10\" tall.")).toEqual([]);
  });

  it("gives disjoint spans in order that slice to their marks, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("“", "”", '"', "‘", "’", "'", "„", "«", "»", "a", "s", " ", "\n", ".", ",") }),
        (text) => {
          let last = 0;
          for (const { span, inner } of findQuotedSpans(text)) {
            expect(span[0]).toBeGreaterThanOrEqual(last);
            expect(inner[0]).toBeGreaterThanOrEqual(span[0]);
            expect(inner[1]).toBeLessThanOrEqual(span[1]);
            expect(span[1]).toBeLessThanOrEqual(text.length);
            last = span[1];
          }
        },
      ),
    );
  });

  it("reads a million marks in linear time", () => {
    for (const mark of ['"', "“", "‘", "''"]) {
      const started = process.cpuUsage();
      findQuotedSpans(`${mark}a `.repeat(300_000));
      expect(process.cpuUsage(started).user / 1000).toBeLessThan(15_000);
    }
  });
});
