import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { entryName, exclusively, runningEntries } from "../src/exclusive.ts";
import { isRunning, nameProcess } from "../src/process-identity.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("never are two inside, within a process or across processes", async () => {
  const counter = join(folder, "counter");
  writeFileSync(counter, "0");
  // Reads, waits, and writes one more: any overlap loses a count.
  const program = `
    const { exclusively } = await import(${JSON.stringify(new URL("../dist/exclusive.js", import.meta.url).href)});
    const { readFileSync, writeFileSync } = await import("node:fs");
    for (let i = 0; i < 15; i++) await exclusively(${JSON.stringify(join(folder, "lock"))}, async () => {
      const n = Number(readFileSync(${JSON.stringify(counter)}, "utf8"));
      await new Promise((r) => setTimeout(r, 1));
      writeFileSync(${JSON.stringify(counter)}, String(n + 1));
    });`;
  const processes = [1, 2, 3].map(() => spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "inherit" }));
  const here = Array.from({ length: 15 }, () =>
    exclusively(join(folder, "lock"), async () => {
      const n = Number(readFileSync(counter, "utf8"));
      await new Promise((r) => setTimeout(r, 1));
      writeFileSync(counter, String(n + 1));
    }),
  );
  await Promise.all([...here, ...processes.map((child) => once(child, "exit"))]);
  expect(readFileSync(counter, "utf8")).toBe("60");
});

test("a lock whose holder was killed is open", async () => {
  const holder = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `const { exclusively } = await import(${JSON.stringify(new URL("../dist/exclusive.js", import.meta.url).href)});
     await exclusively(${JSON.stringify(folder)}, () => new Promise(() => { console.log("in"); setInterval(() => {}, 1000); }));`,
  ]);
  await once(holder.stdout, "data");
  await expect(exclusively(folder, async () => "entered", { timeoutMs: 50 })).rejects.toMatchObject({
    code: "WIREFOLD_ENGINE_START",
  });
  holder.kill("SIGKILL");
  await once(holder, "exit");
  expect(await exclusively(folder, async () => "entered", { timeoutMs: 2000 })).toBe("entered");
});

test("a process's name dies with it, and an old name never means a new process", () => {
  const me = nameProcess(process.pid) ?? "";
  expect(isRunning(me)).toBe(true);
  expect(isRunning(`${process.pid}.another-start`)).toBe(false);
  writeFileSync(join(folder, `${process.pid}.another-start.x`), "");
  writeFileSync(join(folder, entryName(".both")), "");
  expect(runningEntries(folder)).toHaveLength(1);
  expect(runningEntries(join(folder, "missing"))).toEqual([]);
});
