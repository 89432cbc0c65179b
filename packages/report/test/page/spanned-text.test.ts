import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderSpannedText } from "../../src/page/spanned-text.ts";

const mark = (start: number, end: number) => ({ span: [start, end] as const, id: `m${start}-${end}` });
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, "");

describe("renderSpannedText", () => {
  test("a span within a span is an element within an element", () => {
    expect(renderSpannedText("abcdef", [mark(2, 4), mark(1, 5)]).markup).toBe(
      `a<mark id="m1-5" tabindex="-1">b<mark id="m2-4" tabindex="-1">cd</mark>e</mark>f`,
    );
  });

  test("a span that crosses another's end is continued after it under the same name", () => {
    expect(renderSpannedText("abcdef", [mark(0, 3), mark(2, 5)]).markup).toBe(
      `<mark id="m0-3" tabindex="-1">ab<mark id="m2-5" tabindex="-1">c</mark></mark><mark data-of="m2-5">de</mark>f`,
    );
  });

  test("whatever the spans, the text is whole, tags nest, and every span keeps its place and its words", () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 30 })), { maxLength: 30 });
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{40}$/), spans, (text, pairs) => {
        const unique = new Map(pairs.map(([start, length]) => [`${start}+${length}`, mark(start, Math.min(start + length, 40))]));
        const markings = [...new Map([...unique.values()].map((m) => [m.id, m])).values()];
        const { markup } = renderSpannedText(text, markings);
        expect(textOf(markup)).toBe(text);
        let depth = 0;
        for (const tag of markup.match(/<\/?mark|<span/g) ?? []) {
          if (tag === "<span") continue;
          depth += tag === "<mark" ? 1 : -1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        for (const { id, span } of markings) {
          if (span[0] >= span[1]) continue;
          expect(markup.split(`id="${id}"`)).toHaveLength(2);
          const before = textOf(markup.slice(0, markup.lastIndexOf("<", markup.indexOf(`id="${id}"`))));
          expect(before).toBe(text.slice(0, span[0]));
        }
      }),
    );
  });

  test("thousands of nested and crossing spans cost bounded time and depth", () => {
    const text = "x".repeat(50_000);
    const markings = Array.from({ length: 4000 }, (_, i) => mark(i, 50_000 - ((i * 7) % 4000)));
    const started = process.cpuUsage();
    const { markup } = renderSpannedText(text, markings);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(15_000);
    expect(markup.length).toBeLessThan(text.length + 4000 * 200);
    expect(textOf(markup)).toBe(text);
  });

  test("what was cut is struck and says why", () => {
    expect(renderSpannedText("Share this. News.", [{ span: [0, 11], id: null, cut: "Share buttons" }]).markup).toContain(
      `<del class="cut" title="cut: Share buttons"><span class="vh">[cut: Share buttons] </span>Share this.</del>`,
    );
  });
});
