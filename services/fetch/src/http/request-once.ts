import { ThrottledError, TransientError } from "@wirefold/core";
import { Agent, request } from "undici";
import { HttpRefusedError } from "../errors.ts";
import { guardedLookup, type MayFetchFrom } from "./address-guard.ts";
import { connectError, headerBytesMax, SlowAnswerError } from "./connect-error.ts";
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
  /** Keeps every answer as it was received. */
  readonly archive?: Archive;
  readonly onArchiveError?: (error: Error) => void;
}

export interface Ask {
  readonly bytesMax: number;
  readonly beyond?: "refuse" | "cut";
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
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
  readonly #agent: Agent;

  constructor(options: RequesterOptions) {
    this.#options = options;
    this.#agent = new Agent({
      connect: { lookup: guardedLookup(options.mayFetchFrom) as never, timeout: options.connectTimeoutMs },
      headersTimeout: options.silenceMs,
      bodyTimeout: options.silenceMs,
      maxHeaderSize: headerBytesMax,
      connections: 8,
      keepAliveTimeout: 4000,
    });
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
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
      return answer;
    } catch (error) {
      throw deadline.signal.aborted ? deadline.signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** A full disk or a folder that refuses writes costs the archive a record and the document nothing. */
  async #keep(url: URL, at: Date, ask: Ask, { status, headers, bytes: body }: Answer): Promise<void> {
    if (this.#options.archive === undefined || status === 304) return;
    const requestHeaders = { "user-agent": this.#options.userAgent, ...ask.headers };
    await this.#options.archive
      .keep({ url: url.href, at, status, requestHeaders, headers, body })
      .catch((error: Error) => this.#options.onArchiveError?.(error));
  }

  async #answer(url: URL, { bytesMax, beyond = "refuse", headers: more = {}, signal, wanted }: Ask): Promise<Answer> {
    const response = await request(url, {
      dispatcher: this.#agent,
      signal,
      headers: {
        "user-agent": this.#options.userAgent,
        accept: "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
        "accept-encoding": acceptEncoding,
        ...more,
      },
    }).catch((cause: Error) => {
      throw connectError(url.href, cause);
    });
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
      return { ...answer, bytes, cutShort };
    }
    // What an error page says is not read; the connection goes with it, so an endless one costs nothing.
    hangUp(body);
    if (status === 304) return answer;
    if (status >= 300 && status < 400) {
      const location = redirectTarget(all(headers.location), url.href);
      if (location !== null) return { ...answer, location };
      throw new HttpRefusedError(`${url.href}: HTTP ${status} without a Location`);
    }
    if (status === 429 || status === 503) {
      const waitMs = retryAfterMs(headers["retry-after"]);
      throw new ThrottledError(`${url.href}: HTTP ${status}`, waitMs);
    }
    if (status >= 500 || status === 408 || status === 425) throw new TransientError(`${url.href}: HTTP ${status}`);
    throw new HttpRefusedError(`${url.href}: HTTP ${status}`);
  }
}

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
