import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngines } from "@wirefold/engines";
import { afterAll, beforeAll, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
const seeds = join(import.meta.dirname, "../../seeds/documents");
let folder: string;
const engines: Awaited<ReturnType<typeof startEngines>>[] = [];
const place = (name: string) => join(folder, name);

async function wirefold(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, WIREFOLD_BUILD: "never" } });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk) => stdout.push(chunk));
  child.stderr.on("data", (chunk) => stderr.push(chunk));
  const code = await new Promise<number | null>((ended) => child.on("close", ended));
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-backup-"));
  chmodSync(folder, 0o755);
  for (const name of ["here", "there"]) {
    mkdirSync(place(name), { mode: 0o755 });
    // Held open, so each command finds them running.
    engines.push(await startEngines({ dataDir: place(name) }));
  }
}, 120_000);
afterAll(async () => {
  for (const one of engines) await one.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a backup restored into an empty place gives the same records to the byte, and goes on from there", async () => {
  const before = await wirefold("run", seeds, "--json", "--no-report", "--data-dir", place("here"));
  const taken = await wirefold("backup", place("backup"), "--data-dir", place("here"));
  expect(taken.code, taken.stderr).toBe(0);
  const restored = await wirefold("restore", place("backup"), "--data-dir", place("there"));
  expect(restored.code, restored.stderr).toBe(0);
  const exported = await wirefold("export", "--format", "jsonl", "--data-dir", place("there"));
  expect(exported.stdout.split("\n").sort()).toEqual(before.stdout.split("\n").sort());
  const status = JSON.parse((await wirefold("status", "--json", "--data-dir", place("there"))).stdout) as {
    stages: { balanced: boolean; entered: number }[];
  };
  expect(status.stages.every(({ balanced, entered }) => balanced && entered === 18)).toBe(true);
  // The restored place knows its documents, and takes new ones.
  const again = await wirefold("run", seeds, "--json", "--no-report", "--data-dir", place("there"));
  expect(again.stdout).toBe(before.stdout);
  expect(again.stderr).toContain("18 already known");
  const trace = await wirefold("trace", "sarnek-afp", "--data-dir", place("there"));
  expect(trace.stdout).toContain("removed by clean");
  const redone = await wirefold("reprocess", "--from", "clean", "--all", "--dry-run", "--json", "--data-dir", place("there"));
  expect(JSON.parse(redone.stdout)).toMatchObject({ documents: 18, changed: 0 });
}, 300_000);

test("a second backup into the same folder writes only the bodies that are new", async () => {
  const written = () =>
    readdirSync(place("backup/bodies"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".br"))
      .map((name) => `${name} ${statSync(join(place("backup/bodies"), name)).mtimeMs}`);
  const before = written();
  expect(before.length).toBeGreaterThan(18);
  expect((await wirefold("backup", place("backup"), "--data-dir", place("here"))).code).toBe(0);
  expect(written()).toEqual(before);
}, 120_000);

test("it is restored into an empty store only, and only when whole; a folder with other files is left alone", async () => {
  const full = await wirefold("restore", place("backup"), "--data-dir", place("here"));
  expect(full.stderr).toMatch(/holds documents already.*\[WIREFOLD_BACKUP\]/);
  const nothing = await wirefold("restore", place("nothing"), "--data-dir", place("there"));
  expect(nothing.stderr).toMatch(/no backup\.json.*\[WIREFOLD_BACKUP\]/);
  const other = await wirefold("backup", seeds, "--data-dir", place("here"));
  expect(other.stderr).toMatch(/holds other files.*\[WIREFOLD_BACKUP\]/);
  expect(existsSync(join(seeds, "tables"))).toBe(false);
}, 120_000);
