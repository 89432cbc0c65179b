import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const BIN = fileURLToPath(new URL("../bin/wirefold.mjs", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command as a child process. The build is the caller's (`npm test` builds first). */
export async function wirefold(
  args: readonly string[],
  options: { stdin?: string | Uint8Array; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: options.cwd,
    env: { ...process.env, WIREFOLD_BUILD: "never", NO_COLOR: undefined, FORCE_COLOR: undefined, ...options.env },
  });
  child.stdin.on("error", () => {}); // A command that ends early closes its stdin.
  child.stdin.end(options.stdin ?? "");
  return collect(child);
}

export async function shell(script: string, options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Ran> {
  const child = spawn("bash", ["-c", `set -o pipefail; wirefold() { "$NODE" "$BIN" "$@"; }; ${script}`], {
    cwd: options.cwd,
    env: { ...process.env, WIREFOLD_BUILD: "never", NODE: process.execPath, BIN, ...options.env },
  });
  child.stdin.end();
  return collect(child);
}

async function collect(child: ReturnType<typeof spawn>): Promise<Ran> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout!.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr!.on("data", (chunk: Buffer) => stderr.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

export function jsonLines<T = Record<string, unknown>>(text: string): T[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** A folder that goes away with `await using`. */
export function scratch(): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), "wirefold-test-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

const PLACES = ["Hollowmere", "Brantwick", "Oldcastle Quay", "Saltby", "Kirn", "Upper Dunley"];
const PEOPLE = ["Ines Harrow", "Tomas Vell", "Ada Quill", "Jonas Merrow", "Petra Lund"];

/** An article about nobody who exists. The same number gives the same words. */
export function inventedText(n: number): string {
  const place = PLACES[n % PLACES.length]!;
  const person = PEOPLE[n % PEOPLE.length]!;
  const closed = 40 + ((n * 17) % 400);
  return [
    `${place} reopened its harbour bridge on Monday after ${closed} days of repairs, the town council said in a statement.`,
    `“We counted every bolt twice before we let the first lorry cross,” said ${person}, who led the works for the port authority.`,
    `About ${(n * 37) % 900} people lined the quay when the barrier was lifted at noon, and the first ferry left ${n % 50} minutes later.`,
    `The repairs cost ${3 + (n % 9)} million crowns, nearly twice what the council had planned when the work began in spring.`,
  ].join("\n");
}

export function inventedPage(n: number): string {
  const paragraphs = inventedText(n)
    .split("\n")
    .map((text) => `<p>${text}</p>`)
    .join("\n");
  return `<!doctype html><html lang="en"><head><title>Bridge ${n} open again - The Dunley Post</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<article><h1>Bridge ${n} open again</h1>${paragraphs}</article>
<aside><h2>Most read</h2><ul><li><a href="/1">Nine walks near the coast</a></li></ul></aside>
<footer>Copyright The Dunley Post</footer></body></html>`;
}
