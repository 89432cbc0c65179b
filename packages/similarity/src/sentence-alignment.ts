import { f32At, i32At, u8At, u16At, u32At } from "@wirefold/core";
import { DIGITS, FIGURE } from "./features.ts";
import type { PreparedDocument } from "./prepared-document.ts";

/**
 * Which sentence of one document says what a sentence of another says. Room is shared by all calls: what is told of "the
 * document aligned last" holds until the next call of {@link alignSentences}.
 */
let sentenceScore = new Float32Array(1024);
let bestOf = new Int32Array(1024);
let bestScore = new Float32Array(1024);
/** For each word of the smaller prepared, the index of the same word in the larger, or -1. */
export let counterpart = new Int32Array(4096);
let tails = new Int32Array(1024);

/** A word standing in more places than this says little about which sentence is meant. */
const PLACES_MAX = 8;
const ALIGNED_SENTENCE = 0.35;
/** Alignment reads at most this many sentences of either side, which bounds it for book-length texts. */
export const SENTENCES_MAX = 600;

export let alignedMass = 0;
export let alignedHalfMass = 0;
export let sentencesMass = 0;

/** Makes room for the words of two documents, and forgets which were one word. */
export function forgetCounterparts(words: number): void {
  if (counterpart.length < words) counterpart = new Int32Array(words * 2);
  counterpart.fill(-1, 0, words);
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/**
 * Finds for each sentence of `a` the sentence of `b` that holds most of its weight (words outside quotes; each counted
 * once). Fills `bestOf` and `bestScore` (share of the sentence's weight) and the sums above.
 */
export function alignSentences(a: PreparedDocument, b: PreparedDocument): void {
  const sentences = Math.min(a.sentences, SENTENCES_MAX);
  const others = Math.min(b.sentences, SENTENCES_MAX);
  if (sentenceScore.length < others) sentenceScore = new Float32Array(others * 2);
  if (bestOf.length < sentences) {
    bestOf = new Int32Array(sentences * 2);
    bestScore = new Float32Array(sentences * 2);
  }
  alignedMass = 0;
  alignedHalfMass = 0;
  sentencesMass = 0;
  for (let s = 0; s < sentences; s++) {
    const from = u32At(a.alignFrom, s);
    const to = u32At(a.alignFrom, s + 1);
    const mass = f32At(a.sentenceMass, s);
    bestOf[s] = -1;
    bestScore[s] = 0;
    if (mass <= 4) continue;
    let best = 0;
    let bestSentence = -1;
    for (let t = from; t < to; t++) {
      const word = u32At(a.alignWords, t);
      const other = i32At(counterpart, word);
      if (other < 0) continue;
      const weight = f32At(a.weight, word);
      const first = u32At(b.wordSentencesFrom, other);
      const last = Math.min(u32At(b.wordSentencesFrom, other + 1), first + PLACES_MAX);
      for (let p = first; p < last; p++) {
        const sentence = u16At(b.wordSentences, p);
        if (sentence >= others) break;
        const score = f32At(sentenceScore, sentence) + weight;
        sentenceScore[sentence] = score;
        if (score > best || (score === best && sentence < bestSentence)) {
          best = score;
          bestSentence = sentence;
        }
      }
    }
    // Clear only what was touched.
    for (let t = from; t < to; t++) {
      const other = i32At(counterpart, u32At(a.alignWords, t));
      if (other < 0) continue;
      const first = u32At(b.wordSentencesFrom, other);
      const last = Math.min(u32At(b.wordSentencesFrom, other + 1), first + PLACES_MAX);
      for (let p = first; p < last && u16At(b.wordSentences, p) < others; p++) sentenceScore[u16At(b.wordSentences, p)] = 0;
    }
    const share = best / mass;
    bestOf[s] = bestSentence;
    bestScore[s] = share;
    sentencesMass += mass;
    alignedMass += mass * share;
    if (share >= 0.5) alignedHalfMass += mass;
  }
}

/** Sentences of an opening: what a report leads with. A headline is none. */
const OPENING_SENTENCES = 2;

/** Of the document aligned last, the share of its first sentences' weight that stands in single sentences of the other. */
export function openingFound(prepared: PreparedDocument): number {
  const sentences = Math.min(prepared.sentences, SENTENCES_MAX);
  let mass = 0;
  let found = 0;
  let counted = 0;
  for (let s = 0; s < sentences && counted < OPENING_SENTENCES; s++) {
    const own = prepared.sentenceMass[s] ?? 0;
    if (own <= 4 || (prepared.sentenceFrom[s] ?? 0) < prepared.features.titleTokens) continue;
    counted++;
    mass += own;
    found += own * (bestScore[s] ?? 0);
  }
  return ratio(found, mass + 4);
}

/** A sentence with this share of its weight in one of the other's is the same sentence. */
const VERBATIM = 0.85;
export const verbatimFirst = new Uint8Array(1024);
export const verbatimSecond = new Uint8Array(1024);

/** Of the document aligned last, 1 for sentences that stand in the other as well. */
export function verbatimOf(prepared: PreparedDocument, into: Uint8Array): Uint8Array {
  const sentences = Math.min(prepared.sentences, SENTENCES_MAX);
  for (let s = 0; s < sentences; s++) into[s] = (bestScore[s] ?? 0) >= VERBATIM ? 1 : 0;
  return into;
}

/** Whether a word stands in a sentence that is not in both texts. */
export function standsOutside(prepared: PreparedDocument, word: number, verbatim: Uint8Array): boolean {
  const to = prepared.wordSentencesFrom[word + 1] ?? 0;
  for (let p = prepared.wordSentencesFrom[word] ?? 0; p < to; p++) {
    const sentence = prepared.wordSentences[p] ?? 0;
    if (sentence >= SENTENCES_MAX || verbatim[sentence] !== 1) return true;
  }
  return false;
}

/** Longest run of aligned sentences that keeps the order, over the aligned sentences (patience sorting). */
export function orderKept(sentences: number): number {
  if (tails.length < sentences) tails = new Int32Array(sentences * 2);
  let aligned = 0;
  let length = 0;
  for (let s = 0; s < sentences; s++) {
    if (f32At(bestScore, s) < ALIGNED_SENTENCE) continue;
    aligned++;
    const value = i32At(bestOf, s);
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (i32At(tails, middle) <= value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
    if (low === length) length++;
  }
  return aligned < 2 ? 0 : (length - 1) / (aligned - 1 + 1);
}

/** Share of aligned sentence pairs that both give figures and agree on none. */
export function clashOf(a: PreparedDocument, b: PreparedDocument, sentences: number): number {
  let both = 0;
  let clashes = 0;
  for (let s = 0; s < sentences; s++) {
    if (f32At(bestScore, s) < 0.5) continue;
    const other = i32At(bestOf, s);
    let figuresA = 0;
    let figuresB = 0;
    let shared = 0;
    for (let t = u16At(a.sentenceFrom, s); t < u16At(a.sentenceFrom, s + 1); t++) {
      if ((u8At(a.features.flags, t) & DIGITS) === 0) continue;
      figuresA++;
      for (let u = u16At(b.sentenceFrom, other); u < u16At(b.sentenceFrom, other + 1); u++)
        if ((u8At(b.features.flags, u) & FIGURE) !== 0 && b.features.tokens[u] === a.features.tokens[t]) {
          shared++;
          break;
        }
    }
    if (figuresA === 0) continue;
    for (let u = u16At(b.sentenceFrom, other); u < u16At(b.sentenceFrom, other + 1); u++)
      if ((u8At(b.features.flags, u) & DIGITS) !== 0) figuresB++;
    if (figuresB === 0) continue;
    both++;
    if (shared === 0) clashes++;
  }
  return clashes / (both + 1);
}
