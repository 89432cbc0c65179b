/** What a bare figure counts, where the figures before it say so: in its sentence, in the sentence before, “of the 40”. */
import type { Figure, FigureKind } from "@wirefold/text";
import { contextWords, onlyReadingWord } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists } from "../word-roles.ts";
import type { Counted } from "./counted-noun.ts";
import { modifierStart } from "./modifier.ts";

const countedAgain = contextWords("countedAgain");
const more = contextWords("more");
const another = contextWords("another");
const partitive = onlyReadingWord("among");

/** The figure read before. */
export interface PreviousFigure {
  readonly figure: Figure;
  /** Of what it counts or measures, where that stands with another figure: “134 kilometres an hour, 54 more than allowed”. */
  readonly kind: FigureKind;
  readonly modifier: string | null;
  readonly unit: string | null;
  readonly subject: string | null;
  readonly predicate: string | null;
}

/** Figures back in which what is counted is looked for. */
const antecedentsMax = 4;

/** “140 people in nine states, eleven of them seriously”: some of the last that were more; null where the last figure is as good. */
export function antecedentOf(
  document: Document,
  figure: Figure,
  before: readonly PreviousFigure[],
  { refersBack = false }: Counted,
): PreviousFigure | null {
  if (!refersBack || figure.kind !== "count") return null;
  const sentence = document.sentenceOf[figure.tokens[0]] as number;
  for (let i = before.length - 1; i >= Math.max(0, before.length - antecedentsMax); i--) {
    const each = before[i] as PreviousFigure;
    if (sentence - (document.sentenceOf[each.figure.tokens[0]] as number) > 1) return null;
    if (each.figure.kind === "count" && each.unit !== null && isLess(figure, each.figure)) return each;
  }
  return null;
}

const million = 1e6;

/** “It rose to 800 crates a week”, “40 thousand to Sorrel”: counts what the figure before it counted. */
export function takenOver(
  document: Document,
  figure: Figure,
  clause: readonly [number, number],
  previous: PreviousFigure,
  { rate = null, refersBack = false, predicate }: Counted,
): string | null {
  const { scan } = document;
  const gap = (document.sentenceOf[figure.tokens[0]] as number) - (document.sentenceOf[previous.figure.tokens[0]] as number);
  if (previous.unit === null) return null;
  // “nearly 11 years. It was revised down 45,000.”
  if (figure.kind === "count" && previous.figure.kind === "measure" && (figure.value ?? 0) >= 1000 * (previous.figure.value ?? 1))
    return null;
  // “134 kilometres an hour, 54 more than allowed”: a speed differs by a speed.
  const base = previous.figure.kind === "measure" ? previous.unit : (previous.unit.split("/")[0] as string);
  // “320 grams, 45 less than the old one”, “820 euros, 40 de plus”
  if (gap === 0 && figure.kind === "count" && isDifference(document, figure)) return previous.unit === percent ? null : base;
  const whole = rate === null ? previous.unit : `${base}/${rate}`;
  // “up 130 million from 71 million”: millions behind a sum of the sentence are of its currency.
  if (gap === 0 && previous.figure.kind === "money" && figure.kind === "count" && !refersBack)
    return (figure.value ?? 0) >= million && /[^\d.,\s]/.test(figure.text) ? previous.unit : null;
  if (gap === 0 && previous.unit === percent) return isShareOfNext(document, figure) ? percent : null;
  if (refersBack && gap === 0) return base;
  if (gap === 0) return previous.figure.kind === "count" ? (rate === null ? base : whole) : null;
  if (gap > 2) return null;
  if (gap === 1 && previous.figure.kind === "count" && continues(document, figure, previous, predicate)) return base;
  // “Builders added 21,000”: the sentence before says what is added.
  if (gap === 1 && previous.figure.kind === "count" && countedAgain.has(scan.lower(figure.tokens[0] - 1))) return base;
  if (refersBack || (rate !== null && previous.unit === `${base}/${rate}`)) return whole;
  const sentence = document.sentences[document.sentenceOf[figure.tokens[0]] as number] as readonly [number, number];
  for (let i = Math.max(sentence[0], clause[0] - 12); i < figure.tokens[0]; i++)
    // “the number of homes lost at 120”: the noun itself says what is counted.
    if (totalNoun.test(scan.lower(i)) && !leadsToCounted.test(scan.lower(i + 1))) return whole;
  return null;
}

const fewerBehind = onlyReadingWord("fewerBehind");

