/** What the letters around a number say of it that neither its unit nor its words do. */

import type { DateMention, NumericMention, Span } from "@wirefold/core";
import { anyStoryForm } from "@wirefold/text/story-words";

/** Characters looked at on either side. */
const NEAR = 60;

/** The stretch of the sentence that belongs to one figure: it ends at the next figure on either side. `numbers` in order. */
export function betweenNumbers(numbers: readonly Span[], own: Span, sentence: Span): Span {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle]?.[0] ?? 0) < own[0]) low = middle + 1;
    else high = middle;
  }
  let next = low;
  for (let after = numbers[next]; after && after[0] < own[1]; after = numbers[next]) next++;
  return [Math.max(sentence[0], numbers[low - 1]?.[1] ?? 0), Math.min(sentence[1], numbers[next]?.[0] ?? sentence[1])];
}

const BREAKS: ReadonlySet<number> = new Set([...",;:()[]–—"].map((mark) => mark.charCodeAt(0)));

/** The part of a stretch without a comma, colon or bracket between its words and the number. */
export function withinMarks(text: string, [start, end]: Span, [from, to]: Span): Span {
  let left = from;
  while (left > start && !BREAKS.has(text.charCodeAt(left - 1))) left--;
  let right = to;
  while (right < end && !BREAKS.has(text.charCodeAt(right))) right++;
  return [left, right];
}

const PART_OF = new RegExp(`^\\s+${anyStoryForm("partBehind")}`, "iu");

const PART_BEFORE = new RegExp(`\\b${anyStoryForm("partBefore")}\\s*$`, "iu");

/** "Five of the injured", "among them are five": a part of the tally, not the tally. */
export function isPart(text: string, [from, after]: Span): boolean {
  if (PART_BEFORE.test(text.slice(Math.max(0, from - 24), from))) return true;
  // Most figures stand before a noun; the first letter tells.
  let at = after;
  while (text.charCodeAt(at) === 0x20) at++;
  const letter = text.charCodeAt(at) | 32;
  const mayBe = letter === 0x6f || letter === 0x64 || /\s/.test(text.charAt(at));
  return mayBe && PART_OF.test(text.slice(after, after + 40));
}

const OF_SO_MANY = new RegExp(
  `^\\s+${anyStoryForm("partBehind")}?[^.,;:]{0,24}?\\s(?:\\d|${anyStoryForm("numberWord")}\\b)`,
  "iu",
);

/** "61 of the 150 seats": what the whole is says the figure itself. */
export const isOfSoMany = (text: string, [, after]: Span): boolean => OF_SO_MANY.test(text.slice(after, after + 48));

const AGE_AFTER = new RegExp(`^${anyStoryForm("ageBehind")}`, "i");
const AGE_BEFORE = new RegExp(`${anyStoryForm("ageBefore")}\\s*$`, "i");
/** "Otto Brack, 54, of Saltby": the number stands between two marks, right after a name or a word for a person. */
const AGE_BETWEEN = new RegExp(`\\p{L}[\\p{L}'’.-]+,\\s*(?:${anyStoryForm("ageMark")}\\s+)?$`, "u");
/** "Otto Brack was 16 when": the number stands behind a name and a form of "be". */
const AGED_BETWEEN = new RegExp(`\\s${anyStoryForm("agedBetween")}\\s+$`);
/** "At 16, she was convicted." */
const AGED_AT = new RegExp(`(?:^|[.!?]["”]?\\s+|\\n)${anyStoryForm("agedAt")}\\s+$`);
const AGED_CLOSED = new RegExp(`^(?:\\s*(?:[,.;)]|$)|\\s+${anyStoryForm("agedWhen")}\\b)`);
/** What of the age itself stands behind the number. */
const AGE_LEFT = /^[\s-]*(?:year|month)s?[\s-]old/i;
/** "19-year-old war". */
const AGED_THING = new RegExp(`^\\s+(?:\\p{Ll}+\\s+)?${anyStoryForm("agedThing")}\\b`, "u");
const SOMEBODY = new RegExp(`^,\\s+${anyStoryForm("pronoun")}\\b`);
const AGE_WORD = new RegExp(`${anyStoryForm("ageWord")}$`, "i");
/** “Ida Holm (46)”. */
const AGE_BRACKET = /\p{Lu}[\p{L}'’.-]+ \($/u;
const AGE_CLOSED = /^\s*(?:[,.;)]|$)/;
const AGE_MIN = 1;
const AGE_MAX = 115;
/** "In his 40s". */
const AGE_DECADE = new RegExp(anyStoryForm("ageDecade"), "i");

