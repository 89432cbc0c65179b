import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeTables, testEngines } from "@wirefold/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wirefold as run, type SampleStore, sampleStore, seeds } from "./sample-store.ts";

let folder: string;
let here: SampleStore;
let there: SampleStore;
const place = (name: string) => join(folder, name);

const wirefold = (place: SampleStore, ...args: readonly string[]) => run(place, args);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-backup-"));
  here = await sampleStore();
  const engines = await testEngines({ template: storeTables });
  there = { engines, dataDir: place("there"), [Symbol.asyncDispose]: engines.close };
}, 120_000);
afterAll(async () => {
  for (const one of [here, there]) await one?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

test("a backup restored into an empty place gives the same records to the byte, and goes on from there", async () => {
  const before = await wirefold(here, "run", seeds, "--json", "--no-report");
  const taken = await wirefold(here, "backup", place("backup"));
  expect(taken.code, taken.stderr).toBe(0);
  const restored = await wirefold(there, "restore", place("backup"));
  expect(restored.code, restored.stderr).toBe(0);
  const exported = await wirefold(there, "export", "--format", "jsonl");
  expect(exported.stdout.split("\n").sort()).toEqual(before.stdout.split("\n").sort());
  const status = JSON.parse((await wirefold(there, "status", "--json")).stdout) as {
    stages: { balanced: boolean; entered: number }[];
  };
  expect(status.stages.every(({ balanced, entered }) => balanced && entered === 18)).toBe(true);
  // The restored place knows its documents, and takes new ones.
  const again = await wirefold(there, "run", seeds, "--json", "--no-report");
  expect(again.stdout).toBe(before.stdout);
  expect(again.stderr).toContain("18 already known");
  const trace = await wirefold(there, "trace", "sarnek-afp");
  expect(trace.stdout).toContain("removed by clean");
  const redone = await wirefold(there, "reprocess", "--from", "clean", "--all", "--dry-run", "--json");
  expect(JSON.parse(redone.stdout)).toMatchObject({ documents: 18, changed: 0 });
}, 600_000);

test("a second backup into the same folder writes only the bodies that are new", async () => {
  const written = () =>
    readdirSync(place("backup/bodies"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".br"))
      .map((name) => `${name} ${statSync(join(place("backup/bodies"), name)).mtimeMs}`);
  const before = written();
  expect(before.length).toBeGreaterThan(18);
  expect((await wirefold(here, "backup", place("backup"))).code).toBe(0);
  expect(written()).toEqual(before);
}, 120_000);

test("it is restored into an empty store only, and only when whole; a folder with other files is left alone", async () => {
  const full = await wirefold(here, "restore", place("backup"));
  expect(full.stderr).toMatch(/holds documents already.*\[WIREFOLD_BACKUP\]/);
  const nothing = await wirefold(there, "restore", place("nothing"));
  expect(nothing.stderr).toMatch(/no backup\.json.*\[WIREFOLD_BACKUP\]/);
  const other = await wirefold(here, "backup", seeds);
  expect(other.stderr).toMatch(/holds other files.*\[WIREFOLD_BACKUP\]/);
  expect(existsSync(join(seeds, "tables"))).toBe(false);
}, 120_000);
