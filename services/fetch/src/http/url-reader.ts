import { createHash } from "node:crypto";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { decodeBytes } from "@wirefold/article/decoding";
import { type DocumentHints, ThrottledError, TransientError } from "@wirefold/core";
import {
  canonicalAddress,
  freshSeconds,
  type HubLinks,
  hubLinks,
  type PageDirective,
  type PageSigns,
  type RobotsRules,
  readPageSigns,
  robotsBytesMax,
  type SiteRule,
  siteOf,
} from "@wirefold/sources";
import { HttpRefusedError, RobotsDisallowedError } from "../errors.ts";
import type { Body } from "../fetch-document.ts";
import { isPublicAddress, type MayFetchFrom, refuseLiteralAddress } from "./address-guard.ts";
import { isSilence } from "./connect-error.ts";
import { VisitCookies } from "./cookies.ts";
import { judgeBody, maybeText } from "./judge-body.ts";
import { addressLengthMax } from "./location.ts";
import { findMetaRefresh } from "./meta-refresh.ts";
import { type Answer, all, first, Requester } from "./request-once.ts";
import { RobotsCache, type RobotsStore } from "./robots-cache.ts";
import { memoryTurns, type SiteTurns, type Turn } from "./site-turns.ts";
import type { Archive } from "./warc-archive.ts";

/** Reads the body behind a URL. */
export interface UrlReader {
  /**
   * @param remembered What is known of a page by its canonical address: a page that its server says has not changed, or that
   * still keeps, comes back as a `KnownPage`, without a body.
   */
  read(
    url: string,
    hints: DocumentHints,
    bytesMax: number,
    signal: AbortSignal,
    remembered?: (address: string) => Promise<RememberedPage | null>,
  ): Promise<Body | KnownPage>;
}

/** What is remembered of a page that was read before. */
export interface RememberedPage {
  /** What its server is asked with; empty where what it says of change is not believed, or was not checked for long. */
  readonly conditions: Readonly<Record<string, string>>;
  /** Why it need not be asked for at all; null where it must. */
  readonly known: "fresh" | "just-read" | null;
  /** Why it need not be asked for by who was led to it from another address, such as a shortener's. */
  readonly knownByRedirect: "just-read" | "fresh" | null;
}

/** A page that is as it was when it was stored. */
export interface KnownPage {
  readonly known: "fresh" | "just-read" | "not-modified";
  readonly address: string;
  /** How long its server says it keeps now; null where it does not say, or was not asked. */
  readonly freshSeconds: number | null;
}

/** What a page and its answer say, apart from its text. */
export interface PageVisit {
  /** Where it was read, canonical. */
  readonly address: string;
  readonly signs: PageSigns;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly freshSeconds: number | null;
}

/** A source's body, with what its server says of change. */
export interface PolledBody extends Body {
  /** Nothing has changed; there are no bytes. */
  readonly notModified: boolean;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How long it keeps, as its server says; null where it does not say. */
  readonly freshSeconds: number | null;
  /** Where its changes are announced, as its headers say. */
  readonly links: HubLinks;
}

export interface HttpReaderOptions {
  /** `name/version (+contact)`; the name is what robots.txt knows us by. */
  readonly userAgent: string;
  /** Lets loopback and private networks be fetched from: for tests and intranets. @default false */
  readonly allowPrivate?: boolean;
  /** Judges addresses itself. @default what is public, or all with `allowPrivate` */
  readonly mayFetchFrom?: MayFetchFrom;
  /** Called before the first request to a URL; throws when it must not be made. */
  readonly beforeVisit?: (url: URL) => Promise<void>;
  /** @default turns of this process alone */
  readonly turns?: SiteTurns;
  readonly robots?: RobotsStore;
  /** Keeps every answer as it was received. */
  readonly archive?: Archive;
  /** Called when an answer could not be kept; the document goes on all the same. */
  readonly onArchiveError?: (error: Error) => void;
  /** Wishes of pages that are followed: what bears one is kept in no archive. @default none */
  readonly honour?: readonly PageDirective[];
  readonly redirectsMax?: number;
  /** Requests to one site at a time. @default 1 */
  readonly sitePlaces?: number;
  /** Of single sites, by registrable domain, or host and port. */
  readonly siteRules?: { get(site: string): SiteRule | undefined | Promise<SiteRule | undefined> };
  /** Shortest time between the starts of two visits to one site, in milliseconds. @default 1000 */
  readonly hostDelayMs?: number;
  /** Speaks HTTP/2 with servers that offer it. @default true */
  readonly http2?: boolean;
  /** A certificate authority trusted as well as the system's, in PEM: for tests and intranets. */
  readonly ca?: string;
  /** @default 10_000 */
  readonly connectTimeoutMs?: number;
  /** @default 20_000 */
  readonly silenceMs?: number;
  /** @default 45_000 */
  readonly requestTimeoutMs?: number;
}

