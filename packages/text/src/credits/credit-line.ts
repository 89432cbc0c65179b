import { type AgencyMention, findCreditedAgencies, newsAgencies } from "../agencies.ts";
import { monthOf } from "../dates/month-of.ts";
import { weekdayNames } from "../languages/cldr-words.ts";
import { CREDIT_WORDS, type CreditWords } from "../languages/credit-words.ts";
import { anyPageForm } from "../page-forms.ts";

/** How a line credits an agency. */
export type CreditForm = "byline" | "copyright" | "line" | "note" | "signature";

/** The agency a line credits. */
export interface LineCredit {
  /** The agency's short name. */
  readonly name: string;
  readonly form: CreditForm;
  /** The part of the line that says so, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** Where a line stands, for what counts as a credit there. */
export interface LinePlace {
  /** Near the text's beginning: a byline may be there. */
  readonly isHead: boolean;
  /** One of the last lines: the only ones whose end can be signed. */
  readonly isLast: boolean;
}

/** Longest line, note or bracket that can be a credit, in UTF-16 units. */
const lineLengthMax = 200;
const noteLengthMax = 320;
/** A shorter line with an agency at its end is a caption. */
const signedLineLengthMin = 60;
const unspacedLineLengthMin = 15;
/** As much of a line's end is looked at for a signature, in UTF-16 units. */
const signatureLengthMax = 120;
/** As many words as names can have in a credit: two people, or an outlet. */
const nameWordsMax = 8;
/** The agency that signs its stories “Reporting by …; editing by …” in the languages it writes. */
const reportingByAgency = "Reuters";

const listOf = (name: keyof CreditWords): readonly string[] => Object.values(CREDIT_WORDS).flatMap((words) => words[name] ?? []);
const lineWords: ReadonlySet<string> = new Set(listOf("line"));
const joiningWords: ReadonlySet<string> = new Set(listOf("joins"));
const pictureWords: ReadonlySet<string> = new Set([
  ...listOf("picture"),
  ...newsAgencies
    .filter(({ kind }) => kind === "pictures")
    .flatMap(({ name, cased = [] }) => [name, ...cased])
    .map((form) => form.toLowerCase()),
]);
/** What makes a line the credit of a picture in some language, as alternatives of a regular expression for any case. */
export const pictureWordsPattern: string = listOf("picture").join("|");
const anyOf = (name: keyof CreditWords): string => `(?:${listOf(name).join("|")})`;
const thisText = new RegExp(`^[^\\p{L}]*(?:\\p{L}['’]\\p{L}+ \\p{L}+ )?${anyOf("thisText")}`, "iu");
const origin = new RegExp(anyOf("origin"), "iu");
const reportedBy = new RegExp(`(?<!\\p{L})${anyOf("reportedBy")} ?\\p{L}`, "iu");
const editedBy = new RegExp(`(?<!\\p{L})${anyOf("editedBy")} ?\\p{L}`, "iu");
/** What that agency prints under its stories. */
const reportingByNotice = /^\s*Our Standards: The Thomson Reuters Trust Principles/;
const byline = new RegExp(`^\\s*${anyPageForm("plainBy")}[: ]\\s*(\\p{Lu}[^\\n]{2,90})$`, "iu");

/**
 * The agency a line credits, by what the line is made of: agencies, words such lines have in some language, dates, a desk's initials,
 * and names where a word joins them. A line that has anything else to say only mentions the agency, and one with a word for
 * pictures credits a picture. Linear in the line's length.
 */
export function creditOfLine(line: string, place: LinePlace): LineCredit | null {
  const agencies = line.length <= noteLengthMax ? findCreditedAgencies(line) : [];
  if (agencies.length > 0) {
    const told = (line.length <= lineLengthMax ? creditOfWholeLine(line, agencies, place) : null) ?? creditOfNote(line);
    if (told !== null) return told;
  }
  return place.isLast ? (signature(line) ?? deskCredit(line)) : null;
}

function creditOfWholeLine(line: string, agencies: readonly AgencyMention[], { isHead }: LinePlace): LineCredit | null {
  const [first] = agencies;
  const made = partsOf(line, agencies);
  // What leads to a quotation, and what shouts, is no credit.
  if (first === undefined || made === null || /[:!?]\s*$/.test(line)) return null;
  const credit = (form: CreditForm): LineCredit => ({ name: first.name, form, from: 0, to: line.length });
  if (made.names === 0) return credit(made.isCopyright ? "copyright" : "line");
  if (made.isJoined) return credit("byline");
  return isHead && isSignedByline(line, agencies) ? credit("byline") : null;
}

let weekdays: ReadonlySet<string> | undefined;
/** Whether a word is a month or a weekday in some language. */
function isOfDate(word: string): boolean {
  weekdays ??= new Set(Object.keys(CREDIT_WORDS).flatMap((language) => [...weekdayNames(language, "long").keys()]));
  return weekdays.has(word) || monthOf(word) !== undefined;
}

interface LineParts {
  /** How many words are names of people, places or outlets. */
  readonly names: number;
  /** Whether a word joins them to the agency: "by", "with". */
  readonly isJoined: boolean;
  readonly isCopyright: boolean;
  /** Whether a word that credits have stands there at all. */
  readonly hasLabel: boolean;
}

const tokens = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’]*|\p{N}+|[©@]/gu;

