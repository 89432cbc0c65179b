import type { NumericMention, Span } from "@wirefold/core";
import { compareStrings } from "./evidence.ts";
import { predicateClassOf } from "./predicate-classes.ts";
import { type Quantity, quantityOf } from "./quantity.ts";
import type { ReconcileMember } from "./reconcile-member.ts";
import { contentKeys, Rarity, wordsOf } from "./words.ts";

/** A numeric mention with what it is compared by. */
export interface Figure {
  readonly id: string;
  readonly member: ReconcileMember;
  readonly mention: NumericMention;
  readonly quantity: Quantity;
  readonly lineage: string;
  readonly subject: readonly string[];
  readonly predicate: string | null;
  /** What happens to the counted, as a class: "die", "enter"… Null where the clause names none. */
  readonly predicateClass: string | null;
  readonly places: readonly string[];
  /** Content words of the clause, the figure's own left out. */
  readonly clause: readonly string[];
  /** Content words of the sentence the clause stands in. */
  readonly sentence: readonly string[];
  readonly sentenceSpan: Span;
}

// "…called up. Then" | line end | a gap where the text of a document is not at hand, only the words of its facts. An
// abbreviation's stop splits too early at worst, which only narrows the context.
const SENTENCE_END = /[.!?…]["”’»)\]]*\s+(?=["“‘«([]*[\p{Lu}\p{N}])|\n+|[。！？]| {6,}| {2,5}(?=["“‘«([]{0,3}[\p{Lu}\p{N}])/gu;

/** Sentence spans of a text, ends exclusive, in order and without gaps. */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    spans.push([start, end]);
    start = end;
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans;
}

/** The sentence holding `position`, by bisection. */
export function sentenceAt(spans: readonly Span[], position: number): Span {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]![0] <= position) low = middle;
    else high = middle - 1;
  }
  return spans[low] ?? [0, 0];
}

/** Words of the names the document holds, persons aside: a place that is none of them was misread. */
function placeWords(member: ReconcileMember): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { type, canonical, mentions } of member.facts?.entities ?? [])
    if (type !== "person")
      for (const text of [canonical, ...mentions.map((mention) => mention.text)])
        for (const word of contentKeys(text)) words.add(word);
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

export interface StoryFigures {
  readonly figures: readonly Figure[];
  readonly rarity: Rarity;
}

/** Every usable figure of the story in a fixed order: originals first, so they lead their groups; then id, then place in the text. */
export function figuresOf(
  members: readonly ReconcileMember[],
  lineageOf: ReadonlyMap<string, string>,
  depthOf: (id: string) => number,
): StoryFigures {
  const figures: Figure[] = [];
  const rarity = new Rarity();
  for (const member of members) {
    const mentions = member.facts?.numeric_mentions ?? [];
    if (mentions.length === 0) continue;
    const sentences = sentenceSpans(member.text);
    const seen = new Set<string>();
    const known = placeWords(member);
    const numbers = mentions.map((mention) => mention.number.span).sort((a, b) => a[0] - b[0]);
    for (const mention of mentions) {
      const quantity = quantityOf(mention);
      const id = mentionId(member.id, mention.id);
      if (!quantity || seen.has(id)) continue;
      seen.add(id);
      const sentenceSpan = sentenceAt(sentences, mention.number.span[0]);
      const predicate = mention.predicate ? (contentKeys(mention.predicate)[0] ?? null) : null;
      const clause = contentKeys(without(member.text, mention.span, mention.number.span));
      const sentence = contentKeys(without(member.text, sentenceSpan, mention.number.span));
      rarity.add(new Set([...clause, ...sentence]));
      figures.push({
        id,
        member,
        mention,
        quantity,
        lineage: lineageOf.get(member.id)!,
        subject: contentKeys(mention.subject ?? ""),
        predicate,
        predicateClass: PART_OF.test(member.text.slice(mention.number.span[1], mention.number.span[1] + 40))
          ? null
          : predicateClassOf(
              predicate,
              ...wordsAround(member.text, betweenNumbers(numbers, mention.number.span, sentenceSpan), mention.number.span),
            ),
        // A place the sentence does not name was carried over from another one, and may be another figure's.
        places: contentKeys(properWords(mention.place ?? "")).filter(
          (word) => (known.size === 0 || known.has(word)) && sentence.includes(word),
        ),
        clause,
        sentence,
        sentenceSpan,
      });
    }
  }
  figures.sort(
    (a, b) =>
      depthOf(a.member.id) - depthOf(b.member.id) ||
      compareStrings(a.member.id, b.member.id) ||
      a.mention.number.span[0] - b.mention.number.span[0] ||
      compareStrings(a.id, b.id),
  );
  return { figures, rarity };
}

/** "Five of the injured": a part of the tally, not the tally. */
const PART_OF = /^\s+(?:of (?:the|them|those|these|whom|its|their|his|her)\b|davon\b|d['’]entre\b|de (?:ellos|ellas)\b)/iu;

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

/** Words of the sentence before and after the figure, nearest inside. */
function wordsAround(text: string, [start, end]: Span, [from, to]: Span): [string[], string[]] {
  const keys = (part: string): string[] => wordsOf(part).map(({ key }) => key);
  return [keys(text.slice(Math.max(start, from - 80), from)), keys(text.slice(to, Math.min(end, to + 80)))];
}

/** Context further than this from the figure says nothing about it, and a text without a full stop must stay cheap. */
const CONTEXT = 400;

function without(text: string, whole: Span, hole: Span): string {
  const span: Span = [Math.max(whole[0], hole[0] - CONTEXT), Math.min(whole[1], hole[1] + CONTEXT)];
  return `${text.slice(span[0], Math.max(span[0], hole[0]))} ${text.slice(Math.min(span[1], hole[1]), span[1])}`;
}
