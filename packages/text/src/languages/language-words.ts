import { type Polarity, polarities } from "../figures/polarity.ts";
import type { WordScan } from "../word-scan.ts";
import type { Traits } from "./traits.ts";

/** The traits that numbers and dates ask for as well. */
export type SharedTrait = "capitalisesNouns" | "monthFirst";

/** The words of one language that dates and figures are read by. A language is one object of this shape. */
export interface LanguageWords extends Pick<Traits, SharedTrait> {
  /** BCP 47. */
  readonly language: string;
  /** How digits are grouped: “1,234.5” (comma) or “1.234,5” (stop). */
  readonly grouping: "comma" | "stop";
  /** Peoples are written with a capital, and no other noun: « un Français sur trois ». */
  readonly capitalisesPeoples?: boolean;
  readonly months: ReadonlyMap<string, number>;
  /** Months that are also everyday words, and so need more around them to be dates. */
  readonly doubtfulMonths: ReadonlySet<string>;
  /** Monday is 1. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Shortened weekdays, dates only before a month. */
  readonly shortWeekdays: ReadonlyMap<string, number>;
  /** What a weekday follows when it names something else: Black Friday. */
  readonly weekdayEpithets: ReadonlySet<string>;
  readonly partsOfDay: ReadonlySet<string>;
  /** yesterday = -1 … */
  readonly dayWords: ReadonlyMap<string, number>;
  /** last = -1, next = 1. */
  readonly which: ReadonlyMap<string, number>;
  readonly calendarUnits: ReadonlyMap<string, CalendarUnit>;
  /** Words before a lone month or year that make it a date: in, since… */
  readonly datePrepositions: ReadonlySet<string>;
  readonly partsOfPeriod: ReadonlyMap<string, "start" | "middle" | "end">;
  readonly articles: ReadonlySet<string>;
  /** Opens a date without naming one: EARLIER this year. */
  readonly dateOpeners?: ReadonlySet<string>;
  /** Follows the amount: ago. */
  readonly ago: ReadonlySet<string>;
  /** Stands before the amount: vor. */
  readonly before: ReadonlySet<string>;
  /** Words before an amount that lies behind: il y a, hace. */
  readonly agoLeads?: readonly (readonly string[])[];
  /** Words before an amount that lies ahead: dans, dentro de. */
  readonly aheadLeads?: readonly (readonly string[])[];
  /** The same where the sentence tells of what is to come: in. */
  readonly aheadIfFuture?: ReadonlySet<string>;
  /** Leads from a date to a later one: until, bis, au. */
  readonly until: ReadonlySet<string>;
  /** Months and weekdays are written with a capital. */
  readonly capitalMonths: boolean;
  /** “lundi dernier”: which one it is stands behind. */
  readonly whichBehind: boolean;
  /** A stop makes an ordinal of a number: der 3. und 4. Mai, der 2. Platz. */
  readonly stopsOrdinals?: boolean;
  /** A month or a year stands before the noun it dates: “the February report”, “a 2012 study”. */
  readonly datesQualify?: boolean;
  /** “Tuesday week”, “Friday fortnight”: how many weeks on stands behind. */
  readonly weeksBehind?: boolean;
  /** “this morning”, “last night”: a part of a day that one word places. */
  readonly placesPartsOfDay?: boolean;
  /** The end of units in the plural, where they name no one day or week: “the past years”. */
  readonly pluralUnit?: RegExp;
  /** spring = 1 … */
  readonly seasons: ReadonlyMap<string, number>;
  /** first = 1 … of quarters and halves. */
  readonly quarters: ReadonlyMap<string, number>;
  readonly quarterWords: ReadonlySet<string>;
  readonly halfWords: ReadonlySet<string>;
  /** Stands before a decade: les ANNÉES 1990. */
  readonly decadeOf: ReadonlySet<string>;
  readonly cardinals: ReadonlyMap<string, number>;
  /** Reads one word written together (“dreihundertzwölf”). */
  readonly compoundCardinal?: (word: string) => number | undefined;
  /** Reads a measure written together as an adjective (“dreijährig”, “fünfköpfige”). */
  readonly compoundMeasure?: (word: string) => { readonly value: number; readonly unit: string } | undefined;
  readonly multipliers: ReadonlyMap<string, number>;
  /** dozens, hundreds, thousands: a power of ten named in the plural, as the range it stands for. */
  readonly vague: ReadonlyMap<string, readonly [number, number]>;
  /** Before a power of ten, a handful of it: SEVERAL hundred, MEHRERE tausend, a COUPLE of thousand. */
  readonly severals?: ReadonlySet<string>;
  /** What a few together are called, before what they are: a PAIR of, a TRIO of. */
  readonly pairs?: ReadonlyMap<string, number>;
  /** Words between the vague plural and its own multiplier: tens OF thousands. */
  readonly of: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly or: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  /** Stands before how much something changed: rose BY 12. */
  readonly by: ReadonlySet<string>;
  /** What stands before how much something changed opens a range as often: « de 12 à 47 ». */
  readonly byOpensRange?: boolean;
  /** one IN four, three OUT of five, one in EVERY ten, three PER thousand */
  readonly ratioIn: ReadonlySet<string>;
  readonly outOf: ReadonlySet<string>;
  readonly every: ReadonlySet<string>;
  readonly per: ReadonlySet<string>;
  /** Makes the number behind it negative. */
  readonly minus: ReadonlySet<string>;
  /** third = 3 …, from three on: the first and the second seldom count. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** Scale words that are abbreviations, and may have a stop: Mio., bn. */
  readonly shortScales: ReadonlySet<string>;
  /** “y” and “et” join tens and ones too: treinta y uno. */
  readonly joinsTens?: boolean;
  /** quatre-vingts is 4 times 20, soixante-dix 60 and 10. */
  readonly countsInTwenties?: boolean;
  /** A preposition stands between a million and its unit: millones DE euros. */
  readonly linksUnits: boolean;
  /** A hundred and a thousand count without a word before them: “tausend Menschen”, “mille personnes”. */
  readonly countsBareScales?: boolean;
  /** The article counts one unit: “spent A month”. */
  readonly articlesCount?: boolean;
  /** The end of an adjective between an article and a fraction: ein GESCHÄTZTES Drittel. */
  readonly fractionAdjective?: RegExp;
  /** The end of a comparative that no list holds: “three times deeper”. */
  readonly comparativeEnd?: RegExp;
  /** The end of a verb in the past: “the Kestrel 9 carried”. */
  readonly pastEnd?: RegExp;
  /** The house number stands behind its street. */
  readonly numbersHousesBehind?: boolean;
  /** “3p” are pence. */
  readonly writesPence?: boolean;
  /** Forms of one that are articles too, and count in a share alone: UNO de cada cuatro. */
  readonly ones: ReadonlySet<string>;
  /** Leads to spoken decimals: three POINT five. */
  readonly decimalPoint: ReadonlySet<string>;
  /** How a zero among spoken decimals is called: point OH five. */
  readonly spokenZero?: ReadonlySet<string>;
  /** 12-FOLD, NINE TIMES higher */
  readonly folds: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly comparatives: ReadonlySet<string>;
  readonly fractions: ReadonlyMap<string, number>;
  /** Words that name what is divided into and are not among the fractions: seventeenths = 17, millionth = 1000000. */
  readonly denominators?: ReadonlyMap<string, number>;
  /** Reads a denominator written together (“Zwanzigstel”, “doceavos”). */
  readonly compoundDenominator?: (word: string) => number | undefined;
  /** The end of a denominator that stands for several parts; absent where one form serves for both. */
  readonly pluralDenominator?: RegExp;
  readonly factors: ReadonlyMap<string, number>;
  readonly percent: ReadonlySet<string>;
  /** What an earthquake is measured on; the figure stands behind: magnitude 5.8 */
  readonly magnitudes: ReadonlySet<string>;
  /** percentage POINTS */
  readonly points: ReadonlySet<string>;
  /** Currency by word (“dollars”) or code. */
  readonly currencies: ReadonlyMap<string, string>;
  /** Units of time, length, mass… as a singular plain word. */
  readonly units: ReadonlyMap<string, string>;
  /** Words that say which way a figure points: rose = up, deficit = loss. */
  readonly senses: ReadonlyMap<string, Polarity>;
  readonly negations: ReadonlySet<string>;
  /** Names a numbered thing when it stands before digits: Article 5, Flight 12. */
  readonly designators: ReadonlySet<string>;
  /** Closes an age behind a hyphen: 31-year-OLD. */
  readonly old: ReadonlySet<string>;
  /** Closes an age behind its years: 24 Jahre ALT. */
  readonly aged: ReadonlySet<string>;
  /** in HIS 40s */
  readonly possessives: ReadonlySet<string>;
}

