/** The sentence that tells a claim, and whom it names. */

import { anyStoryForm } from "@wirefold/text/story-words";
import { openingLength } from "../words/dateline.ts";
import { cutFrom, ENDS, haveBothMarks, LINE_MAX, MARKS, oneSpaced, ownWords } from "../words/line.ts";
import type { Figure } from "./figures.ts";

/** "Her office said", "It may be weeks": only the sentence before says who or what. */
const POINTS_BACK = new RegExp(`^${anyStoryForm("pointsBack")}(?!\\p{L})`, "iu");
const MAY_BE = new RegExp(`(?<!\\p{L})${anyStoryForm("may")}(?!\\p{L})`, "u");
const OF_SOMEBODY = new RegExp(`^${anyStoryForm("ofSomebody")}\\s+`, "iu");
/** Tags of a social network. */
const TAG = /(?:^|\s)[#@]\p{L}/u;

/**
 * The figure whose sentence tells the claim: the canonical one, unless that sentence points back, only says what may be, or is a
 * line of tags, and another that gives the very number does not; the same of one that quotes somebody.
 */
export function tellingOf(figures: readonly Figure[], canonical: Figure, superseded: ReadonlySet<Figure>): Figure {
  let best = canonical;
  let least = flawsOf(canonical);
  if (least === 0) return canonical;
  for (const figure of figures.slice(0, ASKED_MAX)) {
    if (figure.numberKey !== canonical.numberKey || figure.language !== canonical.language) continue;
    if (figure.mention.in_headline || superseded.has(figure)) continue;
    const flaws = flawsOf(figure);
    if (flaws < least) [best, least] = [figure, flaws];
  }
  return best;
}

/** Figures of a claim whose sentences are looked at. */
const ASKED_MAX = 24;

function flawsOf(figure: Figure): number {
  const sentence = sentenceOf(figure);
  return (
    (isQuoted(figure) ? 1 : 0) +
    (pointsBack(figure) ? 1 : 0) +
    (isAwaited(figure) ? 1 : 0) +
    (TAG.test(figure.member.text.slice(...figure.sentenceSpan)) ? 2 : 0) +
    (ENDS.test(sentence) ? 0 : 1)
  );
}

/** Whether the figure stands in somebody's words, by the marks before it in its sentence: a report's own sentence tells a claim better. */
function isQuoted({ member, mention, sentenceSpan }: Figure): boolean {
  const at = mention.number.span[0];
  const before = member.text.slice(Math.max(sentenceSpan[0], at - LINE_MAX), at);
  const count = (mark: RegExp): number => before.match(mark)?.length ?? 0;
  return count(/"/g) % 2 === 1 || count(/[“„]/g) > count(/”/g) || count(/«/g) > count(/»/g);
}

/** Whether only the sentence before says of whom or what a figure's sentence tells. */
export const pointsBack = (figure: Figure): boolean => POINTS_BACK.test(sentenceOf(figure));

/** Whether a figure is only told as what may be or is awaited. */
export function isAwaited(figure: Figure): boolean {
  return figure.time === "expected" || MAY_BE.test(figure.mention.text) || MAY_BE.test(beforeIn(figure));
}

/** The words of the sentence before the figure, as far as its last comma. */
function beforeIn({ member, mention, sentenceSpan }: Figure): string {
  const before = member.text.slice(Math.max(sentenceSpan[0], mention.number.span[0] - BEFORE), mention.number.span[0]);
  return before.slice(before.lastIndexOf(",") + 1);
}
const BEFORE = 90;

/** "Its Interior Ministry" as "Interior Ministry"; null of "her office", which names nobody. */
export function sourceNamed(name: string | null): string | null {
  const found = name === null ? null : OF_SOMEBODY.exec(name);
  if (name === null || !found) return name;
  const rest = name.slice(found[0].length);
  return /\p{Lu}/u.test(rest) ? rest : null;
}

const sentenceOf = ({ member, sentenceSpan }: Figure): string => ownWords(member, sentenceSpan);

/** A clause of fewer characters is a fragment. */
const CLAUSE_MIN = 48;

/** The words of a sentence around a clause, up to the length of a line, with an ellipsis on each side that is cut. */
function windowAround(sentence: string, clause: string): string {
  if (sentence.length <= LINE_MAX) return sentence;
  const at = sentence.indexOf(clause);
  const from = Math.max(0, Math.min(at - (LINE_MAX - clause.length) / 2, sentence.length - LINE_MAX));
  const start = from <= 0 ? 0 : sentence.indexOf(" ", from) + 1;
  const end = start + LINE_MAX >= sentence.length ? sentence.length : sentence.lastIndexOf(" ", start + LINE_MAX);
  return `${start === 0 ? "" : "… "}${sentence.slice(start, end)}${end === sentence.length ? "" : " …"}`;
}

/** The member's own sentence where it is short enough to be a line; else the clause, with an ellipsis on each side it was cut. */
export function statementOf(figure: Figure): string {
  const { member, mention } = figure;
  const sentence = sentenceOf(figure);
  const words = oneSpaced(mention.text.trim() || member.text.slice(...mention.span).trim());
  const clause = words.slice(openingLength(words, member.facts?.dateline ?? null));
  const isWhole = ENDS.test(sentence) && (clause.length < CLAUSE_MIN ? haveBothMarks(sentence) : !MARKS.test(sentence));
  if (mention.in_headline || (sentence.length <= LINE_MAX && isWhole))
    return oneSpaced(mention.in_headline && sentence.length > LINE_MAX ? clause : sentence) || clause;
  const flat = oneSpaced(sentence);
  // “… a one-in-five risk …” says nothing: as much of the sentence as a line holds.
  if (clause.length < CLAUSE_MIN && flat.includes(clause)) return windowAround(flat, clause);
  return cutFrom(flat, clause);
}
