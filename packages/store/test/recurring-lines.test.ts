import { recurringLinesSuite, storeTables, testEngines } from "@wirefold/testing";
import { openDatabase } from "../src/database.ts";
import { PostgresRecurringLines } from "../src/recurring-lines.ts";

recurringLinesSuite(async (limits) => {
  const engines = await testEngines({ template: storeTables });
  const pool = await openDatabase({ databaseUrl: engines.databaseUrl });
  const other = await openDatabase({ databaseUrl: engines.databaseUrl });
  return {
    store: new PostgresRecurringLines(pool, limits),
    second: new PostgresRecurringLines(other, limits),
    async [Symbol.asyncDispose]() {
      await Promise.all([pool.end(), other.end()]);
      await engines.close();
    },
  };
});
