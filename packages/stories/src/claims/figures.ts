import type { NumericMention, Span } from "@wirefold/core";
import { compareStrings } from "@wirefold/core";
import type { ReconcileMember } from "../reconcile-member.ts";
import type { StoryText } from "../words/story-text.ts";
import { Rarity, type Vocabulary } from "../words/vocabulary.ts";
import type { Bearer } from "./bearers.ts";
import { DocumentOfFigures, wordsOfNames } from "./figure-document.ts";
import { isAge } from "./figure-marks.ts";
import type { Sense, Sign } from "./predicate-senses.ts";
import { type Quantity, quantityOf } from "./quantity.ts";
import { ReadFigure } from "./read-figure.ts";
import { YEAR_OF_AGE } from "./units.ts";

/** A numeric mention with what it is compared by. */
export interface Figure {
  readonly id: string;
  readonly member: ReconcileMember;
  readonly mention: NumericMention;
  readonly quantity: Quantity;
  /** What a count counts; see `thingOf`. */
  readonly thing: string | null;
  /** What kind of people it counts; null where it does not say. */
  readonly kind: string | null;
  /** The field of its predicate, whatever else stands around it. */
  readonly verbField: string | null;
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
  /** Whose age it is; null for what is no age, or where nobody is named. */
  readonly bearer: Bearer | null;
  /** Whose share, time or sum it is, of the people named in its own words; null for ages and where nobody is named. */
  readonly holder: Bearer | null;
  /** Words of the name that a share is told of; none for other figures. */
  readonly beside: readonly string[];
  /** "Another ten": counted on top of what the document counts elsewhere. */
  readonly isFurther: boolean;
  /** "Initially said 15": the document itself says that this figure no longer holds. */
  readonly isSuperseded: boolean;
  /** "Not the 90,000 that the company admits": another's answer, which the sentence sets against one of its own. */
  readonly isContrasted: boolean;
  /** The figure of its document that its words set it against: "140,000 homes, not the 90,000 that the company admits". */
  readonly against: Figure | null;
  /** "Widened to 1.7 million": the document says that this figure takes the place of an earlier one. */
  readonly isRenewed: boolean;
  /** "In the first three weeks": the window it covers, beyond what dates say. */
  readonly window: string | null;
  /** Whether the value is the present one, an awaited one, or one named for comparison. */
  readonly time: "now" | "expected" | "earlier";
  /** "Including the gunman": the count takes in who did it. */
  readonly includesAgent: boolean;
  /** "Three of them": a part of what is counted elsewhere. */
  readonly isPart: boolean;
  /** What a sum is an amount of, or which extent was measured: see `attributeOf`. */
  readonly attribute: string | null;
  /** The country whose goods, firms or people a sum or a rate is laid on: see `targetOf`. */
  readonly target: string | null;
  /** "A 17-year-old student" in a text that has told of another of that age: somebody new. */
  readonly isNewcomer: boolean;
  /** A tally that its document tops with another, told at the head of it: a part, a place, an earlier stage. */
  readonly toppedBy: Figure | null;
  /** What must be reached or kept, not what was counted. */
  readonly isLimit: boolean;
  /** The period the figure's own clause names; a date elsewhere in the sentence may be another figure's. */
  readonly ownPeriod: string | null;
  readonly places: readonly string[];
  /** "Across the country": it covers more than a place. */
  readonly coversEverywhere: boolean;
  /** Content words of the clause, the figure's own left out. */
  readonly clause: readonly number[];
  /** Content words of the sentence the clause stands in. */
  readonly sentence: readonly number[];
  readonly sentenceSpan: Span;
  /** Names the sentence over the story. */
  readonly stretchKey: string;
}

/** Extraction names facts within a document; the record needs names that hold across the story. */
export function mentionId(doc: string, id: string): string {
  return id.startsWith(`${doc}:`) ? id : `${doc}:${id}`;
}

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
  const isName = wordsOfNames(ranked);
  for (const member of ranked) {
    const mentions = member.facts?.numeric_mentions ?? [];
    if (mentions.length === 0) continue;
    const document = new DocumentOfFigures(member, lineageOf.get(member.id) ?? "", story, isName);
    const seen = new Set<string>();
    const own: Figure[] = [];
    for (const mention of mentions) {
      const age = isAge(member.text, mention, (at) => document.people.some(({ span }) => span[1] === at));
      // An age is one whether or not its years are named.
      const quantity = quantityOf(age ? { ...mention, unit: YEAR_OF_AGE } : mention);
      const id = mentionId(member.id, mention.id);
      if (!quantity || seen.has(id)) continue;
      seen.add(id);
      own.push(new ReadFigure(id, mention, quantity, age, document));
    }
    own.sort((a, b) => a.mention.number.span[0] - b.mention.number.span[0] || compareStrings(a.id, b.id));
    document.hold(own);
    for (const figure of own) figures.push(figure);
  }
  const { vocabulary } = story;
  const contexts = function* () {
    for (const { clause, sentence } of figures) yield union(clause, sentence, vocabulary);
  };
  return { figures, rarity: new Rarity(vocabulary, contexts) };
}

function union(a: readonly number[], b: readonly number[], vocabulary: Vocabulary): number[] {
  vocabulary.mark(a);
  const all = [...a];
  for (const key of b) if (!vocabulary.isMarked(key)) all.push(key);
  return all;
}
