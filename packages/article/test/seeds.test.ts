import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";

const seeds = new URL("../../../../shared/seeds/", import.meta.url);
const present = existsSync(new URL("boilerplate-lines.json", seeds));

describe.skipIf(!present)("the five seed documents (skipped: ../shared/seeds is not next to this checkout)", () => {
  const lineOf = (input: string, offset: number): string => String(input.slice(0, offset).split("\n").length);

  it("lose at least 54 of their 56 boilerplate lines and none of their body lines", () => {
    const labels = JSON.parse(readFileSync(new URL("boilerplate-lines.json", seeds), "utf8")) as Record<
      string,
      Record<string, string>
    >;
    let cut = 0;
    const lost: string[] = [];
    for (const file of readdirSync(seeds).filter((name) => name.endsWith(".txt"))) {
      const input = readFileSync(new URL(file, seeds), "utf8");
      const expected = labels[file.replace(/\.txt$/, "")]!;
      const article = extractArticle(input, { kind: "text" });
      let headlines = 0;
      for (const { text, span, reason } of article.removed) {
        expect(input.slice(...span!)).toBe(text);
        const line = lineOf(input, span![0]);
        if (expected[line] !== undefined) cut += 1;
        else if (reason === "headline" && headlines === 0) headlines += 1;
        else lost.push(`${file}:${line} ${reason}`);
      }
      for (const { text, span } of article.blocks) expect(input.slice(...span!)).toBe(text);
    }
    expect(lost).toEqual([]);
    expect(cut).toBeGreaterThanOrEqual(54);
  });
});
