import { execFile, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type TestEngines, testEngines } from "@wirefold/testing";

const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
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

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command over a store, to its end. */
export async function wirefold(
  { dataDir, engines }: Pick<SampleStore, "dataDir" | "engines">,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args, "--data-dir", dataDir], {
    env: { ...process.env, WIREFOLD_BUILD: "never", ...engines.env, ...env },
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk) => stdout.push(chunk));
  child.stderr.on("data", (chunk) => stderr.push(chunk));
  const code = await new Promise<number | null>((ended) => child.on("close", ended));
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}
