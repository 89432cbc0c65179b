import type { Disposed } from "@wirefold/core";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";
import { foldTally } from "../src/books.ts";
import {
  listRuns,
  openDatabase,
  PostgresLedger,
  PostgresQuarantine,
  recountBooks,
  StoreReader,
  wrongBooks,
} from "../src/index.ts";

/** A ledger in which every locator was quarantined by fetch, each with the message it is given. */
async function setup(messages: readonly string[]) {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  const ledger = new PostgresLedger(database);
  const subjects = messages.map((_, n) => `loc-${String(n).padStart(3, "0")}`);
  const locators = subjects.map((locatorId) => ({
    locatorId,
    locator: `file:///${locatorId}.html`,
    fingerprint: "1",
    hints: {},
  }));
  await ledger.submit("run-1", locators, "live");
  const end = async (ids: readonly string[], disposition: "quarantined" | "dropped", messageOf: (id: string) => string) => {
    const disposed = (await ledger.owed("fetch", ids)).map(
      (work): Disposed => ({
        work,
        disposition,
        reason: disposition === "dropped" ? "empty" : "WIREFOLD_TEST",
        outputs: [],
        startedAt: new Date(),
        durationMs: 1,
        detail: { message: messageOf(work.subject) },
      }),
    );
    await ledger.dispose("fetch", 1, disposed, "clean", "test");
  };
  await end(subjects, "quarantined", (id) => messages[subjects.indexOf(id)]!);
  const close = async () => {
    await database.end();
    await engines.close();
  };
  const quarantine = new PostgresQuarantine(database);
  return { database, ledger, quarantine, subjects, end, reader: new StoreReader(database), [Symbol.asyncDispose]: close };
}

test("replays that race move each document once, and the books balance at every step", async () => {
  await using store = await setup(Array.from({ length: 200 }, () => "it broke"));
  const books = async () => {
    const [fetch] = await store.reader.balance();
    expect(fetch!.entered).toBe(fetch!.emitted + fetch!.dropped + fetch!.quarantined + fetch!.pending);
    return [fetch!.quarantined, fetch!.pending];
  };
  expect(await books()).toEqual([200, 0]);
  const before = await store.quarantine.now();
  const moved: string[] = [];
  const drain = async () => {
    for (;;) {
      const chunk = await store.quarantine.replay({ before }, 23);
      moved.push(...chunk.map((one) => one.subject));
      await books();
      // A chunk may come back empty because another took what it saw: only an empty quarantine ends it.
      if (chunk.length === 0 && (await store.quarantine.count({ before })).length === 0) return;
    }
  };
  await Promise.all([drain(), drain(), drain()]);
  expect(moved.sort()).toEqual(store.subjects);
  expect(await books()).toEqual([0, 200]);
  const owed = await store.ledger.owed("fetch", store.subjects);
  expect(new Set(owed.map(({ attempts, priority }) => `${attempts} ${priority}`))).toEqual(new Set(["0 backfill"]));
  const { rows } = await store.database.query("select count(*)::int as n from timeline where disposition = 'quarantined'");
  expect(rows[0].n).toBe(200);
});

test("what fails again is quarantined again, and is not taken up twice by the same replay", async () => {
  await using store = await setup(["one", "two"]);
  const before = await store.quarantine.now();
  await store.quarantine.replay({ before }, 10);
  await store.end(store.subjects, "quarantined", () => "again");
  expect(await store.quarantine.replay({ before }, 10)).toEqual([]);
  expect(await store.quarantine.count()).toEqual([{ stage: "fetch", count: 2 }]);
  expect((await store.reader.dispositions()).map(({ disposition, count }) => [disposition, count])).toEqual([["quarantined", 2]]);
});

test("what went well the second time is neither dead nor replayed", async () => {
  await using store = await setup(["one", "two"]);
  await store.quarantine.replay({ document: "loc-000" }, 10);
  await store.end(["loc-000"], "dropped", () => "");
  expect((await store.quarantine.groups()).map(({ message }) => message)).toEqual(["two"]);
  expect(await store.quarantine.replay({ stage: "clean" }, 10)).toEqual([]);
  expect(await store.quarantine.replay({ code: "WIREFOLD_OTHER" }, 10)).toEqual([]);
  expect((await store.quarantine.replay({ document: "/loc-001.html" }, 10)).map(({ subject }) => subject)).toEqual(["loc-001"]);
});

