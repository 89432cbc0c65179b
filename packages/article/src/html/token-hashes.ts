/**
 * Words as numbers, for the token tables: the words of class names and the words of a block, its neighbours and its heading, each
 * hashed to 32 bits. The tables know a few thousand words that many sites share; a hash keeps them small and free of any
 * language's spelling.
 */
import { i32At, u8At, u16At } from "@wirefold/core";
import { itemAt } from "../indexing.ts";
import { isSpaceCode } from "./char-classes.ts";
import type { FeatureContext } from "./feature-context.ts";
import { eachNamePiece, lowerNames } from "./name-pieces.ts";
import { headingLevel } from "./tags.ts";

/** What a token is taken from: element names, the block's own words, the words around it. */
export const TOKEN_KINDS = ["class", "text", "around"] as const;

/** Where a token stands is part of it; the numbers only have to differ. */
const PLACE = {
  own: 0x1d3f,
  near: 0x2e71,
  far: 0x3a95,
  word: 0x41c7,
  pair: 0x5b2b,
  first: 0x6e03,
  last: 0x7f19,
  whole: 0x8d57,
  size: 0x9a35,
  heading: 0xa5c1,
  distance: 0xb7e3,
  before: 0xc90d,
  wholeBefore: 0xd16b,
  after: 0xe2f5,
  wholeAfter: 0xf48d,
} as const;

/** Levels of an element's name: the block's own element, its two nearest ancestors, and those above. */
export const LEVELS = [PLACE.own, PLACE.near, PLACE.far] as const;
export const NEAR_ANCESTORS = 2;

const hashStart = 0x811c9dc5 | 0;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** A number for the pair, well spread over 32 bits. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 13);
}

/** Longer class attributes are build-tool noise. */
const NAMES_CHARS_MAX = 400;
const EQUALS = 61;
const ZERO = 48;

function hashOf(text: string, from = 0, to = text.length): number {
  let hash = hashStart;
  for (let at = from; at < to; at++) hash = step(hash, text.charCodeAt(at));
  return hash;
}

const nameStart = step(hashStart, EQUALS);
/** The words of a `class` or `id` value: each name whole (digits alike) and its pieces, without repetitions. */
export function nameHashes(names: string): number[] {
  const text = names.length > NAMES_CHARS_MAX ? names.slice(0, NAMES_CHARS_MAX) : names;
  const found: number[] = [];
  const lower = lowerNames(text);
  let hash = nameStart;
  let wasDigit = false;
  for (let at = 0; at <= lower.length; at++) {
    const code = at === lower.length ? SPACE : lower.charCodeAt(at);
    if (code === SPACE || isSpaceCode(code)) {
      if (hash !== nameStart && !found.includes(hash)) found.push(hash);
      hash = nameStart;
      wasDigit = false;
      continue;
    }
    const digit = isDigit(code);
    if (!digit || !wasDigit) hash = step(hash, digit ? ZERO : code);
    wasDigit = digit;
  }
  eachNamePiece(text, lower, text.length, (from, to) => {
    if (to - from < 2) return;
    const piece = hashOf(lower, from, to);
    if (!found.includes(piece)) found.push(piece);
  });
  return found;
}

/** Words read of a block, of a neighbour, and of the heading above. */
const WORDS_MAX = 40;
const PAIRS_MAX = 20;
const NEIGHBOUR_WORDS_MAX = 6;
const HEADING_WORDS_MAX = 12;
/** Texts of so few words are a token as a whole. */
const WHOLE_WORDS_MAX = 6;
const WHOLE_NEIGHBOUR_MAX = 4;
const HEADING_DISTANCE_MAX = 15;
const HEADING_CHARS_MAX = 60;

/** Hashes of each block's first words, `WORDS_MAX` places a block. */
export interface PageWords {
  readonly hashes: Int32Array;
  readonly counts: Uint8Array;
  /** The nearest heading above each block, -1 for none. */
  readonly headings: Int32Array;
}

const SPACE = 32;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Kana and Han: written without spaces, read as pairs of characters. */
const isUnspaced = (code: number): boolean => code >= 0x3040 && code <= 0x9fff;
const NUMBER_HASH = hashOf("0");

