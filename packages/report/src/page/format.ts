import { plain } from "./markup.ts";

const LARGE = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
] as const;

/** 1234567.5 -> "1,234,567.5", 2400000 -> "2.4 million". Fixed rules rather than the machine's locale: same record, same bytes. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "not a number";
  const abs = Math.abs(value);
  if (abs !== 0 && (abs >= 1e15 || abs < 1e-4)) return value.toExponential(2);
  for (const [size, name] of LARGE) {
    if (abs >= size && abs < size * 1000 && abs % (size / 100) === 0) return `${formatNumber(value / size)} ${name}`;
  }
  const [whole = "0", fraction] = (abs >= 1000 ? Number(abs.toFixed(2)) : Number(abs.toPrecision(6))).toString().split(".");
  const grouped = whole.length > 4 || abs >= 1000 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return `${value < 0 ? "−" : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

const IRREGULAR: Record<string, string> = { person: "people", man: "men", woman: "women", child: "children", foot: "feet" };
const UNCHANGED = /^[A-Z]{3}$|°|(?:s|percent|hertz|celsius|fahrenheit|people|men|women|children|feet)$/;

function plural(unit: string): string {
  return IRREGULAR[unit] ?? (UNCHANGED.test(unit) ? unit : /[^aeiou]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`);
}

/** "person/day" after 10,000 -> "people per day". */
export function formatUnit(unit: string | null, value: number): string {
  if (!unit) return "";
  const [counted = "", per] = unit.split("/");
  const name = counted === "factor" ? "times" : Math.abs(value) === 1 ? counted : plural(counted);
  return per ? `${name} per ${per}` : name;
}

export type Quantity = number | readonly [number, number] | null;

/** "over 194,000 people", "1–2 kilometers", "40%". */
export function formatQuantity(value: Quantity, unit: string | null, modifier: string | null): string {
  if (value === null) return "no figure";
  if (unit === "chance" || unit === "fraction")
    return [modifier, typeof value === "number" ? formatChance(value) : value.map(formatChance).join("–")]
      .filter(Boolean)
      .join(" ");
  const high = typeof value === "number" ? value : value[1];
  const figure = typeof value === "number" ? formatNumber(value) : formatRange(value);
  const measured =
    unit === "percent"
      ? `${figure}%`
      : unit === "year of age"
        ? `aged ${figure}`
        : unit && /^[A-Z]{3}$/.test(unit)
          ? `${unit} ${figure}`
          : `${figure} ${formatUnit(unit, high)}`;
  return [modifier, measured].filter(Boolean).join(" ").trim();
}

/** Shares are told in small numbers. */
const PARTS_MAX = 12;

/** A share as a reader says it: 0.333 is "1 in 3", 0.37 is "37%". */
function formatChance(value: number): string {
  for (let of = 2; of <= PARTS_MAX; of++) {
    const part = Math.round(value * of);
    if (part >= 1 && part < of && Math.abs(value - part / of) < 1e-3) return `${part} in ${of}`;
  }
  return `${formatNumber(Math.round(value * 1e4) / 100)}%`;
}

function formatRange([low, high]: readonly [number, number]): string {
  // Magnitude words ("hundreds of thousands") arrive as a decade: 100,000–999,999.
  return `${formatNumber(low)}–${formatNumber(high)}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** An ISO 8601 moment as precise as it was given, in its own zone: "27 Sep 2022, 14:05 UTC". Anything else as written. */
export function formatMoment(iso: string | null): string {
  if (iso === null) return "date unknown";
  const found = ISO.exec(iso);
  const month = found?.[2] ? MONTHS[Number(found[2]) - 1] : undefined;
  if (!found || (found[2] && !month)) return plain(iso).slice(0, 40);
  const [, year, , day, hour, minute, zone] = found;
  const date = [day ? String(Number(day)) : null, month, year].filter(Boolean).join(" ");
  if (!hour) return date;
  return `${date}, ${hour}:${minute}${zone ? (zone === "Z" ? " UTC" : ` ${zone.replace("-", "−")}`) : ""}`;
}

/** Milliseconds since 1970, or null where the text is no date. A date without a zone is read as UTC. */
export function momentOf(iso: string | null): number | null {
  if (iso === null || !ISO.test(iso)) return null;
  const zoned = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) || !iso.includes("T") ? iso : `${iso}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : time;
}

