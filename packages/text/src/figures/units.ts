import { contextWords } from "../context-words.ts";
import { currencySigns, isCurrencyCode } from "../currencies.ts";
import type { LanguageWords } from "../languages/language-words.ts";
import { overHyphen, readNumber } from "../numbers/read-number.ts";
import { onlyReadingWord, readingWordSet } from "../reading-words.ts";
import type { WordScan } from "../word-scan.ts";
import { type Draft, isDash, type Measured } from "./figure.ts";

const plus = contextWords("plus");
const per = contextWords("per");
const hundredth = contextWords("hundredth");
const thousandth = contextWords("thousandth");
const basisPoint = contextWords("basisPoint");
const basisOpener = contextWords("basisOpener");
const ofBasis = contextWords("ofBasis");
const basisNoun = contextWords("basisNoun");
const american = contextWords("american");
const pound = contextWords("pound");
const everydayCurrency = contextWords("everydayCurrency");
const of = readingWordSet("of");
const weightComparative = contextWords("weightComparative");
const weighVerb = contextWords("weighVerb");
const kilogram = contextWords("kilogram");
const inWord = contextWords("in");

const perPair = onlyReadingWord("perPair");
const points = onlyReadingWord("points");

/** Units that go on in a smaller one: “5 ft 2 in”, “two hours and 20 minutes”. The number is how many make one. */
const smaller: ReadonlyMap<string, readonly (readonly [string, number])[]> = new Map([
  ["foot", [["inch", 12]]],
  ["yard", [["foot", 3]]],
  ["mile", [["yard", 1760]]],
  ["stone", [["pound", 14]]],
  ["pound", [["ounce", 16]]],
  ["kilogram", [["gram", 1000]]],
  ["kilometer", [["meter", 1000]]],
  [
    "meter",
    [
      ["decimeter", 10],
      ["centimeter", 100],
      ["millimeter", 1000],
    ],
  ],
  ["centimeter", [["millimeter", 10]]],
  ["year", [["month", 12]]],
  ["week", [["day", 7]]],
  ["day", [["hour", 24]]],
  ["hour", [["minute", 60]]],
  ["minute", [["second", 60]]],
]);

const timeUnit = /^(?:second|minute|hour|day|week|month|year|decade|century|fortnight)$/;
const lengthOrMass =
  /^(?:millimeter|centimeter|meter|kilometer|inch|foot|yard|mile|gram|kilogram|ton|liter|gallon|barrel|megabit|gigabit)$/;
/** Short units that may stand apart from their number; other short ones (“in”, “t”, “l”) are everyday words and letters. */
const shortUnits =
  /^(?:km|kg|cm|mm|ml|mg|ft|lb|oz|mw|gw|kw|gb|mb|tb|ha|mi|hr|yd|hz|kb|pb|db|kv|gm|kt|mi|sq|cl|dl|dm|hl|bq|kj|mj|nm|qm|ps|cc|hp|kn|°c|°f)$/;
const powers = contextWords("unitPower");
/** Metric and American tons differ by less than news rounds. */
const plainPowers = contextWords("kindOfTon");

/**
 * Reads the unit behind a number: a sign, a word, an adjective (“five-day”, “31-year-old”), with its second part (“5 ft 2 in”), its
 * fraction (“two years and a half”) and what it is per (“60 miles per hour”). A count without a unit is of kind `count`.
 */