/** Neighbours are read for their first words alone, and so are blocks that `skip` marks. */
export function pageWords({ blocks, folded, analysis }: FeatureContext, skip: Uint8Array): PageWords {
  const count = blocks.length;
  const hashes = new Int32Array(count * WORDS_MAX);
  const counts = new Uint8Array(count);
  const headings = new Int32Array(count);
  let heading = -1;
  for (let i = 0; i < count; i++) {
    headings[i] = heading >= 0 && i - heading <= HEADING_DISTANCE_MAX ? heading : -1;
    const { node, text, stats, strongChars } = itemAt(blocks, i);
    const isLabel = text.length < HEADING_CHARS_MAX && stats.sentences === 0 && strongChars > text.length * 0.8;
    if (isLabel || headingLevel(u16At(analysis.parsed.page.tag, node)) > 0) heading = i;
    counts[i] = readWords(itemAt(folded, i), hashes, i * WORDS_MAX, skip[i] === 1 ? NEIGHBOUR_WORDS_MAX : WORDS_MAX);
  }
  return { hashes, counts, headings };
}

function readWords(text: string, out: Int32Array, from: number, max: number): number {
  let count = 0;
  let hash = hashStart;
  let size = 0;
  let hasDigit = false;
  let previous = 0;
  for (let at = 0; at <= text.length && count < max; at++) {
    const code = at === text.length ? SPACE : text.charCodeAt(at);
    if (code === SPACE) {
      if (size > 0) out[from + count++] = hasDigit ? NUMBER_HASH : hash;
      hash = hashStart;
      size = 0;
      hasDigit = false;
      previous = 0;
    } else if (isUnspaced(code)) {
      if (previous !== 0) out[from + count++] = step(step(hashStart, previous), code);
      previous = code;
    } else {
      hash = step(hash, code);
      size += 1;
      hasDigit = hasDigit || isDigit(code);
    }
  }
  return count;
}

/** Visits the hash of each token of block `i`'s own words. */
export function eachTextToken({ hashes, counts }: PageWords, i: number, visit: (hash: number) => void): void {
  const from = i * WORDS_MAX;
  const count = u8At(counts, i);
  let whole = 0;
  for (let k = 0; k < count; k++) {
    const word = i32At(hashes, from + k);
    let first = from;
    while (hashes[first] !== word) first += 1;
    if (first === from + k) visit(mix(word, PLACE.word));
    if (k + 1 < count && k < PAIRS_MAX) visit(mix(mix(word, i32At(hashes, from + k + 1)), PLACE.pair));
    if (k < WHOLE_WORDS_MAX) whole = mix(whole, word);
  }
  if (count > 0) visit(mix(i32At(hashes, from), PLACE.first));
  if (count > 1) visit(mix(mix(i32At(hashes, from), i32At(hashes, from + 1)), PLACE.first));
  if (count > 0 && count < WORDS_MAX) visit(mix(i32At(hashes, from + count - 1), PLACE.last));
  if (count <= WHOLE_WORDS_MAX) visit(mix(whole, PLACE.whole));
  visit(mix(Math.min(8, Math.floor(Math.log2(1 + count) * 1.5)), PLACE.size));
}

/** Visits the hash of each word of block `i` alone. */
export function eachWord({ hashes, counts }: PageWords, i: number, visit: (hash: number) => void): void {
  const from = i * WORDS_MAX;
  const to = from + u8At(counts, i);
  for (let at = from; at < to; at++) visit(mix(i32At(hashes, at), PLACE.word));
}

/** Visits the hash of each token of the heading above block `i` and of the blocks before and after it. */
export function eachTokenAround(words: PageWords, i: number, visit: (hash: number) => void): void {
  const { hashes, counts, headings } = words;
  const heading = i32At(headings, i);
  if (heading >= 0) {
    const count = Math.min(HEADING_WORDS_MAX, u8At(counts, heading));
    for (let k = 0; k < count; k++) visit(mix(i32At(hashes, heading * WORDS_MAX + k), PLACE.heading));
    visit(mix(Math.min(5, i - heading), PLACE.distance));
  }
  if (i > 0) eachOfNeighbour(words, i - 1, PLACE.before, PLACE.wholeBefore, visit);
  if (i + 1 < counts.length) eachOfNeighbour(words, i + 1, PLACE.after, PLACE.wholeAfter, visit);
}

function eachOfNeighbour(
  { hashes, counts }: PageWords,
  j: number,
  place: number,
  wholePlace: number,
  visit: (hash: number) => void,
): void {
  const count = u8At(counts, j);
  let whole = 0;
  for (let k = 0; k < Math.min(NEIGHBOUR_WORDS_MAX, count); k++) {
    const word = i32At(hashes, j * WORDS_MAX + k);
    visit(mix(word, place));
    whole = mix(whole, word);
  }
  if (count <= WHOLE_NEIGHBOUR_MAX) visit(mix(whole, wholePlace));
}
