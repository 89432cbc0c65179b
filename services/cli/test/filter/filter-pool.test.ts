import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { FilterPool } from "../../src/filter/filter-pool.ts";
import { jsonLines, scratch } from "../run-wirefold.ts";

/** A worker that says which line it is in, answers a line with itself, and comes to grief over three words. */
const WORKER = `
import { watchOn } from ${JSON.stringify(new URL("../../../../packages/worker/dist/watch.js", import.meta.url).href)};
export default function run(task) {
  let output = "";
  const watch = watchOn(task.board);
  for (const [index, line] of task.lines.entries()) {
    watch.works(index);
    const text = new TextDecoder().decode(task.bytes.subarray(line.start, line.end));
    if (text.includes("forever")) for (;;);
    if (text.includes("hungry")) { const kept = []; for (;;) kept.push(new Array(100000).fill({})); }
    if (text.includes("broken")) throw new Error("it broke");
    output += text + "\\n";
  }
  return { bytes: new TextEncoder().encode(output), lines: task.lines.length, failed: 0 };
}`;

function taskOf(records: readonly { id: string }[]) {
  const encoded = records.map((record) => Buffer.from(JSON.stringify(record)));
  let at = 0;
  const lines = encoded.map((bytes, i) => {
    const start = at;
    at += bytes.length;
    return { number: i + 1, start, end: at };
  });
  return { bytes: new Uint8Array(Buffer.concat(encoded)), lines, input: "in.jsonl", folder: "." };
}

describe("FilterPool", () => {
  it.each([
    ["forever", "WIREFOLD_DOCUMENT_TIMEOUT", 500],
    ["hungry", "WIREFOLD_DOCUMENT_MEMORY", 20_000],
    ["broken", "WIREFOLD_INTERNAL", 20_000],
  ])("names the line that is %s and answers its neighbours", async (word, code, documentTimeoutMs) => {
    using folder = scratch();
    const file = join(folder.path, "worker.mjs");
    writeFileSync(file, WORKER);
    const pool = new FilterPool({ filter: "clean" }, { workers: 2, documentTimeoutMs, worker: pathToFileURL(file), heapMb: 64 });
    try {
      const result = await pool.run(taskOf([{ id: "a" }, { id: word }, { id: "c" }]));
      expect(result).toMatchObject({ lines: 3, failed: 1 });
      expect(jsonLines(new TextDecoder().decode(result.bytes))).toMatchObject([
        { id: "a" },
        { id: word, error: { code, message: expect.stringMatching(/^in\.jsonl line 2: /) } },
        { id: "c" },
      ]);
    } finally {
      await pool.close();
    }
  });
});
