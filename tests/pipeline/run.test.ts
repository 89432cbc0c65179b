import { execFile } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type DocumentId, documentIdOf, sha256 } from "@wirefold/core";
import { storeTables, withEngines } from "@wirefold/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
const seeds = join(import.meta.dirname, "../../seeds/documents");
const five = join(import.meta.dirname, "../../../shared/seeds");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-run-"));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a user would, in a data folder of its own unless one is given. */
async function run(
  sources: readonly string[],
  options: readonly string[],
  { dataDir = mkdtempSync(join(folder, "data-")), env = {} }: { dataDir?: string; env?: NodeJS.ProcessEnv } = {},
) {
  chmodSync(dataDir, 0o755);
  const args = [command, "run", ...sources, "--json", "--data-dir", dataDir, ...options];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  });
  return { stdout, stderr, dataDir };
}

/** The same where the engines are there already: for what does not depend on whose they are. */
const runElsewhere = (sources: readonly string[], options: readonly string[]) =>
  withEngines(({ env }) => run(sources, options, { env }), { template: storeTables });

const documentsOf = (at: string) =>
  readdirSync(at)
    .filter((name) => /\.(html|txt)$/.test(name))
    .map((name) => join(at, name));

/** The first test fills it from `inbox`, a copy of the sample documents; the two after it go on from there. */
let inbox: string;
let dataDir: string;
let records: string;

test("the sample documents give the same bytes in any order, batch size and number of workers", async () => {
  inbox = mkdtempSync(join(folder, "inbox-"));
  for (const name of readdirSync(seeds)) cpSync(join(seeds, name), join(inbox, name));
  chmodSync(inbox, 0o755);
  const forward = await run(documentsOf(inbox), ["--batch-size", "1", "--workers", "1"]);
  const backward = await runElsewhere(documentsOf(inbox).reverse(), ["--batch-size", "100", "--workers", "4", "--no-report"]);
  expect(backward.stdout).toBe(forward.stdout);
  expect(forward.stdout.split("\n").length).toBeGreaterThan(3);
  ({ dataDir, stdout: records } = forward);
}, 360_000);

test("a second run does no work twice, and writes the same report", async () => {
  const report = join(dataDir, "report");
  const second = await run([inbox], [], { dataDir });
  expect(second.stdout).toBe(records);
  expect(second.stderr).toContain("18 already known");
  expect(existsSync(join(report, "index.html"))).toBe(true);
  const written = readFileSync(join(report, "stories.jsonl"), "utf8").trim().split("\n");
  expect(new Set(written)).toEqual(new Set(records.trim().split("\n")));
}, 360_000);

test("a folder that was moved is the same documents; one that was copied is copies", async () => {
  const after = `${inbox}-moved`;
  renameSync(inbox, after);
  const moved = await run([after], ["--no-report"], { dataDir });
  expect(moved.stdout).toBe(records);
  expect(moved.stderr).toContain("moved 18");
  // What has moved once is known where it is now.
  const again = await run([after], ["--no-report"], { dataDir });
  expect(again.stdout).toBe(records);
  expect(again.stderr).not.toContain("moved 18");

  const [page = ""] = documentsOf(after);
  const copied = join(mkdtempSync(join(folder, "copy-")), basename(page));
  cpSync(page, copied);
  chmodSync(dirname(copied), 0o755);
  const twice = await run([copied], ["--no-report"], { dataDir });
  expect(twice.stderr).toMatch(/^1 document /m);
}, 360_000);

test.skipIf(!existsSync(five))(
  "of five real documents, the agency's story and its two rewrites share one lineage, and all five one story (needs ../shared/seeds)",
  async () => {
    const one = await runElsewhere(documentsOf(five), ["--batch-size", "1", "--no-report"]);
    const other = await runElsewhere(documentsOf(five).reverse(), ["--batch-size", "100", "--workers", "4", "--no-report"]);
    expect(other.stdout).toBe(one.stdout);
    const records = one.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records).toHaveLength(1);
    const nameOf = new Map(
      documentsOf(five).map((path) => [
        documentIdOf(pathToFileURL(realpathSync(path)).href, sha256(readFileSync(path))),
        basename(path).slice(0, 3),
      ]),
    );
    const clusters: { docs: DocumentId[] }[] = records[0].lineage.clusters;
    const lineages = clusters.map(({ docs }) =>
      docs
        .map((doc) => nameOf.get(doc))
        .sort()
        .join(" "),
    );
    expect(lineages.sort()).toEqual(["000 001 004", "002", "003"]);
  },
  360_000,
);
