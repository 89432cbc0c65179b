import { f32At, u16At, u32At } from "@wirefold/core";
import type { PreparedDocument } from "./prepared-document.ts";
import { protagonistsHeld } from "./protagonists.ts";
import {
  alignedHalfMass,
  alignedMass,
  alignSentences,
  clashOf,
  counterpart,
  forgetCounterparts,
  openingFound,
  orderKept,
  SENTENCES_MAX,
  sentencesMass,
  standsOutside,
  verbatimFirst,
  verbatimOf,
  verbatimSecond,
} from "./sentence-alignment.ts";
import { sequenceOf } from "./shared-order.ts";

/**
 * How alike two documents are, measured in every way that told kinds of similarity apart on development data. No single
 * one separates a rewrite from a rival's report of the same event; the model over all of them does (models.ts).
 *
 * "Smaller" is the document with less content; "contained" measures ask what share of the smaller stands in the larger.
 */
export const MEASURES = [
  "cosine", // tf-idf cosine of all words
  "contained", // weight of shared words over the smaller document's
  "covers", // the same over the larger
  "pairs", // shared 2-grams outside quotes, contained
  "triples",
  "triplesCovers",
  "fives",
  "quoted", // shared 3-grams inside quotes, over the lesser
  "aligned", // share of the smaller one's sentences, by weight, found in single sentences of the larger
  "alignedBack",
  "alignedHalf", // share of sentences of the smaller with at least half their weight in one sentence of the larger
  "order", // share of aligned sentences that come in the same order
  "figures", // weight of shared figures over the lesser
  "figuresShared", // how many, log
  "figureClash", // share of aligned sentence pairs with figures on both sides and none in common
  "names",
  "nameRuns",
  "nameRunsShared", // log
  "keyWords", // product of the key words' shares: a cosine over what each is about
  "lead", // weighted overlap of the openings
  "leadIn", // share of the smaller one's opening found anywhere in the larger
  "title", // weighted overlap of the headlines, or headline in opening
  "rareShared", // weight of shared rare words, log
  "sizeLess", // log of the smaller's mass
  "sizeRatio",
  "agency", // an agency named in both
  "dates", // days of months and weekdays named in both
  "figuresApart", // share of the lesser figures' weight that the other lacks; 0 where one has next to none
  "namesApart",
  "dateClash", // days or years named in both and none, or the latest, in common
  "topic", // cosine over the plain words: what happened, with any names and places
  "spread", // share of the smaller one's sentences that hold a shared rare word
  "spreadBack",
  "leadBack", // share of the larger one's opening found anywhere in the smaller
  "leadNames", // of the names and figures of both openings, the lesser share found anywhere in the other
  "daysGap", // days between the dates of publication, DAYS_UNKNOWN where one is unknown
  "present", // of the shared rare words' weight, the lesser share standing outside sentences on earlier years
  "counted", // shared figures with a word behind them, over the lesser
  "opening", // share of an opening's first sentences found in single sentences of the other; of both openings the larger
  "openingLess", // the smaller
  "rest", // cosine over what also stands outside sentences that are in both texts word for word
  "plainShared", // weight of shared plain words over the smaller document's: wording, not names or figures
  "sequence", // whether words that stand once in each come in the same order: correlation of their places
  "who", // cosine over names and figures: to whom, where and how much
  "protagonists", // how much each is about the names that the other names most; of both ways the lesser
  "headlineIn", // share of a headline (or opening, where there is none) found anywhere in the other; of both ways the larger
  "headlineBoth", // the smaller
  "leadNamesIn", // of the names and figures of both openings, the larger share found anywhere in the other
] as const;
export type Measure = (typeof MEASURES)[number];
export const MEASURE_COUNT = MEASURES.length;

const at = Object.fromEntries(MEASURES.map((name, i) => [name, i])) as Record<Measure, number>;
export const measureAt = at;

