import { readFileSync } from "node:fs";
import path from "node:path";
import type { DateMention, NumericMention, Quote, Span } from "@wirefold/core";
import { type ExpectedDocument, type ExpectedFigure, type ExpectedQuote, readingTextOf, seedsFolder, spanIn } from "./seeds.ts";

/** Compares what extraction found with what the expectations name. A found item answers at most one expected one. */

const overlap = (a: Span | readonly [number, number], b: Span | readonly [number, number]): number =>
  Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
const shareOfUnion = (a: Span | readonly [number, number], b: readonly [number, number]): number => {
  const common = overlap(a, b);
  return common <= 0 ? 0 : common / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
};

export interface Pairing<Wanted, Found> {
  readonly pairs: readonly (readonly [Wanted, Found])[];
  readonly missed: readonly Wanted[];
  readonly surplus: readonly Found[];
}

/** The pairing of the greatest closeness first; `closeness` 0 means the two have nothing in common. */
function pairUp<Wanted, Found>(
  wanted: readonly Wanted[],
  found: readonly Found[],
  closeness: (a: Wanted, b: Found) => number,
): Pairing<Wanted, Found> {
  const free = new Set(found);
  const pairs: (readonly [Wanted, Found])[] = [];
  const missed: Wanted[] = [];
  for (const one of wanted) {
    let best: Found | undefined;
    let most = 0;
    for (const candidate of free) {
      const near = closeness(one, candidate);
      if (near > most) [best, most] = [candidate, near];
    }
    if (best === undefined) missed.push(one);
    else {
      free.delete(best);
      pairs.push([one, best]);
    }
  }
  return { pairs, missed, surplus: [...free] };
}

/** Where the lines stand in a plain text that its expectation says are not the article; none for HTML, whose reading text has none. */
export function boilerplateSpans(wanted: ExpectedDocument): Span[] {
  const text = readingTextOf(wanted.document);
  const spans: Span[] = [];
  if (wanted.file.endsWith(".html")) return spans;
  const lines = new Map<string, number>();
  for (const { text: line } of wanted.boilerplate) lines.set(line.trim(), (lines.get(line.trim()) ?? 0) + 1);
  let at = 0;
  let titleSeen = false;
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    const isTitle = trimmed === wanted.title && !titleSeen;
    if (isTitle) titleSeen = true;
    else if (trimmed !== "" && lines.has(trimmed)) spans.push([at, at + line.length]);
    at += line.length + 1;
  }
  return spans;
}

export function pairQuotes(wanted: ExpectedDocument, found: readonly Quote[]): Pairing<ExpectedQuote, Quote> {
  const text = readingTextOf(wanted.document);
  const own = wanted.quotes.filter((quote) => quote.in !== "boilerplate");
  return pairUp(own, found, (quote, candidate) => {
    const near = shareOfUnion(candidate.span, spanIn(text, quote));
    return near >= 0.5 ? near : 0;
  });
}

/** Where a figure's number stands. */
export function numberSpan(text: string, figure: ExpectedFigure): readonly [number, number] {
  const [start] = spanIn(text, figure);
  const from = start + figure.text.indexOf(figure.number);
  return [from, from + figure.number.length];
}

export function pairFigures(wanted: ExpectedDocument, found: readonly NumericMention[]): Pairing<ExpectedFigure, NumericMention> {
  const text = readingTextOf(wanted.document);
  const own = wanted.figures.filter((figure) => figure.in !== "boilerplate");
  return pairUp(own, found, (figure, candidate) => Math.max(0, shareOfUnion(candidate.number.span, numberSpan(text, figure))));
}

export function pairDates(
  wanted: ExpectedDocument,
  found: readonly DateMention[],
): Pairing<ExpectedDocument["dates"][number], DateMention> {
  const text = readingTextOf(wanted.document);
  const own = wanted.dates.filter((date) => date.in !== "boilerplate");
  return pairUp(own, found, (date, candidate) => {
    const [start] = spanIn(text, date);
    const from = start + date.text.indexOf(date.date);
    return Math.max(0, overlap(candidate.span, [from, from + date.date.length]));
  });
}

