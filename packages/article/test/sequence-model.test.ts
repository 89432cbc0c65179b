import { describe, expect, it } from "vitest";
import {
  averageModels,
  predictSequence,
  REACHES,
  readSequenceModel,
  SEQUENCE_BLOCKS,
  squash,
} from "../src/html/sequence-model.ts";

const INPUTS = 5;
const HIDDEN = 3;
const CHANNELS = 2;

/** Numbers between -1 and 1 that look like chance and are the same every time. */
function numbers(count: number, from: number): number[] {
  let state = from;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.fround((state / 0x7fffffff) * 2 - 1);
  });
}

const parts = {
  lowest: [-1, -1, -1, -1, -1],
  highest: [2, 2, 2, 2, 2],
  scale: [1, 0.5, 2, 1, 1],
  first: numbers(INPUTS * HIDDEN, 1),
  firstBias: numbers(HIDDEN, 2),
  pooled: numbers(2 * HIDDEN * HIDDEN, 3),
  convolutions: [
    numbers(3 * HIDDEN * CHANNELS, 4),
    numbers(CHANNELS, 5),
    numbers(3 * CHANNELS * CHANNELS, 6),
    numbers(CHANNELS, 7),
    numbers(3 * CHANNELS * CHANNELS, 8),
    numbers(CHANNELS, 9),
  ],
  out: numbers(3 * HIDDEN + REACHES.length * CHANNELS, 10),
};

function encoded(): string {
  const all = [parts.lowest, parts.highest, parts.scale, parts.first, parts.firstBias, parts.pooled];
  const floats = Float32Array.from([...all, ...parts.convolutions, parts.out, [0.25]].flat());
  const head = Uint32Array.from([INPUTS, HIDDEN, CHANNELS]);
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(floats.buffer)]).toString("base64");
}

const relu = (list: number[]): number[] => list.map((value) => Math.max(0, value));
const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((value, i) => value + (b[i] ?? 0));
/** A row of numbers times a matrix that is kept by the rows of its inputs. */
const times = (list: readonly number[], matrix: readonly number[], columns: number): number[] =>
  Array.from({ length: columns }, (_, c) => list.reduce((sum, value, j) => sum + value * (matrix[j * columns + c] ?? 0), 0));

/** The same network written the plain way, one piece of a page at a time. */
function plainly(rows: readonly (readonly number[])[]): number[] {
  const states = rows.map((row) => {
    const inputs = row.map(
      (value, f) =>
        Math.min(parts.highest[f] ?? 0, Math.max(parts.lowest[f] ?? 0, Math.sign(value) * Math.log1p(Math.abs(value)))) *
        (parts.scale[f] ?? 0),
    );
    return relu(plus(times(inputs, parts.first, HIDDEN), parts.firstBias));
  });
  const column = (j: number): number[] => states.map((state) => state[j] ?? 0);
  const mean = Array.from({ length: HIDDEN }, (_, j) => column(j).reduce((a, b) => a + b, 0) / (rows.length + 1));
  const most = Array.from({ length: HIDDEN }, (_, j) => Math.max(0, ...column(j)));
  const page = relu(times([...mean, ...most], parts.pooled, HIDDEN));
  let input = states.map((state) => plus(state, page));
  const layers = REACHES.map((reach, k) => {
    const none = new Array<number>(k === 0 ? HIDDEN : CHANNELS).fill(0);
    const seen = input;
    input = seen.map((own, t) =>
      relu(
        plus(
          times([...(seen[t - reach] ?? none), ...own, ...(seen[t + reach] ?? none)], parts.convolutions[2 * k] ?? [], CHANNELS),
          parts.convolutions[2 * k + 1] ?? [],
        ),
      ),
    );
    return input;
  });
  return states.map(
    (state, t) =>
      0.25 + (times([...state, ...layers.flatMap((layer) => layer[t] ?? []), ...mean, ...most], parts.out, 1)[0] ?? 0),
  );
}

const model = readSequenceModel(encoded());
const rowsOf = (count: number, from: number): number[][] =>
  Array.from({ length: count }, (_, i) => numbers(INPUTS, from + i).map((value) => (value > 0.4 ? 0 : value * 6)));

describe("the network over a page's blocks", () => {
  it("gives what the same network gives when written plainly", () => {
    const rows = rowsOf(14, 100);
    const values = Float32Array.from(rows.flat());
    const got = [...predictSequence(model, values, rows.length, INPUTS, new Uint8Array(rows.length))];
    plainly([...rows.map((row) => row.map(Math.fround))]).forEach((wanted, t) => {
      expect(got[t]).toBeCloseTo(wanted, 4);
    });
    expect(new Set(got.map((value) => value.toFixed(3))).size).toBeGreaterThan(5);
  });

  it("reads past blocks that nothing could make body", () => {
    const rows = rowsOf(6, 300);
    const skip = Uint8Array.from([0, 1, 0, 0, 1, 0]);
    const got = predictSequence(model, Float32Array.from(rows.flat()), rows.length, INPUTS, skip);
    const wanted = plainly(rows.filter((_, i) => skip[i] === 0));
    expect([got[1], got[4]]).toEqual([0, 0]);
    [0, 2, 3, 5].forEach((row, t) => {
      expect(got[row]).toBeCloseTo(wanted[t] ?? Number.NaN, 4);
    });
  });

  it("reads a long page in pieces, so that its cost is linear", () => {
    const rows = rowsOf(SEQUENCE_BLOCKS + 9, 500);
    const got = predictSequence(model, Float32Array.from(rows.flat()), rows.length, INPUTS, new Uint8Array(rows.length));
    const wanted = [...plainly(rows.slice(0, SEQUENCE_BLOCKS)), ...plainly(rows.slice(SEQUENCE_BLOCKS))];
    for (const t of [0, 100, SEQUENCE_BLOCKS - 1, SEQUENCE_BLOCKS, SEQUENCE_BLOCKS + 8])
      expect(got[t]).toBeCloseTo(wanted[t] ?? Number.NaN, 3);
  });

  it("has nothing to say of a page without blocks", () => {
    expect([...predictSequence(model, new Float32Array(0), 0, INPUTS, new Uint8Array(0))]).toEqual([]);
  });

  it("measures inputs by their order of magnitude, with their sign", () => {
    expect([0, 1, -1, 1000, 0.5].map(squash)).toEqual([0, Math.log1p(1), -Math.log1p(1), Math.log1p(1000), Math.log1p(0.5)]);
  });

  it("averages odds, and no model can outvote the other by certainty alone", () => {
    const skip = Uint8Array.from([0, 0, 0, 1]);
    const [even, same, bounded, skipped] = averageModels(
      Float32Array.from([0.5, 0.9, 1, 0.9]),
      Float32Array.from([0, Math.log(9), -50, 3]),
      skip,
    );
    expect(even).toBeCloseTo(0.5, 6);
    expect(same).toBeCloseTo(0.9, 5);
    expect(bounded).toBeCloseTo(0.5, 5);
    expect(skipped).toBe(0);
  });
});
