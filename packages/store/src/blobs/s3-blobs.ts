import type { S3Client, S3ClientConfig, S3ServiceException } from "@aws-sdk/client-s3";
import { BlobConfigError, BlobMissingError, BlobStoreError, type Blobs, type StoredBlob, sha256 } from "@wirefold/core";
import { blobKey, pack, unpack } from "./packed-blob.ts";

export interface S3BlobsOptions {
  readonly bucket: string;
  /** Put before every name, as in "news/blobs/". @default "" */
  readonly prefix?: string;
  /** A server that speaks S3 other than Amazon's. */
  readonly endpoint?: string;
  /** @default `AWS_REGION`, else us-east-1 */
  readonly region?: string;
  /** `http://host/bucket/name` instead of `http://bucket.host/name`. @default true with an endpoint of one's own */
  readonly pathStyle?: boolean;
  /** @default the SDK's chain: environment, profile, instance */
  readonly credentials?: S3ClientConfig["credentials"];
}

type Sdk = typeof import("@aws-sdk/client-s3");

/**
 * Blobs in a bucket of Amazon S3 or a server that speaks its API (MinIO, Ceph, R2, Garage…). The same names and bytes as `FileBlobs`, so a
 * folder can be copied there as it is. Writing a blob twice writes the same bytes; S3 answers when they are safe.
 */
export class S3Blobs implements Blobs {
  readonly #options: S3BlobsOptions;
  #opened: Promise<{ sdk: Sdk; client: S3Client }> | undefined;

  constructor(options: S3BlobsOptions) {
    this.#options = options;
  }

  async put(bytes: Uint8Array, hash = sha256(bytes)): Promise<string> {
    const Body = await pack(bytes);
    const { sdk, client } = await this.#open();
    await this.#ask(hash, () =>
      client.send(
        new sdk.PutObjectCommand({
          Bucket: this.#options.bucket,
          Key: this.#key(hash),
          Body,
          ContentLength: Body.length,
          ContentType: "application/octet-stream",
        }),
      ),
    );
    return hash;
  }

  async get(hash: string): Promise<Uint8Array> {
    const Key = this.#key(hash);
    const { sdk, client } = await this.#open();
    const packed = await this.#ask(hash, async () => {
      const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: this.#options.bucket, Key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    });
    return unpack(hash, packed, `s3://${this.#options.bucket}/${Key}`);
  }

  async has(hash: string): Promise<boolean> {
    const Key = this.#key(hash);
    const { sdk, client } = await this.#open();
    try {
      await this.#ask(hash, () => client.send(new sdk.HeadObjectCommand({ Bucket: this.#options.bucket, Key })));
      return true;
    } catch (error) {
      if (error instanceof BlobMissingError) return false;
      throw error;
    }
  }

  async delete(hash: string): Promise<void> {
    const Key = this.#key(hash);
    const { sdk, client } = await this.#open();
    try {
      await this.#ask(hash, () => client.send(new sdk.DeleteObjectCommand({ Bucket: this.#options.bucket, Key })));
    } catch (error) {
      if (!(error instanceof BlobMissingError)) throw error;
    }
  }

  async *list(): AsyncGenerator<StoredBlob> {
    const { sdk, client } = await this.#open();
    const { bucket: Bucket, prefix: Prefix = "" } = this.#options;
    let ContinuationToken: string | undefined;
    do {
      const page = await this.#ask("", () =>
        client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix, ...(ContinuationToken ? { ContinuationToken } : {}) })),
      );
      for (const { Key = "", Size = 0, LastModified } of page.Contents ?? []) {
        const hash = /\/([0-9a-f]{64})\.br$/.exec(Key)?.[1];
        // What lies elsewhere below the prefix is not ours.
        if (hash !== undefined && LastModified !== undefined && Key === this.#key(hash))
          yield { hash, bytes: Size, putAt: LastModified };
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  /** S3 cannot look and delete in one request: a put between the two is lost, within the milliseconds of one request. */
  async discard(hash: string, unusedSince: Date): Promise<boolean> {
    const Key = this.#key(hash);
    const { sdk, client } = await this.#open();
    try {
      const { LastModified } = await this.#ask(hash, () =>
        client.send(new sdk.HeadObjectCommand({ Bucket: this.#options.bucket, Key })),
      );
      if (LastModified === undefined || LastModified >= unusedSince) return false;
      await this.delete(hash);
      return true;
    } catch (error) {
      if (error instanceof BlobMissingError) return false;
      throw error;
    }
  }

  /** The SDK takes a third of a second to load, so only who uses a bucket loads it. */
  #open(): Promise<{ sdk: Sdk; client: S3Client }> {
    this.#opened ??= (async () => {
      const {
        endpoint,
        region = process.env.AWS_REGION ?? "us-east-1",
        pathStyle = endpoint !== undefined,
        credentials,
      } = this.#options;
      const sdk = await import("@aws-sdk/client-s3");
      const client = new sdk.S3Client({
        region,
        forcePathStyle: pathStyle,
        // Many servers that speak S3 do not know the SDK's newer checksum trailers; the name is a checksum already.
        requestChecksumCalculation: "WHEN_REQUIRED",
        responseChecksumValidation: "WHEN_REQUIRED",
        maxAttempts: 4,
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(credentials === undefined ? {} : { credentials }),
      });
      return { sdk, client };
    })();
    return this.#opened;
  }

  async #ask<T>(hash: string, request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      throw this.#explain(hash, error);
    }
  }

  #explain(hash: string, error: unknown): Error {
    const { bucket, endpoint } = this.#options;
    const where = `s3://${bucket}${endpoint === undefined ? "" : ` at ${endpoint}`}`;
    const { name, message, $metadata } = error as S3ServiceException;
    const status = $metadata?.httpStatusCode;
    if (name === "NoSuchBucket")
      return new BlobConfigError(`there is no bucket ${where}; make it, or correct WIREFOLD_BLOBS_URL`, { cause: error });
    if (name === "NoSuchKey" || name === "NotFound" || status === 404) {
      return new BlobMissingError(`blob ${hash} is not in ${where}; ingest its document's source again`, { cause: error });
    }
    if (status === 401 || status === 403 || name === "CredentialsProviderError") {
      return new BlobConfigError(
        `${where} refuses us (${name}); check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the bucket's policy`,
        { cause: error },
      );
    }
    if (status === 301 || name === "PermanentRedirect") {
      return new BlobConfigError(`${where} lies in another region; name it as ?region=… in WIREFOLD_BLOBS_URL`, { cause: error });
    }
    return new BlobStoreError(`${where}: ${name}: ${message}`, { cause: error });
  }

  #key(hash: string): string {
    return `${this.#options.prefix ?? ""}${blobKey(hash)}`;
  }
}
