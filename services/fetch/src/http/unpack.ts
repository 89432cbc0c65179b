import { promisify } from "node:util";
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from "node:zlib";
import { BodyTooLargeError } from "../errors.ts";
import { unzstd } from "../unzstd.ts";

/** What we can decode, and say so (RFC 9110, section 12.5.3). */
export const acceptEncoding = "gzip, deflate, br";

/** Codings one on top of another: more than this is no server's honest setting. */
const layersMax = 3;
/** A page unpacks to some 5 to 50 times its size; far more, and at length, is made to fill memory. */
const ratioMax = 250;
const ratioFreeBytes = 8 * 1024 * 1024;

export interface UnpackOptions {
  /** Names the body in messages. */
  readonly url: string;
  /** The Content-Encoding as sent. It is a hint: the bytes decide. */
  readonly contentEncoding: string | null;
  readonly bytesMax: number;
}

interface Unpacked {
  readonly bytes: Uint8Array;
  readonly cutShort: string | null;
}

type Inflate = (bytes: Uint8Array, options: { maxOutputLength: number; finishFlush?: number }) => Promise<Buffer>;
const gunzipped = promisify(gunzip) as Inflate;
const inflated = promisify(inflate) as Inflate;
const inflatedRaw = promisify(inflateRaw) as Inflate;
const unbrotlied = promisify(brotliDecompress) as Inflate;

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
const isZstd = (bytes: Uint8Array) => bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
/** RFC 1950, section 2.2: method 8, and both bytes together a multiple of 31. */
const isZlib = (bytes: Uint8Array) => ((bytes[0] ?? 0) & 15) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;

/**
 * Undoes what a server did to a body, by what the bytes are: servers declare gzip and send none, send it and do not say
 * so, declare what is no coding at all (`none`, `utf-8`), and cut off a stream's trailer. Brotli and headerless deflate
 * have no mark of their own, so they are tried only where they are declared.
 *
 * @throws BodyTooLargeError when it unpacks to more than is accepted. An ordinary Error when it begins packed and is damaged.
 */
export async function unpack(packed: Uint8Array, options: UnpackOptions): Promise<Unpacked> {
  const declared = (options.contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim());
  const limit = { maxOutputLength: options.bytesMax };
  let bytes = packed;
  let cutShort: string | null = null;
  try {
    for (let layer = 0; layer < layersMax && bytes.length > 0; layer += 1) {
      // The coding named last was applied last.
      const coding = declared.pop();
      let step: Unpacked | null = null;
      if (isGzip(bytes)) step = await ungzip(bytes, limit);
      else if (isZstd(bytes)) step = { bytes: unzstd(bytes, options.bytesMax), cutShort: null };
      else if (coding === "br") step = await unbrotli(bytes, limit);
      else if (coding === "deflate") step = await undeflate(bytes, limit);
      if (step === null && declared.length === 0) break;
      bytes = step?.bytes ?? bytes;
      cutShort ??= step?.cutShort ?? null;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(options);
    throw error;
  }
  if (bytes.length > ratioFreeBytes && bytes.length > ratioMax * packed.length) {
    throw new BodyTooLargeError(
      `${options.url}: ${packed.length} bytes unpack to ${bytes.length}, more than ${ratioMax} times as many; no page does`,
    );
  }
  return { bytes, cutShort };
}

type Limit = { readonly maxOutputLength: number };

async function ungzip(bytes: Uint8Array, limit: Limit): Promise<Unpacked> {
  try {
    return { bytes: await gunzipped(bytes, limit), cutShort: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
    // The text may be whole for all that: checksum and length stand behind it, and servers lose or garble them.
    const body = bytes.subarray(gzipHeaderLength(bytes));
    return (
      (await whole(body, limit)) ?? partOf(() => inflatedRaw(body, { ...limit, finishFlush: constants.Z_SYNC_FLUSH }), error)
    );
  }
}

async function undeflate(bytes: Uint8Array, limit: Limit): Promise<Unpacked> {
  const hasHeader = isZlib(bytes);
  try {
    return { bytes: await (hasHeader ? inflated(bytes, limit) : inflatedRaw(bytes, limit)), cutShort: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
    if (looksLikeText(bytes)) return { bytes, cutShort: null };
    const body = hasHeader ? bytes.subarray(2) : bytes;
    return (
      (await whole(body, limit)) ?? partOf(() => inflatedRaw(body, { ...limit, finishFlush: constants.Z_SYNC_FLUSH }), error)
    );
  }
}

async function unbrotli(bytes: Uint8Array, limit: Limit): Promise<Unpacked> {
  try {
    return { bytes: await unbrotlied(bytes, limit), cutShort: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
    if (looksLikeText(bytes)) return { bytes, cutShort: null };
    return partOf(() => unbrotlied(bytes, { ...limit, finishFlush: constants.BROTLI_OPERATION_FLUSH }), error);
  }
}

/** The text of a deflate stream that reaches its end, whatever follows it; null for one that does not. */
async function whole(deflated: Uint8Array, limit: Limit): Promise<Unpacked | null> {
  try {
    return { bytes: await inflatedRaw(deflated, limit), cutShort: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return null;
  }
}

/** What a damaged stream still gives. */
async function partOf(read: () => Promise<Buffer>, damage: unknown): Promise<Unpacked> {
  const part = await read().catch((error) => {
    throw isDamage(error) ? damage : error;
  });
  if (part.length === 0) throw damage;
  return { bytes: part, cutShort: (damage as Error).message };
}

/** The stream is at fault, and not its size. */
function isDamage(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE";
}

/** RFC 1952, section 2.3: ten bytes, then what the flags announce. */
function gzipHeaderLength(bytes: Uint8Array): number {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    at = end === -1 ? bytes.length : end + 1;
  }
  if (flags & 2) at += 2;
  return at;
}

/** Text has no NUL and hardly a control character; compressed bytes have many. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 2048);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return false;
    if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  }
  return controls * 50 <= sample.length;
}

function tooLarge({ url, bytesMax }: UnpackOptions): BodyTooLargeError {
  return new BodyTooLargeError(
    `${url}: unpacks to more than the ${bytesMax} bytes that are accepted; leave it out, or raise WIREFOLD_BODY_BYTES_MAX`,
  );
}
