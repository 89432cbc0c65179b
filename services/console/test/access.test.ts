import { SourceStore } from "@wirefold/store";
import type { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { neededRole } from "../src/access/roles.ts";
import { parseRoles, TrustedProxy } from "../src/access/trusted-proxy.ts";
import { consoleApp } from "../src/console-app.ts";
import { proxyOf, readConsoleEnv } from "../src/env.ts";
import { LedgerWatch } from "../src/ledger-watch.ts";
import { openServices } from "../src/services.ts";
import { startConsole } from "../src/start-console.ts";
import { setup } from "./setup.ts";

const RANK = { viewer: 0, operator: 1, admin: 2 } as const;
type Role = keyof typeof RANK;
/** What a caller without a token may ask. A route that is to be open has to be written down here as well. */
const OPEN = new Set([
  "GET /healthz",
  "GET /readyz",
  "GET /metrics",
  "GET /api/drain",
  "GET /assets/:file",
  "GET /api/v1/openapi.json",
  "GET /api/v1/autoscale",
  "GET /api/v1/autoscale/:stage",
]);

/** Every route that answers something, as the router itself knows them. */
function routesOf(app: Hono): string[] {
  const handlers = app.routes.filter(({ method, path }) => method !== "ALL" && !path.includes("*"));
  return [...new Set(handlers.map(({ method, path }) => `${method} ${path}`))].sort();
}

describe("who may do what", () => {
  test("every route, as the router lists them, is closed to callers without a token and open to exactly the roles that need it", async () => {
    await using console = await setup();
    const { database, queue, blobs, log, running } = console;
    const sources = { balance: async () => [], dispositions: async () => [], countStories: async () => 0 };
    const watch = new LedgerWatch(
      {
        ...sources,
        countSources: () => new SourceStore(database).health(),
        oldestOwed: async () => new Map(),
        pausedBy: async () => [],
        keep: async () => {},
        queue,
      },
      running.metrics,
      log,
    );
    const app = consoleApp(openServices({ database, queue, blobs, log, metrics: running.metrics, watch }), {
      names: ["console.test"],
      token: console.token,
    });
    const services = openServices({ database, queue, blobs, log, metrics: running.metrics, watch });
    const tokens: Record<Role, string> = { viewer: "", operator: "", admin: "" };
    for (const role of ["viewer", "operator", "admin"] as const)
      tokens[role] = (await services.tokens.add(`the ${role}`, role, "test")) ?? "";

    const ask = (route: string, headers: Record<string, string>) => {
      const [method = "", pattern = ""] = route.split(" ");
      // A name nobody has: an allowed request then ends in 404 or 400, and changes nothing.
      const path = pattern.replace(/:verb\{([^|}]*)[^}]*\}/g, "$1").replace(/:(\w+)(\{[^}]*\})?\??/g, "nobody");
      const signal = AbortSignal.timeout(5000);
      return app.request(`http://console.test${path}`, {
        method,
        headers: { host: "console.test", origin: "http://console.test", ...headers },
        signal,
      });
    };
    const routes = routesOf(app);
    expect(routes.length).toBeGreaterThan(50);
    for (const route of routes) {
      const isOpen = OPEN.has(route);
      const withoutToken = (await ask(route, {})).status;
      if (isOpen) expect(withoutToken, `${route} without a token`).not.toBe(401);
      else expect(withoutToken, `${route} without a token`).toBe(401);
      if (!isOpen && route !== "POST /login")
        expect((await ask(route, { authorization: "Bearer wrong" })).status, `${route} with a wrong token`).toBe(401);
      if (isOpen || route === "POST /login") continue;
      const [method = "", pattern = ""] = route.split(" ");
      const needed = neededRole(
        method,
        pattern.replace(/:verb\{([^|}]*)[^}]*\}/g, "$1").replace(/:(\w+)(\{[^}]*\})?\??/g, "nobody"),
      );
      // Nothing that changes something is a viewer's, but leaving.
      if (method !== "GET" && route !== "POST /logout") expect(needed, route).not.toBe("viewer");
      for (const role of ["viewer", "operator", "admin"] as const) {
        const response = await ask(route, { authorization: `Bearer ${tokens[role]}` });
        await response.body?.cancel();
        const allowed = needed === null || RANK[role] >= RANK[needed];
        expect(response.status === 403, `${route} for a ${role}`).toBe(!allowed);
        expect(response.status, `${route} for a ${role}`).not.toBe(401);
      }
    }
    await watch.stop();
  });

  test("levers by role: a viewer pauses nothing, an operator removes no source and makes no token", () => {
    expect(neededRole("GET", "/")).toBe("viewer");
    expect(neededRole("POST", "/stages/clean/pause")).toBe("operator");
    expect(neededRole("POST", "/api/v1/stages/clean/pause")).toBe("operator");
    expect(neededRole("PUT", "/queues/api/queues/clean/pause")).toBe("operator");
    expect(neededRole("DELETE", "/api/v1/sources/src-1")).toBe("admin");
    expect(neededRole("DELETE", "/api/v1/sources/src-1/")).toBe("admin");
    expect(neededRole("GET", "/api/v1/tokens")).toBe("admin");
    expect(neededRole("POST", "/tokens/add")).toBe("admin");
    expect(neededRole("GET", "/anything/made/tomorrow")).toBe("viewer");
    expect(neededRole("DELETE", "/anything/made/tomorrow")).toBe("operator");
    expect(neededRole("GET", "/metrics")).toBeNull();
    expect(neededRole("GET", "/metricsandmore")).toBe("viewer");
  });
});

