/**
 * Inference for a small network over the sequence of a page's blocks: a hidden layer of each block's features, what the page has on
 * average and at most of it, and three convolutions that look one, two and five blocks to either side (eight in all). Where trees
 * decide each block by itself, this one sees what its neighbours were taken for. The weights are made by
 * `scripts/train-block-model.mjs` and kept as base64 in `sequence-model-weights.ts`.
 *
 * Layout, little endian: Uint32 inputs F, hidden units H, channels C; then Float32s, each matrix by rows of its inputs: lowest, highest and
 * scale of each input (F each), W0 (F x H), b0, Wp (2H x H), W1 (3H x C), b1, W2 (3C x C), b2, W3 (3C x C), b3, Wo (H + 3C + 2H), bo.
 */
import { bytesOfBase64, f64At } from "@wirefold/core";
import { itemAt, numberAt } from "../indexing.ts";

/** Network weights; layers are padded, see `readSequenceModel`. */
export interface SequenceModel {
  readonly inputs: number;
  readonly hidden: number;
  readonly channels: number;
  /** Bounds of an input after `squash`, and what it is multiplied with. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  readonly scale: Float64Array;
  readonly first: Float64Array;
  readonly firstBias: Float64Array;
  readonly pooled: Float64Array;
  readonly layers: readonly SequenceLayer[];
  readonly out: {
    readonly states: Float64Array;
    readonly layers: readonly Float64Array[];
    readonly mean: Float64Array;
    readonly most: Float64Array;
    readonly bias: number;
  };
}

/** A convolution: for `[t - reach, t, t + reach]` one after another a matrix of `width` rows and C columns. */
export interface SequenceLayer {
  readonly reach: number;
  readonly width: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

/** How far each convolution looks to either side, in blocks. */
export const REACHES = [1, 2, 5] as const;
/** So many blocks are seen at once; a longer page is read in pieces. */
export const SEQUENCE_BLOCKS = 256;

export function readSequenceModel(base64: string): SequenceModel {
  const bytes = bytesOfBase64(base64);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const inputs = view.getUint32(0, true);
  const units = view.getUint32(4, true);
  const kernels = view.getUint32(8, true);
  const hidden = padded(units);
  const channels = padded(kernels);
  let at = 12;
  /** `parts` matrices of `rows` x `columns` below each other, each padded to `rowsTo` x `columnsTo` with zeros, which change nothing. */
  const take = (parts: number, rows: number, columns: number, rowsTo = rows, columnsTo = columns): Float64Array => {
    const out = new Float64Array(parts * rowsTo * columnsTo);
    for (let part = 0; part < parts; part++)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++, at += 4)
          out[(part * rowsTo + row) * columnsTo + column] = view.getFloat32(at, true);
    return out;
  };
  const lowest = take(1, 1, inputs);
  const highest = take(1, 1, inputs);
  const scale = take(1, 1, inputs);
  const first = take(1, inputs, units, inputs, hidden);
  const firstBias = take(1, 1, units, 1, hidden);
  const pooled = take(2, units, units, hidden, hidden);
  const layers = REACHES.map((reach, k) => {
    const [rows, width] = k === 0 ? [units, hidden] : [kernels, channels];
    return { reach, width, weights: take(3, rows, kernels, width, channels), bias: take(1, 1, kernels, 1, channels) };
  });
  const out = {
    states: take(1, 1, units, 1, hidden),
    layers: REACHES.map(() => take(1, 1, kernels, 1, channels)),
    mean: take(1, 1, units, 1, hidden),
    most: take(1, 1, units, 1, hidden),
    bias: take(1, 1, 1)[0] ?? 0,
  };
  return { inputs, hidden, channels, lowest, highest, scale, first, firstBias, pooled, layers, out };
}

/** Layers are kept as wide as the inner loop takes at once. */
const STEP = 8;
const padded = (count: number): number => Math.ceil(count / STEP) * STEP;

const SMALL = 256;
const logs = Float64Array.from({ length: SMALL }, (_, n) => Math.log1p(n));

/** A feature's size by its order of magnitude, with its sign. Zero stays zero. */
export function squash(value: number): number {
  if (value < 0) return -Math.log1p(-value);
  return value < SMALL && Number.isInteger(value) ? (logs[value] ?? 0) : Math.log1p(value);
}

/** The log-odds of being body for each of `count` rows of `width` values; 0 for those that `skip` marks. */
export function predictSequence(
  model: SequenceModel,
  values: Float32Array,
  count: number,
  width: number,
  skip: Uint8Array,
): Float32Array {
  const out = new Float32Array(count);
  const rows: number[] = [];
  for (let row = 0; row <= count; row++) {
    if (row < count && skip[row] !== 1) rows.push(row);
    if (rows.length === SEQUENCE_BLOCKS || (row === count && rows.length > 0)) {
      predictPiece(model, values, rows, width, out);
      rows.length = 0;
    }
  }
  return out;
}

function predictPiece(
  model: SequenceModel,
  values: Float32Array,
  rows: readonly number[],
  width: number,
  out: Float32Array,
): void {
  const { hidden, layers } = model;
  const size = rows.length;
  const states = hiddenStates(model, values, rows, width);
  const mean = new Float64Array(hidden);
  const most = new Float64Array(hidden);
  for (let t = 0; t < size; t++)
    for (let j = 0; j < hidden; j++) {
      const value = f64At(states, t * hidden + j);
      mean[j] = f64At(mean, j) + value / (size + 1);
      if (value > f64At(most, j)) most[j] = value;
    }
  const log = new Float64Array(size).fill(model.out.bias + dot(model.out.mean, mean, 0) + dot(model.out.most, most, 0));
  addDots(log, states, model.out.states);
  const page = pagePart(model, mean, most);
  let input = states;
  for (let at = 0; at < input.length; at++) input[at] = f64At(input, at) + f64At(page, at % hidden);
  layers.forEach((layer, k) => {
    input = convolve(layer, model.channels, input, size);
    addDots(log, input, itemAt(model.out.layers, k));
  });
  rows.forEach((row, t) => {
    out[row] = f64At(log, t);
  });
}

/** The numbers that are not 0 of what a layer is given, and where their weights begin: most features of a block are 0 and cost nothing. */
const NUMBERS_MAX = 2048;
const numbers = new Float64Array(NUMBERS_MAX);
const places = new Int32Array(NUMBERS_MAX);

/** Writes at `out[at]` and behind, `width` in number, what the first `count` of `numbers` give with `weights`; nothing below 0. */
function layer(weights: Float64Array, bias: Float64Array, count: number, width: number, out: Float64Array, at: number): void {
  for (let j = 0; j < width; j += STEP) {
    let s0 = bias[j] ?? 0;
    let s1 = bias[j + 1] ?? 0;
    let s2 = bias[j + 2] ?? 0;
    let s3 = bias[j + 3] ?? 0;
    let s4 = bias[j + 4] ?? 0;
    let s5 = bias[j + 5] ?? 0;
    let s6 = bias[j + 6] ?? 0;
    let s7 = bias[j + 7] ?? 0;
    for (let k = 0; k < count; k++) {
      const value = numbers[k] ?? 0;
      const base = (places[k] ?? 0) + j;
      s0 += value * (weights[base] ?? 0);
      s1 += value * (weights[base + 1] ?? 0);
      s2 += value * (weights[base + 2] ?? 0);
      s3 += value * (weights[base + 3] ?? 0);
      s4 += value * (weights[base + 4] ?? 0);
      s5 += value * (weights[base + 5] ?? 0);
      s6 += value * (weights[base + 6] ?? 0);
      s7 += value * (weights[base + 7] ?? 0);
    }
    const to = at + j;
    out[to] = Math.max(s0, 0);
    out[to + 1] = Math.max(s1, 0);
    out[to + 2] = Math.max(s2, 0);
    out[to + 3] = Math.max(s3, 0);
    out[to + 4] = Math.max(s4, 0);
    out[to + 5] = Math.max(s5, 0);
    out[to + 6] = Math.max(s6, 0);
    out[to + 7] = Math.max(s7, 0);
  }
}

function hiddenStates(model: SequenceModel, values: Float32Array, rows: readonly number[], width: number): Float64Array {
  const { inputs, hidden, lowest, highest, scale, first, firstBias } = model;
  if (inputs > NUMBERS_MAX) throw new RangeError(`sequence-model: ${inputs} inputs, at most ${NUMBERS_MAX}`);
  const states = new Float64Array(rows.length * hidden);
  for (let t = 0; t < rows.length; t++) {
    const from = numberAt(rows, t) * width;
    let count = 0;
    for (let f = 0; f < inputs; f++) {
      const value = values[from + f] ?? 0;
      const low = lowest[f] ?? 0;
      const high = highest[f] ?? 0;
      // Zero is nearly always within the bounds.
      if (value === 0 && low <= 0 && high >= 0) continue;
      const squashed = squash(value);
      const bounded = squashed < low ? low : Math.min(squashed, high);
      if (bounded === 0) continue;
      numbers[count] = bounded * (scale[f] ?? 0);
      places[count++] = f * hidden;
    }
    layer(first, firstBias, count, hidden, states, t * hidden);
  }
  return states;
}

/** What every block of a page is given of the page as a whole. */
function pagePart({ hidden, pooled }: SequenceModel, mean: Float64Array, most: Float64Array): Float64Array {
  let count = 0;
  for (let j = 0; j < 2 * hidden; j++) {
    numbers[count] = j < hidden ? f64At(mean, j) : f64At(most, j - hidden);
    places[count++] = j * hidden;
  }
  const out = new Float64Array(hidden);
  layer(pooled, new Float64Array(hidden), count, hidden, out, 0);
  return out;
}

function convolve(
  { reach, width, weights, bias }: SequenceLayer,
  channels: number,
  input: Float64Array,
  size: number,
): Float64Array {
  const out = new Float64Array(size * channels);
  for (let t = 0; t < size; t++) {
    let count = 0;
    for (let side = -1; side <= 1; side++) {
      const from = t + side * reach;
      if (from < 0 || from >= size) continue;
      for (let j = 0; j < width; j++) {
        const value = input[from * width + j] ?? 0;
        if (value === 0) continue;
        numbers[count] = value;
        places[count++] = ((side + 1) * width + j) * channels;
      }
    }
    layer(weights, bias, count, channels, out, t * channels);
  }
  return out;
}

/** Adds to each row's sum its numbers times `weights`. */
function addDots(sums: Float64Array, rows: Float64Array, weights: Float64Array): void {
  for (let t = 0; t < sums.length; t++) sums[t] = f64At(sums, t) + dot(weights, rows, t * weights.length);
}

function dot(weights: Float64Array, numbers: Float64Array, at: number): number {
  let sum = 0;
  for (let j = 0; j < weights.length; j++) sum += (weights[j] ?? 0) * (numbers[at + j] ?? 0);
  return sum;
}

/** Surer than this a model cannot be for the average: odds of ten thousand to one. */
const ODDS_MAX = 9.2;

/** The trees' probabilities and the network's log-odds as one probability a row: the mean of the log-odds. 0 for rows that `skip` marks. */
export function averageModels(trees: Float32Array, sequence: Float32Array, skip: Uint8Array): Float32Array {
  const out = new Float32Array(trees.length);
  for (let row = 0; row < trees.length; row++) {
    if (skip[row] === 1) continue;
    const p = trees[row] ?? 0;
    const odds = Math.max(-ODDS_MAX, Math.min(ODDS_MAX, Math.log(p / (1 - p))));
    const other = Math.max(-ODDS_MAX, Math.min(ODDS_MAX, sequence[row] ?? 0));
    out[row] = 1 / (1 + Math.exp(-(odds + other) / 2));
  }
  return out;
}
