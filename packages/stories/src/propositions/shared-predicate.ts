/**
 * Compares clauses as predicates: "Port officials opened the hall" and "The navy opened the hall" share their end and differ
 * in their head. Read from the words and their order, so it holds where a parser would stumble.
 */

import { fold } from "@wirefold/text";
import { languageFor } from "@wirefold/text/grammar";
import { anyStoryForm } from "@wirefold/text/story-words";
import { numberAt } from "../words/number-at.ts";
import { isFunctionCode, keyOf, type Run } from "../words/vocabulary.ts";
import { isAgent } from "./agents.ts";

export interface Clause {
  readonly text: string;
  /** Content words in order, and where each begins in `text`. */
  readonly keys: readonly number[];
  readonly starts: readonly number[];
}

/** What two clauses share from some word on. */
export interface SharedPredicate {
  /** Text before the predicate in each clause. */
  readonly headA: string;
  readonly headB: string;
  /** Content words matched, and their share of each clause's words from the predicate's first word on. */
  readonly matched: number;
  readonly coverA: number;
  readonly coverB: number;
}

/** Longer clauses are compared by their first words; an assertion is a clause, not a page. */
const WORDS_MAX = 40;
const MATCHED_MIN = 3;
const COVER_MIN = 0.7;
/** "The Transport Ministry for the republic of North Sarn" has nine; a head longer than this holds a clause of its own. */
const AGENT_WORDS_MAX = 11;

/** The clause of an assertion, whose words `run` holds; its text begins at `offset` of theirs. */
export function clauseOf(text: string, { codes, starts, from, to }: Run, offset: number): Clause {
  const keys: number[] = [];
  const places: number[] = [];
  for (let i = from; i < to && keys.length < WORDS_MAX; i++) {
    const code = numberAt(codes, i);
    if (isFunctionCode(code)) continue;
    keys.push(keyOf(code));
    places.push(numberAt(starts, i) - offset);
  }
  return { text, keys, starts: places };
}

export function sharedPredicate(a: Clause, b: Clause): SharedPredicate | null {
  const [m, n] = [a.keys.length, b.keys.length];
  if (Math.min(m, n) < MATCHED_MIN) return null;
  if (isSame(a.keys, b.keys))
    return { headA: a.text.slice(0, a.starts[0]), headB: b.text.slice(0, b.starts[0]), matched: m, coverA: 1, coverB: 1 };
  if (!mayShare(a.keys, b.keys)) return null;
  const pairs = alignment(a.keys, b.keys);
  // Leading matches may be a shared adjective of two different agents; the predicate starts where both clauses run together.
  for (const [from, [i, j]] of pairs.entries()) {
    const matched = pairs.length - from;
    if (matched < MATCHED_MIN) break;
    const coverA = matched / (m - i);
    const coverB = matched / (n - j);
    if (coverA < COVER_MIN || coverB < COVER_MIN) continue;
    return { headA: a.text.slice(0, a.starts[i]), headB: b.text.slice(0, b.starts[j]), matched, coverA, coverB };
  }
  return null;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * Nearly all pairs share too few words to share a predicate, and counting is far cheaper than aligning: a predicate covers its clause
 * from its first word on, so from some word of `a` on enough words must stand in `b` at all.
 */
function mayShare(a: readonly number[], b: readonly number[]): boolean {
  let common = 0;
  for (let i = a.length - 1; i >= 0; i--) {
    if (b.includes(numberAt(a, i))) common++;
    if (common >= MATCHED_MIN && common / (a.length - i) >= COVER_MIN) return true;
  }
  return false;
}

/** One table serves all alignments: its rows are as long as the longest clause. */
const ROW = WORDS_MAX + 1;
const table = new Uint8Array(ROW * ROW);

/** Both clauses have at most `WORDS_MAX` words, so the table has every cell that is asked for. */
function cell(row: number, column: number): number {
  // biome-ignore lint/style/noNonNullAssertion: as said above, and this is asked for each pair of words of two clauses.
  return table[row * ROW + column]!;
}

/** Index pairs of a longest common subsequence. */
function alignment(a: readonly number[], b: readonly number[]): [number, number][] {
  const [m, n] = [a.length, b.length];
  table.fill(0, m * ROW, m * ROW + n + 1);
  for (let i = m - 1; i >= 0; i--) {
    const key = a[i];
    let right = 0;
    table[i * ROW + n] = 0;
    for (let j = n - 1; j >= 0; j--) {
      right = key === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), right);
      table[i * ROW + j] = right;
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < m && j < n; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (cell(i + 1, j) >= cell(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** What one does not do another need not do either: "the ministry did not". */
const DENIED = new RegExp(`(?:(?<!\\p{L})${anyStoryForm("denial")}|n['’]t)$`, "iu");

/**
 * The agent a head names, or null where it names none: a head without a word for people or bodies that act ("the
 * call-up", "his last name") is no rival to another agent. Nor is one that ends in an article or a preposition ("officials took it from
 * the"): then what both clauses share is a thing that either mentions, and no predicate.
 */
export function agentOf(head: string, names: readonly string[], language: string | null): string | null {
  const plain = head.trim().replace(/[\s,;:–—-]+$/u, "");
  const { determiners, prepositions } = languageFor(language);
  const last = fold(/\p{L}+$/u.exec(plain)?.[0] ?? "");
  if (determiners.has(last) || prepositions.has(last) || DENIED.test(plain)) return null;
  if (!plain || (!isAgent(plain) && !names.some((name) => plain.includes(name)))) return null;
  // "Sorrel harbour pilots lifted their ban and" is cut before its own verb.
  const verb = /\s(?:\p{Ll}{2,}(?:ed|ing)|has|have|had|was|were|is|are|will|would|could|can|may|who|which|that)\b.*$/u.exec(
    plain,
  );
  const before = plain.slice(0, verb?.index);
  const cut = isAgent(before) || names.some((name) => before.includes(name)) ? before : plain;
  return cut.length > 120 || cut.split(/\s+/).length > AGENT_WORDS_MAX
    ? null
    : cut.replace(/^(?:and|but|while|after|when|as|that)\s+/i, "").trim() || null;
}
