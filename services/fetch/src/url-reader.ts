import { setTimeout as sleep } from "node:timers/promises";
import { type DocumentHints, ThrottledError, TransientError } from "@wirefold/core";
import robotsParserModule from "robots-parser";
import { Agent, request } from "undici";
import { guardedLookup, isPublicAddress, type MayFetchFrom, refuseLiteralAddress } from "./address-guard.ts";
import { AddressRefusedError, BodyTooLargeError, HttpRefusedError, RobotsDisallowedError } from "./errors.ts";
import { findMetaRefresh } from "./meta-refresh.ts";
import { acceptEncoding, readBody } from "./read-body.ts";
import { retryAfterMs } from "./retry-after.ts";
import type { Body } from "./stage.ts";

/** Reads the body behind a URL. */
export interface UrlReader {
  read(url: string, hints: DocumentHints, bytesMax: number, signal: AbortSignal): Promise<Body>;
}

export interface HttpReaderOptions {
  readonly userAgent: string;
  /** Lets loopback and private networks be fetched from: for tests and intranets. @default false */
  readonly allowPrivate?: boolean;
  /** Judges addresses itself. @default what is public, or all with `allowPrivate` */
  readonly mayFetchFrom?: MayFetchFrom;
  readonly redirectsMax?: number;
  /** Shortest time between two requests to one host, in milliseconds. @default 1000 */
  readonly hostDelayMs?: number;
  /** Longest wait for a connection. @default 10_000 */
  readonly connectTimeoutMs?: number;
  /** Longest wait for headers, and between two pieces of a body. @default 20_000 */
  readonly silenceMs?: number;
  /** Longest time one request may take, so a server that drips bytes holds nobody up. @default 45_000 */
  readonly requestTimeoutMs?: number;
}

/** The package exports the function itself, its type declarations an object around it. */
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

const articleTypes = /^(text\/(html|plain)|application\/xhtml\+xml|application\/xml|text\/xml)\b/i;
const htmlTypes = /^(text\/html|application\/xhtml\+xml)\b/i;
/** RFC 9309, section 2.5: a crawler reads at least 500 KiB of a robots.txt. */
const robotsBytesMax = 512 * 1024;
const robotsKeptMs = 6 * 3_600_000;
/** A redirect to another host waits here for its turn when that is soon; going back to the queue would start over. */
const hopWaitMsMax = 5000;

interface Answer {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Where it redirects to, resolved. */
  readonly location: string | null;
}

interface Robots {
  readonly at: number;
  readonly allows: (url: string) => boolean;
  readonly delayMs: number;
}

/**
 * Reads over HTTP: robots.txt first (RFC 9309), one request at a time to a host with a pause between, redirects and meta
 * refreshes followed by hand so each hop passes the address guard, bodies bounded while they stream.
 */
export class HttpReader implements UrlReader {
  readonly #options: Required<HttpReaderOptions>;
  readonly #agent: Agent;
  readonly #robots = new Map<string, Robots>();
  readonly #free = new Map<string, number>();