/** Something with the moment it was published, as written and in milliseconds. */
export interface Dated<T> {
  readonly item: T;
  readonly published: string;
  readonly at: number;
}

/** Those whose date can be read, the earliest first. */
export function byDate<T extends { readonly published_at: string | null }>(items: readonly T[]): Dated<T>[] {
  return items
    .flatMap((item): Dated<T>[] => {
      const published = item.published_at;
      const at = momentOf(published);
      return published === null || at === null ? [] : [{ item, published, at }];
    })
    .sort((a, b) => a.at - b.at);
}

/** 0.314 -> "31%", never "0%" for something and never "100%" for less than all. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.01) return "under 1%";
  if (share < 1 && share > 0.99) return "over 99%";
  return `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
}

/** count(2, "article") -> "2 articles"; count(1, "agency", "agencies") -> "1 agency". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

/** "subject-changed" -> "Subject changed". */
export function label(kind: string): string {
  const words = plain(kind).replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The start of a text, cut at a word where one is near, with an ellipsis. Bounded work whatever the length. */
export function excerpt(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(" ");
  return `${(space >= length * 0.7 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/**
 * The part of a text around some words of it, where its start would not show them; cut at words, with an ellipsis where something is
 * left out. Bounded work whatever the length.
 */
export function excerptAround(text: string, words: string, length: number): string {
  const at = text.indexOf(words);
  const end = at + words.length;
  if (at < 0 || end <= length * 0.9 || words.length > length / 2) return excerpt(text, length);
  // A third behind the words, the rest before them, or more where the text ends early.
  const from = Math.max(0, Math.min(at - Math.floor((length - words.length) * 0.6), text.length - length));
  const space = text.indexOf(" ", from);
  return `…${excerpt(text.slice(space >= 0 && space < at ? space + 1 : from), length)}`;
}

export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const MARKS = new Set('"“”„«»‘’‚‹›「」『』 \n');

/** The page sets its own quotation marks. An apostrophe that ends a word inside stays. */
export function unquoted(surface: string): string {
  let start = 0;
  let end = surface.length;
  while (start < end && MARKS.has(surface.charAt(start))) start += 1;
  while (end > start && MARKS.has(surface.charAt(end - 1))) end -= 1;
  return surface.slice(start, end);
}

/** What is at odds, in words, for the kinds of conflict a record names. */
export function conflictKind(kind: string): string {
  switch (kind) {
    case "value":
    case "numeric":
      return "The figures differ";
    case "agent":
      return "They name different people for it";
    case "direction":
      return "The figure is the same, the direction opposite";
    case "polarity":
      return "One denies what the other says";
    default:
      return label(kind);
  }
}

const RELATIONS: Record<string, string> = {
  agree: "Agree",
  "agree-with-mutation": "Agree, reworded",
  "agree-with-precision-loss": "Agree, one less precise",
  single: "One article only",
  update: "Updated",
  superseded: "Superseded",
};

/** How the articles' versions of a claim stand to each other, in words. */
export const relationWord = (relation: string): string => RELATIONS[relation] ?? label(relation);

/** "43,000 person" -> "43,000 people". A value that is not a figure and a unit stays as it is. */
export function pluralUnit(value: string): string {
  return value.replace(
    /^([\d.,]{1,20}) ([a-z/]{1,30})$/,
    (_, figure: string, unit: string) => `${figure} ${formatUnit(unit, figure === "1" ? 1 : 2)}`,
  );
}

/** A clause cut out of a sentence, set as a line of its own. */
export const capitalised = (text: string): string => {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toUpperCase() + text.slice(first.length);
};
