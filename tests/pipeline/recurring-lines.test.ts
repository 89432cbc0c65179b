import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { storeTables, type TestEngines, testEngines } from "@wirefold/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-recurring-"));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words nobody uses, the same for the same seed: stories of different seeds have no subject in common. */
function sentence(seed: number): string {
  const syllables = ["bra", "ken", "tol", "mi", "sud", "ver", "lan", "po", "gri", "shen", "dak", "ru", "fel", "ost", "wy", "nar"];
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const words = Array.from({ length: 18 }, () => Array.from({ length: 3 }, () => syllables[next(syllables.length)]).join(""));
  return `The ${words.join(" ")}.`;
}
const appeal = "The Courier is read in 48,317 households and has belonged to its readers since the great fire.";

/** Six stories, each in two outlets, one of which took most of it from the other; only the Courier ends every page the same way. */
const lines = Array.from({ length: 6 }, (_, n) => {
  const own = Array.from({ length: 9 }, (_, at) => sentence(n * 100 + at));
  const figure = `In the town of Hollowmere ${3100 + n * 271} people took part, the mayor Ada Quillfeather said on Tuesday.`;
  const courier = [own[0]!, figure, ...own.slice(1), appeal];
  const herald = [own[0]!, figure, own[2]!, own[3]!, sentence(n * 100 + 50), own[5]!, own[6]!, sentence(n * 100 + 51)];
  return [courier, herald].map((text, at) =>
    JSON.stringify({
      id: `${n}-${at}`,
      outlet: at === 0 ? "Hollowmere Courier" : "Upper Herald",
      title: own[0]!.split(" ").slice(0, 7).join(" "),
      text: text.join("\n\n"),
      published_at: `2024-03-${String(4 + n * 4).padStart(2, "0")}`,
    }),
  );
}).flat();

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const out = [...items];
  let state = seed;
  for (let i = out.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** Runs the command as a user would. Each line is a file of its own, so that its place does not follow from the order. */
async function run({ env }: TestEngines, order: readonly number[], options: readonly string[]): Promise<string> {
  const paths = order.map((n) => join(folder, `${n}.jsonl`));
  order.forEach((n, at) => void writeFileSync(paths[at]!, `${lines[n]}\n`));
  const dataDir = join(folder, env.WIREFOLD_PREFIX);
  const args = [command, "run", ...paths, "--json", "--no-report", "--data-dir", dataDir, ...options];
  return (await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 28, env: { ...process.env, ...env } })).stdout;
}

test("what recurs over an outlet's pages is nowhere in its stories, whatever the order, batch size and number of workers", async () => {
  await using first = await testEngines({ template: storeTables });
  await using second = await testEngines({ template: storeTables });
  await using third = await testEngines({ template: storeTables });
  const all = lines.map((_, n) => n);
  const one = await run(first, all, ["--batch-size", "1", "--workers", "1"]);
  expect(one.trim().split("\n").length).toBe(6);
  expect(one).not.toMatch(/48,?317/);
  expect(await run(second, shuffled(all, 3), ["--batch-size", "7", "--workers", "3"])).toBe(one);
  // In two goes: of the Courier's six, three are done before the other three arrive.
  const before = await run(third, all.slice(0, 6), ["--batch-size", "100", "--workers", "2"]);
  expect(before).toMatch(/48,?317/);
  await run(third, shuffled(all.slice(6), 5), ["--batch-size", "100", "--workers", "2"]);
  expect(await run(third, shuffled(all, 9), ["--batch-size", "1", "--workers", "2"])).toBe(one);
}, 480_000);
