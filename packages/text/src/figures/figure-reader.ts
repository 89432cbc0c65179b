import { contextWords } from "../context-words.ts";
import { currencyAbbreviations, currencySigns, isCodeBefore, signedCurrency } from "../currencies.ts";
import { type LanguageWords, tokenRoles, wordRole } from "../languages/language-words.ts";
import { fractionInSigns } from "../numbers/digits.ts";
import { isPointed, type NumberReading, overHyphen, readNumber } from "../numbers/read-number.ts";
import { onlyReadingWord } from "../reading-words.ts";
import type { WordScan } from "../word-scan.ts";
import { ageDecade } from "./age-decade.ts";
import { readBallot } from "./ballots.ts";
import { draftOf, figureOf, startingAt } from "./build-figure.ts";
import { codeEnd } from "./codes.ts";
import { durationAt, pairAt } from "./durations.ts";
import { type Draft, type Figure, isDash, type Measured } from "./figure.ts";
import { isChangeWord } from "./figure-sense.ts";
import { divided, longFraction, opensDenominator, ordinalEnd, readFraction, slashed, standsAlone } from "./fractions.ts";
import { isGermanOrdinal } from "./german-ordinal.ts";
import { isGluedCode } from "./glued-code.ts";
import { isNamed } from "./names.ts";
import { isCompared, ratioAround, ratioBehind } from "./ratios.ts";
import { currencyBefore, unitBehind } from "./units.ts";

const changeFrom = contextWords("changeFrom");
const changeTo = contextWords("changeTo");
const bracketLead = contextWords("bracketLead");
const second = contextWords("second");
const belowWord = contextWords("belowWord");
const clockHour = contextWords("clockHour");
const rankLead = contextWords("rankLead");
const the = contextWords("the");
const occasions = contextWords("occasions");

const boundBeforeMinus = onlyReadingWord("boundBeforeMinus");
const beforeNegative = onlyReadingWord("beforeNegative");
const doubled = onlyReadingWord("doubled");
const behindDoubled = onlyReadingWord("behindDoubled");

/** What was read at a token: a figure, the two sides of a vote, or digits that are none and where they end. */
export type Read = Figure | { readonly skipTo: number; readonly sides?: readonly [Figure, Figure] };
const skip = (to: number): Read => ({ skipTo: to });

/** How far before “from” the verb of a change may stand, in tokens. */
const changeReach = 6;

export class FigureReader {
  private readonly scan: WordScan;
  private readonly words: LanguageWords;
  private readonly roles: Uint8Array;

  constructor(scan: WordScan, words: LanguageWords) {
    this.scan = scan;
    this.words = words;
    this.roles = tokenRoles(scan, words);
  }