  constructor(options: HttpReaderOptions) {
    this.#options = {
      allowPrivate: false,
      mayFetchFrom: options.allowPrivate ? () => true : isPublicAddress,
      redirectsMax: 10,
      hostDelayMs: 1000,
      connectTimeoutMs: 10_000,
      silenceMs: 20_000,
      requestTimeoutMs: 45_000,
      ...options,
    };
    this.#agent = new Agent({
      connect: { lookup: guardedLookup(this.#options.mayFetchFrom) as never, timeout: this.#options.connectTimeoutMs },
      headersTimeout: this.#options.silenceMs,
      bodyTimeout: this.#options.silenceMs,
      connections: 2,
    });
  }

  async read(url: string, hints: DocumentHints, bytesMax: number, signal: AbortSignal): Promise<Body> {
    let current = this.#parse(url);
    const asked = new Set<string>();
    for (let hop = 0; hop <= this.#options.redirectsMax; hop += 1) {
      if (asked.has(current.href)) throw new HttpRefusedError(`${url}: its redirects lead in a circle`);
      const robots = await this.#robotsOf(current, signal);
      if (!robots.allows(current.href)) throw new RobotsDisallowedError(`${current.href}: robots.txt disallows it`);
      await this.#takeTurn(current, robots.delayMs, asked, signal);
      asked.add(current.href);
      const answer = await this.#request(current, bytesMax, signal);
      const { bytes, contentType } = answer;
      const isHtml = contentType === null || htmlTypes.test(contentType);
      const next = answer.location ?? (isHtml ? findMetaRefresh(bytes, current.href) : null);
      if (next !== null) {
        current = this.#parse(next);
        continue;
      }
      if (contentType !== null && !articleTypes.test(contentType)) {
        throw new HttpRefusedError(`${current.href}: ${contentType} is no article`);
      }
      return { bytes, contentType, kind: null, hints: { ...hints, url: current.href }, locator: current.href };
    }
    throw new HttpRefusedError(`${url}: more than ${this.#options.redirectsMax} redirects`);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #parse(href: string): URL {
    let url: URL;
    try {
      url = new URL(href);
    } catch (cause) {
      throw new HttpRefusedError(`${href}: not a URL`, { cause });
    }
    if (url.protocol !== "http:" && url.protocol !== "https:")
      throw new HttpRefusedError(`${href}: ${url.protocol} is not fetched`);
    url.hash = "";
    refuseLiteralAddress(url, this.#options.mayFetchFrom);
    return url;
  }

  /**
   * One request at a time to a host: a document that comes too early waits in the queue, not here, so a slow host costs
   * the others nothing. Redirects within one host are one visit and follow at once, as a browser's do.
   */
  async #takeTurn(url: URL, robotsDelayMs: number, asked: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    const pauseMs = Math.max(this.#options.hostDelayMs, robotsDelayMs);
    const now = Date.now();
    const visited = [...asked].some((href) => new URL(href).host === url.host);
    const free = visited ? now : Math.max(now, this.#free.get(url.host) ?? 0);
    const waitMs = free - now;
    if (waitMs > (asked.size === 0 ? 0 : hopWaitMsMax))
      throw new ThrottledError(`${url.host}: its turn comes in ${waitMs} ms`, waitMs);
    this.#free.set(url.host, free + pauseMs);
    if (this.#free.size > 10_000) for (const [host, at] of this.#free) if (at < now) this.#free.delete(host);
    if (waitMs > 0) await sleep(waitMs, undefined, { signal });
  }

  async #request(url: URL, bytesMax: number, signal: AbortSignal, beyond: "refuse" | "cut" = "refuse"): Promise<Answer> {
    const timeoutMs = this.#options.requestTimeoutMs;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new TransientError(`${url.href}: not read within ${timeoutMs} ms`)), timeoutMs);
    try {
      return await this.#answer(url, bytesMax, AbortSignal.any([signal, deadline.signal]), beyond);
    } catch (error) {
      throw deadline.signal.aborted ? deadline.signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  }

  async #answer(url: URL, bytesMax: number, signal: AbortSignal, beyond: "refuse" | "cut"): Promise<Answer> {
    const response = await request(url, {
      dispatcher: this.#agent,
      signal,
      headers: {
        "user-agent": this.#options.userAgent,
        accept: "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
        "accept-encoding": acceptEncoding,
      },
    }).catch((cause: Error) => {
      throw cause instanceof AddressRefusedError ? cause : new TransientError(`${url.href}: ${cause.message}`, { cause });
    });
    const { statusCode, headers, body } = response;
    const contentType = typeof headers["content-type"] === "string" ? headers["content-type"] : null;
    if (statusCode === 200) {
      const contentEncoding = headers["content-encoding"] === undefined ? null : String(headers["content-encoding"]);
      const bytes = await readBody(body, { url: url.href, contentEncoding, bytesMax, beyond });
      return { bytes, contentType, location: null };
    }
    // What an error page says is not read; the connection goes with it, so an endless one costs nothing.
    body.on("error", () => {}).destroy();
    if (statusCode >= 300 && statusCode < 400 && typeof headers.location === "string") {
      if (!URL.canParse(headers.location, url.href))
        throw new HttpRefusedError(`${url.href}: redirects to "${headers.location}", which is no URL`);
      return { bytes: new Uint8Array(), contentType: null, location: new URL(headers.location, url).href };
    }
    if (statusCode === 429 || statusCode === 503) {
      const waitMs = retryAfterMs(headers["retry-after"]);
      this.#free.set(url.host, Date.now() + waitMs);
      throw new ThrottledError(`${url.href}: HTTP ${statusCode}`, waitMs);
    }
    if (statusCode >= 500) throw new TransientError(`${url.href}: HTTP ${statusCode}`);
    throw new HttpRefusedError(`${url.href}: HTTP ${statusCode}`);
  }

  /** RFC 9309, section 2.3: unavailable (4xx) allows all; unreachable (5xx, no answer) disallows all until it answers. */
  async #robotsOf(url: URL, signal: AbortSignal): Promise<Robots> {
    const kept = this.#robots.get(url.origin);
    if (kept !== undefined && Date.now() - kept.at < robotsKeptMs) return kept;
    const rules = await this.#readRobots(new URL("/robots.txt", url), signal);
    if (this.#robots.size > 10_000) this.#robots.clear();
    this.#robots.set(url.origin, rules);
    return rules;
  }

  async #readRobots(address: URL, signal: AbortSignal): Promise<Robots> {
    try {
      let current = address;
      for (let hop = 0; hop < 5; hop += 1) {
        const answer = await this.#request(current, robotsBytesMax, signal, "cut");
        if (answer.location !== null) {
          current = this.#parse(answer.location);
          continue;
        }
        const robots = robotsParser(address.href, new TextDecoder().decode(answer.bytes));
        const agent = this.#options.userAgent.split("/")[0]!;
        const delayMs = Math.min(30_000, (robots.getCrawlDelay(agent) ?? 0) * 1000);
        return { at: Date.now(), allows: (href) => robots.isAllowed(href, agent) !== false, delayMs };
      }
    } catch (error) {
      // A refused address is the URL's own fault; a missing robots.txt, or one that unpacks to megabytes, forbids nothing.
      if (!(error instanceof HttpRefusedError || error instanceof BodyTooLargeError)) throw error;
    }
    return { at: Date.now(), allows: () => true, delayMs: 0 };
  }
}