export type CalendarUnit = "day" | "week" | "month" | "year" | "weekend";

export const toSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ""));

/** Word lists by the polarity they give a figure, as one look-up. */
export const toSenses = (lists: Readonly<Record<Polarity, string>>): ReadonlyMap<string, Polarity> =>
  new Map(polarities.flatMap((polarity) => [...toSet(lists[polarity])].map((word) => [word, polarity] as const)));

/** "a b=1 c d=2" -> a:1, b:1, c:2, d:2. */
export function toMap(entries: string): ReadonlyMap<string, number> {
  return new Map([...toGroups(entries)].map(([word, value]) => [word, Number(value)]));
}

/** "meter metre m=meter" -> each word to the value after "=". */
export function toGroups(entries: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  let waiting: string[] = [];
  for (const part of entries.split(/\s+/)) {
    if (part === "") continue;
    const [word = "", value] = part.split("=");
    waiting.push(word);
    if (value === undefined) continue;
    for (const each of waiting) out.set(each, value.replaceAll("_", " "));
    waiting = [];
  }
  return out;
}

/** What a word may begin: most words begin nothing, and one look-up says so. */
export const wordRole = {
  date: 1,
  figure: 2,
  /** Makes an article before it count: “a quarter”, “a year”, “the ninth”. */ counted: 4,
} as const;

