/** What an article counts: “for a year”, “the ninth day of”, “einen Monat”, “a pair of gunmen”. */
import { contextWords } from "../context-words.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { addedFraction } from "../numbers/read-number.ts";
import { readingWordSet } from "../reading-words.ts";
import type { WordScan } from "../word-scan.ts";
import { draftOf, figureOf } from "./build-figure.ts";
import type { Figure } from "./figure.ts";

const inARow = contextWords("inARow");
const rowLead = contextWords("rowLead");
const of = readingWordSet("of");
const inWord = contextWords("in");
const ordinalSuffix = contextWords("ordinalSuffix");
const the = contextWords("the");
const heldNoun = contextWords("heldNoun");
const boundBeforeArticle = contextWords("boundBeforeArticle");
const boundBehind = contextWords("boundBehind");
const noDurationBehind = contextWords("noDurationBehind");
const durationLead = contextWords("durationLead");
const wornInPairs = contextWords("wornInPairs");
const lastingArticle = contextWords("lastingArticle");
const lastingBehind = contextWords("lastingBehind");

const exactly = (next: number, value: number, hasDigits = false) => ({
  next,
  low: value,
  high: value,
  isVague: false,
  hasDigits,
});

/** A stretch of time that an article or an ordinal counts, from the token of the article on; null where none begins there. */
export const durationAt = (scan: WordScan, at: number, words: LanguageWords): Figure | null =>
  ordinalDuration(scan, at, words) ?? articleDuration(scan, at, words) ?? lastingDuration(scan, at, words);

/** “for a third straight day”, “the ninth day of”: how long something has gone on. */
function ordinalDuration(scan: WordScan, at: number, words: LanguageWords): Figure | null {
  if (!words.articles.has(scan.lower(at)) && !words.possessives.has(scan.lower(at))) return null;
  const value = words.ordinals.get(scan.lower(at + 1)) ?? ordinalInDigits(scan, at + 1);
  if (value === null || value === undefined) return null;
  const digits = scan.isNumber(at + 1);
  let next = digits ? at + 3 : at + 2;
  const isInRow = inARow.has(scan.lower(next));
  if (isInRow) next++;
  const unit = words.units.get(scan.lower(next));
  if (unit === undefined || !/^(?:day|week|month|year|night)$/.test(unit) || scan.lower(next).endsWith("s")) return null;
  const lasts = rowLead.has(scan.lower(at - 1)) || of.has(scan.lower(next + 1)) || inWord.has(scan.lower(next + 1));
  if (!isInRow && !(lasts && unit !== "year")) return null;
  return figureOf(scan, draftOf(at + 1, exactly(at + 2, value, digits)), { kind: "measure", unit, next: next + 1 });
}

function ordinalInDigits(scan: WordScan, at: number): number | null {
  if (!/^\d{1,3}$/.test(scan.raw(at)) || !scan.isGlued(at + 1) || !ordinalSuffix.has(scan.lower(at + 1))) return null;
  return Number(scan.raw(at));
}

/** Whether the English name of a unit, in the singular, is that of a stretch of time. */
export const isTimeUnit = (unit: string): boolean => /^(?:second|minute|hour|day|week|month|year|decade|century)$/.test(unit);

const countedOnce = /^(?:second|minute|hour|day|week|month|year|decade|century|mile|kilometer|fortnight)$/;

/** “for a year”, “spent a month”, “a year and a half”, where the article counts. */
function articleDuration(scan: WordScan, at: number, words: LanguageWords): Figure | null {
  const lower = scan.lower(at);
  if (words.articlesCount !== true || !words.articles.has(lower) || the.has(lower)) return null;
  const unit = words.units.get(scan.lower(at + 1));
  if (unit === undefined || !countedOnce.test(unit)) return null;
  const draft = draftOf(at, exactly(at + 1, 1));
  const half = addedFraction(scan, at + 2, words);
  if (half !== null) return figureOf(scan, draft, { kind: "measure", unit, next: half.next, added: half.value });
  const before = scan.lower(at - 1);
  const after = scan.lower(at + 2);
  const isTerm = heldNoun.has(scan.lower(at + 3)) && inWord.has(after);
  // “in a year”, “more than a week after”: when, not how long; “$6 a month” is a rate.
  const isBounded = boundBeforeArticle.has(before) && boundBehind.has(after);
  if (noDurationBehind.has(after) && !isBounded) return null;
  // “a fifth more than a month before”: what something is compared with.
  const isAmount = (i: number): boolean =>
    scan.isNumber(i) ||
    words.cardinals.has(scan.lower(i)) ||
    words.fractions.has(scan.lower(i)) ||
    words.percent.has(scan.lower(i));
  if (noDurationBehind.has(after) && isAmount(at - 3)) return null;
  const lasts = durationLead.has(before);
  return lasts || isTerm ? figureOf(scan, draft, { kind: "measure", unit, next: at + 2 }) : null;
}

/** “bleibt einen Monat geschlossen”, “eine Woche lang”: an article in the case that a stretch of time has, or a word behind it that says so. */
function lastingDuration(scan: WordScan, at: number, words: LanguageWords): Figure | null {
  if (words.articlesCount === true || !words.articles.has(scan.lower(at))) return null;
  const unit = words.units.get(scan.lower(at + 1));
  if (unit === undefined || !isTimeUnit(unit)) return null;
  const [before, after] = [scan.lower(at - 1), scan.lower(at + 2)];
  if (!lastingBehind.has(after)) {
    const lasts = durationLead.has(before) || (lastingArticle.has(scan.lower(at)) && scan.isWord(at - 1));
    if (!lasts || noDurationBehind.has(after)) return null;
  }
  return figureOf(scan, draftOf(at, exactly(at + 1, 1)), { kind: "measure", unit, next: at + 2 });
}

/** “a pair of masked gunmen”, “un par de pistolas”: two, where it is not one thing that is worn or used in pairs. */
export function pairAt(scan: WordScan, at: number, words: LanguageWords): Figure | null {
  const lower = scan.lower(at);
  const value = words.articles.has(lower) && !the.has(lower) ? words.pairs?.get(scan.lower(at + 1)) : undefined;
  if (value === undefined) return null;
  if (!words.of.has(scan.lower(at + 2)) || !scan.isWord(at + 3)) return null;
  for (let i = at + 3; i <= at + 4; i++)
    if (wornInPairs.has(scan.lower(i)) || words.units.has(scan.lower(i)) || words.multipliers.has(scan.lower(i))) return null;
  return figureOf(scan, draftOf(at, exactly(at + 3, value)), { kind: "count", unit: null, next: at + 3 });
}
