import type { NumericMention } from "@wirefold/core";
import { type Figure, findFiguresIn, readSense } from "@wirefold/text";
import type { Language } from "@wirefold/text/grammar";
import { anyReadingWord, contextWords, isCountry, onlyReadingWord } from "@wirefold/text/grammar";
import { isoDay } from "../dates/calendar.ts";
import type { DatesRead } from "../dates/read-dates.ts";
import { type Document, spanOf, textOf } from "../document.ts";
import type { Naming } from "../names/entities.ts";
import type { NameMention } from "../names/find-names.ts";
import { lists } from "../word-roles.ts";
import { antecedentOf, isOfWhole, isSomeOfLast, type PreviousFigure, takenOver } from "./carried-unit.ts";
import { clauseAround } from "./clause.ts";
import { readCounted } from "./counted-noun.ts";
import { isStoryFigure } from "./is-story-figure.ts";
import { measureTakenOver } from "./measure-carried.ts";
import { modifierOf } from "./modifier.ts";
import { smallCounts } from "./small-counts.ts";

const leaveVerb = contextWords("leaveVerb");
const awayFrom = contextWords("awayFrom");
const onDay = contextWords("onDay");
const since = contextWords("since");

const anyAnd = new RegExp(`\\b${anyReadingWord("and")}\\b`);

const and = onlyReadingWord("and");

/** Who a figure is attributed to, as found by the sources of the text. */
export interface FigureSource {
  readonly name: string;
  readonly entity: number;
}

export interface FigureInput {
  readonly document: Document;
  readonly naming: Naming;
  readonly dates: DatesRead;
  readonly sourceAt: (token: number) => FigureSource | null;
  readonly isHeadline: (token: number) => boolean;
  readonly entityId: (index: number) => string | null;
}

/** Reads the figures of a document: value, unit, what is counted, where, when and on whose word. */
export function readFigures(input: FigureInput): NumericMention[] {
  const { document, dates } = input;
  // “over the past three days” is a date and a duration.
  const hidden = dates.expressions.filter(({ meaning }) => meaning.kind !== "lately");
  let last = null as Figure | null;
  const isTold = (figure: Figure): boolean => {
    const isKept = isStoryFigure(document, figure) || isSomeOfLast(document, figure, last);
    if (isKept) last = figure;
    return isKept;
  };
  const figures = withSmallCounts(
    document,
    inMainCurrency(findFiguresIn(document.scan, document.language.words, hidden).filter(isTold)),
  );
  const out: NumericMention[] = [];
  /** What the numbers told so far count: “of the 40” is of those forty. */
  const wholes = new Map<number, string>();
  let previous: PreviousFigure | null = null as PreviousFigure | null;
  const before: PreviousFigure[] = [];
  for (const figure of figures) {
    const clause = clauseAround(document, figure.tokens[0], figure.tokens[1]);
    let modifier = modifierOf(document, figure);
    const inBrackets = document.scan.mark(figure.tokens[0] - 1) === 0x28;
    // “about 60 kilometers (37 miles)”: one distance, said twice.
    if (
      modifier === null &&
      inBrackets &&
      previous !== null &&
      previous.figure.tokens[1] === figure.tokens[0] - 1 &&
      figure.kind === "measure"
    )
      modifier = previous.modifier;
    const counted = readCounted(document, figure, clause);
    // “of the 40”: those that were counted before.
    const whole =
      figure.kind === "count" && figure.value !== null && isOfWhole(document, figure) ? wholes.get(figure.value) : undefined;
    const carried =
      counted.isElliptic && previous !== null
        ? takenOver(document, figure, clause, antecedentOf(document, figure, before, counted) ?? previous, counted)
        : null;
    const unit =
      counted.unit ??
      whole ??
      carried ??
      counted.otherwise ??
      (counted.isElliptic && counted.refersBack !== true ? measureTakenOver(document, figure, before) : null);
    const subject: string | null = counted.subject ?? (counted.isElliptic ? (previous?.subject ?? null) : null);
    const source = input.sourceAt(figure.tokens[0]);
    const { polarity, aspect, isNegated } = readSense(document.scan, figure, document.language.words);
    out.push({
      id: `n${out.length + 1}`,
      span: spanOf(document, clause[0], clause[1]),
      text: textOf(document, clause[0], clause[1]),
      number: { text: figure.text, span: figure.span },
      ...(figure.value === null ? {} : { value: rounded(figure.value) }),
      ...(figure.range === null ? {} : { range: [rounded(figure.range[0]), rounded(figure.range[1])] as const }),
      unit,
      ...(polarity === null ? {} : { polarity }),
      ...(aspect === null ? {} : { aspect }),
      ...(isNegated ? { negated: true as const } : {}),
      modifier,
      subject,
      predicate: counted.predicate,
      place: placeOf(input, figure, clause, source),
      period: periodOf(input, figure, clause),
      attributed_to: source?.name ?? null,
      attributed_to_entity: source === null ? null : input.entityId(source.entity),
      in_headline: input.isHeadline(figure.tokens[0]),
    });
    const kind = figure.kind === "count" && unit !== null && unit === previous?.unit ? previous.kind : figure.kind;
    previous = { figure, kind, modifier, unit, subject, predicate: counted.predicate };
    before.push(previous);
    if (figure.kind === "count" && unit !== null && figure.value !== null && !wholes.has(figure.value))
      wholes.set(figure.value, unit);
  }
  return sharedUnits(ofOneCurrency(document, inSeries(document, out)));
}

