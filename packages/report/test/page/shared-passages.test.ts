import { describe, expect, test } from "vitest";
import { sharedPassages, tidyPassages } from "../../src/page/shared-passages.ts";

describe("sharedPassages", () => {
  test("finds the runs of five words and more, whatever their case and marks, and how much of the rewrite they are", () => {
    const original = "The bridge at Ostmar closed on Monday, after a barge struck it. Nobody was hurt.";
    const rewrite = "Nobody knows why. The Bridge at Ostmar closed on Monday";
    const { passages, share } = sharedPassages(rewrite, original);
    expect(passages.map((p) => [rewrite.slice(...p.rewrite), original.slice(...p.original)])).toEqual([
      ["The Bridge at Ostmar closed on Monday", "The bridge at Ostmar closed on Monday"],
    ]);
    expect(share).toBeCloseTo(7 / 10);
  });

  test("four words in common are a phrase, not a passage", () => {
    expect(sharedPassages("in the early hours of dawn", "in the early hours, before").passages).toEqual([]);
  });

  test("no passage is used twice, so repeating a sentence does not make a text more copied than it is", () => {
    const sentence = "the mayor said she would not resign";
    const { passages, share } = sharedPassages(`${sentence}. ${sentence}.`, `${sentence}.`);
    expect(passages).toHaveLength(1);
    expect(share).toBeCloseTo(0.5);
  });

  test("a text of one repeated word costs bounded time", () => {
    const text = "ha ".repeat(6000);
    const started = process.cpuUsage();
    sharedPassages(text, text);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
  });
});

describe("tidyPassages", () => {
  const original = "Alpha beta gamma. Delta epsilon.";
  const rewrite = "Delta epsilon, then alpha beta gamma.";
  const passage = { text: "alpha beta gamma", span_a: [20, 36] as const, span_b: [0, 16] as const };

  test("tells the sides apart by the texts, whichever way the record has them", () => {
    const turned = { ...passage, span_a: passage.span_b, span_b: passage.span_a };
    for (const one of [passage, turned]) {
      expect(tidyPassages([one], rewrite, original)).toEqual([{ rewrite: [20, 36], original: [0, 16] }]);
    }
  });

  test("passages outside the texts and passages that overlap are left out", () => {
    const outside = { text: "x", span_a: [30, 99] as const, span_b: [0, 5] as const };
    const overlapping = { text: "beta gamma", span_a: [26, 36] as const, span_b: [6, 16] as const };
    expect(tidyPassages([passage, outside, overlapping], rewrite, original)).toHaveLength(1);
  });
});
