/**
 * Lines between the headline and the first sentence that say who wrote the article and when, and nothing else: "By Mara Venn and
 * Otto Brack in Saltby", "Published 4 March 2031 at 09:05 | Updated 6 March", "March 4, 2031 by Mara Venn", "3 hours ago".
 */
import { agencyOf, memoize } from "@wirefold/text";
import { anyPageForm, pageForms } from "@wirefold/text/boilerplate";
import { collapseSpace } from "../html/decode-entities.ts";
import { bareName, namesIn } from "./bylines.ts";
import { isMonthName, parseDate } from "./parse-date.ts";
import { publicationWords, relativeTime } from "./publication-words.ts";
import { readReporterLine } from "./reporter-lines.ts";

export interface HeadLine {
  /** Who wrote it; empty for a line of dates or of a desk alone. */
  readonly names: readonly string[];
  /** Whether it says when. */
  readonly dated: boolean;
}

/** Says who: by name, or by a desk, which gives no day either. */
export const isSigned = ({ names, dated }: HeadLine): boolean => names.length > 0 || !dated;

const LINE_CHARS_MIN = 4;
const LINE_CHARS_MAX = 180;
const WORDS_MAX = 26;
/** How to reach the author, behind the name: "ida@courier.example", "@ida_m". */
const addressAtEnd = /(?<=\p{L})[\s|,\u00B7\u2022(]{1,3}(?:[\p{L}\p{N}._+-]{1,40}@[\p{L}\p{N}.-]{3,60}|@[A-Za-z0-9_]{2,30})\)?$/u;

