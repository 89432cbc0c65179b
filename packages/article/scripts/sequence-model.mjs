// Fits the network of src/html/sequence-model.ts: gradients by hand, Adam (Kingma and Ba, 2015) with decoupled weight decay and a cosine rate.
// A page now and then loses its token scores, as a page in an unknown language has none; inputs and hidden units are dropped by page.
// No dependencies; deterministic for a seed.
import { REACHES, SEQUENCE_BLOCKS, squash } from "../dist/html/sequence-model.js";
import { generator } from "./gradient-boosting.mjs";

const HIDDEN = 32;
const CHANNELS = 16;
const EPOCHS = 11;
const RATE = 3e-3;
const WARM_STEPS = 50;
const DECAY = 0.02;
const INPUT_DROP = 0.15;
const HIDDEN_DROP = 0.25;
const TOKEN_DROP = 0.12;
/** Rows to a step, about. */
const BATCH_ROWS = 1500;
/** Inputs stay within so many standard deviations of their mean. */
const DEVIATIONS = 4;

/** Weights as arrays by name, and the inputs' bounds. */
function emptyLike(weights) {
  return Object.fromEntries(Object.entries(weights).map(([name, array]) => [name, new Float32Array(array.length)]));
}

/** Mean, bounds and scale of each input over the rows; `sparse` holds, for each row, the inputs that are not 0. */
function prepare(values, width, rows) {
  const mean = new Float64Array(width);
  const squares = new Float64Array(width);
  for (const row of rows)
    for (let f = 0; f < width; f++) {
      const value = squash(values[row * width + f]);
      mean[f] += value / rows.length;
      squares[f] += (value * value) / rows.length;
    }
  const deviation = Float64Array.from(squares, (square, f) => Math.sqrt(Math.max(0, square - mean[f] * mean[f])) + 1e-3);
  const lowest = Float32Array.from(mean, (m, f) => m - DEVIATIONS * deviation[f]);
  const highest = Float32Array.from(mean, (m, f) => m + DEVIATIONS * deviation[f]);
  const scale = Float32Array.from(deviation, (d) => 1 / d);
  return { mean, lowest, highest, scale };
}

function sparseRows(values, width, rows, { lowest, highest, scale }) {
  let inputs = new Uint16Array(rows.length * 128);
  let numbers = new Float32Array(rows.length * 128);
  const starts = new Int32Array(rows.length + 1);
  let size = 0;
  rows.forEach((row, r) => {
    if (size + width > inputs.length) {
      const widerInputs = new Uint16Array(inputs.length * 2);
      widerInputs.set(inputs);
      inputs = widerInputs;
      const widerNumbers = new Float32Array(inputs.length);
      widerNumbers.set(numbers);
      numbers = widerNumbers;
    }
    for (let f = 0; f < width; f++) {
      const value = Math.min(highest[f], Math.max(lowest[f], squash(values[row * width + f]))) * scale[f];
      if (value === 0) continue;
      inputs[size] = f;
      numbers[size++] = value;
    }
    starts[r + 1] = size;
  });
  return { inputs, numbers, starts };
}

function initialWeights(width, { mean, scale }, random) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const matrix = (from, to, factor = 1) =>
    Float32Array.from({ length: from * to }, () => normal() * Math.sqrt(2 / from) * factor);
  const outs = 3 * HIDDEN + REACHES.length * CHANNELS;
  const weights = {
    first: matrix(width, HIDDEN),
    firstBias: new Float32Array(HIDDEN),
    pooled: matrix(2 * HIDDEN, HIDDEN, 0.5),
    out: matrix(outs, 1, 0.3),
    outBias: new Float32Array(1),
  };
  REACHES.forEach((_, k) => {
    weights[`w${k}`] = matrix(3 * (k === 0 ? HIDDEN : CHANNELS), CHANNELS);
    weights[`b${k}`] = new Float32Array(CHANNELS);
  });
  // Inputs are scaled but not centred, so that most are 0; the bias does what centring would.
  for (let f = 0; f < width; f++)
    for (let j = 0; j < HIDDEN; j++) weights.firstBias[j] -= mean[f] * scale[f] * weights.first[f * HIDDEN + j];
  return weights;
}