  /** The figure that begins at a token; null where none does. */
  readAt(at: number): Read | null {
    const { scan, words } = this;
    const mark = scan.mark(at);
    // Nearly all marks are commas and stops, which begin nothing.
    if (mark !== 0) {
      const mayBegin = mark > 0x7f || mark === 0x24 || mark === 0x28 || mark === 0x2d || (mark === 0x2e && isPointed(scan, at));
      return mayBegin ? this.signed(at, mark) : null;
    }
    const ballot = mark === 0 ? readBallot(scan, at, words) : null;
    if (ballot !== null) return { skipTo: ballot[1].tokens[1], sides: ballot };
    if (scan.isNumber(at)) {
      const parts = slashed(scan, at, words);
      if (parts !== null) return parts;
      // “1/4 million”
      if (scan.mark(at + 1) === 0x2f && words.multipliers.has(scan.lower(at + 3))) {
        const reading = readNumber(scan, at, words);
        if (reading !== null && reading.next > at + 3) return this.measured(draftOf(at, reading));
      }
      const end = codeEnd(scan, at, words);
      if (end > at) return skip(end);
      return this.number(at, at, null);
    }
    if (!scan.isWord(at)) return null;
    if (((this.roles[at] ?? 0) & wordRole.figure) === 0) return scan.isCapital(at) ? this.abbreviated(at) : null;
    const lower = scan.lower(at);
    if (words.ones.has(lower)) {
      // “uno de cada cuatro”, “einer von vier”, “un sur dix”
      const ratio = ratioBehind(scan, 1, at + 1, words) ?? ratioAround(scan, 1, at + 1, words);
      const reading = { next: at + 1, low: ratio?.value ?? 0, high: ratio?.value ?? 0, isVague: false, hasDigits: false };
      if (ratio !== null) return this.build(draftOf(at, reading), { kind: "fraction", unit: "fraction", next: ratio.next });
      // “einer bis vier Stunden”, “zwischen einer und vier Stunden”
      const opensRange =
        words.to.has(scan.lower(at + 1)) || (words.and.has(scan.lower(at + 1)) && words.between.has(scan.lower(at - 1)));
      const draft = opensRange ? this.ranged(at, { ...reading, low: 1, high: 1 }, null) : null;
      if (draft?.isRange) return this.measured(draft);
    }
    if (words.articles.has(lower) && !this.countsBehind(at + 1)) return null;
    // “al menos siete”, “au moins deux” bound; “menos dos” is below zero.
    if (words.minus.has(lower)) return boundBeforeMinus.test(scan.lower(at - 1)) ? null : this.negative(at, at + 1);
    if (words.every.has(lower)) return this.everyNth(at);
    const tied = words.compoundMeasure?.(lower);
    if (tied !== undefined) {
      const reading = { next: at + 1, low: tied.value, high: tied.value, isVague: false, hasDigits: false };
      return this.build(draftOf(at, reading), { kind: "measure", unit: tied.unit, next: at + 1 });
    }
    const factor = words.factors.get(lower);
    if (factor !== undefined) return this.factor(at, factor);
    return readFraction(scan, at, words) ?? durationAt(scan, at, words) ?? pairAt(scan, at, words) ?? this.number(at, at, null);
  }

  /** Whether a word behind an article may make it count: “a quarter”, “a hundred”, “a year”, “the ninth”. Most articles count nothing. */
  private countsBehind(at: number): boolean {
    const { scan, words } = this;
    return scan.isNumber(at) || ((this.roles[at] ?? 0) & wordRole.counted) !== 0 || opensDenominator(scan, at, words);
  }

  /** A sign at a token: of a currency before its sum, a minus, an accountant's bracket, a fraction in one character. */
  private signed(at: number, mark: number): Read | null {
    const { scan } = this;
    if (currencySigns.has(mark)) return this.money(at, at, mark);
    if (isDash(mark)) return this.minusSign(at, mark);
    if (mark === 0x28) return this.bracketed(at);
    if (mark === 0x2e) return this.number(at, at, null);
    const share = fractionInSigns(scan, at);
    if (share === null || scan.isGlued(at)) return null;
    return this.measured(draftOf(at, { next: share.next, low: share.value, high: share.value, isVague: false, hasDigits: true }));
  }

  /** “$6”, “US$3 million”, “€-5m”: the sum behind a currency's sign. */
  private money(from: number, at: number, sign: number): Read | null {
    const { scan, words } = this;
    // “C$1.34”, and “C $ 1.34” where a text sets all its signs apart.
    const isApart = !scan.isGlued(at + 1) && /^(?:c|hk|nz|us|u\.s\.?)$/i.test(scan.raw(at - 1));
    const prefix = (scan.isGlued(at) || isApart) && scan.isWord(at - 1) ? scan.lower(at - 1) : "";
    const currency = signedCurrency(sign, prefix) ?? currencySigns.get(sign);
    const isNegative = isDash(scan.mark(at + 1)) && scan.isGlued(at + 1) && scan.isGlued(at + 2);
    const first = isNegative ? at + 2 : at + 1;
    if (!scan.isNumber(first) && !(scan.isGlued(first) && isPointed(scan, first))) return null;
    const reading = readNumber(scan, first, words, true);
    if (reading === null || currency === undefined) return null;
    const hasPrefix = signedCurrency(sign, prefix) !== undefined && prefix !== "";
    const figure = this.measured(this.ranged(hasPrefix && from === at ? at - 1 : from, reading, currency));
    return isNegative ? negated(figure) : figure;
  }

