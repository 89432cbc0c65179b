import { type Posting, TIMELESS, timeBucket, UNDATED } from "@wirefold/core";
import { mix32 } from "@wirefold/text";
import { isMarked } from "./heaviest-words.ts";
import type { PreparedDocument } from "./prepared-document.ts";

/**
 * The features a document is found by. Its key words (the rarest for their frequency), filed by time, which
 * find reports of the same event and paraphrases; a sample of its three-word passages, filed without time, which
 * find copies however old; and names by their sound, which find reports in other languages. Their number is bounded, so the index grows by a fixed amount per document.
 */

/** Key words filed per document. */
export const WORD_POSTINGS = 12;
/** Of these, filed without time too, so that an undated document finds dated ones. */
const TIMELESS_WORDS = 2;
/** Passages filed per document. */
export const PASSAGE_POSTINGS = 6;

/** Names by sound filed per document: how reports in other languages are found. */
export const NAME_POSTINGS = 4;

/** English words filed of a text in another language, in the key space of words: where English reports are filed, too. */
export const ENGLISH_POSTINGS = 6;

/** Words, passages and names by sound live in one key space; these keep them apart. */
const PASSAGE_SEED = 0x51ed270b;
const NAME_SEED = 0x2545f491;
const WEIGHT_MAX = 63;

interface RankedWord {
  readonly key: number;
  readonly weight: number;
}

function rankedWords(prepared: PreparedDocument): RankedWord[] {
  const words: RankedWord[] = [];
  for (let i = 0; i < prepared.keyWords.length; i++)
    words.push({ key: prepared.keyWords[i] ?? 0, weight: prepared.keyShare[i] ?? 0 });
  words.sort((a, b) => b.weight - a.weight || a.key - b.key);
  return words.slice(0, WORD_POSTINGS).map(({ key, weight }) => ({
    key: key || 1,
    weight: Math.max(1, Math.min(WEIGHT_MAX, Math.round(weight * 100))),
  }));
}

/** The passages whose mixed hashes are lowest: both of two documents that share passages tend to pick shared ones. */
function sampledPassages(prepared: PreparedDocument): number[] {
  const lowest: number[] = [];
  const { triples } = prepared;
  let worst = Number.POSITIVE_INFINITY;
  for (let i = 0; i < triples.length; i++) {
    const key = mix32((triples[i] ?? 0) ^ PASSAGE_SEED) || 1;
    if (key >= worst) continue;
    let at = lowest.length;
    while (at > 0 && (lowest[at - 1] ?? 0) > key) at--;
    lowest.splice(at, 0, key);
    if (lowest.length > PASSAGE_POSTINGS) lowest.pop();
    if (lowest.length === PASSAGE_POSTINGS) worst = lowest[PASSAGE_POSTINGS - 1] ?? 0;
  }
  return lowest;
}

const PASSAGE_WEIGHT = 20;
const NAME_WEIGHT = 12;

function nameKeys(prepared: PreparedDocument): number[] {
  const { keys, weights } = prepared.features.sounds;
  const names = keys.filter((_, i) => isMarked(weights[i] ?? 0));
  // Scripts without capitals show no names: there the heaviest words stand in.
  const chosen = names.length >= NAME_POSTINGS ? names : keys;
  return Array.from(chosen.subarray(0, NAME_POSTINGS), (key) => mix32(key ^ NAME_SEED) || 1);
}

const englishKeys = (prepared: PreparedDocument): Uint32Array => prepared.features.english.keys.subarray(0, ENGLISH_POSTINGS);

/** What is filed for a document: at most 24 rows, 30 in other languages than English. */
export function postingsOf(prepared: PreparedDocument): Posting[] {
  const bucket = timeBucket(prepared.features.publishedDay);
  const words = rankedWords(prepared);
  const postings: Posting[] = words.map(({ key, weight }) => ({ key, weight, bucket }));
  if (bucket !== UNDATED)
    for (const { key, weight } of words.slice(0, TIMELESS_WORDS)) postings.push({ key, weight, bucket: TIMELESS });
  for (const key of sampledPassages(prepared)) postings.push({ key, weight: PASSAGE_WEIGHT, bucket: TIMELESS });
  for (const key of nameKeys(prepared)) postings.push({ key, weight: NAME_WEIGHT, bucket });
  for (const key of englishKeys(prepared)) postings.push({ key, weight: NAME_WEIGHT, bucket });
  return postings;
}

/** What is read to find a document's candidates: at most 70 rows, 94 in other languages than English. */
export function lookupsOf(prepared: PreparedDocument): Posting[] {
  const bucket = timeBucket(prepared.features.publishedDay);
  const buckets = bucket === UNDATED ? [UNDATED, TIMELESS] : [bucket, bucket - 1, bucket + 1, UNDATED];
  const lookups: Posting[] = [];
  for (const { key, weight } of rankedWords(prepared)) for (const at of buckets) lookups.push({ key, weight, bucket: at });
  for (const key of sampledPassages(prepared)) lookups.push({ key, weight: PASSAGE_WEIGHT, bucket: TIMELESS });
  for (const key of nameKeys(prepared)) for (const at of buckets) lookups.push({ key, weight: NAME_WEIGHT, bucket: at });
  for (const key of englishKeys(prepared)) for (const at of buckets) lookups.push({ key, weight: NAME_WEIGHT, bucket: at });
  return lookups;
}
