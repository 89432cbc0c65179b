import { type Disposed, documentIdOf, type OwedWork, type StageName, stageAfter } from "@wirefold/core";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { inTransaction } from "../src/database.ts";
import { openDatabase, PostgresLedger, PostgresStories, StoreReader, wrongBooks } from "../src/index.ts";
import { oweAgain } from "../src/owe-again.ts";
import { oweReconcile } from "../src/owe-reconcile.ts";

const emitted = (work: OwedWork, subject: string, event: unknown): Disposed => ({
  work,
  disposition: "emitted",
  reason: null,
  outputs: [{ subject, event }],
  startedAt: new Date(),
  durationMs: 1,
  detail: null,
});

test("what was let through finds its place by its document, and the books of runs balance whatever becomes of it", async () => {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  const ledger = new PostgresLedger(database);
  const places = ["loc-1", "loc-2", "loc-3", "loc-4"];
  const submitted = places.map((locatorId) => ({ locatorId, locator: `file:///${locatorId}`, fingerprint: "1", hints: {} }));
  await ledger.submit("run-1", submitted, "live");
  const idOf = (place: string) => documentIdOf(place, "a body");
  const ids = places.map(idOf);
  const [one = "", two = "", three = "", four = ""] = ids;
  const fetched = await ledger.owed("fetch", places);
  const eventOf = (work: OwedWork) => ({
    documentId: idOf(work.subject),
    locator: work.subject,
    bodyHash: "b",
    contentType: null,
  });
  const arrived = fetched.map((work) => emitted(work, idOf(work.subject), eventOf(work)));
  await ledger.dispose("fetch", 1, arrived, "clean", "test");
  const pass = async (stage: StageName, given: readonly string[]) => {
    const works = await ledger.owed(stage, given);
    const disposed = works.map((work) => emitted(work, work.subject, { ...(work.input as object), [stage]: 1 }));
    await ledger.dispose(stage, 1, disposed, stageAfter(stage), "test");
  };
  for (const stage of ["clean", "dedupe", "extract"] as const) await pass(stage, [one, two, three]);
  const dropped = (await ledger.owed("clean", [four])).map(
    (work): Disposed => ({ ...emitted(work, four, {}), disposition: "dropped", reason: "no-text", outputs: [] }),
  );
  await ledger.dispose("clean", 1, dropped, "dedupe", "test");

  const { rows } = await database.query("select stage, disposition, locator_id is null as left_out from result order by 1, 2");
  const of = (stage: string, disposition: string, left_out: boolean, n: number) =>
    Array.from({ length: n }, () => ({ stage, disposition, left_out }));
  expect(rows).toEqual([
    ...of("clean", "dropped", false, 1),
    ...["clean", "dedupe", "extract"].flatMap((stage) => of(stage, "emitted", true, 3)),
    ...of("fetch", "emitted", false, 4),
  ]);

  const reader = new StoreReader(database);
  const left = async (stage: string) =>
    (await reader.dispositions("run-1")).find((row) => row.stage === stage && row.reason === null);
  expect(await left("extract")).toMatchObject({ disposition: "emitted", count: 3 });
  expect(await wrongBooks(database)).toEqual([]);
  await inTransaction(database, (client) => oweReconcile(client, [one]));
  expect(await ledger.owed("reconcile", [one])).toMatchObject([{ locatorId: "loc-1" }]);
  expect(await wrongBooks(database)).toEqual([]);
  await inTransaction(database, (client) => oweAgain(client, "dedupe", [two]));
  expect(await ledger.owed("dedupe", [two])).toMatchObject([{ locatorId: "loc-2" }]);
  expect(await left("extract")).toMatchObject({ count: 2 });
  expect(await wrongBooks(database)).toEqual([]);
  await new PostgresStories(database).remove(three);
  expect(await left("extract")).toMatchObject({ count: 1 });
  await ledger.submit("run-2", submitted, "live");
  expect((await reader.dispositions("run-2")).find((row) => row.stage === "extract")).toMatchObject({ count: 1 });
  await database.query("delete from result where subject = $1", [one]);
  expect(await left("extract")).toBeUndefined();
  expect(await wrongBooks(database)).toEqual([]);
  await database.end();
  await engines.close();
});
