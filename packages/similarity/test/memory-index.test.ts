import { similarityIndexSuite } from "@wirefold/testing";
import { expect, test } from "vitest";
import { MemorySimilarityIndex } from "../src/index.ts";
import { seeded } from "./fixtures/corpus.ts";

similarityIndexSuite(async () => {
  const index = new MemorySimilarityIndex();
  return { index, second: index, async [Symbol.asyncDispose]() {} };
});

test("a document costs at most 300 bytes, whatever the number of documents", () => {
  const random = seeded(11);
  const index = new MemorySimilarityIndex();
  for (let i = 0; i < 30_000; i++) {
    const bucket = Math.floor(random() * 200);
    const key = () => Math.floor(random() * 4294967295) + 1;
    const postings = Array.from({ length: 20 }, (_, at) => ({ key: key(), weight: 20, bucket: at < 12 ? bucket : -1_000_002 }));
    index.insertOne(`https://outlet.example/${i}`, postings);
    if (i === 8_000 || i === 29_999) expect(index.bytes / (i + 1)).toBeLessThan(300);
  }
});

test("removed documents leave room again", () => {
  const index = new MemorySimilarityIndex();
  const rows = (seed: number) => Array.from({ length: 20 }, (_, i) => ({ key: seed * 100 + i + 1, weight: 5, bucket: 3 }));
  for (let round = 0; round < 30; round++) {
    for (let i = 0; i < 200; i++) index.insertOne(`d${i}`, rows(round * 200 + i));
  }
  expect(index.size).toBe(200);
  expect(index.bytes).toBeLessThan(3_000_000);
});