/** Whether a comparative stands right behind a figure: by so much something is more or less. */
function isDifference({ scan, language }: Document, { tokens: [, to] }: Figure): boolean {
  const at = language.words.linksUnits && language.words.of.has(scan.lower(to)) ? to + 1 : to;
  return fewerBehind.test(scan.lower(at));
}

const percent = "percent";
const hundred = 100;

/** “The Union had 34 percent and Labour 31.5”, “… the Labour Front at just under 31”: the share of whoever is named right before it. */
function isShareOfNext(document: Document, figure: Figure): boolean {
  const { scan } = document;
  if (figure.kind !== "count" || !figure.hasDigits || highest(figure) > hundred) return false;
  let at = modifierStart(document, figure) - 1;
  if (scan.has(at, lists.prepositions)) at--;
  return (
    scan.isWord(at) && scan.isCapital(at) && (!scan.isWord(figure.tokens[1]) || scan.has(figure.tokens[1], lists.prepositions))
  );
}

const totalNoun = onlyReadingWord("totalNoun");
const leadsToCounted = onlyReadingWord("leadsToCounted");

/** “Forty were hurt. Three died.”, “It sold 250 a year earlier.”, “Six more were damaged.”: goes on with the sentence before. */
function continues(document: Document, figure: Figure, previous: PreviousFigure, predicate: string | null): boolean {
  if (predicate !== null && predicate === previous.predicate) return true;
  if (!opensSentence(document, figure)) return false;
  return addsToLast(document, figure) || isLess(figure, previous.figure);
}

const highest = ({ value, range }: Figure): number => range?.[1] ?? value ?? 0;
const isLess = (figure: Figure, whole: Figure): boolean => highest(figure) < highest(whole);

/** “another six”, “six more” */
const addsToLast = ({ scan }: Document, { tokens: [from, to] }: Figure): boolean =>
  another.has(scan.lower(from - 1)) || more.has(scan.lower(to));

const joins = onlyReadingWord("contrast");

/** Whether nothing but a bound stands before a figure in its sentence, and what it does behind it. */
function opensSentence(document: Document, figure: Figure): boolean {
  const { scan, sentences, sentenceOf } = document;
  const [from, to] = figure.tokens;
  const lead = modifierStart(document, figure);
  const first = sentences[sentenceOf[from] ?? 0]?.[0] ?? 0;
  const at = another.has(scan.lower(lead - 1)) ? lead - 1 : lead;
  return at === first && acts(document, more.has(scan.lower(to)) ? to + 1 : to);
}

/** Whether a verb stands at a token, or soon behind an adverb. */
const acts = ({ scan, language }: Document, at: number): boolean =>
  [at, at + 1].some(
    (i) => scan.has(i, lists.passiveAuxiliaries | lists.verbs) || (i === at && language.betweenSubjectAndVerb.has(scan.lower(i))),
  );

/**
 * “Five were sick.” behind “They tested 400 cows.”, “of the 25 miners, four were rescued”: a small number word that counts some of those
 * counted last. Alone it would be an idiom as often.
 */
export function isSomeOfLast(document: Document, figure: Figure, last: Figure | null): boolean {
  const { scan, sentenceOf } = document;
  const [from, to] = figure.tokens;
  if (last === null || figure.kind !== "count" || last.kind !== "count" || figure.hasDigits || figure.value === null)
    return false;
  if (figure.value < 2) return false;
  const gap = (sentenceOf[from] ?? 0) - (sentenceOf[last.tokens[0]] ?? 0);
  if (gap > 1 || !acts(document, more.has(scan.lower(to)) ? to + 1 : to)) return false;
  if (gap === 1) return opensSentence(document, figure) && (addsToLast(document, figure) || isLess(figure, last));
  // “63 patients were treated; five are in intensive care”, “12 were hurt and three died”
  const opens = scan.mark(from - 1) === 0x3b || (scan.mark(from - 1) === 0x2c && isOfWhole(document, last));
  return (opens || joins.test(scan.lower(modifierStart(document, figure) - 1))) && isLess(figure, last);
}

/** “of the 40”, “among 25 miners”: named as a whole again. */
export function isOfWhole({ scan, language }: Document, { tokens: [from] }: Figure): boolean {
  const at = scan.has(from - 1, lists.determiners) ? from - 2 : from - 1;
  return partitive.test(scan.lower(at)) || language.words.of.has(scan.lower(at));
}