/**
 * What stands for the days between two texts of which one bears no date: a little more than reports of one event are apart, as such a
 * text may be of any time.
 */
export const DAYS_UNKNOWN = 3.5;

/** Two or three names or figures of weight: fewer are no ground to tell reports apart. */
const APART_MIN = 9;

/** Rarity from which a shared word says something about the event rather than the subject. */
const RARE = 5;

function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let i = 0;
  let j = 0;
  let shared = 0;
  const m = a.length;
  const n = b.length;
  while (i < m && j < n) {
    const x = u32At(a, i);
    const y = u32At(b, j);
    // Which of two hashes is the lesser is a coin's throw, so nothing here branches on it.
    shared += x === y ? 1 : 0;
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  return shared;
}

/** Weight of what two weighted sets share, over the lighter set's weight. */
let sumA = 0;
let sumB = 0;
function sharedWeight(a: Uint32Array, wa: Float32Array, b: Uint32Array, wb: Float32Array): number {
  let shared = 0;
  sumA = 0;
  sumB = 0;
  for (let i = 0; i < a.length; i++) sumA += f32At(wa, i);
  for (let j = 0; j < b.length; j++) sumB += f32At(wb, j);
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = u32At(a, i);
    const y = u32At(b, j);
    if (x === y) shared += f32At(wa, i);
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  return shared;
}

/** What the lesser of the two sets just weighed has apart. Without it "no names" and "other names" look alike. */
const apart = (shared: number): number => {
  const lesser = Math.min(sumA, sumB);
  return lesser > APART_MIN ? 1 - shared / lesser : 0;
};

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Length of a unit vector's part over all but the plain words. */
const otherNorm = ({ plainNorm }: PreparedDocument): number => Math.sqrt(Math.max(0, 1 - plainNorm * plainNorm));

/** Shared over the lesser of two counts, eased so that one of one is no certainty. */
const eased = (shared: number, a: number, b: number, ease: number): number => ratio(shared, Math.min(a, b) + ease);

let sharedA = new Uint16Array(4096); // indices into a.words of the shared words
let sharedB = new Uint16Array(4096);
/** Weight of those words of an opening that stand anywhere in the other document. */
function foundOf(words: Uint32Array, weights: Float32Array, other: PreparedDocument): number {
  let found = 0;
  for (let i = 0, j = 0; i < words.length && j < other.words.length; ) {
    const p = u32At(words, i);
    const q = u32At(other.words, j);
    if (p === q) found += f32At(weights, i);
    i += p <= q ? 1 : 0;
    j += q <= p ? 1 : 0;
  }
  return found;
}

let marks = new Uint32Array(1024);
let mark = 0;

/**
 * Share of a document's sentences that hold one of the shared words (indices) that are rare. A report that is all about
 * the event holds them throughout; one that mentions it in passing holds them in a passage.
 */
function spreadOf(prepared: PreparedDocument, shared: Uint16Array, count: number): number {
  const { weight, wordSentences, wordSentencesFrom } = prepared;
  const sentences = Math.min(prepared.sentences, SENTENCES_MAX);
  if (marks.length < sentences) marks = new Uint32Array(sentences * 2);
  if (++mark === 0xffffffff) {
    marks.fill(0);
    mark = 1;
  }
  let held = 0;
  for (let k = 0; k < count; k++) {
    const word = u16At(shared, k);
    if (f32At(weight, word) <= RARE) continue;
    for (let p = u32At(wordSentencesFrom, word); p < u32At(wordSentencesFrom, word + 1); p++) {
      const sentence = u16At(wordSentences, p);
      if (sentence >= sentences) break;
      if (marks[sentence] === mark) continue;
      marks[sentence] = mark;
      held++;
    }
  }
  return held / (sentences + 1);
}

