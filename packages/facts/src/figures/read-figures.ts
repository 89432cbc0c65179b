import type { NumericMention } from "@wirefold/core";
import { type Figure, findFiguresIn } from "@wirefold/text";
import { isoDay } from "../dates/calendar.ts";
import type { DatesRead } from "../dates/read-dates.ts";
import { type Document, spanOf, textOf } from "../document.ts";
import type { Naming } from "../names/entities.ts";
import { clauseAround } from "./clause.ts";
import { readCounted } from "./counted-noun.ts";
import { isStoryFigure } from "./is-story-figure.ts";
import { modifierOf } from "./modifier.ts";

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

interface PreviousFigure {
  readonly figure: Figure;
  readonly modifier: string | null;
  readonly unit: string | null;
  readonly subject: string | null;
}

/** Reads the figures of a document: value, unit, what is counted, where, when and on whose word. */
export function readFigures(input: FigureInput): NumericMention[] {
  const { document, dates } = input;
  const figures = findFiguresIn(document.scan, document.language.words, dates.expressions).filter((figure) =>
    isStoryFigure(document, figure),
  );
  const out: NumericMention[] = [];
  let previous: PreviousFigure | null = null as PreviousFigure | null;
  for (const figure of figures) {
    const clause = clauseAround(document, figure.tokens[0], figure.tokens[1]);
    let modifier = modifierOf(document, figure);
    const inBrackets = document.scan.mark(figure.tokens[0] - 1) === 0x28;
    // “about 400 kilometers (250 miles)”: one distance, said twice.
    if (
      modifier === null &&
      inBrackets &&
      previous !== null &&
      previous.figure.tokens[1] === figure.tokens[0] - 1 &&
      figure.kind === "measure"
    )
      modifier = previous.modifier;
    const counted = readCounted(document, figure, clause);
    const unit: string | null =
      counted.unit ??
      (counted.isElliptic && previous !== null ? takenOver(document, figure, clause, previous, counted.rate ?? null) : null);
    const subject: string | null = counted.subject ?? (counted.isElliptic ? (previous?.subject ?? null) : null);
    const source = input.sourceAt(figure.tokens[0]);
    out.push({
      id: `n${out.length + 1}`,
      span: spanOf(document, clause[0], clause[1]),
      text: textOf(document, clause[0], clause[1]),
      number: { text: figure.text, span: figure.span },
      ...(figure.value === null ? {} : { value: rounded(figure.value) }),
      ...(figure.range === null ? {} : { range: [rounded(figure.range[0]), rounded(figure.range[1])] as const }),
      unit,
      modifier,
      subject,
      predicate: counted.predicate,
      place: placeOf(input, figure, clause, source),
      period: periodOf(input, figure),
      attributed_to: source?.name ?? null,
      attributed_to_entity: source === null ? null : input.entityId(source.entity),
      in_headline: input.isHeadline(figure.tokens[0]),
    });
    previous = { figure, modifier, unit, subject };
  }
  return sharedUnits(out);
}

/** “The number has grown to 10,000 per day”, “40 thousand to Sorrel”: counts what the figure before it counted. */
function takenOver(
  document: Document,
  figure: Figure,
  clause: readonly [number, number],
  previous: PreviousFigure,
  rate: string | null,
): string | null {
  const { scan } = document;
  const gap = (document.sentenceOf[figure.tokens[0]] as number) - (document.sentenceOf[previous.figure.tokens[0]] as number);
  if (previous.unit === null) return null;
  const base = previous.unit.split("/")[0] as string;
  const whole = rate === null ? previous.unit : `${base}/${rate}`;
  if (gap === 0) return previous.figure.kind === "count" ? (rate === null ? base : whole) : null;
  if (gap > 2) return null;
  const sentence = document.sentences[document.sentenceOf[figure.tokens[0]] as number] as readonly [number, number];
  for (let i = Math.max(sentence[0], clause[0] - 12); i < figure.tokens[0]; i++)
    if (/^(?:number|figure|total|count|toll|tally|zahl)$/.test(scan.lower(i))) return whole;
  return null;
}

/** Takes the error of adding decimals off: 0.1 + 0.2 is 0.3 here. */
const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(12)));

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

/** The place the counted thing happened: named in the clause, else “the country” of the source. */
function placeOf(
  input: FigureInput,
  figure: Figure,
  clause: readonly [number, number],
  source: FigureSource | null,
): string | null {
  const { naming, document } = input;
  const { scan, language } = document;
  let before: string | null = null;
  for (const mention of naming.mentions) {
    if (mention.to <= clause[0]) continue;
    if (mention.from >= clause[1]) break;
    if (mention.type !== "place" || mention.isRole) continue;
    const preposition = scan.lower(mention.from - 1);
    if (mention.from >= figure.tokens[1]) {
      if (preposition === "from" && before === null) {
        before = mention.text;
        continue;
      }
      return mention.text;
    }
    if (language.placePrepositions.has(preposition)) before = mention.text;
  }
  if (before !== null) return before;
  if (source === null) return null;
  const entity = source.entity < 0 ? null : naming.entities[source.entity];
  for (const word of (source.name + (entity ? ` ${entity.canonical} ${entity.role ?? ""}` : "")).split(/[\s']+/)) {
    const country = language.demonyms.get(word.toLowerCase());
    if (country !== undefined) return country;
    if (naming.entities.some((each) => each.type === "place" && each.canonical === word)) return word;
  }
  return null;
}

/** The time the figure covers: “since September 21” up to the article's day, “on Saturday” that day. */
function periodOf({ document, dates }: FigureInput, figure: Figure): string | null {
  const { scan } = document;
  const sentence = document.sentences[document.sentenceOf[figure.tokens[0]] as number] as readonly [number, number];
  const from = scan.starts[sentence[0]] as number;
  const to = scan.ends[sentence[1] - 1] as number;
  let best: { iso: string; gap: number; isSince: boolean } | null = null;
  for (const mention of dates.mentions) {
    if (mention.iso === null || mention.span[1] <= from) continue;
    if (mention.span[0] >= to) break;
    const at = scan.indexAt(mention.span[0]);
    const gap = Math.abs(at - figure.tokens[0]);
    const lead = scan.lower(at - 1);
    // “said on Tuesday” dates the saying, not the figure.
    const isSaying =
      document.language.speechVerbs.has(lead) || (lead === "on" && document.language.speechVerbs.has(scan.lower(at - 2)));
    if (isSaying) continue;
    if (!best || gap < best.gap) best = { iso: mention.iso, gap, isSince: /^(?:since|seit)$/.test(lead) };
  }
  if (!best) return null;
  if (best.isSince && dates.reference !== null && !best.iso.includes("/") && best.iso.length === 10)
    return `${best.iso}/${isoDay(dates.reference)}`;
  return best.iso;
}
