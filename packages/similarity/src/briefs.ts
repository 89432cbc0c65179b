import { measureAt as at } from "./measures.ts";
import type { PreparedDocument } from "./prepared-document.ts";

/**
 * Briefs: in so few words two reports of one event look alike though neither was made from the other. What tells them apart is
 * wording, and figures: a rewriter keeps the figures of a text, newsrooms that ask for themselves are given others.
 */

/** Logarithm of a text's weight up to which it is a brief: some sixty words. */
const BRIEF = 5.4;

/** Without common wording two briefs are never sure rewrites: what makes them alike may be the event. */
export const BRIEF_SCORE_MAX = 0.88;

/** Whether one of two texts is a brief. */
export const isShort = (m: ArrayLike<number>): boolean => (m[at.sizeLess] ?? 0) < BRIEF;

export const isBrief = (m: ArrayLike<number>): boolean => isShort(m) && (m[at.triples] ?? 0) < 0.2;

/**
 * Whether two texts, one of them a brief, are two newsrooms' own reports: they agree in who, how many and where without five words
 * in a row or a sentence in common, or they give other figures.
 */
export function areOwnBriefs(a: PreparedDocument, b: PreparedDocument, m: ArrayLike<number>): boolean {
  return isShort(m) && (tellSameFacts(m) || giveOtherFigures(a, b, m));
}

function tellSameFacts(m: ArrayLike<number>): boolean {
  return (m[at.fives] ?? 0) < 0.005 && (m[at.alignedHalf] ?? 0) < 0.2 && (m[at.names] ?? 0) >= 0.3 && (m[at.figures] ?? 0) >= 0.2;
}

/** Share of five-word passages from which one text goes back to the other, whatever became of its figures. */
const WORDED_ALIKE = 0.15;
/** Share of the lesser figures' weight up to which next to none agree. */
const FIGURES_AGREE = 0.3;

/** `scripts/measure-briefs.mjs` counts how often this holds for a brief and its rewrite, and for independent briefs. */
function giveOtherFigures(a: PreparedDocument, b: PreparedDocument, m: ArrayLike<number>): boolean {
  if ((m[at.figures] ?? 0) >= FIGURES_AGREE || (m[at.fives] ?? 0) >= WORDED_ALIKE) return false;
  return lacksFigureOf(a, b) && lacksFigureOf(b, a);
}

/** Whether `of` gives a figure that `text` does not. */
function lacksFigureOf(text: PreparedDocument, of: PreparedDocument): boolean {
  return of.figures.some((figure) => !text.figures.includes(figure));
}
