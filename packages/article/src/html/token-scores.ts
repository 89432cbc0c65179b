/**
 * What a block's words say of it: three log-odds, of its elements' names, its own words and the words around it, each the sum of
 * weights from a table. The tables are made by `scripts/train-block-model.mjs` of words that stand on many sites; the scores are
 * features of the block classifier, which weighs them against everything else.
 */
import { bytesOfBase64, f32At, f64At, i32At, u16At } from "@wirefold/core";
import { itemAt, numberAt } from "../indexing.ts";
import type { PageAnalysis } from "./analyse-page.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { Page } from "./page.ts";
import { TAG } from "./tags.ts";
import {
  eachTextToken,
  eachTokenAround,
  eachWord,
  LEVELS,
  mix,
  NEAR_ANCESTORS,
  nameHashes,
  type PageWords,
  pageWords,
  TOKEN_KINDS,
} from "./token-hashes.ts";

const KIND_COUNT = TOKEN_KINDS.length;

/** Weights by hash. */
export interface TokenTable {
  /** Open addressing, two words a place in one buffer: its key, then its weight, 0 where the place is free. A look reads one cache line. */
  readonly keys: Int32Array;
  readonly weights: Float32Array;
  /** The score of a block without known tokens, by kind. */
  readonly biases: readonly number[];
}

/** A table stores weights in steps of this. */
export const WEIGHT_STEP = 1 / 32;

/**
 * Layout, little endian: Uint32 count; a Float32 bias for each kind; the keys as Int32; a weight each as Int8, in steps of
 * `WEIGHT_STEP`.
 */
export function readTokenTable(base64: string): TokenTable {
  const bytes = bytesOfBase64(base64);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const count = view.getUint32(0, true);
  const biases = TOKEN_KINDS.map((_, kind) => view.getFloat32(4 + kind * 4, true));
  let size = 16;
  while (size < count * 2.5) size *= 2;
  const places = new ArrayBuffer(size * 8);
  const keys = new Int32Array(places);
  const weights = new Float32Array(places);
  const keysAt = 4 + KIND_COUNT * 4;
  for (let i = 0; i < count; i++) {
    const key = view.getInt32(keysAt + i * 4, true);
    let at = key & (size - 1);
    while (weights[2 * at + 1] !== 0) at = (at + 1) & (size - 1);
    keys[2 * at] = key;
    weights[2 * at + 1] = view.getInt8(keysAt + count * 4 + i) * WEIGHT_STEP;
  }
  return { keys, weights, biases };
}

function weightOf({ keys, weights }: TokenTable, key: number): number {
  const mask = (keys.length >> 1) - 1;
  let at = key & mask;
  for (;;) {
    const weight = weights[2 * at + 1] ?? 0;
    if (weight === 0 || keys[2 * at] === key) return weight;
    at = (at + 1) & mask;
  }
}

/** The names of a block's element and its ancestors below `<body>`, nearest first, with the place of their level in `LEVELS`. */
export function eachName(page: Page, node: number, visit: (name: string, level: number) => void): void {
  let height = 0;
  for (let at = node; at > 0; at = i32At(page.parent, at)) {
    const tag = u16At(page.tag, at);
    if (tag === TAG.body || tag === TAG.html) return;
    const level = height === 0 ? 0 : height <= NEAR_ANCESTORS ? 1 : 2;
    if (i32At(page.classEnd, at) > i32At(page.classStart, at)) visit(page.className(at), level);
    if (i32At(page.idEnd, at) > i32At(page.idStart, at)) visit(page.idName(at), level);
    height += 1;
  }
}

const SCORE_MAX = 8;
export const clampScore = (score: number): number => Math.max(-SCORE_MAX, Math.min(SCORE_MAX, score));

/** The scores of all blocks, `TOKEN_KINDS.length` in a row; 0 for those that `skip` marks. */
export function tokenScores(context: FeatureContext, skip: Uint8Array, table: TokenTable): Float32Array {
  const { analysis, blocks } = context;
  const out = new Float32Array(blocks.length * KIND_COUNT);
  const words = pageWords(context, skip);
  const names = new NameScores(analysis, table);
  let sum = 0;
  const add = (hash: number): void => {
    sum += weightOf(table, hash);
  };
  const strange = strangeness(context, words, table);
  for (let i = 0; i < blocks.length; i++) {
    if (skip[i] === 1) continue;
    const prose = itemAt(blocks, i).isProse ? strange : 0;
    out[i * KIND_COUNT] = clampScore(numberAt(table.biases, 0) + names.of(itemAt(blocks, i).node));
    sum = numberAt(table.biases, 1) + prose * USUAL_TEXT;
    eachTextToken(words, i, add);
    out[i * KIND_COUNT + 1] = clampScore(sum);
    sum = numberAt(table.biases, 2) + prose * USUAL_AROUND;
    eachTokenAround(words, i, add);
    out[i * KIND_COUNT + 2] = clampScore(sum);
  }
  return out;
}

/** What the words of running text add up to in languages that the table knows. */
const USUAL_TEXT = 1.6;
const USUAL_AROUND = 0.9;
/** A table knows at least such a share of the words of a page in a language it was made from; fewer of the pairs of an unspaced script. */
const KNOWN_SHARE = 0.3;
const KNOWN_PAIRS_SHARE = 0.08;
const PROSE_ASKED = 30;

