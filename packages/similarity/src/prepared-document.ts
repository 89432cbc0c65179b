import type { CalendarMentions } from "./date-tokens.ts";
import { type DocumentFeatures, IDEOGRAPH } from "./features.ts";
import { figuresOf, keysOf, measuredOf, triplesOf, type Words, wordsIn } from "./prepared-parts.ts";
import type { Protagonists } from "./protagonists.ts";
import { type DocumentSketch, sketchOf } from "./sketch.ts";

/**
 * What comparing needs of a document, worked out once from its features: sorted sets to intersect by merging, and the
 * words' places for alignment. A prepared document is derived data: never stored, cheap to make (about 0.1 ms for a news article). Its words
 * are worked out at once; the rest when it is first asked for, as most candidates end at their words and half of all documents are never measured.
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

export const prepareDocument = (features: DocumentFeatures): PreparedDocument => new LazilyPrepared(features);

class LazilyPrepared implements PreparedDocument {
  readonly features: DocumentFeatures;
  readonly words: Uint32Array;
  readonly weight: Float32Array;
  readonly share: Float32Array;
  readonly placeFrom: Uint32Array;
  readonly places: Uint16Array;
  readonly mass: number;
  readonly #words: Words;
  #sketch: DocumentSketch | undefined;
  #keys: ReturnType<typeof keysOf> | undefined;
  #triples: Uint32Array | undefined;
  #figures: ReturnType<typeof figuresOf> | undefined;
  #rest: ReturnType<typeof measuredOf> | undefined;

  constructor(features: DocumentFeatures) {
    const words = wordsIn(features);
    this.features = features;
    this.#words = words;
    this.words = words.words;
    this.weight = words.weight;
    this.share = words.share;
    this.placeFrom = words.placeFrom;
    this.places = words.places;
    this.mass = words.mass;
  }

  get sketch() {
    this.#sketch ??= sketchOf(this);
    return this.#sketch;
  }
  get keyWords() {
    return this.#keyed().keyWords;
  }
  get keyShare() {
    return this.#keyed().keyShare;
  }
  get triples() {
    this.#triples ??= triplesOf(this.features);
    return this.#triples;
  }
  get figures() {
    return this.#figured().figures;
  }
  get figureWeight() {
    return this.#figured().figureWeight;
  }
  get plain() {
    return this.#measured().plain;
  }
  get plainNorm() {
    return this.#measured().plainNorm;
  }
  get plainMass() {
    return this.#measured().plainMass;
  }
  get sentenceOf() {
    return this.#measured().sentenceOf;
  }
  get sentenceFrom() {
    return this.#measured().sentenceFrom;
  }
  get sentenceMass() {
    return this.#measured().sentenceMass;
  }
  get sentences() {
    return this.#measured().sentences;
  }
  get wordSentences() {
    return this.#measured().wordSentences;
  }
  get wordSentencesFrom() {
    return this.#measured().wordSentencesFrom;
  }
  get alignWords() {
    return this.#measured().alignWords;
  }
  get alignFrom() {
    return this.#measured().alignFrom;
  }
  get pairs() {
    return this.#measured().pairs;
  }
  get fives() {
    return this.#measured().fives;
  }
  get quotedTriples() {
    return this.#measured().quotedTriples;
  }
  get names() {
    return this.#measured().names;
  }
  get nameWeight() {
    return this.#measured().nameWeight;
  }
  get nameRuns() {
    return this.#measured().nameRuns;
  }
  get protagonists() {
    return this.#measured().protagonists;
  }
  get lead() {
    return this.#measured().lead;
  }
  get leadWeight() {
    return this.#measured().leadWeight;
  }
  get leadNames() {
    return this.#measured().leadNames;
  }
  get leadNameWeight() {
    return this.#measured().leadNameWeight;
  }
  get leadNameMass() {
    return this.#measured().leadNameMass;
  }
  get title() {
    return this.#measured().title;
  }
  get titleWeight() {
    return this.#measured().titleWeight;
  }
  get calendar() {
    return this.#measured().calendar;
  }
  get background() {
    return this.#measured().background;
  }
  get counted() {
    return this.#measured().counted;
  }

  #keyed() {
    this.#keys ??= keysOf(this.#words);
    return this.#keys;
  }
  #figured() {
    this.#figures ??= figuresOf(this.features);
    return this.#figures;
  }
  #measured() {
    this.#rest ??= measuredOf(this.features, this.#words);
    return this.#rest;
  }
}

/** Whether the document is written mostly in a script without spaces. */
export function isIdeographic(features: DocumentFeatures): boolean {
  let ideographs = 0;
  for (const flag of features.flags) if ((flag & IDEOGRAPH) !== 0) ideographs++;
  return ideographs * 2 > features.flags.length;
}
