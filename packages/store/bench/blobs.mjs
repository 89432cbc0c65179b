// How many documents a second can the blob store take and give back, one process?
// node packages/store/bench/blobs.mjs [folder]   (after npm run build)
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileBlobs, MemoryBlobs } from "../dist/blobs/index.js";

/** English-like text: compresses about as articles do (to 45 %), and no two are alike. */
function bodies(count, bytes) {
  const words = Array.from({ length: 4000 }, () =>
    randomBytes(2 + Math.floor(Math.random() * 5))
      .toString("base64url")
      .toLowerCase(),
  );
  return Array.from({ length: count }, () => {
    let text = "";
    while (text.length < bytes) text += `${words[Math.floor(words.length * Math.random() ** 3)]} `;
    return Buffer.from(text.slice(0, bytes));
  });
}

async function rate(items, concurrency, work) {
  const began = performance.now();
  const cpu = process.cpuUsage();
  let next = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < items.length) await work(items[next++]);
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return `${Math.round(items.length / seconds).toLocaleString("en")}/s (${((user + system) / 1000 / items.length).toFixed(2)} ms CPU each)`;
}

const at = process.argv[2] ?? tmpdir();
for (const [name, bytes, count] of [
  ["text of 6 KB", 6_000, 3000],
  ["page of 174 KB", 174_000, 300],
]) {
  const items = bodies(count, bytes);
  for (const [place, open] of Object.entries({
    memory: () => new MemoryBlobs(),
    "file, sync always": (folder) => new FileBlobs({ folder }),
    "file, sync never": (folder) => new FileBlobs({ folder, sync: "never" }),
  })) {
    for (const concurrency of [1, 16]) {
      const folder = mkdtempSync(join(at, "wirefold-bench-"));
      const blobs = open(folder);
      const put = await rate(items, concurrency, (body) => blobs.put(body));
      const hashes = await Promise.all(items.map((body) => blobs.put(body)));
      const get = await rate(hashes, concurrency, (hash) => blobs.get(hash));
      console.log(`${name}, ${place}, ${concurrency} at once: put ${put}, get ${get}`);
      rmSync(folder, { recursive: true });
    }
  }
}
