import type { WordScan } from "../word-scan.ts";

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Beyond it a double is no number of news. */
const powerMax = 300;

const isTimesSign = (raw: string): boolean => raw === "x" || raw === "X" || raw === "×" || raw === "·" || raw === "*";

/** The power at a token, with its signs: “6”, “+6”, “-6”, “⁶”; null where none stands. */
function powerAt(scan: WordScan, from: number): { next: number; value: number } | null {
  let at = from;
  let sign = 1;
  for (; at < from + 2; at++) {
    const mark = scan.mark(at);
    if (mark === 0x2d || mark === 0x2212 || mark === 0x207b) sign = -sign;
    else if (mark !== 0x2b && mark !== 0x207a) break;
  }
  if (/^\d{1,3}$/.test(scan.raw(at)) && scan.isNumber(at) && (at === from || scan.isGlued(at)))
    return { next: at + 1, value: sign * Number(scan.raw(at)) };
  let digits = "";
  while (digits.length < 3) {
    const raw = scan.raw(at);
    const digit = raw.length === 1 ? superscripts.indexOf(raw) : -1;
    if (digit < 0 || !scan.isGlued(at)) break;
    digits += digit;
    at++;
  }
  return digits === "" ? null : { next: at, value: sign * Number(digits) };
}

/** A caret and a power, or a power in superscript, glued to the base. A lone ² or ³ is a footnote or part of a unit. */
function raised(scan: WordScan, at: number): { next: number; value: number } | null {
  if (scan.mark(at) !== 0x5e) return null;
  // “10^3”, “10 ^ 3”
  return scan.isGlued(at) === scan.isGlued(at + 1) ? powerAt(scan, at + 1) : null;
}

/**
 * What digits are worth with the exponent glued behind them: “1.1^23”, “12.32e+14”, “6.23x10^-4”, “3 × 10⁸”. Null where none stands.
 */
export function withExponent(scan: WordScan, from: number, value: number): { next: number; value: number } | null {
  const plain = raised(scan, from);
  if (plain !== null) return checked(plain.next, value ** plain.value);
  const lower = scan.lower(from);
  if (lower.charCodeAt(0) === 0x65 && scan.isGlued(from)) {
    // “1e5” is a number and a word; “1e+5” a number, a letter, a sign and a number.
    if (/^e\d{1,3}$/.test(lower)) return checked(from + 1, value * 10 ** Number(lower.slice(1)));
    const power = lower === "e" && !scan.isNumber(from + 1) && scan.isGlued(from + 1) ? powerAt(scan, from + 1) : null;
    return power === null ? null : checked(power.next, value * 10 ** power.value);
  }
  // “1.3x10^6”: the sign of times and the ten are one word where no space parts them.
  const isOne = /^x10$/i.test(lower) && scan.isGlued(from);
  const ten = isOne ? from : isTimesSign(scan.raw(from)) && scan.raw(from + 1) === "10" ? from + 1 : -1;
  if (ten < 0) return null;
  const power =
    raised(scan, ten + 1) ?? (scan.isGlued(ten + 1) && scan.raw(ten + 1).length === 1 ? powerAt(scan, ten + 1) : null);
  return power === null ? null : checked(power.next, value * 10 ** power.value);
}

const checked = (next: number, value: number): { next: number; value: number } | null =>
  Number.isFinite(value) && Math.abs(value) < 10 ** powerMax ? { next, value } : null;
