import { expect, test } from "vitest";
import { MemoryBlobs, readJson, writeJson } from "../../src/blobs/index.ts";

class CountingBlobs extends MemoryBlobs {
  reads = 0;
  override get(hash: string): Promise<Uint8Array> {
    this.reads += 1;
    return super.get(hash);
  }
}

/** Its hash, once it is written. */
async function written(...given: Parameters<typeof writeJson>): Promise<string> {
  const { hash, written } = writeJson(...given);
  await written;
  return hash;
}

test("what was written in this thread is read without the store, and what was not is read once", async () => {
  const [here, there] = [new CountingBlobs(), new CountingBlobs()];
  const hash = await written(here, { title: "Boats leave" });
  expect(await readJson(here, hash)).toEqual({ title: "Boats leave" });
  expect(here.reads).toBe(0);

  await there.put(await here.get(hash));
  expect(await readJson(there, hash)).toEqual({ title: "Boats leave" });
  expect(await readJson(there, hash)).toEqual({ title: "Boats leave" });
  expect(there.reads).toBe(1);
});

test("the oldest values are forgotten, and large ones are not kept at all", async () => {
  const blobs = new CountingBlobs();
  const first = await written(blobs, "first");
  const large = await written(blobs, "x".repeat(5_000_000));
  await readJson(blobs, large);
  expect(blobs.reads).toBe(1);
  for (let n = 0; n < 6; n += 1) await written(blobs, `${n}${"y".repeat(3_500_000)}`);
  expect(await readJson(blobs, first)).toBe("first");
  expect(blobs.reads).toBe(2);
});
