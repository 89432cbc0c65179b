import { randomBytes } from "node:crypto";
import { BlobCorruptError, BlobMissingError, type Blobs, type StoredBlob, sha256 } from "@wirefold/core";
import { expect, test } from "vitest";

export interface BlobsUnderTest extends AsyncDisposable {
  readonly blobs: Blobs;
  /** Another adapter on the same place, as a second process would have; null where a place cannot be shared. */
  readonly second: Blobs | null;
  /** Replaces the stored form of a blob; null where nobody can. */
  readonly damage: ((hash: string, stored: Uint8Array) => Promise<void>) | null;
}

/**
 * The whole contract of the `Blobs` port. An adapter claims it by calling this with a way to make a fresh, empty place.
 * Deliberately not in it: how long a put lasts through a power cut.
 */
export function blobsSuite(open: () => Promise<BlobsUnderTest>): void {
  const text = (value: string) => new TextEncoder().encode(value);

  test("what is put is got back, byte for byte, under its SHA-256", async () => {
    await using place = await open();
    const bodies = [
      text(""),
      text("a"),
      text("Zwölf Boote liefen aus — 十二艘船 🛶"),
      new Uint8Array([0, 255, 13, 10, 0]),
      randomBytes(70_000),
      Buffer.alloc(1_500_000, "the same words again and again "),
      Buffer.from("a view into a larger buffer").subarray(2, 6),
    ];
    for (const body of bodies) {
      const hash = await place.blobs.put(body);
      expect(hash).toBe(sha256(body));
      expect(Buffer.compare(Buffer.from(await place.blobs.get(hash)), Buffer.from(body))).toBe(0);
    }
  });

  test("putting twice, also at once and from two sides, stores one blob", async () => {
    await using place = await open();
    const body = text("said twice");
    const hashes = await Promise.all([place.blobs.put(body), place.blobs.put(body), (place.second ?? place.blobs).put(body)]);
    expect(new Set(hashes).size).toBe(1);
    expect(await place.blobs.put(body)).toBe(hashes[0]);
    await place.blobs.delete(hashes[0] as string);
    expect(await place.blobs.has(hashes[0] as string)).toBe(false);
  });

  test("what one side puts the other gets", async () => {
    await using place = await open();
    if (place.second === null) return;
    const hash = await place.blobs.put(text("shared"));
    expect(Buffer.from(await place.second.get(hash)).toString()).toBe("shared");
    expect(await place.second.has(hash)).toBe(true);
  });

  test("a hundred at once all arrive", async () => {
    await using place = await open();
    const hashes = await Promise.all(Array.from({ length: 100 }, (_, i) => place.blobs.put(text(`number ${i}`))));
    expect(new Set(hashes).size).toBe(100);
    const back = await Promise.all(hashes.map((hash) => place.blobs.get(hash)));
    expect(back.map((bytes) => Buffer.from(bytes).toString())).toEqual(Array.from({ length: 100 }, (_, i) => `number ${i}`));
  });

  test("a blob that was never put is missing, and the error says which", async () => {
    await using place = await open();
    const hash = sha256("never put");
    expect(await place.blobs.has(hash)).toBe(false);
    const error = await place.blobs.get(hash).catch((e: Error) => e);
    expect(error).toBeInstanceOf(BlobMissingError);
    expect(String(error)).toContain(hash);
    await place.blobs.delete(hash);
  });

  test("what is no hash is missing too, and never a path", async () => {
    await using place = await open();
    for (const name of ["", "../../etc/passwd", sha256("a").toUpperCase(), `${sha256("a")}/..`]) {
      await expect(place.blobs.get(name)).rejects.toBeInstanceOf(BlobMissingError);
    }
  });

  test("a deleted blob can be put again", async () => {
    await using place = await open();
    const hash = await place.blobs.put(text("gone and back"));
    await place.blobs.delete(hash);
    await expect(place.blobs.get(hash)).rejects.toBeInstanceOf(BlobMissingError);
    await place.blobs.put(text("gone and back"));
    expect(Buffer.from(await place.blobs.get(hash)).toString()).toBe("gone and back");
  });

  test("changing the bytes after put does not change the blob", async () => {
    await using place = await open();
    const body = text("as it was");
    const hash = await place.blobs.put(body);
    body.fill(0);
    expect(Buffer.from(await place.blobs.get(hash)).toString()).toBe("as it was");
  });

  test("damaged bytes are never handed out, and putting them again mends them", async () => {
    await using place = await open();
    if (place.damage === null) return;
    const body = text("whole and sound, and long enough to be cut somewhere in its middle");
    for (const stored of [text("not even packed"), new Uint8Array(20)]) {
      const hash = await place.blobs.put(body);
      await place.damage(hash, stored);
      const error = await place.blobs.get(hash).catch((e: Error) => e);
      expect(error).toBeInstanceOf(BlobCorruptError);
      expect(String(error)).toMatch(/is damaged.*ingest its document's source again/);
      await place.blobs.put(body);
      expect(Buffer.from(await place.blobs.get(hash)).toString()).toBe(Buffer.from(body).toString());
    }
    // A sound blob under another's name is damage as well.
    const hash = await place.blobs.put(body);
    const { brotliCompressSync } = await import("node:zlib");
    await place.damage(hash, brotliCompressSync(text("another blob")));
    await expect(place.blobs.get(hash)).rejects.toThrow(/do not match its name/);
  });

  test("the list names every blob with its size and time, and a blob is discarded only when nobody put it since", async () => {
    await using place = await open();
    const before = new Date(Date.now() - 5000);
    const hashes = await Promise.all(["one", "two", "three"].map((word) => place.blobs.put(text(word))));
    const listed: StoredBlob[] = [];
    for await (const blob of place.blobs.list()) listed.push(blob);
    expect(listed.map(({ hash }) => hash).sort()).toEqual([...hashes].sort());
    for (const { bytes, putAt } of listed) {
      expect(bytes).toBeGreaterThan(0);
      expect(putAt.getTime()).toBeGreaterThan(before.getTime());
    }
    const [first = "", second = ""] = hashes;
    expect(await place.blobs.discard(first, before)).toBe(false);
    expect(await place.blobs.has(first)).toBe(true);
    expect(await place.blobs.discard(second, new Date(Date.now() + 60_000))).toBe(true);
    expect(await place.blobs.has(second)).toBe(false);
    expect(await place.blobs.discard(second, new Date(Date.now() + 60_000))).toBe(false);
  });
}
