/** How often, or for how much of what, a figure counts: “a day”, “per head”, “pro Tag”. */

import type { Figure } from "@wirefold/text";
import { contextWords, englishNoun, onlyReadingWord, readingWordSet } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";

const weekly = contextWords("weekly");
const monthly = contextWords("monthly");
const noRateBehind = contextWords("noRateBehind");
const eachTime = onlyReadingWord("eachTime");
const daily = readingWordSet("daily");
const yearly = readingWordSet("yearly");
const of = readingWordSet("of");

const timeOfRate = /^(?:day|week|month|year|hour|minute|second|night)$/;
/** Farthest “a day” stands behind its figure, in tokens. */
const rateReach = 12;

export const withRate = (unit: string | null, rate: string | null): string | null =>
  rate === null || unit === null ? unit : `${unit}/${rate}`;

/** “every spring, around 700 visitors”, “pro Tag kommen 300”, “täglich fahren 40”: how often stands before the figure. */
export function rateBefore({ scan, language }: Document, from: number): string | null {
  for (let i = from - 1; i >= from - 4 && !scan.isNumber(i); i--) {
    const lower = scan.lower(i);
    if (language.verbSecond && daily.has(lower)) return "day";
    if (language.verbSecond && yearly.has(lower)) return "year";
    if (!eachTime.test(lower) && !(language.verbSecond && language.perWords.has(lower) && !language.words.articles.has(lower)))
      continue;
    const unit = language.words.units.get(scan.lower(i + 1));
    return unit !== undefined && timeOfRate.test(unit) ? unit : null;
  }
  return null;
}

/** “a day”, “per month”, “every day”, “daily” behind a figure. */
export function rateOf(document: Document, from: number, to: number): string | null {
  const { scan, language } = document;
  for (let i = from; i < Math.min(to, from + rateReach); i++) {
    const lower = scan.lower(i);
    // “480 beds and 30,000 visitors a year”: behind another number it is that one's.
    if (i > from && (scan.isNumber(i) || language.words.cardinals.has(lower)) && !scan.isGlued(i)) return null;
    if (daily.has(lower)) return "day";
    if (yearly.has(lower)) return "year";
    if (weekly.has(lower)) return "week";
    if (monthly.has(lower)) return "month";
    if (!language.perWords.has(lower) && !(i <= from + 1 && isTimePer(document, i))) continue;
    const unit = language.words.units.get(scan.lower(i + 1));
    if (unit === undefined || !timeOfRate.test(unit)) continue;
    // “a second straight month”
    if (unit === "second" && scan.isWord(i + 2)) continue;
    // “given a day off”, “a week ago”: a day or a week of its own.
    if (noRateBehind.has(scan.lower(i + 2))) continue;
    // “for a year” is how long, not how often.
    if (language.words.articles.has(lower) && scan.has(i - 1, lists.prepositions)) continue;
    return unit;
  }
  return null;
}

const adjacentPer = contextWords("adjacentPer");

/** “im Monat”, “al mes”, where no month or year is named behind. */
const isTimePer = ({ scan, language }: Document, at: number): boolean =>
  adjacentPer.has(scan.lower(at)) &&
  language.words.units.has(scan.lower(at + 1)) &&
  !scan.isNumber(at + 2) &&
  !language.words.months.has(scan.lower(at + 2));

/** Words between a measure and its rate: “25 litres of fresh milk a day”. */
const substanceMax = 3;

/**
 * What a sum or a measure is for each of, right behind it: “$15 an hour”, “36 hours a week”, “$212 a tonne”, “250 Euro pro Monat”. Null
 * where nothing of the kind stands there.
 */
export function rateBehind(document: Document, figure: Figure): string | null {
  const { scan, language } = document;
  const [, to] = figure.tokens;
  if (figure.unit === null || figure.unit.includes("/") || !(figure.kind === "money" || figure.kind === "measure")) return null;
  // “a 3p-a-litre increase”
  const isTied = scan.mark(to) === 0x2d && scan.isGlued(to) && scan.mark(to + 2) === 0x2d && scan.isGlued(to + 2);
  if (isTied && language.perWords.has(scan.lower(to + 1))) return language.words.units.get(scan.lower(to + 3)) ?? null;
  let at = to;
  if (of.has(scan.lower(at)) || language.words.of.has(scan.lower(at)))
    for (let i = at + 1; i <= at + substanceMax && scan.isWord(i); i++) if (language.perWords.has(scan.lower(i + 1))) at = i + 1;
  const lower = scan.lower(at);
  if (figure.kind === "money" || at === to) {
    if (weekly.has(lower)) return "week";
    if (monthly.has(lower)) return "month";
    if (yearly.has(lower)) return "year";
  }
  if (!(language.perWords.has(lower) || isTimePer(document, at)) || noRateBehind.has(scan.lower(at + 2))) return null;
  const isArticle = language.words.articles.has(lower);
  // “5 Kilometer je 100 Einwohner”: of how many each is told behind it.
  const each = scan.lower(at + 1);
  if (!scan.isWord(at + 1)) return null;
  const unit = measureOfRate(document, at + 1);
  if (unit !== undefined) {
    // “a second straight month”
    if (unit === "second" && scan.isWord(at + 2)) return null;
    return unit === figure.unit ? null : unit;
  }
  if (figure.kind !== "money") return null;
  if (!language.knowsNouns) return isArticle || scan.has(at + 1, lists.determiners) ? null : thingOfRate(document, at + 1);
  const noun = englishNoun(each);
  const isClosed =
    !scan.isWord(at + 2) || scan.has(at + 2, lists.prepositions | lists.subordinators | lists.betweenSubjectAndVerb);
  return noun !== null && isClosed && !scan.isCapital(at + 1) && (!isArticle || soldSingly.has(each)) ? each : null;
}

const squareBefore = contextWords("squareBefore");
const squareBehind = contextWords("squareBehind");

/** “metre”, “square metre”, “metro cuadrado” */
function measureOfRate({ scan, language }: Document, at: number): string | undefined {
  const { units } = language.words;
  const isBefore = squareBefore.has(scan.lower(at));
  const unit = units.get(scan.lower(isBefore ? at + 1 : at));
  return unit !== undefined && (isBefore || squareBehind.has(scan.lower(at + 1))) ? `square ${unit}` : unit;
}

/** “pro Kopf”, “par personne”, “por persona” */
function thingOfRate({ scan, language }: Document, at: number): string | null {
  if (language.capitalisesNouns && !scan.isCapital(at)) return null;
  return perHead.has(scan.lower(at)) ? "person" : null;
}

const perHead = contextWords("perHead");
const soldSingly = contextWords("soldSingly");
