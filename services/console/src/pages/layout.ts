import { createHash } from "node:crypto";
import { parseUrl } from "@wirefold/core";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { Caller } from "../access/authenticate.ts";
import { STYLE } from "./style.ts";

export type Markup = ReturnType<typeof html>;

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Our one style by hash, scripts and requests from ourselves, and nothing else: markup from an article could do nothing even if it slipped in. */
export const PAGE_POLICY = `default-src 'none'; style-src 'self' ${hash(STYLE)}; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

const PLACES = [
  ["/", "Pipeline"],
  ["/documents", "Documents"],
  ["/stories", "Stories"],
  ["/quarantine", "Quarantine"],
  ["/sources", "Sources"],
  ["/runs", "Runs"],
  ["/workers", "Workers"],
  ["/activity", "Activity"],
  ["/queues/", "Queues"],
] as const;

/** A page, without what stands around every page. */
export interface PageParts {
  readonly title: string;
  /** Which of the places this page is, for the navigation. */
  readonly place?: string;
  readonly query?: string;
  readonly body: Markup;
}

declare module "hono" {
  interface ContextVariableMap {
    /** The stages that are paused now; a page says so wherever one is. */
    paused: () => Promise<readonly string[]>;
  }
}

/** Answers with a page. */
export async function showPage(c: Context, parts: PageParts, status: 200 | 400 | 401 | 403 | 404 | 500 | 503 = 200) {
  const caller = c.get("caller") ?? null;
  const paused = caller === null ? [] : ((await c.get("paused")?.()) ?? []);
  c.header("content-security-policy", PAGE_POLICY);
  return c.html(frame(parts, caller, paused), status);
}

function frame({ title, place, query = "", body }: PageParts, caller: Caller | null, paused: readonly string[]): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Wirefold console</title>
<style>${raw(STYLE)}</style>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/uplot.css">
<script src="/assets/uplot.js" defer></script>
<script src="/assets/console.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="mast"><div><span class="brand"><a href="/">Wirefold</a></span>
${
  caller === null
    ? ""
    : html`<nav aria-label="Console">${PLACES.map(([href, name]) => (href === place ? html`<a href="${href}" aria-current="page">${name}</a>` : html`<a href="${href}">${name}</a>`))}</nav>
<form action="/find" role="search"><input name="q" value="${plain(query)}" aria-label="Find a document or story" placeholder="Document, URL, path or headline"><button>Find</button></form>`
}</div></header>
<main id="main" tabindex="-1">${
    paused.length === 0 || place === "/"
      ? ""
      : html`<p class="alarm" role="status">Paused: <a href="/">${paused.join(", ")}</a>. Work for ${paused.length === 1 ? "this stage" : "these stages"} waits.</p>`
  }${body}</main>
<footer class="foot">${
    caller === null
      ? "Every figure is read from the ledger; queues only wake workers."
      : html`<form method="post" action="/logout">${plain(caller.name, 80)}, ${caller.role}${caller.role === "admin" ? html` · <a href="/tokens">Tokens</a>` : ""} · <a href="/metrics">Metrics</a> · <a href="/api/v1/openapi.json">API</a> ${caller.by === "cookie" ? html`<button>Log out</button>` : ""}</form>`
  }</footer>
</body>
</html>`;
}

// Controls that reorder or hide their neighbours, NUL and the like; tab and newline stay.
const UNSAFE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text from outside as a reader may safely see it. Escaping for markup is the template's. */
export function plain(text: string, length = 2000): string {
  const safe = text
    .replace(UNSAFE, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return safe.length <= length ? safe : `${safe.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

export const formatCount = (n: number): string => n.toLocaleString("en");

/** "0.4 ms", "38 ms", "2.1 s", "3 min", "2 h". */
export function formatMs(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return formatSeconds(ms / 1000);
}

export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return "stands still";
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}

/** "12 s", "5 min", "3 h", "4 d". */
export function formatAgo(seconds: number): string {
  return seconds < 172_800 ? formatSeconds(Math.max(0, seconds)) : `${Math.round(seconds / 86_400)} d`;
}

export const formatTime = (at: Date): string => at.toISOString().slice(0, 19).replace("T", " ");

/** A link target from outside, or null when it is not plain http(s). */
export function safeUrl(url: string | null): string | null {
  const address = url === null || url.length > 2048 ? null : parseUrl(url);
  return address?.protocol === "https:" || address?.protocol === "http:" ? address.href : null;
}
