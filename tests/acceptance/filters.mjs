/** What the acceptance measures share: where the reference data lies, and the filters of the built command. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The reference data: other people's texts, which are not part of the project. `WIREFOLD_REFERENCE` moves it. */
export const reference = process.env.WIREFOLD_REFERENCE ?? join(root, "..", "shared");
export const data = (path) => join(reference, "data", path);
export const seeds = (path) => join(reference, "seeds", path);
export const isPresent = (path) => existsSync(path);

export const readText = (path) => readFileSync(path, "utf8");
export const readLines = (path) =>
  readText(path)
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
export const readJson = (path) => JSON.parse(readText(path));

/** The scorers that come with the data. */
export const scorer = (name) => import(pathToFileURL(join(reference, "tools", `${name}.mjs`)).href);

/** Runs a filter over records and returns what it wrote. `cwd`: where relative paths in the records are looked for. */
export async function filter(args, records, { cwd = root } = {}) {
  const child = spawn(process.execPath, [join(root, "services/cli/bin/wirefold.mjs"), ...args, ...workers()], {
    cwd,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  child.stdin.on("error", () => {});
  for (const record of records) {
    if (!child.stdin.write(`${JSON.stringify(record)}\n`)) await new Promise((resolve) => child.stdin.once("drain", resolve));
  }
  child.stdin.end();
  await new Promise((resolve) => child.once("close", resolve));
  const lines = Buffer.concat(chunks)
    .toString()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const failed = lines.filter((line) => line.error !== undefined);
  if (failed.length > 0)
    process.stderr.write(`${args.join(" ")}: ${failed.length} records failed, first: ${JSON.stringify(failed[0])}\n`);
  return lines.filter((line) => line.error === undefined);

  function workers() {
    const count = process.env.WIREFOLD_WORKERS;
    return count === undefined || !["clean", "extract", "reconcile"].includes(args[0]) ? [] : ["--workers", count];
  }
}

/**
 * A figure as the table shows it. `goal`: what is to be reached, where one is set; `at`: least or most.
 *
 * @param {string} set @param {string} measure @param {number} value
 * @param {number | null} [goal] @param {"least" | "most"} [at]
 */
export function figure(set, measure, value, goal = null, at = "least") {
  const reached = goal === null ? "" : (at === "least" ? value >= goal : value <= goal) ? "yes" : "no";
  return { set, measure, value: Math.round(value * 10_000) / 10_000, goal, reached };
}
