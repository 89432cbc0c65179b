/** What a bare number measures, where a measured figure just before it says so: “a speed of 134 kilometres an hour … insists on 97”. */
import { type Figure, type FigureKind, isTimeUnit } from "@wirefold/text";
import { onlyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import type { PreviousFigure } from "./carried-unit.ts";
import { modifierStart } from "./modifier.ts";

/** Figures back in which the measured one is looked for. */
const reach = 4;
/** Sentences between the two, at most. */
const sentencesMax = 2;
/** The smaller over the larger, from which two values may measure one thing. */
const ratioMin = 0.45;
/** The same where the bare number has a fraction, as no count has. */
const ratioOfDecimals = 0.1;
/** A smaller whole number is a count as often. */
const wholeMin = 13;

/** The unit that a bare number leaves out since the last measured figure has it; null where it may as well be a count. */
export function measureTakenOver(document: Document, figure: Figure, before: readonly PreviousFigure[]): string | null {
  const { value, kind, isVague } = figure;
  if (kind !== "count" || value === null || isVague || value <= 0 || !endsItsPhrase(document, figure)) return null;
  const isDecimal = !Number.isInteger(value);
  if (!isDecimal && (value < wholeMin || !followsItsLead(document, figure))) return null;
  const sentence = document.sentenceOf[figure.tokens[0]] ?? 0;
  for (const each of before.slice(-reach).reverse()) {
    if (sentence - (document.sentenceOf[each.figure.tokens[0]] ?? 0) > sentencesMax) return null;
    if (isMeasured(each)) {
      const [low = 0, high = 0] = [value, Math.abs(each.figure.value ?? 0)].sort((a, b) => a - b);
      // “54 more than allowed” is no speed that another may answer.
      if (low >= (isDecimal ? ratioOfDecimals : ratioMin) * high) return each.unit;
      continue;
    }
    // What was counted last may be counted again.
    if (!isDecimal && each.unit !== null && !isTime(each)) return null;
  }
  return null;
}

const isTime = ({ unit }: PreviousFigure): boolean => unit !== null && isTimeUnit(unit);

const measuredKinds: readonly FigureKind[] = ["money", "percent", "measure"];

/** Sums, shares, speeds, temperatures, lengths: no stretch of time, of which any text is full. */
const isMeasured = (each: PreviousFigure): boolean =>
  each.unit !== null && each.figure.value !== null && measuredKinds.includes(each.kind) && !isTime(each);

const joint = onlyReadingWord("andOr");

/** Whether no noun stands behind a number that it could count. */
function endsItsPhrase({ scan }: Document, { tokens: [, to] }: Figure): boolean {
  const closing = lists.prepositions | lists.subordinators | lists.determiners | lists.verbs | lists.pronouns;
  return scan.isWord(to) ? scan.has(to, closing) || joint.test(scan.lower(to)) : !scan.isNumber(to) && scan.mark(to) !== 0x2d;
}

/** Whether a word in lower case that leads to a value stands before a number: “at 97”, “del 27”; no name as in “Room 12”. */
function followsItsLead(document: Document, figure: Figure): boolean {
  const { scan } = document;
  const at = modifierStart(document, figure) - 1;
  return scan.isWord(at) && !scan.isCapital(at) && scan.has(at, lists.prepositions | lists.determiners | lists.verbs);
}
