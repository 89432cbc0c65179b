import type { Edge, SharedPassage } from "@wirefold/core";
import { createTokenBuffer, findQuotedSpans, foldText, hashStem, mix32, tokenize } from "@wirefold/text";
import { figureValue } from "./figure-tokens.ts";

/**
 * What two texts have in common word for word: runs of equal word stems, the longest first, no word used twice (greedy
 * string tiling; Wise 1993), found through the places of four-word sequences rather than by comparing all with all.
 */
export interface SharedPassageOptions {
  /** Runs of fewer words are not shown. @default 5 */
  readonly wordsMin?: number;
  /** At most this many, the longest. @default 200 */
  readonly passagesMax?: number;
  /** A passage is cut after this many UTF-16 units, at a word's end. @default unlimited */
  readonly lengthMax?: number;
}

/** Longer texts are read up to here: some 60 pages, and the bound on the work. */
const TOKENS_MAX = 20_000;
const SEED = 4;
/** A sequence that stands in more places is a refrain; its first places are enough. */
const PLACES_MAX = 24;

interface Words {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly hash: Uint32Array;
  /** A hash of the {@link SEED} words that begin at each place. */
  readonly seed: Uint32Array;
  /** The first place of each seed's slot, as an open table of `slots.length` (a power of two); -1 where there is none. */
  readonly slots: Int32Array;
  /** The next place with the same seed, or -1. */
  readonly following: Int32Array;
}

const buffer = createTokenBuffer(4096);

function wordsOf(text: string): Words {
  tokenize(text, buffer, TOKENS_MAX);
  const count = buffer.count;
  const hash = new Uint32Array(count);
  for (let i = 0; i < count; i++) hash[i] = hashStem(text, buffer.start[i] ?? 0, buffer.end[i] ?? 0);
  const seeds = Math.max(0, count - SEED + 1);
  const seed = new Uint32Array(seeds);
  for (let i = 0; i < seeds; i++) seed[i] = seedAt(hash, i);
  const slots = new Int32Array(2 << (32 - Math.clz32(seeds))).fill(-1);
  const following = new Int32Array(seeds).fill(-1);
  // From the end, so that a chain runs through the text from its beginning.
  for (let i = seeds - 1; i >= 0; i--) {
    const slot = slotOf(seed[i] ?? 0, seed, slots);
    following[i] = slots[slot] ?? 0;
    slots[slot] = i;
  }
  return { count, start: buffer.start.slice(0, count), end: buffer.end.slice(0, count), hash, seed, slots, following };
}

function seedAt(hash: Uint32Array, at: number): number {
  let seed = 0x9e3779b9;
  for (let i = at; i < at + SEED; i++) seed = Math.imul(seed ^ (hash[i] ?? 0), 0x85ebca6b) + 0x27d4eb2f;
  return mix32(seed);
}

/** The slot that holds this seed, or the empty one where it would go. */
function slotOf(wanted: number, seed: Uint32Array, slots: Int32Array): number {
  const mask = slots.length - 1;
  let slot = wanted & mask;
  while (slots[slot] !== -1 && seed[slots[slot] ?? 0] !== wanted) slot = (slot + 1) & mask;
  return slot;
}

interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** All maximal equal runs that start with a seed, each once. */
function equalRuns(a: Words, b: Words, wordsMin: number): Run[] {
  const runs: Run[] = [];
  /** End, in `a`, of the run already found on each diagonal (b - a). */
  const reached = new Int32Array(a.count + b.count);
  for (let i = 0; i < a.seed.length; i++) {
    let places = 0;
    for (
      let j = b.slots[slotOf(a.seed[i] ?? 0, b.seed, b.slots)] ?? 0;
      j !== -1 && places < PLACES_MAX;
      j = b.following[j] ?? 0
    ) {
      places++;
      const diagonal = j - i + a.count;
      if ((reached[diagonal] ?? 0) > i) continue;
      let length = 0;
      while (i + length < a.count && j + length < b.count && a.hash[i + length] === b.hash[j + length]) length++;
      if (length < SEED) continue;
      reached[diagonal] = i + length;
      if (length >= wordsMin) runs.push({ a: i, b: j, length });
    }
  }
  return runs;
}