describe("logging in", () => {
  test("the printed address lets a browser in once: the token goes into a cookie and out of the address", async () => {
    await using console = await setup();
    const get = (path: string, cookie = "") => fetch(`${console.url}${path}`, { headers: { cookie }, redirect: "manual" });
    expect((await get("/")).status).toBe(401);
    const entered = await get(`/documents?stage=clean&token=${console.token}`);
    expect(entered.status).toBe(303);
    expect(entered.headers.get("location")).toBe("/documents?stage=clean");
    const cookie = entered.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^wirefold-\d+=/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect((await get("/", cookie.split(";")[0])).status).toBe(200);
    const wrong = await get("/?token=wrong");
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get("set-cookie")).toBeNull();
    expect(await wrong.text()).toContain("No token is like that");
  });

  test("the form does the same, from the console's own page alone, and leads nowhere else", async () => {
    await using console = await setup();
    const login = (then: string, origin = console.url, token = console.token) =>
      fetch(`${console.url}/login`, {
        method: "POST",
        headers: { origin },
        body: new URLSearchParams({ token, target: then }),
        redirect: "manual",
      });
    expect((await login("/stories")).headers.get("location")).toBe("/stories");
    for (const then of ["//elsewhere.example/", "/\\elsewhere.example", "https://elsewhere.example/", "javascript:alert(1)"])
      expect((await login(then)).headers.get("location"), then).toBe("/");
    expect((await login("/", "https://elsewhere.example")).status).toBe(403);
    expect((await login("/", console.url, "wrong")).status).toBe(401);
    const out = await console.post("/logout");
    expect(out.status).toBe(303);
    expect(out.headers.get("set-cookie")).toMatch(/Max-Age=0/);
  });

  test("a token that is removed logs nobody in any more; its use is remembered", async () => {
    await using console = await setup();
    const { token } = (await (await console.send("POST", "/api/v1/tokens", { name: "dana", role: "operator" })).json()) as {
      token: string;
    };
    const me = () => fetch(`${console.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await (await me()).json()).toEqual({ name: "dana", role: "operator" });
    expect((await console.send("POST", "/api/v1/tokens", { name: "dana", role: "viewer" })).status).toBe(409);
    const { rows } = await console.database.query("select hash, used_at from access_token where name = 'dana'");
    expect(rows[0].hash).not.toContain(token);
    expect(rows[0].used_at).not.toBeNull();
    await console.send("DELETE", "/api/v1/tokens/dana");
    expect((await me()).status).toBe(401);
  });

  test("what a role does not allow is refused and written down", async () => {
    await using console = await setup();
    const { token } = (await (await console.send("POST", "/api/v1/tokens", { name: "eye", role: "viewer" })).json()) as {
      token: string;
    };
    const response = await fetch(`${console.url}/api/v1/stages/clean/pause`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(403);
    expect(await console.queue.isPaused("clean")).toBe(false);
    const { activity } = (await (await console.get("/api/v1/activity?actor=eye")).json()) as { activity: object[] };
    expect(activity[0]).toMatchObject({ actor: "eye", role: "viewer", via: "api", outcome: "refused" });
    expect(activity[0]).toHaveProperty("came_from", "127.0.0.1");
  });
});

describe("a proxy that logs people in", () => {
  const proxy = {
    userHeader: "x-forwarded-user",
    groupsHeader: "x-forwarded-groups",
    roles: { ops: "operator", "*": "viewer" },
  } as const;

  test("is believed from its own address alone", async () => {
    await using console = await setup();
    await using trusting = await startConsole({
      ...console,
      port: 0,
      token: undefined,
      proxy: { ...proxy, addresses: ["127.0.0.0/8"] },
    });
    await using wary = await startConsole({
      ...console,
      port: 0,
      token: undefined,
      proxy: { ...proxy, addresses: ["10.0.0.0/8"] },
    });
    const me = (url: string, headers: Record<string, string>) => fetch(`${url}/api/v1/me`, { headers });
    const dana = { "x-forwarded-user": "dana@example.org", "x-forwarded-groups": "staff, ops" };
    expect(await (await me(trusting.url, dana)).json()).toEqual({ name: "dana@example.org", role: "operator" });
    expect(await (await me(trusting.url, { "x-forwarded-user": "eve" })).json()).toEqual({ name: "eve", role: "viewer" });
    expect((await me(trusting.url, {})).status).toBe(401);
    expect((await me(wary.url, { ...dana, "x-forwarded-for": "10.0.0.1" })).status).toBe(401);
  });

  test("its settings are read whole or not at all", () => {
    expect(proxyOf(readConsoleEnv({}))).toBeUndefined();
    expect(() => proxyOf(readConsoleEnv({ WIREFOLD_CONSOLE_USER_HEADER: "x-user" }))).toThrow(/go together/);
    const env = { WIREFOLD_CONSOLE_USER_HEADER: "x-user", WIREFOLD_CONSOLE_PROXIES: "10.0.0.7, fd00::/8" };
    expect(proxyOf(readConsoleEnv({ ...env, WIREFOLD_CONSOLE_ROLES: "admin=leads" }))).toMatchObject({
      roles: { leads: "admin" },
    });
    expect(() => proxyOf(readConsoleEnv({ ...env, WIREFOLD_CONSOLE_PROXIES: "10.0.0.0/40" }))).toThrow(
      /no address and no network/,
    );
    expect(() => proxyOf(readConsoleEnv({ ...env, WIREFOLD_CONSOLE_ROLES: "king=leads" }))).toThrow(/operator=group/);
    expect(() => readConsoleEnv({ WIREFOLD_CONSOLE_TOKEN: "short" })).toThrow(/20 characters/);
    expect(parseRoles("admin=a, viewer=*")).toEqual({ a: "admin", "*": "viewer" });
  });

  test("gives nobody a role whose groups have none, and no name no user", () => {
    const strict = new TrustedProxy({
      userHeader: "x-user",
      groupsHeader: "x-groups",
      addresses: ["::1"],
      roles: { ops: "admin" },
    });
    const user = (headers: Record<string, string>, address = "::1") => strict.user(address, (name) => headers[name]);
    expect(user({ "x-user": "dana", "x-groups": "ops" })).toEqual({ name: "dana", role: "admin" });
    expect(user({ "x-user": "dana", "x-groups": "constructor" })).toBeNull();
    expect(user({ "x-user": "  ", "x-groups": "ops" })).toBeNull();
    expect(user({ "x-user": "dana", "x-groups": "ops" }, "::ffff:127.0.0.1")).toBeNull();
  });
});
