import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { TransientError } from "@wirefold/core";
import { BodyTooLargeError, HttpRefusedError } from "./errors.ts";

/** What we can decode, and say so (RFC 9110, section 12.5.3). */
export const acceptEncoding = "gzip, deflate, br";

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

const unzip = promisify(gunzip) as Decode;
const unwrap = promisify(inflate) as Decode;
const unwrapRaw = promisify(inflateRaw) as Decode;

/** Some servers send "deflate" without its zlib header (RFC 1950), whose first byte ends in 8. */
const undeflate: Decode = (bytes, options) => ((bytes[0] ?? 0) % 16 === 8 ? unwrap(bytes, options) : unwrapRaw(bytes, options));

const decoders: Readonly<Record<string, Decode>> = {
  gzip: unzip,
  "x-gzip": unzip,
  deflate: undeflate,
  br: promisify(brotliDecompress) as Decode,
};

/** Codings one on top of another: more than this is no server's honest setting. */
const codingsMax = 3;

export interface ReadBodyOptions {
  /** Names the body in messages. */
  readonly url: string;
  readonly contentEncoding: string | null;
  /** Bytes accepted, both as sent and unpacked. */
  readonly bytesMax: number;
  /** What to do when more is sent. @default "refuse" */
  readonly beyond?: "refuse" | "cut";
}

/**
 * Reads a response body, unpacked. What arrives is counted while it streams and what it unpacks to is bounded, so neither
 * an endless body nor a small one that unpacks to gigabytes is held.
 *
 * @throws BodyTooLargeError; HttpRefusedError for a coding we cannot decode; TransientError when it breaks off.
 */
export async function readBody(body: Readable, options: ReadBodyOptions): Promise<Uint8Array> {
  const { url, bytesMax } = options;
  const codings = codingsOf(options);
  try {
    let bytes = await received(body, options);
    // The last coding named was applied last.
    for (const coding of codings.reverse()) bytes = await decoders[coding]!(bytes, { maxOutputLength: bytesMax });
    return bytes;
  } catch (cause) {
    if (cause instanceof BodyTooLargeError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(options);
    throw new TransientError(`${url}: its body broke off (${(cause as Error).message})`, { cause });
  } finally {
    body.destroy();
  }
}

async function received(body: Readable, options: ReadBodyOptions): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= options.bytesMax) continue;
    if (options.beyond !== "cut") throw tooLarge(options);
    break;
  }
  return Buffer.concat(chunks).subarray(0, options.bytesMax);
}

function codingsOf({ url, contentEncoding }: ReadBodyOptions): string[] {
  const codings = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
  const unknown = codings.length > codingsMax ? contentEncoding : codings.find((coding) => decoders[coding] === undefined);
  if (unknown) throw new HttpRefusedError(`${url}: its body is encoded as "${unknown}", and ${acceptEncoding} are understood`);
  return codings;
}

function tooLarge({ url, bytesMax }: ReadBodyOptions): BodyTooLargeError {
  return new BodyTooLargeError(
    `${url}: more than the ${bytesMax} bytes that are accepted; leave it out, or raise WIREFOLD_BODY_BYTES_MAX`,
  );
}
