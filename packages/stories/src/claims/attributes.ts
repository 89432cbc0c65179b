/** What a sum of money or a share is an amount of, and which extent of a thing is measured, by the nearest word that names it. */
import type { Span } from "@wirefold/core";
import { ATTRIBUTE_WORDS, stem, type Traits, traitsOf } from "@wirefold/text";
import { anyStoryForm } from "@wirefold/text/story-words";

/** The attributes that a value of a dimension may be one of; a sum or share may be any other. */
const OF_DIMENSION: Readonly<Record<string, ReadonlySet<string>>> = {
  length: new Set(["length", "height", "depth", "width", "thickness", "distance", "rain"]),
  duration: new Set(["sentence", "delay", "ban", "lasting", "ago", "old", "contract", "deadline"]),
  speed: new Set(["wind"]),
  mass: new Set(["weight"]),
};
const EXTENTS: ReadonlySet<string> = new Set(Object.values(OF_DIMENSION).flatMap((names) => [...names]));

/** Whether values of the dimension are told apart by what they measure. */
export const hasAttributes = (dimension: string): boolean =>
  dimension === "percent" || dimension.startsWith("money:") || OF_DIMENSION[dimension] !== undefined;

const mayMeasure = (dimension: string, attribute: string): boolean =>
  OF_DIMENSION[dimension]?.has(attribute) ?? !EXTENTS.has(attribute);

/** "The $1.7bn project", "a £30m takeover": a sum before a noun that has a cost or a price. */
const OF_THINGS = (["costly", "bought"] as const).map(
  (form) => [form === "costly" ? "cost" : "price", new RegExp(`^[\\s-]*(?:[\\p{L}-]+ )?${anyStoryForm(form)}\\b`, "iu")] as const,
);

/** What a sum is paid for each of; what it is paid every day or year is a rate of its own dimension. */
const EACH = new RegExp(`^\\s+${anyStoryForm("each")}\\s+(?!${anyStoryForm("timeUnit")}\\b)(\\p{L}{3,})`, "iu");

/** Words on either side of the number that are looked at. */
const REACH = 9;
/** Characters that hold them. */
const NEAR = 90;
/** A word behind the number names it less often than one before: “£42m for the club that paid …”. */
const BEHIND = 3;
/** Characters behind a sum that hold the noun it describes. */
const BEFORE_NOUN = 40;
const WORD = /[\p{L}][\p{L}-]*/gu;

/** Other forms of the words: "stretched", "repairing". */
const BY_STEM = new Map([...ATTRIBUTE_WORDS].map(([word, attribute]) => [stem(word), attribute] as const).reverse());

/** Last letters of a compound that may be a word of their own: "Umbaukosten". */
const TAIL_MIN = 5;
const TAIL_MAX = 9;

function attributeIn(word: string, dimension: string, traits: Traits): string | null {
  const named = (each: string): string | null => {
    const attribute = ATTRIBUTE_WORDS.get(each) ?? (traits.knowsEndings ? BY_STEM.get(stem(each)) : undefined);
    return attribute !== undefined && mayMeasure(dimension, attribute) ? attribute : null;
  };
  let found = named(word);
  for (let tail = TAIL_MIN; found === null && traits.compoundsNouns && tail <= TAIL_MAX && word.length > tail + 2; tail++)
    found = named(word.slice(-tail));
  return found;
}

/** Null where no word near the number names what is measured. */
export function attributeOf(text: string, [start, end]: Span, number: Span, dimension: string, language: string): string | null {
  const before =
    text
      .slice(Math.max(start, number[0] - NEAR), number[0])
      .toLowerCase()
      .match(WORD) ?? [];
  const after =
    text
      .slice(number[1], Math.min(end, number[1] + NEAR))
      .toLowerCase()
      .match(WORD) ?? [];
  const isSum = dimension.startsWith("money:");
  const traits = traitsOf(language);
  let best: string | null = isSum
    ? (OF_THINGS.find(([, noun]) => noun.test(text.slice(number[1], Math.min(end, number[1] + BEFORE_NOUN))))?.[0] ?? null)
    : null;
  // "2.40 crowns a share", "under $4 per dose"
  const each = isSum ? EACH.exec(text.slice(number[1], Math.min(end, number[1] + BEFORE_NOUN)))?.[1] : undefined;
  if (each !== undefined) return `per ${stem(each.toLowerCase())}`;
  if (best !== null) return best;
  let bestGap = REACH + 1;
  before.reverse().forEach((word, gap) => {
    const attribute = gap < bestGap ? attributeIn(word, dimension, traits) : null;
    if (attribute === null) return;
    best = attribute;
    bestGap = gap;
  });
  after.forEach((word, at) => {
    // "14 metres long" is a length whatever stands before it.
    const gap = isSum || dimension === "percent" ? at + BEHIND : at;
    const attribute = gap < bestGap ? attributeIn(word, dimension, traits) : null;
    if (attribute === null) return;
    best = attribute;
    bestGap = gap;
  });
  return best;
}