/** Of the shared rare words' weight, the share of those that stand in a sentence that is not on an earlier year. */
function presentOf(prepared: PreparedDocument, shared: Uint16Array, count: number): number {
  const { weight, wordSentences, wordSentencesFrom, background } = prepared;
  let all = 0;
  let present = 0;
  for (let k = 0; k < count; k++) {
    const word = u16At(shared, k);
    if (f32At(weight, word) <= RARE) continue;
    all += f32At(weight, word);
    for (let p = u32At(wordSentencesFrom, word); p < u32At(wordSentencesFrom, word + 1); p++) {
      if (background[u16At(wordSentences, p)] === 1) continue;
      present += f32At(weight, word);
      break;
    }
  }
  return all > 0 ? present / all : 1;
}

/** Only the cosine: the cheap test most candidates end at. */
export function cosineOf(a: PreparedDocument, b: PreparedDocument): number {
  const x = a.words;
  const y = b.words;
  let i = 0;
  let j = 0;
  let cosine = 0;
  while (i < x.length && j < y.length) {
    const p = u32At(x, i);
    const q = u32At(y, j);
    if (p === q) cosine += f32At(a.share, i) * f32At(b.share, j);
    i += p <= q ? 1 : 0;
    j += q <= p ? 1 : 0;
  }
  return cosine;
}

/** Cosine over the key words: how far two documents are about the same. */
function keyCosineOf(a: PreparedDocument, b: PreparedDocument): number {
  let keyCosine = 0;
  let keysA = 0;
  let keysB = 0;
  for (let i = 0; i < a.keyWords.length; i++) keysA += f32At(a.keyShare, i) * f32At(a.keyShare, i);
  for (let j = 0; j < b.keyWords.length; j++) keysB += f32At(b.keyShare, j) * f32At(b.keyShare, j);
  for (let i = 0, j = 0; i < a.keyWords.length && j < b.keyWords.length; ) {
    const p = u32At(a.keyWords, i);
    const q = u32At(b.keyWords, j);
    if (p === q) keyCosine += f32At(a.keyShare, i++) * f32At(b.keyShare, j++);
    else if (p < q) i++;
    else j++;
  }
  return ratio(keyCosine, Math.sqrt(keysA * keysB));
}

/** Below this cosine the models drew no edge in a thousand pairs, and below the next only between texts about the same. */
const COSINE_MIN = 0.15;
const COSINE_LOW = 0.2;
const KEY_COSINE_MIN = 0.15;

/** Whether a pair is worth all measures: four candidates in five end here. */
export function worthMeasuring(a: PreparedDocument, b: PreparedDocument): boolean {
  const cosine = cosineOf(a, b);
  return cosine >= COSINE_LOW || (cosine >= COSINE_MIN && keyCosineOf(a, b) >= KEY_COSINE_MIN);
}

/**
 * Measures a pair into `out` (in the order of `MEASURES`). Symmetric but for `aligned` and `alignedBack`, which go from
 * the smaller to the larger and back; which is smaller is decided by content weight, then by id.
 */
