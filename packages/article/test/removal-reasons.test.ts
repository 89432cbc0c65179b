import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { REMOVAL_REASONS } from "../src/index.ts";

describe("docs/removal-reasons.md", () => {
  it("explains every reason the code has, and no other", () => {
    const page = readFileSync(new URL("../../../docs/removal-reasons.md", import.meta.url), "utf8");
    const documented = [...page.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map((match) => match[1]);
    expect(documented.sort()).toEqual([...REMOVAL_REASONS].sort());
  });
});