/** What a line has around its agencies; null where it has something to say. */
function partsOf(line: string, agencies: readonly AgencyMention[]): LineParts | null {
  let names = 0;
  let isJoined = false;
  let isCopyright = false;
  let hasLabel = false;
  let next = 0;
  let behindNumber = false;
  for (const match of line.matchAll(tokens)) {
    const [token] = match;
    const { index: at } = match;
    while (next < agencies.length && endOf(agencies[next]) <= at) next++;
    const agency = agencies[next];
    if (agency !== undefined && at >= agency.at) continue;
    const word = token.toLowerCase();
    if (pictureWords.has(word)) return null;
    const wasBehindNumber = behindNumber;
    behindNumber = /\p{N}$/u.test(token);
    if (token === "©" || word === "copyright") isCopyright = true;
    // A single capital is an initial, not the "s" or "z" that is a word in Czech.
    else if (lineWords.has(word) && (word.length > 1 || word === token)) {
      hasLabel = true;
      isJoined ||= joiningWords.has(word);
    } else if (behindNumber) continue;
    else if (elided(word) || isDeskInitials(line, at, token, next > 0) || isDomain(line, at, token)) continue;
    // The name of a month behind its day, in any language.
    else if (wasBehindNumber || isOfDate(word)) continue;
    else if (/^\p{Lu}/u.test(token)) names++;
    else return null;
  }
  return names > nameWordsMax ? null : { names, isJoined, isCopyright, hasLabel };
}

const endOf = (mention: AgencyMention | undefined): number => (mention === undefined ? 0 : mention.at + mention.length);

