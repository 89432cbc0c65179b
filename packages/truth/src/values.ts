/**
 * Reads the many ways sources write one value, so that writing is not taken for disagreement: clock times, numbers,
 * lists of people, dates, names of things. Which reading a property needs is read off its values, never from its name.
 */
import type { ClaimRow } from "@wirefold/core";
import { fold } from "@wirefold/text";
import { namesReader } from "./name-lists.ts";

/** A claimed value after reading. */
export interface ReadValue {
  /** Equal keys are one value. */
  readonly key: string;
  /** How the value is shown when it wins. */
  readonly surface: string;
  /** 1, or less where the source itself qualifies it ("9:53 p.m. (estimated)"). */
  readonly weight: number;
  /** What the value is made of (people of a list, places of an address). A value with more of the same parts is more precise. */
  readonly parts: readonly string[];
}

export type ValueKind = "clock" | "number" | "date" | "names" | "label";

/** Reads the claims of one row; null for a claim that says nothing. */
export type RowReader = (row: ClaimRow) => (ReadValue | null)[];

/** Share of a property's values that must read as a kind before the rest are taken for noise. */
const KIND_SHARE = 0.6;
/** What a value counts that its source itself calls an estimate. */
const QUALIFIED_WEIGHT = 0.25;
/** Values looked at to tell the kind: more would not change the answer. */
const SAMPLE_MAX = 4000;

const NOTHING =
  /^(?:|0|-+|n\/?a|none|null|nil|unknown|not (?:available|provided|applicable|known|listed)|unavailable|contact \w+|tba|tbd|\?+|no author|various)$/;

export function kindOf(rows: readonly ClaimRow[]): ValueKind {
  let total = 0;
  const found = { clock: 0, number: 0, date: 0 };
  for (const row of rows) {
    for (const { value } of row.claims) {
      const text = fold(value).trim();
      if (NOTHING.test(text)) continue;
      total++;
      if (readClock(text) !== null) found.clock++;
      else if (readDate(text) !== null) found.date++;
      else if (readNumber(text) !== null) found.number++;
    }
    if (total > SAMPLE_MAX) break;
  }
  if (total === 0) return "label";
  if (found.clock >= KIND_SHARE * total) return "clock";
  if (found.date >= KIND_SHARE * total) return "date";
  if (found.number >= KIND_SHARE * total) return "number";
  return looksLikeNames(rows) ? "names" : "label";
}

export function readerFor(kind: ValueKind, rows: readonly ClaimRow[]): RowReader {
  if (kind === "clock") return clockReader(rows);
  if (kind === "number") return (row) => row.claims.map(({ value }) => numberValue(value));
  if (kind === "date") return (row) => row.claims.map(({ value }) => dateValue(value));
  if (kind === "names") return namesReader(rows, (value) => NOTHING.test(fold(value).trim()));
  return (row) => row.claims.map(({ value }) => labelValue(value));
}

// "9:53 p.m." | "12/1 9:53 PM" | "7:08aDec 1" | "thu 21:15" | "21.15 Uhr"
const CLOCK =
  /(?:^|[^\d:])(\d{1,2}):(\d{2})(?::\d{2})?\s*(?:([ap])(?:\.?m\b|(?=[^a-z]|dec|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|$))|(noon|midnight))?/;
const QUALIFIED = /\b(?:estimated|est|approx|expected|about|circa|ca|probable|proposed)\b|~/;

function readClock(text: string): number | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  if (hour > 24 || minute > 59) return null;
  if (match[3] === "p") return (hour % 12) * 60 + 720 + minute;
  if (match[3] === "a" || match[4] === "midnight") return (hour % 12) * 60 + minute;
  return (hour % 24) * 60 + minute;
}

/** Ways to write a clock time, the plain ones; the winner is shown in the property's commonest. */
const CLOCK_STYLES: readonly { readonly pattern: RegExp; readonly write: (hour: number, minute: string) => string }[] = [
  {
    pattern: /^\d{1,2}:\d{2} [ap]\.m\.$/i,
    write: (hour, minute) => `${hour % 12 || 12}:${minute} ${hour < 12 ? "a.m." : "p.m."}`,
  },
  { pattern: /^\d{1,2}:\d{2} ?[ap]m$/, write: (hour, minute) => `${hour % 12 || 12}:${minute} ${hour < 12 ? "am" : "pm"}` },
  { pattern: /^\d{1,2}:\d{2} ?[AP]M$/, write: (hour, minute) => `${hour % 12 || 12}:${minute} ${hour < 12 ? "AM" : "PM"}` },
  { pattern: /^\d{2}:\d{2}$/, write: (hour, minute) => `${String(hour).padStart(2, "0")}:${minute}` },
];

