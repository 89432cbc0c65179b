/**
 * Figures of one thing that no rule joins or takes for rivals, found by comparison: of all that another report counts, one figure is
 * nearest in what its words mean ("nine jets", "eight planes"), the other way round as well, and nothing else comes close. What is
 * near but has a rival as near proves nothing.
 */
import { COUNTED_LANGUAGE } from "@wirefold/text";
import { meaningPlace, meaningSimilarity, similarityAt } from "@wirefold/text/grammar";
import { keyOf, type Rarity, saysSomething } from "../words/vocabulary.ts";
import { groupsExclude, haveTwoHolders } from "./exclusions.ts";
import { byDimension, type Group, intersects, placesExclude, ratioOf } from "./figure-group.ts";
import type { Figure } from "./figures.ts";
import type { KeptApart } from "./overrides.ts";
import { periodsOverlap } from "./periods.ts";
import { kinshipOf } from "./things.ts";

/** What a pair must reach, where figures whose words are all the same reach 1. */
const LEAST = 0.15;
/** What it must have over the next best on either side. */
const MARGIN = 0.03;
/** Values further apart than this ratio answer two questions; shares of one whole lie close together anyhow. */
const RATIO = 0.55;
const SHARE_RATIO = 0.7;
/** Values compared to each side in the order of value. */
const NEIGHBOURS_MAX = 8;
/** Claims of one dimension. Among more of them it would cost too much to know that nothing else comes as near. */
const ALTERNATIVES_MAX = 240;
/** Figures of a claim whose words are read. */
const ASKED_MAX = 3;
/** Words of a clause on either side of a figure. */
const WORDS_MAX = 14;
/** Words before and behind a figure that tell what it counts. */
const BEFORE = 4;
const AFTER = 5;

/** Cosines of unlike words reach `UNLIKE`; from `LIKE` on one word may stand for the other, though never as surely as itself. */
const UNLIKE = 0.3;
const LIKE = 0.9;
const SYNONYM = 0.8;

interface Partners {
  readonly a: Group;
  readonly b: Group;
  /** 0 to 1. */
  readonly likeness: number;
}

interface Word {
  readonly key: number;
  /** Its place in the table of meanings; -1 where it has none. */
  readonly place: number;
  readonly weight: number;
  /** Written with a capital, not as the first of its sentence. */
  readonly isName: boolean;
}
interface Slot {
  readonly clause: readonly Word[];
  readonly near: readonly Word[];
}

/** Their words tell less of what they are than of what else happened: any stretch of time lasts, anything may be paid. */
const isLeftOut = (dimension: string): boolean =>
  dimension.startsWith("money:") || dimension === "duration" || dimension === "age";

/** The surest pairs first. */
export function partnersIn(groups: readonly Group[], rarity: Rarity, kept: KeptApart): Partners[] {
  if (groups.every(({ lead }) => lead.member === groups[0]?.lead.member)) return [];
  const likeness = new Likeness(rarity);
  const found: Partners[] = [];
  for (const [dimension, sorted] of byDimension(groups)) {
    if (isLeftOut(dimension) || sorted.length < 2 || sorted.length > ALTERNATIVES_MAX) continue;
    const least = dimension === "percent" ? SHARE_RATIO : RATIO;
    for (const [i, a] of sorted.entries())
      for (const b of sorted.slice(i + 1, i + 1 + NEIGHBOURS_MAX)) {
        if (ratioOf(a.lead.quantity, b.lead.quantity) < least) break;
        if ((a.docs.size > 1 && b.docs.size > 1) || !mayBeOne(a, b) || groupsExclude(b, a, kept)) continue;
        const value = likeness.of(a, b);
        if (value < LEAST) continue;
        const [left, right] = a.order < b.order ? [a, b] : [b, a];
        const isBest = (own: Group, other: Group): boolean =>
          sorted.every((rival) => rival === other || !mayBeOne(own, rival) || likeness.of(own, rival) <= value - MARGIN);
        if (isBest(a, b) && isBest(b, a)) found.push({ a: left, b: right, likeness: value });
      }
  }
  return found.sort((x, y) => y.likeness - x.likeness || x.a.order - y.a.order || x.b.order - y.b.order);
}

/** What no likeness of words outweighs. */
function mayBeOne(a: Group, b: Group): boolean {
  const [x, y] = [a.lead, b.lead];
  if (intersects(a.docs, b.docs) || intersects(a.lineages, b.lineages)) return false;
  if (x.quantity.magnitudeOnly !== y.quantity.magnitudeOnly || x.isAge || y.isAge || x.isLimit !== y.isLimit) return false;
  if (x.isPart !== y.isPart || x.isFurther !== y.isFurther || x.time !== y.time || x.window !== y.window) return false;
  if (x.includesAgent !== y.includesAgent || x.toppedBy !== null || y.toppedBy !== null) return false;
  if (a.tallies.size > 0 && b.tallies.size > 0 && !intersects(a.tallies, b.tallies)) return false;
  if (countUnlike(x.thing, y.thing)) return false;
  if (placesExclude(a.places, b.places) || haveTwoHolders(x, y)) return false;
  for (const period of a.ownPeriods) for (const other of b.ownPeriods) if (!periodsOverlap(period, other)) return false;
  return true;
}