export function unitBehind(scan: WordScan, draft: Draft, words: LanguageWords): Measured {
  const bare: Measured = { kind: "count", unit: null, next: draft.next };
  let at = draft.next;
  if (scan.mark(at) === 0x25 || scan.mark(at) === 0x2030)
    return { kind: "percent", unit: "percent", next: at + 1, ...(scan.mark(at) === 0x2030 ? { added: -0.9 * draft.low } : {}) };
  const degree = degreeSign(scan, at);
  if (degree !== null) return degree;
  if (draft.currency !== null) return { kind: "money", unit: draft.currency, next: at };
  const sign = currencySigns.get(scan.mark(at));
  // “10 $ is”, “5 €, 10 €”; “10 $20 bills” has the sign of the next sum.
  if (sign !== undefined && draft.hasDigits && !(scan.isNumber(at + 1) && (scan.isGlued(at) || scan.isGlued(at + 1))))
    return withSmall(scan, { kind: "money", unit: sign, next: at + 1 }, words);
  // “30¢”
  if (scan.mark(at) === 0xa2 && scan.isGlued(at) && draft.hasDigits) return { kind: "money", unit: "cent", next: at + 1 };
  const hyphen = isDash(scan.mark(at)) && scan.isGlued(at) && scan.isGlued(at + 1);
  if (hyphen) at++;
  // “15-plus years”
  if (hyphen && plus.has(scan.lower(at))) at++;
  if (!scan.isWord(at)) return quoteMarks(scan, draft) ?? microUnit(scan, at, words) ?? bare;
  // “3,5 millones de euros”, “3,5 millions de tonnes”
  if (words.linksUnits && draft.high >= 1e6 && words.of.has(scan.lower(at)) && scan.isWord(at + 1)) at++;
  const word = wordOf(scan, at);
  if (words.percent.has(word)) return percentOrPoint(scan, at, words);
  if (per.has(word) && hundredth.has(scan.lower(at + 1)))
    return {
      kind: "percent",
      unit: "percent",
      next: at + 2,
      ...(thousandth.has(scan.lower(at + 1)) ? { added: -0.9 * draft.low } : {}),
    };
  // “por ciento”, “pour cent”
  const isPair = perPair.test(word);
  if (isPair && words.percent.has(`${word} ${scan.lower(at + 1)}`)) return { kind: "percent", unit: "percent", next: at + 2 };
  // “3p a litre”, “up by 75p”: pence; “1080p” is a picture.
  if (isPence(scan, at) && draft.hasDigits && draft.high < 1000 && words.writesPence === true)
    return { kind: "money", unit: "penny", next: at + 1 };
  const points = basisPoints(scan, at, word);
  if (points !== null) return points;
  const age = ageEnd(scan, at, hyphen, words);
  if (age > 0) return { kind: "age", unit: "year", next: age };
  const money = currencyAt(scan, at, words, draft);
  if (money !== null && !(hyphen && money.unit === "GBP" && draft.low < 1000)) {
    // “75 USD million”
    const scale = words.multipliers.get(scan.lower(money.next));
    if (scale !== undefined && scale >= 1e6 && isCurrencyCode(scan.raw(at)))
      return { kind: "money", unit: money.unit, next: money.next + 1, added: draft.low * (scale - 1) };
    return withSmall(scan, { kind: "money", unit: money.unit, next: money.next }, words);
  }
  // “7 of 12 weeks”: the part has the whole's unit.
  if (words.of.has(word) && draft.hasDigits && scan.isNumber(at + 1)) {
    const whole = readNumber(scan, at + 1, words);
    const measured = whole === null ? null : unitAt(scan, whole.next, words);
    return measured === null ? bare : { kind: "measure", unit: measured.unit, next: draft.next };
  }
  // “7,20 m lang”, “1.85 m.”
  const isLetter = draft.hasDigits && /^[mltg]$/.test(scan.raw(at));
  const isSized = isLetter && (sized.has(scan.lower(at + 1)) || (!Number.isInteger(draft.low) && !scan.isWord(at + 1)));
  const unit = unitAt(scan, at, words, isSized);
  if (unit === null) return bare;
  return grown(scan, unit, words);
}

/** “10 dollars 30 cents”, “10 $ 30 cent”: the hundredths belong to the sum. */
function withSmall(scan: WordScan, money: Measured, words: LanguageWords): Measured {
  const small = smallMoney(scan, money.next, words);
  return { ...money, next: small?.next ?? money.next, added: (small?.value ?? 0) / 100 };
}

/** The word at a token without an article or a preposition tied on: “d'euros”. */
function wordOf(scan: WordScan, at: number): string {
  const lower = scan.lower(at);
  return lower.charCodeAt(1) === 0x27 && /^[dl]'/.test(lower) ? lower.slice(2) : lower;
}

/** The “p” of British pence, glued to its number. */
export const isPence = (scan: WordScan, at: number): boolean => scan.isGlued(at) && scan.raw(at) === "p";

/** “25 basis points”, “25 bps”, “25 Basispunkte”, “25 puntos básicos” */
function basisPoints(scan: WordScan, at: number, word: string): Measured | null {
  const first = word.charCodeAt(0);
  if (first !== 0x62 && first !== 0x70) return null;
  if (basisPoint.has(word)) return { kind: "measure", unit: "basis point", next: at + 1 };
  if (!basisOpener.has(word)) return null;
  if (points.test(scan.lower(at + 1))) return { kind: "measure", unit: "basis point", next: at + 2 };
  return ofBasis.has(scan.lower(at + 1)) && basisNoun.has(scan.lower(at + 2))
    ? { kind: "measure", unit: "basis point", next: at + 3 }
    : null;
}

