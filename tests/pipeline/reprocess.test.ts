import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startEngines } from "@wirefold/engines";
import { openBlobs, openDatabase, PostgresReprocess, StoreReader, takeDown } from "@wirefold/store";
import { afterAll, beforeAll, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
const seeds = join(import.meta.dirname, "../../seeds/documents");

let dataDir: string;
let engines: Awaited<ReturnType<typeof startEngines>>;
let database: Awaited<ReturnType<typeof openDatabase>>;
let before: string;

async function wirefold(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [command, ...args, "--data-dir", dataDir], {
    env: { ...process.env, WIREFOLD_BUILD: "never" },
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk) => stdout.push(chunk));
  child.stderr.on("data", (chunk) => stderr.push(chunk));
  const code = await new Promise<number | null>((ended) => child.on("close", ended));
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

/** Runs workers until nothing of the sample documents is owed; prints their records. */
const work = async () => (await wirefold("run", seeds, "--json", "--no-report")).stdout;

async function books(): Promise<void> {
  for (const { stage, entered, emitted, dropped, quarantined, pending } of await new StoreReader(database).balance())
    expect(entered, stage).toBe(emitted + dropped + quarantined + pending);
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "wirefold-reprocess-"));
  chmodSync(dataDir, 0o755);
  engines = await startEngines({ dataDir });
  database = await openDatabase({ databaseUrl: engines.databaseUrl });
  before = await work();
}, 180_000);
afterAll(async () => {
  await database?.end();
  await engines?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test("a dry run of what nobody changed predicts no change and writes nothing", async () => {
  for (const stage of ["clean", "extract"]) {
    const { stdout } = await wirefold("reprocess", "--from", stage, "--all", "--dry-run", "--json");
    expect(JSON.parse(stdout), stage).toMatchObject({ documents: 18, changed: 0, failed: [] });
  }
  expect((await new StoreReader(database).balance()).every(({ pending }) => pending === 0)).toBe(true);
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
  const blobs = openBlobs(`${pathToFileURL(join(dataDir, "blobs")).href}?small=rows`, database);
  expect((await takeDown(database, blobs, id))?.neighbours).not.toEqual([]);
  await books();
  await work();
  await books();
  const { rows: left } = await database.query("select from assignment where document_id = $1", [id]);
  expect(left).toEqual([]);
}, 180_000);
