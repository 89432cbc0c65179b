import type { NumericMention, Span } from "@wirefold/core";
import { fold, stem, traitsOf } from "@wirefold/text";
import { anyStoryForm, storyForms } from "@wirefold/text/story-words";
import type { ReconcileMember } from "../reconcile-member.ts";
import { sentenceAt } from "../words/sentence-spans.ts";
import { keyOf } from "../words/vocabulary.ts";
import { attributeOf, hasAttributes } from "./attributes.ts";
import { type Bearer, bearerOf } from "./bearers.ts";
import type { DocumentOfFigures } from "./figure-document.ts";
import {
  betweenNumbers,
  coversEverywhere,
  includesAgent,
  isContrasted,
  isFurther,
  isLimit,
  isOfSoMany,
  isPart,
  isRenewed,
  isSuperseded,
  periodIn,
  placeInScore,
  timeOf,
  windowOf,
  withinClause,
} from "./figure-marks.ts";
import type { Figure } from "./figures.ts";
import { holderOf, namesBeside } from "./holders.ts";
import { daysApart } from "./periods.ts";
import { fieldOfVerb, type Sense, type Sign, tallyOf, wayOf } from "./predicate-senses.ts";
import type { Quantity } from "./quantity.ts";
import { senseAround, senseOfPolarity } from "./sense-around.ts";
import { targetOf } from "./targets.ts";
import { kindOfPeople, thingOf } from "./units.ts";

const NO_PLACES: readonly string[] = [];
const NOBODY: readonly string[] = [];
const NO_WAYS: ReadonlyMap<string, Sign> = new Map();

/** "A 17-year-old". */
const INTRODUCED = new RegExp(`\\b${anyStoryForm("anyOne")}\\s+(?:\\p{Ll}+\\s+)?$`, "iu");

type Read =
  | "subject"
  | "isAnybody"
  | "predicate"
  | "sense"
  | "ways"
  | "isFurther"
  | "isSuperseded"
  | "isContrasted"
  | "against"
  | "isRenewed"
  | "isLimit"
  | "isPart"
  | "bearer"
  | "holder"
  | "beside"
  | "attribute"
  | "target"
  | "isNewcomer"
  | "time"
  | "window"
  | "includesAgent"
  | "ownPeriod"
  | "places"
  | "coversEverywhere"
  | "clause"
  | "sentence";

/** What was read so far; undefined where nobody asked. */
type Surroundings = { -readonly [field in Read]: Figure[field] | undefined } & { stretch: Span | undefined };

/** All fields in one order, so that all objects are of one shape. */
const unread = (): Surroundings => ({
  stretch: undefined,
  subject: undefined,
  isAnybody: undefined,
  predicate: undefined,
  sense: undefined,
  ways: undefined,
  isFurther: undefined,
  isSuperseded: undefined,
  isContrasted: undefined,
  against: undefined,
  isRenewed: undefined,
  isLimit: undefined,
  isPart: undefined,
  bearer: undefined,
  holder: undefined,
  beside: undefined,
  attribute: undefined,
  target: undefined,
  isNewcomer: undefined,
  time: undefined,
  window: undefined,
  includesAgent: undefined,
  ownPeriod: undefined,
  places: undefined,
  coversEverywhere: undefined,
  clause: undefined,
  sentence: undefined,
});

/**
 * A figure whose surroundings are read when they are first asked for: most figures of a story of one member are never compared
 * with another, and of those that are many differ in what is cheap to know.
 */
export class ReadFigure implements Figure {
  readonly id: string;
  readonly member: ReconcileMember;
  readonly mention: NumericMention;
  readonly quantity: Quantity;
  readonly isAge: boolean;
  readonly lineage: string;
  readonly language: string;
  readonly thing: string | null;
  readonly kind: string | null;
  readonly numberKey: string;
  readonly writtenKey: string;
  readonly sentenceSpan: Span;
  readonly stretchKey: string;
  private readonly document: DocumentOfFigures;
  private readonly read: Surroundings = unread();

