import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { BlobConfigError, BlobStoreError } from "@wirefold/core";
import { blobsSuite } from "@wirefold/testing";
// A server of the npm registry that keeps objects in files and speaks S3 over real HTTP (it takes any secret for a known key).
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blobKey } from "../../src/blobs/packed-blob.ts";
import { S3Blobs } from "../../src/blobs/s3-blobs.ts";

const credentials = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
const folder = mkdtempSync(join(tmpdir(), "wirefold-s3-"));
const server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory: folder });
let endpoint = "";
let admin: S3Client;
let buckets = 0;

beforeAll(async () => {
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
  admin = new S3Client({
    endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    credentials,
    requestChecksumCalculation: "WHEN_REQUIRED",
  });
});
afterAll(async () => {
  admin.destroy();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function setup() {
  const bucket = `bucket-${++buckets}`;
  await admin.send(new CreateBucketCommand({ Bucket: bucket }));
  const options = { bucket, endpoint, credentials, prefix: "news/blobs/" };
  return {
    bucket,
    blobs: new S3Blobs(options),
    second: new S3Blobs(options),
    damage: async (hash: string, Body: Uint8Array) => {
      await admin.send(new PutObjectCommand({ Bucket: bucket, Key: `news/blobs/${blobKey(hash)}`, Body }));
    },
    async [Symbol.asyncDispose]() {},
  };
}

blobsSuite(setup);

test("a bucket that does not exist stops the process with its name, not the document", async () => {
  const blobs = new S3Blobs({ bucket: "nowhere", endpoint, credentials });
  const error = await blobs.put(Buffer.from("x")).catch((e: Error) => e);
  expect(error).toBeInstanceOf(BlobConfigError);
  expect(String(error)).toMatch(/there is no bucket s3:\/\/nowhere/);
});

test("keys that are refused are told as such, and not shown", async () => {
  await using place = await setup();
  const blobs = new S3Blobs({
    bucket: place.bucket,
    endpoint,
    credentials: { accessKeyId: "SOMEBODY", secretAccessKey: "guess" },
  });
  const error = await blobs.put(Buffer.from("x")).catch((e: Error) => e);
  expect(error).toBeInstanceOf(BlobConfigError);
  expect(String(error)).toMatch(/refuses us/);
  expect(String(error)).not.toContain("guess");
});

test("a server that does not answer is worth another try", async () => {
  const blobs = new S3Blobs({ bucket: "b", endpoint: "http://127.0.0.1:1", credentials });
  await expect(blobs.get("a".repeat(64))).rejects.toBeInstanceOf(BlobStoreError);
});
