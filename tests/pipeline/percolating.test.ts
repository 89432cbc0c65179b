import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { storeTables, testEngines } from "@wirefold/testing";
import { expect, test } from "vitest";

const run = promisify(execFile);

test("an archive that all hangs together costs the same a document throughout, and outlives two kills", {
  timeout: 600_000,
}, async () => {
  await using engines = await testEngines({ template: storeTables });
  // The launcher builds what the script runs.
  await run(process.execPath, [join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs"), "--version"]);
  const script = join(import.meta.dirname, "percolate.mjs");
  const { stdout } = await run(process.execPath, [script, "--documents", "1000", "--batch", "50"], {
    env: { ...process.env, DATABASE_URL: engines.databaseUrl },
  });
  const found = JSON.parse(stdout) as {
    documents: number;
    largest_component: number;
    stories: number;
    tenths: { rows: number }[];
    kills: number;
    records_equal: boolean;
  };
  expect(found.largest_component).toBe(found.documents);
  expect(found.stories).toBeGreaterThan(found.documents / 10);
  expect(found.kills).toBe(2);
  expect(found.records_equal).toBe(true);
  // Rows read, which no busy machine changes: the second half of the archive costs what the first did.
  const rowsOf = (from: number) => found.tenths.slice(from, from + 5).reduce((sum, { rows }) => sum + rows, 0);
  expect(rowsOf(5)).toBeLessThan(rowsOf(0) * 1.2);
});