/** A turn that is this near is waited for; going back to the queue would take longer. */
const soonMs = 400;
/** How often it is looked whether a site with a request in flight is free again. */
const busyLookMs = 500;
/** A redirect to another site waits here for its turn when that is soon; going back to the queue would start over. */
const hopWaitMsMax = 5000;
/** Bodies that ended too early, remembered to know them again. */
const shortBodiesMax = 5000;

/** A page's head lies within these. */
const headBytes = 256 * 1024;

type EndedVisit = Parameters<Turn["end"]>[0];

/**
 * Reads over HTTP: one visit at a time to a site with a pause between, robots.txt first (RFC 9309), redirects and meta
 * refreshes followed by hand so each hop passes the address guard, cookies kept for the visit, bodies bounded while they
 * stream.
 */
export class HttpReader implements UrlReader {
  readonly #options: HttpReaderOptions & { mayFetchFrom: MayFetchFrom; redirectsMax: number; hostDelayMs: number };
  readonly #requester: Requester;
  readonly #robots: RobotsCache;
  readonly #turns: SiteTurns;
  readonly #shortBodies = new Map<string, string>();
  /** What robots rules know us by. */
  readonly #productToken: string;

  constructor(options: HttpReaderOptions) {
    const mayFetchFrom = options.mayFetchFrom ?? (options.allowPrivate ? () => true : isPublicAddress);
    this.#options = { redirectsMax: 10, hostDelayMs: 1000, ...options, mayFetchFrom };
    this.#requester = new Requester({
      connectTimeoutMs: 10_000,
      silenceMs: 20_000,
      requestTimeoutMs: 45_000,
      ...options,
      mayFetchFrom,
      mayKeep: (answer, address) =>
        (options.honour ?? []).every((wish) => !this.#signsOf(answer, address).directives.includes(wish)),
    });
    this.#productToken = options.userAgent.split("/", 1)[0] ?? "";
    this.#robots = new RobotsCache(this.#productToken, options.robots);
    this.#turns = options.turns ?? memoryTurns();
  }

  read(url: string, hints: DocumentHints, bytesMax: number, signal: AbortSignal): Promise<Body>;
  read(
    url: string,
    hints: DocumentHints,
    bytesMax: number,
    signal: AbortSignal,
    remembered?: (address: string) => Promise<RememberedPage | null>,
  ): Promise<Body | KnownPage>;
  async read(
    url: string,
    hints: DocumentHints,
    bytesMax: number,
    signal: AbortSignal,
    remembered: (address: string) => Promise<RememberedPage | null> = async () => null,
  ): Promise<Body | KnownPage> {
    const visited = await this.#visit(url, bytesMax, signal, async (hop, address) => {
      const page = await remembered(canonicalAddress(address));
      return { headers: page?.conditions ?? {}, known: (hop === 0 ? page?.known : page?.knownByRedirect) ?? null };
    });
    const address = canonicalAddress(visited.address);
    if (visited.known !== null) return { known: visited.known, address, freshSeconds: null };
    const { answer } = visited;
    if (answer.status === 304) return { known: "not-modified", address, freshSeconds: keepsFor(answer) };
    return this.#judged(answer, visited.address, hints);
  }

  /**
   * Reads a source: like `read`, with what the server says of change. A page is as good as a list here.
   *
   * @param headers `If-None-Match`, `If-Modified-Since`.
   */
  async poll(url: string, headers: Readonly<Record<string, string>>, bytesMax: number, signal: AbortSignal): Promise<PolledBody> {
    const visited = await this.#visit(url, bytesMax, signal, async () => ({ headers, known: null }));
    if (visited.known !== null) throw new Error(`${url}: a source is always asked`);
    const { answer, address } = visited;
    const said = {
      notModified: answer.status === 304,
      etag: first(answer.headers.etag),
      lastModified: first(answer.headers["last-modified"]),
      freshSeconds: keepsFor(answer),
      links: hubLinks(all(answer.headers.link), address),
    };
    if (said.notModified) return { ...said, bytes: answer.bytes, contentType: null, kind: null, hints: {}, locator: address };
    return { ...said, ...this.#judged(answer, address, {}) };
  }

  async close(): Promise<void> {
    await this.#requester.close();
  }

  /** Posts a form, to a hub that a feed names: through the address guard, as who we are. @returns the answer's status. */
  async postForm(url: string, form: string, signal: AbortSignal): Promise<number> {
    const target = this.#parse(url);
    await this.#options.beforeVisit?.(target);
    return this.#requester.post(target, form, signal);
  }

  /** The rules of a site, for what is to be found in its robots.txt. */
  async robots(url: string, signal: AbortSignal): Promise<RobotsRules> {
    return this.#robotsOf(this.#parse(url), signal);
  }

  #judged(answer: Answer, address: string, hints: DocumentHints): Body {
    const judged = judgeBody(answer.bytes, answer.contentType);
    if (judged.is === "other") throw new HttpRefusedError(`${address}: ${judged.what} is no article`);
    const own = canonicalAddress(address);
    const { bytes } = answer;
    const body = { bytes, contentType: judged.contentType, hints: { ...hints, url: own }, locator: own };
    if (judged.is !== "article") return { ...body, kind: null, listing: judged.is };
    const signs = this.#signsOf(answer, address);
    const locator = signs.canonical ?? own;
    const visit: PageVisit = {
      address: own,
      signs,
      etag: first(answer.headers.etag),
      lastModified: first(answer.headers["last-modified"]),
      freshSeconds: keepsFor(answer),
    };
    return { ...body, hints: { ...hints, url: locator }, locator, kind: judged.kind, visit };
  }

  /** What is not HTML has headers that speak for it, and no head of its own. */
  #signsOf({ bytes, contentType, headers }: Answer, address: string): PageSigns {
    const begin = bytes.subarray(0, headBytes);
    const head = Buffer.from(begin.subarray(0, 4096)).includes("<") ? decodeBytes(begin, contentType ?? undefined).text : "";
    return readPageSigns(head, address, all(headers["x-robots-tag"]), this.#productToken);
  }

  /**
   * Follows a URL to where its redirects end. A place in flight is held as long as the visit stays with one site, so
   * hops within it follow at once, as a browser's do.
   */
  async #visit(
    url: string,
    bytesMax: number,
    signal: AbortSignal,
    before: (
      hop: number,
      address: string,
    ) => Promise<{ headers: Readonly<Record<string, string>>; known: "fresh" | "just-read" | null }>,
  ): Promise<{ answer: Answer; address: string; known: null } | { known: "fresh" | "just-read"; address: string }> {
    const cookies = new VisitCookies();
    const asked = new Set<string>();
    let current = this.#parse(url);
    let via: string | null = null;
    await this.#options.beforeVisit?.(current);
    let held: { site: string; turn: Turn; startedAt: number; pauseMs: number } | null = null;
    const end = async (outcome: EndedVisit["outcome"], retryAfterMs = 0) => {
      const { turn, startedAt, pauseMs } = held as NonNullable<typeof held>;
      held = null;
      await this.#shared(() => turn.end({ outcome, retryAfterMs, durationMs: Date.now() - startedAt, pauseMs }));
    };
    try {
      for (let hop = 0; hop <= this.#options.redirectsMax; hop += 1) {
        const site = siteOf(current);
        let { headers, known } = await before(hop, current.href);
        if (known !== null) {
          if (held !== null) await end("answered");
          return { known, address: current.href };
        }
        if (held !== null && (held as { site: string }).site !== site) await end("answered");
        if (held === null) {
          const turn = await this.#takeTurn(site, current, hop === 0 ? soonMs : hopWaitMsMax, signal);
          held = { site, turn, startedAt: Date.now(), pauseMs: (await this.#ruleOf(site)).pauseMs };
          // The process that had the turn before may have read this very page.
          ({ headers, known } = await before(hop, current.href));
          if (known !== null) {
            await end("answered");
            return { known, address: current.href };
          }
        }
        const cookie = cookies.headerFor(current.href);
        // The same page with another cookie is another question: that is how cookie walls let a visitor in.
        const question = `${current.href}\n${cookie}`;
        if (asked.has(question)) throw new HttpRefusedError(`${url}: its redirects lead in a circle`);
        asked.add(question);
        const robots = await this.#robotsOf(current, signal);
        held = { ...held, pauseMs: Math.max((await this.#ruleOf(site)).pauseMs, robots.crawlDelaySeconds * 1000) };
        if (!(await robots.allows(current.href, setImmediate)))
          throw new RobotsDisallowedError(`${current.href}: robots.txt disallows it`);
        const answer = await this.#requester.ask(current, {
          bytesMax,
          signal,
          headers: { ...headers, ...(cookie === "" ? {} : { cookie }) },
          ...(via === null ? {} : { via }),
          wanted: maybeText,
        });
        this.#refuseCutBody(current.href, answer);
        cookies.keep(answer.setCookies, current.href);
        const next = answer.location ?? findMetaRefresh(answer.bytes, current.href);
        if (next === null) {
          await end("answered");
          return { answer, address: current.href, known: null };
        }
        via = current.href;
        current = this.#parse(next);
      }
      throw new HttpRefusedError(`${url}: more than ${this.#options.redirectsMax} redirects`);
    } catch (error) {
      if (held === null) throw error;
      const { site } = held as { site: string };
      if (error instanceof ThrottledError) {
        await end("busy", error.retryAfterMs);
        throw new ThrottledError(error.message, error.retryAfterMs, {
          cause: error,
          detail: { site, why: "asked", until: new Date(Date.now() + error.retryAfterMs).toISOString() },
        });
      }
      await end(isSilence(error) ? "silent" : error instanceof TransientError ? "failed" : "answered");
      throw error;
    }
  }

  /** A turn with the site, or a ThrottledError that says when to come back: the document waits in the queue, not here. */
  async #takeTurn(site: string, url: URL, waitMsMax: number, signal: AbortSignal): Promise<Turn> {
    const request = await this.#ruleOf(site);
    // A turn that is near is waited for here; only who goes back to the queue is given a time to come again.
    for (let waitedMs = 0; waitedMs < waitMsMax; ) {
      const answer = await this.#shared(() => this.#turns.take(site, { ...request, probe: true }));
      if (answer.go) return answer;
      // While a request is in flight it may end at any moment, or in half a minute.
      const nearMs = answer.why === "turn" ? Math.max(1, answer.freeInMs ?? busyLookMs) : Number.POSITIVE_INFINITY;
      if (waitedMs + nearMs > waitMsMax) break;
      await sleep(nearMs, undefined, { signal });
      waitedMs += nearMs;
    }
    const answer = await this.#shared(() => this.#turns.take(site, request));
    if (answer.go) return answer;
    const until = new Date(Date.now() + answer.waitMs).toISOString();
    const message = {
      turn: `${site}: its turn comes in ${answer.waitMs} ms`,
      asked: `${site}: asked us to wait until ${until}`,
      silent: `${site}: did not answer several times; asked again at ${until}`,
    }[answer.why];
    throw new ThrottledError(`${url.href}: ${message}`, answer.waitMs, { detail: { site, why: answer.why, until } });
  }

  async #ruleOf(site: string): Promise<{ placesMax: number; pauseMs: number }> {
    const rule = await this.#options.siteRules?.get(site);
    return {
      placesMax: rule?.places ?? this.#options.sitePlaces ?? 1,
      pauseMs: rule?.delayMs ?? this.#options.hostDelayMs,
    };
  }

  /** What all workers share may be out of reach for a moment; no document is at fault. */
  async #shared<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      throw new ThrottledError(`the turns of sites cannot be asked for (${(cause as Error).message})`, 5000, { cause });
    }
  }

  #parse(href: string): URL {
    if (href.length > addressLengthMax)
      throw new HttpRefusedError(
        `${href.slice(0, 100)}…: an address of ${href.length} characters; ${addressLengthMax} are asked for`,
      );
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
   * A body that ended before it said it would is asked for again, unless it is seen to be whole: a page that is closed,
   * or the same bytes as the time before (the server counts wrongly, and will the next time).
   */
  #refuseCutBody(url: string, { bytes, cutShort }: Answer): void {
    if (cutShort === null) return;
    if (/<\/html\s*>\s*(?:<!--[^>]*-->\s*)*$/i.test(Buffer.from(bytes.subarray(-2048)).toString("latin1"))) return;
    const digest = createHash("sha256").update(bytes).digest("base64");
    if (this.#shortBodies.get(url) === digest) return;
    this.#shortBodies.set(url, digest);
    if (this.#shortBodies.size > shortBodiesMax)
      for (const key of this.#shortBodies.keys()) if (this.#shortBodies.delete(key)) break;
    throw new TransientError(`${url}: its body broke off (${cutShort})`);
  }

  /** RFC 9309, section 2.3: unavailable (4xx) allows all; unreachable (5xx, no answer) disallows all until it answers. */
  #robotsOf(url: URL, signal: AbortSignal) {
    return this.#robots.rulesOf(url.origin, async () => {
      let current = new URL("/robots.txt", url);
      const cookies = new VisitCookies();
      for (let hop = 0; hop <= 5; hop += 1) {
        const cookie = cookies.headerFor(current.href);
        const headers = cookie === "" ? {} : { cookie };
        const answer = await this.#requester.ask(current, { bytesMax: robotsBytesMax, beyond: "cut", signal, headers });
        cookies.keep(answer.setCookies, current.href);
        if (answer.location === null) return new TextDecoder().decode(answer.bytes);
        current = this.#parse(answer.location);
      }
      return null;
    });
  }
}

function keepsFor({ headers }: Answer): number | null {
  return freshSeconds({
    cacheControl: all(headers["cache-control"]).join(",") || null,
    expires: first(headers.expires),
    date: first(headers.date),
    age: first(headers.age),
  });
}