function clockReader(rows: readonly ClaimRow[]): RowReader {
  const styles = CLOCK_STYLES.map((style) => ({ ...style, count: 0 }));
  for (const row of rows)
    for (const { value } of row.claims) {
      const style = styles.find(({ pattern }) => pattern.test(value.trim()));
      if (style) style.count += 1;
    }
  const commonest = styles.reduce((best, style) => (style.count > best.count ? style : best));
  const style = commonest.count > 0 ? commonest : null;
  return (row) =>
    row.claims.map(({ value }) => {
      const text = fold(value);
      const minutes = readClock(text);
      if (minutes === null) return null;
      const surface = style ? style.write(Math.floor(minutes / 60), String(minutes % 60).padStart(2, "0")) : value.trim();
      return { key: String(minutes), surface, weight: QUALIFIED.test(text) ? QUALIFIED_WEIGHT : 1, parts: [] };
    });
}

function readNumber(text: string): number | null {
  // "$1.2 million" | "about 40" | "19 %" | "12 km"; "B4" and "gate 7" are names.
  const match =
    /^(?:[~≈<>$€£¥+]|(?:about|around|over|nearly|almost|approx\.?|circa|ca\.?|more than|up to)\s)*\s*(-?\d[\d,.' ]*)\s*(thousand|million|billion|trillion|k|m|bn|tn)?(?:\s*%|\s+[\p{L}.²³/ ]{1,24})?$/u.exec(
      text,
    );
  if (!match) return null;
  const [, figure = "", scaleWord = ""] = match;
  const digits = withoutEnd(figure.replace(/[' ]/g, ""), ".,");
  const plain =
    /^[^.,]*(?:[.,]\d{3})+$/.test(digits) && !/^\d+\.\d{3}$/.test(digits)
      ? digits.replace(/[.,](?=\d{3})/g, "")
      : digits.replace(/,(?=\d{3})/g, "").replace(",", ".");
  const scale = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12, tn: 1e12 }[scaleWord] ?? 1;
  const number = Number(plain) * scale;
  return Number.isFinite(number) ? number : null;
}

function numberValue(value: string): ReadValue | null {
  const text = fold(value).trim();
  const number = readNumber(text);
  if (number === null) return null;
  return {
    key: String(Number(number.toPrecision(12))),
    surface: value.trim(),
    weight: QUALIFIED.test(text) ? QUALIFIED_WEIGHT : 1,
    parts: [],
  };
}

const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function readDate(text: string): string | null {
  if (ISO_DATE.test(text) && text.length > 4) return text;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) {
    const [, month = "", day = "", year] = american;
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  }
  return /^\d{4}-\d{2}-\d{2}(?=t\d{2}:\d{2})/.exec(text)?.[0] ?? null;
}

function dateValue(value: string): ReadValue | null {
  const text = fold(value).trim();
  const date = /^\d{4}$/.test(text) ? text : readDate(text);
  if (date === null) return null;
  const [year, month, day] = date.split("-");
  return {
    key: date,
    surface: value.trim(),
    weight: 1,
    parts: [year, month && `${year}-${month}`, day && date].filter((part): part is string => !!part),
  };
}

/** A name of a thing as it is compared: folded, spaces run together, no punctuation at its end. */
export function labelKey(value: string): string {
  return withoutEnd(fold(value).replace(/\s+/g, " ").trim(), ".,;:!");
}

/** Cuts these characters off the end. A pattern that ends in `+$` would look for an end at every one of them. */
function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function labelValue(value: string): ReadValue | null {
  const text = fold(value).replace(/\s+/g, " ").trim();
  if (NOTHING.test(text)) return null;
  const parts = text.split(/\s*,\s*/).filter(Boolean);
  return { key: labelKey(text), surface: value.trim(), weight: 1, parts: parts.length > 1 ? parts : [] };
}

/** Lists of people are recognised by their order: "Doe, Jane" and "Jane Doe" in one row. */
function looksLikeNames(rows: readonly ClaimRow[]): boolean {
  let mixed = 0;
  let judged = 0;
  for (const row of rows) {
    if (row.claims.length < 2) continue;
    const orders = new Map<string, Set<string>>();
    for (const { value } of row.claims.slice(0, 40)) {
      const words = fold(value).match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length < 2) continue;
      const bag = [...words].sort().join(" ");
      const seen = orders.get(bag) ?? new Set<string>();
      seen.add(words.join(" "));
      orders.set(bag, seen);
    }
    if (orders.size === 0) continue;
    judged++;
    if ([...orders.values()].some((seen) => seen.size > 1)) mixed++;
    if (judged >= 400) break;
  }
  return judged >= 1 && mixed >= 0.15 * judged;
}