const activations = () => ({
  states: new Float32Array(SEQUENCE_BLOCKS * HIDDEN),
  inputs: REACHES.map((_, k) => new Float32Array(SEQUENCE_BLOCKS * (k === 0 ? HIDDEN : CHANNELS))),
  last: new Float32Array(SEQUENCE_BLOCKS * CHANNELS),
  mean: new Float32Array(HIDDEN),
  most: new Float32Array(HIDDEN),
  mostAt: new Int32Array(HIDDEN),
  page: new Float32Array(HIDDEN),
  log: new Float64Array(SEQUENCE_BLOCKS),
});

const widthOf = (k) => (k === 0 ? HIDDEN : CHANNELS);
const outputOf = (a, k) => (k + 1 < REACHES.length ? a.inputs[k + 1] : a.last);

/** Rows `[from, to)` of `sparse` forward; `kept` and `keptHidden` are dropout's factors. */
function forward(w, a, sparse, from, to, kept, keptHidden) {
  const size = to - from;
  const { states, mean, most, mostAt, page, log } = a;
  mean.fill(0);
  most.fill(0);
  mostAt.fill(-1);
  for (let t = 0; t < size; t++) {
    const at = t * HIDDEN;
    for (let j = 0; j < HIDDEN; j++) states[at + j] = w.firstBias[j];
    for (let i = sparse.starts[from + t]; i < sparse.starts[from + t + 1]; i++) {
      const value = sparse.numbers[i] * kept[sparse.inputs[i]];
      if (value === 0) continue;
      const base = sparse.inputs[i] * HIDDEN;
      for (let j = 0; j < HIDDEN; j++) states[at + j] += value * w.first[base + j];
    }
    for (let j = 0; j < HIDDEN; j++) {
      const value = states[at + j] > 0 ? states[at + j] * keptHidden[j] : 0;
      states[at + j] = value;
      mean[j] += value / (size + 1);
      if (value > most[j]) {
        most[j] = value;
        mostAt[j] = t;
      }
    }
  }
  page.fill(0);
  for (let j = 0; j < HIDDEN; j++)
    for (let k = 0; k < HIDDEN; k++)
      page[k] += mean[j] * w.pooled[j * HIDDEN + k] + most[j] * w.pooled[(HIDDEN + j) * HIDDEN + k];
  for (let k = 0; k < HIDDEN; k++) page[k] = Math.max(0, page[k]);
  for (let t = 0; t < size; t++) for (let j = 0; j < HIDDEN; j++) a.inputs[0][t * HIDDEN + j] = states[t * HIDDEN + j] + page[j];
  let shared = w.outBias[0];
  const pageAt = HIDDEN + REACHES.length * CHANNELS;
  for (let j = 0; j < HIDDEN; j++) shared += mean[j] * w.out[pageAt + j] + most[j] * w.out[pageAt + HIDDEN + j];
  for (let t = 0; t < size; t++) {
    let sum = shared;
    for (let j = 0; j < HIDDEN; j++) sum += states[t * HIDDEN + j] * w.out[j];
    log[t] = sum;
  }
  REACHES.forEach((reach, k) => {
    const width = widthOf(k);
    const input = a.inputs[k];
    const output = outputOf(a, k);
    const matrix = w[`w${k}`];
    for (let t = 0; t < size; t++) {
      const at = t * CHANNELS;
      for (let c = 0; c < CHANNELS; c++) output[at + c] = w[`b${k}`][c];
      for (let side = -1; side <= 1; side++) {
        const other = t + side * reach;
        if (other < 0 || other >= size) continue;
        for (let j = 0; j < width; j++) {
          const value = input[other * width + j];
          if (value === 0) continue;
          const base = ((side + 1) * width + j) * CHANNELS;
          for (let c = 0; c < CHANNELS; c++) output[at + c] += value * matrix[base + c];
        }
      }
      let sum = 0;
      for (let c = 0; c < CHANNELS; c++) {
        output[at + c] = Math.max(0, output[at + c]);
        sum += output[at + c] * w.out[HIDDEN + k * CHANNELS + c];
      }
      log[t] += sum;
    }
  });
}

