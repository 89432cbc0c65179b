import { ledgerSuite, storeTables, testEngines } from "@wirefold/testing";
import { openDatabase, PostgresLedger } from "../src/index.ts";

ledgerSuite(async () => {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  return {
    ledger: new PostgresLedger(database),
    [Symbol.asyncDispose]: async () => {
      await database.end();
      await engines.close();
    },
  };
});
