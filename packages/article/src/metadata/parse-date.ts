/**
 * Dates as pages and people write them, to ISO 8601 as precise as they were: `2024-03-05`, `2024-03-05T14:29`,
 * `2024-03-05T14:29:00+02:00`. Never guesses a zone; resolves 03/04/2024 only by the order the caller states.
 */
import { monthOf } from "@wirefold/text";

export interface DateOptions {
  /** How to read 03/04/2024. @default "unknown": such a date is refused */
  readonly order?: "mdy" | "dmy" | "unknown";
}

/** Whether a lower-cased word names or shortens a month. */
export const isMonthName = (word: string): boolean => monthOf(word) !== undefined;

const ZONES: Readonly<Record<string, string>> = {
  z: "Z",
  utc: "Z",
  gmt: "Z",
  est: "-05:00",
  edt: "-04:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
  cet: "+01:00",
  cest: "+02:00",
  mez: "+01:00",
  mesz: "+02:00",
  eet: "+02:00",
  eest: "+03:00",
  msk: "+03:00",
  мск: "+03:00",
  jst: "+09:00",
  kst: "+09:00",
  aest: "+10:00",
  aedt: "+11:00",
  hkt: "+08:00",
  sgt: "+08:00",
};

const two = (value: number): string => String(value).padStart(2, "0");

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dateOf(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month - 1] ?? 0))) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}

/** `T14:29` and zone from the text around a date; "" when there is no time. */
function timeOf(text: string): string {
  const match =
    /(?:^|[^\d.:])(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]\.?m\.?)?(?![\d:/]|\.\d)\s*(?:Uhr|hrs?|ч)?\s*\(?([A-Za-zА-я]{1,4}(?![A-Za-zА-я])|[+-]\d{2}:?\d{2})?/i.exec(
      text,
    );
  if (match === null) return "";
  let hour = Number(match[1]);
  const minute = Number(match[2]);
  if (minute > 59) return "";
  const half = match[4]?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return "";
    hour = (hour % 12) + (half.startsWith("p") ? 12 : 0);
  }
  if (hour > 23) return "";
  const zoneText = match[5] ?? "";
  const zone = /^[+-]/.test(zoneText) ? `${zoneText.slice(0, 3)}:${zoneText.slice(-2)}` : (ZONES[zoneText.toLowerCase()] ?? "");
  return `T${two(hour)}:${two(minute)}${match[3] === undefined ? "" : `:${match[3]}`}${zone}`;
}

const isoDate =
  /(?:^|[^\d])(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z\b|[+-]\d{2}:?\d{2}\b|[A-Z]{3,4}\b)?)?/i;
const compactDate = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const easternDate = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/;
const slashedYearFirst = /(?:^|\D)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\D|$)/;
const numeric = /(?:^|\D)(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?:\D|$)/;
const dayMonthYear =
  /(?:^|[^\d])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?\s+(?:de\s+|of\s+)?([^\s\d.,:;()/|-]{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})/;
const monthDayYear = /(?:^|[\s\d.,:;()/|-])([^\s\d.,:;()/|-]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/;

const mayHoldDate = /(?:19|20)\d\d|\d[./-]\s?\d\d?[./-]\s?\d\d|^\d{10,13}$/;

/** A date anywhere in a short text; undefined when it has none. Texts are cut at 300 characters. */
export function parseDate(raw: string, options: DateOptions = {}): string | undefined {
  const text = raw.length > 300 ? raw.slice(0, 300) : raw.trim();
  // Most lines asked about hold no year at all.
  if (!mayHoldDate.test(text)) return undefined;
  const iso = isoDate.exec(text);
  if (iso !== null) {
    const date = dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    if (date === undefined) return undefined;
    if (iso[4] === undefined || Number(iso[4]) > 23) return date + timeOf(text.slice(iso.index + iso[0].length));
    const zone =
      iso[7] === undefined
        ? ""
        : /^[+-]/.test(iso[7])
          ? `${iso[7].slice(0, 3)}:${iso[7].slice(-2)}`
          : (ZONES[iso[7].toLowerCase()] ?? "");
    return `${date}T${two(Number(iso[4]))}:${iso[5]}${iso[6] === undefined ? "" : `:${iso[6]}`}${zone}`;
  }
  const compact = compactDate.exec(text);
  if (compact !== null) {
    const date = dateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    if (date !== undefined)
      return compact[4] === undefined
        ? date
        : `${date}T${compact[4]}:${compact[5]}${compact[6] === undefined ? "" : `:${compact[6]}`}${compact[7] ?? ""}`;
  }
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const moment = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    const year = moment.getUTCFullYear();
    return year >= 1990 && year <= 2100 ? moment.toISOString().replace(".000Z", "Z") : undefined;
  }
  const eastern = easternDate.exec(text) ?? slashedYearFirst.exec(text);
  if (eastern !== null) {
    const date = dateOf(Number(eastern[1]), Number(eastern[2]), Number(eastern[3]));
    if (date !== undefined) return date + timeOf(text.slice(eastern.index + eastern[0].length - 1));
  }
  for (const [pattern, dayAt, monthAt] of [
    [dayMonthYear, 1, 2],
    [monthDayYear, 2, 1],
  ] as const) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const month = monthOf(match[monthAt]?.toLowerCase() ?? "");
    if (month === undefined) continue;
    const date = dateOf(Number(match[3]), month, Number(match[dayAt]));
    if (date !== undefined) return date + timeAround(text, match.index, match[0]);
  }
  const digits = numeric.exec(text);
  if (digits !== null) {
    let [a, b, year] = [Number(digits[1]), Number(digits[3]), Number(digits[4])];
    if (digits[4]?.length === 2) year += year < 70 ? 2000 : 1900;
    const order = a > 12 ? "dmy" : b > 12 ? "mdy" : digits[2] === "." ? "dmy" : (options.order ?? "unknown");
    if (order === "unknown") return a === b ? dateOf(year, a, b) : undefined;
    if (order === "mdy") [a, b] = [b, a];
    const date = dateOf(year, b, a);
    if (date !== undefined) return date + timeAround(text, digits.index, digits[0]);
  }
  return undefined;
}

/** The time after the date, or else the one before it ("14:29, 5 March 2024"). */
const timeAround = (text: string, at: number, found: string): string =>
  timeOf(text.slice(at + found.length)) || timeOf(text.slice(0, at + 1));