/** "Teams", "bodies": two nouns that neither mean nor go with the same. */
function countUnlike(a: string | null, b: string | null): boolean {
  if (a === null || b === null || kinshipOf(a, b) !== "other") return false;
  return (meaningSimilarity(a, b) ?? 0) < UNLIKE;
}

/** Reads what figures are told with, each once, and compares it. */
class Likeness {
  private readonly slots = new Map<Figure, Slot>();
  private readonly words = new Map<number, number>();
  private readonly pairs = new Map<number, number>();
  private readonly rarity: Rarity;

  constructor(rarity: Rarity) {
    this.rarity = rarity;
  }

  of(a: Group, b: Group): number {
    const key = Math.min(a.order, b.order) * 2 ** 26 + Math.max(a.order, b.order);
    let best = this.pairs.get(key);
    if (best === undefined) {
      best = 0;
      for (const x of a.figures.slice(0, ASKED_MAX))
        for (const y of b.figures.slice(0, ASKED_MAX)) best = Math.max(best, this.between(this.slot(x), this.slot(y)));
      this.pairs.set(key, best);
    }
    return best;
  }

  private between(a: Slot, b: Slot): number {
    if (areNamedApart(a.near, b.near)) return 0;
    return (this.shared(a.clause, b.clause) + this.shared(a.near, b.near)) / 2;
  }

  private shared(a: readonly Word[], b: readonly Word[]): number {
    return (this.answered(a, b) + this.answered(b, a)) / 2;
  }

  /** Share of the weight of some words that the others answer. */
  private answered(words: readonly Word[], others: readonly Word[]): number {
    let total = 0;
    let met = 0;
    for (const word of words) {
      total += word.weight;
      let best = 0;
      for (const other of others) {
        const value = this.alike(word, other);
        if (value > best) best = value;
      }
      met += word.weight * best;
    }
    return total === 0 ? 0 : met / total;
  }

  private alike(a: Word, b: Word): number {
    if (a.key === b.key) return 1;
    if (a.place < 0 || b.place < 0) return 0;
    const key = Math.min(a.place, b.place) * 2 ** 20 + Math.max(a.place, b.place);
    let value = this.words.get(key);
    if (value === undefined) {
      value = SYNONYM * Math.max(0, Math.min(1, (similarityAt(a.place, b.place) - UNLIKE) / (LIKE - UNLIKE)));
      this.words.set(key, value);
    }
    return value;
  }

  private slot(figure: Figure): Slot {
    let slot = this.slots.get(figure);
    if (slot === undefined) {
      const { text } = figure.member;
      const { number, span } = figure.mention;
      const [start, end] = figure.sentenceSpan;
      const isEnglish = figure.language === COUNTED_LANGUAGE;
      const clause = [text.slice(Math.max(start, span[0]), number.span[0]), text.slice(number.span[1], Math.min(end, span[1]))];
      const near = [text.slice(start, number.span[0]), text.slice(number.span[1], end)];
      slot = { clause: this.read(clause, WORDS_MAX, WORDS_MAX, isEnglish), near: this.read(near, BEFORE, AFTER, isEnglish) };
      this.slots.set(figure, slot);
    }
    return slot;
  }

  /** Words that say something, among the last before a figure and the first behind it. */
  private read([before = "", after = ""]: readonly string[], last: number, first: number, isEnglish: boolean): Word[] {
    const { vocabulary } = this.rarity;
    const words: Word[] = [];
    const earlier = before.slice(-STRETCH).match(WORD) ?? [];
    const later = after.slice(0, STRETCH).match(WORD) ?? [];
    for (const [i, raw] of [...earlier.slice(-last), ...later.slice(0, first)].entries()) {
      const code = vocabulary.codeOf(raw);
      const key = keyOf(code);
      if (code < 0 || !saysSomething(code) || words.some((word) => word.key === key)) continue;
      const place = isEnglish ? meaningPlace(raw.toLowerCase().replace(OWNER, "")) : -1;
      const isOpening = i === 0 && earlier.length <= last;
      words.push({ key, place, weight: this.rarity.of(key), isName: isEnglish && !isOpening && /^\p{Lu}/u.test(raw) });
    }
    return words;
  }
}

/** "The Liberals, with 14", "the Greens, with 17": each stands by a name that the other lacks. */
function areNamedApart(a: readonly Word[], b: readonly Word[]): boolean {
  const [left, right] = [a, b].map((words) => words.filter(({ isName }) => isName));
  if (!left?.length || !right?.length) return false;
  return !left.some(({ key }) => right.some((other) => other.key === key));
}

const WORD = /\p{L}[\p{L}'’-]*/gu;
const OWNER = /['’]s$/;
/** Characters on either side of a figure that are cut into words. */
const STRETCH = 240;
