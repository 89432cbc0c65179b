import { timingSafeEqual } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { parseUrl, sha256 } from "@wirefold/core";
import type { AccessTokens, Role } from "@wirefold/store";
import type { Log } from "@wirefold/telemetry";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { isApi, problem } from "../api/problem.ts";
import { showPage } from "../pages/layout.ts";
import { loginPage } from "../pages/login-page.ts";
import { allows, neededRole } from "./roles.ts";
import type { TrustedProxy } from "./trusted-proxy.ts";

/** Who asks. */
export interface Caller {
  readonly name: string;
  readonly role: Role;
  /** How that is known. Only a browser sends a cookie, or comes by a proxy, without its user meaning to. */
  readonly by: "bearer" | "cookie" | "proxy";
  /** The address at the other end of the connection. */
  readonly from: string | null;
}

declare module "hono" {
  interface ContextVariableMap {
    caller: Caller | null;
  }
}

export interface AccessOptions {
  /** The installation's own token, which is an administrator's; none where people come by tokens of their own or by a proxy. */
  readonly token?: string | undefined;
  readonly tokens: Pick<AccessTokens, "find">;
  readonly proxy?: TrustedProxy | undefined;
  readonly log: Log;
}

/** Cookies know no ports, so two consoles on one host would log each other out. */
export const cookieName = (c: Context): string => `wirefold-${new URL(c.req.url).port || "80"}`;
const SESSION_SECONDS = 30 * 86_400;

/** Finds out who asks, and whether they may. What needs no role passes; what needs one is answered 401 or 403. */
export function authenticate({ token: own, tokens, proxy, log }: AccessOptions): MiddlewareHandler {
  const ownHash = own === undefined ? null : Buffer.from(sha256(own));
  const holderOf = async (token: string): Promise<{ readonly name: string; readonly role: Role } | null> => {
    if (token === "" || token.length > 512) return null;
    // The installation's own token works while the database does not.
    if (ownHash !== null && timingSafeEqual(ownHash, Buffer.from(sha256(token)))) return { name: "owner", role: "admin" };
    return tokens.find(token);
  };
  return async (c, next) => {
    const needed = neededRole(c.req.method, c.req.path);
    const from = addressOf(c);
    c.set("caller", null);

    // A token in the address lets a browser in once; it is then kept where no history and no log shows it.
    const offered = await offeredToken(c);
    if (offered !== null) {
      const holder = await holderOf(offered.token);
      if (holder !== null) {
        keepToken(c, offered.token);
        return c.redirect(offered.target, 303);
      }
      log.warn({ path: c.req.path.slice(0, 200), from }, "log-in-refused");
      return showPage(c, loginPage({ target: offered.target, refused: true }), 401);
    }
    if (needed === null) return next();

    const bearer = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    const cookie = getCookie(c, cookieName(c));
    const user = proxy?.user(from ?? undefined, (name) => c.req.header(name)) ?? null;
    const caller = bearer
      ? callerOf(await holderOf(bearer), "bearer", from)
      : (callerOf(cookie ? await holderOf(cookie) : null, "cookie", from) ?? callerOf(user, "proxy", from));
    if (caller === null) return refuse(c, 401, "Log in first", "Give a token: Authorization: Bearer <token>.");
    c.set("caller", caller);
    if (!allows(caller.role, needed))
      return refuse(c, 403, "Not allowed", `This takes the role ${needed}; ${caller.name} is ${caller.role}.`);
    return next();
  };
}

function callerOf(
  holder: { readonly name: string; readonly role: Role } | null,
  by: Caller["by"],
  from: string | null,
): Caller | null {
  return holder === null ? null : { name: holder.name, role: holder.role, by, from };
}

/** A token given to come in with: in the address of a page, or typed into the log-in form. */
async function offeredToken(c: Context): Promise<{ readonly token: string; readonly target: string } | null> {
  if (c.req.method === "POST" && c.req.path === "/login") {
    const { token, target } = await c.req.parseBody();
    return { token: typeof token === "string" ? token.trim() : "", target: localPath(typeof target === "string" ? target : "/") };
  }
  const url = new URL(c.req.url);
  const token = url.searchParams.get("token");
  if (c.req.method !== "GET" || token === null || isApi(c)) return null;
  url.searchParams.delete("token");
  return { token, target: localPath(`${url.pathname}${url.search}`) };
}

/** A place on this console and nowhere else: `//elsewhere.example` and `/\elsewhere.example` are other hosts to a browser. */
function localPath(typed: string): string {
  return /^\/(?![/\\])/.test(typed) && parseUrl(typed, "http://console.invalid") !== null ? typed : "/";
}

/** Lax, so that a link in a message leads into the console; changes ask for the page's own origin besides. */
function keepToken(c: Context, token: string): void {
  setCookie(c, cookieName(c), token, { httpOnly: true, sameSite: "Lax", path: "/", maxAge: SESSION_SECONDS, secure: isHttps(c) });
}

const isHttps = (c: Context): boolean =>
  new URL(c.req.url).protocol === "https:" || c.req.header("x-forwarded-proto") === "https";

function refuse(c: Context, status: 401 | 403, title: string, detail: string) {
  if (status === 401) c.header("www-authenticate", 'Bearer realm="wirefold"');
  if (isApi(c)) return problem(c, status, title, detail);
  return showPage(
    c,
    status === 401
      ? loginPage({ target: c.req.method === "GET" ? localPath(pathAndQuery(c)) : "/", refused: false })
      : loginPage({ target: "/", refused: false, detail }),
    status,
  );
}

function pathAndQuery(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
}

function addressOf(c: Context): string | null {
  try {
    return getConnInfo(c).remote.address ?? null;
  } catch {
    return null; // No socket: a request made within the process.
  }
}
