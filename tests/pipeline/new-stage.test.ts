import { execFile, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { stageNames } from "@wirefold/core";
import { afterAll, beforeAll, expect, test } from "vitest";

/** docs/adding-a-stage.md, followed in a copy of the repository: the sixth stage builds, runs and shows. */
const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "wirefold-stage-"));
  chmodSync(copy, 0o755);
  // What git knows, as it lies here, and what was built of it: only what the new stage touches is built again.
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
    .trim()
    .split("\n");
  for (const file of files) cpSync(join(root, file), join(copy, file), { preserveTimestamps: true });
  for (const group of ["packages", "services"]) {
    for (const name of readdirSync(join(root, group))) {
      for (const part of ["dist", "node_modules"]) {
        const from = join(root, group, name, part);
        if (lstatSync(from, { throwIfNoEntry: false }) === undefined) continue;
        if (part === "dist") cpSync(from, join(copy, group, name, part), { recursive: true, preserveTimestamps: true });
        else symlinkSync(from, join(copy, group, name, part));
      }
    }
  }
  // `npm install` without the network: every package as it is, our own as links within the copy.
  mkdirSync(join(copy, "node_modules/@wirefold"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== "@wirefold") symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name));
  }
  for (const name of readdirSync(join(root, "node_modules/@wirefold"))) {
    symlinkSync(readlinkSync(join(root, "node_modules/@wirefold", name)), join(copy, "node_modules/@wirefold", name));
  }
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("a sixth stage builds, runs, and shows in status and on the console", async () => {
  await run(process.execPath, [join(root, "scripts/new-stage.mjs"), "translate", "clean"], {
    env: { ...process.env, WIREFOLD_ROOT: copy },
  });
  symlinkSync("../../services/translate", join(copy, "node_modules/@wirefold/translate"));
  await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b"], { cwd: copy }).catch((error) => {
    throw new Error(error.stdout);
  });
  for (const file of ["docker-compose.yml", "infra/kubernetes/workers.yaml"])
    expect(readFileSync(join(copy, file), "utf8")).toContain("[node, packages/worker/dist/main.js, translate]");
  expect(readFileSync(join(copy, "infra/kubernetes/keda.yaml"), "utf8")).toContain("stages.translate.seconds");
  for (const n of [1, 2]) {
    writeFileSync(
      join(copy, `${n}.txt`),
      `Ferry ${n} back in Saltby\n\nThe ferry to Saltby sails again from Monday, harbour master Ines Harrow said, after ${n}4 days of storm and repairs at the quay.`,
    );
  }
  const wirefold = (...args: string[]) =>
    run(process.execPath, [join(copy, "services/cli/bin/wirefold.mjs"), ...args, "--data-dir", join(copy, "data")], {
      cwd: copy,
      env: { ...process.env, WIREFOLD_BUILD: "never" },
    });
  const up = spawn(
    process.execPath,
    [join(copy, "services/cli/bin/wirefold.mjs"), "up", "--port", "0", "--data-dir", join(copy, "data")],
    {
      cwd: copy,
      env: { ...process.env, WIREFOLD_BUILD: "never" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  try {
    const url = await new Promise<string>((resolve, reject) => {
      up.stdout.on("data", (chunk: Buffer) => {
        const found = /Console\s+(http\S+)/.exec(chunk.toString())?.[1];
        if (found !== undefined) resolve(found);
      });
      up.once("exit", (code) => reject(new Error(`up ended with ${code}`)));
    });
    await wirefold("ingest", join(copy, "1.txt"), join(copy, "2.txt"));
    const expected = [...stageNames.slice(0, 2), "translate", ...stageNames.slice(2)];
    for (const until = Date.now() + 120_000; ; await sleep(500)) {
      const { stages } = JSON.parse((await wirefold("status", "--json")).stdout) as {
        stages: { stage: string; emitted: number }[];
      };
      expect(stages.map(({ stage }) => stage)).toEqual(expected);
      if (stages.every(({ emitted }) => emitted === 2)) break;
      if (Date.now() > until) throw new Error(`not done: ${JSON.stringify(stages)}`);
    }
    const authorization = `Bearer ${new URL(url).searchParams.get("token")}`;
    const overview = new URL("/", url);
    expect(await (await fetch(overview, { headers: { authorization } })).text()).toContain("translate");
    const { stdout: trace } = await wirefold("trace", basename("1.txt"));
    expect(trace).toMatch(/translate/);
  } finally {
    const ended = new Promise((resolve) => up.once("exit", resolve));
    up.kill("SIGTERM");
    await ended;
  }
}, 480_000);
