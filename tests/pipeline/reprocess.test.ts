import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { StoryRecord } from "@wirefold/core";
import { openBlobs, openDatabase, PostgresReprocess, StoreReader, takeDown } from "@wirefold/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FieldChange } from "../../services/console/src/levers/preview-reprocess.ts";
import { wirefold as run, type SampleStore, sampleStore, seeds } from "./sample-store.ts";

let store: SampleStore;
let database: Awaited<ReturnType<typeof openDatabase>>;
let before: string;

/** Has a process run a clean stage of the next version. */
const changed = { NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "newer-clean.mjs")).href}` };

const wirefold = (...args: readonly string[]) => wirefoldIn({}, ...args);

const wirefoldIn = (env: NodeJS.ProcessEnv, ...args: readonly string[]) => run(store, args, env);

/** Runs workers until nothing of the sample documents is owed; prints their records. */
const work = async (env: NodeJS.ProcessEnv = {}) => (await wirefoldIn(env, "run", seeds, "--json", "--no-report")).stdout;

/** All that a preview might write to. */
async function stored(): Promise<Record<string, string>> {
  const tables = [
    "owed",
    "result",
    "timeline",
    "document",
    "assignment",
    "edge",
    "document_group",
    "story",
    "story_event",
    "tally",
    "blob",
  ];
  const of = async (table: string) => {
    const { rows } = await database.query(
      `select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as md5 from ${table} t`,
    );
    return [table, rows[0].md5] as const;
  };
  return Object.fromEntries(await Promise.all(tables.map(of)));
}

/** What a record says, as a dry run names it. */
const saidBy = ({ claims, conflicts }: StoryRecord) => [
  ...claims.map(({ statement, independent_sources: n }) => `claims: ${statement} (${n})`),
  ...conflicts.map(({ statement }) => `conflicts: ${statement}`),
];

async function books(): Promise<void> {
  for (const { stage, entered, emitted, dropped, quarantined, pending } of await new StoreReader(database).balance())
    expect(entered, stage).toBe(emitted + dropped + quarantined + pending);
}

beforeAll(async () => {
  store = await sampleStore();
  database = await openDatabase({ databaseUrl: store.engines.databaseUrl });
  before = await work();
}, 180_000);
afterAll(async () => {
  await database?.end();
  await store?.[Symbol.asyncDispose]();
});

test("a dry run of what nobody changed predicts no change and writes nothing", async () => {
  const before = await stored();
  for (const stage of ["clean", "reconcile"]) {
    const { stdout } = await wirefold("reprocess", "--from", stage, "--all", "--dry-run", "--json");
    expect(JSON.parse(stdout), stage).toMatchObject({ documents: 18, changed: 0, failed: [] });
  }
  expect(await stored()).toEqual(before);
}, 120_000);

test("a dry run names the fields that differ from what is stored", async () => {
  const { rows } = await database.query<{ id: string; title: string }>(
    "select id, title from document where title like 'Minister opens tunnel%'",
  );
  const [document] = rows;
  if (!document) throw new Error("the sample document is gone");
  await database.query("update document set title = 'As an older cleaner read it' where id = $1", [document.id]);
  const { stdout } = await wirefold("reprocess", "--from", "clean", "--all", "--dry-run", "--json");
  const { changed, changes } = JSON.parse(stdout) as {
    changed: number;
    changes: { field: string; before: string; after: string }[];
  };
  expect(changed).toBe(1);
  expect(changes).toEqual([
    expect.objectContaining({
      field: "title",
      before: "As an older cleaner read it",
      after: expect.stringMatching(/^Minister opens/),
    }),
  ]);
  // A dry run mends nothing, and what comes next reads the store.
  await database.query("update document set title = $2 where id = $1", [document.id, document.title]);
}, 120_000);

test("stale documents alone are taken, each once, over a process that ends between two steps; the records come out the same", async () => {
  await database.query("update result set stage_version = 0 where stage = 'extract' and counted and subject < '9'");
  const { rows } = await database.query<{ n: number }>(
    "select count(*)::int as n from result where stage = 'extract' and counted and subject < '9'",
  );
  const stale = rows[0]?.n ?? 0;
  expect(stale).toBeGreaterThan(3);
  const first = new PostgresReprocess(database);
  const run = await first.begin("extract", { which: "stale", version: 3 });
  const step = await first.step(run.id, 3);
  expect(step?.subjects).toHaveLength(3);
  await books();
  // What a kill leaves is the row in the store: the command goes on from it.
  const { stdout, stderr } = await wirefold("reprocess", "--resume", run.id, "--json");
  expect(JSON.parse(stdout || "{}"), stderr).toMatchObject({ id: run.id, state: "done", moved: stale });
  await books();
  expect(await work()).toBe(before);
  await books();
  const versions = await database.query<{ v: number }>(
    "select distinct stage_version as v from result where stage = 'extract' and counted",
  );
  expect(versions.rows).toHaveLength(1);
}, 180_000);

test("a dry run foretells the texts, groups and claims that a changed stage then gives, and writes nothing", async () => {
  const untouched = await stored();
  const { stdout } = await wirefoldIn(
    changed,
    "reprocess",
    "--from",
    "clean",
    "--stale",
    "--dry-run",
    "--sample",
    "100",
    "--json",
  );
  const { changes, failed } = JSON.parse(stdout) as { changes: FieldChange[]; failed: unknown[] };
  expect(failed).toEqual([]);
  expect(await stored()).toEqual(untouched);
  const recordsOf = (text: string) =>
    text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as StoryRecord);
  const was = recordsOf(before);
  await wirefoldIn(changed, "reprocess", "--from", "clean", "--stale");
  const is = recordsOf(await work(changed));
  const [had, has] = [was, is].map((records) =>
    records.flatMap((record) => saidBy(record).map((said) => `${record.story} ${said}`)),
  );
  const foretold = changes.filter(({ field }) => field === "claims" || field === "conflicts");
  expect(foretold.length).toBeGreaterThan(0);
  const told = foretold.map(
    ({ document, field, before, after }) => `${before === "" ? "+" : "-"} ${document} ${field}: ${before || after}`,
  );
  const came = [
    ...(had ?? []).filter((line) => !has?.includes(line)).map((line) => `- ${line}`),
    ...(has ?? []).filter((line) => !had?.includes(line)).map((line) => `+ ${line}`),
  ];
  expect(told.sort()).toEqual([...new Set(came)].sort());
  const placesOf = (records: readonly StoryRecord[]) =>
    new Map(
      records.flatMap(({ members }) => members.map(({ id, role, parent, lineage }) => [id, { role, parent, lineage }] as const)),
    );
  const [from, to] = [placesOf(was), placesOf(is)];
  for (const field of ["role", "parent", "lineage"] as const) {
    const moved = [...to].filter(([id, place]) => from.get(id)?.[field] !== place[field]).map(([id]) => id);
    expect(
      changes
        .filter((change) => change.field === field)
        .map(({ document }) => document)
        .sort(),
      field,
    ).toEqual(moved.sort());
  }
}, 180_000);

test("everything from clean on again gives the same records, and a run that has ended takes nothing more", async () => {
  const { stdout } = await wirefold("reprocess", "--from", "clean", "--all", "--json");
  const run = JSON.parse(stdout) as { id: string; moved: number };
  expect(run.moved).toBe(18);
  expect(await work()).toBe(before);
  await books();
  expect(await new PostgresReprocess(database).step(run.id, 10)).toBeNull();
  const again = await wirefold("reprocess", "--resume", run.id);
  expect(again.code).not.toBe(0);
  expect(again.stderr).toContain("WIREFOLD_NOT_FOUND");
}, 180_000);

test("a run is paused and cancelled; filters narrow it", async () => {
  const runs = new PostgresReprocess(database);
  const run = await runs.begin("extract", { which: "all", version: 3 });
  expect(await runs.setState(run.id, "paused")).toBe(true);
  expect(await runs.step(run.id, 10)).toBeNull();
  expect(await runs.setState(run.id, "cancelled")).toBe(true);
  expect(await runs.setState(run.id, "running")).toBe(false);
  expect(await runs.sample("extract", { which: "all", version: 2, outlet: "Inland Weekly" }, 50)).toHaveLength(1);
  expect(await runs.sample("extract", { which: "all", version: 2, outlet: "Inland" }, 50)).toHaveLength(0);
  expect(await runs.sample("extract", { which: "failed", version: 3 }, 50)).toHaveLength(0);
});

test("a document taken down while its neighbours go through clean again leaves the books balanced", async () => {
  const { rows } = await database.query<{ id: string }>("select a as id from edge group by a order by count(*) desc, a limit 1");
  const id = rows[0]?.id ?? "";
  const runs = new PostgresReprocess(database);
  const run = await runs.begin("clean", { which: "all", version: 1 });
  await runs.step(run.id, 100);
  await runs.setState(run.id, "cancelled");
  const blobs = openBlobs(`${pathToFileURL(join(store.dataDir, "blobs")).href}?small=rows`, database);
  expect((await takeDown(database, blobs, id))?.neighbours).not.toEqual([]);
  await books();
  await work();
  await books();
  const { rows: left } = await database.query("select from assignment where document_id = $1", [id]);
  expect(left).toEqual([]);
}, 180_000);
