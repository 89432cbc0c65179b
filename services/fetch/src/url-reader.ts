import { type DocumentHints, ThrottledError, TransientError } from "@wirefold/core";
import robotsParserModule from "robots-parser";
import { Agent, request } from "undici";
import { guardedLookup, refuseLiteralAddress } from "./address-guard.ts";
import { AddressRefusedError, BodyTooLargeError, HttpRefusedError, RobotsDisallowedError } from "./errors.ts";
import type { Body } from "./stage.ts";

/** Reads the body behind a URL. */
export interface UrlReader {
  read(url: string, hints: DocumentHints, bytesMax: number, signal: AbortSignal): Promise<Body>;
}

export interface HttpReaderOptions {
  readonly userAgent: string;
  /** Lets loopback and private networks be fetched from: for tests and intranets. @default false */
  readonly allowPrivate?: boolean;
  readonly redirectsMax?: number;
  /** Shortest time between two requests to one host, in milliseconds. @default 1000 */
  readonly hostDelayMs?: number;
}

/** The package exports the function itself, its type declarations an object around it. */
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

const articleTypes = /^(text\/(html|plain)|application\/xhtml\+xml|application\/xml|text\/xml)\b/i;
/** RFC 9309, section 2.5: a crawler reads at least 500 KiB of a robots.txt. */
const robotsBytesMax = 512 * 1024;
const robotsKeptMs = 6 * 3_600_000;

/**
 * Reads over HTTP: robots.txt first (RFC 9309), one request at a time to a host with a pause between, redirects followed
 * by hand so each hop passes the address guard, bodies bounded while they stream.
 */
export class HttpReader implements UrlReader {
  readonly #options: Required<HttpReaderOptions>;
  readonly #agent: Agent;
  readonly #robots = new Map<string, { at: number; allows: (url: string) => boolean; delayMs: number }>();
  readonly #free = new Map<string, number>();

