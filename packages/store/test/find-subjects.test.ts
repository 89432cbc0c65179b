import { findSubjects, openDatabase } from "@wirefold/store";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";

/** Documents as the stages would have left them, written by SQL: every tenth was dropped by clean, every hundredth set aside by extract. */
async function setup(documents: number) {
  const engines = await testEngines({ template: storeTables });
  const database = await openDatabase({ databaseUrl: engines.databaseUrl });
  await database.query("insert into run (id) values ('run-1')");
  await database.query(
    `insert into locator (id, locator, fingerprint, hints, created_at)
     select 'l' || n, 'file:///archive/part-' || n % 50 || '/report-' || n || '.html', '1', jsonb_build_object('id', 'arc-' || lpad(n::text, 7, '0')),
       timestamptz '2031-01-01' + n * interval '1 second'
     from generate_series(1, $1) n`,
    [documents],
  );
  await database.query("insert into run_locator select 'run-1', 'l' || n from generate_series(1, 100) n");
  await database.query(
    `insert into document (id, locator_id, locator, body_hash, title, outlet, url, created_at)
     select lpad(to_hex(n), 20, '0'), 'l' || n, 'file:///archive/part-' || n % 50 || '/report-' || n || '.html', 'h',
       (array['Ferry aground off Port Linden', 'Strike ends at the Karsa mill', '港口罢工结束', 'Minister opens tunnel'])[1 + n % 4] || ' ' || n,
       (array['The Linden Post', 'Karsa Courier'])[1 + n % 2], 'https://news.example/2031/' || n, timestamptz '2031-01-01' + n * interval '1 second'
     from generate_series(1, $1) n where n % 97 <> 0`,
    [documents],
  );
  await database.query(
    `insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, reason, detail, outputs)
     select d.id, case when n % 100 = 1 then 'extract' else 'clean' end, 1, 'i', d.locator_id,
       case when n % 100 = 1 then 'quarantined' when n % 10 = 0 then 'dropped' else 'emitted' end,
       case when n % 100 = 1 then 'WIREFOLD_TIMEOUT' when n % 10 = 0 then 'no-text' end,
       case when n % 100 = 1 then jsonb_build_object('message', 'no answer from the thread in line ' || n) end, '[]'
     from (select d.*, substr(locator_id, 2)::int as n from document d) d`,
  );
  await database.query("analyze");
  const close = async () => {
    await database.end();
    await engines.close();
  };
  return { database, [Symbol.asyncDispose]: close };
}

test("a document is found by any part of what it is called, in any script and any case", async () => {
  await using store = await setup(400);
  const find = async (text: string) => (await findSubjects(store.database, { text })).map((one) => one.locator);
  expect(await find("report-123.")).toEqual(["file:///archive/part-23/report-123.html"]);
  expect(await find("arc-0000123")).toEqual(["file:///archive/part-23/report-123.html"]);
  expect(await find("NEWS.example/2031/123")).toEqual(["file:///archive/part-23/report-123.html"]);
  expect(await find("ferry LINDEN 204")).toEqual(["file:///archive/part-4/report-204.html"]);
  expect(await find("港口罢 202")).toEqual(["file:///archive/part-2/report-202.html"]);
  expect(await find("0000000000000000007b")).toEqual(["file:///archive/part-23/report-123.html"]);
  expect(await find("100%_such")).toEqual([]);
  await store.database.query("update document set locator = 'file:///lines.jsonl#b8' where locator_id = 'l13'");
  expect(await find("B8")).toEqual(["file:///lines.jsonl#b8"]);
  await store.database.query("update document set locator = 'file:///lines.jsonl#Item_9/x y' where locator_id = 'l14'");
  for (const text of ["item_9", "Item_9/x y"]) expect(await find(text)).toEqual(["file:///lines.jsonl#Item_9/x y"]);
  expect(await find("itemX9")).toEqual([]);
});

test("a place that never became a document is found as such", async () => {
  await using store = await setup(200);
  const [found] = await findSubjects(store.database, { text: "report-97.html" });
  expect(found).toMatchObject({ isDocument: false, title: null, stage: null, disposition: null });
});

test("conditions narrow: stage, disposition, reason, message, run, time; the newest come first", async () => {
  await using store = await setup(400);
  const ids = async (filter: Parameters<typeof findSubjects>[1]) =>
    (await findSubjects(store.database, filter, { limit: 1000 })).map((one) => Number(one.locator.match(/report-(\d+)/)?.[1]));
  expect(await ids({ disposition: "quarantined" })).toEqual([301, 201, 101, 1]);
  expect(await ids({ reason: "no-text", runId: "run-1" })).toEqual([100, 90, 80, 70, 60, 50, 40, 30, 20, 10]);
  expect(await ids({ message: "in line 201" })).toEqual([201]);
  expect(await ids({ text: "Karsa Courier", disposition: "dropped", stage: "clean" })).toEqual([]);
  expect(await ids({ text: "Linden Post", reason: "no-text", since: new Date("2031-01-01T00:06:20Z") })).toEqual([400, 390, 380]);
  expect(await ids({ runId: "run-1", until: new Date("2031-01-01T00:00:04Z") })).toEqual([3, 2, 1]);
});

test("no way of asking reads a whole table, however many documents there are", async () => {
  await using store = await setup(30_000);
  const filters: Parameters<typeof findSubjects>[1][] = [
    { text: "report-12345" },
    { text: "karsa mill 24321" },
    { text: "0000000000000000070" },
    { disposition: "quarantined" },
    { reason: "no-text", stage: "clean" },
    { runId: "run-1" },
  ];
  for (const filter of filters) {
    const before = await scanned(store.database);
    expect((await findSubjects(store.database, filter)).length, JSON.stringify(filter)).toBeGreaterThan(0);
    expect((await scanned(store.database)) - before, JSON.stringify(filter)).toBe(0);
  }
});

/** Rows read by sequential scans of the tables that grow, once the statistics of all sessions have arrived. */
async function scanned(database: { query(text: string): Promise<{ rows: { n: string }[] }> }): Promise<number> {
  await database.query("select pg_stat_force_next_flush()");
  await database.query("select 1");
  const { rows } = await database.query(
    "select sum(seq_tup_read) as n from pg_stat_user_tables where relname in ('document', 'locator', 'result', 'owed')",
  );
  return Number(rows[0]?.n ?? 0);
}