/** An article or preposition that has lost its vowel before the agency: “l'AFP”, “dell'ANSA”. */
const elided = (word: string): boolean => {
  const cut = /^(\p{L}{1,4})['’]$/u.exec(word)?.[1];
  return cut !== undefined && (cut.length === 1 || lineWords.has(cut));
};

/** The desk's initials: small ones at a slash (“als/dpa”), capitals behind the agency (“PTI CDE ORA”, “PAP/kul”). */
function isDeskInitials(line: string, at: number, token: string, isBehindAgency: boolean): boolean {
  if (/^\p{Ll}{1,5}$/u.test(token)) return line[at - 1] === "/" || line[at + token.length] === "/" || line[at - 1] === "-";
  if (/^\p{Lu}{2,4}$/u.test(token) && line[at + token.length] === "-") return true;
  return isBehindAgency && /^\p{Lu}{2,4}$/u.test(token) && /^[\p{Lu} ]+$/u.test(line.slice(at));
}

/** A site's name: “ntv.de”. */
const isDomain = (line: string, at: number, token: string): boolean =>
  /^\.[a-z]/.test(line.slice(at + token.length, at + token.length + 2)) || (line[at - 1] === "." && /^[a-z]+$/.test(token));

/**
 * A byline without "by": “Ana Duarte | AFP”, “Ana Duarte, Associated Press”, “EFE / Villarada”. A slash behind a person would make
 * it a photographer, and short capitals behind a comma may be a state.
 */
function isSignedByline(line: string, agencies: readonly AgencyMention[]): boolean {
  if (agencies.length !== 1) return false;
  const [agency] = agencies;
  if (agency === undefined) return false;
  const form = line.slice(agency.at, endOf(agency));
  const before = line.slice(0, agency.at).trim();
  const after = line.slice(endOf(agency)).trim();
  if (before === "") return /^[/|–—-] ?\p{Lu}[\p{L}.'’-]+$|^in \p{Lu}[\p{L}.'’ -]{2,30}$/u.test(after);
  if (after !== "" && after !== ")") return false;
  const isState = /^\p{Lu}{2}$/u.test(form);
  if (new RegExp(`^${names}(?: ?[|–—]| -)$`, "u").test(before)) return true;
  if (new RegExp(`^${names},(?: [Tt]he)?$`, "u").test(before)) return !/^\p{Lu}{2,4}$/u.test(form);
  if (new RegExp(`^${names} ?[(]$`, "u").test(before)) return !isState;
  return /^\p{Lu}[\p{L}.'’-]+ ?[/|–—-]$/u.test(before) && !isState;
}

const name = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,3}";
const names = `${name}(?:(?:,| \\p{L}{1,3}) ${name}){0,3}`;

/** A sentence on where the text came from: “This article was first published by …”, “Reporting by …; editing by …”. */
function creditOfNote(line: string): LineCredit | null {
  for (const { from, text } of sentencesOf(line)) {
    const agencies = findCreditedAgencies(text);
    const [agency] = agencies;
    if (agency === undefined || hasPictureWord(line)) continue;
    const isNote = thisText.test(text) && origin.test(text);
    const made = isNote ? null : partsOf(text, agencies);
    if (isNote || (made !== null && ((made.names === 0 && made.hasLabel) || opensOrigin.test(text))))
      return { name: agency.name, form: "note", from, to: from + text.length };
  }
  return null;
}

/** At the end: “(Reporting by …; editing by …)”, which one agency alone writes. */
function deskCredit(line: string): LineCredit | null {
  const from = Math.max(0, line.length - noteLengthMax);
  const end = line.slice(from);
  if (!reportingByNotice.test(end) && !(editedBy.test(end) && reportedBy.test(end))) return null;
  return {
    name: findCreditedAgencies(end)[0]?.name ?? reportingByAgency,
    form: "note",
    from: Math.max(from, line.lastIndexOf("(")),
    to: line.length,
  };
}

/** “Distributed by …”, “Publié par …”: an origin at the sentence's beginning. */
const opensOrigin = new RegExp(`^[^\\p{L}]*${anyOf("origin")}`, "iu");

function sentencesOf(line: string): { from: number; text: string }[] {
  const out: { from: number; text: string }[] = [];
  let from = 0;
  for (const match of line.matchAll(/[.!?]\s+(?=\p{Lu})/gu)) {
    out.push({ from, text: line.slice(from, match.index + 1) });
    from = match.index + match[0].length;
  }
  return [...out, { from, text: line.slice(from) }];
}

const hasPictureWord = (text: string): boolean =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].some(([word]) => pictureWords.has(word.toLowerCase()));

/** At the end of a last paragraph: “… next year. — Reuters”, “… next year. (avec AFP)”, “… next year. PTI”, “……。（共同）” */
function signature(line: string): LineCredit | null {
  const trimmed = line.trimEnd();
  const start = Math.max(0, trimmed.length - signatureLengthMax);
  const end = trimmed.slice(start);
  if (!/[)）\]\p{L}.。]$/u.test(end)) return null;
  const agencies = findCreditedAgencies(end);
  if (agencies.length === 0) return null;
  const signed = bracketEnd.exec(end) ?? dashEnd.exec(end) ?? capitalsEnd.exec(end);
  const lengthMin = /[\p{Script=Han}\p{Script=Kana}]/u.test(end) ? unspacedLineLengthMin : signedLineLengthMin;
  if (signed === null || start + signed.index < lengthMin) return null;
  const inside = signed[1] ?? "";
  const at = start + end.lastIndexOf(inside);
  const credited = findCreditedAgencies(inside);
  const made = credited.length === 0 ? null : partsOf(inside, credited);
  if (credited[0] === undefined || made === null || (made.names > 0 && !made.isJoined)) return null;
  return { name: credited[0].name, form: "signature", from: at, to: at + inside.length };
}

const sentenceEnd = '(?<=[.!?…。！？][”"’»」)]? ?)';
const bracketEnd = new RegExp(`${sentenceEnd}[(（[]([^()（）\\[\\]]{2,80})[)）\\]][.。]?$`, "u");
const dashEnd = new RegExp(`${sentenceEnd}[—–-]{1,2} ?(\\p{Lu}[\\p{L} ,/&'’-]{1,40})$`, "u");
const capitalsEnd = /(?<=[.!?][”"’]? )(\p{Lu}{3,5})$/u;

/** Who signs a line that opens with "by" in some language: “By Ana Duarte”, “Von Ana Duarte, dpa”. Null for another line, and for a sentence. */
export function bylineOf(line: string): string | null {
  const signed = byline.exec(line)?.[1];
  return signed === undefined || !/^\p{Lu}/u.test(signed) || /[.!?]\s+\p{Lu}[^.]*\s/u.test(signed) ? null : signed.trim();
}