/** “°”, “°C”, “º F” */
function degreeSign(scan: WordScan, at: number): Measured | null {
  const mark = scan.mark(at);
  if (mark !== 0xba && mark !== 0xb0) return null;
  return { kind: "measure", ...scaleOfDegrees(scan, at + 1) };
}

function scaleOfDegrees(scan: WordScan, at: number): { unit: string; next: number } {
  const scale = scan.lower(at);
  if (scale === "c" || scale === "celsius" || scale === "centigrade") return { unit: "degree Celsius", next: at + 1 };
  if (scale === "f" || scale === "fahrenheit") return { unit: "degree Fahrenheit", next: at + 1 };
  return { unit: "degree", next: at };
}

/** “12 µm”: the micro sign is no letter of a word. */
function microUnit(scan: WordScan, at: number, words: LanguageWords): Measured | null {
  const unit = scan.mark(at) === 0xb5 && scan.isGlued(at + 1) ? words.units.get(`µ${scan.lower(at + 1)}`) : undefined;
  return unit === undefined ? null : { kind: "measure", unit, next: at + 2 };
}

const sized = contextWords("sizeBehindInch");

/** 6'2", 5'10”: feet and inches; 10" wide. */
function quoteMarks(scan: WordScan, draft: Draft): Measured | null {
  const at = draft.next;
  const foot = scan.mark(at);
  const isInch = draft.hasDigits && (foot === 0x22 || foot === 0x2033) && sized.has(scan.lower(at + 1));
  if (isInch) return { kind: "measure", unit: "inch", next: at + 1 };
  if (!scan.isGlued(at) || (foot !== 0x27 && foot !== 0x2032 && foot !== 0x2019) || !draft.hasDigits) return null;
  const inch = scan.mark(at + 2);
  if (!/^(?:\d|1[01])$/.test(scan.raw(at + 1)) || (inch !== 0x22 && inch !== 0x2033 && inch !== 0x201d)) return null;
  return { kind: "measure", unit: "foot", next: at + 3, added: Number(scan.raw(at + 1)) / 12 };
}

function percentOrPoint(scan: WordScan, at: number, words: LanguageWords): Measured {
  const hasPoints = words.points.has(scan.lower(overHyphen(scan, at + 1)));
  return { kind: "percent", unit: "percent", next: hasPoints ? overHyphen(scan, at + 1) + 1 : at + 1 };
}

/** The words that names of currencies of several words begin with; few words of a text are among them. */
const firstWords = new WeakMap<LanguageWords, ReadonlySet<string>>();

function firstWordsOf(words: LanguageWords): ReadonlySet<string> {
  let known = firstWords.get(words);
  if (known === undefined) {
    known = new Set(
      [...words.currencies.keys()].filter((name) => name.includes(" ")).map((name) => name.slice(0, name.indexOf(" "))),
    );
    firstWords.set(words, known);
  }
  return known;
}

/** What crowns are called at home, and dollars that are new by their full name alone. */
const nationalNames: ReadonlyMap<string, readonly string[]> = new Map([
  ["crown", ["krone", "krona", "koruna", "kroner", "kronor"]],
  ["crowns", ["kroner", "kronor", "korunas", "krone", "krona"]],
]);

/** “90 Danish crowns”, “7,000 Taiwan dollars”: CLDR's name of the currency, found by the people's or the country's. */
function nationalCurrency(scan: WordScan, at: number, words: LanguageWords): string | undefined {
  if (!scan.isCapital(at) || scan.isGlued(at)) return undefined;
  const name = scan.lower(at + 1);
  if (!words.currencies.has(name)) return undefined;
  const whose = scan.lower(at);
  for (const home of nationalNames.get(name) ?? [])
    if (words.currencies.has(`${whose} ${home}`)) return words.currencies.get(`${whose} ${home}`);
  return words.currencies.get(`new ${whose} ${name}`);
}

/** The currency whose name stands before its sum: “rupees 500”, “usd 4.5 bn”. Behind a number it belongs to that. */
export function currencyBefore(scan: WordScan, at: number, words: LanguageWords): string | undefined {
  if (!scan.isWord(at - 1) || scan.isGlued(at) || scan.isNumber(at - 2)) return undefined;
  const before = scan.lower(at - 2);
  return words.cardinals.has(before) || words.multipliers.has(before) ? undefined : words.currencies.get(scan.lower(at - 1));
}

