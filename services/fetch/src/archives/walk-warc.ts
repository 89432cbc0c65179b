import { type FileHandle, open } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import { readWarcHead, readWarcRecord, WarcError, type WarcHead, type WarcRecord, warcHeaderMax } from "@wirefold/sources";

/** A record, or a stretch of the file that holds none, by its bytes `[start, end)` in the file. */
export type WalkedRecord =
  | { readonly start: number; readonly end: number; readonly record: WarcRecord }
  | { readonly start: number; readonly end: number; readonly damage: string };

/** Thrown for a file that is compressed as a whole: its records have no place of their own in it. */
export class OneStreamError extends Error {}

const windowBytes = 1024 * 1024;
/** The largest record that is unpacked; beyond it one is passed over, or it is damaged. */
const recordBytesMax = 64 * 1024 * 1024;

/**
 * Walks a WARC file, plain or gzip with a member a record, from a byte offset. What cannot be read is told with its
 * place, and the walk goes on at the next record.
 *
 * @throws OneStreamError when it is one gzip stream over many records.
 */
export async function* walkWarc(path: string, from = 0): AsyncGenerator<WalkedRecord> {
  const file = await open(path);
  try {
    const window = new Window(file, (await file.stat()).size);
    for (let at = from; at < window.size; ) {
      const step = (await window.isGzip(at)) ? await gzipRecord(window, at) : await plainRecord(window, at);
      if (step === null) return;
      if ("damage" in step) {
        const next = await nextRecord(window, at + 1);
        yield { start: at, end: next, damage: step.damage };
        at = next;
      } else {
        if (step.record !== null) yield { start: at, end: step.end, record: step.record };
        at = step.end;
      }
    }
  } finally {
    await file.close();
  }
}

/** One record from the bytes a walk found it in. */
export function readWarcBytes(bytes: Uint8Array): WarcRecord {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? inflateMember(bytes)?.bytes : bytes;
  if (plain == null) throw new WarcError("the record is cut off");
  const head = readWarcHead(plain, 0);
  if (head === null) throw new WarcError("the record is cut off");
  return readWarcRecord(head, plain.subarray(head.blockStart, head.blockStart + head.blockLength));
}

type Step = { readonly end: number; readonly record: WarcRecord | null } | { readonly damage: string } | null;

async function plainRecord(window: Window, at: number): Promise<Step> {
  const begin = await window.skipBlank(at);
  if (begin >= window.size) return null;
  if (begin > at) return { end: begin, record: null };
  let head: WarcHead | null;
  try {
    head = readWarcHead(await window.bytes(at, warcHeaderMax), 0);
  } catch (error) {
    return { damage: (error as Error).message };
  }
  if (head === null) return { damage: "its headers are cut off" };
  const end = at + head.blockStart + head.blockLength;
  if (end > window.size)
    return { damage: `cut off: ${head.blockLength} bytes are announced, ${window.size - at - head.blockStart} are there` };
  const isDocument = head.type === "response" || head.type === "resource" || head.type === "conversion";
  if (!isDocument) return { end, record: readWarcRecord(head, new Uint8Array()) };
  if (head.blockLength > recordBytesMax) return { end, record: { is: "other", reason: "too-large" } };
  return { end, record: readWarcRecord(head, await window.bytes(at + head.blockStart, head.blockLength)) };
}