export function measurePair(first: PreparedDocument, second: PreparedDocument, out: Float64Array): Float64Array {
  const swap = second.mass < first.mass || (second.mass === first.mass && second.features.id < first.features.id);
  const a = swap ? second : first;
  const b = swap ? first : second;
  if (sharedA.length < a.words.length) {
    sharedA = new Uint16Array(a.words.length * 2);
    sharedB = new Uint16Array(a.words.length * 2);
  }
  forgetCounterparts(Math.max(a.words.length, b.words.length));

  const { plain: plainA } = a;
  const { plain: plainB } = b;
  let shared = 0;
  let cosine = 0;
  let topic = 0;
  let who = 0;
  let plainShared = 0;
  let sharedMass = 0;
  let rare = 0;
  {
    let i = 0;
    let j = 0;
    while (i < a.words.length && j < b.words.length) {
      const p = u32At(a.words, i);
      const q = u32At(b.words, j);
      if (p === q) {
        const product = f32At(a.share, i) * f32At(b.share, j);
        cosine += product;
        if (plainA[i] === 1 && plainB[j] === 1) topic += product;
        else if (plainA[i] === 0 && plainB[j] === 0) who += product;
        const weight = f32At(a.weight, i);
        if (plainA[i] === 1 && plainB[j] === 1) plainShared += weight;
        sharedMass += weight;
        if (weight > RARE) rare += weight;
        counterpart[i] = j;
        sharedA[shared] = i;
        sharedB[shared++] = j;
        i++;
        j++;
      } else if (p < q) i++;
      else j++;
    }
  }
  out[at.cosine] = cosine;
  out[at.topic] = ratio(topic, a.plainNorm * b.plainNorm);
  out[at.who] = ratio(who, otherNorm(a) * otherNorm(b));
  out[at.plainShared] = ratio(plainShared, Math.min(a.plainMass, b.plainMass) + 5);
  out[at.contained] = ratio(sharedMass, a.mass);
  out[at.covers] = ratio(sharedMass, b.mass);
  out[at.rareShared] = Math.log1p(rare);
  out[at.sizeLess] = Math.log1p(a.mass);
  out[at.sizeRatio] = ratio(a.mass, b.mass);

  out[at.pairs] = eased(sharedCount(a.pairs, b.pairs), a.pairs.length, b.pairs.length, 3);
  const triples = sharedCount(a.triples, b.triples);
  out[at.triples] = eased(triples, a.triples.length, b.triples.length, 3);
  out[at.triplesCovers] = ratio(triples, Math.max(a.triples.length, b.triples.length) + 3);
  out[at.fives] = eased(sharedCount(a.fives, b.fives), a.fives.length, b.fives.length, 3);
  out[at.quoted] = eased(sharedCount(a.quotedTriples, b.quotedTriples), a.quotedTriples.length, b.quotedTriples.length, 4);

  out[at.spread] = spreadOf(a, sharedA, shared);
  out[at.spreadBack] = spreadOf(b, sharedB, shared);
  out[at.present] = Math.min(presentOf(a, sharedA, shared), presentOf(b, sharedB, shared));
  out[at.sequence] = sequenceOf(a, b, sharedA, sharedB, shared);
  out[at.counted] = eased(sharedCount(a.counted, b.counted), a.counted.length, b.counted.length, 3);

  const heldInB = protagonistsHeld(a.protagonists, counterpart, b.share, b.protagonists.most);
  alignSentences(a, b);
  const openingA = openingFound(a);
  const verbatimA = verbatimOf(a, verbatimFirst);
  const sentences = Math.min(a.sentences, SENTENCES_MAX);
  out[at.aligned] = ratio(alignedMass, sentencesMass + 5);
  out[at.alignedHalf] = ratio(alignedHalfMass, sentencesMass + 5);
  out[at.order] = orderKept(sentences);
  out[at.figureClash] = clashOf(a, b, sentences);
  forgetCounterparts(b.words.length);
  for (let k = 0; k < shared; k++) counterpart[u16At(sharedB, k)] = u16At(sharedA, k);
  out[at.protagonists] = Math.min(heldInB, protagonistsHeld(b.protagonists, counterpart, a.share, a.protagonists.most));
  alignSentences(b, a);
  out[at.alignedBack] = ratio(alignedMass, sentencesMass + 5);
  const openingB = openingFound(b);
  const verbatimB = verbatimOf(b, verbatimSecond);
  out[at.opening] = Math.max(openingA, openingB);
  out[at.openingLess] = Math.min(openingA, openingB);
  let rest = 0;
  for (let k = 0; k < shared; k++) {
    const i = sharedA[k] ?? 0;
    const j = sharedB[k] ?? 0;
    if (standsOutside(a, i, verbatimA) && standsOutside(b, j, verbatimB)) rest += (a.share[i] ?? 0) * (b.share[j] ?? 0);
  }
  out[at.rest] = rest;

  const figures = sharedWeight(a.figures, a.figureWeight, b.figures, b.figureWeight);
  out[at.figures] = ratio(figures, Math.min(sumA, sumB) + 4);
  out[at.figuresShared] = Math.log1p(figures);
  out[at.figuresApart] = apart(figures);
  const names = sharedWeight(a.names, a.nameWeight, b.names, b.nameWeight);
  out[at.names] = ratio(names, Math.min(sumA, sumB) + 4);
  out[at.namesApart] = apart(names);
  const runs = sharedCount(a.nameRuns, b.nameRuns);
  out[at.nameRuns] = eased(runs, a.nameRuns.length, b.nameRuns.length, 1);
  out[at.nameRunsShared] = Math.log1p(runs);

  out[at.keyWords] = keyCosineOf(a, b);

  const lead = sharedWeight(a.lead, a.leadWeight, b.lead, b.leadWeight);
  out[at.lead] = ratio(lead, Math.sqrt(sumA * sumB) + 4);
  out[at.leadIn] = ratio(foundOf(a.lead, a.leadWeight, b), sumA + 4);
  out[at.leadBack] = ratio(foundOf(b.lead, b.leadWeight, a), sumB + 4);
  const namesA = ratio(foundOf(a.leadNames, a.leadNameWeight, b), a.leadNameMass + 4);
  const namesB = ratio(foundOf(b.leadNames, b.leadNameWeight, a), b.leadNameMass + 4);
  out[at.leadNames] = Math.min(namesA, namesB);
  out[at.leadNamesIn] = Math.max(namesA, namesB);
  measureHeadlines(a, b, out);
  out[at.agency] = ((a.features.agencies | a.features.credit) & (b.features.agencies | b.features.credit)) !== 0 ? 1 : 0;
  measureCalendar(a, b, out);
  const dayA = a.features.publishedDay;
  const dayB = b.features.publishedDay;
  out[at.daysGap] = dayA === null || dayB === null ? DAYS_UNKNOWN : Math.min(30, Math.abs(dayA - dayB));
  return out;
}

