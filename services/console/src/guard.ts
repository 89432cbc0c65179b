import { parseUrl } from "@wirefold/core";
import type { Log } from "@wirefold/telemetry";
import type { MiddlewareHandler } from "hono";

/** The names a console at loopback goes by. */
export const LOOPBACK_NAMES: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/**
 * A Host header's name without its port, in lower case: "[::1]:8088" -> "[::1]". Null for what is no host.
 */
export function hostName(header: string | undefined): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(header ?? "");
  return match?.[1]?.toLowerCase() ?? null;
}

/**
 * Answers only requests that call the console by one of its names. A page on the web can make a browser send requests to 127.0.0.1 under a
 * name of its own that it lets resolve there (DNS rebinding), and would then read the answers as its own; the Host header gives it away.
 */
export function requireKnownHost(names: readonly string[], log: Log): MiddlewareHandler {
  const known = new Set(names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ""));
  return async (c, next) => {
    const name = hostName(c.req.header("host"));
    if (name === null || !known.has(name)) {
      log.warn({ host: c.req.header("host")?.slice(0, 200), path: c.req.path.slice(0, 200) }, "request-refused");
      return c.text("This console does not go by that name. Add it to WIREFOLD_CONSOLE_NAMES if it should.\n", 421);
    }
    return next();
  };
}

/**
 * Lets a request that changes something pass only when the browser says it comes from a page of this console itself. A form or script on
 * another page bears that page's Origin. A program bears a token in a header instead, which no form and no cookie can.
 */
export function requireSameOrigin(log: Log): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    // A page elsewhere cannot make a browser send this header here without asking first, and it is never told yes.
    if (/^Bearer /i.test(c.req.header("authorization") ?? "")) return next();
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const same = origin !== undefined && parseUrl(origin)?.host === c.req.header("host");
    if (!same || (site !== undefined && site !== "same-origin")) {
      log.warn({ method: c.req.method, origin: origin?.slice(0, 200), path: c.req.path.slice(0, 200) }, "request-refused");
      return c.text("Changes are taken only from this console's own pages.\n", 403);
    }
    return next();
  };
}

/** What every answer says to the browser: guess no types, be framed by nobody, remember nothing, tell nobody else where the reader came from. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const set = (name: string, value: string) => {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
  set("x-content-type-options", "nosniff");
  set("x-frame-options", "DENY");
  // Not "no-referrer": under it a browser calls the origin of this console's own forms "null", and they would be refused.
  set("referrer-policy", "same-origin");
  set("cross-origin-opener-policy", "same-origin");
  set("cross-origin-resource-policy", "same-origin");
  set("cache-control", "no-store");
  set("content-security-policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
};
