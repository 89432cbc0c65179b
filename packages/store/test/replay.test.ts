import type { Disposed } from "@wirefold/core";
import { openDatabase, PostgresLedger, PostgresQuarantine, StoreReader } from "@wirefold/store";
import { testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";

/** A ledger in which every locator was quarantined by fetch, each with the message it is given. */
async function setup(messages: readonly string[]) {
  const engines = await testEngines();
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
    ["…, bytes …: not JSON", 2, 2],
    ["… went wrong", 1, 1],
    ["…: gone", 1, 1],
  ]);
});
