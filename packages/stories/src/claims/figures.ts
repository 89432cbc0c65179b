import type { NumericMention, Span } from "@wirefold/core";
import { compareStrings } from "@wirefold/core";
import type { ReconcileMember } from "../reconcile-member.ts";
import { sentenceAt } from "../words/sentence-spans.ts";
import type { StoryText, TextWords } from "../words/story-text.ts";
import { keyOf, Rarity, type Vocabulary } from "../words/vocabulary.ts";
import { amountOf } from "./amounts.ts";
import {
  betweenNumbers,
  includesAgent,
  isAge,
  isFurther,
  isLevel,
  isLimit,
  isPart,
  isSuperseded,
  periodIn,
  placeInScore,
  timeOf,
  windowOf,
  withinClause,
  withinMarks,
} from "./figure-marks.ts";
import { daysApart } from "./periods.ts";
import { REACH, type Sense, type Sign, senseOf, tallyOf, wayOf } from "./predicate-senses.ts";
import { type Quantity, quantityOf } from "./quantity.ts";
import { thingOf } from "./units.ts";

/** A numeric mention with what it is compared by. */
export interface Figure {
  readonly id: string;
  readonly member: ReconcileMember;
  readonly mention: NumericMention;
  readonly quantity: Quantity;
  /** What a count counts; see `thingOf`. */
  readonly thing: string | null;
  /** The number on its scale, and the number as written, for units that one of the two articles leaves out. */
  readonly numberKey: string;
  readonly writtenKey: string;
  readonly lineage: string;
  /** Two letters; empty where nobody knows. */
  readonly language: string;
  readonly subject: readonly number[];
  /** Whether the subject names nobody in particular: "people", "residents". */
  readonly isAnybody: boolean;
  readonly predicate: number | null;
  /** What happens to the counted, and which way: "die", "gain"… Null where the clause says neither. */
  readonly sense: Sense | null;
  /** What a story has one count of, where this figure is it: see `tallyOf`. */
  readonly tally: string | null;
  /** Per place word, whether the counted go there (+1) or come from there (-1). */
  readonly ways: ReadonlyMap<string, Sign>;
  /** Somebody's age: "19-year-old", "Otto Brack, 54,". */
  readonly isAge: boolean;
  /** "Another ten": counted on top of what the document counts elsewhere. */
  readonly isFurther: boolean;
  /** "Initially said 15": the document itself says that this figure no longer holds. */
  readonly isSuperseded: boolean;
  /** "In the first three weeks": the window it covers, beyond what dates say. */
  readonly window: string | null;
  /** Whether the value is the present one, an awaited one, or one named for comparison. */
  readonly time: "now" | "expected" | "earlier";
  /** "Including the gunman": the count takes in who did it. */
  readonly includesAgent: boolean;
  /** "Three of them": a part of what is counted elsewhere. */
  readonly isPart: boolean;
  /** What a sum or share is an amount of: see `amountOf`. */
  readonly amount: string | null;
  /** What must be reached or kept, not what was counted. */
  readonly isLimit: boolean;
  /** The period the figure's own clause names; a date elsewhere in the sentence may be another figure's. */
  readonly ownPeriod: string | null;
  readonly places: readonly string[];
  /** Content words of the clause, the figure's own left out. */
  readonly clause: readonly number[];
  /** Content words of the sentence the clause stands in. */
  readonly sentence: readonly number[];
  readonly sentenceSpan: Span;
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

/** Named places only: "neighboring countries" and "all directions" contradict no place. Scripts without case pass whole. */
function properWords(place: string): string {
  return place
    .split(/\s+/)
    .filter((word) => !/^\p{Ll}/u.test(word))
    .join(" ");
}

/** Extraction names facts within a document; the record needs names that hold across the story. */
export function mentionId(doc: string, id: string): string {
  return id.startsWith(`${doc}:`) ? id : `${doc}:${id}`;
}

/** "people" and "population" name nobody: they agree with every subject that counts persons and contradict none. */
const ANYBODY = new Set([
  "peopl",
  "person",
  "popul",
  "human",
  "individual",
  "citizen",
  "resid",
  "inhabit",
  "men",
  "man",
  "women",
  "dead",
  "death",
  "injur",
  "hurt",
  "wound",
]);

export interface StoryFigures {
  readonly figures: readonly Figure[];
  readonly rarity: Rarity;
}

/** Every usable figure of the story, members in the order given (originals first, so they lead their groups), then by place in the text. */
export function figuresOf(
  ranked: readonly ReconcileMember[],
  lineageOf: ReadonlyMap<string, string>,
  story: StoryText,
): StoryFigures {
  const figures: Figure[] = [];
  const { vocabulary } = story;
  const rarity = new Rarity(vocabulary);
  for (const member of ranked) {
    const mentions = member.facts?.numeric_mentions ?? [];
    if (mentions.length === 0) continue;
    const { words, sentences } = story.of(member);
    const seen = new Set<string>();
    const known = placeWords(member, story);
    const numbers = mentions.map((mention) => mention.number.span).sort((a, b) => a[0] - b[0]);
    const own: Figure[] = [];
    const language = (member.language ?? member.facts?.language ?? "").slice(0, 2).toLowerCase();
    for (const mention of mentions) {
      const age = isAge(member.text, mention);
      // An age is one whether or not its years are named.
      const quantity = quantityOf(age ? { ...mention, unit: "year of age" } : mention);
      const id = mentionId(member.id, mention.id);
      if (!quantity || seen.has(id)) continue;
      seen.add(id);
      const number = mention.number.span;
      const sentenceSpan = sentenceAt(sentences, number[0]);
      const predicate = mention.predicate ? (story.contentKeys(mention.predicate)[0] ?? null) : null;
      const subject = mention.subject ? story.contentKeys(mention.subject) : [];
      const clause = contextOf(words, vocabulary, mention.span, number);
      const sentence = contextOf(words, vocabulary, sentenceSpan, number);
      rarity.add(union(clause, sentence, vocabulary));
      const stretch = withinClause(member.text, betweenNumbers(numbers, number, sentenceSpan), number);
      // A place the sentence does not name was carried over from another one, and may be another figure's.
      const places = mention.place
        ? story
            .contentKeys(properWords(mention.place))
            .filter((word) => (known.size === 0 || known.has(word)) && sentence.includes(word))
            .map((word) => vocabulary.text(word))
        : [];
      const sense =
        quantity.dimension !== "percent" && isPart(member.text, number)
          ? null
          : senseAround(words, vocabulary, predicate, member.text, stretch, number);
      const score = quantity.dimension === "percent" ? placeInScore(member.text, number) : 0;
      own.push({
        id,
        member,
        mention,
        quantity,
        thing: age ? null : thingOf(mention.unit),
        numberKey: `${quantity.dimension}|${quantity.low.toPrecision(10)}|${quantity.high.toPrecision(10)}`,
        writtenKey: `written|${mention.range ? mention.range.join("|") : mention.value}`,
        lineage: lineageOf.get(member.id)!,
        language,
        subject,
        isAnybody: subject.every((word) => ANYBODY.has(vocabulary.text(word))),
        predicate,
        sense: score === 0 ? sense : { field: "vote", sign: score },
        tally: tallyOf(score === 0 ? sense : { field: "vote", sign: score }, quantity.dimension),
        ways: waysOf(words, vocabulary, places, sentenceSpan),
        places,
        isAge: age,
        isFurther: isFurther(member.text, number[0]),
        isSuperseded: isSuperseded(member.text, [sentenceSpan[0], stretch[1]], number),
        isLimit: isLimit(member.text, number),
        isPart: quantity.dimension === "count" && isPart(member.text, number),
        amount:
          quantity.dimension === "percent" || quantity.dimension.startsWith("money:")
            ? amountOf(member.text, [Math.max(sentenceSpan[0], stretch[0]), stretch[1]], number)
            : null,
        time: timeOf(member.text, stretch, number),
        window: windowOf(member.text, sentenceSpan, number),
        includesAgent: includesAgent(member.text, number, sentenceSpan),
        ownPeriod: ownPeriodOf(member, stretch, number, sentenceSpan),
        clause,
        sentence,
        sentenceSpan,
      });
    }
    own.sort((a, b) => a.mention.number.span[0] - b.mention.number.span[0] || compareStrings(a.id, b.id));
    for (const figure of own) figures.push(figure);
  }
  return { figures, rarity };
}

/** What happens to the counted, by the words around the figure: those without a comma in between first. */
function senseAround(
  words: TextWords,
  vocabulary: Vocabulary,
  predicate: number | null,
  text: string,
  stretch: Span,
  number: Span,
): Sense | null {
  const read = (code: number): string => vocabulary.text(keyOf(code));
  const verb = predicate === null ? null : vocabulary.text(predicate);
  const within = withinMarks(text, [Math.max(stretch[0], number[0] - NEAR), Math.min(stretch[1], number[1] + NEAR)], number);
  const around = ([start, end]: Span): Sense | null =>
    senseOf(null, words.before(number[0], start, REACH).map(read), words.after(number[1], end, REACH).map(read));
  const sense =
    around(within) ??
    around([Math.max(stretch[0], number[0] - NEAR), Math.min(stretch[1], number[1] + NEAR)]) ??
    senseOf(verb, [], []);
  return sense && sense.sign !== 0 && sense.field !== "vote" && isLevel(text, number[0])
    ? { field: sense.field, sign: 0 }
    : sense;
}

/** The day of the report is no period of its own: nearly every figure is told on it. */
function ownPeriodOf(member: ReconcileMember, stretch: Span, number: Span, sentence: Span): string | null {
  const period = periodIn(member.text, member.facts?.dates ?? [], stretch, number, stretch[0] === sentence[0]);
  const day = member.published_at ?? member.facts?.publication_date;
  return period && day && daysApart(period, day.slice(0, 10)) <= 1 ? null : period;
}

/** Which way the counted went, for each place word of the figure that stands in its sentence. */
function waysOf(words: TextWords, vocabulary: Vocabulary, places: readonly string[], [start, end]: Span): Map<string, Sign> {
  const ways = new Map<string, Sign>();
  if (places.length === 0) return ways;
  const { codes, from, to, starts } = words.between(start, end);
  for (let i = from; i < to; i++) {
    const word = vocabulary.text(keyOf(codes[i] ?? 0));
    if (!places.includes(word) || ways.has(word)) continue;
    const before = words.before(starts[i] ?? 0, start, 4).map((code) => vocabulary.text(keyOf(code)));
    const sign = wayOf(before);
    if (sign !== 0) ways.set(word, sign);
  }
  return ways;
}

/** Characters on either side of a figure in which what happens to the counted is looked for. */
const NEAR = 80;

/** Context further than this from the figure says nothing about it, and a text without a full stop must stay cheap. */
const CONTEXT = 400;

/** Content words of a clause or sentence, the figure's own left out. */
function contextOf(words: TextWords, vocabulary: Vocabulary, whole: Span, hole: Span): number[] {
  const start = Math.max(whole[0], hole[0] - CONTEXT);
  const end = Math.min(whole[1], hole[1] + CONTEXT);
  const left = words.between(start, Math.max(start, hole[0]));
  const right = words.between(Math.min(end, hole[1]), end);
  return vocabulary.contentKeysOf(left, right);
}

function union(a: readonly number[], b: readonly number[], vocabulary: Vocabulary): number[] {
  vocabulary.mark(a);
  const all = [...a];
  for (const key of b) if (!vocabulary.isMarked(key)) all.push(key);
  return all;
}
