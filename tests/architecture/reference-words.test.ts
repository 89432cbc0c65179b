import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

/*
 * No rule, example or page is written from a document that quality is measured on: a run of four words that stands in a reference
 * text and in the project is either plain English, and listed here, or a sign that somebody wrote with the answer in view.
 */

const root = join(import.meta.dirname, "../..");
const reference = join(root, "../shared");
const runLength = 4;

/** What any English text may hold. */
const commonEnglish = [
  "a copy of the",
  "a link to a",
  "a wake up call",
  "at the same time",
  "at the top of",
  "by more than a",
  "have nothing to do",
  "is not the first",
  "more than the number",
  "nothing to do with",
  "one of the other",
  "since the beginning of",
  "tens of thousands of",
  "than a week after",
  "that have nothing to",
  "that one of the",
  "the beginning of the",
  "the cost of the",
  "the end of the",
  "the end of this",
  "the report in a",
  "the source of the",
  "the start of a",
  "we don t know",
  "where there is no",
  "year and a half",
];
/** Standing phrases of the news trade and of the software its sites run on: thousands of sites have them word for word. */
const stockPhrases = [
  "a member sign in",
  "a spokesman for the",
  "address will not be",
  "already a member sign",
  "associated press all rights",
  "be published required fields",
  "contributed to this report",
  "email address will not",
  "not be published required",
  "press all rights reserved",
  "published required fields are",
  "required fields are marked",
  "said in a statement",
  "said on monday that",
  "skip to main content",
  "the associated press all",
  "the associated press that",
  "told reporters that the",
  "told the associated press",
  "will not be published",
  "your email address will",
];
const allowed = new Set([...commonEnglish, ...stockPhrases]);

/** Letters only, so that another number in a copied sentence hides nothing. */
const wordsOf = (text: string) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(0, Math.max(0, words.length - runLength + 1)).map((_, at) => words.slice(at, at + runLength).join(" "));
}

const skippedFolders = new Set(["node_modules", "dist", "fixtures", "schema"]);

function filesBelow(folder: string, isWanted: (name: string) => boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesBelow(path, isWanted);
    return isWanted(entry.name) ? [path] : [];
  });
}

/** Run of words -> the reference document that holds it. */
function referenceRuns(): Map<string, string> {
  const texts = ["seeds", "data/stories"].flatMap((folder) =>
    filesBelow(join(reference, folder), (name) => name.endsWith(".txt")),
  );
  return new Map(
    texts.flatMap((path) => runsOf(readFileSync(path, "utf8")).map((run) => [run, relative(reference, path)] as const)),
  );
}

/**
 * What a file says, in pieces that belong together: quotation marks of code end a piece, so that neighbours in a list of words make
 * no sentence. Comments, literals and expressions alike are read: a pattern can retype a sentence as well.
 */
const piecesOf = (path: string) => readFileSync(path, "utf8").split(path.endsWith(".md") ? /\n{2,}/ : /["`]/);

const pages = readdirSync(root)
  .filter((name) => name.endsWith(".md"))
  .map((name) => join(root, name));
const written = ["packages", "services", "tests", "scripts", "docs", "examples", "seeds", "infra"].flatMap((folder) =>
  filesBelow(join(root, folder), (name) => /\.(?:ts|mjs|md)$/.test(name)),
);
const files = [...pages, ...written].filter((path) => path !== import.meta.filename);

test("runs of words are found whatever stands between them", () => {
  expect(runsOf("He WALKED, 15 km\n * to the “mill”")).toEqual(["he walked km to", "walked km to the", "km to the mill"]);
  expect(runsOf("three words only")).toEqual([]);
});

test.skipIf(!existsSync(join(reference, "seeds")))(
  "nothing here retypes a reference text (skipped where ../shared is absent)",
  () => {
    const known = referenceRuns();
    expect(known.size).toBeGreaterThan(1_000);
    const retyped = new Set(
      files.flatMap((path) =>
        piecesOf(path)
          .flatMap(runsOf)
          .filter((run) => known.has(run) && !allowed.has(run))
          .map((run) => `${relative(root, path)}: “${run}” stands in ${known.get(run)}`),
      ),
    );
    expect([...retyped].sort()).toEqual([]);
  },
);