  constructor(id: string, mention: NumericMention, quantity: Quantity, age: boolean, document: DocumentOfFigures) {
    this.id = id;
    this.member = document.member;
    this.mention = mention;
    this.quantity = quantity;
    this.isAge = age;
    this.lineage = document.lineage;
    this.language = document.language;
    this.thing = age ? null : thingOf(mention.unit);
    this.kind = this.thing === "person" ? kindOfPeople(mention.subject) : null;
    this.numberKey = `${quantity.dimension}|${tenDigits(quantity.low)}|${tenDigits(quantity.high)}`;
    this.writtenKey = `written|${mention.range ? mention.range.join("|") : mention.value}`;
    this.sentenceSpan = sentenceAt(document.text.sentences, mention.number.span[0]);
    this.stretchKey = `${document.member.id}\u0000${this.sentenceSpan[0]}`;
    this.document = document;
  }

  private get number(): Span {
    return this.mention.number.span;
  }

  /** The stretch of its sentence that is about this figure and no other. */
  private get stretch(): Span {
    const { member, number, sentenceSpan, document } = this;
    this.read.stretch ??= withinClause(member.text, betweenNumbers(document.numbers, number, sentenceSpan), number);
    return this.read.stretch;
  }

  get subject(): readonly number[] {
    this.read.subject ??= this.mention.subject ? this.document.story.contentKeys(this.mention.subject) : [];
    return this.read.subject;
  }

  get isAnybody(): boolean {
    this.read.isAnybody ??= this.subject.every((word) => ANYBODY.has(this.document.story.vocabulary.text(word)));
    return this.read.isAnybody;
  }

  get predicate(): number | null {
    const { predicate } = this.mention;
    if (this.read.predicate === undefined)
      this.read.predicate = predicate ? (this.document.story.contentKeys(predicate)[0] ?? null) : null;
    return this.read.predicate;
  }

  get verbField(): string | null {
    return this.mention.predicate ? fieldOfVerb(stem(fold(this.mention.predicate))) : null;
  }

  get sense(): Sense | null {
    if (this.read.sense === undefined) this.read.sense = this.readSense();
    return this.read.sense;
  }

  private readSense(): Sense | null {
    const { member, number, quantity, mention, thing } = this;
    // “231-204”, “47 deputies voted against”: the sides were read with the numbers.
    if ((thing === "vote" || thing === "person") && (mention.polarity === "for" || mention.polarity === "against"))
      return { field: "vote", sign: mention.polarity === "for" ? 1 : -1 };
    if (quantity.dimension !== "percent" && isPart(member.text, number)) return null;
    const score = quantity.dimension === "percent" ? placeInScore(member.text, number) : 0;
    if (score !== 0) return { field: "vote", sign: score };
    const around = senseAround(this.document, this.predicate, this.stretch, number, this.sentenceSpan);
    // Where the senses of stories find a word in all its forms they know sums and counts already, and more would part what is one.
    const isRate = quantity.dimension === "percent" || !traitsOf(this.language).knowsEndings;
    return around ?? (isRate ? senseOfPolarity(mention) : null);
  }

  get tally(): string | null {
    return tallyOf(this.sense, this.quantity.dimension);
  }

  get places(): readonly string[] {
    this.read.places ??= this.mention.place ? this.placesOf(this.mention.place) : NO_PLACES;
    return this.read.places;
  }

  get coversEverywhere(): boolean {
    this.read.coversEverywhere ??= coversEverywhere(this.member.text, this.stretch);
    return this.read.coversEverywhere;
  }

  /** A place the sentence does not name was carried over from another one, and may be another figure's. */
  private placesOf(place: string): string[] {
    const { known, story } = this.document;
    return story
      .contentKeys(properWords(place))
      .filter((word) => (known.size === 0 || known.has(word)) && this.sentence.includes(word))
      .map((word) => story.vocabulary.text(word));
  }

