import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { EXIT } from "../src/exit-codes.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Codes as string literals, `"WIREFOLD_USAGE"`, or in a message's brackets. Environment variables are bare keys. */
function codesInSources(): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of ["packages", "services"].flatMap(sourcesUnder)) {
    for (const [, code] of read(path).matchAll(/["[](WIREFOLD_[A-Z0-9_]+)["\]]/g)) found.set(code!, path);
  }
  return found;
}

function sourcesUnder(group: string): string[] {
  return readdirSync(join(root, group)).flatMap((name) =>
    ["src", "bin"].flatMap((folder) => {
      const path = join(group, name, folder);
      try {
        const files = readdirSync(join(root, path), { recursive: true, encoding: "utf8" });
        return files.filter((file) => /\.(ts|mjs)$/.test(file)).map((file) => join(path, file));
      } catch {
        return [];
      }
    }),
  );
}

describe("docs/errors.md", () => {
  const documented = new Set([...read("docs/errors.md").matchAll(/^\| `(WIREFOLD_[A-Z0-9_]+)` \|/gm)].map(([, code]) => code!));

  it("lists every code in the sources", () => {
    const missing = [...codesInSources()].filter(([code]) => !documented.has(code));
    expect(missing).toEqual([]);
  });

  it("lists no code that is gone", () => {
    const known = codesInSources();
    expect([...documented].filter((code) => !known.has(code))).toEqual([]);
  });
});

describe("docs/cli.md", () => {
  it("lists every exit code", () => {
    const documented = [...read("docs/cli.md").matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(documented).toEqual(Object.values(EXIT));
  });
});
