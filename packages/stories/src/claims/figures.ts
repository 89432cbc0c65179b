import type { NumericMention, Span } from "@wirefold/core";
import { compareStrings } from "@wirefold/core";
import type { ReconcileMember } from "../reconcile-member.ts";
import { sentenceAt } from "../words/sentence-spans.ts";
import type { StoryText, TextWords } from "../words/story-text.ts";
import { keyOf, Rarity, type Vocabulary } from "../words/vocabulary.ts";
import { predicateClassOf, REACH } from "./predicate-classes.ts";
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
  /** What happens to the counted, as a class: "die", "enter"… Null where the clause names none. */
  readonly predicateClass: string | null;
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
      const quantity = quantityOf(mention);
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
      const part = isPart(member.text, number[1]);
      own.push({
        id,
        member,
        mention,
        quantity,
        thing: thingOf(mention.unit),
        numberKey: `${quantity.dimension}|${quantity.low.toPrecision(10)}|${quantity.high.toPrecision(10)}`,
        writtenKey: `written|${mention.range ? mention.range.join("|") : mention.value}`,
        lineage: lineageOf.get(member.id)!,
        language,
        subject,
        isAnybody: subject.every((word) => ANYBODY.has(vocabulary.text(word))),
        predicate,
        predicateClass: part
          ? null
          : classAround(words, vocabulary, predicate, betweenNumbers(numbers, number, sentenceSpan), number),
        // A place the sentence does not name was carried over from another one, and may be another figure's.
        places: mention.place
          ? story
              .contentKeys(properWords(mention.place))
              .filter((word) => (known.size === 0 || known.has(word)) && sentence.includes(word))
              .map((word) => vocabulary.text(word))
          : [],
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

/** "Five of the injured": a part of the tally, not the tally. */
const PART_OF = /^\s+(?:of (?:the|them|those|these|whom|its|their|his|her)\b|davon\b|d['’]entre\b|de (?:ellos|ellas)\b)/iu;

function isPart(text: string, after: number): boolean {
  // Most figures stand before a noun; the first letter tells.
  let at = after;
  while (text.charCodeAt(at) === 0x20) at++;
  const letter = text.charCodeAt(at) | 32;
  const mayBe = letter === 0x6f || letter === 0x64 || (at < text.length && /\s/.test(text[at]!));
  return mayBe && PART_OF.test(text.slice(after, after + 40));
}

/** The stretch of the sentence that belongs to one figure: it ends at the next figure on either side. */
function betweenNumbers(numbers: readonly Span[], own: Span, sentence: Span): Span {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]![0] < own[0]) low = middle + 1;
    else high = middle;
  }
  let next = low;
  while (next < numbers.length && numbers[next]![0] < own[1]) next++;
  return [Math.max(sentence[0], numbers[low - 1]?.[1] ?? 0), Math.min(sentence[1], numbers[next]?.[0] ?? sentence[1])];
}

/** What happens to the counted, by the words of the stretch before and after the figure. */
function classAround(
  words: TextWords,
  vocabulary: Vocabulary,
  predicate: number | null,
  [start, end]: Span,
  [from, to]: Span,
): string | null {
  const read = (code: number): string => vocabulary.text(keyOf(code));
  return predicateClassOf(
    predicate === null ? null : vocabulary.text(predicate),
    words.before(from, Math.max(start, from - NEAR), REACH).map(read),
    words.after(to, Math.min(end, to + NEAR), REACH).map(read),
  );
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
