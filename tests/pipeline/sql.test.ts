import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngines } from "@wirefold/engines";
import { afterAll, beforeAll, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
const seeds = join(import.meta.dirname, "../../seeds/documents");
let dataDir: string;
let engines: Awaited<ReturnType<typeof startEngines>>;

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

const ask = async (query: string, ...options: readonly string[]) => {
  const { stdout, stderr } = await wirefold("sql", query, "--json", ...options);
  if (stdout === "" && stderr !== "") throw new Error(stderr);
  return stdout
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "wirefold-sql-"));
  chmodSync(dataDir, 0o755);
  // Held open, so each command finds them running.
  engines = await startEngines({ dataDir });
  await wirefold("run", seeds, "--no-report");
}, 180_000);
afterAll(async () => {
  await engines?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test("claims, quotations and figures can be asked for, and agree with the records", async () => {
  const { stdout } = await wirefold("export", "--format", "jsonl");
  const records = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { claims: { variants: unknown[] }[] });
  const variants = records.reduce((sum, { claims }) => sum + claims.reduce((n, claim) => n + claim.variants.length, 0), 0);
  const [counts] = await ask(
    `select (select count(*)::int from claim) as claims, (select count(*)::int from figure) as figures, (select count(*)::int from quote where kind = 'direct') as quotes`,
  );
  expect(counts?.claims).toBe(variants);
  expect(counts?.figures).toBeGreaterThan(100);
  expect(counts?.quotes).toBeGreaterThan(20);
  const [joined] = await ask("select count(*)::int as n from claim c join document d on d.id = c.doc and d.story = c.story");
  expect(joined?.n).toBe(variants);
}, 120_000);

test("what was taken down is gone, and what changed is unpacked again", async () => {
  const [before] = await ask("select id, story from document where title like 'Minister opens tunnel%'");
  await wirefold("remove", String(before?.id));
  expect(await ask(`select 1 as x from figure where document = '${before?.id}'`)).toEqual([]);
  expect(await ask(`select 1 as x from claim where story = '${before?.story}'`)).toEqual([]);
}, 120_000);

test("a session changes nothing unless told to, and a wrong query is one line", async () => {
  const refused = await wirefold("sql", "delete from story", "--no-unpack");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^wirefold: .*(read-only|cannot delete).*\[WIREFOLD_SQL\]\n$/);
  const wrong = await wirefold("sql", "select nothing from nowhere", "--no-unpack");
  expect(wrong.stderr).toMatch(/"nowhere" does not exist.*\[WIREFOLD_SQL\]\n$/);
}, 120_000);