/** "by", with what may stand before it; a capital or a letter of a script without cases follows. */
const by = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${anyPageForm("byBefore")}\\s+)?${anyPageForm("by")}(?:\\s*:?\\s+|\\s*:\\s*)(?=[\\p{Lu}\\p{Lo}])`,
  "iu",
);
/** "ByMara Venn": a label and a name in elements of their own. */
const gluedBy = /^By(?=\p{Lu}[\p{Ll}.])/u;
/** "Posted in Harbour by maravenn on March 4, 2031": a blog engine's line, whatever its authors call themselves. */
const postedIn = /^(?:posted|published|filed)\s(?:in|under)\s.{1,80}?\sby\s(?<name>\S+(?:\s\S+){0,3}?)\son\s(?<date>.+)$/iu;
const label = new RegExp(
  `(?<![\\p{L}\\p{N}])${anyPageForm("authorLabel", "headAuthorLabel")}\\s*[:：]\\s*|^${anyPageForm("writtenBy")}\\s*[:：]?\\s+`,
  "iu",
);
/** Where a name's part of the line ends: a mark, a bracket, a figure. */
const nameEnd = /\s*(?:[|\u2022\u00B7\u22C5\u2013\u2014;([]|\s-\s|,?\s*(?=\p{N}))/u;
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** " in Saltby": where somebody reports from, at the end of a line. */
export const place = new RegExp(
  `,?\\s+(?:${anyPageForm("place")}|${pageForms("place").map(capitalised).join("|")})\\s+(?:[Tt]he\\s+)?\\p{Lu}[\\p{L}\\p{M}.'\\u2019-]+(?:[\\s-]\\p{Lu}[\\p{L}\\p{M}.'\\u2019-]+){0,3}\\s*$`,
  "u",
);
/** ", harbour correspondent": a few words in small letters, or with a role's capital. */
const role = new RegExp(
  `^[,\\s]+(?:(?:chief|senior|special|staff|foreign|political|business|sports?|science|health|crime|deputy|managing|associate|contributing|our|the)\\s+)*(?:\\p{Ll}[\\p{L}-]*\\s+){0,3}${anyPageForm("role")}s?(?:\\s+(?:in|at|for)\\s+[\\p{L}\\s]{2,30})?\\s*$`,
  "iu",
);

/** "posted August 5, 2031 by mara venn": where the day says what the line is, a name may do without capitals. */
const smallName = new RegExp(
  `^(?<date>.{6,60}?)\\s+${anyPageForm("by")}\\s+(?<name>\\p{Ll}[\\p{L}.]+(?:\\s\\p{Ll}[\\p{L}.]+){0,2})$`,
  "u",
);

/** "by maravenn | Mar 4, 2031", "posted by otto_b on 4 March 2031": the same with the day behind the name. */
const smallNameFirst = new RegExp(
  `^(?:${anyPageForm("byBefore")}\\s+)?${anyPageForm("by")}\\s*:?\\s+(?<name>[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{2,29})(?:\\s*[|,\\u2022\\u00B7/\\u2013\\u2014-]\\s*|\\s+)(?<date>.{4,60})$`,
  "iu",
);
/** "By Mara Venn Reviewed by Otto Brack": who else worked on it, behind who wrote it. */
const otherHandBehind = new RegExp(`[\\s,|\\u2022\\u00B7]+(?:and\\s+)?${anyPageForm("otherHand")}\\s*:?\\s+(?=\\p{Lu})`, "iu");
/** "Leave a comment", "No comments": what blogs put behind name and day. */
const commentsBehind = new RegExp(`[\\s|,/\\u2022\\u00B7-]+(?:${anyPageForm("commentForm")}|no comments?)$`, "iu");

/** "Source: Northwire": an agency with its label. */
const sourceLine = new RegExp(`^${anyPageForm("sourceLabel")}\\s*[:：]\\s*(?<source>.{2,40})$`, "iu");

/** "By Mara VennMarch 4, 2031": name and day in elements of their own. */
const gluedMonth = /(?<=\p{Ll})(\p{Lu}\p{Ll}+)(?=\.?\s\p{N})/gu;
const partMonth = (word: string): string => (isMonthName(word.toLowerCase()) ? ` ${word}` : word);

/** "by maravenn": one word in small letters, which only its place says is a name. */
const accountAlone = new RegExp(
  `^(?:${anyPageForm("byBefore")}\\s+)?${anyPageForm("by")}\\s*:?\\s+(?<name>\\p{Ll}[\\p{Ll}\\p{N}._-]{2,29})$`,
  "iu",
);

/** The user name of a line that says "by" and nothing else; what the words mean is for its place to say: "by hand" is none of this. */
export function accountOf(line: string): string | undefined {
  const name = line.length > ACCOUNT_CHARS_MAX ? undefined : accountAlone.exec(line.trim())?.groups?.name;
  return name === undefined || name !== name.toLowerCase() ? undefined : name;
}

const ACCOUNT_CHARS_MAX = 60;

const OTHER: HeadLine = { names: [], dated: false };
const READ_MAX = 2000;
/** Several rules ask about the same lines of a page, and sites repeat theirs. */
const readLine = memoize(READ_MAX, (raw: string): HeadLine => lineOf(raw) ?? OTHER);

/** What a line is, or undefined for one that says anything else. */
export function readHeadLine(raw: string): HeadLine | undefined {
  if (raw.length > LINE_CHARS_MAX || raw.length < LINE_CHARS_MIN) return undefined;
  const line = readLine(raw);
  return line === OTHER ? undefined : line;
}

/** Whether a line has a "by" or a label of authors before a name. */
export const saysBy = (line: string): boolean => label.test(line) || by.test(line);

function lineOf(raw: string): HeadLine | undefined {
  const spaced = collapseSpace(raw);
  // Most lines hold no address and neither a figure nor a "yesterday": what asks for one is not run on them.
  const hasFigure = /\p{N}/u.test(spaced);
  const parted = hasFigure ? spaced.replace(gluedMonth, partMonth) : spaced;
  const text = (parted.includes("@") ? parted.replace(addressAtEnd, "") : parted).replace(commentsBehind, "");
  if (text.length < LINE_CHARS_MIN || /[?!\u201C\u201D"]/.test(text)) return undefined;
  if (text.split(" ").length > WORDS_MAX) return undefined;
  const reporters = readReporterLine(text);
  if (reporters !== undefined) return { names: reporters, dated: false };
  const mayBeDated = hasFigure || relativeTime.test(text);
  const reporterAndDay = hasFigure ? dayBehind.exec(text)?.groups : undefined;
  if (reporterAndDay?.line !== undefined && isDates(reporterAndDay.date ?? "")) {
    const names = readReporterLine(reporterAndDay.line);
    if (names !== undefined) return { names, dated: true };
  }
  const source = sourceLine.exec(text)?.groups?.source;
  if (source !== undefined && agencyOf(source) !== undefined) return { names: [], dated: false };
  const account = mayBeDated ? accountAndDay(text) : undefined;
  if (account !== undefined) return { names: [account], dated: true };
  const other = otherHandBehind.exec(text);
  if (other !== null && other.index >= LINE_CHARS_MIN) {
    const writer = lineOf(text.slice(0, other.index));
    if (writer !== undefined && writer.names.length > 0) return writer;
  }
  const prefix = label.exec(text) ?? gluedBy.exec(text) ?? by.exec(text);
  if (prefix !== null) return namedLine(text, prefix.index, prefix.index + prefix[0].length);
  if (isDates(text)) return mayBeDated && isDated(text) ? { names: [], dated: true } : undefined;
  if (!mayBeDated) return nameAndRole(text);
  return placeAndDate(text) ?? nameAndRole(text) ?? leadingName(text) ?? dateAndSections(text);
}

/** The name in a line that gives a day and, in whatever spelling, who wrote it then. */
function accountAndDay(text: string): string | undefined {
  const posted = postedIn.exec(text)?.groups;
  if (posted?.name !== undefined && posted.date !== undefined && isDates(posted.date) && isDated(posted.date)) return posted.name;
  const small = smallName.exec(text)?.groups;
  if (small?.name !== undefined && small.date !== undefined && isDates(small.date) && isDated(small.date)) return small.name;
  const first = smallNameFirst.exec(text)?.groups;
  if (first?.name === undefined || first.date === undefined || /^\p{Lu}/u.test(first.name)) return undefined;
  return isDates(first.date) && isDated(first.date) ? first.name : undefined;
}

/** A reporter's line in Chinese, Japanese or Korean, with the day behind it. */
const dayBehind = /^(?<line>[^\p{N}]{2,40}?)[\s|]+(?<date>\p{N}{4}[^\p{L}].*)$/u;

const SECTION_WORDS_MAX = 6;
const sectionMark = /\s*[|\u2022\u00B7\u22C5/]\s*|\s(?=\p{Lu}\p{L}{3,14}:\s)/u;
const sections = /^(?:\p{Lu}\p{L}+:\s)?[\p{Lu}][\p{L}&'\u2019 ,-]{2,60}$/u;

/** "02.03.2031 • Harbour, Ferries", "2 March 2031 Section: Harbour": a full date, a mark, a few names of sections. */
function dateAndSections(text: string): HeadLine | undefined {
  const cut = sectionMark.exec(text);
  if (cut === null) return undefined;
  const rest = text.slice(cut.index + cut[0].length);
  const date = text.slice(0, cut.index);
  if (rest.split(/[\s,]+/).length > SECTION_WORDS_MAX || !sections.test(rest) || !isDates(date)) return undefined;
  return parseDate(date, { order: "dmy" }) === undefined ? undefined : { names: [], dated: true };
}

/** "Ida Marsk, harbour correspondent", "Ida Marsk for the Kelby Post": a full name and what its owner is. */
function nameAndRole(text: string): HeadLine | undefined {
  const comma = text.indexOf(",");
  const name = comma > 0 && role.test(text.slice(comma)) ? text.slice(0, comma) : forOutlet.exec(text)?.groups?.name;
  if (name === undefined || !fullName.test(name)) return undefined;
  const names = namesIn(name, { trusted: true });
  return names.length === 0 ? undefined : { names, dated: false };
}

const fullName = /^\p{Lu}[\p{L}\p{M}.'\u2019-]+(?:\s\p{Lu}[\p{L}\p{M}.'\u2019-]*){1,3}$/u;

/** "Lindrode, 3 June 2031": a place in one word, as press releases open. */
function placeAndDate(text: string): HeadLine | undefined {
  const place = /^\p{Lu}[\p{L}\p{M}'\u2019-]+,\s*(?=\S)/u.exec(text);
  if (place === null) return undefined;
  const rest = text.slice(place[0].length);
  return isDates(rest) && parseDate(rest, { order: "dmy" }) !== undefined ? { names: [], dated: true } : undefined;
}

/** `[from, to)` is the "by". */
function namedLine(text: string, from: number, to: number): HeadLine | undefined {
  const before = text.slice(0, from).trim();
  const behind = text.slice(to);
  const end = endOfNames(behind);
  let name = behind.slice(0, end).trim();
  const rest = behind.slice(end).trim();
  const comma = name.indexOf(",");
  if (comma > 0 && (role.test(name.slice(comma)) || agencyOf(name.slice(comma + 1)) !== undefined)) name = name.slice(0, comma);
  // "3/4/2031 by Mara Venn, Delegate of the Ferry Crews to the Harbour Board": behind a day, a name and a comma, what the author is.
  else if (comma > 0 && isDated(before) && bareName.test(name.slice(0, comma)) && /\s\p{Ll}+\s/u.test(name.slice(comma)))
    name = name.slice(0, comma);
  name = name.replace(place, "").replace(/[\s,.:;-]+$/u, "");
  const found = namesIn(name, { trusted: true });
  // "Mara Venn, Saltby": a single word behind a full name is a place.
  const full = found.some((one) => one.includes(" "));
  const names = full ? found.filter((one) => one.includes(" ") || /^[\p{Lo}]/u.test(one)) : found;
  if (names.length === 0 || !isNames(name)) return undefined;
  if (!isDates(before)) return undefined;
  // "By Mara Venn · Senior analyst · Updated 4 March 2031": what stands between marks and is no date says what the author is.
  const parts = rest.split(/\s*[|\u2022\u00B7\u22C5]\s*/u).filter((part) => part !== "");
  const others = parts.filter((part) => !isDates(part));
  if (others.length > 0 && !(from === 0 && others.every((part) => ROLE_FORM.test(part)))) return undefined;
  return { names, dated: isDated(before) || parts.some(isDated) };
}

const ROLE_FORM = /^\p{L}[\p{L}\s&,'\u2019-]{2,40}$/u;
/** "Ida Marsk for the Kelby Post": a full name and an outlet's. */
const forOutlet =
  /^(?<name>\p{Lu}[\p{L}'\u2019-]+(?:\s\p{Lu}[\p{L}.'\u2019-]*){1,2}) for the (?:\p{Lu}[\p{L}'\u2019-]+\s?){2,4}$/u;

/** Up to a mark, a figure, or the first word of a date. */
function endOfNames(text: string): number {
  let end = nameEnd.exec(text)?.index ?? text.length;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}.'\u2019-]+/gu)) {
    if (index >= end) break;
    const folded = word.toLowerCase().replace(/\.$/, "");
    // "on", "published", "March" behind the first name; names such as "May" and "Mar" stand at the front.
    // "Goulven Le Marr": a short word with a capital before another, and no day.
    const next = firstBehind(text, index + word.length);
    const isOfName = articleOfName.test(text.slice(index)) && !publicationWords.has(next) && !isMonthName(next);
    if (
      index > 0 &&
      !isOfName &&
      (dateOpeners.has(folded) || (isMonthName(folded) && /^\s*\p{N}/u.test(text.slice(index + word.length))))
    ) {
      end = index;
      break;
    }
  }
  return end;
}

const articleOfName = /^\p{Lu}\p{Ll}{1,2}\s\p{Lu}\p{Ll}/u;
const firstBehind = (text: string, at: number): string => /\p{L}+/u.exec(text.slice(at))?.[0].toLowerCase() ?? "";
const dateOpeners = new Set(pageForms("dateOpener"));

/** Nothing but capitalised words and what joins names. */
const joiner = new RegExp(`^(?:${anyPageForm("nameJoiner")}|&|,)$`, "iu");
function isNames(text: string): boolean {
  const words = text.replace(/,/g, " , ").split(/\s+/).filter(Boolean);
  const proper = words.filter((word) => /^[\p{Lu}\p{Lo}\p{M}]/u.test(word) && !joiner.test(word));
  return proper.length > 0 && proper.length <= 12 && words.every((word) => joiner.test(word) || /^[\p{Lu}\p{Lo}]/u.test(word));
}

/** "Mara Venn | 4 March 2031", "Mara Venn - March 4, 2031": a name, a mark, a date. */
function leadingName(text: string): HeadLine | undefined {
  const cut = /\s*(?:[|\u2022\u00B7\u2013\u2014]|\s[-/]\s|,\s(?=\p{N}|\p{L}+\.?\s\p{N}))\s*/u.exec(text);
  if (cut === null) return nameBeforeDate(text);
  const name = text.slice(0, cut.index).trim();
  const rest = text.slice(cut.index + cut[0].length);
  if (!fullName.test(name) || isDates(name)) return nameBeforeDate(text);
  if (!isDates(rest) || !isDated(rest)) return undefined;
  const names = namesIn(name, { trusted: true });
  return names.length === 0 ? undefined : { names, dated: true };
}

/** "Mara Venn March 4, 2031", "Mara Venn yesterday": a full name, then nothing but a date. */
function nameBeforeDate(text: string): HeadLine | undefined {
  const words = text.split(" ");
  for (let size = 2; size <= 3 && size < words.length; size++) {
    const name = words.slice(0, size).join(" ");
    if (!/^\p{Lu}[\p{L}\p{M}'\u2019-]+(?:\s\p{Lu}[\p{L}\p{M}.'\u2019-]*){1,2}$/u.test(name) || isDates(name)) continue;
    const rest = words.slice(size).join(" ");
    if (!isDates(rest) || !isDated(rest)) continue;
    // "on March 4" alone says when something happens.
    if (/^(?:on|in|at)\s/i.test(rest) && parseDate(rest, { order: "dmy" }) === undefined) continue;
    const names = namesIn(name, { trusted: true });
    if (names.length > 0) return { names, dated: true };
  }
  return undefined;
}

const PUBLICATION_WORDS_MAX = 3;

/** "Thursday", "Updated today": a line of words about the day and no others; whether it names one is not asked. */
export const saysWhenOnly = (text: string): boolean =>
  /\p{L}/u.test(text) && text.split(" ").length <= PUBLICATION_WORDS_MAX && isDates(text);

/** "12/19 \u2014 2031": figures and marks with a year among them, whatever their form. */
export const isBareDay = (text: string): boolean => bareDay.test(text);
const bareDay = /^\P{L}{0,14}(?<!\p{N})(?:19|20)\d\d(?!\p{N})\P{L}{0,14}$/u;

/** Only figures, months and the words of `publicationWords`. */
function isDates(text: string): boolean {
  for (const word of text.toLowerCase().split(/[\s,|\u2022\u00B7\u2013\u2014\u2015:;/()[\]-]+/u)) {
    const plain = word.replace(/^[.'\u2019]+|[.'\u2019]+$/g, "");
    if (plain === "" || /^\p{N}+(?:[.:h]\p{N}+)*(?:st|nd|rd|th|er|am|pm|h|min)?$/u.test(plain)) continue;
    if (publicationWords.has(plain) || isMonthName(plain)) continue;
    if (/^\p{N}+[年月日時分秒년월일시분]*$|^[年月日時分秒发布更新于公開]+$|^\p{N}{4}[^\p{L}]*$/u.test(plain)) continue;
    if (/^t?\p{N}{2}z?$/u.test(plain)) continue;
    return false;
  }
  return true;
}

const isDated = (text: string): boolean =>
  text !== "" &&
  (parseDate(text, { order: "dmy" }) !== undefined ||
    relativeTime.test(text) ||
    /\p{N}\s*[- ]?(?:min(?:ute)?s?\.?)(?:\s(?:read|lesezeit|de lecture|de lectura|di lettura))?/iu.test(text) ||
    (/\p{N}{1,2}/u.test(text) && text.split(/\s+/).some((word) => isMonthName(word.toLowerCase().replace(/[.,]/g, "")))));
