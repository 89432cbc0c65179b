import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BullWorkQueue } from "@wirefold/queue";
import { inTransaction, openDatabase, oweAgain, StoreReader } from "@wirefold/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wirefold as run, type SampleStore, sampleStore, seeds } from "./sample-store.ts";

let store: SampleStore;
let database: Awaited<ReturnType<typeof openDatabase>>;
let records: string;

const wirefold = (...args: readonly string[]) => run(store, args);

/** Runs workers until nothing of the sample documents is owed; prints their records. */
const work = async () => (await wirefold("run", seeds, "--json", "--no-report")).stdout;

async function expectBalanced(): Promise<void> {
  for (const { stage, entered, emitted, dropped, quarantined, pending } of await new StoreReader(database).balance())
    expect([stage, entered, pending], stage).toEqual([stage, emitted + dropped + quarantined + pending, 0]);
}

/** The names of all bodies: small ones are rows. */
const bodies = async (): Promise<string[]> => {
  const { rows } = await database.query<{ hash: string }>("select encode(hash, 'hex') as hash from blob order by hash");
  return rows.map(({ hash }) => hash);
};

/** Puts everything half a year into the past. */
async function age(): Promise<void> {
  await database.query(`update result set finished_at = finished_at - interval '180 days', started_at = started_at - interval '180 days';
    update attempt set started_at = started_at - interval '180 days'; update story_event set at = at - interval '180 days'`);
  await database.query("update blob set put_at = put_at - interval '180 days'");
}

