import { createHash, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { appendFile, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const zipped = promisify(gzip);

/** One answer as it was received. */
export interface Exchange {
  readonly url: string;
  readonly at: Date;
  readonly status: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body, unpacked. */
  readonly body: Uint8Array;
  readonly durationMs: number;
  /** The address whose redirect led here; null where it was asked for itself. */
  readonly via: string | null;
}

/** What is known of the body last written for an address, by the SHA-256 of the address. */
export interface ArchivedBodies {
  find(addressHash: string): Promise<{ readonly digest: string; readonly recordId: string; readonly at: Date } | null>;
  keep(addressHash: string, body: { readonly digest: string; readonly recordId: string; readonly at: Date }): Promise<void>;
}

/** Keeps answers; a failure to do so is told and costs no document. */
export interface Archive {
  keep(exchange: Exchange): Promise<void>;
}

/** A new file is begun beyond this, as archives are exchanged in pieces of about a gigabyte. */
const fileBytesMax = 1024 ** 3;
/** Bodies a process remembers by itself. */
const bodiesMax = 20_000;
const profiles = "http://netpreserve.org/warc/1.1/revisit";
/** What describes the bytes on the wire, which are not those that are kept. */
const framing = new Set(["content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive"]);

/**
 * Writes every answer as WARC 1.1 (ISO 28500:2017): a response with its request and metadata, or a revisit where the page's body is
 * the one that was written before, by whichever process. A record is a gzip member of its own, appended in one write, so a process that is
 * killed leaves at most its last record cut off. Bodies are kept unpacked; the headers that described their packing are
 * kept under `X-Archive-Orig-`.
 */
export class WarcArchive implements Archive {
  readonly #folder: string;
  readonly #software: string;
  readonly #bodies: ArchivedBodies;
  #file = "";
  #bytes = 0;
  #files = 0;
  #last: Promise<void> = Promise.resolve();

  /** @param bodies What all processes that write to the same archive share. @default this process alone */
  constructor(folder: string, software: string, bodies: ArchivedBodies = memoryBodies()) {
    this.#bodies = bodies;
    this.#folder = folder;
    this.#software = software;
    mkdirSync(folder, { recursive: true });
  }

  /** One after another, so that records of one exchange stand together. */
  keep(exchange: Exchange): Promise<void> {
    const kept = this.#last.then(() => this.#write(exchange));
    this.#last = kept.catch(() => {});
    return kept;
  }

  async #write({ url, at, status, requestHeaders, headers, body, durationMs, via }: Exchange): Promise<void> {
    const date = warcDate(at);
    const digest = `sha256:${createHash("sha256").update(body).digest("hex")}`;
    const id = newId();
    const addressHash = createHash("sha256").update(url).digest("hex");
    const before = await this.#bodies.find(addressHash);
    const http = Buffer.from(
      `HTTP/1.1 ${status} ${status === 200 ? "OK" : "Status"}\r\n${fieldLines(headers, body.length)}\r\n`,
      "latin1",
    );
    const isNotModified = status === 304;
    const isRevisit = before !== null && (isNotModified || (before.digest === digest && body.length > 0));
    const response = isRevisit
      ? record(
          {
            "WARC-Type": "revisit",
            "WARC-Record-ID": id,
            "WARC-Target-URI": url,
            "WARC-Date": date,
            "WARC-Profile": `${profiles}/${isNotModified ? "server-not-modified" : "identical-payload-digest"}`,
            "WARC-Refers-To": before.recordId,
            "WARC-Refers-To-Target-URI": url,
            "WARC-Refers-To-Date": warcDate(before.at),
            "WARC-Payload-Digest": before.digest,
            "Content-Type": "application/http; msgtype=response",
          },
          http,
        )
      : record(
          {
            "WARC-Type": "response",
            "WARC-Record-ID": id,
            "WARC-Target-URI": url,
            "WARC-Date": date,
            "WARC-Payload-Digest": digest,
            "Content-Type": "application/http; msgtype=response",
          },
          Buffer.concat([http, body]),
        );
    const { pathname, search, host } = new URL(url);
    const asked = Object.entries({ host, ...requestHeaders }).map(([name, value]) => `${name}: ${oneLine(value)}\r\n`);
    const request = record(
      {
        "WARC-Type": "request",
        "WARC-Record-ID": newId(),
        "WARC-Concurrent-To": id,
        "WARC-Target-URI": url,
        "WARC-Date": date,
        "Content-Type": "application/http; msgtype=request",
      },
      Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${asked.join("")}\r\n`, "latin1"),
    );
    const metadata = record(
      {
        "WARC-Type": "metadata",
        "WARC-Record-ID": newId(),
        "WARC-Concurrent-To": id,
        "WARC-Target-URI": url,
        "WARC-Date": date,
        "Content-Type": "application/warc-fields",
      },
      Buffer.from(`fetchTimeMs: ${Math.round(durationMs)}\r\n${via === null ? "" : `via: ${oneLine(via)}\r\n`}`),
    );
    await this.#append([await zipped(response), await zipped(request), await zipped(metadata)], date);
    // Errors say nothing of a page: the body to come back to is that of a page.
    if (!isRevisit && status === 200) await this.#bodies.keep(addressHash, { digest, recordId: id, at });
  }

  async #append(members: readonly Buffer[], date: string): Promise<void> {
    if (this.#file === "" || this.#bytes > fileBytesMax) {
      const name = `wirefold-${date.replace(/\D/g, "")}-${hostname()}-${process.pid}-${String(this.#files).padStart(4, "0")}.warc.gz`;
      this.#files += 1;
      this.#file = join(this.#folder, name);
      const fields = `software: ${this.#software}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n`;
      const info = record(
        {
          "WARC-Type": "warcinfo",
          "WARC-Record-ID": newId(),
          "WARC-Date": date,
          "WARC-Filename": name,
          "Content-Type": "application/warc-fields",
        },
        Buffer.from(fields),
      );
      await appendFile(this.#file, await zipped(info));
      this.#bytes = (await stat(this.#file)).size;
    }
    const bytes = Buffer.concat(members);
    await appendFile(this.#file, bytes);
    this.#bytes += bytes.length;
  }
}

function memoryBodies(): ArchivedBodies {
  const bodies = new Map<string, { readonly digest: string; readonly recordId: string; readonly at: Date }>();
  return {
    find: async (addressHash) => bodies.get(addressHash) ?? null,
    async keep(addressHash, body) {
      bodies.delete(addressHash);
      bodies.set(addressHash, body);
      if (bodies.size > bodiesMax) for (const key of bodies.keys()) if (bodies.delete(key)) break;
    },
  };
}

function warcDate(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, "Z");
}

function newId(): string {
  return `<urn:uuid:${randomUUID()}>`;
}

function record(fields: Readonly<Record<string, string>>, block: Buffer): Buffer {
  const lines = Object.entries({ ...fields, "Content-Length": String(block.length) }).map(
    ([name, value]) => `${name}: ${oneLine(value)}\r\n`,
  );
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join("")}\r\n`), block, Buffer.from("\r\n\r\n")]);
}

function fieldLines(headers: Exchange["headers"], length: number): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map(
      (each) => `${framing.has(name) ? `x-archive-orig-${name}` : name}: ${oneLine(each)}\r\n`,
    ),
  );
  return `${lines.join("")}content-length: ${length}\r\n`;
}

/** No header may end its line and begin another. */
function oneLine(value: string): string {
  return value.replace(/[\r\n]+/g, " ");
}