export interface Rate {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

export function rateOf(hits: number, surplus: number, missed: number): Rate {
  const precision = hits / (hits + surplus || 1);
  const recall = hits / (hits + missed || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

interface Entity {
  readonly canonical: string;
  readonly anonymous?: boolean;
  readonly variants: Readonly<Record<string, readonly string[]>>;
}
const entities = Object.values(
  JSON.parse(readFileSync(path.join(seedsFolder, "expected/entities.json"), "utf8")) as Readonly<Record<string, Entity>>,
);

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ø", "o")
    .replace(/[’']s\b/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !["the", "der", "die", "das", "von", "and"].includes(word));

/**
 * Whether a found name means the expected one: a known form of it, or its last word (a surname). Of a person whom the
 * document never names, half the words of the description will do, and no name may have been invented.
 */
export function namesAgree(found: string | null, wanted: string | null): boolean {
  if (found === null || wanted === null) return found === wanted;
  const entity = entities.find(({ canonical }) => canonical === wanted);
  const forms = [wanted, ...Object.values(entity?.variants ?? {}).flat()];
  const got = words(found);
  if (got.length === 0) return false;
  return forms.some((form) => {
    const want = words(form);
    if (entity?.anonymous) return want.filter((word) => got.includes(word)).length >= Math.min(2, want.length / 2);
    if (want.length === 0) return false;
    if (/ministry|ministerium|guard|observatory|department/i.test(form))
      return want.filter((word) => got.includes(word)).length >= want.length / 2;
    return got.includes(want.at(-1)!);
  });
}

/** Whether two credits name one agency: "NSP" and "North Sea Press" do where the documents use both. */
export function creditsAgree(found: string | null, wanted: string | null): boolean {
  if (found === null || wanted === null) return found === wanted;
  const forms = entities.find(({ canonical }) => canonical === wanted)?.variants ?? {};
  return found === wanted || Object.values(forms).flat().includes(found);
}

const MODIFIER_CLASSES: Readonly<Record<string, string>> = {
  over: "above",
  "more than": "above",
  "mehr als": "above",
  "well over": "well above",
  "at least": "at least",
  about: "about",
  around: "about",
  roughly: "about",
  approximately: "about",
  rund: "about",
  some: "about",
  estimated: "about",
  nearly: "below",
  almost: "below",
  knapp: "below",
  "up to": "at most",
  "as high as": "at most",
  "until a height of": "at most",
  only: "only",
  "only about": "only about",
  "only looked at about": "only about",
  another: "none",
  under: "under",
  "younger than": "under",
};

/** Modifiers that bound a figure in the same way are one class. */
export const modifierClass = (modifier: string | null): string =>
  modifier === null ? "none" : (MODIFIER_CLASSES[modifier.toLowerCase()] ?? modifier.toLowerCase());

export function valueAgrees(found: NumericMention, wanted: ExpectedFigure): boolean {
  if (wanted.range) return found.range?.[0] === wanted.range[0] && found.range[1] === wanted.range[1];
  return found.value !== undefined && Math.abs(found.value - wanted.value!) <= 1e-9 * Math.abs(wanted.value!);
}

/** Share of pairs of items put together or kept apart alike: precision and recall over pairs put together. */
export function groupingRate(wanted: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): Rate {
  const ids = [...wanted.keys()];
  let [hits, surplus, missed] = [0, 0, 0];
  for (const [at, a] of ids.entries()) {
    for (const b of ids.slice(at + 1)) {
      const same = wanted.get(a) === wanted.get(b);
      const together = found.has(a) && found.get(a) === found.get(b);
      if (same && together) hits++;
      else if (same) missed++;
      else if (together) surplus++;
    }
  }
  return rateOf(hits, surplus, missed);
}
