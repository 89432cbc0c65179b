import type { Span } from "@wirefold/core";
import { fold } from "@wirefold/text";
import type { ReconcileMember } from "../reconcile-member.ts";
import type { MemberText, StoryText } from "../words/story-text.ts";
import { type PersonMention, personMentions } from "./bearers.ts";
import { ratioOf } from "./figure-group.ts";
import { isDisputing, isOthersAnswer } from "./figure-marks.ts";
import type { Figure } from "./figures.ts";

/** Characters of a report's head: what it is about stands there. */
const HEAD = 700;

/** Characters back in which the figure is looked for that a sentence contradicts. */
const OPPOSED_REACH = 240;
/** The smaller over the larger of two answers to one question, at least; and where the words say that others answer it. */
const OPPOSED_RATIO = 0.4;
const OTHERS_RATIO = 0.1;

/** Whether two figures of one document may be two answers to one question, by what they count or measure. */
function mayOppose(a: Figure, b: Figure, ratioMin: number): boolean {
  const isOf = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  return (
    a.quantity.dimension === b.quantity.dimension &&
    a.isAge === b.isAge &&
    a.numberKey !== b.numberKey &&
    !a.isPart &&
    !b.isPart &&
    !b.isLimit &&
    isOf(a.thing, b.thing) &&
    isOf(a.tally, b.tally) &&
    ratioOf(a.quantity, b.quantity) >= ratioMin
  );
}

/** What the figures of one document are read by. */
export class DocumentOfFigures {
  readonly member: ReconcileMember;
  readonly lineage: string;
  readonly story: StoryText;
  readonly text: MemberText;
  readonly language: string;
  /** Where its numbers stand, in order. */
  readonly numbers: readonly Span[];
  private places: ReadonlySet<number> | undefined;
  private persons: readonly PersonMention[] | undefined;
  private figures: readonly Figure[] = [];
  private heads: ReadonlyMap<string, Figure> | undefined;

  /** Whether a folded word stands in a name that some document of the story holds. */
  readonly isName: (word: string) => boolean;

  constructor(member: ReconcileMember, lineage: string, story: StoryText, isName: (word: string) => boolean) {
    this.isName = isName;
    this.member = member;
    this.lineage = lineage;
    this.story = story;
    this.text = story.of(member);
    this.language = (member.language ?? member.facts?.language ?? "").slice(0, 2).toLowerCase();
    const numbers = (member.facts?.numeric_mentions ?? []).map((mention) => mention.number.span).sort((a, b) => a[0] - b[0]);
    // "130 mph (209 kph) in 1954": what the bracket repeats ends nothing.
    this.numbers = numbers.filter(
      ([start], i) => !/^\s*[([]$/.test(member.text.slice(Math.max(numbers[i - 1]?.[1] ?? start, start - 4), start)),
    );
  }

  get known(): ReadonlySet<number> {
    this.places ??= placeWords(this.member, this.story);
    return this.places;
  }

  get people(): readonly PersonMention[] {
    this.persons ??= personMentions(this.member);
    return this.persons;
  }

  /** Takes the figures read so far, in the order of the text. */
  hold(figures: readonly Figure[]): void {
    this.figures = figures;
  }

  /** Whether an age of so many years has been told of somebody named, before an offset. */
  tellsAgeBefore(years: number | undefined, at: number): boolean {
    return this.figures.some(
      ({ isAge, mention, bearer }) => isAge && mention.value === years && mention.number.span[0] < at && bearer !== null,
    );
  }

  /**
   * The figure that another's words set it against: the nearest before it that answers the same question otherwise, else the next of
   * its sentence. Null where its words set it against none.
   */
  setAgainst(figure: Figure): Figure | null {
    const { isContrasted, isSuperseded, sentenceSpan } = figure;
    const [text, number] = [this.member.text, figure.mention.number.span];
    const isOthers = isOthersAnswer(text, sentenceSpan, number);
    if (!isContrasted && !isSuperseded && !isOthers && !isDisputing(text, sentenceSpan, number)) return null;
    const ratioMin = isOthers ? OTHERS_RATIO : OPPOSED_RATIO;
    const at = this.figures.indexOf(figure);
    const isNear = (other: Figure): boolean =>
      other.sentenceSpan[0] === figure.sentenceSpan[0] ||
      (!isContrasted && figure.mention.number.span[0] - other.mention.number.span[1] <= OPPOSED_REACH);
    for (let i = at - 1; i >= 0; i--) {
      const other = this.figures[i];
      if (other === undefined || !isNear(other)) break;
      // A number nobody names the thing of answers the one right before it.
      const isNamed = figure.quantity.dimension !== "count" || (figure.thing !== null && figure.thing === other.thing);
      if ((isNamed || i === at - 1) && mayOppose(figure, other, ratioMin)) return other;
    }
    const next = this.figures[at + 1];
    return next !== undefined && next.sentenceSpan[0] === figure.sentenceSpan[0] && mayOppose(figure, next, ratioMin)
      ? next
      : null;
  }

  /** The larger tally of the same kind and source at the document's head; null where there is none. */
  headOver(figure: Figure): Figure | null {
    if (figure.tally === null || figure.quantity.dimension !== "count") return null;
    this.heads ??= this.headTallies();
    const head = this.heads.get(figure.tally);
    if (head === undefined || head === figure || head.quantity.low <= figure.quantity.high) return null;
    const [source, other] = [head.mention.attributed_to, figure.mention.attributed_to];
    return source === null || other === null || source === other ? head : null;
  }

  /** The largest tally of each kind that stands in the headline or at the head of the text, and is of the day. */
  private headTallies(): ReadonlyMap<string, Figure> {
    const heads = new Map<string, Figure>();
    for (const figure of this.figures) {
      if (figure.mention.number.span[0] > HEAD) break;
      const { tally, quantity, time, ownPeriod, isSuperseded } = figure;
      if (tally === null || quantity.dimension !== "count" || quantity.magnitudeOnly || time !== "now" || isSuperseded) continue;
      if (ownPeriod !== null && /^\d{4}$/.test(ownPeriod)) continue;
      const known = heads.get(tally);
      if (known === undefined || quantity.value > known.quantity.value) heads.set(tally, figure);
    }
    return heads;
  }
}

/** Words of the names the document holds, persons aside: a place that is none of them was misread. */
function placeWords(member: ReconcileMember, story: StoryText): ReadonlySet<number> {
  const words = new Set<number>();
  for (const { type, canonical, mentions } of member.facts?.entities ?? []) {
    if (type === "person") continue;
    for (const text of new Set([canonical, ...mentions.map((mention) => mention.text)]))
      for (const word of story.contentKeys(text)) words.add(word);
  }
  return words;
}

/** Folded words of the names in all documents of a story, gathered when one is first asked for. */
export function wordsOfNames(members: readonly ReconcileMember[]): (word: string) => boolean {
  let words: Set<string> | undefined;
  return (word) => {
    words ??= new Set(
      members.flatMap(({ facts }) => (facts?.entities ?? []).flatMap(({ canonical }) => fold(canonical).split(/[\s’'-]+/))),
    );
    return words.has(word);
  };
}
