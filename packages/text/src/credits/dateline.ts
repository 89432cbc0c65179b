import { type AgencyMention, agencyIn, findCreditedAgencies } from "../agencies.ts";
import { monthOf } from "../dates/month-of.ts";
import { TELEGRAM_SIGNS } from "../languages/credit-words.ts";

/** Where a report was written and for which agency, as its first words tell: “OSLO, March 5 (Reuters) -”. */
export interface Dateline {
  /** The place as it is written; null where none stands. */
  readonly place: string | null;
  /** The agency's short name; null for a dateline without one. */
  readonly agency: string | null;
  /** UTF-16 units up to the report's first word. */
  readonly length: number;
}

/** Longest dateline, in UTF-16 units. */
const datelineLengthMax = 120;
/** As many words as a place, its country and its date have. */
const placeWordsMax = 10;

/**
 * The dateline with a news agency that a line opens with, in any language: brackets, slashes or a dash part place and agency from
 * the report, and before the agency stands nothing but a place and a date. Null where there is none.
 */
export function agencyDateline(line: string): Dateline | null {
  const opening = line.slice(0, datelineLengthMax);
  const agencies = findCreditedAgencies(opening);
  if (agencies.length === 0) return null;
  return bracketedOpening(opening, line.length) ?? wordsOpening(opening, agencies.slice(0, 2), line.length);
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const openingBracket = /^\s*[(（【［[]\s*([^()（）【】［］[\]]{2,40}?)\s*[)）】］\]]\s*/u;
/** “新华社南河3月5日电”, with the reporter in brackets behind. */
const telegram = new RegExp(
  `^\\s*([^\\s，。]{2,24}?\\d{0,2}${TELEGRAM_SIGNS.month}?\\d{1,2}${TELEGRAM_SIGNS.day}?[${TELEGRAM_SIGNS.wire}])(?:\\s*[（(][^（）()]{2,20}[）)])?\\s*`,
  "u",
);
const telegramMarks = new RegExp(
  `[\\d０-９]+[${TELEGRAM_SIGNS.month}${TELEGRAM_SIGNS.day}]?|[${TELEGRAM_SIGNS.wire}=＝]|\\s+`,
  "gu",
);

/** “【南河共同】”, “(남하=연합뉴스) 이명 기자 =”, “新华社南河3月5日电（记者李明）”, “［南河　５日　ロイター］”. */
function bracketedOpening(opening: string, length: number): Dateline | null {
  const match = openingBracket.exec(opening) ?? telegram.exec(opening);
  if (match === null || match[0].length >= length) return null;
  const inside = match[1] ?? "";
  if (!unspaced.test(inside)) return null;
  const [agency] = findCreditedAgencies(inside);
  if (agency === undefined) return null;
  const rest = `${inside.slice(0, agency.at)} ${inside.slice(agency.at + agency.length)}`;
  const place = /^[\p{L}]+/u.exec(rest.replace(telegramMarks, " ").trim())?.[0] ?? null;
  return { place, agency: agency.name, length: match[0].length };
}

/** Place and date, then the agency in brackets, between slashes, or behind a dash or a stop; then a mark, then the report. */
function wordsOpening(opening: string, agencies: readonly AgencyMention[], length: number): Dateline | null {
  for (const { at, length: size, name } of agencies) {
    const before = opening.slice(0, at);
    const after = opening.slice(at + size);
    const open = /[([/]\s?(?:[Tt]he )?(?:\p{L}{2,8}\/)?$/u.exec(before);
    const close = open === null ? null : /^(?:[^()[\]\n]{0,30}[)\]]|\/)/u.exec(after);
    const wraps = open !== null && close !== null;
    const lead = wraps ? before.slice(0, open.index) : before;
    const place = placeOf(lead);
    if (place === undefined) continue;
    const rest = wraps ? after.slice(close[0].length) : after;
    const mark = (wraps ? behindBracket : behindName).exec(rest);
    const isCapitals = lead.trim() !== "" && lead === lead.toUpperCase();
    const bare =
      wraps && mark === null && (isCapitals || /\d/.test(lead) || lead.trim() === "")
        ? /^\s+(?=[\p{Lu}\p{Lo}“"«„])/u.exec(rest)
        : null;
    const end = mark ?? bare;
    if (end === null) continue;
    // An agency in no brackets stands behind a day, or opens the line before a dash.
    if (!wraps && !/\d/.test(lead) && !(lead.trim() === "" && /^\s?[—–-]/u.test(rest))) continue;
    const total = (wraps ? lead.length + open[0].length : at) + size + (wraps ? close[0].length : 0) + end[0].length;
    return total < length ? { place, agency: name, length: total } : null;
  }
  return null;
}

const behindBracket = /^\s?(?:[.,:]\s?)?[—–―-]{1,2}\s?|^\s?[.:]\s?(?=\S)/u;
const behindName = /^\s?(?:[.:]\s?)?[—–―-]{1,2}\s?(?=[\p{Lu}\p{Lo}“"«„])|^[.:]\s(?=[\p{Lu}\p{Lo}“"«„])/u;

/** The place of what stands before the agency; null where nothing does, undefined where it is no place and date. */
function placeOf(lead: string): string | null | undefined {
  const bare = lead.replace(/[\s,:;—–―-]+$/u, "").trim();
  if (bare === "") return null;
  if (!/^[\p{Lu}\p{Lo}\p{N}[]/u.test(bare)) return undefined;
  let names = 0;
  let words = 0;
  let behindNumber = false;
  for (const [token] of bare.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’]*|\p{N}+/gu)) {
    words++;
    if (words > placeWordsMax) return undefined;
    if (/^[\p{Lu}\p{Lo}]/u.test(token)) names++;
    // The month behind its day, or a small word within a name: “Rio de Janeiro”, “3 de marzo”.
    else if (/^\p{Ll}/u.test(token) && !behindNumber && token.length > 3) return undefined;
    behindNumber = /^\p{N}/u.test(token) || (behindNumber && token.length <= 3);
  }
  if (names === 0 || agencyIn(bare) !== null || /[!?;“”"©]|copyright/iu.test(bare)) return undefined;
  const place = bare
    .replace(/\[[^\]]*\]/gu, "")
    .replace(/(?:[,.\s]+(?:\p{L}+\.? )?|^)\d.*$/u, "")
    .replace(/^\d[^,]*, ?/u, "")
    .trim();
  return place === "" || monthOf(place.toLowerCase()) !== undefined ? null : place;
}