/** 0 for a page in a language that the table knows to 1 for one of whose words it knows none: there running text counts as usual. */
function strangeness({ analysis, blocks }: FeatureContext, words: PageWords, table: TokenTable): number {
  let all = 0;
  let known = 0;
  let asked = 0;
  for (let i = 0; i < blocks.length && asked < PROSE_ASKED; i++) {
    if (!itemAt(blocks, i).isProse) continue;
    asked += 1;
    eachWord(words, i, (hash) => {
      all += 1;
      if (weightOf(table, hash) !== 0) known += 1;
    });
  }
  const wanted = analysis.unspacedShare > 0.5 ? KNOWN_PAIRS_SHARE : KNOWN_SHARE;
  return all === 0 ? 0 : Math.max(0, 1 - known / all / wanted);
}

/** Sums of name weights; a page's names repeat, and so do ancestors. */
class NameScores {
  readonly #page: Page;
  readonly #analysis: PageAnalysis;
  readonly #table: TokenTable;
  /** Scores of the page's names on each level, NaN while unknown. */
  readonly #scores: Float64Array;
  /** The far score of each element with its ancestors, NaN while unknown. */
  readonly #far: Float64Array;

  constructor(analysis: PageAnalysis, table: TokenTable) {
    this.#page = analysis.parsed.page;
    this.#analysis = analysis;
    this.#table = table;
    this.#scores = new Float64Array(analysis.names.length * LEVELS.length).fill(Number.NaN);
    this.#far = new Float64Array(this.#page.count).fill(Number.NaN);
  }

  of(node: number): number {
    const { parent } = this.#page;
    let sum = 0;
    let at = node;
    for (let height = 0; height <= NEAR_ANCESTORS; height++) {
      if (this.#isTop(at)) return sum;
      sum += this.#own(at, height === 0 ? 0 : 1);
      at = i32At(parent, at);
    }
    return sum + this.#farOf(at);
  }

  #isTop(node: number): boolean {
    const tag = u16At(this.#page.tag, node);
    return node <= 0 || tag === TAG.body || tag === TAG.html;
  }

  #farOf(node: number): number {
    const known = f64At(this.#far, node);
    if (!Number.isNaN(known)) return known;
    // The parser bounds how deep elements nest.
    const path: number[] = [];
    let at = node;
    while (!this.#isTop(at) && Number.isNaN(f64At(this.#far, at))) {
      path.push(at);
      at = i32At(this.#page.parent, at);
    }
    let sum = this.#isTop(at) ? 0 : f64At(this.#far, at);
    for (let k = path.length - 1; k >= 0; k--) {
      const member = numberAt(path, k);
      sum += this.#own(member, 2);
      this.#far[member] = sum;
    }
    return sum;
  }

  #own(node: number, level: number): number {
    const { classOf, idOf } = this.#analysis;
    const ofClass = i32At(classOf, node);
    const ofId = i32At(idOf, node);
    return (ofClass === 0 ? 0 : this.#score(ofClass, level)) + (ofId === 0 ? 0 : this.#score(ofId, level));
  }

  #score(place: number, level: number): number {
    const at = place * LEVELS.length;
    if (Number.isNaN(f64At(this.#scores, at))) this.#readName(at, itemAt(this.#analysis.names, place));
    return f64At(this.#scores, at + level);
  }

  /** Writes a name's score on each level, from `at`. */
  #readName(at: number, name: string): void {
    const hashes = nameHashes(name);
    for (let level = 0; level < LEVELS.length; level++) {
      let sum = 0;
      for (let i = 0; i < hashes.length; i++) sum += weightOf(this.#table, mix(numberAt(hashes, i), numberAt(LEVELS, level)));
      this.#scores[at + level] = sum;
    }
  }
}

/** For each kind: the block's own score, those of its neighbours, of the blocks around and before, and of its look-alikes. */
export const SCORE_COLUMNS = ["own", "previous", "next", "window", "lowestBefore", "signature"] as const;
const WINDOW = 3;
const BEFORE = 6;

/** Rows of `width` values, and the column to begin at. */
interface Target {
  readonly values: Float32Array;
  readonly width: number;
  readonly at: number;
}

/** Writes `SCORE_COLUMNS` of each kind; not for blocks that `skip` marks. */
export function putTokenScores(
  { blocks }: PageAnalysis,
  scores: Float32Array,
  skip: Uint8Array,
  { values, width, at }: Target,
): void {
  const count = blocks.length;
  const sums: number[] = [];
  const sizes: number[] = [];
  for (let i = 0; i < count; i++) {
    const { signature } = itemAt(blocks, i);
    sizes[signature] = (sizes[signature] ?? 0) + 1;
    for (let kind = 0; kind < KIND_COUNT; kind++) {
      const key = signature * KIND_COUNT + kind;
      sums[key] = (sums[key] ?? 0) + f32At(scores, i * KIND_COUNT + kind);
    }
  }
  for (let i = 0; i < count; i++) {
    if (skip[i] === 1) continue;
    const { signature } = itemAt(blocks, i);
    let column = i * width + at;
    for (let kind = 0; kind < KIND_COUNT; kind++) {
      const own = i * KIND_COUNT + kind;
      values[column++] = f32At(scores, own);
      values[column++] = i > 0 ? f32At(scores, own - KIND_COUNT) : 0;
      values[column++] = i + 1 < count ? f32At(scores, own + KIND_COUNT) : 0;
      const from = Math.max(0, i - WINDOW);
      const to = Math.min(count - 1, i + WINDOW);
      let sum = 0;
      for (let j = from; j <= to; j++) sum += f32At(scores, j * KIND_COUNT + kind);
      values[column++] = sum / (to - from + 1);
      let lowest = SCORE_MAX;
      for (let j = Math.max(0, i - BEFORE); j < i; j++) lowest = Math.min(lowest, f32At(scores, j * KIND_COUNT + kind));
      values[column++] = lowest;
      values[column++] = (sums[signature * KIND_COUNT + kind] ?? 0) / (sizes[signature] ?? 1);
    }
  }
}
