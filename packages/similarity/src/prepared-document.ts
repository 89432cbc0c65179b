import { f32At, f64At, u8At, u16At, u32At } from "@wirefold/core";
import { mix32 } from "@wirefold/text";
import { backgroundSentences, type CalendarMentions, calendarOf } from "./date-tokens.ts";
import { CAPITAL, DIGITS, type DocumentFeatures, FIGURE, IDEOGRAPH, QUOTED, SENTENCE_START, TITLE } from "./features.ts";
import { weigherOf } from "./lexicon.ts";
import { type Protagonists, protagonistsOf } from "./protagonists.ts";
import { type DocumentSketch, sketchOf } from "./sketch.ts";

/**
 * What comparing needs of a document, worked out once from its features: sorted sets to intersect by merging, and the
 * words' places for alignment. A prepared document is derived data: never stored, cheap to make (about 0.1 ms for a news article).
 */
export interface PreparedDocument {
  readonly features: DocumentFeatures;
  readonly sketch: DocumentSketch;
  /** Distinct word hashes, ascending. Parallel: `weight` (rarity), `share` (unit-length tf-idf), `placeFrom` into `places`. */
  readonly words: Uint32Array;
  readonly weight: Float32Array;
  readonly share: Float32Array;
  /** 1 for words that are neither figures nor written with a capital inside a sentence: what happened, not where or to whom. */
  readonly plain: Uint8Array;
  /** Length of `share` over the plain words. */
  readonly plainNorm: number;
  /** Sum of `weight` over the plain words. */
  readonly plainMass: number;
  readonly placeFrom: Uint32Array;
  /** Token positions, grouped by word, ascending within one. */
  readonly places: Uint16Array;
  /** Sum of `weight`. */
  readonly mass: number;
  /** Sentence of each token, and per sentence: weight of its distinct words outside quotes. */
  readonly sentenceOf: Uint16Array;
  readonly sentenceFrom: Uint16Array;
  readonly sentenceMass: Float32Array;
  readonly sentences: number;
  /** Per word the distinct sentences it stands in; per sentence the words (indices) that count for aligning it. */
  readonly wordSentences: Uint16Array;
  readonly wordSentencesFrom: Uint32Array;
  readonly alignWords: Uint32Array;
  readonly alignFrom: Uint32Array;
  /** Sorted n-gram hashes: outside quotes (2, 3 and 5 words) and inside (3 words). */
  readonly pairs: Uint32Array;
  readonly triples: Uint32Array;
  readonly fives: Uint32Array;
  readonly quotedTriples: Uint32Array;
  /** Distinct figures and capitalised words and word pairs, ascending, with their weights. */
  readonly figures: Uint32Array;
  readonly figureWeight: Float32Array;
  readonly names: Uint32Array;
  readonly nameWeight: Float32Array;
  readonly nameRuns: Uint32Array;
  readonly protagonists: Protagonists;
  /** The words that tell most, by weight times frequency, ascending by hash. */
  readonly keyWords: Uint32Array;
  readonly keyShare: Float32Array;
  /** Distinct words of the title and the first sentences. */
  readonly lead: Uint32Array;
  readonly leadWeight: Float32Array;
  /** The names and figures among them. */
  readonly leadNames: Uint32Array;
  readonly leadNameWeight: Float32Array;
  readonly leadNameMass: number;
  readonly title: Uint32Array;
  readonly titleWeight: Float32Array;
  readonly calendar: CalendarMentions;
  /** 1 for sentences that tell of an earlier year. */
  readonly background: Uint8Array;
  /** Figures with one of the two words behind them, as hashes, ascending: 240 buses are not 240 miners. */
  readonly counted: Uint32Array;
}

/** Words of the opening: a headline and two or three sentences, where news says what happened. */
const LEAD_TOKENS = 70;
const KEY_WORDS = 24;
/** A word in a third of all texts stands in too many sentences to say which one is meant. */
const ALIGNED_WEIGHT_MIN = 1.2;

/** Lighter words ("of", "and") say nothing of what is counted. */
const COUNTED_WEIGHT_MIN = 0.6;

