import { ledgerSuite, testEngines } from "@wirefold/testing";
import { openDatabase, PostgresLedger } from "../src/index.ts";

const prepare = async (databaseUrl: string) => {
  await (await openDatabase({ databaseUrl })).end();
};

ledgerSuite(async () => {
  const engines = await testEngines({ template: { name: "ledger", prepare } });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  return {
    ledger: new PostgresLedger(database),
    [Symbol.asyncDispose]: async () => {
      await database.end();
      await engines.close();
    },
  };
});