function measureHeadlines(a: PreparedDocument, b: PreparedDocument, out: Float64Array): void {
  const titleA = a.title.length > 0 ? a.title : a.lead;
  const titleB = b.title.length > 0 ? b.title : b.lead;
  const weightA = a.title.length > 0 ? a.titleWeight : a.leadWeight;
  const weightB = b.title.length > 0 ? b.titleWeight : b.leadWeight;
  const title = sharedWeight(titleA, weightA, titleB, weightB);
  out[at.title] = ratio(title, Math.min(sumA, sumB) + 4);
  const [massA, massB] = [sumA + 4, sumB + 4];
  const foundA = foundOf(titleA, weightA, b) / massA;
  const foundB = foundOf(titleB, weightB, a) / massB;
  out[at.headlineIn] = Math.max(foundA, foundB);
  out[at.headlineBoth] = Math.min(foundA, foundB);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function measureCalendar(a: PreparedDocument, b: PreparedDocument, out: Float64Array): void {
  const x = a.calendar;
  const y = b.calendar;
  let shared = 0;
  for (const day of x.monthDays) if (y.monthDays.includes(day)) shared++;
  const lesser = Math.min(x.monthDays.length, y.monthDays.length);
  const weekdays = Math.min(bitCount(x.weekdays), bitCount(y.weekdays));
  out[at.dates] = (shared + 0.5 * bitCount(x.weekdays & y.weekdays)) / (lesser + 0.5 * weekdays + 1);
  const dayClash = lesser > 0 && shared === 0 ? 0.5 : 0;
  const yearClash = x.lastYear > 0 && y.lastYear > 0 && x.lastYear !== y.lastYear ? 0.5 : 0;
  out[at.dateClash] = dayClash + yearClash;
}