async function gzipRecord(window: Window, at: number): Promise<Step> {
  for (let take = windowBytes; ; take *= 4) {
    const packed = await window.bytes(at, take);
    let member: ReturnType<typeof inflateMember>;
    try {
      member = inflateMember(packed);
    } catch (error) {
      return { damage: (error as Error).message };
    }
    if (member === null) {
      if (packed.length < take) return { damage: "cut off in the middle of its gzip member" };
      if (take > recordBytesMax) return { damage: `more than ${recordBytesMax} bytes in one gzip member` };
      continue;
    }
    const end = at + member.consumed;
    if (member.bytes.length === 0) return { end, record: null };
    try {
      const head = readWarcHead(member.bytes, 0);
      if (head === null) return { damage: "its headers are cut off" };
      const blockEnd = head.blockStart + head.blockLength;
      if (blockEnd > member.bytes.length) return { damage: "shorter than it announces" };
      if (member.bytes.length - blockEnd > 64) throw new OneStreamError(`${at}: many records in one gzip member`);
      return { end, record: readWarcRecord(head, member.bytes.subarray(head.blockStart, blockEnd)) };
    } catch (error) {
      if (!(error instanceof WarcError)) throw error;
      return { damage: error.message };
    }
  }
}

/**
 * Unpacks the one gzip member that begins here, and says how long it is; null when it goes on beyond these bytes.
 *
 * @throws when it is damaged, or larger than a record may be.
 */
function inflateMember(bytes: Uint8Array): { bytes: Uint8Array; consumed: number } | null {
  const start = gzipHeaderLength(bytes);
  if (start === null) return null;
  try {
    // The option is in Node's documentation, and missing in its types.
    const options = { info: true, maxOutputLength: recordBytesMax } as Parameters<typeof inflateRawSync>[1];
    const { buffer, engine } = inflateRawSync(bytes.subarray(start), options) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const consumed = start + engine.bytesWritten + 8;
    return consumed > bytes.length ? null : { bytes: buffer, consumed };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "Z_BUF_ERROR") return null;
    if (code === "ERR_BUFFER_TOO_LARGE") throw new OneStreamError(`more than ${recordBytesMax} bytes in one gzip member`);
    throw error;
  }
}

/** RFC 1952, section 2.3; null when it goes on beyond these bytes. */
function gzipHeaderLength(bytes: Uint8Array): number | null {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return null;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at < bytes.length ? at : null;
}

/** Where the next record may begin: a gzip member's mark, or `WARC/` at the beginning of a line. */
async function nextRecord(window: Window, from: number): Promise<number> {
  const marks = [Buffer.from([0x1f, 0x8b, 8]), Buffer.from("\nWARC/1.")];
  for (let at = from; at < window.size; at += windowBytes - 16) {
    const bytes = await window.bytes(at, windowBytes);
    const found = marks.map((mark, index) => ({ place: bytes.indexOf(mark), skip: index })).filter(({ place }) => place !== -1);
    const first = found.sort((a, b) => a.place - b.place)[0];
    if (first !== undefined) return at + first.place + first.skip;
  }
  return window.size;
}

/** A stretch of the file held in memory; reads that lie within it cost nothing. */
class Window {
  readonly size: number;
  readonly #file: FileHandle;
  #start = 0;
  #held: Buffer = Buffer.alloc(0);

  constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.size = size;
  }

  async bytes(at: number, length: number): Promise<Buffer> {
    const end = Math.min(this.size, at + length);
    if (at >= this.#start && end <= this.#start + this.#held.length)
      return this.#held.subarray(at - this.#start, end - this.#start);
    const wanted = Math.min(this.size, Math.max(end, at + 4 * windowBytes)) - at;
    const held = Buffer.allocUnsafe(Math.max(0, wanted));
    let filled = 0;
    while (filled < held.length) {
      const { bytesRead } = await this.#file.read(held, filled, held.length - filled, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    this.#start = at;
    this.#held = held.subarray(0, filled);
    return this.#held.subarray(0, end - at);
  }

  async isGzip(at: number): Promise<boolean> {
    const [first, second] = await this.bytes(at, 2);
    return first === 0x1f && second === 0x8b;
  }

  /** Records end in empty lines; some writers leave more of them, or fewer. */
  async skipBlank(from: number): Promise<number> {
    let at = from;
    for (;;) {
      const [byte] = await this.bytes(at, 1);
      if (byte !== 10 && byte !== 13) return at;
      at += 1;
    }
  }
}
