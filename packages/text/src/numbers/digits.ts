import type { WordScan } from "../word-scan.ts";

/** Most groups of three digits in one number: up to quadrillions. */
const groupsMax = 5;

/** The value of a digit group as the language writes it; undefined for “192.168.1.2” and other non-numbers. */
export function digitValue(raw: string, grouping: "comma" | "stop"): number | undefined {
  if (raw.length > 24) return undefined;
  const commas = raw.includes(",");
  const stops = raw.includes(".");
  if (!commas && !stops) return Number(raw);
  const group = grouping === "comma" ? "," : ".";
  const point = grouping === "comma" ? "." : ",";
  const parts = raw.split(point);
  const [whole = "", decimals = "0"] = parts;
  if (parts.length <= 2 && isGrouped(whole, group)) return Number(`${whole.split(group).join("")}.${decimals}`);
  // The other convention, where it cannot be mistaken: “1.234,5” in English text, “2,600,000” in German.
  const others = raw.split(group);
  const [otherWhole = ""] = others;
  if (others.length === 2 && isGrouped(otherWhole, point) && otherWhole.includes(point))
    return Number(`${otherWhole.split(point).join("")}.${others[1]}`);
  if (others.length === 1 && parts.length > 2 && isGrouped(raw, point)) return Number(parts.join(""));
  if (others.length === 2 && parts.length === 1) return Number(`${others[0]}.${others[1]}`);
  return undefined;
}

function isGrouped(whole: string, group: string): boolean {
  const groups = whole.split(group);
  if (groups.length === 1) return true;
  if ((groups[0] ?? "").length > 3) return false;
  // South Asian grouping (2,50,000) has pairs before the last group of three.
  return (
    groups.slice(1).every((each, index) => each.length === 3 || (each.length === 2 && index < groups.length - 2)) &&
    groups.at(-1)?.length === 3
  );
}

/** White space that holds a number's groups together: no-break, narrow no-break, thin and figure spaces. */
const isGroupSpace = (code: number): boolean =>
  code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x2007 || code === 0x2006;
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;
const monthOrDay = /^(?:on|the|am|le|el|du|del|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;

/**
 * Reads digits grouped by spaces or apostrophes from a token on: “98 000”, “1 943”, “2’400”. Groups have exactly three digits behind
 * one to three, all are divided alike, and one plain space divides only what cannot be a day, a year or a telephone number.
 * The last group may have decimals behind it. Null where the number is one token.
 */
export function spacedDigits(
  scan: WordScan,
  from: number,
  grouping: "comma" | "stop",
  isMonth: (word: string) => boolean,
): { next: number; value: number } | null {
  const first = scan.raw(from);
  if (!/^[1-9]\d{0,2}$/.test(first)) return null;
  let digits = first;
  let decimals = "";
  let at = from + 1;
  let divider = 0;
  let groups = 0;
  for (; groups < groupsMax; groups++) {
    let group = at;
    let code: number;
    if (isApostrophe(scan.mark(at)) && scan.isGlued(at) && scan.isGlued(at + 1)) {
      code = 0x27;
      group = at + 1;
    } else if (scan.isNumber(at) && scan.starts[at] === (scan.ends[at - 1] ?? 0) + 1)
      code = scan.text.charCodeAt(scan.ends[at - 1] ?? 0);
    else break;
    const kind = isGroupSpace(code) ? 0xa0 : code;
    if ((kind !== 0xa0 && kind !== 0x20 && kind !== 0x27) || (divider !== 0 && kind !== divider)) break;
    const read = /^(\d{3})(?:[.,](\d{1,2}))?$/.exec(scan.raw(group));
    if (read === null || (read[2] !== undefined && grouping === "stop" && scan.raw(group)[3] === ".")) break;
    divider = kind;
    digits += read[1];
    at = group + 1;
    if (read[2] !== undefined) {
      decimals = read[2];
      groups++;
      break;
    }
  }
  if (groups === 0) return null;
  if (divider === 0x20) {
    // A further run of digits of another length: a telephone number, a row of a table.
    if (scan.isNumber(at) && scan.starts[at] === (scan.ends[at - 1] ?? 0) + 1) return null;
    const before = scan.lower(from - 1);
    const isDay = groups === 1 && Number(first) <= 31 && (monthOrDay.test(before) || isMonth(before));
    if (isDay || scan.isNumber(from - 1)) return null;
  }
  return { next: at, value: Number(decimals === "" ? digits : `${digits}.${decimals}`) };
}

/** Fractions that are one character. */
const vulgarFractions: ReadonlyMap<number, number> = new Map([
  [0xbc, 1 / 4],
  [0xbd, 1 / 2],
  [0xbe, 3 / 4],
  [0x2150, 1 / 7],
  [0x2151, 1 / 9],
  [0x2152, 1 / 10],
  [0x2153, 1 / 3],
  [0x2154, 2 / 3],
  [0x2155, 1 / 5],
  [0x2156, 2 / 5],
  [0x2157, 3 / 5],
  [0x2158, 4 / 5],
  [0x2159, 1 / 6],
  [0x215a, 5 / 6],
  [0x215b, 1 / 8],
  [0x215c, 3 / 8],
  [0x215d, 5 / 8],
  [0x215e, 7 / 8],
]);

const isSlash = (code: number): boolean => code === 0x2f || code === 0x2044;

/** A fraction in signs: “½”, “3/4”, “1⁄2”; the denominator is small and the fraction below one. Null for anything else, scores and dates too. */
export function fractionInSigns(scan: WordScan, at: number): { next: number; value: number } | null {
  const vulgar = vulgarFractions.get(scan.mark(at));
  if (vulgar !== undefined) return { next: at + 1, value: vulgar };
  if (!scan.isNumber(at) || !isSlash(scan.mark(at + 1)) || !scan.isGlued(at + 1) || !scan.isGlued(at + 2)) return null;
  if (!/^\d{1,2}$/.test(scan.raw(at)) || !/^(?:[2-9]|1[026]|32|64|100)$/.test(scan.raw(at + 2))) return null;
  if (scan.isGlued(at + 3) && (isSlash(scan.mark(at + 3)) || scan.isNumber(at + 3) || scan.isWord(at + 3))) return null;
  const value = Number(scan.raw(at)) / Number(scan.raw(at + 2));
  return value > 0 && value < 1 ? { next: at + 3, value } : null;
}
