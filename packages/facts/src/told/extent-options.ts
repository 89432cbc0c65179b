/** Which words a told statement may cover: between the ends of clauses behind its cue, before it, or around it; and what tells which. */
import type { Document } from "../document.ts";
import { bucket } from "../quotes/feature-space.ts";
import type { Reading } from "../reading.ts";
import type { SourcePhrase } from "../sources/phrases.ts";
import { lists, wordKinds } from "../word-roles.ts";
import type { ToldCue } from "./source-options.ts";
import type { Features, ToldTable } from "./told-space.ts";

/** Where the words stand to the cue. */
export type Side = 0 | 1 | 2;
export const sides = { behind: 0, before: 1, around: 2 } as const;

export interface ExtentOption {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  /** The rules read these words. */
  readonly isRule: boolean;
  /** The sum of its weights; 0 in training. */
  readonly score: number;
  /** In training; else empty. */
  readonly features: readonly number[];
}

const startsMax = 4;
const startReach = 14;
/** How far behind the cue a pronoun or article may begin the clause, in tokens. */
const clauseReach = 3;
const endsMax = 7;
const frontsMax = 3;
/** Fewest tokens behind the cue of a statement around it. */
const aroundMin = 3;
const roundsMax = 3;
const countedMax = 4;
const comma = 0x2c;
const conjunctionReach = 10;
/** Longest reach of a sentence to either side, in tokens. */
const sentenceReach = 120;

const isBreak = ({ scan }: Document, at: number): boolean => {
  const mark = scan.mark(at);
  if (mark === 0x2d) return !scan.isGlued(at);
  return mark === 0x2c || mark === 0x3b || mark === 0x3a || mark === 0x2014 || mark === 0x2013 || mark === 0x28 || mark === 0x29;
};

const isContent = ({ scan }: Document, at: number): boolean => scan.isWord(at) || scan.isNumber(at);

/** 1 a conjunction, 2 “whether” or “to”, 0 neither. */
function opening({ scan }: Document, at: number): number {
  if (scan.has(at, lists.conjunctions)) return 1;
  return scan.is(at, wordKinds.to | wordKinds.whether) ? 2 : 0;
}

/** A clause may begin there: a conjunction, what stands behind a break, a quotation; near the cue a pronoun or article too. */
function isStart(document: Document, at: number, isNear: boolean): boolean {
  const { scan, quoteOf } = document;
  if (opening(document, at) > 0 || (isBreak(document, at - 1) && scan.mark(at - 1) !== 0x28)) return true;
  if ((quoteOf[at] ?? -1) >= 0 && quoteOf[at - 1] !== quoteOf[at]) return true;
  return isNear && scan.has(at, lists.determiners | lists.pronouns) && !scan.has(at - 1, lists.prepositions | lists.determiners);
}

/** @param weights null in training, where the options keep their features */
export const extentOptions = (
  reading: Reading,
  cue: ToldCue,
  source: SourcePhrase,
  weights: ToldTable | null,
  features: Features,
): readonly ExtentOption[] => new Extents(reading.document, cue, source, weights, features).read();

/** What a start or an end adds to every extent that has it. */
interface Part {
  readonly score: number;
  readonly features: readonly number[];
}

const nothing: readonly number[] = [];

class Extents {
  private readonly document: Document;
  private readonly cue: ToldCue;
  private readonly source: SourcePhrase;
  private readonly weights: ToldTable | null;
  private readonly features: Features;
  private readonly first: number;
  private readonly end: number;
  private readonly out: ExtentOption[] = [];

  constructor(document: Document, cue: ToldCue, source: SourcePhrase, weights: ToldTable | null, features: Features) {
    this.document = document;
    this.cue = cue;
    this.source = source;
    this.weights = weights;
    this.features = features;
    const [from, to] = document.sentences[document.sentenceOf[cue.at] as number] as readonly [number, number];
    this.first = Math.max(from, cue.at - sentenceReach);
    let end = Math.min(to, cue.at + sentenceReach);
    while (end > this.first && !isContent(document, end - 1)) end--;
    this.end = end;
  }

  read(): readonly ExtentOption[] {
    const { at, rule } = this.cue;
    if (rule !== null && rule.contentTo > rule.contentFrom) {
      const side = rule.contentFrom > at ? sides.behind : rule.contentTo <= at ? sides.before : sides.around;
      this.add(
        side,
        rule.contentFrom,
        rule.contentTo,
        0,
        this.startPart(side, rule.contentFrom),
        this.endPart(side, rule.contentTo),
      );
    }
    const { first, end, source } = this;
    const ends = this.endsBehind();
    this.readBehind(ends);
    const front = source.from >= 0 && source.to <= at ? Math.min(source.from, at) : at;
    if (front - first < 2) return this.out;
    this.readBefore(front);
    if (end - at > aroundMin) this.readAround(ends);
    return this.out;
  }

  /** Where a clause behind the cue may end. */
  private endsBehind(): readonly number[] {
    const { document, source, end } = this;
    const { scan } = document;
    const { at } = this.cue;
    const ends: number[] = [];
    for (let i = (source.from > at ? source.to : at + 1) + 2; i < end && ends.length < endsMax; i++)
      if (
        isBreak(document, i) ||
        (!isBreak(document, i - 1) && (scan.has(i, lists.subordinators) || scan.is(i, wordKinds.and | wordKinds.ownClause)))
      )
        ends.push(i);
    return ends;
  }