/** Sorts `values[0..count)` and drops repetitions, into a fresh array. */
function sortedDistinct(values: Uint32Array, count: number): Uint32Array {
  const sorted = values.slice(0, count).sort();
  let kept = 0;
  for (let i = 0; i < count; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = u32At(sorted, i);
  return sorted.subarray(0, kept);
}

function weightsOf(words: Uint32Array, weigh: (hash: number) => number): Float32Array {
  const weights = new Float32Array(words.length);
  for (let i = 0; i < words.length; i++) weights[i] = weigh(u32At(words, i));
  return weights;
}

/** Those words of an opening that are not plain in the document. */
function namesAmong(lead: Uint32Array, leadWeight: Float32Array, words: Uint32Array, plain: Uint8Array) {
  const leadNames = new Uint32Array(lead.length);
  const leadNameWeight = new Float32Array(lead.length);
  let kept = 0;
  let leadNameMass = 0;
  for (let i = 0, j = 0; i < lead.length; i++) {
    while (u32At(words, j) < u32At(lead, i)) j++;
    if (plain[j] === 1) continue;
    leadNames[kept] = u32At(lead, i);
    leadNameWeight[kept++] = f32At(leadWeight, i);
    leadNameMass += f32At(leadWeight, i);
  }
  return { leadNames: leadNames.subarray(0, kept), leadNameWeight: leadNameWeight.subarray(0, kept), leadNameMass };
}

/** Headlines and beginnings of sentences have capitals whatever the word, so they do not count. */
function isPlain(flags: Uint8Array, places: Uint16Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) {
    const flag = u8At(flags, u16At(places, p));
    if ((flag & FIGURE) !== 0) return false;
    if ((flag & CAPITAL) !== 0 && (flag & (TITLE | SENTENCE_START)) === 0) return false;
  }
  return true;
}

let scratch = new Uint32Array(4096);
let scratchB = new Uint32Array(4096);
let scratchC = new Uint32Array(4096);
let scratchD = new Uint32Array(4096);
let sortKeys = new Float64Array(4096);