/** @param endsName whether a person's name ends at an offset */
export function isAge(
  text: string,
  { number: { span }, unit, value, range }: NumericMention,
  endsName: (at: number) => boolean,
): boolean {
  if (unit !== "year" && unit !== null) return false;
  const years = value ?? range?.[0] ?? 0;
  if (years < AGE_MIN || years > AGE_MAX || !Number.isInteger(years)) return false;
  const before = text.slice(Math.max(0, span[0] - NEAR), span[0]);
  const after = text.slice(span[1], span[1] + NEAR);
  if (AGE_AFTER.test(after) || AGE_WORD.test(text.slice(span[0], span[1]))) return !AGED_THING.test(after.replace(AGE_LEFT, ""));
  return (
    AGE_BEFORE.test(before) ||
    AGE_DECADE.test(before) ||
    (AGE_BETWEEN.test(before) && AGE_CLOSED.test(after)) ||
    (AGE_BRACKET.test(before) && after.startsWith(")")) ||
    isAgedBehindName(before, after, span[0], endsName) ||
    (SOMEBODY.test(after) && AGED_AT.test(before))
  );
}

function isAgedBehindName(before: string, after: string, at: number, endsName: (at: number) => boolean): boolean {
  const found = AGED_CLOSED.test(after) ? AGED_BETWEEN.exec(before) : null;
  return found !== null && endsName(at - found[0].length);
}

const FURTHER = new RegExp(`\\b${anyStoryForm("further")}\\s*$`, "i");
const FURTHER_BEHIND = new RegExp(`^\\s+${anyStoryForm("furtherBehind")}\\b(?!\\s+than)`, "i");

const OTHER_BEHIND = new RegExp(`^\\s+${anyStoryForm("otherBehind")}\\b`, "i");

/**
 * "Another ten": on top of what was counted before.
 *
 * @param isTold whether its words say what happened to the counted: "three more were hurt" counts on from the dead
 * @param isTally whether they give one of the story's tallies: "nine other guests were hurt" is the toll
 */
export function isFurther(text: string, [at, after]: Span, isTold: () => boolean, isTally: () => boolean): boolean {
  if (FURTHER.test(text.slice(Math.max(0, at - 24), at))) return true;
  const behind = text.slice(after, after + 14);
  return (FURTHER_BEHIND.test(behind) && !isTold()) || (OTHER_BEHIND.test(behind) && !isTally());
}

const SUPERSEDED = new RegExp(`\\b${anyStoryForm("superseded")}\\b[^.;!?]*$`, "i");
/** "Nine works, not eight": denied by the sentence that gives the right one. */
const DENIED = new RegExp(`${anyStoryForm("numberWord")}[^.;!?]*\\b${anyStoryForm("not")}\\s*$`, "i");
const CORRECTED = new RegExp(`^[^.;!?]{0,60}\\b${anyStoryForm("corrected")}`, "i");
const RENEWED = new RegExp(`\\b${anyStoryForm("renewed")}\\s+(?:${anyStoryForm("renewedFiller")}\\s+)*[$€£]?\\s*$`, "i");

/** "The recall was widened to 1.7 million", "the toll now stands at nine": it takes the place of an earlier figure. */
export function isRenewed(text: string, [start]: Span, number: Span): boolean {
  return RENEWED.test(text.slice(Math.max(start, number[0] - 2 * NEAR), number[0]));
}

const REPLACED = new RegExp(`(?<!\\p{L})${anyStoryForm("replaced")}\\s+(?:${anyStoryForm("renewedFiller")}\\s+)*[$€£]?$`, "iu");

/** "Instead of 72": another value has come in its place, whether or not anybody told it as the present one. */
export function isReplaced(text: string, [start]: Span, number: Span): boolean {
  return REPLACED.test(text.slice(Math.max(start, number[0] - NEAR), number[0]));
}

/** Whether the document says of its own figure that it no longer holds. */
export function isSuperseded(text: string, stretch: Span, number: Span): boolean {
  return (
    SUPERSEDED.test(text.slice(Math.max(stretch[0], number[0] - 100), number[0])) ||
    isReplaced(text, stretch, number) ||
    DENIED.test(text.slice(Math.max(stretch[0], number[0] - NEAR), number[0])) ||
    CORRECTED.test(text.slice(number[1], Math.min(stretch[1], number[1] + 100)))
  );
}

const CONTRASTED = new RegExp(
  `(?<!\\p{L})${anyStoryForm("contrasted")}\\s+(?:${anyStoryForm("renewedFiller")}\\s+)*[$€£]?$`,
  "iu",
);