test("one cause over many documents is one group, whatever place each names", async () => {
  await using store = await setup([
    "/loc-000.html, bytes 0-17: not JSON\nat line 1",
    "/loc-001.html, bytes 18-90: not JSON\nat line 2",
    "file:///loc-002.html: gone",
    "loc-003 went wrong",
  ]);
  const groups = await store.quarantine.groups();
  expect(groups.map(({ message, count, examples }) => [message, count, examples.length])).toEqual([
    ["bytes …: not JSON", 2, 2],
    ["went wrong", 1, 1],
    ["gone", 1, 1],
  ]);
});

test("messages that differ in figures and quoted values are one cause, also for a replay of it", async () => {
  await using store = await setup([
    'line 7 is no JSON: "a"',
    'line 12 is no JSON: "bc"',
    "HTTP 404 for loc-002",
    "HTTP 503 for loc-003",
  ]);
  const groups = await store.quarantine.groups({ stage: "fetch", code: "WIREFOLD_TEST" });
  expect(groups.map(({ cause, message, count, replayable }) => [cause, message, count, replayable])).toEqual([
    ["line … is no JSON: “…”", "line … is no JSON: “…”", 2, 2],
    ["HTTP 404 for …", "HTTP 404 for …", 1, 1],
    ["HTTP 503 for …", "HTTP 503 for …", 1, 1],
  ]);
  const cause = groups[0]?.cause ?? "";
  expect(await store.quarantine.count({ cause })).toEqual([{ stage: "fetch", count: 2 }]);
  expect((await store.quarantine.replay({ cause }, 10)).map(({ subject }) => subject)).toEqual(["loc-000", "loc-001"]);
});

test("the books of a run follow every change, also of places that a later run names again", async () => {
  await using store = await setup(["one", "two", "three"]);
  const booksOf = async (run: string) =>
    (await store.reader.dispositions(run)).map(({ stage, disposition, reason, count }) => [stage, disposition, reason, count]);
  const quarantined = (count: number) => ["fetch", "quarantined", "WIREFOLD_TEST", count];
  expect(await booksOf("run-1")).toEqual([quarantined(3)]);
  const again = store.subjects
    .slice(0, 2)
    .map((locatorId) => ({ locatorId, locator: `file:///${locatorId}.html`, fingerprint: "1", hints: {} }));
  await store.ledger.submit("run-2", again, "live");
  await store.ledger.submit("run-2", again, "live");
  expect(await booksOf("run-2")).toEqual([quarantined(2)]);

  await store.quarantine.replay({ document: "loc-000" }, 10);
  await foldTally(store.database);
  expect([await booksOf("run-1"), await booksOf("run-2")]).toEqual([[quarantined(2)], [quarantined(1)]]);
  await store.end(["loc-000"], "dropped", () => "");
  await Promise.all([foldTally(store.database), foldTally(store.database)]);
  expect(await booksOf("run-2")).toEqual([["fetch", "dropped", "empty", 1], quarantined(1)]);
  expect(
    (await listRuns(store.database)).map(({ id, places, dropped, quarantined: given }) => [id, places, dropped, given]),
  ).toEqual([
    ["run-2", 2, 1, 1],
    ["run-1", 3, 1, 2],
  ]);
  expect(await wrongBooks(store.database)).toEqual([]);

  await store.database.query("update run_tally set n = n + 5 where disposition = 'dropped'");
  expect((await wrongBooks(store.database)).map(({ what, kept, counted }) => [what, kept - counted])).toEqual([
    ["run-1", 5],
    ["run-2", 5],
  ]);
  await recountBooks(store.database);
  expect(await booksOf("run-2")).toEqual([["fetch", "dropped", "empty", 1], quarantined(1)]);
});
