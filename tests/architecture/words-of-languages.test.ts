import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { codeOf, sources } from "./source-code.ts";

/*
 * Words of languages other than English have one home, `packages/text/src/languages/<tag>/`: a language is added there and nowhere
 * else. A letter that English does not write, or one of its neighbours' commonest short words, in code of a package or service is a
 * sign of a list that belongs there.
 */

const root = join(import.meta.dirname, "../..");
const home = "packages/text/src/languages/";

/** Marks that stand between words of any language, and letters that stand for units or signs. */
const signs = /[µμΩ×÷°ºª§¶©®™]/gu;
const foreignLetter = /[^\p{ASCII}\P{L}]/u;
const foreignWord =
  /(?<![\p{L}\p{N}_-])(?:und|oder|nicht|damals|heute|gestern|entonces|alors|aujourd|ayer|kein|keine|von|vom|auf|bei|mit|aber|eine|einen|sind|wurde|werden|les|des|aux|dans|avec|pour|mais|los|las|por|para|pero|muy|della|dello|degli|sono|het|een|niet|och|inte|ikke|przez|dla)(?![\p{L}\p{N}_-])/u;

/** Where such letters and words have another reason to stand, and which. */
const argued: Readonly<Record<string, string>> = {
  "packages/article/src/html/class-words.ts": "names that templates give their classes, in no language",
  "packages/article/src/metadata/head-line.ts": "signs of dates in Chinese, Japanese and Korean, read as marks",
  "packages/article/src/metadata/parse-date.ts": "signs of dates, hours and zones in any script",
  "packages/article/src/metadata/reporter-lines.ts": "signs between names in Chinese, read as marks",
  "packages/facts/src/extract-facts.ts": "und is the tag of an undetermined language",
  "packages/similarity/src/date-tokens.ts": "signs of dates in Chinese and Japanese",
  "packages/stories/src/names/join-names.ts": "spellings of one sound, for transliterated names",
  "packages/testing/src/blobs-suite.ts": "text of a test in several scripts",
  "packages/testing/src/similarity-index-suite.ts": "ids of a test in several scripts",
  "packages/text/src/agencies.ts": "names of agencies, which belong to no language",
  "packages/text/src/currencies.ts": "signs of currencies",
  "packages/text/src/normalize.ts": "letters, not words",
  "packages/text/src/transliterate.ts": "letters, not words",
  "packages/truth/src/name-lists.ts": "particles of persons' names",
};

/** What a look at each line of code outside the folders of languages finds, by its file. */
function found(hitIn: (line: string) => string | undefined): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const group of ["packages", "services"]) {
    for (const name of readdirSync(join(root, group))) {
      for (const path of sources(join(root, group, name, "src"))) {
        const file = relative(root, path);
        if (file.startsWith(home)) continue;
        const lines = codeOf(readFileSync(path, "utf8")).split("\n");
        const hits = lines.flatMap((line, at) => {
          const hit = hitIn(line);
          return hit === undefined ? [] : [`${file}:${at + 1}: ${hit}`];
        });
        if (hits.length > 0) out.set(file, hits);
      }
    }
  }
  return out;
}

const foreignHit = (line: string): string | undefined =>
  (foreignLetter.exec(line.replace(signs, "")) ?? foreignWord.exec(line))?.[0];

/** A language asked for by its name; “und” is the tag of an undetermined one. */
const namedLanguage = /\blanguage(?:\.language)?\s*[!=]==\s*"(?!und")[a-z]{2,3}"/;

test("rules ask for traits of a language, not for its name", () => {
  expect(namedLanguage.test('if (document.language.language === "de") return last;')).toBe(true);
  expect([...found((line) => namedLanguage.exec(line)?.[0]).values()].flat()).toEqual([]);
});

test("words of other languages stand in the folders of their languages", () => {
  const hits = [...found(foreignHit)].filter(([file]) => argued[file] === undefined).flatMap(([, lines]) => lines);
  expect(hits).toEqual([]);
});

test("each exception is still needed", () => {
  const files = found(foreignHit);
  expect(Object.keys(argued).filter((file) => !files.has(file))).toEqual([]);
});
