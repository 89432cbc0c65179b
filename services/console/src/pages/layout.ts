import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

export type Markup = ReturnType<typeof html>;

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Our one style and our one script by hash, requests to ourselves, and nothing else: markup from an article could do nothing even if it slipped in. */
export const PAGE_POLICY = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

const PLACES = [
  ["/", "Overview"],
  ["/documents", "Documents"],
  ["/stories", "Stories"],
  ["/quarantine", "Quarantine"],
  ["/queues", "Queues"],
  ["/metrics", "Metrics"],
] as const;

export interface PageParts {
  readonly title: string;
  /** Which of the places this page is, for the navigation. */
  readonly place?: string;
  readonly query?: string;
  readonly body: Markup;
}

export function page({ title, place, query = "", body }: PageParts): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Wirefold console</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="mast"><div><span class="brand"><a href="/">Wirefold</a></span>
<nav aria-label="Console">${PLACES.map(([href, name]) => (href === place ? html`<a href="${href}" aria-current="page">${name}</a>` : html`<a href="${href}">${name}</a>`))}</nav>
<form action="/find" role="search"><input name="q" value="${plain(query)}" aria-label="Find a document or story" placeholder="Document, URL, path or headline"><button>Find</button></form></div></header>
<main id="main" tabindex="-1">${body}</main>
<footer class="foot">Every figure is read from the ledger; queues only wake workers.</footer>
<script>${raw(SCRIPT)}</script>
</body>
</html>`;
}

// Controls that reorder or hide their neighbours, NUL and its kin; tab and newline stay.
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

export const formatTime = (at: Date): string => at.toISOString().slice(0, 19).replace("T", " ");

/** A link target from outside, or null when it is not plain http(s). */
export function safeUrl(url: string | null): string | null {
  if (url === null || url.length > 2048 || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