/** Shared passages of two texts in the order of the first, with their spans in both. Linear but for repeated refrains. */
export function sharedPassages(textA: string, textB: string, options: SharedPassageOptions = {}): SharedPassage[] {
  const { wordsMin = 5, passagesMax = 200, lengthMax = Number.POSITIVE_INFINITY } = options;
  const [a, b] = [wordsOf(textA), wordsOf(textB)];
  return tile(textA, a, b, equalRuns(a, b, Math.max(SEED, wordsMin)), { wordsMin, passagesMax, lengthMax }).passages;
}

interface Tiling {
  readonly passages: SharedPassage[];
  /** Passages beyond the most that are shown. */
  readonly leftOut: number;
}

/** Chooses among runs, the longest first, and no word twice. */
function tile(textA: string, a: Words, b: Words, runs: readonly Run[], options: Required<SharedPassageOptions>): Tiling {
  const { wordsMin, passagesMax, lengthMax } = options;
  const usedA = new Uint8Array(a.count);
  const usedB = new Uint8Array(b.count);
  const kept: Run[] = [];
  let leftOut = 0;
  for (const run of [...runs].sort((x, y) => y.length - x.length || x.a - y.a || x.b - y.b)) {
    // A longer run may have taken the beginning or the end of this one; what is left may still be long enough.
    let from = 0;
    while (from < run.length && (usedA[run.a + from] === 1 || usedB[run.b + from] === 1)) from++;
    let to = from;
    while (to < run.length && usedA[run.a + to] === 0 && usedB[run.b + to] === 0) to++;
    if (to - from < wordsMin) continue;
    usedA.fill(1, run.a + from, run.a + to);
    usedB.fill(1, run.b + from, run.b + to);
    if (kept.length === passagesMax) leftOut += 1;
    else kept.push({ a: run.a + from, b: run.b + from, length: to - from });
  }
  kept.sort((x, y) => x.a - y.a);
  const passages = kept.map((run) => {
    let length = run.length;
    while (
      length > 1 &&
      Math.max(
        (a.end[run.a + length - 1] ?? 0) - (a.start[run.a] ?? 0),
        (b.end[run.b + length - 1] ?? 0) - (b.start[run.b] ?? 0),
      ) > lengthMax
    )
      length--;
    const spanA: [number, number] = [a.start[run.a] ?? 0, a.end[run.a + length - 1] ?? 0];
    const spanB: [number, number] = [b.start[run.b] ?? 0, b.end[run.b + length - 1] ?? 0];
    return { text: textA.slice(spanA[0], spanA[1]), span_a: spanA, span_b: spanB };
  });
  return { passages, leftOut };
}

/** Share (0 to 1) of the words of `text` that stand, in runs of at least `wordsMin`, in `other`. */
export function takenShare(text: string, other: string, wordsMin = 5): number {
  const [a, b] = [wordsOf(text), wordsOf(other)];
  return shareOf(a, equalRuns(a, b, wordsMin));
}

function shareOf(words: Words, runs: readonly Run[]): number {
  if (words.count === 0) return 0;
  const taken = new Uint8Array(words.count);
  for (const run of runs) taken.fill(1, run.a, run.a + run.length);
  let count = 0;
  for (const word of taken) count += word;
  return count / words.count;
}

/**
 * What a text took from the one it descends from: {@link sharedPassages} and {@link takenShare} of texts that are read already, and how many
 * passages it took beyond the most that are shown.
 */
export function takenFrom(text: WordsOfText, parent: WordsOfText): Tiling & { readonly share: number } {
  const wordsMin = 5;
  const runs = equalRuns(text.words, parent.words, wordsMin);
  const options = { wordsMin, passagesMax: 200, lengthMax: Number.POSITIVE_INFINITY };
  return { ...tile(text.text, text.words, parent.words, runs, options), share: shareOf(text.words, runs) };
}

