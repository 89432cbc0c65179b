import { ThrottledError, TransientError } from "@wirefold/core";
import { HttpRefusedError } from "../errors.ts";
import type { MayFetchFrom } from "./address-guard.ts";
import { SlowAnswerError } from "./connect-error.ts";
import { Connections } from "./connections.ts";
import { redirectTarget } from "./location.ts";
import { readBody } from "./read-body.ts";
import { retryAfterMs } from "./retry-after.ts";
import { acceptEncoding } from "./unpack.ts";
import type { Archive } from "./warc-archive.ts";

export interface RequesterOptions {
  readonly userAgent: string;
  readonly mayFetchFrom: MayFetchFrom;
  /** Longest wait for a connection. */
  readonly connectTimeoutMs: number;
  /** Longest wait for headers, and between two pieces of a body. */
  readonly silenceMs: number;
  /** Longest time one request may take, so a server that drips bytes holds nobody up. */
  readonly requestTimeoutMs: number;
  /** Speaks HTTP/2 with servers that offer it. @default true */
  readonly http2?: boolean;
  /** A certificate authority trusted as well as the system's, in PEM. */
  readonly ca?: string;
  /** Keeps every answer as it was received. */
  readonly archive?: Archive;
  readonly onArchiveError?: (error: Error) => void;
  /** Whether an answer may be kept there. @default all may */
  readonly mayKeep?: (answer: Answer, address: string) => boolean;
}

export interface Ask {
  readonly bytesMax: number;
  readonly beyond?: "refuse" | "cut";
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** The address whose redirect led here. */
  readonly via?: string;
  /** Whether a body of this type is worth reading; where it is not, the answer is final. @default all are */
  readonly wanted?: (contentType: string | null) => boolean;
}

export interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Where it redirects to, resolved. */
  readonly location: string | null;
  readonly setCookies: readonly string[];
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Why the body may not be whole. */
  readonly cutShort: string | null;
}

/** Makes single requests: bounded in time and size, through the address guard, with what follows from each status. */
export class Requester {
  readonly #options: RequesterOptions;
  readonly #connections: Connections;

  constructor(options: RequesterOptions) {
    this.#options = options;
    this.#connections = new Connections(options);
  }

  async close(): Promise<void> {
    await this.#connections.close();
  }