export function prepareDocument(features: DocumentFeatures): PreparedDocument {
  const { tokens, flags } = features;
  const weigh = weigherOf(features.language);
  const count = tokens.length;
  if (count > scratch.length) {
    scratch = new Uint32Array(count * 2);
    scratchB = new Uint32Array(count * 2);
    scratchC = new Uint32Array(count * 2);
    scratchD = new Uint32Array(count * 2);
    sortKeys = new Float64Array(count * 2);
  }

  // Words with their places: one numeric sort of (hash, position) packed into the 53 bits of a double.
  for (let i = 0; i < count; i++) sortKeys[i] = u32At(tokens, i) * 16384 + i;
  const order = sortKeys.subarray(0, count).sort();
  const places = new Uint16Array(count);
  let distinct = 0;
  let last = -1;
  for (let i = 0; i < count; i++) {
    const hash = Math.floor(f64At(order, i) / 16384);
    places[i] = f64At(order, i) - hash * 16384;
    if (hash !== last) {
      scratch[distinct] = hash;
      scratchB[distinct++] = i;
      last = hash;
    }
  }
  const words = scratch.slice(0, distinct);
  const placeFrom = new Uint32Array(distinct + 1);
  placeFrom.set(scratchB.subarray(0, distinct));
  placeFrom[distinct] = count;
  const weight = weightsOf(words, weigh);
  const share = new Float32Array(distinct);
  let mass = 0;
  let norm = 0;
  for (let i = 0; i < distinct; i++) {
    const times = u32At(placeFrom, i + 1) - u32At(placeFrom, i);
    const value = f32At(weight, i) * (1 + Math.log(times));
    share[i] = value;
    norm += value * value;
    mass += f32At(weight, i);
  }
  norm = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  const plain = new Uint8Array(distinct);
  let plainNorm = 0;
  let plainMass = 0;
  for (let i = 0; i < distinct; i++) {
    const value = f32At(share, i) * norm;
    share[i] = value;
    if (!isPlain(flags, places, u32At(placeFrom, i), u32At(placeFrom, i + 1))) continue;
    plain[i] = 1;
    plainNorm += value * value;
    plainMass += weight[i] ?? 0;
  }

  // Sentences.
  const sentenceOf = new Uint16Array(count);
  let sentences = 0;
  for (let i = 0; i < count; i++) {
    if (i === 0 || (u8At(flags, i) & SENTENCE_START) !== 0) scratch[sentences++] = i;
    sentenceOf[i] = sentences - 1;
  }
  const sentenceFrom = new Uint16Array(sentences + 1);
  sentenceFrom.set(scratch.subarray(0, sentences));
  sentenceFrom[sentences] = count;
  // Which sentences each word stands in, and each sentence's weight: its distinct words outside quotes, counted once.
  const sentenceMass = new Float32Array(sentences);
  const wordSentences = new Uint16Array(count);
  const wordSentencesFrom = new Uint32Array(distinct + 1);
  const wordsToAlign = new Uint32Array(count);
  let listed = 0;
  let toAlign = 0;
  for (let w = 0; w < distinct; w++) {
    wordSentencesFrom[w] = listed;
    let lastSentence = -1;
    let lastCounted = -1;
    for (let p = u32At(placeFrom, w); p < u32At(placeFrom, w + 1); p++) {
      const at = u16At(places, p);
      const sentence = u16At(sentenceOf, at);
      if (sentence !== lastSentence) {
        wordSentences[listed++] = sentence;
        lastSentence = sentence;
      }
      if (sentence !== lastCounted && (u8At(flags, at) & QUOTED) === 0) {
        sentenceMass[sentence] = f32At(sentenceMass, sentence) + f32At(weight, w);
        if (f32At(weight, w) >= ALIGNED_WEIGHT_MIN) wordsToAlign[toAlign++] = sentence * 16384 + w;
        lastCounted = sentence;
      }
    }
  }
  wordSentencesFrom[distinct] = listed;
  // Grouped by sentence, so that aligning walks one run per sentence.
  const alignWords = wordsToAlign.subarray(0, toAlign).sort();
  const alignFrom = new Uint32Array(sentences + 1);
  for (let i = 0; i < toAlign; i++) {
    const next = Math.floor(u32At(alignWords, i) / 16384) + 1;
    alignFrom[next] = u32At(alignFrom, next) + 1;
  }
  for (let s = 0; s < sentences; s++) alignFrom[s + 1] = u32At(alignFrom, s + 1) + u32At(alignFrom, s);
  for (let i = 0; i < toAlign; i++) alignWords[i] = u32At(alignWords, i) % 16384;

  // n-grams, of the body and the title alike; one that touches a quote belongs to neither set unless wholly inside.
  let pairCount = 0;
  let tripleCount = 0;
  let fiveCount = 0;
  let quotedCount = 0;
  let run = 0; // unquoted tokens up to here
  let quotedRun = 0;
  for (let i = 0; i < count; i++) {
    const flag = u8At(flags, i);
    if ((flag & QUOTED) === 0) {
      run++;
      quotedRun = 0;
    } else {
      quotedRun++;
      run = 0;
    }
    if (i < 1) continue;
    const pair = mix32(Math.imul(u32At(tokens, i - 1), 0x9e3779b1) + u32At(tokens, i));
    if (run >= 2) scratch[pairCount++] = pair;
    if (i < 2) continue;
    const triple = mix32(Math.imul(u32At(tokens, i - 2), 0x85ebca77) + pair);
    if (run >= 3) scratchB[tripleCount++] = triple;
    else if (quotedRun >= 3) scratchC[quotedCount++] = triple;
    if (run >= 5)
      scratchD[fiveCount++] = mix32(
        Math.imul(Math.imul(u32At(tokens, i - 4), 0xc2b2ae3d) + u32At(tokens, i - 3), 0x27d4eb2f) + triple,
      );
  }
  const pairs = sortedDistinct(scratch, pairCount);
  const triples = sortedDistinct(scratchB, tripleCount);
  const quotedTriples = sortedDistinct(scratchC, quotedCount);
  const fives = sortedDistinct(scratchD, fiveCount);

  // Figures, capitalised words inside sentences, and runs of two capitalised words.
  let figureCount = 0;
  let nameCount = 0;
  let runCount = 0;
  for (let i = 0; i < count; i++) {
    const flag = u8At(flags, i);
    if ((flag & FIGURE) !== 0) scratch[figureCount++] = u32At(tokens, i);
    if ((flag & CAPITAL) === 0 || (flag & TITLE) !== 0) continue;
    if ((flag & SENTENCE_START) === 0) scratchB[nameCount++] = u32At(tokens, i);
    if (i > 0 && (flag & SENTENCE_START) === 0 && (u8At(flags, i - 1) & CAPITAL) !== 0 && (u8At(flags, i - 1) & TITLE) === 0)
      scratchC[runCount++] = mix32(Math.imul(u32At(tokens, i - 1), 0x9e3779b1) + u32At(tokens, i));
  }
  const figures = sortedDistinct(scratch, figureCount);
  const names = sortedDistinct(scratchB, nameCount);
  const nameRuns = sortedDistinct(scratchC, runCount);

  // Key words.
  let keys = 0;
  for (let i = 0; i < distinct; i++) if (f32At(weight, i) > 2) sortKeys[keys++] = -Math.round(f32At(share, i) * 1e6) * 65536 + i;
  const ranked = sortKeys.subarray(0, keys).sort();
  const kept = Math.min(KEY_WORDS, keys);
  for (let i = 0; i < kept; i++) scratch[i] = ((f64At(ranked, i) % 65536) + 65536) % 65536;
  const chosen = scratch.slice(0, kept).sort();
  const keyWords = new Uint32Array(kept);
  const keyShare = new Float32Array(kept);
  for (let i = 0; i < kept; i++) {
    keyWords[i] = u32At(words, u32At(chosen, i));
    keyShare[i] = f32At(share, u32At(chosen, i));
  }

  const lead = sortedDistinct(tokens, Math.min(count, features.titleTokens + LEAD_TOKENS));
  const title = sortedDistinct(tokens, features.titleTokens);
  const leadWeight = weightsOf(lead, weigh);
  const { leadNames, leadNameWeight, leadNameMass } = namesAmong(lead, leadWeight, words, plain);
  let countedCount = 0;
  for (let i = 0; i + 1 < count; i++) {
    if ((u8At(flags, i) & DIGITS) === 0) continue;
    for (let next = i + 1; next <= i + 2 && next < count; next++)
      if ((u8At(flags, next) & FIGURE) === 0 && weigh(u32At(tokens, next)) > COUNTED_WEIGHT_MIN)
        scratch[countedCount++] = mix32(Math.imul(u32At(tokens, i), 0x9e3779b1) + u32At(tokens, next));
  }
  const calendar = calendarOf(tokens, flags, features.language);
  const figureWeight = weightsOf(figures, weigh);
  return {
    features,
    sketch: sketchOf({ features, words, share, figures, figureWeight }),
    words,
    weight,
    share,
    plain,
    plainNorm: Math.sqrt(plainNorm),
    plainMass,
    placeFrom,
    places,
    mass,
    sentenceOf,
    sentenceFrom,
    sentenceMass,
    sentences,
    wordSentences,
    wordSentencesFrom,
    alignWords,
    alignFrom,
    pairs,
    triples,
    fives,
    quotedTriples,
    figures,
    figureWeight,
    names,
    nameWeight: weightsOf(names, weigh),
    nameRuns,
    protagonists: protagonistsOf(
      share,
      (word) => plain[word] === 0 && (u8At(flags, u16At(places, u32At(placeFrom, word))) & FIGURE) === 0,
    ),
    keyWords,
    keyShare,
    lead,
    leadWeight,
    leadNames,
    leadNameWeight,
    leadNameMass,
    title,
    titleWeight: weightsOf(title, weigh),
    calendar,
    background: backgroundSentences(features, sentenceFrom, sentences, calendar.lastYear),
    counted: sortedDistinct(scratch, countedCount),
  };
}

/** Whether the document is written mostly in a script without spaces. */
export function isIdeographic(features: DocumentFeatures): boolean {
  let ideographs = 0;
  for (const flag of features.flags) if ((flag & IDEOGRAPH) !== 0) ideographs++;
  return ideographs * 2 > features.flags.length;
}
