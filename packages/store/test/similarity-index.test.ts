import { similarityIndexSuite, testEngines } from "@wirefold/testing";
import { openDatabase } from "../src/database.ts";
import { PostgresSimilarityIndex } from "../src/similarity-index.ts";

similarityIndexSuite(async () => {
  const engines = await testEngines({
    template: {
      name: "similarity_index",
      prepare: async (databaseUrl) => {
        await (await openDatabase({ databaseUrl })).end();
      },
    },
  });
  const pool = await openDatabase({ databaseUrl: engines.databaseUrl });
  const other = await openDatabase({ databaseUrl: engines.databaseUrl });
  return {
    index: new PostgresSimilarityIndex(pool),
    second: new PostgresSimilarityIndex(other),
    async [Symbol.asyncDispose]() {
      await Promise.all([pool.end(), other.end()]);
      await engines.close();
    },
  };
});