  get ways(): ReadonlyMap<string, Sign> {
    this.read.ways ??= waysOf(this.document, this.places, this.sentenceSpan);
    return this.read.ways;
  }

  get isFurther(): boolean {
    // "Three more were hurt" counts on from the dead, "5,000 more doses" from other doses.
    const isTold = (): boolean => this.sense !== null && this.sense.field !== "gain";
    const isTally = (): boolean => this.tally !== null;
    this.read.isFurther ??= isFurther(this.member.text, this.number, isTold, isTally);
    return this.read.isFurther;
  }

  get isSuperseded(): boolean {
    this.read.isSuperseded ??= isSuperseded(this.member.text, [this.sentenceSpan[0], this.stretch[1]], this.number);
    return this.read.isSuperseded;
  }

  get isContrasted(): boolean {
    this.read.isContrasted ??= isContrasted(this.member.text, this.sentenceSpan, this.number);
    return this.read.isContrasted;
  }

  get against(): Figure | null {
    if (this.read.against === undefined) this.read.against = this.document.setAgainst(this);
    return this.read.against;
  }

  get isRenewed(): boolean {
    this.read.isRenewed ??= isRenewed(this.member.text, this.sentenceSpan, this.number);
    return this.read.isRenewed;
  }

  get isLimit(): boolean {
    this.read.isLimit ??= isLimit(this.member.text, this.number, this.quantity.dimension);
    return this.read.isLimit;
  }

  get isPart(): boolean {
    this.read.isPart ??=
      this.quantity.dimension === "count" &&
      isPart(this.member.text, this.number) &&
      // "Twelve of the 31 injured" are a part of the toll.
      (this.thing === null || this.thing === "person" || !isOfSoMany(this.member.text, this.number));
    return this.read.isPart;
  }

  get bearer(): Bearer | null {
    if (this.read.bearer === undefined)
      this.read.bearer = this.isAge ? bearerOf(this.member.text, this.document.people, this.sentenceSpan, this.number) : null;
    return this.read.bearer;
  }

  get holder(): Bearer | null {
    if (this.read.holder === undefined)
      this.read.holder = this.isAge ? null : holderOf(this.member.text, this.document.people, this.stretch, this.number);
    return this.read.holder;
  }

  get beside(): readonly string[] {
    if (this.read.beside === undefined) this.read.beside = this.readBeside();
    return this.read.beside;
  }

  private readBeside(): readonly string[] {
    const { member, stretch, number, document, language, mention, quantity } = this;
    // A capital that every noun has tells no name.
    if (quantity.dimension !== "percent" || traitsOf(language).capitalisesNouns) return NOBODY;
    const place = mention.place === null ? "" : fold(mention.place);
    const names = namesBeside(member.text, stretch, number, (word) => !place.includes(word) && document.isName(word));
    // Who tells it need not be who has it.
    const source = mention.attributed_to === null ? "" : fold(mention.attributed_to);
    return names.some((word) => source.includes(word)) ? NOBODY : names;
  }

  get attribute(): string | null {
    if (this.read.attribute === undefined) {
      const { quantity, member, stretch, sentenceSpan, number } = this;
      const { dimension } = quantity;
      this.read.attribute = hasAttributes(dimension)
        ? attributeOf(member.text, [Math.max(sentenceSpan[0], stretch[0]), stretch[1]], number, dimension, this.language)
        : null;
    }
    return this.read.attribute;
  }

  get target(): string | null {
    if (this.read.target === undefined) {
      const { dimension } = this.quantity;
      this.read.target =
        dimension === "percent" || dimension.startsWith("money:")
          ? targetOf(this.member.text, this.number, this.sentenceSpan[1], this.language)
          : null;
    }
    return this.read.target;
  }