/** The currency named from a token on: a word, several (“Swiss francs”, “US dollars”), or a code. */
function currencyAt(scan: WordScan, at: number, words: LanguageWords, draft: Draft): { unit: string; next: number } | null {
  const word = wordOf(scan, at);
  if (firstWordsOf(words).has(word)) {
    const pair = words.currencies.get(`${word} ${scan.lower(at + 1)}`);
    if (pair !== undefined) return { unit: pair, next: at + 2 };
    const three = words.currencies.get(`${word} ${scan.lower(at + 1)} ${scan.lower(at + 2)}`);
    if (three !== undefined) return { unit: three, next: at + 3 };
  }
  const national = nationalCurrency(scan, at, words);
  if (national !== undefined) return { unit: national, next: at + 2 };
  const raw = scan.raw(at);
  if (isCurrencyCode(raw)) return { unit: raw, next: at + 1 };
  // “US dollars”, “US-Dollar”
  const dollar = american.has(word) ? overHyphen(scan, at + 1) : at;
  const behindUs = dollar > at ? words.currencies.get(scan.lower(dollar)) : undefined;
  if (behindUs !== undefined) return { unit: behindUs, next: dollar + 1 };
  const unit = words.currencies.get(word);
  if (unit === undefined) return null;
  if (unit === "GBP" && pound.has(word) && isMass(scan, at, draft)) return null;
  // “3 won”, “two marks”, “12 rand ups”: short names in lower case that are other words need a great sum.
  if (everydayCurrency.has(word) && draft.high < 100) return null;
  return { unit, next: at + 1 };
}

/** “thirteen dollars and forty-five cents”: the hundredths behind a sum. */
function smallMoney(scan: WordScan, from: number, words: LanguageWords): { next: number; value: number } | null {
  const at = words.and.has(scan.lower(from)) ? from + 1 : from;
  const read = scan.isNumber(at) || scan.isWord(at) ? readNumber(scan, at, words) : null;
  if (read === null || read.isVague || !(read.low < 100)) return null;
  if (/^(?:cent|pence|penny)$/.test(words.currencies.get(scan.lower(read.next)) ?? ""))
    return { next: read.next + 1, value: read.low };
  // “thirteen dollars forty-five”, “12 dollars 50”: two figures right behind the sum, and nothing that they could count.
  const isHundredths =
    at === from &&
    read.low >= 10 &&
    Number.isInteger(read.low) &&
    !scan.isWord(read.next) &&
    /^[.,;:)!?]?$/.test(scan.isNewline(read.next) ? "" : scan.raw(read.next));
  return isHundredths ? { next: read.next, value: read.low } : null;
}

/** Pounds that weigh: “of” what, a verb of weighing, kilograms in brackets behind. */
function isMass(scan: WordScan, at: number, draft: Draft): boolean {
  if (of.has(scan.lower(at + 1)) || weightComparative.has(scan.lower(at + 1))) return true;
  if (weighVerb.has(scan.lower(draft.from - 1))) return draft.high < 1000;
  return scan.mark(at + 1) === 0x28 && scan.isNumber(at + 2) && kilogram.has(scan.lower(at + 3));
}

/** The token after “31-year-old” or “31 years old”, “47-jährige”; 0 if it is no age. */
function ageEnd(scan: WordScan, at: number, hyphen: boolean, words: LanguageWords): number {
  // “31-year-old”, “65jährige”
  if ((hyphen || scan.isGlued(at)) && words.old.has(scan.lower(at))) return at + 1;
  if (words.units.get(scan.lower(at)) !== "year") return 0;
  const next = isDash(scan.mark(at + 1)) ? at + 2 : at + 1;
  if (words.old.has(scan.lower(next)) || words.aged.has(scan.lower(next))) return next + 1;
  return words.of.has(scan.lower(next)) && words.aged.has(`${scan.lower(next)} ${scan.lower(next + 1)}`) ? next + 2 : 0;
}

/** “m²”, “m/s”: what is glued behind a letter shows that it is a unit. */
function isGrownUnit(scan: WordScan, at: number): boolean {
  const mark = scan.mark(at + 1);
  if (!scan.isGlued(at + 1)) return false;
  return mark === 0xb2 || mark === 0xb3 || (mark === 0x2f && scan.isGlued(at + 2) && /^(?:s|h)$/.test(scan.lower(at + 2)));
}