/** Evidence is for reading: a few passages, each short enough to show. Spans always slice exactly what is shown. */
const EVIDENCE_PASSAGES = 6;
const EVIDENCE_LENGTH = 400;
const EVIDENCE_ITEMS = 12;
/** Names, figures and quotes are looked for in this much of a text. */
const EVIDENCE_TEXT_MAX = 60_000;
/** Small numbers stand in any two texts. */
const EVIDENCE_FIGURE_MIN = 12;
const EVIDENCE_QUOTE_LETTERS_MIN = 15;

/** A text and its words, for callers who compare it several times. */
export interface WordsOfText {
  readonly text: string;
  /** Of the whole text. */
  readonly words: Words;
}

export function readWords(text: string): WordsOfText {
  return { text, words: wordsOf(text) };
}

/** A text read for evidence, for callers whose documents have several edges. */
export interface EvidenceText extends WordsOfText {
  readonly names: ReadonlyMap<number, string>;
  readonly figures: ReadonlyMap<number, string>;
  readonly quotes: ReadonlyMap<string, string>;
}

export function evidenceText(whole: string): EvidenceText {
  const text = whole.length > EVIDENCE_TEXT_MAX ? whole.slice(0, EVIDENCE_TEXT_MAX) : whole;
  const words = wordsOf(whole);
  const names = new Map<number, string>();
  const figures = new Map<number, string>();
  const quotes = new Map<string, string>();
  for (let i = 0; i < words.count && (words.end[i] ?? 0) <= text.length; i++) {
    const start = words.start[i] ?? 0;
    const unit = text.charCodeAt(start);
    if (unit >= 0x30 && unit <= 0x39) {
      const value = figureValue(text, start, words.end[i] ?? 0);
      if (value > EVIDENCE_FIGURE_MIN) figures.set(value, text.slice(start, words.end[i]));
    } else if (
      i > 0 &&
      isCapital(text, start) &&
      isCapital(text, words.start[i - 1] ?? 0) &&
      start - (words.end[i - 1] ?? 0) === 1
    ) {
      // Two capitalised words side by side: most are names, and a chance pair seldom stands in both texts.
      names.set(
        mix32(Math.imul(words.hash[i - 1] ?? 0, 0x9e3779b1) + (words.hash[i] ?? 0)),
        text.slice(words.start[i - 1], words.end[i]),
      );
    }
  }
  for (const { inner } of findQuotedSpans(text)) {
    const quote = text.slice(inner[0], inner[1]);
    const plain = foldText(quote)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    if (plain.length >= EVIDENCE_QUOTE_LETTERS_MIN) quotes.set(plain, quote);
  }
  return { text: whole, words, names, figures, quotes };
}

const isCapital = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : text[at] !== (text[at] ?? "").toLowerCase();
};

/** The edge with what it rests on: passages side by side, and the names, figures and quotes in both texts. */
export function withEvidence(edge: Edge, a: EvidenceText | string, b: EvidenceText | string): Edge {
  const x = typeof a === "string" ? evidenceText(a) : a;
  const y = typeof b === "string" ? evidenceText(b) : b;
  const options = { wordsMin: 5, passagesMax: EVIDENCE_PASSAGES, lengthMax: EVIDENCE_LENGTH };
  const { passages } = tile(x.text, x.words, y.words, equalRuns(x.words, y.words, options.wordsMin), options);
  const both = <K>(first: ReadonlyMap<K, string>, second: ReadonlyMap<K, string>): string[] => {
    const found: string[] = [];
    for (const [key, value] of first) if (found.length < EVIDENCE_ITEMS && second.has(key)) found.push(value);
    return found;
  };
  const shared = { names: both(x.names, y.names), figures: both(x.figures, y.figures), quotes: both(x.quotes, y.quotes) };
  return { ...edge, evidence: { ...edge.evidence, passages, shared } };
}