  /** “Rs 300”, “Rs. 4,50,000 crore”, “EUR 1.250,50”, “RM12”: a currency's code or abbreviation before its sum. */
  private abbreviated(at: number): Read | null {
    const { scan, words } = this;
    if ((scan.ends[at] ?? 0) - (scan.starts[at] ?? 0) > 3) return null;
    if (!scan.isNumber(at + 1) && scan.mark(at + 1) === 0) return null;
    const raw = scan.raw(at);
    const currency = currencyAbbreviations.get(raw) ?? (isCodeBefore(raw) ? raw : undefined);
    if (currency === undefined) return null;
    let first = at + 1;
    if (scan.mark(first) === 0x2e && scan.isGlued(first)) first++;
    const sign = currencySigns.get(scan.mark(first));
    if (sign !== undefined) first++;
    if (!scan.isNumber(first) || codeEnd(scan, first, words) > first) return null;
    const reading = readNumber(scan, first, words, true);
    return reading === null ? null : this.measured(this.ranged(at, reading, currency));
  }

  /** “minus 12 degrees”, “negative 3”: the word belongs to the number. */
  private negative(from: number, at: number): Read | null {
    const { scan, words } = this;
    // “plus or minus 3”: how far off it may be.
    if (words.or.has(scan.lower(from - 1)) || scan.mark(from - 1) === 0x2f) return null;
    const isSum = currencySigns.has(scan.mark(at));
    if (!scan.isNumber(at) && !isSum && (!scan.isWord(at) || words.minus.has(scan.lower(at)))) return null;
    const parts = scan.isWord(at) ? readFraction(scan, at, words) : slashed(scan, at, words);
    if (parts !== null) return parts.kind === "measure" ? null : negated(startingAt(scan, parts, from));
    const read = isSum ? this.money(from, at, scan.mark(at)) : this.number(from, at, null);
    return read === null || "skipTo" in read || read.isVague || (read.kind !== "count" && read.tokens[0] !== from)
      ? null
      : negated(read);
  }