/** With the people harmed who are counted without a number, where no figure stands in their place. */
function withSmallCounts(document: Document, figures: readonly Figure[]): readonly Figure[] {
  const small = smallCounts(document);
  if (small.length === 0) return figures;
  const taken = new Set(figures.map(({ tokens }) => tokens[0]));
  const isFree = ({ tokens: [from, to] }: Figure): boolean => !taken.has(from) && !(to > from + 1 && taken.has(from + 1));
  return [...figures, ...small.filter(isFree)].sort((a, b) => a.tokens[0] - b.tokens[0]);
}

/** “19, 23 and 30 deaths”: what the last of a series counts, those before it count too. */
function inSeries({ text }: Document, mentions: NumericMention[]): NumericMention[] {
  for (let i = mentions.length - 2; i >= 0; i--) {
    const [first, next] = [mentions[i], mentions[i + 1]];
    if (first === undefined || next === undefined || first.unit !== null || next.unit === null) continue;
    if (first.value === undefined || next.value === undefined || next.unit === "year") continue;
    const gap = text.slice(first.number.span[1], next.number.span[0]);
    const isInstead =
      (gap.length < gapMax && instead.test(gap)) ||
      (gap.length < openedMax &&
        !/[.;:!?]/.test(gap) &&
        opensInstead.test(text.slice(Math.max(0, first.number.span[0] - leadMax), first.number.span[0])));
    if (isInstead) mentions[i] = { ...first, unit: next.unit };
    if (gap.length < 8 && next.subject !== null && SERIES.test(gap))
      mentions[i] = { ...first, unit: next.unit, subject: next.subject };
  }
  return mentions;
}

/** “2,80 statt 2,50 Euro”: what stands in another's place has its unit. */
const instead = new RegExp(`^ ${anyReadingWord("insteadOf")} $`);
/** Longest words between the two, in characters. */
const gapMax = 16;
/** “Statt 2,50 zahlt er nun 2,80 Euro”: the same with what was before told first. */
const opensInstead = new RegExp(`(?:^|\\P{L})${anyReadingWord("insteadOf")} (?:\\p{Ll}{1,4} )?$`, "iu");
const openedMax = 48;
const leadMax = 24;

const SERIES = new RegExp(`^(?:, |,? ${anyReadingWord("and")} )$`);

/** Sums in hundredths of the one currency the document speaks of: “4 cents” with “$27.70” is 0.04 of a dollar. */
function inMainCurrency(figures: readonly Figure[]): readonly Figure[] {
  const currencies = new Set(
    figures.flatMap(({ kind, unit }) => (kind === "money" && unit !== null && unit !== "cent" ? [unit] : [])),
  );
  const [currency] = currencies;
  if (currencies.size !== 1 || currency === undefined || !/^(?:USD|EUR|CAD|AUD|NZD|SGD|HKD)$/.test(currency)) return figures;
  return figures.map((figure) =>
    figure.unit === "cent" && figure.value !== null ? { ...figure, value: figure.value / 100, unit: currency } : figure,
  );
}

const million = 1e6;
/** Characters between a sum and a bare number of its currency: a sentence or two. */
const sumReach = 240;