/** Adds the gradients of the weighted log loss of rows `[from, to)`, whose activations `a` holds. */
function backward(w, g, a, sparse, from, to, { kept, keptHidden, labels, weights, scratch }) {
  const size = to - from;
  const { states, mean, most, mostAt, page, log } = a;
  const delta = scratch.delta;
  let deltaSum = 0;
  for (let t = 0; t < size; t++) {
    delta[t] = weights[from + t] * (1 / (1 + Math.exp(-log[t])) - labels[from + t]);
    deltaSum += delta[t];
  }
  if (weights.subarray(from, to).every((weight) => weight === 0)) return;
  g.outBias[0] += deltaSum;
  let above;
  for (let k = REACHES.length - 1; k >= 0; k--) {
    const reach = REACHES[k];
    const width = widthOf(k);
    const input = a.inputs[k];
    const output = outputOf(a, k);
    const matrix = w[`w${k}`];
    const matrixG = g[`w${k}`];
    const outAt = HIDDEN + k * CHANNELS;
    const below = scratch.below[k].fill(0, 0, size * width);
    for (let t = 0; t < size; t++) {
      const own = scratch.own;
      for (let c = 0; c < CHANNELS; c++) {
        const value = output[t * CHANNELS + c];
        g.out[outAt + c] += delta[t] * value;
        own[c] = value > 0 ? delta[t] * w.out[outAt + c] + (above === undefined ? 0 : above[t * CHANNELS + c]) : 0;
        g[`b${k}`][c] += own[c];
      }
      for (let side = -1; side <= 1; side++) {
        const other = t + side * reach;
        if (other < 0 || other >= size) continue;
        for (let j = 0; j < width; j++) {
          const value = input[other * width + j];
          const base = ((side + 1) * width + j) * CHANNELS;
          let sum = 0;
          for (let c = 0; c < CHANNELS; c++) {
            sum += own[c] * matrix[base + c];
            matrixG[base + c] += value * own[c];
          }
          below[other * width + j] += sum;
        }
      }
    }
    above = below;
  }
  // `above` is now what comes to the hidden states through the convolutions.
  const pageDelta = scratch.page.fill(0);
  for (let t = 0; t < size; t++) for (let j = 0; j < HIDDEN; j++) pageDelta[j] += above[t * HIDDEN + j];
  for (let k = 0; k < HIDDEN; k++) if (page[k] <= 0) pageDelta[k] = 0;
  const pageAt = HIDDEN + REACHES.length * CHANNELS;
  for (let j = 0; j < HIDDEN; j++) {
    let toMean = deltaSum * w.out[pageAt + j];
    let toMost = deltaSum * w.out[pageAt + HIDDEN + j];
    g.out[pageAt + j] += deltaSum * mean[j];
    g.out[pageAt + HIDDEN + j] += deltaSum * most[j];
    for (let k = 0; k < HIDDEN; k++) {
      toMean += pageDelta[k] * w.pooled[j * HIDDEN + k];
      toMost += pageDelta[k] * w.pooled[(HIDDEN + j) * HIDDEN + k];
      g.pooled[j * HIDDEN + k] += pageDelta[k] * mean[j];
      g.pooled[(HIDDEN + j) * HIDDEN + k] += pageDelta[k] * most[j];
    }
    for (let t = 0; t < size; t++) above[t * HIDDEN + j] += toMean / (size + 1);
    if (mostAt[j] >= 0) above[mostAt[j] * HIDDEN + j] += toMost;
  }
  for (let t = 0; t < size; t++) {
    const own = scratch.hidden;
    for (let j = 0; j < HIDDEN; j++) {
      const value = states[t * HIDDEN + j];
      g.out[j] += delta[t] * value;
      own[j] = value > 0 ? (above[t * HIDDEN + j] + delta[t] * w.out[j]) * keptHidden[j] : 0;
      g.firstBias[j] += own[j];
    }
    for (let i = sparse.starts[from + t]; i < sparse.starts[from + t + 1]; i++) {
      const value = sparse.numbers[i] * kept[sparse.inputs[i]];
      if (value === 0) continue;
      const base = sparse.inputs[i] * HIDDEN;
      for (let j = 0; j < HIDDEN; j++) g.first[base + j] += value * own[j];
    }
  }
}