  /** “−0.8 percent”, “-$2 million”: a dash glued before digits that no word or number stands glued before. */
  private minusSign(at: number, mark: number): Read | null {
    const { scan, words } = this;
    const isLineStart = scan.isNewline(at - 1);
    // “- 1 4/5”: a sign with a space behind it where the line holds nothing else.
    if (!scan.isGlued(at + 1) && !isLineStart) return null;
    if (scan.isGlued(at) && !/^[(["'\u2018\u201c=]$/.test(scan.raw(at - 1))) return null;
    const isSum = currencySigns.has(scan.mark(at + 1));
    if (!isSum && !scan.isNumber(at + 1) && !isPointed(scan, at + 1)) return null;
    const parts = slashed(scan, at + 1, words);
    if (parts !== null) return negated(startingAt(scan, parts, at));
    if (!isSum && codeEnd(scan, at + 1, words) > at + 1) return null;
    const read = isSum ? this.money(at, at + 1, scan.mark(at + 1)) : this.number(at, at + 1, null);
    if (read === null || "skipTo" in read || read.range !== null) return null;
    // A dash before a count is a bullet or a break far more often than a sign.
    const isAll = isLineStart && standsAlone(scan, at, read.tokens[1]);
    if (!scan.isGlued(at + 1)) return isAll && at <= 1 && read.tokens[1] >= scan.count ? negated(read) : null;
    const isSure =
      isAll ||
      mark === 0x2212 ||
      !Number.isInteger(read.value) ||
      read.kind === "percent" ||
      read.kind === "money" ||
      (read.kind === "measure" && /^degree|point$/.test(read.unit ?? "")) ||
      (mark === 0x2d && beforeNegative.test(scan.lower(at - 1)));
    if (!isSure) return null;
    // “-12 to -5 degrees”: the unit behind the second is the first one's too.
    const second = read.kind === "count" && words.to.has(scan.lower(read.tokens[1])) ? this.readAt(read.tokens[1] + 1) : null;
    return negated(
      second === null || "skipTo" in second || second.kind === "count" ? read : { ...read, kind: second.kind, unit: second.unit },
    );
  }

  /** “(1,200) crowns”, “a result of ($3m)”: brackets round a sum of an account make it negative. */
  private bracketed(at: number): Read | null {
    const { scan, words } = this;
    const sign = currencySigns.has(scan.mark(at + 1));
    const first = sign ? at + 2 : at + 1;
    if (!scan.isNumber(first)) return null;
    const reading = readNumber(scan, first, words, sign);
    if (reading === null || scan.mark(reading.next) !== 0x29) return null;
    const isAccount = bracketLead.has(scan.lower(at - 1));
    const draft = {
      ...draftOf(at, { ...reading, next: reading.next + 1 }),
      currency: sign ? (currencySigns.get(scan.mark(at + 1)) ?? null) : null,
    };
    const figure = this.measured(draft);
    const hasUnit = figure.kind === "money" || figure.kind === "percent";
    const unitBehindBracket = figure.tokens[1] > draft.next;
    return hasUnit && (unitBehindBracket || isAccount) ? negated(figure) : null;
  }

  /** A number with what stands behind it. `from` is where the figure begins: the sign, or the number itself. */
  private number(from: number, at: number, currency: string | null): Read | null {
    const { scan, words } = this;
    const reading = readNumber(scan, at, words);
    if (reading === null) return null;
    // “um 10 Uhr”, “die 90er Jahre”, “zu ihrem 70. Geburtstag”
    if (clockHour.has(scan.lower(reading.next)) || isGermanOrdinal(scan, words, at, reading)) return skip(reading.next + 1);
    if (rankLead.has(scan.lower(at - 1))) return skip(reading.next);
    if (reading.hasDigits) {
      const decade = ageDecade(scan, words, at, reading);
      if (decade !== null) return this.build(decade, { kind: "age", unit: "year", next: at + 2 });
      if (isGluedCode(this.scan, this.words, at, reading) || isNamed(scan, at, reading, words)) return skip(reading.next);
    }
    if (reading.hasDigits) {
      const parts = scan.isWord(at + 1) ? (divided(scan, at, words) ?? longFraction(scan, at, words)) : null;
      if (parts !== null) return parts;
    }
    const ordinal = reading.hasDigits || reading.isVague ? reading.next : ordinalEnd(scan, reading.next, words);
    if (ordinal > reading.next) return skip(ordinal);
    const times = this.timesAs(from, reading);
    if (times !== null) return times;
    if (!reading.isVague && currency === null) {
      const ratio = ratioBehind(scan, reading.low, reading.next, words) ?? ratioAround(scan, reading.low, reading.next, words);
      if (ratio !== null) {
        const draft = draftOf(from, { ...reading, next: ratio.next, low: ratio.value, high: ratio.value });
        return this.build(draft, { kind: "fraction", unit: "fraction", next: ratio.next });
      }
    }
    const before = reading.hasDigits && from === at ? currencyBefore(scan, at, words) : undefined;
    if (before !== undefined && !scan.isWord(reading.next) && scan.mark(reading.next) !== 0x25)
      return this.measured(this.ranged(at - 1, reading, before));
    const figure = this.startOfChange(from, reading) ?? this.measured(this.ranged(from, reading, currency));
    // “ein Minus von 3 Prozent”, “a negative of 3”
    if (from === at && words.minus.has(scan.lower(at - 2)) && words.of.has(scan.lower(at - 1))) return negated(figure);
    // “40 degrees below zero”
    const end = figure.tokens[1];
    const isBelow = belowWord.has(scan.lower(end)) && words.cardinals.get(scan.lower(end + 1)) === 0;
    return isBelow && figure.range === null ? negated(figure) : figure;
  }

  /** “fell from 47 to 12 million tonnes”: the scale and the unit of a change's end are those of its start. */
  private startOfChange(from: number, reading: NumberReading): Figure | null {
    const { scan, words } = this;
    const link = scan.lower(reading.next);
    // “von 8,50 auf 9,20 Euro”
    const isFromTo = changeTo.has(link) && changeFrom.has(scan.lower(from - 1));
    if (reading.isVague || !(isFromTo || (words.to.has(link) && this.isChange(from)))) return null;
    const sign = currencySigns.has(scan.mark(reading.next + 1));
    const end = readNumber(scan, reading.next + (sign ? 2 : 1), words, sign);
    if (end === null || end.isVague || sign || words.by.has(scan.lower(from - 1))) return null;
    const unit = unitBehind(scan, draftOf(reading.next + 1, end), words);
    const isScaled = end.low >= 1000 && reading.low < 1000 && end.next > reading.next + 2;
    const scale = isScaled ? 10 ** (3 * Math.floor(Math.log10(end.low) / 3)) : 1;
    if (unit.kind === "count" && scale === 1) return null;
    const draft = draftOf(from, { ...reading, low: reading.low * scale, high: reading.high * scale });
    return this.build(draft, { kind: unit.kind, unit: unit.unit, next: reading.next });
  }

  /** “every third voter”, “jeder vierte Wähler”: a share; “every third day” is a time. */
  private everyNth(at: number): Figure | null {
    const { scan, words } = this;
    const nth = words.ordinals.get(scan.lower(at + 1)) ?? (second.has(scan.lower(at + 1)) ? 2 : undefined);
    if (
      nth === undefined ||
      !scan.isWord(at + 2) ||
      words.units.has(scan.lower(at + 2)) ||
      words.weekdays.has(scan.lower(at + 2))
    )
      return null;
    const reading = { next: at + 2, low: 1 / nth, high: 1 / nth, isVague: false, hasDigits: false };
    return this.build(draftOf(at, reading), { kind: "fraction", unit: "fraction", next: at + 2 });
  }

  /** “12-fold”, “12fold”, “nine times higher”, “three times as many”; “four times” alone counts occasions. */
  private timesAs(from: number, reading: NumberReading): Figure | null {
    const { scan, words } = this;
    if (reading.isVague) return null;
    const at = overHyphen(scan, reading.next);
    const isFold = words.folds.has(scan.lower(at)) && (at > reading.next || scan.isGlued(at));
    const isTimes = words.times.has(scan.lower(at)) && (!Number.isInteger(reading.low) || isCompared(scan, at + 1, words));
    return isFold || isTimes ? this.build(draftOf(from, reading), { kind: "factor", unit: "factor", next: at + 1 }) : null;
  }

  /** “double”, “nearly doubled”, “tenfold” */
  private factor(at: number, factor: number): Figure | null {
    const { scan } = this;
    // “double standard”, “double-digit”: an adjective names no factor.
    if (isDash(scan.mark(at + 1))) return null;
    // “dreimal so viele”; “dreimal” alone counts occasions.
    const isOccasion = scan.lower(at).endsWith("mal") || occasions.has(scan.lower(at));
    if (isOccasion && !isCompared(scan, at + 1, this.words) && !(the.has(scan.lower(at + 1)) && scan.isWord(at + 2))) return null;
    if (doubled.test(scan.lower(at))) {
      const next = scan.lower(at + 1);
      const leads = behindDoubled.test(next);
      if (!leads && !scan.isNewline(at + 1) && scan.mark(at + 1) === 0) return null;
    }
    const reading = { next: at + 1, low: factor, high: factor, isVague: false, hasDigits: false };
    return this.build(draftOf(at, reading), { kind: "factor", unit: "factor", next: at + 1 });
  }

  /** Carries on over “to”, “–” or, after “between”, “and” to the upper end of a range. */
  private ranged(from: number, first: NumberReading, currency: string | null): Draft {
    const { scan, words } = this;
    const draft: Draft = { ...draftOf(from, first), currency };
    if (first.isVague) return draft;
    const link = scan.lower(first.next);
    const linkMark = scan.mark(first.next);
    const before = scan.lower(from - 1);
    const isTo = words.to.has(link);
    const isJoined =
      isDash(linkMark) ||
      (linkMark === 0x7e && scan.isGlued(first.next)) ||
      (linkMark === EM_DASH && currency !== null && currencySigns.has(scan.mark(first.next + 1)));
    // “a 40- to 60-hour course”
    const isHanging =
      isJoined && scan.isGlued(first.next) && !scan.isGlued(first.next + 1) && words.to.has(scan.lower(first.next + 1));
    const joins = isTo || words.or.has(link) || isJoined || (words.and.has(link) && words.between.has(before));
    // “rose by 12 to 47”, “from 12 to 47” behind a verb of change: two figures, a change and its end, or a start and its end.
    if (!joins || (isTo && this.isChange(from))) return draft;
    let at = first.next + (isHanging ? 2 : 1);
    if (currencySigns.has(scan.mark(at))) at++;
    const second = readNumber(scan, at, words, currency !== null);
    if (
      second === null ||
      second.isVague ||
      (second.hasDigits !== first.hasDigits && !words.between.has(before)) ||
      (scan.isGlued(second.next) && scan.isNumber(second.next))
    )
      return draft;
    // “rose by 12 to 47”; but “punished by 10 to 99 years”
    if (isTo && words.by.has(before) && !words.byOpensRange && !isTime(words.units.get(scan.lower(second.next)))) return draft;
    let { low } = first;
    // “5 to 6 million”: the multiplier covers both ends.
    if (second.low >= 1000 && low < 1000 && second.next > at + 1) {
      const factor = 10 ** (3 * Math.floor(Math.log10(second.low) / 3));
      if (low * factor < second.low) low *= factor;
    }
    if (!(second.low > low)) return draft;
    // “two or three” is a range, “one or more” never parses, “5 or 500” hardly is one.
    if (words.or.has(link) && second.low > low * 3) return draft;
    if (isJoined && !isHanging && scan.isGlued(first.next) && (scan.mark(second.next) === linkMark || second.low > low * 1000))
      return draft;
    return { ...draft, next: second.next, low, high: second.low, isRange: true };
  }

  /** Whether a verb of change leads to the number: “has risen from 12 to 47”, “up 12 to 47”. */
  private isChange(from: number): boolean {
    const { scan, words } = this;
    for (let i = from - 1; i >= Math.max(0, from - changeReach); i--) {
      if (scan.isNewline(i) || scan.mark(i) === 0x2e || scan.mark(i) === 0x3b || scan.isNumber(i)) return false;
      if (isChangeWord(words, scan.lower(i))) return true;
    }
    return false;
  }

  private measured(draft: Draft): Figure {
    return this.build(draft, unitBehind(this.scan, draft, this.words));
  }

  private build(draft: Draft, measured: Measured): Figure {
    return figureOf(this.scan, draft, measured);
  }
}

const EM_DASH = 0x2014;

const isTime = (unit: string | undefined): boolean =>
  unit !== undefined && /^(?:second|minute|hour|day|week|month|year)$/.test(unit);

const negated = <T extends Read | null>(read: T): T =>
  read === null || "skipTo" in read || read.value === null ? read : { ...read, value: -read.value };
