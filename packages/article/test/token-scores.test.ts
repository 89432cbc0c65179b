import { mustAt } from "@wirefold/core";
import { describe, expect, it } from "vitest";
import { analysePage } from "../src/html/analyse-page.ts";
import { extractFromHtml, readPageHead } from "../src/html/extract-from-html.ts";
import { featureContext } from "../src/html/feature-context.ts";
import { parsePage } from "../src/html/parse-page.ts";
import { eachTextToken, eachTokenAround, LEVELS, mix, nameHashes, pageWords, TOKEN_KINDS } from "../src/html/token-hashes.ts";
import {
  eachName,
  putTokenScores,
  readTokenTable,
  SCORE_COLUMNS,
  type TokenTable,
  tokenScores,
  WEIGHT_STEP,
} from "../src/html/token-scores.ts";
import { TOKEN_WEIGHTS } from "../src/html/token-weights.ts";
import { DEFAULT_LIMITS } from "../src/limits.ts";

const KINDS = TOKEN_KINDS.length;
const html = `<html><body class="page"><div class="wrap"><div class="article-body" id="text3"><h2>The bridge 12</h2><p>Nine boats passed under the bridge on Sunday.</p><p class="after">Read on 下一頁消息</p></div></div></body></html>`;

function contextOf(page: string) {
  const parsed = parsePage(page, DEFAULT_LIMITS);
  const analysis = analysePage(parsed);
  return { analysis, context: featureContext(analysis, readPageHead(parsed, undefined), []) };
}

/** A table of the given weights, in the layout that the training writes. */
function tableOf(biases: readonly number[], weights: ReadonlyMap<number, number>): TokenTable {
  const buffer = Buffer.alloc(4 + KINDS * 4 + weights.size * 5);
  buffer.writeUInt32LE(weights.size, 0);
  biases.forEach((bias, kind) => {
    buffer.writeFloatLE(bias, 4 + kind * 4);
  });
  [...weights].forEach(([hash, weight], i) => {
    buffer.writeInt32LE(hash, 4 + KINDS * 4 + i * 4);
    buffer.writeInt8(weight / WEIGHT_STEP, 4 + KINDS * 4 + weights.size * 4 + i);
  });
  return readTokenTable(buffer.toString("base64"));
}

/** Each block's tokens as the training collects them, by kind. */
function tokensOf(page: string): number[][][] {
  const { analysis, context } = contextOf(page);
  const words = pageWords(context, new Uint8Array(analysis.blocks.length));
  return analysis.blocks.map(({ node }, i) => {
    const kinds: number[][] = TOKEN_KINDS.map(() => []);
    eachName(analysis.parsed.page, node, (name, level) => {
      for (const hash of nameHashes(name)) mustAt(kinds, 0).push(mix(hash, mustAt(LEVELS, level)));
    });
    eachTextToken(words, i, (hash) => mustAt(kinds, 1).push(hash));
    eachTokenAround(words, i, (hash) => mustAt(kinds, 2).push(hash));
    return kinds;
  });
}

describe("token scores", () => {
  it("sum the weights of the tokens that the training collects", () => {
    const tokens = tokensOf(html);
    const weights = new Map<number, number>();
    for (const hash of tokens.flat(2)) weights.set(hash, (((Math.abs(hash) % 7) - 3) / 32 || 1 / 32) as number);
    const { analysis, context } = contextOf(html);
    const scores = tokenScores(context, new Uint8Array(analysis.blocks.length), tableOf([0.5, -0.25, 0.125], weights));
    const expected = tokens.flatMap((kinds) =>
      kinds.map((list, kind) => list.reduce((sum, hash) => sum + (weights.get(hash) ?? 0), mustAt([0.5, -0.25, 0.125], kind))),
    );
    expect(scores.length).toBe(expected.length);
    for (const [i, score] of expected.entries()) expect(scores[i]).toBeCloseTo(score, 5);
  });

  it("tell the place of a name from another place, digits and case not from each other", () => {
    expect(nameHashes("Post42 post42")).toEqual(nameHashes("post7"));
    const [first = [], second = []] = tokensOf(
      '<body><p class="lead">One line.</p><div class="lead"><p>One line.</p></div></body>',
    ).map((kinds) => mustAt(kinds, 0));
    expect(first.length).toBeGreaterThan(0);
    expect(second.length).toBe(first.length);
    expect(second.some((hash) => first.includes(hash))).toBe(false);
  });

  it("leave skipped blocks at 0 and put a row's columns where they belong", () => {
    const { analysis, context } = contextOf(html);
    const count = analysis.blocks.length;
    const skip = new Uint8Array(count);
    skip[1] = 1;
    const scores = tokenScores(context, skip, tableOf([1, 2, 3], new Map()));
    expect([...scores.subarray(KINDS, 2 * KINDS)]).toEqual([0, 0, 0]);
    const width = 2 + KINDS * SCORE_COLUMNS.length;
    const values = new Float32Array(count * width).fill(-9);
    putTokenScores(analysis, scores, skip, { values, width, at: 2 });
    expect([...values.subarray(0, 3)]).toEqual([-9, -9, 1]);
    expect([...values.subarray(width, 2 * width)].every((value) => value === -9)).toBe(true);
    // The last block: its own score, the skipped one's before it, none behind.
    expect([...values.subarray((count - 1) * width + 2, (count - 1) * width + 5)]).toEqual([1, 0, 0]);
  });

  it("come from a table of many words that fits its layout", () => {
    const table = readTokenTable(TOKEN_WEIGHTS);
    // Every other word of the buffer is a weight.
    const weights = table.weights.filter((_, at) => at % 2 === 1);
    const used = weights.filter((weight) => weight !== 0).length;
    expect(used).toBeGreaterThan(1000);
    expect(used).toBeLessThan(weights.length / 2);
    expect(weights.every((weight) => Math.abs(weight) < 4)).toBe(true);
  });

  it("are bounded for hostile names and texts", () => {
    const deep = `${'<div class="a b c">'.repeat(400)}<p>${"word ".repeat(50_000)}</p>`;
    const { text } = extractFromHtml(`<body class="${"x-".repeat(100_000)}">${deep}</body>`, {}, DEFAULT_LIMITS);
    expect(text.length).toBeGreaterThan(0);
  });
});
