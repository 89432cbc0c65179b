/** What happens to the counted, by the words around a figure. */
import type { NumericMention, Span } from "@wirefold/core";
import { fold, type Polarity, stem } from "@wirefold/text";
import { NOT_SENSES, storyForms } from "@wirefold/text/story-words";
import type { MemberText } from "../words/story-text.ts";
import { keyOf } from "../words/vocabulary.ts";
import type { DocumentOfFigures } from "./figure-document.ts";
import { isLevel, isRenewed, withinMarks } from "./figure-marks.ts";
import { governingTally, REACH, type Sense, type Sign, senseOf } from "./predicate-senses.ts";

/** Characters on either side of a figure in which what happens to the counted is looked for. */
const NEAR = 80;

const AGAINST = new Set(storyForms("comparedWith").map((word) => stem(fold(word))));

const AND = new Set(storyForms("and").map((word) => stem(fold(word))));

/** The sense of the words around a figure: those without a comma in between first. */
export function senseAround(
  { story, text, language }: DocumentOfFigures,
  predicate: number | null,
  stretch: Span,
  number: Span,
  sentence: Span,
): Sense | null {
  const { vocabulary } = story;
  const mute = NOT_SENSES[language];
  const read = (code: number): string => {
    const word = vocabulary.text(keyOf(code));
    return mute?.has(word) ? "" : word;
  };
  const verb = predicate === null ? null : vocabulary.text(predicate);
  const isFollowed = stretch[1] < sentence[1];
  const isPreceded = stretch[0] > sentence[0];
  // "Shot 14 people, killing five": what stands behind the comma is the next figure's too.
  const after = isFollowed ? withinMarks(text.text, [number[1], stretch[1]], number)[1] : stretch[1];
  const near: Span = [Math.max(stretch[0], number[0] - NEAR), Math.min(after, number[1] + NEAR)];
  const around = ([start, end]: Span): Sense | null => {
    const after = text.after(number[1], end, REACH).map(read);
    // "Shot 58 people and wounded hundreds": what stands behind the joint is the next figure's.
    const joint = isFollowed && end === stretch[1] ? after.findIndex((word) => AND.has(word)) : -1;
    // "34 percent, against 30 for the other": what is compared is opposed by nobody.
    const before = text
      .before(number[0], start, REACH)
      .map(read)
      .map((word, at) => (at === 0 && AGAINST.has(word) ? "" : word));
    // "Four people have died and dozens have been hurt": what stands before the joint is the last figure's.
    const opening = isPreceded ? before.findIndex((word) => AND.has(word)) : -1;
    return senseOf(verb, opening < 0 ? before : before.slice(0, opening), joint < 0 ? after : after.slice(0, joint));
  };
  const isEnd = isLevel(text.text, number[0]);
  const sense =
    (isEnd || isRenewed(text.text, sentence, number) ? tallyBefore(text, read, stretch, number) : null) ??
    around(withinMarks(text.text, near, number)) ??
    around(near) ??
    senseOf(verb, [], []);
  return sense && sense.sign !== 0 && sense.field !== "vote" && isEnd ? { field: sense.field, sign: 0 } : sense;
}

/** Words before the end of a change in which the tally is looked for. */
const TALLY_REACH = 14;

/** What the subject of a change counts: "the number of arrests at the march rose to 31". */
function tallyBefore(text: MemberText, read: (code: number) => string, stretch: Span, number: Span): Sense | null {
  const before = ([from]: Span): string[] => text.before(number[0], from, TALLY_REACH).map(read);
  const clause = withinMarks(text.text, [stretch[0], number[1]], number);
  // The subject comes first; beyond a comma, what is nearest.
  return governingTally(before(clause).reverse()) ?? governingTally(before(stretch));
}

/** What extraction read of a figure's direction: the end of a change has none. */
export function senseOfPolarity({ polarity, aspect }: NumericMention): Sense | null {
  if (polarity === undefined || aspect === "level") return null;
  const sign = SIGN_OF[polarity];
  return sign === undefined ? null : { field: "gain", sign };
}

const SIGN_OF: Partial<Record<Polarity, Sign>> = { up: 1, profit: 1, won: 1, down: -1, loss: -1, lost: -1 };