/** "Above the official figure of 44": what another says, named to be set against what the sentence tells. */
export function isContrasted(text: string, [start]: Span, number: Span): boolean {
  return CONTRASTED.test(text.slice(Math.max(start, number[0] - 2 * NEAR), number[0]));
}

const DISPUTES = new RegExp(`(?<!\\p{L})${anyStoryForm("disputes")}(?!\\p{L})`, "iu");

/** "The company disputes that and counts 5,000": its sentence says before that somebody says otherwise. */
export function isDisputing(text: string, [start]: Span, number: Span): boolean {
  return DISPUTES.test(text.slice(Math.max(start, number[0] - 2 * NEAR), number[0]));
}

const OTHERS_SAY = new RegExp(`(?<!\\p{L})${anyStoryForm("othersSay")}(?!\\p{L})`, "iu");

/** "Others speak of 170": its sentence says before that it is another answer. */
export function isOthersAnswer(text: string, [start]: Span, number: Span): boolean {
  return OTHERS_SAY.test(text.slice(Math.max(start, number[0] - 2 * NEAR), number[0]));
}

/** "Up from 33,000", "from 3.2 percent": where a change began. */
const START = new RegExp(`\\b${anyStoryForm("changeStart")}(?:\\s+${anyStoryForm("vague")})?\\s*$`, "i");
/** "To 47": where it ended. The direction belongs to the change. */
const END = new RegExp(`\\b${anyStoryForm("changeEnd")}(?:\\s+${anyStoryForm("vague")})?\\s*$`, "i");

/** The end or the beginning of a change: the direction of the verb is the change's, not this figure's. */
export function isLevel(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  return START.test(before) || END.test(before);
}

const SCORE_BEHIND = new RegExp(
  `^\\s*(?:${anyStoryForm("changeEnd")}|[-–])\\s*\\d{1,2}(?:\\.\\d+)?\\s*${anyStoryForm("percentSign")}`,
  "i",
);
const SCORE_BEFORE = new RegExp(`\\d\\s*${anyStoryForm("percentSign")}\\s*(?:${anyStoryForm("changeEnd")}|[-–])\\s*$`, "i");

/** Of "65 % to 35 %" and "52–48": +1 for the first share, -1 for the second; 0 where the figure is no part of such a pair. */
export function placeInScore(text: string, number: Span): -1 | 0 | 1 {
  if (SCORE_BEHIND.test(text.slice(number[1], number[1] + 24))) return 1;
  return SCORE_BEFORE.test(text.slice(Math.max(0, number[0] - 24), number[0])) ? -1 : 0;
}

/** A stretch without what a semicolon parts from the number. */
export function withinClause(text: string, [start, end]: Span, [from, to]: Span): Span {
  const left = text.lastIndexOf(";", from);
  const right = text.indexOf(";", to);
  return [left >= start ? left + 1 : start, right >= 0 && right < end ? right : end];
}

const BARE_YEAR = /^\d{4}$/;
const EVENT_OF = new RegExp(`\\b${anyStoryForm("eventOfYear")}\\s+$`, "iu");
const OF_EVENT = new RegExp(`\\b${anyStoryForm("yearOfEvent")}\\s+$`, "iu");
const EVENT_BEHIND = /^\s+\p{L}/u;

/** "The flood of 1998", "the 1998 flood": the year of something else that the sentence names. */
function isYearOfEvent(text: string, [from, to]: Span): boolean {
  if (!BARE_YEAR.test(text.slice(from, to))) return false;
  const before = text.slice(Math.max(0, from - 16), from);
  return EVENT_OF.test(before) || (OF_EVENT.test(before) && EVENT_BEHIND.test(text.slice(to, to + 3)));
}

const WHEN = new RegExp(`^[\\s,]*${anyStoryForm("whenBehind")}\\b`, "iu");

const JOINED = new RegExp(`^\\s*(?:${anyStoryForm("and")}|&)\\s*$`);

/**
 * The one dated period the figure's own words name; null where there is none or more than one. After a comma, or before
 * one where another figure stands in front, a date is somebody else's.
 */
export function periodIn(
  text: string,
  dates: readonly DateMention[],
  stretch: Span,
  number: Span,
  opensSentence: boolean,
): string | null {
  const [left, right] = withinMarks(text, stretch, number);
  const start = opensSentence ? stretch[0] : left;
  let found: string | null = null;
  let last = start;
  for (const { span, iso } of dates) {
    if (iso === null || span[0] < start || span[1] > right || isYearOfEvent(text, span)) continue;
    const isBoth: boolean = found !== null && !found.includes("/") && JOINED.test(text.slice(last, span[0]));
    if (found !== null && found !== iso && !isBoth) return null;
    found = isBoth && found !== iso ? `${found}/${iso}` : iso;
    last = span[1];
  }
  if (found === null && WHEN.test(text.slice(left, left + 24)))
    // "The worst since 2019, when 14 people died."
    found = dates.find(({ iso, span }) => iso !== null && span[1] <= left && left - span[1] <= 2)?.iso ?? null;
  return found;
}

