import { describe, expect, it } from "vitest";
import { alignRaw } from "../../src/filter/align-raw.ts";

const RAW = `Skip to content

Ferry back in Hollowmere

1 / 4

The ferry to Hollowmere sails
again from   Monday, the port said.
Recommended videos
“It is about time,” Ada Quill said.

12 comments`;

const excludedWords = (text: string, keep?: string[]) => {
  const { excluded, found } = alignRaw(text, RAW, keep);
  return { words: excluded.map((span) => RAW.slice(...span)), found };
};

describe("alignRaw", () => {
  const text = "The ferry to Hollowmere sails again from Monday, the port said.\n“It is about time,” Ada Quill said.";

  it("excludes what stands between and around the lines, across hard wraps and doubled blanks", () => {
    expect(excludedWords(text)).toEqual({
      words: ["Skip to content\n\nFerry back in Hollowmere\n\n1 / 4", "Recommended videos", "12 comments"],
      found: 1,
    });
  });

  it("keeps the headline", () => {
    expect(excludedWords(text, ["Ferry back in Hollowmere"]).words).toEqual([
      "Skip to content",
      "1 / 4",
      "Recommended videos",
      "12 comments",
    ]);
  });

  it("says how much of a text it did not find", () => {
    expect(excludedWords("Something else altogether.\n12 comments").found).toBeCloseTo(11 / 37);
  });

  it("excludes all of a page whose text is empty", () => {
    expect(excludedWords("")).toEqual({ words: [RAW], found: 1 });
  });
});
