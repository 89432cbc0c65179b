import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StuckError } from "../src/stuck-error.ts";
import { ThreadPool } from "../src/thread-pool.ts";
import { newBoard } from "../src/watch.ts";

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
     const slots = (board) => new Int32Array(board);
     const sign = (board, index, state) => { const s = slots(board); s[2 + index] = state; s[1] = index + 1; Atomics.add(s, 0, 1); };
     export const slowly = async ({ board, ms }) => {
       Atomics.add(slots(board), 0, 1);
       for (let i = 0; i < 4; i += 1) { sign(board, i, 1); await setTimeout(ms); sign(board, i, 3); }
       return "done";
     };
     export const caught = ({ board }) => { sign(board, 0, 1); sign(board, 1, 1); sign(board, 1, 2); for (;;); };
     export const waits = ({ board }) => { sign(board, 0, 1); return setTimeout(60_000); };
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

/** Runs one of the tasks above under watch, a document's time being 400 ms. */
async function watched(pool: ThreadPool, task: string, more: object = {}) {
  const board = newBoard(4);
  const signal = new AbortController().signal;
  return pool.watched(module, task, { board, ...more }, ["one"], { board, documentMs: 400, signal });
}
const stuck = (task: Promise<unknown>) =>
  task.then(
    () => null,
    (error: StuckError) => error,
  );

test("a batch may take as long as its documents do, while each keeps its time", async () => {
  const pool = new ThreadPool({ threads: 1 });
  try {
    expect(await watched(pool, "slowly", { ms: 200 })).toBe("done");
  } finally {
    await pool.close();
  }
});

test("the document a thread is caught in is named, and that it computed", async () => {
  const pool = new ThreadPool({ threads: 1 });
  try {
    const error = await stuck(watched(pool, "caught"));
    expect(error?.suspects).toEqual([1]);
    expect(error?.alone().code).toBe("WIREFOLD_TIMEOUT");
  } finally {
    await pool.close();
  }
});

test("a thread that waits for others is not taken for one that computes", async () => {
  const pool = new ThreadPool({ threads: 1 });
  try {
    const error = await stuck(watched(pool, "waits"));
    expect(error?.suspects).toEqual([0]);
    expect(error?.alone().code).toBe("WIREFOLD_STORE_TIMEOUT");
  } finally {
    await pool.close();
  }
});

test("what waits for a thread is not late", async () => {
  const pool = new ThreadPool({ threads: 1 });
  try {
    const before = pool.run(module, "where", 1000, ["one"]);
    expect(await watched(pool, "slowly", { ms: 10 })).toBe("done");
    await before;
  } finally {
    await pool.close();
  }
});
