import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BlobConfigError, BlobStoreError } from "@wirefold/core";
import { blobsSuite } from "@wirefold/testing";
import { expect, test } from "vitest";
import { FileBlobs } from "../../src/blobs/file-blobs.ts";
import { blobKey } from "../../src/blobs/packed-blob.ts";

async function setup() {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-blobs-"));
  return {
    folder,
    blobs: new FileBlobs({ folder }),
    second: new FileBlobs({ folder, sync: "never" }),
    damage: async (hash: string, stored: Uint8Array) => writeFileSync(join(folder, blobKey(hash)), stored),
    async [Symbol.asyncDispose]() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

blobsSuite(setup);

test("a blob is one packed file, and no temporary file is left next to it", async () => {
  await using place = await setup();
  const body = Buffer.alloc(50_000, "words ");
  const hash = await place.blobs.put(body);
  await Promise.all([place.blobs.put(body), place.second.put(body)]);
  expect(readdirSync(join(place.folder, hash.slice(0, 2)))).toEqual([`${hash}.br`]);
  expect(readFileSync(join(place.folder, blobKey(hash))).length).toBeLessThan(1000);
});

test("a file a power cut left empty is no blob, and is written again", async () => {
  await using place = await setup();
  const hash = await place.second.put(Buffer.from("cut off"));
  writeFileSync(join(place.folder, blobKey(hash)), "");
  expect(await place.blobs.has(hash)).toBe(false);
  await place.blobs.put(Buffer.from("cut off"));
  expect(Buffer.from(await place.blobs.get(hash)).toString()).toBe("cut off");
});

test("a damaged file is set aside and kept for a later look", async () => {
  await using place = await setup();
  const hash = await place.blobs.put(Buffer.from("sound"));
  await place.damage(hash, Buffer.from("x"));
  await expect(place.blobs.get(hash)).rejects.toThrow(join(place.folder, blobKey(hash)));
  expect(readdirSync(join(place.folder, hash.slice(0, 2)))).toEqual([`${hash}.br.corrupt`]);
});

test("a folder deleted under a running worker is made again", async () => {
  await using place = await setup();
  const hash = await place.blobs.put(Buffer.from("one"));
  rmSync(place.folder, { recursive: true });
  await expect(place.blobs.put(Buffer.from("one"))).rejects.toBeInstanceOf(BlobStoreError);
  expect(await place.blobs.put(Buffer.from("one"))).toBe(hash);
});

test("a place that cannot be written is told in one line, as what it is", async () => {
  await using place = await setup();
  const file = join(place.folder, "a-file");
  writeFileSync(file, "");
  const error = await new FileBlobs({ folder: file }).put(Buffer.from("x")).catch((e: Error) => e);
  expect(error).toBeInstanceOf(BlobConfigError);
  expect(String(error)).toMatch(/name another folder with WIREFOLD_BLOBS_URL/);
});

const root = process.getuid?.() === 0;
test.skipIf(!root || !canMount())(
  "as root: a full disk is worth another try, and leaves no half blob (needs the right to mount)",
  async () => {
    await using place = await setup();
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", place.folder]);
    try {
      const { randomBytes } = await import("node:crypto");
      const error = await place.blobs.put(randomBytes(200_000)).catch((e: Error) => e);
      expect(error).toBeInstanceOf(BlobStoreError);
      expect(String(error)).toMatch(/no disk space left for blobs/);
      for (const sub of readdirSync(place.folder)) expect(readdirSync(join(place.folder, sub))).toEqual([]);
    } finally {
      execFileSync("umount", ["-l", place.folder]);
    }
  },
);

function canMount(): boolean {
  try {
    execFileSync("unshare", ["-m", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("putting what has long been there keeps it from being discarded as unused", async () => {
  await using place = await setup();
  const longAgo = new Date(Date.now() - 100 * 3_600_000);
  const aDayAgo = new Date(Date.now() - 24 * 3_600_000);
  const [kept, unused] = [await place.blobs.put(Buffer.from("asked for again")), await place.blobs.put(Buffer.from("not"))];
  for (const hash of [kept, unused]) utimesSync(join(place.folder, blobKey(hash)), longAgo, longAgo);
  await place.second.put(Buffer.from("asked for again"));
  expect(statSync(join(place.folder, blobKey(kept))).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
  expect([await place.blobs.discard(kept, aDayAgo), await place.blobs.discard(unused, aDayAgo)]).toEqual([false, true]);
  expect([await place.blobs.has(kept), await place.blobs.has(unused)]).toEqual([true, false]);
});

test("putting and discarding one blob at once a hundred times never loses it", async () => {
  await using place = await setup();
  const longAgo = new Date(Date.now() - 100 * 3_600_000);
  const aDayAgo = new Date(Date.now() - 24 * 3_600_000);
  for (let round = 0; round < 100; round += 1) {
    const hash = await place.blobs.put(Buffer.from("contended"));
    utimesSync(join(place.folder, blobKey(hash)), longAgo, longAgo);
    await Promise.all([place.second.put(Buffer.from("contended")), place.blobs.discard(hash, aDayAgo)]);
    expect(await place.blobs.has(hash)).toBe(true);
  }
});

test("what a killed process left under a passing name goes with the list after a day", async () => {
  await using place = await setup();
  const hash = await place.blobs.put(Buffer.from("whole"));
  const [old, young] = ["1-0-1.tmp", "2-0-1.discarded"].map((end) => join(place.folder, `${blobKey(hash)}.${end}`));
  if (old === undefined || young === undefined) throw new Error("two names");
  for (const path of [old, young]) writeFileSync(path, "half");
  utimesSync(old, new Date(0), new Date(0));
  for await (const _ of place.blobs.list()) expect(_.hash).toBe(hash);
  expect(readdirSync(join(place.folder, hash.slice(0, 2))).length).toBe(2);
});
