import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { FileBlobs } from "../../src/blobs/file-blobs.ts";
import { openBlobs } from "../../src/blobs/open-blobs.ts";
import { S3Blobs } from "../../src/blobs/s3-blobs.ts";

test("a URL names a folder or a bucket", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wirefold blobs "));
  try {
    const blobs = openBlobs(`${pathToFileURL(folder)}?sync=never`);
    expect(blobs).toBeInstanceOf(FileBlobs);
    const hash = await blobs.put(Buffer.from("here"));
    expect(await new FileBlobs({ folder }).has(hash)).toBe(true);
    expect(
      openBlobs("s3://bucket/some/prefix?region=eu-central-1&endpoint=http://127.0.0.1:9000&path-style=true"),
    ).toBeInstanceOf(S3Blobs);
    expect(await openBlobs("memory:").has(hash)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ["blobs", /names no place/],
  ["http://host/blobs", /names no place/],
  ["file:///", /names no place/],
  ["s3:///prefix", /names no place/],
  ["file:///a?sync=maybe", /sync is "always" or "never"/],
  ["s3://b?regoin=x", /"regoin" is no setting of s3:\/\/.*region/],
])("%s is refused with what to write instead", (url, message) => {
  expect(() => openBlobs(url)).toThrow(message);
});

test("keys in a URL are refused without being shown", () => {
  expect(() => openBlobs("s3://key:secret@bucket/p")).toThrow(/without keys in it/);
  expect(() => openBlobs("s3://key:secret@bucket/p")).not.toThrow(/secret/);
});