  constructor(options: HttpReaderOptions) {
    this.#options = { allowPrivate: false, redirectsMax: 10, hostDelayMs: 1000, ...options };
    const lookup = guardedLookup(this.#options.allowPrivate) as never;
    this.#agent = new Agent({
      connect: { lookup, timeout: 10_000 },
      headersTimeout: 20_000,
      bodyTimeout: 20_000,
      connections: 2,
    });
  }

  async read(url: string, hints: DocumentHints, bytesMax: number, signal: AbortSignal): Promise<Body> {
    let current = this.#parse(url);
    for (let hop = 0; hop <= this.#options.redirectsMax; hop += 1) {
      const robots = await this.#robotsOf(current, signal);
      if (!robots.allows(current.href)) throw new RobotsDisallowedError(`${current.href}: robots.txt disallows it`);
      this.#takeTurn(current, robots.delayMs);
      const answer = await this.#request(current, bytesMax, signal);
      if (answer.location !== null) {
        current = this.#parse(new URL(answer.location, current).href);
        continue;
      }
      if (answer.contentType !== null && !articleTypes.test(answer.contentType)) {
        throw new HttpRefusedError(`${current.href}: ${answer.contentType} is no article`);
      }
      return {
        bytes: answer.bytes,
        contentType: answer.contentType,
        kind: null,
        hints: { ...hints, url: current.href },
        locator: current.href,
      };
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
    refuseLiteralAddress(url, this.#options.allowPrivate);
    return url;
  }

  /** One host at a time: whoever comes too early waits in the queue, not here, so a slow host costs the others nothing. */
  #takeTurn(url: URL, robotsDelayMs: number): void {
    const now = Date.now();
    const free = this.#free.get(url.host) ?? 0;
    if (free > now) throw new ThrottledError(`${url.host}: its turn comes in ${free - now} ms`, free - now);
    this.#free.set(url.host, now + Math.max(this.#options.hostDelayMs, robotsDelayMs));
    if (this.#free.size > 10_000) for (const [host, at] of this.#free) if (at < now) this.#free.delete(host);
  }

  async #request(
    url: URL,
    bytesMax: number,
    signal: AbortSignal,
  ): Promise<{ bytes: Uint8Array; contentType: string | null; location: string | null }> {
    const response = await request(url, {
      dispatcher: this.#agent,
      signal,
      headers: { "user-agent": this.#options.userAgent, accept: "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1" },
    }).catch((cause: Error) => {
      if (cause instanceof AddressRefusedError) throw cause;
      throw new TransientError(`${url.href}: ${cause.message}`, { cause });
    });
    const { statusCode, headers, body } = response;
    const discard = () => body.dump().catch(() => {});
    if (statusCode >= 300 && statusCode < 400 && typeof headers.location === "string") {
      await discard();
      return { bytes: new Uint8Array(), contentType: null, location: headers.location };
    }
    if (statusCode === 429 || statusCode === 503) {
      await discard();
      const waitMs = retryAfterMs(headers["retry-after"]);
      this.#free.set(url.host, Date.now() + waitMs);
      throw new ThrottledError(`${url.href}: HTTP ${statusCode}`, waitMs);
    }
    if (statusCode >= 500) {
      await discard();
      throw new TransientError(`${url.href}: HTTP ${statusCode}`);
    }
    if (statusCode !== 200) {
      await discard();
      throw new HttpRefusedError(`${url.href}: HTTP ${statusCode}`);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > bytesMax) {
        body.destroy();
        throw new BodyTooLargeError(`${url.href}: more than the ${bytesMax} bytes accepted (WIREFOLD_BODY_BYTES_MAX)`);
      }
      chunks.push(chunk);
    }
    const contentType = headers["content-type"];
    return { bytes: Buffer.concat(chunks), contentType: typeof contentType === "string" ? contentType : null, location: null };
  }

  /** RFC 9309, section 2.3: unavailable (4xx) allows all; unreachable (5xx, no answer) disallows all until it answers. */
  async #robotsOf(url: URL, signal: AbortSignal): Promise<{ allows: (url: string) => boolean; delayMs: number }> {
    const kept = this.#robots.get(url.origin);
    if (kept !== undefined && Date.now() - kept.at < robotsKeptMs) return kept;
    let current = new URL("/robots.txt", url);
    let rules = { at: Date.now(), allows: (_: string) => true, delayMs: 0 };
    try {
      for (let hop = 0; hop < 5; hop += 1) {
        const answer = await this.#request(current, robotsBytesMax, signal);
        if (answer.location !== null) {
          current = this.#parse(new URL(answer.location, current).href);
          continue;
        }
        const robots = robotsParser(new URL("/robots.txt", url).href, new TextDecoder().decode(answer.bytes));
        const agent = this.#options.userAgent.split("/")[0]!;
        const delayMs = Math.min(30_000, (robots.getCrawlDelay(agent) ?? 0) * 1000);
        rules = { at: Date.now(), allows: (href) => robots.isAllowed(href, agent) !== false, delayMs };
        break;
      }
    } catch (error) {
      // A refused address is the URL's own fault; a missing or oversized robots.txt forbids nothing.
      if (!(error instanceof HttpRefusedError || error instanceof BodyTooLargeError)) throw error;
    }
    if (this.#robots.size > 10_000) this.#robots.clear();
    this.#robots.set(url.origin, rules);
    return rules;
  }
}

/** RFC 9110, section 10.2.3: seconds or a date. Bounded, so no host can park a document for a year. */
export function retryAfterMs(header: string | string[] | undefined, now: number = Date.now()): number {
  const text = Array.isArray(header) ? header[0] : header;
  const seconds = Number(text);
  const waitMs = text === undefined ? 30_000 : Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - now;
  return Math.min(3_600_000, Math.max(1000, Number.isFinite(waitMs) ? waitMs : 30_000));
}
