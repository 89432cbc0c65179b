import { eld } from "eld/extrasmall";
import { expect, test } from "vitest";
import { languageByLetters } from "../src/letter-profile.ts";

/** Ours and eld's own answer. */
const answers = (text: string) => {
  const theirs = eld.detect(text);
  const found = theirs.language === "" ? null : { language: theirs.language, isReliable: theirs.isReliable() };
  return [languageByLetters(text), found];
};

const tags = Object.values(eld.info().Languages);

/** Months, days and regions as CLDR writes them: words of all sixty languages. */
function wordsOf(tag: string): string[] {
  const months = new Intl.DateTimeFormat(tag, { month: "long", timeZone: "UTC" });
  const days = new Intl.DateTimeFormat(tag, { weekday: "long", timeZone: "UTC" });
  const regions = new Intl.DisplayNames([tag], { type: "region" });
  const times = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1 + month)));
  const codes = ["DE", "FR", "GB", "ES", "SE", "RU", "JP", "BR", "ZA", "MX", "EG", "IN", "AQ", "BV", "HM"];
  return [...times.flatMap((time) => [months.format(time), days.format(time)]), ...codes.map((code) => regions.of(code) ?? code)];
}

/** Numbers that look thrown, the same in every run. */
function thrown(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test.each(tags)("words of %s are given the language and the trust that eld gives them", (tag) => {
  const words = wordsOf(tag);
  const next = thrown(tags.indexOf(tag) + 1);
  for (let text = 0; text < 60; text++) {
    const written = Array.from({ length: 1 + Math.floor(next() * 40) }, () => words[Math.floor(next() * words.length)]).join(" ");
    const [ours, theirs] = answers(text % 2 === 0 ? written : written.toUpperCase());
    expect(ours, written).toEqual(theirs);
  }
});

test("words of several languages, omissions, overlong words, numbers, other planes and no words at all are read as eld reads them", () => {
  const next = thrown(7);
  const marks = [" ", " ", "'", "’", " '", "`", "-", "12", "𝒜", "😀", "\n", "\ud800", ", ", "«", "İ", "Σ ", "ß"];
  const all = tags.flatMap(wordsOf);
  for (let text = 0; text < 3000; text++) {
    let written = "";
    for (let part = Math.floor(next() * 60); part > 0; part--) {
      const word = all[Math.floor(next() * all.length)] ?? "";
      written += (next() < 0.02 ? word.repeat(9).replaceAll(" ", "") : word) + marks[Math.floor(next() * marks.length)];
    }
    const [ours, theirs] = answers(written);
    expect(ours, JSON.stringify(written)).toEqual(theirs);
  }
});

/** Letters that Unicode has got since eld's list of letters was made: with us they are letters. */
const newer = /[\u088F\u0C5C\u0CDC\u1C89\u1C8A\uA7CB-\uA7CF\uA7D2\uA7D4\uA7DA-\uA7DC\uA7F1]/g;

test("every letter of the basic plane stands in words or between them as with eld", () => {
  for (let code = 1; code < 0x10000; code += 40) {
    const written = Array.from({ length: 40 }, (_, at) => `a${String.fromCharCode(code + at)}e`).join(" ");
    const [ours, theirs] = answers(written.replace(newer, ""));
    expect(ours, `from ${code}`).toEqual(theirs);
  }
});
