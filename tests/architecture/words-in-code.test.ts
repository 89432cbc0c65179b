import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { codeOf, sources } from "./source-code.ts";

/*
 * Words of any language, English too, stand in `packages/text/src/languages/<tag>/`, where a language is added. Code that reads texts
 * asks for a list by what its words mean. A token compared with a word, an expression that only such words fill, and a set of
 * words are signs of a list that belongs there.
 */

const root = join(import.meta.dirname, "../..");
const home = "packages/text/src/languages/";
const readers = ["article", "facts", "similarity", "sources", "stories", "text", "truth"];

const signs: readonly RegExp[] = [
  // scan.lower(at) === "word"
  /\.lower\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\) [!=]== "[a-z']{2,}"/g,
  // /^(?:one|another)$/
  /\/\^\(\?:[a-z']{2,}(?:\|[a-z']+)+\)\$\/[a-z]*/g,
  // new Set("one another".split(" "))
  /new Set\(\s*\(?\s*"[a-z'.]+ [^"]*"[^;]*?\.split\(/g,
  // new Set(["one", "another"])
  /new Set\(\[\s*"[a-z']{2,}"(?:,\s*"[a-z']{2,}")+,?\s*\]\)/g,
];

/** Where such words have another reason to stand, and which. */
const argued: Readonly<Record<string, string>> = {
  "packages/article/src/html/body-from-data.ts": "names of fields",
  "packages/article/src/metadata/page-bylines.ts": "names of accounts that publishing systems give",
  "packages/facts/src/dates/number-order.ts": "codes of countries",
  "packages/facts/src/figures/counted-noun.ts": "our names of units",
  "packages/facts/src/figures/is-story-figure.ts": "our names of units",
  "packages/facts/src/figures/rates.ts": "our names of units",
  "packages/facts/src/names/name-runs.ts": "parts of persons' names, which belong to no language",
  "packages/sources/src/sniff-document.ts": "names of elements",
  "packages/stories/src/claims/attributes.ts": "our names of attributes",
  "packages/stories/src/claims/conflict-score.ts": "our names of attributes",
  "packages/stories/src/claims/said-conflicts.ts": "our names of attributes",
  "packages/stories/src/claims/predicate-senses.ts": "our names of senses",
  "packages/text/src/currencies.ts": "abbreviations of a currency",
  "packages/text/src/figures/durations.ts": "our names of units",
  "packages/text/src/figures/figure-reader.ts": "our names of units",
  "packages/text/src/figures/find-figures.ts": "our kinds of figures",
  "packages/text/src/figures/ratios.ts": "our names of units",
  "packages/text/src/figures/units.ts": "our names of units, and their signs",
  "packages/text/src/word-scan.ts": "the ending that is cut into a token of its own",
  "packages/truth/src/name-lists.ts": "parts of persons' names, which belong to no language",
};

const hitsIn = (code: string): string[] => signs.flatMap((sign) => [...code.matchAll(sign)].map(([hit]) => hit.slice(0, 80)));

const found: ReadonlyMap<string, string[]> = new Map(
  readers
    .flatMap((name) => [...sources(join(root, "packages", name, "src"))])
    .map((path) => [relative(root, path), path] as const)
    .filter(([file]) => !file.startsWith(home))
    .map(([file, path]) => [file, hitsIn(codeOf(readFileSync(path, "utf8")))] as const)
    .filter(([, hits]) => hits.length > 0),
);

test("words that texts are read by stand in the folders of their languages", () => {
  const hits = [...found]
    .filter(([file]) => argued[file] === undefined)
    .flatMap(([file, own]) => own.map((hit) => `${file}: ${hit}`));
  expect(hits).toEqual([]);
});

test("each exception is still needed", () => {
  expect(Object.keys(argued).filter((file) => !found.has(file))).toEqual([]);
});

test("the signs are seen", () => {
  for (const code of [
    'if (scan.lower(at - 1) === "of") return;',
    'if (scan.lower(next(at)) !== "of") return;',
    "if (/^(?:told|tells)$/.test(word)) return;",
    'const words = new Set("told tells".split(" "));',
    'const words = new Set(["that", "which"]);',
  ])
    expect(hitsIn(code), code).toHaveLength(1);
});
