import { u8At, u32At } from "@wirefold/core";
import { hashFolded, mix32 } from "@wirefold/text";
import type { DocumentFeatures } from "./features.ts";
import { weigherOf } from "./lexicon.ts";
import { SENTENCE_START } from "./token-flags.ts";

/**
 * House text: what an outlet prints with its stories whatever they tell (who we are, no advice, subscribe). A sentence near the
 * beginning or the end that recurs over unlike documents of one outlet is house text, whatever it says; it then weighs nothing when
 * that outlet's documents are compared. Learned from the set that is grouped, as a function of the set: order does not matter.
 *
 * Pages whose site is known have lost such lines when they were cleaned; this is for texts that nobody cleaned.
 */

/** Sentences of a body at its beginning and at its end that may be house text. In between is what is reported. */
const HEAD_SENTENCES = 3;
const TAIL_SENTENCES = 8;
/** A shorter one ("He declined to comment.") may be anybody's. */
const TOKENS_MIN = 6;
/** Documents unlike each other that a sentence has to stand in. Two may quote one man, four seldom do. */
const DOCUMENTS_MIN = 4;
/** Words that say what a document is about: at most so many, at least so many, and each this rare. */
const TOPIC_WORDS = 24;
const TOPIC_WORDS_MIN = 4;
const RARE = 4;
/** Share of the lesser topic from which two documents may tell one story. */
const ALIKE = 0.2;

interface Sentence {
  readonly from: number;
  readonly to: number;
  /** The outlet's and the sentence's words as one number of 52 bits. */
  readonly key: number;
}

/** The sentences at the ends of a document's body that may be house text; none where its outlet is not known. */
function sentencesAtEnds({ outlet, tokens, flags, titleTokens }: DocumentFeatures): Sentence[] {
  if (outlet === null || outlet === "") return [];
  const starts: number[] = [];
  for (let i = titleTokens; i < flags.length; i++)
    if (i === titleTokens || (u8At(flags, i) & SENTENCE_START) !== 0) starts.push(i);
  const own = hashFolded(outlet, 0, outlet.length);
  const found: Sentence[] = [];
  for (const [n, from] of starts.entries()) {
    if (n >= HEAD_SENTENCES && n < starts.length - TAIL_SENTENCES) continue;
    const to = starts[n + 1] ?? tokens.length;
    if (to - from < TOKENS_MIN) continue;
    let a = own;
    let b = ~own;
    for (let i = from; i < to; i++) {
      a = mix32(Math.imul(a, 0x9e3779b1) + u32At(tokens, i));
      b = mix32(Math.imul(b, 0x85ebca77) ^ u32At(tokens, i));
    }
    found.push({ from, to, key: (a >>> 0) * 2 ** 20 + (b >>> 12) });
  }
  return found;
}

/** What is house text: keys of outlets' sentences. */
export type HouseText = ReadonlySet<number>;

/** Counters of how often sentences were seen; two that share one only make more of them be looked at. */
const COUNTERS = 1 << 22;

/** Learns house text from documents entered one by one; keeps eight bytes a sentence that may be house text, and 4 MB. */
export class HouseTextLearner {
  readonly #seen = new Uint8Array(COUNTERS);
  readonly #keys: Float64Array[] = [];

  /** Documents are numbered from 0 in the order they are entered. */
  enter(features: DocumentFeatures): void {
    const keys = Float64Array.from(new Set(sentencesAtEnds(features).map(({ key }) => key)));
    this.#keys.push(keys);
    for (const key of keys) this.#seen[key % COUNTERS] = Math.min(DOCUMENTS_MIN, (this.#seen[key % COUNTERS] ?? 0) + 1);
  }

  /**
   * @param ids The documents' ids, by number: of more than are needed those that come first count.
   * @param featuresAt Answers what was entered, by number. Asked only of documents with a sentence that recurs.
   */
  learn(ids: readonly string[], featuresAt: (number: number) => DocumentFeatures): HouseText {
    const recurs = (key: number): boolean => (this.#seen[key % COUNTERS] ?? 0) >= DOCUMENTS_MIN;
    const numbers = this.#keys.flatMap((keys, number) => (keys.some(recurs) ? [number] : []));
    numbers.sort((x, y) => ((ids[x] ?? "") < (ids[y] ?? "") ? -1 : 1));
    const topics = new Map<number, Set<number>[]>();
    for (const number of numbers) {
      const wanted = (this.#keys[number] ?? new Float64Array()).filter(
        (key) => recurs(key) && (topics.get(key)?.length ?? 0) < DOCUMENTS_MIN,
      );
      if (wanted.length === 0) continue;
      const topic = topicOf(featuresAt(number), recurs);
      if (topic.size < TOPIC_WORDS_MIN) continue;
      for (const key of wanted) {
        const others = topics.get(key) ?? [];
        if (others.every((other) => areUnlike(topic, other))) topics.set(key, [...others, topic]);
      }
    }
    return new Set([...topics].flatMap(([key, unlike]) => (unlike.length >= DOCUMENTS_MIN ? [key] : [])));
  }

  /** Numbers of the documents that hold a sentence of it. */
  holding(house: HouseText): number[] {
    if (house.size === 0) return [];
    return this.#keys.flatMap((keys, number) => (keys.some((key) => house.has(key)) ? [number] : []));
  }
}

/** The rarest words of a document outside the sentences that recur. */
function topicOf(features: DocumentFeatures, recurs: (key: number) => boolean): Set<number> {
  const { tokens, language } = features;
  const weigh = weigherOf(language);
  const left = new Uint8Array(tokens.length);
  for (const { from, to, key } of sentencesAtEnds(features)) if (recurs(key)) left.fill(1, from, to);
  const words = new Map<number, number>();
  for (const [i, token] of tokens.entries()) if (left[i] === 0 && weigh(token) >= RARE) words.set(token, weigh(token));
  const rarest = [...words].sort(([x, a], [y, b]) => b - a || x - y).slice(0, TOPIC_WORDS);
  return new Set(rarest.map(([token]) => token));
}

function areUnlike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared < ALIKE * Math.min(a.size, b.size);
}

/** The document without its outlet's house text; itself where it has none, or nothing else. */
export function withoutHouseText(features: DocumentFeatures, house: HouseText): DocumentFeatures {
  if (house.size === 0) return features;
  const cut = sentencesAtEnds(features).filter(({ key }) => house.has(key));
  if (cut.length === 0) return features;
  const keeps = new Uint8Array(features.tokens.length).fill(1);
  for (const { from, to } of cut) keeps.fill(0, from, to);
  const tokens = features.tokens.filter((_, i) => keeps[i] === 1);
  if (tokens.length <= features.titleTokens) return features;
  return {
    ...features,
    tokens,
    flags: features.flags.filter((_, i) => keeps[i] === 1),
    tokensTotal: features.tokensTotal - (features.tokens.length - tokens.length),
  };
}
