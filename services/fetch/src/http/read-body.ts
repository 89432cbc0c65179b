import type { Readable } from "node:stream";
import { TransientError } from "@wirefold/core";
import { BodyTooLargeError } from "../errors.ts";
import { isGarbled } from "./connect-error.ts";
import { unpack } from "./unpack.ts";

export interface ReadBodyOptions {
  /** Names the body in messages. */
  readonly url: string;
  readonly contentEncoding: string | null;
  /** Bytes accepted, both as sent and unpacked. */
  readonly bytesMax: number;
  /** What to do when more is sent. @default "refuse" */
  readonly beyond?: "refuse" | "cut";
}

export interface ReceivedBody {
  readonly bytes: Uint8Array;
  /** The body ended before its framing or its compression said it would. What is there may be all there ever is. */
  readonly cutShort: string | null;
}

/**
 * Reads a response body, unpacked. What arrives is counted while it streams and what it unpacks to is bounded, so neither
 * an endless body nor a small one that unpacks to gigabytes is held.
 *
 * @throws BodyTooLargeError; TransientError when it breaks off before a byte, or when what came cannot be unpacked.
 */
export async function readBody(body: Readable, options: ReadBodyOptions): Promise<ReceivedBody> {
  try {
    const received = await receive(body, options);
    const unpacked = await unpack(received.bytes, options);
    return { bytes: unpacked.bytes, cutShort: received.cutShort ?? unpacked.cutShort };
  } catch (cause) {
    if (cause instanceof BodyTooLargeError) throw cause;
    throw new TransientError(`${options.url}: its body broke off (${(cause as Error).message})`, { cause });
  } finally {
    body.destroy();
  }
}

async function receive(body: Readable, options: ReadBodyOptions): Promise<{ bytes: Buffer; cutShort: string | null }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let cutShort: string | null = null;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= options.bytesMax) continue;
      if (options.beyond !== "cut") throw tooLarge(options);
      break;
    }
  } catch (error) {
    // The server hung up where it had announced more, or garbled its framing. A time-out and our own signal are no end.
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const isShort = /^UND_ERR_(SOCKET|RES_CONTENT_LENGTH_MISMATCH)$/.test(code);
    if (size === 0 || !(isShort || isGarbled(error as Error))) throw error;
    cutShort = isShort ? `${size} bytes came, and more was announced` : `garbled after ${size} bytes`;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, options.bytesMax), cutShort };
}

function tooLarge({ url, bytesMax }: ReadBodyOptions): BodyTooLargeError {
  return new BodyTooLargeError(
    `${url}: more than the ${bytesMax} bytes that are accepted; leave it out, or raise WIREFOLD_BODY_BYTES_MAX`,
  );
}