/** Bodies that nothing names, old enough to be taken: a small one, and a file as larger ones are. */
async function leaveBodies(digits: string): Promise<void> {
  const [small, large] = [digits.repeat(32), digits.repeat(31).padEnd(64, "0")];
  await database.query("insert into blob values (decode($1, 'hex'), 'left by nobody', 'epoch')", [small]);
  const folder = join(store.dataDir, "blobs", digits);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${large}.br`), "left by nobody");
  utimesSync(join(folder, `${large}.br`), new Date(0), new Date(0));
}

/** Files of bodies. */
const files = (): string[] =>
  readdirSync(join(store.dataDir, "blobs"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".br"));

const count = async (from: string): Promise<number> =>
  Number((await database.query<{ n: string }>(`select count(*) as n from ${from}`)).rows[0]?.n);

interface Leak {
  readonly kind: string;
  readonly count: number;
  readonly mended: number | null;
}

async function leaks(...options: readonly string[]): Promise<{ code: number | null; found: Leak[] }> {
  const { code, stdout, stderr } = await wirefold("doctor", "--leaks", "--json", ...options);
  if (stdout === "") throw new Error(stderr);
  const found = (JSON.parse(stdout) as { leaks: Leak[] }).leaks.filter((leak) => leak.count > 0);
  return { code, found: found.map(({ kind, count, mended }) => ({ kind, count, mended })) };
}

beforeAll(async () => {
  store = await sampleStore();
  database = await openDatabase({ databaseUrl: store.engines.databaseUrl });
  records = await work();
}, 180_000);
afterAll(async () => {
  await database?.end();
  await store?.[Symbol.asyncDispose]();
});

test("pruning takes what later passages replaced, and records, books, traces and reprocessing stay as they were", async () => {
  await wirefold("reprocess", "--from", "clean", "--all");
  // As if an older release had cleaned the first documents otherwise: bodies that only results which no longer count name.
  const old = await database.query<{ subject: string }>(
    `update result set outputs = jsonb_set(outputs, '{0,articleHash}', to_jsonb(md5(subject) || md5(subject || 'x')))
     where stage = 'clean' and not counted and subject < '5' returning subject`,
  );
  await database.query("update result set stage_version = 0 where not counted");
  await work();
  await age();
  const before = {
    timeline: await count("timeline"),
    results: await count("result"),
    events: await count("story_event"),
    bodies: await bodies(),
  };
  const traceOf = async () =>
    (
      JSON.parse((await wirefold("trace", "sarnek-afp", "--json")).stdout) as {
        timeline: { stage: string; disposition: string }[];
      }
    ).timeline;
  const stages = (timeline: Awaited<ReturnType<typeof traceOf>>) => [...new Set(timeline.map(({ stage }) => stage))].sort();
  const traced = await traceOf();
  await leaveBodies("ab");
  await age();

  // What was known of pages: one that was read lately, one long ago, and one whose document is gone.
  await database.query(`insert into page (address, locator, document_id, body_hash, read_at)
    select 'https://ostrand.example/' || days, '', case days when 2 then 'gone' else (select min(id) from document) end, '',
      now() - days * interval '1 day' from unnest(array[1, 2, 40]) days`);
  const dry = JSON.parse((await wirefold("prune", "--dry-run", "--json")).stdout) as {
    pruned: { kind: string; removed: number }[];
  };
  expect(await count("timeline")).toBe(before.timeline);
  const real = JSON.parse((await wirefold("prune", "--json")).stdout) as { pruned: { kind: string; removed: number }[] };
  expect(real.pruned.map(({ kind, removed }) => [kind, removed])).toEqual(dry.pruned.map(({ kind, removed }) => [kind, removed]));
  expect((await database.query("select address from page")).rows).toEqual([{ address: "https://ostrand.example/1" }]);
  const removed = new Map(real.pruned.map((one) => [one.kind, one.removed]));
  expect(removed.get("results")).toBeGreaterThanOrEqual(Math.max(3 * 18, old.rows.length));
  expect(await count("result where not counted")).toBeLessThan(5);
  expect(await count("timeline")).toBe(before.timeline - (removed.get("timeline") ?? 0));
  expect(removed.get("timeline")).toBeGreaterThanOrEqual(4 * 18);
  expect(await count("story_event")).toBe(before.events - (removed.get("events") ?? 0));
  // Every body that was there is named by a document still.
  expect(await bodies()).toEqual(before.bodies);
  expect(files()).toEqual([]);

  await expectBalanced();
  expect(stages(await traceOf())).toEqual(stages(traced));
  await wirefold("reprocess", "--from", "dedupe", "--all");
  expect(await work()).toBe(records);
  await expectBalanced();
  await wirefold("prune");
  const again = JSON.parse((await wirefold("prune", "--json")).stdout) as { pruned: { removed: number }[] };
  expect(again.pruned.map((one) => one.removed)).toEqual([0, 0, 0, 0, 0]);
}, 480_000);

test("doctor finds and mends what was made to leak between Redis, the database and the bodies", async () => {
  expect(await leaks()).toEqual({ code: 0, found: [] });
  const { rows } = await database.query<{ id: string; locator: string }>(
    "select id, locator_id as locator from document order by id limit 3",
  );
  const [taken, lost, , ...none] = rows;
  if (taken === undefined || lost === undefined || none.length > 0) throw new Error("the sample documents are gone");
  // A takedown killed after its first step, work of a document that is not there, and work that no job carries.
  await database.query("update document set removed_at = now() where id = $1", [taken.id]);
  const owe = `insert into owed (subject, stage, locator_id, input, input_hash, priority, enqueued_at)
    values ($1, 'reconcile', $2, '{}', $3, 'live', now() + $4 * interval '1 second')`;
  await database.query(owe, ["0123456789abcdef0123", lost.locator, "h", -600]);
  await inTransaction(database, (client) => oweAgain(client, "reconcile", [lost.id]));
  await database.query("update owed set enqueued_at = now() - interval '10 minutes' where subject = $1", [lost.id]);
  // A job for nothing, a body that nothing names, a document without its body, and books that were tampered with.
  const queue = new BullWorkQueue({ redisUrl: store.engines.redisUrl, prefix: store.engines.prefix });
  await queue.send("clean", ["fedcba9876543210fedc"], { priority: "backfill" });
  await leaveBodies("cd");
  const { rows: bodiless } = await database.query<{ hash: string }>("select body_hash as hash from document where id = $1", [
    lost.id,
  ]);
  const hash = bodiless[0]?.hash ?? "";
  await database.query("delete from blob where hash = decode($1, 'hex')", [hash]);
  await database.query("insert into tally values ('document', null, null, null, 3)");

  const found = await leaks();
  expect(found.code).toBe(1);
  const kinds = new Map(found.found.map((leak) => [leak.kind, leak.count]));
  expect(kinds.get("takedowns cut short")).toBe(1);
  expect(kinds.get("work owed by documents that are gone")).toBe(1);
  expect(kinds.get("jobs whose documents owe nothing")).toBe(1);
  expect(kinds.get("owed work that no job carries")).toBe(2);
  // The bodies of what is being taken down are younger than a day or older, as the file system says.
  expect(kinds.get("bodies that nothing names")).toBeGreaterThanOrEqual(2);
  expect(kinds.get("documents whose bodies are missing")).toBe(1);
  expect(kinds.get("lines of the books that are wrong")).toBeGreaterThanOrEqual(1);

  const mended = await leaks("--mend");
  for (const { kind, count: n, mended: done } of mended.found)
    if (!kind.includes("missing")) expect([kind, done]).toEqual([kind, n]);
  await queue.close();
  const after = await leaks();
  expect(after.found.filter(({ kind }) => !kind.includes("missing"))).toEqual([]);
  await work();
  await expectBalanced();
  // What was taken down is in no story.
  const exported = await wirefold("export", "--format", "jsonl");
  expect(exported.stdout).not.toContain(taken.id);
}, 480_000);
