import { placeOfWord, remembering, tableBytes } from "./hash-table.ts";

/** What nouns are words for, in WordNet's order. */
const nounClasses = [
  "top",
  "act",
  "animal",
  "artifact",
  "attribute",
  "body",
  "cognition",
  "communication",
  "event",
  "feeling",
  "food",
  "group",
  "location",
  "motive",
  "object",
  "person",
  "phenomenon",
  "plant",
  "possession",
  "process",
  "quantity",
  "relation",
  "shape",
  "state",
  "substance",
  "time",
] as const;

/** WordNet's classes of nouns: “baker” is a person, “committee” a group, “bridge” an artifact, “blaze” an event or process. */
export type NounClass = (typeof nounClasses)[number];

/** What is known of an English word in lower case, in its basic form. */
interface EnglishWord {
  /** WordNet's tagged texts have it: no rare word that is a name more often. */
  readonly isPlain: boolean;
  readonly isAdjective: boolean;
  readonly isVerb: boolean;
  readonly isAdverb: boolean;
  /** Its meanings as a noun, the commonest first, at most two: numbers for {@link classOfMeaning}. Words of one meaning share it. */
  readonly meanings: readonly number[];
}

/** English words by the hashes of their basic forms. A meaning is written as its number plus one, and none as 0. */
interface Words {
  readonly hashes: Uint32Array;
  readonly meanings: readonly [Uint16Array, Uint16Array];
  readonly flags: Uint8Array;
}

/** What nouns mean. */
interface Meanings {
  readonly above: Uint16Array;
  readonly classes: Uint8Array;
}

// Read when first asked.
let words: Words | null = null;
let meanings: Meanings | null = null;

function readWords(): Words {
  const bytes = tableBytes("english-words");
  const count = bytes.length / 9;
  const { buffer } = bytes;
  return {
    hashes: new Uint32Array(buffer, 0, count),
    meanings: [new Uint16Array(buffer, count * 4, count), new Uint16Array(buffer, count * 6, count)],
    flags: bytes.subarray(count * 8),
  };
}

function readMeanings(): Meanings {
  const bytes = tableBytes("english-meanings");
  const count = bytes.length / 3;
  return { above: new Uint16Array(bytes.buffer, 0, count), classes: bytes.subarray(count * 2) };
}

/** What is known of a word in lower case; null for what is no English word, or an inflected one. */
export const englishWord: (lower: string) => EnglishWord | null = remembering((lower) => {
  words ??= readWords();
  const { hashes, flags, meanings: columns } = words;
  const place = placeOfWord(hashes, lower);
  if (place < 0) return null;
  const bits = flags[place] as number;
  const known = columns.map((column) => (column[place] as number) - 1).filter((meaning) => meaning >= 0);
  return {
    isPlain: (bits & 1) > 0,
    isAdjective: (bits & 2) > 0,
    isVerb: (bits & 4) > 0,
    isAdverb: (bits & 8) > 0,
    meanings: known,
  };
});

/** The noun a form is of: itself or, for a regular plural, its singular; null where neither is an English noun. */
export function englishNoun(lower: string): EnglishWord | null {
  for (const form of [lower, ...singulars(lower)]) {
    const word = englishWord(form);
    if (word !== null && word.meanings.length > 0) return word;
  }
  return null;
}

/** What a regular plural may be the plural of: “houses”, “parties”, “boxes”. */
function singulars(lower: string): string[] {
  if (!lower.endsWith("s") || lower.length < 4 || lower.endsWith("ss")) return [];
  const stems = [lower.slice(0, -1)];
  if (lower.endsWith("es")) stems.push(lower.slice(0, -2));
  if (lower.endsWith("ies")) stems.push(`${lower.slice(0, -3)}y`);
  return stems;
}

/** Whether a form of a word that is no noun is a verb's: “spends”, “eats”. */
export function isVerbOnly(lower: string): boolean {
  if (englishNoun(lower) !== null) return false;
  return singulars(lower).some((form) => englishWord(form)?.isVerb === true);
}

/** Comparatives and participles that WordNet has as people too: “the longer”, “the chosen”. */
const noPersonEnding = /(?:ed|en|ens)$/;
const comparative = /^(.{3,}?)er$/;

/** Whether a form is a noun for people before all else, in the singular or plural: “passengers”, “baker”; “guide” is a verb as well. */
export const isPersonNoun: (lower: string) => boolean = remembering((lower) => {
  const noun = englishNoun(lower);
  if (noun === null || noun.isAdjective || noun.isVerb || noPersonEnding.test(lower)) return false;
  if (classOfMeaning(noun.meanings[0] as number) !== "person") return false;
  const stem = comparative.exec(lower)?.[1];
  return stem === undefined || !(englishWord(stem)?.isAdjective || englishWord(`${stem}e`)?.isAdjective);
});

/** The class of a meaning. */
export function classOfMeaning(meaning: number): NounClass {
  meanings ??= readMeanings();
  return nounClasses[meanings.classes[meaning] as number] ?? "top";
}

/** The meaning that a meaning is a kind of: a “residence” is a “house”; null for the most general. */
export function meaningAbove(meaning: number): number | null {
  meanings ??= readMeanings();
  const above = meanings.above[meaning] as number;
  return above === 0 ? null : above - 1;
}
