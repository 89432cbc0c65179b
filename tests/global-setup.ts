import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { enginesEnded } from "@wirefold/engines";

const PREFIX = "wirefold-test-";

/**
 * Names one data folder for the whole run. Nothing is started here: the first test that asks for engines starts them (see
 * `packages/testing/src/engines.ts`), so a run of pure tests costs nothing.
 */
export function setup(): () => Promise<void> {
  clearEarlierRuns();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  process.env.WIREFOLD_TEST_HOME = folder;
  return async () => {
    // This process was a user of the engines for as long as the run lasted; taking the list of users away ends them.
    rmSync(join(folder, "engines", "users"), { recursive: true, force: true });
    const ended = await enginesEnded(folder);
    rmSync(folder, { recursive: true, force: true });
    if (!ended) throw new Error(`engines of ${folder} outlived the tests`);
  };
}

/** A killed run's engines end by themselves; its folder is left to the next run. */
function clearEarlierRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
    if (!Number.isInteger(pid)) continue;
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

export default setup;