/** The unit of measure named from a token on; null if none is. */
function unitAt(scan: WordScan, at: number, words: LanguageWords, mayBeEveryday = false): { unit: string; next: number } | null {
  const word = wordOf(scan, at);
  if (powers.has(word)) {
    const next = overHyphen(scan, at + 1);
    const unit = words.units.get(scan.lower(next));
    if (unit === undefined) return null;
    const name = word === "sq" ? "square" : word === "cu" ? "cubic" : word;
    return { unit: plainPowers.has(word) ? unit : `${name} ${unit}`, next: next + 1 };
  }
  // “km2”, “m3”
  const powered = /^(\p{L}{1,2})([23])$/u.exec(word);
  const base = powered === null ? undefined : words.units.get(powered[1] ?? "");
  if (powered !== null && base !== undefined && /meter$/.test(base))
    return { unit: `${powered[2] === "2" ? "square" : "cubic"} ${base}`, next: at + 1 };
  const unit = words.units.get(word);
  if (unit === undefined) return null;
  // “in”, “t”, “l” and other one-letter units count only when glued to the number; “5 in the room” is no length.
  const isEveryday = !scan.isGlued(at) && (inWord.has(word) || (word.length <= 2 && !shortUnits.test(word)));
  if (isEveryday && !mayBeEveryday && !isGrownUnit(scan, at)) return null;
  // “km2”, “m²”, “km/h”
  const power = scan.mark(at + 1);
  if ((power === 0xb2 || power === 0xb3) && scan.isGlued(at + 1))
    return { unit: `${power === 0xb2 ? "square" : "cubic"} ${unit}`, next: at + 2 };
  if (unit === "degree") return scaleOfDegrees(scan, scan.mark(at + 1) === 0x2e && scan.isWord(at + 2) ? at + 2 : at + 1);
  // “40 megawatt hours”, “40 megawatt-hours”
  const hour = unit.endsWith("watt") ? overHyphen(scan, at + 1) : -1;
  if (hour > 0 && words.units.get(scan.lower(hour)) === "hour") return { unit: `${unit} hour`, next: hour + 1 };
  return { unit, next: at + 1 };
}

/** What a unit goes on with: a smaller unit, a fraction of it, or what it is per. */
function grown(scan: WordScan, first: { unit: string; next: number }, words: LanguageWords): Measured {
  const { unit } = first;
  let { next } = first;
  let added = 0;
  // “two years and a half”, “dos años y medio”
  if (words.and.has(scan.lower(next))) {
    const article = words.articles.has(scan.lower(next + 1));
    const half = next + (article ? 2 : 1);
    if (
      words.fractions.get(scan.lower(half)) === 0.5 &&
      !words.of.has(scan.lower(half + 1)) &&
      !words.articles.has(scan.lower(half + 1))
    ) {
      added = 0.5;
      next = half + 1;
    }
  }
  let inner = unit;
  let hasComma = false;
  for (let step = 0; step < 2 && added !== 0.5; step++) {
    const isComma = scan.mark(next) === 0x2c;
    // “2 hours 19 minutes, 41 seconds ahead”: a comma that the first joint does without opens something else.
    if (isComma && step > 0 && !hasComma) break;
    hasComma = isComma;
    const and = words.and.has(scan.lower(next)) || isComma ? next + 1 : next;
    const parts = smaller.get(inner);
    const number: { next: number; low: number; high: number; isVague: boolean } | null =
      parts === undefined ? null : readNumber(scan, and, words);
    if (number === null || parts === undefined || number.isVague) break;
    const second = unitAt(scan, overHyphen(scan, number.next), words, and === next);
    const factor = parts.find(([name]) => name === second?.unit)?.[1];
    if (second === null || factor === undefined || number.low >= factor || number.low <= 0) break;
    added += number.low / factor / (inner === unit ? 1 : (smaller.get(unit)?.[0]?.[1] ?? 1));
    next = second.next;
    inner = second.unit;
  }
  // “60 miles per hour”, “60 km/h”, “300 barrels a day”
  if (lengthOrMass.test(unit) || /^(?:square|cubic) /.test(unit)) {
    const link = scan.lower(next);
    const isSlash = scan.mark(next) === 0x2f && scan.isGlued(next);
    const time =
      isSlash && /^(?:h|s)$/.test(scan.lower(next + 1))
        ? scan.lower(next + 1) === "h"
          ? "hour"
          : "second"
        : words.units.get(scan.lower(next + 1));
    if ((isSlash || words.per.has(link)) && time !== undefined && timeUnit.test(time))
      return { kind: "measure", unit: `${unit}/${time}`, next: next + 2, added };
    if (words.articles.has(link) && (time === "hour" || time === "second"))
      return { kind: "measure", unit: `${unit}/${time}`, next: next + 2, added };
  }
  return { kind: "measure", unit, next, added };
}
