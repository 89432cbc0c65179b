// The token tables: for each kind of token a logistic regression on which tokens a block has, fitted by AdaGrad (Duchi, Hazan and
// Singer, 2011). Its scores are features of the trees, so a row that trees learn from is scored by a regression that has not seen its
// site, and a row that they are tested on by one that has seen none of its fold.
import { eachTextToken, eachTokenAround, LEVELS, mix, nameHashes, pageWords, TOKEN_KINDS } from "../dist/html/token-hashes.js";
import { clampScore, eachName, WEIGHT_STEP } from "../dist/html/token-scores.js";
import { generator } from "./gradient-boosting.mjs";

/** A token that stands on fewer sites than this is not learned: it would be a site's own. */
const HOSTS_MIN = 6;
const EPOCHS = 4;
const RATE = 0.15;
const L2 = 0.02;

/** Tokens of rows, by kind: row r has `ids[starts[r]] .. ids[starts[r + 1] - 1]`. */
export function createTokenLists(rowCount) {
  const ids = new Map();
  const hashes = [];
  const kinds = TOKEN_KINDS.map(() => ({ starts: new Int32Array(rowCount + 1), ids: new Int32Array(1 << 20), size: 0 }));
  const put = (kind, hash) => {
    let id = ids.get(hash);
    if (id === undefined) {
      id = hashes.length;
      ids.set(hash, id);
      hashes.push(hash);
    }
    if (kind.size === kind.ids.length) {
      const wider = new Int32Array(kind.ids.length * 2);
      wider.set(kind.ids);
      kind.ids = wider;
    }
    kind.ids[kind.size++] = id;
  };
  return {
    kinds,
    hashes,
    /** Pages come in the order of their rows; `from` is the first. */
    add(context, hopeless, from) {
      const { page } = context.analysis.parsed;
      const words = pageWords(context, hopeless);
      const known = new Map();
      context.blocks.forEach(({ node }, i) => {
        if (!hopeless[i]) {
          eachName(page, node, (name, level) => {
            let list = known.get(name);
            if (list === undefined) {
              list = nameHashes(name);
              known.set(name, list);
            }
            for (const hash of list) put(kinds[0], mix(hash, LEVELS[level]));
          });
          eachTextToken(words, i, (hash) => put(kinds[1], hash));
          eachTokenAround(words, i, (hash) => put(kinds[2], hash));
        }
        for (const kind of kinds) kind.starts[from + i + 1] = kind.size;
      });
    },
  };
}

/** Weights as a table holds them. */
const rounded = (weight) => Math.max(-127, Math.min(127, Math.round(weight / WEIGHT_STEP))) * WEIGHT_STEP;

/** `data`: labels, weights and hosts by row. */
function fitKind({ starts, ids }, vocabulary, { labels, weights, hosts }, rows, seed) {
  const lastHost = new Int32Array(vocabulary).fill(-1);
  const hostCount = new Int32Array(vocabulary);
  for (const row of [...rows].sort((a, b) => hosts[a] - hosts[b]))
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      const id = ids[at];
      if (lastHost[id] === hosts[row]) continue;
      lastHost[id] = hosts[row];
      hostCount[id] += 1;
    }
  const random = generator(seed);
  const w = new Float64Array(vocabulary);
  const squares = new Float64Array(vocabulary).fill(1e-2);
  let bias = 0;
  let biasSquares = 1e-2;
  const order = Int32Array.from(rows);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const row of order) {
      let sum = bias;
      for (let at = starts[row]; at < starts[row + 1]; at++) if (hostCount[ids[at]] >= HOSTS_MIN) sum += w[ids[at]];
      const gradient = weights[row] * (1 / (1 + Math.exp(-sum)) - labels[row]);
      biasSquares += gradient * gradient;
      bias -= (RATE * gradient) / Math.sqrt(biasSquares);
      for (let at = starts[row]; at < starts[row + 1]; at++) {
        const id = ids[at];
        if (hostCount[id] < HOSTS_MIN) continue;
        const own = gradient + L2 * w[id] * weights[row];
        squares[id] += own * own;
        w[id] -= (RATE * own) / Math.sqrt(squares[id]);
      }
    }
  }
  for (let id = 0; id < vocabulary; id++) w[id] = hostCount[id] < HOSTS_MIN ? 0 : rounded(w[id]);
  return { w, bias: Math.fround(bias) };
}

/**
 * Fits on the rows outside some folds; the same question is answered once.
 * `data`: labels, weights, hosts and folds by row.
 */
export function tokenFits(lists, data, foldCount) {
  const rowCount = data.labels.length;
  const known = new Map();
  /** A model for each kind. */
  const fitWithout = (...folds) => {
    const key = [...new Set(folds)].sort().join(" ");
    let models = known.get(key);
    if (models === undefined) {
      const rows = [];
      for (let row = 0; row < rowCount; row++) if (data.weights[row] > 0 && !folds.includes(data.folds[row])) rows.push(row);
      models = lists.kinds.map((kind, k) => fitKind(kind, lists.hashes.length, data, rows, 5 + k));
      known.set(key, models);
    }
    return models;
  };
  /** Scores of all rows for trees that learn from the rows outside `fold`, or from all (-1). */
  const scoresFor = (fold) => {
    const width = lists.kinds.length;
    const out = new Float32Array(rowCount * width);
    const byFold = Array.from({ length: foldCount }, (_, own) => (fold < 0 ? fitWithout(own) : fitWithout(fold, own)));
    for (let row = 0; row < rowCount; row++)
      lists.kinds.forEach(({ starts, ids }, k) => {
        if (starts[row + 1] === starts[row]) return;
        const { w, bias } = byFold[data.folds[row]][k];
        let sum = bias;
        for (let at = starts[row]; at < starts[row + 1]; at++) sum += w[ids[at]];
        out[row * width + k] = clampScore(sum);
      });
    return out;
  };
  return { scoresFor, fitAll: () => fitWithout() };
}

/** The layout `src/html/token-scores.ts` reads. */
export function encodeTokens(models, hashes) {
  const tokens = [];
  hashes.forEach((hash, id) => {
    // Kinds share no token but by chance; a place has its number in the hash.
    const weight = models.reduce((sum, { w }) => sum + w[id], 0);
    if (weight !== 0) tokens.push([hash, Math.round(weight / WEIGHT_STEP)]);
  });
  tokens.sort((a, b) => a[0] - b[0]);
  const head = 4 + models.length * 4;
  const buffer = Buffer.alloc(head + tokens.length * 5);
  buffer.writeUInt32LE(tokens.length, 0);
  models.forEach(({ bias }, k) => {
    buffer.writeFloatLE(bias, 4 + k * 4);
  });
  tokens.forEach(([hash, weight], i) => {
    buffer.writeInt32LE(hash, head + i * 4);
    buffer.writeInt8(Math.max(-127, Math.min(127, weight)), head + tokens.length * 4 + i);
  });
  return { text: buffer.toString("base64"), count: tokens.length };
}
