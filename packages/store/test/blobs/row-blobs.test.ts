import { randomBytes } from "node:crypto";
import { sha256 } from "@wirefold/core";
import { blobsSuite, storeTables, testEngines } from "@wirefold/testing";
import { afterAll, expect, test } from "vitest";
import { MemoryBlobs, openBlobs, RowBlobs } from "../../src/blobs/index.ts";
import { openDatabase } from "../../src/database.ts";

const engines = await testEngines({ template: storeTables });
const pool = await openDatabase({ databaseUrl: engines.databaseUrl });
afterAll(async () => {
  await pool.end();
  await engines.close();
});

async function setup() {
  await pool.query("truncate blob");
  const large = new MemoryBlobs();
  return {
    large,
    blobs: new RowBlobs(pool, large),
    second: new RowBlobs(pool, large),
    damage: async (hash: string, stored: Uint8Array) => {
      await pool.query("update blob set packed = $2 where hash = $1", [Buffer.from(hash, "hex"), Buffer.from(stored)]);
    },
    async [Symbol.asyncDispose]() {},
  };
}

blobsSuite(setup);

test("small blobs are rows, written together, and large ones lie elsewhere", async () => {
  await using place = await setup();
  const asked: string[] = [];
  const listened = Object.create(pool) as typeof pool;
  listened.query = ((query: { name: string; text: string; values: unknown[] }) => {
    asked.push(query.name);
    return pool.query(query);
  }) as typeof pool.query;
  const blobs = new RowBlobs(listened, place.large);
  const small = Array.from({ length: 100 }, (_, n) => Buffer.from(`a text of its own ${n}`));
  const large = randomBytes(100_000);
  const hashes = await Promise.all([...small, large].map((bytes) => blobs.put(bytes)));
  await Promise.all(hashes.map((hash) => blobs.get(hash)));
  expect(asked).toEqual(["put-blobs", "get-blobs"]);
  expect(await place.large.has(sha256(large))).toBe(true);
  const { rows } = await pool.query("select count(*)::int as n from blob");
  expect(rows).toEqual([{ n: 100 }]);
});

test("what was put before rows were is read where it lies", async () => {
  await using place = await setup();
  const hash = await place.large.put(Buffer.from("an early text"));
  expect(Buffer.from(await place.blobs.get(hash)).toString()).toBe("an early text");
  expect(await place.blobs.has(hash)).toBe(true);
  await place.blobs.delete(hash);
  expect(await place.large.has(hash)).toBe(false);
});

test("a database that cannot be reached fails what was put, and the next put finds it again", async () => {
  await using place = await setup();
  const away = Object.create(pool) as typeof pool;
  const blobs = new RowBlobs(away, place.large);
  away.query = (() => Promise.reject(new Error("away"))) as unknown as typeof pool.query;
  await expect(blobs.put(Buffer.from("one"))).rejects.toThrow("away");
  await expect(blobs.get(sha256("one"))).rejects.toThrow("away");
  away.query = pool.query.bind(pool);
  await blobs.put(Buffer.from("one"));
  expect(Buffer.from(await blobs.get(sha256("one"))).toString()).toBe("one");
});

test("rows are asked for by `small=rows`, and need a database", () => {
  expect(openBlobs("file:///folder?small=rows", pool)).toBeInstanceOf(RowBlobs);
  expect(() => openBlobs("file:///folder?small=rows")).toThrow(/needs a database/);
  expect(() => openBlobs("s3://bucket?small=none", pool)).toThrow(/"rows" or "blobs", not "none"/);
});