  get isNewcomer(): boolean {
    this.read.isNewcomer ??=
      this.isAge &&
      INTRODUCED.test(this.member.text.slice(Math.max(0, this.number[0] - 12), this.number[0])) &&
      this.document.tellsAgeBefore(this.mention.value, this.number[0]);
    return this.read.isNewcomer;
  }

  get toppedBy(): Figure | null {
    return this.document.headOver(this);
  }

  get time(): Figure["time"] {
    this.read.time ??= timeOf(this.member.text, this.stretch, this.number, this.quantity.dimension);
    return this.read.time;
  }

  get window(): string | null {
    if (this.read.window === undefined) this.read.window = windowOf(this.member.text, this.sentenceSpan, this.number);
    return this.read.window;
  }

  get includesAgent(): boolean {
    this.read.includesAgent ??= includesAgent(this.member.text, this.number, this.sentenceSpan);
    return this.read.includesAgent;
  }

  get ownPeriod(): string | null {
    if (this.read.ownPeriod === undefined)
      this.read.ownPeriod = ownPeriodOf(this.member, this.stretch, this.number, this.sentenceSpan);
    return this.read.ownPeriod;
  }

  get clause(): readonly number[] {
    this.read.clause ??= contextOf(this.document, this.mention.span, this.number);
    return this.read.clause;
  }

  get sentence(): readonly number[] {
    this.read.sentence ??= contextOf(this.document, this.sentenceSpan, this.number);
    return this.read.sentence;
  }
}

/** A number to ten digits, whole ones as they are: two numbers give one key where they agree so far. */
const tenDigits = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e10 ? value : Number(value.toPrecision(10));

/** Named places only: "neighboring countries" and "all directions" contradict no place. Scripts without case pass whole. */
function properWords(place: string): string {
  return place
    .split(/\s+/)
    .filter((word) => !/^\p{Ll}/u.test(word))
    .join(" ");
}

/** They agree with every subject that counts persons and contradict none. */
const ANYBODY = new Set(storyForms("anybody").map((word) => stem(fold(word))));

/** The day of the report is no period of its own: nearly every figure is told on it. */
function ownPeriodOf(member: ReconcileMember, stretch: Span, number: Span, sentence: Span): string | null {
  const period = periodIn(member.text, member.facts?.dates ?? [], stretch, number, stretch[0] === sentence[0]);
  const day = member.published_at ?? member.facts?.publication_date ?? member.facts?.event_date;
  return period && day && daysApart(period, day.slice(0, 10)) <= 1 ? null : period;
}

/** Which way the counted went, for each place word of the figure that stands in its sentence. */
function waysOf({ story, text }: DocumentOfFigures, places: readonly string[], [start, end]: Span): ReadonlyMap<string, Sign> {
  if (places.length === 0) return NO_WAYS;
  const ways = new Map<string, Sign>();
  const { vocabulary } = story;
  const { codes, from, to, starts } = text.between(start, end);
  for (let i = from; i < to; i++) {
    const word = vocabulary.text(keyOf(codes[i] ?? 0));
    if (!places.includes(word) || ways.has(word)) continue;
    const before = text.before(starts[i] ?? 0, start, 4).map((code) => vocabulary.text(keyOf(code)));
    const sign = wayOf(before);
    if (sign !== 0) ways.set(word, sign);
  }
  return ways;
}

/** Context further than this from the figure says nothing about it, and a text without a full stop must stay cheap. */
const CONTEXT = 400;

/** Content words of a clause or sentence, the figure's own left out. */
function contextOf({ story, text }: DocumentOfFigures, whole: Span, hole: Span): number[] {
  const start = Math.max(whole[0], hole[0] - CONTEXT);
  const end = Math.min(whole[1], hole[1] + CONTEXT);
  const left = text.codesBetween(start, Math.max(start, hole[0]));
  const right = text.codesBetween(Math.min(end, hole[1]), end);
  return story.vocabulary.contentKeysOf(left, right);
}
