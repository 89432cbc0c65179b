import { f32At, u8At, u16At, u32At } from "@wirefold/core";
import { mix32 } from "@wirefold/text";
import { backgroundSentences, calendarOf } from "./date-tokens.ts";
import { CAPITAL, DIGITS, type DocumentFeatures, FIGURE, QUOTED, SENTENCE_START, TITLE } from "./features.ts";
import { heaviestPlaces } from "./heaviest-places.ts";
import { weigherOf } from "./lexicon.ts";
import { protagonistsOf } from "./protagonists.ts";
import { placesInOrder, sortHashes } from "./sort-hashes.ts";

/** The parts of a prepared document, each made from its features when it is asked for. */

/** Words of the opening: a headline and two or three sentences, where news says what happened. */
const LEAD_TOKENS = 70;
const KEY_WORDS = 24;
/** Lighter words say nothing of what a text is about, however often they occur. */
const KEY_WEIGHT_MIN = 2;
/** A word in a third of all texts stands in too many sentences to say which one is meant. */
const ALIGNED_WEIGHT_MIN = 1.2;

/** Lighter words ("of", "and") say nothing of what is counted. */
const COUNTED_WEIGHT_MIN = 0.6;

/** Sorts `values[0..count)` and drops repetitions, into a fresh array. */
function sortedDistinct(values: Uint32Array, count: number): Uint32Array {
  const sorted = values.slice(0, count);
  sortHashes(sorted);
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

function makeRoom(count: number): void {
  if (count <= scratch.length) return;
  scratch = new Uint32Array(count * 2);
  scratchB = new Uint32Array(count * 2);
  scratchC = new Uint32Array(count * 2);
}

/** Distinct words with their places and weights, `norm` being what their shares were scaled by: all that a first look at a pair asks for. */
export function wordsIn({ tokens, language }: DocumentFeatures) {
  const weigh = weigherOf(language);
  const count = tokens.length;
  makeRoom(count);
  const places = placesInOrder(tokens);
  let distinct = 0;
  let last = -1;
  for (let i = 0; i < count; i++) {
    const hash = u32At(tokens, u16At(places, i));
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
  for (let i = 0; i < distinct; i++) share[i] = f32At(share, i) * norm;
  return { words, weight, share, placeFrom, places, mass, norm };
}
export type Words = ReturnType<typeof wordsIn>;

/** The words that tell most. */
export function keysOf({ words, weight, share }: Words) {
  const places = heaviestPlaces(share, KEY_WORDS, (word) => f32At(weight, word) > KEY_WEIGHT_MIN);
  const keyWords = new Uint32Array(places.length);
  const keyShare = new Float32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    keyWords[i] = u32At(words, u32At(places, i));
    keyShare[i] = f32At(share, u32At(places, i));
  }
  return { keyWords, keyShare };
}

/** Sorted hashes of the three-word passages outside quotes: what documents are filed by as well. */
export function triplesOf({ tokens, flags }: DocumentFeatures): Uint32Array {
  makeRoom(tokens.length);
  let count = 0;
  let run = 0;
  for (let i = 0; i < tokens.length; i++) {
    run = (u8At(flags, i) & QUOTED) === 0 ? run + 1 : 0;
    if (run >= 3) scratch[count++] = tripleAt(tokens, i);
  }
  return sortedDistinct(scratch, count);
}

const pairAt = (tokens: Uint32Array, i: number): number => mix32(Math.imul(u32At(tokens, i - 1), 0x9e3779b1) + u32At(tokens, i));
const tripleAt = (tokens: Uint32Array, i: number): number =>
  mix32(Math.imul(u32At(tokens, i - 2), 0x85ebca77) + pairAt(tokens, i));

export function figuresOf({ tokens, flags, language }: DocumentFeatures) {
  makeRoom(tokens.length);
  let count = 0;
  for (let i = 0; i < tokens.length; i++) if ((u8At(flags, i) & FIGURE) !== 0) scratch[count++] = u32At(tokens, i);
  const figures = sortedDistinct(scratch, count);
  return { figures, figureWeight: weightsOf(figures, weigherOf(language)) };
}

/** What measuring a pair asks for beyond the words. */
export function measuredOf(features: DocumentFeatures, { words, weight, share, placeFrom, places, norm }: Words) {
  const { tokens, flags } = features;
  const weigh = weigherOf(features.language);
  const count = tokens.length;
  const distinct = words.length;
  makeRoom(count);

  const plain = new Uint8Array(distinct);
  let plainNorm = 0;
  let plainMass = 0;
  for (let i = 0; i < distinct; i++) {
    if (!isPlain(flags, places, u32At(placeFrom, i), u32At(placeFrom, i + 1))) continue;
    plain[i] = 1;
    // As the share was before it was rounded.
    const times = u32At(placeFrom, i + 1) - u32At(placeFrom, i);
    const value = Math.fround(f32At(weight, i) * (1 + Math.log(times))) * norm;
    plainNorm += value * value;
    plainMass += f32At(weight, i);
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
  let fiveCount = 0;
  let quotedCount = 0;
  let run = 0; // unquoted tokens up to here
  let quotedRun = 0;
  for (let i = 0; i < count; i++) {
    if ((u8At(flags, i) & QUOTED) === 0) {
      run++;
      quotedRun = 0;
    } else {
      quotedRun++;
      run = 0;
    }
    if (run >= 2) scratch[pairCount++] = pairAt(tokens, i);
    if (quotedRun >= 3) scratchC[quotedCount++] = tripleAt(tokens, i);
    if (run >= 5)
      scratchB[fiveCount++] = mix32(
        Math.imul(Math.imul(u32At(tokens, i - 4), 0xc2b2ae3d) + u32At(tokens, i - 3), 0x27d4eb2f) + tripleAt(tokens, i),
      );
  }
  const pairs = sortedDistinct(scratch, pairCount);
  const quotedTriples = sortedDistinct(scratchC, quotedCount);
  const fives = sortedDistinct(scratchB, fiveCount);

  // Capitalised words inside sentences, and runs of two of them.
  let nameCount = 0;
  let runCount = 0;
  for (let i = 0; i < count; i++) {
    const flag = u8At(flags, i);
    if ((flag & CAPITAL) === 0 || (flag & TITLE) !== 0) continue;
    if ((flag & SENTENCE_START) === 0) scratchB[nameCount++] = u32At(tokens, i);
    if (i > 0 && (flag & SENTENCE_START) === 0 && (u8At(flags, i - 1) & CAPITAL) !== 0 && (u8At(flags, i - 1) & TITLE) === 0)
      scratchC[runCount++] = mix32(Math.imul(u32At(tokens, i - 1), 0x9e3779b1) + u32At(tokens, i));
  }
  const names = sortedDistinct(scratchB, nameCount);
  const nameRuns = sortedDistinct(scratchC, runCount);

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
  return {
    plain,
    plainNorm: Math.sqrt(plainNorm),
    plainMass,
    sentenceOf,
    sentenceFrom,
    sentenceMass,
    sentences,
    wordSentences,
    wordSentencesFrom,
    alignWords,
    alignFrom,
    pairs,
    fives,
    quotedTriples,
    names,
    nameWeight: weightsOf(names, weigh),
    nameRuns,
    protagonists: protagonistsOf(
      share,
      (word) => plain[word] === 0 && (u8At(flags, u16At(places, u32At(placeFrom, word))) & FIGURE) === 0,
    ),
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
