import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BatchLimits, lineBatches } from "../../src/jsonl/line-batches.ts";

const LIMITS: BatchLimits = { maxLineBytes: 1000, maxLines: 8, maxBytes: 4096 };

/** The lines a byte stream is cut into, fed in pieces of the given sizes (repeated). */
async function linesOf(bytes: Uint8Array, sizes: readonly number[] = [65_536], limits = LIMITS) {
  async function* chunks() {
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const size = sizes[i % sizes.length]!;
      yield bytes.slice(at, at + size);
      at += size;
    }
  }
  const lines: { number: number; text: string; problem?: string }[] = [];
  for await (const batch of lineBatches(chunks(), limits)) {
    for (const { number, start, end, problem } of batch.lines) {
      lines.push({
        number,
        text: new TextDecoder().decode(batch.bytes.subarray(start, end)),
        ...(problem === undefined ? {} : { problem: problem.code }),
      });
    }
  }
  return lines;
}

const encode = (text: string) => new TextEncoder().encode(text);

describe("lineBatches", () => {
  it("cuts at newlines wherever the chunks end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc
            .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
            .filter((line) => /^[^\r\n\ufeff]*$/.test(line) && /[^ \t]/.test(line)),
        ),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        fc.boolean(),
        async (lines, sizes, newline, marked, ended) => {
          const text = (marked ? "\ufeff" : "") + lines.join(newline) + (ended && lines.length > 0 ? newline : "");
          expect(await linesOf(encode(text), sizes)).toEqual(lines.map((line, i) => ({ number: i + 1, text: line })));
        },
      ),
    );
  });

  it("skips blank lines and still counts them", async () => {
    expect(await linesOf(encode("\n{1}\n  \t\r\n\r\n{2}"))).toEqual([
      { number: 2, text: "{1}" },
      { number: 5, text: "{2}" },
    ]);
  });

  it("says what UTF-16 input is", async () => {
    for (const sizes of [[100], [1]]) {
      await expect(linesOf(Buffer.from("\ufeff{}\n", "utf16le"), sizes)).rejects.toMatchObject({ code: "WIREFOLD_BAD_UTF8" });
    }
  });

  it("names a line that is too long and reads on after it", async () => {
    const text = `{1}\n${"x".repeat(5000)}\n{3}\n${"y".repeat(1001)}`;
    for (const sizes of [[65_536], [7], [1500, 3]]) {
      expect(await linesOf(encode(text), sizes)).toEqual([
        { number: 1, text: "{1}" },
        { number: 2, text: "", problem: "WIREFOLD_LINE_TOO_LONG" },
        { number: 3, text: "{3}" },
        { number: 4, text: "", problem: "WIREFOLD_LINE_TOO_LONG" },
      ]);
    }
  });

  it("keeps batches within their bounds, starting small", async () => {
    async function* source() {
      yield encode("{}\n".repeat(50));
    }
    const sizes: number[] = [];
    for await (const batch of lineBatches(source(), LIMITS)) sizes.push(batch.lines.length);
    expect(sizes).toEqual([1, 2, 4, 8, 8, 8, 8, 8, 3]);
  });
});
