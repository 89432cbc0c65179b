import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ThreadPool } from "../src/thread-pool.ts";

let folder: string;
let module: URL;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-threads-"));
  const file = join(folder, "tasks.mjs");
  writeFileSync(
    file,
    `import { threadId } from "node:worker_threads";
     import { setTimeout } from "node:timers/promises";
     export const where = async (ms) => { await setTimeout(ms); return threadId; };
     export const never = () => { for (;;); };
     export const dieLater = () => { setImmediate(() => { throw new Error("between tasks"); }); return "done"; };`,
  );
  module = pathToFileURL(file);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("work on the same subjects stays in one thread, and new work goes to the idlest", async () => {
  const pool = new ThreadPool({ threads: 2 });
  try {
    const [a, b] = await Promise.all([
      pool.run<number>(module, "where", 50, ["one", "two"]),
      pool.run<number>(module, "where", 50, ["three"]),
    ]);
    expect(a).not.toBe(b);
    expect(await pool.run(module, "where", 0, ["three"])).toBe(b);
    expect(await pool.run(module, "where", 0, ["unknown", "one"])).toBe(a);
  } finally {
    await pool.close();
  }
});

test("a thread with a queue gives its work away", async () => {
  const pool = new ThreadPool({ threads: 2 });
  try {
    const home = await pool.run<number>(module, "where", 0, ["one"]);
    const busy = Array.from({ length: 4 }, () => pool.run<number>(module, "where", 50, ["one"]));
    expect(new Set(await Promise.all(busy)).size).toBe(2);
    expect(await Promise.all(busy)).toContain(home);
  } finally {
    await pool.close();
  }
});

test("an endless task ends with its signal, and the next one finds a thread", async () => {
  const pool = new ThreadPool({ threads: 1 });
  try {
    await expect(pool.run(module, "never", null, ["one"], AbortSignal.timeout(200))).rejects.toThrow(/abort/i);
    expect(await pool.run(module, "where", 0, ["one"])).toBeGreaterThan(0);
  } finally {
    await pool.close();
  }
});

test("a thread that dies between two tasks is replaced", async () => {
  const pool = new ThreadPool({ threads: 1 });
  try {
    expect(await pool.run(module, "dieLater", null, ["one"])).toBe("done");
    // It may take the task with it that wakes it, never the process.
    await Promise.allSettled([pool.run(module, "where", 0, ["one"])]);
    expect(await pool.run(module, "where", 0, ["one"])).toBeGreaterThan(0);
  } finally {
    await pool.close();
  }
});
