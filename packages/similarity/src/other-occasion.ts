import { calendarOf } from "./date-tokens.ts";
import { type DocumentFeatures, FIGURE } from "./features.ts";
import { measureAt as at } from "./measures.ts";

/**
 * Another occasion of the same kind: the next match, draw, stage, quake or hearing has the words and often the people and places
 * of the last one, but figures and days of its own. What is asked here is asked of pairs only whose event is not clear.
 */

/** Figures a text has to give before others in their place say something. */
const FIGURES_MIN = 2;
/** Share of the lesser figures' weight up to which next to none agree. */
const FIGURES_AGREE = 0.15;
/** Share of the names and figures of both openings that stand in the other, up to which they are about others. */
const OPENINGS_AGREE = 0.5;

const figuresIn = ({ tokens, flags }: DocumentFeatures): number => {
  const found = new Set<number>();
  for (const [i, flag] of flags.entries()) if ((flag & FIGURE) !== 0) found.add(tokens[i] ?? 0);
  return found.size;
};

/** Whether each text gives figures and next to none agree. */
function figuresDiffer(a: DocumentFeatures, b: DocumentFeatures, m: ArrayLike<number>): boolean {
  if ((m[at.figures] ?? 0) >= FIGURES_AGREE) return false;
  return figuresIn(a) >= FIGURES_MIN && figuresIn(b) >= FIGURES_MIN;
}

/** Whether each text names one weekday, and another one. */
function weekdaysDiffer(a: DocumentFeatures, b: DocumentFeatures): boolean {
  const [x, y] = [a, b].map(({ tokens, flags, language }) => calendarOf(tokens, flags, language).weekdays);
  return isOne(x ?? 0) && isOne(y ?? 0) && x !== y;
}

const isOne = (bits: number): boolean => bits !== 0 && (bits & (bits - 1)) === 0;

/**
 * Share of three-word passages from which two reports of which neither was made from the other have a form in common: newsrooms
 * that report one event for themselves share next to none. With less, or with more in common of what the openings name, most of
 * the pairs parted were of one event.
 */
const FORM = 0.1;
/** Probability of the event from which nothing here parts two reports. */
const SURE = 0.975;

/**
 * Where a weekday or a day of a month agrees, more has to differ: crimes of one kind in one town come on one day, too. Share of what the
 * openings name, and of the lesser text's names, from which one day is one occasion.
 */
const OPENINGS_OF_ONE_DAY = 0.35;
const NAMES_OF_ONE_DAY = 0.5;
/** More than a weekday agrees. */
const DAY_AGREES = 0.4;

/**
 * Whether two reports share the wording of their kind of news, and seem to be of two occasions by their figures or their days.
 *
 * @param event Probability that they are of one event.
 */
export function isOtherOccasion(a: DocumentFeatures, b: DocumentFeatures, m: ArrayLike<number>, event: number): boolean {
  const [dates, openings] = [m[at.dates] ?? 0, m[at.leadNames] ?? 0];
  if (event >= SURE || (m[at.triples] ?? 0) < FORM || dates > DAY_AGREES || openings >= OPENINGS_AGREE) return false;
  if (dates > 0 && (openings >= OPENINGS_OF_ONE_DAY || (m[at.names] ?? 0) >= NAMES_OF_ONE_DAY)) return false;
  return figuresDiffer(a, b, m) || weekdaysDiffer(a, b);
}

/** How much each text is about the other's protagonists, below which they are about others. */
const PROTAGONISTS_SHARED = 0.35;
/** Share of what the openings name, from which they are not: a club has its ground, its coach and its league in each report. */
const OPENINGS_SHARED = 0.55;

/**
 * Whether two newsrooms' reports share the wording of their kind of news and are about other people or places: the other match of the
 * round, another firm's results. Rewrites are not asked, since a rewriter puts "the minister" for a name.
 *
 * @param event Probability that they are of one event.
 */
export function isAboutOthers(m: ArrayLike<number>, event: number): boolean {
  if (event >= SURE || (m[at.triples] ?? 0) < FORM || (m[at.dates] ?? 0) > DAY_AGREES) return false;
  return (m[at.protagonists] ?? 0) < PROTAGONISTS_SHARED && (m[at.leadNames] ?? 0) < OPENINGS_SHARED;
}
