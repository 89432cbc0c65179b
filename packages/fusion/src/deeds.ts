/**
 * Compares clauses as deeds: "Port officials opened the hall" and "The navy opened the hall" share their end and differ
 * in their head. Read from the words and their order, so it holds where a parser would stumble.
 */
import { isActor } from "./actors.ts";
import { isFunctionWord, type Word, wordsOf } from "./words.ts";

export interface Clause {
  readonly text: string;
  /** Content words in order. */
  readonly words: readonly Word[];
  readonly keys: ReadonlySet<string>;
}

/** What two clauses share from some word on. */
export interface SharedDeed {
  /** Text before the deed in each clause. */
  readonly headA: string;
  readonly headB: string;
  /** Content words matched, and their share of each clause's words from the deed's first word on. */
  readonly matched: number;
  readonly coverA: number;
  readonly coverB: number;
}

/** Longer clauses are compared by their first words; an assertion is a clause, not a page. */
const WORDS_MAX = 40;
const MATCHED_MIN = 3;
const COVER_MIN = 0.7;
/** "The Interior Ministry of the republic of North Sarn" has nine; a head longer than this holds a clause of its own. */
const DOER_WORDS_MAX = 11;

export function clauseOf(text: string): Clause {
  const bounded = text.slice(0, 600);
  const words = wordsOf(bounded)
    .filter(({ key }) => !isFunctionWord(key))
    .slice(0, WORDS_MAX);
  return { text: bounded, words, keys: new Set(words.map(({ key }) => key)) };
}

export function sharedDeed(a: Clause, b: Clause): SharedDeed | null {
  // Nearly all pairs share too few words to share a deed; counting them is far cheaper than aligning them.
  let common = 0;
  for (const { key } of a.words) if (b.keys.has(key)) common++;
  if (common < MATCHED_MIN) return null;
  const pairs = alignment(a.words, b.words);
  // Leading matches may be a shared adjective of two different doers; the deed starts where both clauses run together.
  for (let from = 0; pairs.length - from >= MATCHED_MIN; from++) {
    const [i, j] = pairs[from]!;
    const matched = pairs.length - from;
    const coverA = matched / (a.words.length - i);
    const coverB = matched / (b.words.length - j);
    if (coverA < COVER_MIN || coverB < COVER_MIN) continue;
    return { headA: a.text.slice(0, a.words[i]!.start), headB: b.text.slice(0, b.words[j]!.start), matched, coverA, coverB };
  }
  return null;
}

/** Index pairs of a longest common subsequence. */
function alignment(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i]!.key === b[j]!.key ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]!.key === b[j]!.key) pairs.push([i++, j++]);
    else if (table[i + 1]![j]! >= table[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}

/**
 * The doer a head names, or null where it names none: a head without a word for people or bodies that act ("the
 * call-up", "his last name") is no rival to another doer.
 */
export function doerOf(head: string, names: readonly string[]): string | null {
  const plain = head.trim().replace(/[\s,;:–—-]+$/u, "");
  if (!plain || (!isActor(plain) && !names.some((name) => plain.includes(name)))) return null;
  // "Russian border guards relaxed regulations and" is cut before its own verb.
  const verb = /\s(?:\p{Ll}{2,}(?:ed|ing)|has|have|had|was|were|is|are|will|would|could|can|may|who|which|that)\b.*$/u.exec(
    plain,
  );
  const cut = verb && isActor(plain.slice(0, verb.index)) ? plain.slice(0, verb.index) : plain;
  return cut.length > 120 || cut.split(/\s+/).length > DOER_WORDS_MAX
    ? null
    : cut.replace(/^(?:and|but|while|after|when|as|that)\s+/i, "").trim() || null;
}
