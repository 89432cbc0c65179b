import type { Edge } from "@wirefold/core";
import { openDatabase, PostgresSimilarityIndex } from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import {
  compareDocuments,
  featuresOf,
  groupDocuments,
  groupEdges,
  lookupsOf,
  postingsOf,
  prepareDocument,
} from "../src/index.ts";
import { corpus, shuffled } from "./fixtures/corpus.ts";
import { harbour } from "./fixtures/harbour.ts";

const docs = [...corpus(25), ...harbour];
const preparedDocuments = new Map(docs.map((doc) => [doc.id, prepareDocument(featuresOf(doc))]));

test.each([
  { workers: 1, batch: 100, seed: 2 },
  { workers: 8, batch: 1, seed: 3 },
  { workers: 8, batch: 7, seed: 4 },
])(
  "$workers workers with batches of $batch against PostgreSQL lose no edge and make the same groups",
  async ({ workers, batch, seed }) => {
    const expected = groupDocuments(docs, { passages: false });
    await using engines = await testEngines({ template: storeTables });
    const pool = await openDatabase({ databaseUrl: engines.databaseUrl });
    try {
      const index = new PostgresSimilarityIndex(pool);
      const queue = shuffled(docs, seed);
      const edges = new Map<string, Edge>();
      const work = async (): Promise<void> => {
        for (let taken = queue.splice(0, batch); taken.length > 0; taken = queue.splice(0, batch)) {
          await index.insert(taken.map(({ id }) => ({ id, postings: postingsOf(preparedDocuments.get(id)!) })));
          const found = await index.candidates(taken.map(({ id }) => ({ id, lookups: lookupsOf(preparedDocuments.get(id)!) })));
          for (const [i, { id }] of taken.entries()) {
            for (const candidate of found[i]!) {
              const edge = compareDocuments(preparedDocuments.get(id)!, preparedDocuments.get(candidate.id)!);
              if (edge !== null) edges.set(`${edge.a}\u0000${edge.b}`, edge);
            }
          }
        }
      };
      await Promise.all(Array.from({ length: workers }, work));
      expect(edges.size).toBe(expected.edges.length);
      expect([...groupEdges(preparedDocuments.keys(), edges.values())].sort()).toEqual([...expected.assignments].sort());
    } finally {
      await pool.end();
    }
  },
);