  private readBehind(ends: readonly number[]): void {
    const { document, source, end } = this;
    const { at } = this.cue;
    const behind = source.from > at ? source.to : at + 1;
    const whole = this.endPart(sides.behind, end);
    const parts = ends.map((stop) => this.endPart(sides.behind, stop));
    let starts = 0;
    for (let i = behind; i < Math.min(end, behind + startReach) && starts < startsMax; i++) {
      if (i !== behind && !isStart(document, i, i <= behind + clauseReach)) continue;
      starts++;
      const start = this.startPart(sides.behind, i);
      let breaks = 0;
      ends.forEach((stop, index) => {
        if (stop >= i + 2) this.add(sides.behind, i, stop, breaks++, start, parts[index] as Part);
      });
      this.add(sides.behind, i, end, breaks, start, whole);
    }
  }

  private readBefore(front: number): void {
    const { document, first } = this;
    const stop = this.endPart(sides.before, front);
    this.add(sides.before, first, front, 0, this.startPart(sides.before, first), stop);
    let fronts = 0;
    for (let i = front - 3; i > first && fronts < frontsMax - 1; i--) {
      if (!isBreak(document, i)) continue;
      fronts++;
      this.add(sides.before, i + 1, front, fronts, this.startPart(sides.before, i + 1), stop);
    }
  }

  private readAround(ends: readonly number[]): void {
    const { document, first, end } = this;
    const start = this.startPart(sides.around, first);
    this.add(sides.around, first, end, 0, start, this.endPart(sides.around, end));
    let rounds = 0;
    for (const each of ends)
      if (each >= this.cue.at + aroundMin && rounds++ < roundsMax && isBreak(document, each))
        this.add(sides.around, first, each, rounds, start, this.endPart(sides.around, each));
  }

  private add(side: Side, start: number, stop: number, breaks: number, opening: Part, closing: Part): void {
    const { document, features, out } = this;
    const { rule } = this.cue;
    let from = start;
    let to = stop;
    while (from < to && !isContent(document, from) && (document.quoteOf[from] ?? -1) < 0) from++;
    while (to > from && !isContent(document, to - 1)) to--;
    if (to <= from) return;
    for (const each of out) if (each.from === from && each.to === to && each.side === side) return;
    const isRule =
      rule !== null && rule.contentFrom <= from && from - rule.contentFrom <= 1 && Math.abs(rule.contentTo - to) <= 1;
    features.clear().add(31, bucket(to - from), side);
    features.add(32, Math.min(breaks, countedMax), side);
    features.add(33, isRule ? 1 : 0, side);
    const own = this.part();
    out.push({
      side,
      from,
      to,
      isRule,
      score: own.score + opening.score + closing.score,
      features: this.weights === null ? [...own.features, ...opening.features, ...closing.features] : nothing,
    });
  }

  private part(): Part {
    const { weights, features } = this;
    return weights === null ? { score: 0, features: features.list() } : { score: features.score(weights), features: nothing };
  }

  private startPart(side: Side, from: number): Part {
    const { document, source, features, first, end } = this;
    const { scan } = document;
    const { at } = this.cue;
    const word = scan.hashAt(at);
    const sourceSide = source.from < 0 ? 2 : source.to <= at ? 1 : 0;
    features.clear().add(34, side);
    features.add(35, word, side);
    features.add(36, side, sourceSide);
    features.add(37, side, (scan.mark(at - 1) === comma ? 1 : 0) + (scan.isWord(at + 1) ? 2 : 0));
    features.add(38, scan.hashAt(from), side === sides.behind ? 0 : 1);
    if (side !== sides.behind) {
      features.add(39, bucket(from - first), side);
      features.add(40, scan.mark(from - 1));
      return this.part();
    }
    const distance = bucket(from - at - 1);
    const opener = opening(document, from);
    let isLate = 0;
    for (let i = at + 1; i < from - 1 && isLate === 0; i++) if (scan.has(i, lists.conjunctions)) isLate = 1;
    let isAhead = 0;
    for (let i = from + 1; i < Math.min(end, from + conjunctionReach) && isAhead === 0; i++)
      if (scan.has(i, lists.conjunctions)) isAhead = 1;
    features.add(41, distance);
    features.add(42, scan.hashAt(from - 1));
    features.add(43, word, opener);
    features.add(44, scan.mark(from - 1) === comma ? 1 : 0, distance);
    features.add(45, word, distance);
    features.add(46, isLate);
    features.add(47, isAhead, opener);
    return this.part();
  }

  private endPart(side: Side, to: number): Part {
    const { document, features, first, end } = this;
    const { scan, language } = document;
    const isWhole = to >= end;
    features.clear().add(50, isWhole ? 1 : 0, side);
    if (isWhole || side === sides.before) {
      let inner = 0;
      for (let i = side === sides.behind ? this.cue.at + 3 : first + 2; i < to; i++)
        if (isBreak(document, i) && inner++ < countedMax) features.add(51, scan.hashAt(i + 1), scan.mark(i));
      features.add(52, Math.min(inner, countedMax), side);
      return this.part();
    }
    const mark = scan.mark(to);
    let next = to;
    while (next < end && !isContent(document, next)) next++;
    let speaks = 0;
    for (let i = next; i < end && speaks === 0; i++) if (scan.has(i, lists.speechVerbs)) speaks = 1;
    const opens =
      language.reporting.tailJoins.has(scan.lower(first)) || scan.has(first, lists.subordinators | lists.prepositions) ? 1 : 0;
    features.add(53, scan.hashAt(next), mark);
    features.add(54, mark);
    features.add(55, scan.has(next, lists.verbs) ? 1 : 0, mark);
    features.add(56, bucket(end - to));
    features.add(57, scan.hashAt(next + 1), mark);
    features.add(58, scan.has(next + 1, lists.verbs) || scan.has(next + 2, lists.verbs) ? 1 : 0, mark);
    features.add(59, speaks, mark);
    features.add(60, opens, mark);
    return this.part();
  }
}