/** “Costs rise to 7.4 billion euros. They were last put at 4.9 billion.”: millions near a sum, in a text with one currency. */
function ofOneCurrency({ scan }: Document, mentions: NumericMention[]): NumericMention[] {
  const sums = mentions.filter(({ unit }) => unit !== null && currencyCode.test(unit));
  const [first] = sums;
  if (first === undefined || sums.some(({ unit }) => unit !== first.unit)) return mentions;
  return mentions.map((mention) => {
    const { unit, number, value, range } = mention;
    if (unit !== null || (range?.[0] ?? value ?? 0) < million || !/\p{L}/u.test(number.text)) return mention;
    // “9 billion people” has a unit; what another word follows is left alone.
    const behind = scan.indexAt(number.span[1]);
    if (
      scan.isWord(behind) &&
      scan.starts[behind] === number.span[1] + 1 &&
      !scan.has(behind, lists.prepositions | lists.determiners | lists.subordinators | lists.verbs)
    )
      return mention;
    const isNear = sums.some(({ number: { span } }) => Math.abs(span[0] - number.span[0]) <= sumReach);
    return isNear ? { ...mention, unit: first.unit } : mention;
  });
}

const currencyCode = /^[A-Z]{3}$/;

/** Takes the error of adding decimals off: 0.1 + 0.2 is 0.3 here; a third keeps all its digits. */
function rounded(value: number): number {
  if (Number.isInteger(value) && value !== 0 && Math.abs(value) < 1e11) return value;
  const short = Number(value.toPrecision(12));
  return String(short).length < 12 ? short : value;
}

/** A bare number takes the unit the same number has elsewhere in the article: “put the figure at 98,000”. */
function sharedUnits(mentions: NumericMention[]): NumericMention[] {
  const units = new Map<number, string>();
  for (const { value, unit } of mentions)
    if (value !== undefined && value >= 100 && unit !== null && !units.has(value)) units.set(value, unit);
  return mentions.map((mention) =>
    mention.unit === null && mention.value !== undefined && units.has(mention.value)
      ? { ...mention, unit: units.get(mention.value) as string }
      : mention,
  );
}

/** The first item of a sorted list for which `isPast` no longer holds. */
function firstFrom<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** “the country”, “that nation”, “his country”: the country spoken of last. */
const countryWords = contextWords("countryNoun");
/** How far back that is looked for, in names. */
const lookBackMax = 12;

/** The place the counted thing happened: named in the clause, else “the country” or the country of the source. */
function placeOf(
  input: FigureInput,
  figure: Figure,
  clause: readonly [number, number],
  source: FigureSource | null,
): string | null {
  const { naming, document } = input;
  const { scan, language } = document;
  const { mentions } = naming;
  const first = firstFrom(mentions, (mention) => mention.to <= clause[0]);
  let before: string | null = null;
  for (let i = first; i < mentions.length; i++) {
    const mention = mentions[i] as (typeof mentions)[number];
    if (mention.from >= clause[1]) break;
    if (!isPlace(input, i)) continue;
    const preposition = scan.lower(mention.from - 1);
    if (mention.from >= figure.tokens[1]) {
      // “from Sorrel”, “fled Sorrel”, “Sorrel’s draft”: where it came from, not where it is.
      if (awayFrom.has(preposition) || leaveVerb.has(language.verbs.get(preposition) ?? "") || scan.isGenitive(mention.to))
        continue;
      return listFrom(input, i, clause[1]);
    }
    if (language.placePrepositions.has(preposition)) before = mention.text;
  }
  if (before !== null) return before;
  const own = countryOf(input, source);
  for (let i = figure.tokens[1]; own === null && i < clause[1]; i++) {
    if (!countryWords.has(scan.lower(i)) || !scan.has(i - 1, lists.determiners)) continue;
    for (let k = first - 1; k >= Math.max(0, first - lookBackMax); k--)
      if (isCountry((mentions[k] as NameMention).text)) return (mentions[k] as NameMention).text;
  }
  return own;
}

const isPlace = (input: FigureInput, index: number): boolean => {
  const { naming } = input;
  const mention = naming.mentions[index] as NameMention;
  const entity = naming.entities[naming.entityOf[index] as number];
  return (
    !mention.isRole &&
    !input.document.language.demonyms.has(mention.text.toLowerCase()) &&
    (mention.type === "place" || (entity?.type === "place" && mention.type === "other"))
  );
};

/** “Norway, Chile and Ghana”: places in a row are one answer. */
function listFrom(input: FigureInput, index: number, clauseEnd: number): string {
  const { document, naming } = input;
  const { scan } = document;
  const start = naming.mentions[index] as NameMention;
  let end = start.to;
  for (let i = index + 1; i < naming.mentions.length; i++) {
    const mention = naming.mentions[i] as NameMention;
    let at = end;
    if (scan.mark(at) === 0x2c) at++;
    if (and.test(scan.lower(at))) at++;
    if (mention.from !== at || at === end || mention.from >= clauseEnd || !isPlace(input, i)) break;
    end = mention.to;
  }
  // A pair over a comma is a place and what it lies in: “Omsk, Russia”.
  const isList = anyAnd.test(textOf(document, start.from, end));
  return isList ? textOf(document, start.from, end) : start.text;
}

