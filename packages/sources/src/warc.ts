/** A record of a WARC file (ISO 28500) as far as a reader of documents cares. */
export type WarcRecord =
  | {
      readonly is: "document";
      readonly id: string;
      readonly url: string;
      /** When it was captured, as written. */
      readonly date: string | null;
      readonly contentType: string | null;
      readonly contentEncoding: string | null;
      readonly body: Uint8Array;
    }
  /** A record that holds no document: of another type, another status than 200, an image. `reason` is null for what is no capture. */
  | { readonly is: "other"; readonly reason: string | null };

/** The bytes are no WARC record. */
export class WarcError extends Error {}

/** Bytes of headers of a record, and of the answer in it, that are looked at. */
export const warcHeaderMax = 256 * 1024;

export interface WarcHead {
  readonly type: string;
  /** Where the block begins, behind the headers. */
  readonly blockStart: number;
  readonly blockLength: number;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Reads the headers of the record that begins at `start`.
 *
 * @returns null when they are not all there yet.
 * @throws WarcError when no record begins there.
 */
export function readWarcHead(bytes: Uint8Array, start: number): WarcHead | null {
  const mark = latin1(bytes.subarray(start, start + 5));
  if (!"WARC/".startsWith(mark) && mark !== "WARC/") throw new WarcError("no record begins here");
  const end = endOfHeaders(bytes, start);
  if (end === null) {
    if (bytes.length - start > warcHeaderMax) throw new WarcError(`headers of more than ${warcHeaderMax} bytes`);
    return null;
  }
  const [, ...lines] = utf8(bytes.subarray(start, end)).split(/\r?\n/);
  const fields = fieldsOf(lines);
  const length = fields.get("content-length");
  if (length === undefined || !/^\d{1,15}$/.test(length)) throw new WarcError("a record without its length");
  return { type: (fields.get("warc-type") ?? "").toLowerCase(), blockStart: end, blockLength: Number(length), fields };
}

/**
 * What a record holds.
 *
 * @param block The record's block: `blockLength` bytes from `blockStart`.
 */
export function readWarcRecord(head: WarcHead, block: Uint8Array): WarcRecord {
  const { type, fields } = head;
  const url = (fields.get("warc-target-uri") ?? "").replace(/^<|>$/g, "");
  const id = fields.get("warc-record-id") ?? "";
  const date = fields.get("warc-date") ?? null;
  const captured = { is: "document" as const, id, url, date };
  if (type === "revisit") return { is: "other", reason: "revisit" };
  if (type !== "response" && type !== "conversion" && type !== "resource") return { is: "other", reason: null };
  if (!/^https?:/i.test(url)) return { is: "other", reason: type === "resource" ? null : "no-web-address" };
  if (type === "conversion") return { ...captured, contentType: "text/plain; charset=utf-8", contentEncoding: null, body: block };
  if (type === "resource")
    return { ...captured, contentType: fields.get("content-type") ?? null, contentEncoding: null, body: block };
  // Some recorders write HTTP/2 as it came, with a pseudo header for its status line.
  if (!/^(?:http\/|:status)/i.test(latin1(block.subarray(0, 7)))) return { is: "other", reason: "no-http" };
  const end = endOfHeaders(block, 0);
  if (end === null) return { is: "other", reason: "no-http" };
  const [status = "", ...lines] = latin1(block.subarray(0, end)).split(/\r?\n/);
  const code = /^(?:HTTP\/[\d.]+\s+|:status:\s*)(\d{3})/i.exec(status)?.[1] ?? "none";
  if (code !== "200" && code !== "203") return { is: "other", reason: `status-${code}` };
  const http = fieldsOf(lines);
  const raw = block.subarray(end);
  const body = /\bchunked\b/i.test(http.get("transfer-encoding") ?? "") ? dechunked(raw) : raw;
  return {
    ...captured,
    contentType: http.get("content-type") ?? null,
    contentEncoding: http.get("content-encoding") ?? null,
    body,
  };
}

/** Most archives keep the answer's framing; some take it away and leave the header. Then the bytes are no chunks. */
function dechunked(raw: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let at = 0; at < raw.length; ) {
    const line = raw.indexOf(10, at);
    const head = line === -1 || line - at > 100 ? "" : latin1(raw.subarray(at, line));
    const length = /^\s*([0-9a-f]{1,8})\s*(?:;|\r?$)/i.exec(head)?.[1];
    if (length === undefined) {
      if (chunks.length === 0) return raw;
      break;
    }
    const bytes = Number.parseInt(length, 16);
    if (bytes === 0) break;
    const chunk = raw.subarray(line + 1, line + 1 + bytes);
    chunks.push(chunk);
    size += chunk.length;
    at = line + 1 + bytes;
    while (raw[at] === 13 || raw[at] === 10) at += 1;
  }
  const whole = new Uint8Array(size);
  let filled = 0;
  for (const chunk of chunks) {
    whole.set(chunk, filled);
    filled += chunk.length;
  }
  return whole;
}

/** Behind the first empty line, within `warcHeaderMax`. */
function endOfHeaders(bytes: Uint8Array, start: number): number | null {
  const limit = Math.min(bytes.length, start + warcHeaderMax);
  for (let at = bytes.indexOf(10, start); at !== -1 && at < limit; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return null;
}

/** Folded lines belong to the field before; of a field sent twice the first counts. */
function fieldsOf(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon <= 0 || /^\s/.test(line)) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

const decodeLatin1 = new TextDecoder("latin1");
const decodeUtf8 = new TextDecoder();
const latin1 = (bytes: Uint8Array) => decodeLatin1.decode(bytes);
const utf8 = (bytes: Uint8Array) => decodeUtf8.decode(bytes);
