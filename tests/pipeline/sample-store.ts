import { execFile } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type TestEngines, testEngines } from "@wirefold/testing";

export const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
export const seeds = join(import.meta.dirname, "../../seeds/documents");

export interface SampleStore extends AsyncDisposable {
  readonly engines: TestEngines;
  readonly dataDir: string;
}

/** A store that has been through a run over the sample documents: a copy, since the run takes most of a minute and is the same for all. */
export async function sampleStore(): Promise<SampleStore> {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-samples-"));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, "data");
  const original = join(process.env.WIREFOLD_TEST_HOME ?? folder, "samples");
  const prepare = async (databaseUrl: string) => {
    mkdirSync(original, { recursive: true, mode: 0o755 });
    await using engines = await testEngines();
    await promisify(execFile)(process.execPath, [command, "run", seeds, "--no-report", "--quiet", "--data-dir", original], {
      env: { ...process.env, WIREFOLD_BUILD: "never", ...engines.env, DATABASE_URL: databaseUrl },
    });
  };
  const engines = await testEngines({ template: { name: "sample documents", prepare } });
  cpSync(original, dataDir, { recursive: true, preserveTimestamps: true });
  return {
    engines,
    dataDir,
    async [Symbol.asyncDispose]() {
      await engines.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