/** The country whose body the source is: “Transport Ministry of Chile”, “the Norwegian Coast Guard”. */
function countryOf({ naming, document }: FigureInput, source: FigureSource | null): string | null {
  if (source === null) return null;
  const entity = source.entity < 0 ? null : naming.entities[source.entity];
  const words = `${source.name} ${entity?.canonical ?? ""} ${entity?.role ?? ""}`;
  let known = countries.get(naming);
  if (known === undefined) {
    known = new Map();
    countries.set(naming, known);
  }
  let country = known.get(words);
  if (country === undefined) {
    country = countryIn(words, document.language);
    known.set(words, country);
  }
  return country;
}

/** The sources of one document are asked for again and again. */
const countries = new WeakMap<Naming, Map<string, string | null>>();

function countryIn(words: string, language: Language): string | null {
  for (const word of words.split(/[\s'’]+/)) {
    const country = language.demonyms.get(word.toLowerCase());
    if (country !== undefined) return country;
    if (isCountry(word)) return word;
  }
  return null;
}

/** “$18,500, up from $12,000 last year”: the date behind is that of the figure compared with. */
function isOfAnother({ scan, language }: Document, from: number, at: number): boolean {
  for (let i = from + 1; i < at; i++)
    if (scan.isNumber(i) && [1, 2, 3].some((back) => i - back >= from && language.comparedWith.has(scan.lower(i - back))))
      return true;
  return false;
}

/** “where 14 miners died had been cited for 37 violations in 2033”: a year behind another verb's figure is that figure's. */
function isBeyondAnother({ scan, language }: Document, from: number, at: number): boolean {
  let hasVerb = false;
  for (let i = from; i < at; i++) {
    if (scan.isNumber(i)) return hasVerb;
    hasVerb ||= language.verbs.has(scan.lower(i));
  }
  return false;
}

const superlative = onlyReadingWord("superlative");
/** How far before “since” a superlative may stand, in tokens: “the largest fall in one day since 2008”. */
const superlativeReach = 5;

function isSuperlative({ scan }: Document, at: number): boolean {
  for (let i = at; i > at - superlativeReach && scan.isWord(i); i--) if (superlative.test(scan.lower(i))) return true;
  return false;
}

/** Farthest a date stands from the figure it dates, in tokens. */
const periodReach = 60;

/** The time the figure covers: “since September 21” up to the article's day, “on Saturday” that day. */
function periodOf({ document, dates }: FigureInput, figure: Figure, clause: readonly [number, number]): string | null {
  const { scan } = document;
  const sentence = document.sentences[document.sentenceOf[figure.tokens[0]] as number] as readonly [number, number];
  const from = scan.starts[Math.max(sentence[0], figure.tokens[0] - periodReach)] as number;
  const to = scan.ends[Math.min(sentence[1], figure.tokens[1] + periodReach) - 1] as number;
  let best: { iso: string; cost: number; isSince: boolean } | null = null;
  for (let i = firstFrom(dates.mentions, (mention) => mention.span[1] <= from); i < dates.mentions.length; i++) {
    const mention = dates.mentions[i] as (typeof dates.mentions)[number];
    if (mention.span[0] >= to) break;
    if (mention.iso === null) continue;
    const at = scan.indexAt(mention.span[0]);
    const lead = scan.lower(at - 1);
    // “said on Tuesday” dates the saying, not the figure; so does “according to the board on Monday”.
    const before = onDay.has(lead) ? at - 2 : at - 1;
    // “64 percent, the highest since 2008”: what it is compared with.
    if (since.has(lead) && isSuperlative(document, at - 2)) continue;
    if (scan.has(before, lists.speechVerbs) || (at < figure.tokens[0] && at < clause[0])) continue;
    if (
      isOfAnother(document, figure.tokens[1], at) ||
      (mention.iso.length < 8 && isBeyondAnother(document, figure.tokens[1], at))
    )
      continue;
    const cost = at >= figure.tokens[1] ? at - figure.tokens[1] : figure.tokens[0] - at + 4;
    if (!best || cost < best.cost) best = { iso: mention.iso, cost, isSince: since.has(lead) };
  }
  if (!best) return null;
  if (best.isSince && dates.reference !== null && !best.iso.includes("/") && best.iso.length === 10)
    return `${best.iso}/${isoDay(dates.reference)}`;
  return best.iso;
}