function adam(w, g, first, second, step, rate) {
  const firstScale = 1 - 0.9 ** step;
  const secondScale = 1 - 0.99 ** step;
  for (const name of Object.keys(w)) {
    const [weights, gradients, m, v] = [w[name], g[name], first[name], second[name]];
    for (let i = 0; i < weights.length; i++) {
      m[i] = 0.9 * m[i] + 0.1 * gradients[i];
      v[i] = 0.99 * v[i] + 0.01 * gradients[i] * gradients[i];
      weights[i] = weights[i] * (1 - rate * DECAY) - (rate * (m[i] / firstScale)) / (Math.sqrt(v[i] / secondScale) + 1e-6);
    }
    gradients.fill(0);
  }
}

/**
 * `pages`: for each page its row numbers, those of hopeless blocks left out. `values`: rows of `width`; the columns from `tokensAt` are
 * token scores. `labels` and `weights` by row.
 */
export function trainSequence(pages, { values, width, tokensAt, labels, weights }, seed) {
  const random = generator(seed);
  const rows = pages.flat();
  const inputs = prepare(values, width, rows);
  const sparse = sparseRows(values, width, rows, inputs);
  const data = {
    labels: Float32Array.from(rows, (row) => labels[row]),
    weights: Float32Array.from(rows, (row) => weights[row]),
  };
  const pieces = [];
  let at = 0;
  for (const page of pages) {
    for (let from = 0; from < page.length; from += SEQUENCE_BLOCKS)
      pieces.push([at + from, at + Math.min(page.length, from + SEQUENCE_BLOCKS)]);
    at += page.length;
  }
  const w = initialWeights(width, inputs, random);
  const g = emptyLike(w);
  const [first, second] = [emptyLike(w), emptyLike(w)];
  const a = activations();
  const scratch = {
    delta: new Float64Array(SEQUENCE_BLOCKS),
    below: REACHES.map((_, k) => new Float32Array(SEQUENCE_BLOCKS * widthOf(k))),
    own: new Float64Array(CHANNELS),
    page: new Float64Array(HIDDEN),
    hidden: new Float64Array(HIDDEN),
  };
  const kept = new Float32Array(width);
  const keptHidden = new Float32Array(HIDDEN);
  const steps = Math.ceil(rows.length / BATCH_ROWS) * EPOCHS;
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = pieces.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [pieces[i], pieces[j]] = [pieces[j], pieces[i]];
    }
    let batch = 0;
    for (const [n, [from, to]] of pieces.entries()) {
      for (let f = 0; f < width; f++) kept[f] = random() < INPUT_DROP ? 0 : 1 / (1 - INPUT_DROP);
      for (let j = 0; j < HIDDEN; j++) keptHidden[j] = random() < HIDDEN_DROP ? 0 : 1 / (1 - HIDDEN_DROP);
      if (random() < TOKEN_DROP) kept.fill(0, tokensAt);
      forward(w, a, sparse, from, to, kept, keptHidden);
      backward(w, g, a, sparse, from, to, { kept, keptHidden, ...data, scratch });
      batch += to - from;
      if (batch < BATCH_ROWS && n + 1 < pieces.length) continue;
      step += 1;
      batch = 0;
      const rate =
        RATE * Math.min(1, step / WARM_STEPS) * (0.5 + 0.5 * Math.cos((Math.PI * Math.min(step, steps)) / steps)) + 1e-5;
      adam(w, g, first, second, step, rate);
    }
  }
  return { width, ...inputs, ...w };
}

/** The layout `src/html/sequence-model.ts` reads. */
export function encodeSequence(model) {
  const arrays = [model.lowest, model.highest, model.scale, model.first, model.firstBias, model.pooled];
  REACHES.forEach((_, k) => {
    arrays.push(model[`w${k}`], model[`b${k}`]);
  });
  arrays.push(model.out, model.outBias);
  const buffer = Buffer.alloc(12 + 4 * arrays.reduce((sum, array) => sum + array.length, 0));
  [model.width, HIDDEN, CHANNELS].forEach((size, i) => {
    buffer.writeUInt32LE(size, i * 4);
  });
  let at = 12;
  for (const array of arrays) for (const value of array) at = buffer.writeFloatLE(value, at);
  return buffer.toString("base64");
}