const LIMIT_AFTER = new RegExp(`^[\\s-]*${anyStoryForm("percentSign")}?[\\s-]*${anyStoryForm("limitBehind")}`, "i");
/** "Two points behind Veldt": how far one stands from the other, not what either has. */
const GAP_AFTER = new RegExp(`^\\s+(?:[\\p{L}]+\\s+)?${anyStoryForm("gapBehind")}\\b`, "iu");
const LIMIT_BEFORE = new RegExp(`\\b${anyStoryForm("limitBefore")}(?: ${anyStoryForm("atLeast")})?\\s*$`, "i");

/** What must be reached or kept, or is missing to it, not what was counted: "the 55 percent mark", "a target of 40". */
export function isLimit(text: string, number: Span, dimension: string): boolean {
  return (
    LIMIT_AFTER.test(text.slice(number[1], number[1] + NEAR)) ||
    GAP_AFTER.test(text.slice(number[1], number[1] + NEAR)) ||
    // "Surgeons needed eight hours" tells how long it took.
    (dimension !== "duration" && LIMIT_BEFORE.test(text.slice(Math.max(0, number[0] - NEAR), number[0])))
  );
}

const INCLUDING = new RegExp(`\\b${anyStoryForm("including")}\\b[^.;!?)]{0,24}\\b${anyStoryForm("culprit")}\\b`, "i");

/** "Six died, the pilot among them": a count that takes in the one who did it, one more than others give. */
export function includesAgent(text: string, number: Span, sentence: Span): boolean {
  return INCLUDING.test(text.slice(number[1], Math.min(sentence[1], number[1] + 2 * NEAR)));
}

const EVERYWHERE = new RegExp(`\\b${anyStoryForm("everywhere")}\\b`, "iu");

/** "Across the country", in the stretch of one figure: it covers more than the places that others count in. */
export const coversEverywhere = (text: string, [start, end]: Span): boolean => EVERYWHERE.test(text.slice(start, end));

const EXPECTED = new RegExp(`\\b${anyStoryForm("expected")}\\b[^.;]*$`, "i");
/** The verb, not the month. */
const MAY = new RegExp(`\\b${anyStoryForm("mayBe")}\\b[^.;]*$`);
/** German puts the verb last: “hatte neun Jahre Haft gefordert”. */
const DEMANDED_BEHIND = new RegExp(`^[^.,;]{0,40}\\b${anyStoryForm("demandedBehind")}\\b`, "i");
const EARLIER_BEFORE = new RegExp(`\\b${anyStoryForm("comparedWith")}(?:\\s+${anyStoryForm("comparedFiller")})*\\s*$`, "i");
const EARLIER_AFTER = new RegExp(`^[^.,;]{0,40}\\b${anyStoryForm("earlierTime")}\\b`, "i");

/** A value that was awaited, or one of an earlier time that is named for comparison: neither answers what is the case now. */
export function timeOf(text: string, stretch: Span, number: Span, dimension: string): "now" | "expected" | "earlier" {
  const before = text.slice(Math.max(stretch[0], number[0] - 2 * NEAR), number[0]);
  const after = text.slice(number[1], Math.min(stretch[1], number[1] + 2 * NEAR));
  if (EXPECTED.test(before) || MAY.test(before) || DEMANDED_BEHIND.test(after)) return "expected";
  // "Caught after 12 days": no value of an earlier time.
  return (dimension !== "duration" && EARLIER_BEFORE.test(before)) || EARLIER_AFTER.test(after) ? "earlier" : "now";
}

const WINDOW = new RegExp(
  `\\b${anyStoryForm("windowOpens")}\\s+(?:${anyStoryForm("article")}\\s+)?(${anyStoryForm("windowWhich")})\\s+(?:[\\w-]+\\s+)?(${anyStoryForm("windowUnit")})s?\\b`,
  "i",
);

/** "In the first three weeks", "over the past year": the window a figure covers; null where its sentence names none. */
export function windowOf(text: string, [start, end]: Span, number: Span): string | null {
  const from = Math.max(start, number[0] - 4 * NEAR);
  const found = WINDOW.exec(text.slice(from, Math.min(end, number[1] + 2 * NEAR)));
  return found ? `${found[1]} ${found[2]}`.toLowerCase() : null;
}