const scanned = new WeakMap<WordScan, { readonly words: LanguageWords; readonly roles: Uint8Array }>();

/**
 * What each token of a scan may begin, as bits of {@link wordRole}: dates and figures are both looked for in one scan, and each word is
 * looked up once.
 */
export function tokenRoles(scan: WordScan, words: LanguageWords): Uint8Array {
  const known = scanned.get(scan);
  if (known?.words === words) return known.roles;
  const out = new Uint8Array(scan.count);
  for (let i = 0; i < scan.count; i++) if (scan.isWord(i)) out[i] = roleOf(scan.lower(i), words);
  keepTokenRoles(scan, words, out);
  return out;
}

/** For who has looked up a scan's words already: `roles` are the answer of {@link tokenRoles}. */
export function keepTokenRoles(scan: WordScan, words: LanguageWords, roles: Uint8Array): void {
  scanned.set(scan, { words, roles });
}

/** What a word in lower case may begin. A number written together in one word may begin a date or a figure. */
export function roleOf(lower: string, words: LanguageWords): number {
  const own = rolesOf(words).get(lower) ?? 0;
  if (words.compoundCardinal?.(lower) !== undefined) return own | wordRole.date | wordRole.figure;
  return words.compoundMeasure?.(lower) !== undefined ? own | wordRole.figure : own;
}

const none: ReadonlyMap<string, number> = new Map();
const roles = new WeakMap<LanguageWords, ReadonlyMap<string, number>>();

/** The words of a language that dates and figures begin with, as bits of {@link wordRole}. Built once for each language. */
function rolesOf(words: LanguageWords): ReadonlyMap<string, number> {
  const known = roles.get(words);
  if (known) return known;
  const out = new Map<string, number>();
  const add = (each: Iterable<string>, role: number): void => {
    for (const word of each) out.set(word, (out.get(word) ?? 0) | role);
  };
  for (const each of [
    words.months,
    words.weekdays,
    words.shortWeekdays,
    words.dayWords,
    words.which,
    words.articles,
    words.partsOfPeriod,
    words.before,
    words.cardinals,
    words.seasons,
    words.quarters,
    words.aheadIfFuture ?? none,
    [...(words.agoLeads ?? []), ...(words.aheadLeads ?? [])].map(([first = ""]) => first),
  ]) {
    add(Array.isArray(each) ? each : each.keys(), wordRole.date);
  }
  add(words.dateOpeners ?? [], wordRole.date);
  if (words.quarters.size > 0) add(["q1", "q2", "q3", "q4", "h1", "h2"], wordRole.date);
  for (const each of [
    words.factors,
    words.articles,
    words.cardinals,
    words.vague,
    words.fractions,
    words.multipliers,
    words.decimalPoint,
    words.minus,
    words.every,
    words.ones,
    words.severals ?? none,
  ])
    add(each.keys(), wordRole.figure);
  for (const each of [
    words.fractions,
    words.units,
    words.multipliers,
    words.ordinals,
    words.denominators ?? none,
    words.pairs ?? none,
  ])
    add(each.keys(), wordRole.counted);
  roles.set(words, out);
  return out;
}