  /**
   * @throws HttpRefusedError, TlsRefusedError, AddressRefusedError, BodyTooLargeError: final. ThrottledError: asked to wait.
   * TransientError: no answer, or one of the server's own trouble.
   */
  async ask(url: URL, ask: Ask): Promise<Answer> {
    const timeoutMs = this.#options.requestTimeoutMs;
    const deadline = new AbortController();
    const timer = setTimeout(
      () => deadline.abort(new SlowAnswerError(`${url.href}: not read within ${timeoutMs} ms`)),
      timeoutMs,
    );
    try {
      const at = new Date();
      const answer = await this.#answer(url, { ...ask, signal: AbortSignal.any([ask.signal, deadline.signal]) });
      await this.#keep(url, at, ask, answer);
      return this.#judged(url, answer);
    } catch (error) {
      throw deadline.signal.aborted ? deadline.signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Posts a form and reads nothing but the status. Redirects that keep the method (307, 308) are not followed. */
  async post(url: URL, form: string, signal: AbortSignal): Promise<number> {
    const { response } = await this.#connections.request(url, {
      method: "POST",
      body: form,
      signal: AbortSignal.any([signal, AbortSignal.timeout(this.#options.requestTimeoutMs)]),
      headers: { "user-agent": this.#options.userAgent, "content-type": "application/x-www-form-urlencoded" },
    });
    hangUp(response.body);
    return response.statusCode;
  }

  /** A full disk or a folder that refuses writes costs the archive a record and the document nothing. */
  async #keep(url: URL, at: Date, ask: Ask, answer: Answer): Promise<void> {
    const { status, headers, bytes: body } = answer;
    if (this.#options.archive === undefined) return;
    if (status !== 304 && this.#options.mayKeep?.(answer, url.href) === false) return;
    const requestHeaders = this.#headersOf(ask);
    const durationMs = Date.now() - at.getTime();
    await this.#options.archive
      .keep({ url: url.href, at, status, requestHeaders, headers, body, durationMs, via: ask.via ?? null })
      .catch((error: Error) => this.#options.onArchiveError?.(error));
  }

  #headersOf({ headers = {} }: Pick<Ask, "headers">): Record<string, string> {
    return {
      "user-agent": this.#options.userAgent,
      accept: "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
      "accept-encoding": acceptEncoding,
      ...headers,
    };
  }

  async #answer(url: URL, { bytesMax, beyond = "refuse", headers: more = {}, signal, wanted }: Ask): Promise<Answer> {
    const { response, isHttp2 } = await this.#connections.request(url, { signal, headers: this.#headersOf({ headers: more }) });
    const { statusCode: status, headers, body } = response;
    const contentType = first(headers["content-type"]);
    const setCookies = all(headers["set-cookie"]);
    const answer = { status, contentType, setCookies, headers, location: null, bytes: new Uint8Array(), cutShort: null };
    // 203 is a 200 that a proxy has touched.
    if (status === 200 || status === 203) {
      if (wanted?.(contentType) === false) {
        hangUp(body);
        throw new HttpRefusedError(`${url.href}: ${contentType} is no article`);
      }
      const contentEncoding = all(headers["content-encoding"]).join(",") || null;
      const { bytes, cutShort } = await readBody(body, { url: url.href, contentEncoding, bytesMax, beyond });
      // A stream that its server resets ends like one that is whole; only a length that was announced tells them apart.
      const mayBeCut = isHttp2 && headers["content-length"] === undefined && /html/i.test(contentType ?? "");
      return { ...answer, bytes, cutShort: cutShort ?? (mayBeCut ? "its HTTP/2 stream ended before the page was closed" : null) };
    }
    const { archive } = this.#options;
    if (status === 304 || archive === undefined) {
      // What an error page says is not read; the connection goes with it, so an endless one costs nothing.
      hangUp(body);
      return answer;
    }
    // Only the archive wants what it says, and no more than its beginning.
    const contentEncoding = all(headers["content-encoding"]).join(",") || null;
    const said = await readBody(body, { url: url.href, contentEncoding, bytesMax: errorBytesMax, beyond: "cut" }).catch(
      () => null,
    );
    signal.throwIfAborted();
    return { ...answer, bytes: said?.bytes ?? answer.bytes };
  }

  /** What follows from a status: an answer, with where it redirects to, or an error. */
  #judged(url: URL, answer: Answer): Answer {
    const { status, headers } = answer;
    if (status === 200 || status === 203 || status === 304) return answer;
    if (status >= 300 && status < 400) {
      const location = redirectTarget(all(headers.location), url.href);
      if (location !== null) return { ...answer, bytes: new Uint8Array(), location };
      throw new HttpRefusedError(`${url.href}: HTTP ${status} without a Location`);
    }
    if (status === 429 || status === 503) {
      const waitMs = retryAfterMs(first(headers["retry-after"]) ?? undefined);
      throw new ThrottledError(`${url.href}: HTTP ${status}`, waitMs);
    }
    if (status >= 500 || status === 408 || status === 425) throw new TransientError(`${url.href}: HTTP ${status}`);
    throw new HttpRefusedError(`${url.href}: HTTP ${status}`);
  }
}

/** Bytes of an error page that are kept in an archive. */
const errorBytesMax = 256 * 1024;

function hangUp(body: { on(event: "error", listener: () => void): unknown; destroy(): unknown }): void {
  body.on("error", () => {});
  body.destroy();
}

export function all(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Of a field sent twice, what came first. */
export function first(value: string | string[] | undefined): string | null {
  return all(value)[0] ?? null;
}
