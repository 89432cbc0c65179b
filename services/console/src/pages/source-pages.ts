import type { PollRow, SiteLimit } from "@wirefold/store";
import { html } from "hono/html";
import type { SourceHealth, SourceView } from "../views/source-view.ts";
import {
  formatAgo,
  formatCount,
  formatMs,
  formatSeconds,
  formatTime,
  type Markup,
  type PageParts,
  plain,
  safeUrl,
} from "./layout.ts";
import { lever, listTable } from "./table.ts";

const TONE: Readonly<Record<SourceHealth, string>> = {
  new: "soft",
  ok: "good",
  failing: "bad",
  silent: "bad",
  paused: "warn",
  gone: "bad",
};

export interface SourceListInput {
  readonly sources: readonly SourceView[];
  readonly limits: readonly SiteLimit[];
  readonly now: number;
  readonly mayOperate: boolean;
  /** Why what was just asked for was not done. */
  readonly trouble?: string | undefined;
}

/** Every feed, sitemap and page that is polled; those in trouble first. */
export function sourceListPage({ sources, limits, now, mayOperate, trouble }: SourceListInput): PageParts {
  const bad = sources.filter(({ health }) => TONE[health] === "bad").length;
  return {
    title: "Sources",
    place: "/sources",
    body: html`<h1>Sources</h1>
${trouble === undefined ? "" : html`<p class="alarm" role="alert">${plain(trouble, 400)}</p>`}
<p class="soft">${formatCount(sources.length)} ${sources.length === 1 ? "source" : "sources"}${bad > 0 ? html`, <span class="bad">${formatCount(bad)} failing or silent</span>` : ""}. Fetch workers poll them.</p>
${mayOperate ? html`<form class="filter" method="post" action="/sources"><label>Feed, sitemap or page <input name="url" type="url" required placeholder="https://news.example/rss.xml"></label><button>Add</button></form>` : ""}
${
  sources.length === 0
    ? html`<p>No source yet. Add a feed, a sitemap, or a home page: a page gives way to the feeds it names.</p>`
    : listTable(
        "Sources",
        [
          { name: "Source" },
          { name: "Health" },
          { name: "Last day", num: true },
          { name: "Expected a day", num: true },
          { name: "Asked" },
          { name: "Every", num: true },
          { name: "Control", hidden: true },
        ],
        sources.map((source) => [
          html`<a href="/sources/${encodeURIComponent(source.id)}"><bdi>${plain(source.title ?? source.url, 120)}</bdi></a>`,
          healthOf(source, now),
          formatCount(source.documentsLastDay),
          expected(source),
          source.polledAt === null ? "never" : `${formatAgo((now - source.polledAt.getTime()) / 1000)} ago`,
          formatSeconds(source.intervalSeconds),
          mayOperate ? pauseLever(source) : "",
        ]),
      )
}
${limitSection(limits, mayOperate)}`,
  };
}

/** Sites that are visited otherwise than the rest. */
function limitSection(limits: readonly SiteLimit[], mayOperate: boolean): Markup {
  return html`<h2>Sites with a rate of their own</h2>
${
  limits.length === 0
    ? html`<p class="soft">None: every site is visited as the settings say, and slower where it asks for it.</p>`
    : listTable(
        "Sites with a rate of their own",
        [
          { name: "Site" },
          { name: "Visits at one time", num: true },
          { name: "Between two", num: true },
          { name: "Set by" },
          { name: "Set (UTC)" },
          { name: "Control", hidden: true },
        ],
        limits.map(({ site, places, delayMs, setBy, setAt }) => [
          html`<bdi>${plain(site, 253)}</bdi>`,
          places === null ? "as others" : formatCount(places),
          delayMs === null ? "as others" : formatMs(delayMs),
          plain(setBy, 80),
          formatTime(setAt),
          mayOperate ? lever("/sites/limit", "Lift", `the limit of ${site}`, { site }) : "",
        ]),
      )
}
${mayOperate ? html`<form class="filter" method="post" action="/sites/limit"><label>Site <input name="site" required placeholder="news.example"></label><label>Visits at one time <input class="short" name="places" type="number" min="1" max="9999" inputmode="numeric" placeholder="as others"></label><label>Milliseconds between two <input class="short" name="delay_ms" type="number" min="0" max="9999999" inputmode="numeric" placeholder="as others"></label><button>Set</button></form>` : ""}`;
}

function pauseLever({ id, state, title, url }: SourceView): Markup {
  const verb = state === "paused" ? "resume" : "pause";
  return lever(`/sources/${encodeURIComponent(id)}/${verb}`, verb === "pause" ? "Pause" : "Resume", plain(title ?? url, 80));
}

function healthOf(source: SourceView, now: number): Markup {
  const { health, silentSince, documentAt, addedAt, failures } = source;
  const more =
    health === "silent" && silentSince !== null
      ? ` for ${formatAgo((now - (documentAt ?? addedAt).getTime()) / 1000)}`
      : health === "failing"
        ? ` ${formatCount(failures)}×`
        : "";
  return html`<span class="${TONE[health]}">${health}${more}</span>`;
}

const expected = ({ dailyDocuments }: SourceView): string =>
  dailyDocuments === null ? "–" : dailyDocuments < 10 ? dailyDocuments.toFixed(1) : formatCount(Math.round(dailyDocuments));

export interface SourcePageInput {
  readonly source: SourceView;
  readonly polls: readonly PollRow[];
  readonly now: number;
  readonly mayOperate: boolean;
  readonly mayRemove: boolean;
}

/** One source: its health, its volume, its last polls. */
export function sourcePage({ source, polls, now, mayOperate, mayRemove }: SourcePageInput): PageParts {
  const { id, url, title, kind, lastError } = source;
  const path = `/sources/${encodeURIComponent(id)}`;
  const address = safeUrl(url);
  return {
    title: plain(title ?? url, 120),
    place: "/sources",
    body: html`<p><a href="/sources">All sources</a></p><h1><bdi>${plain(title ?? url, 200)}</bdi></h1>
<div data-live="source"><p>${healthOf(source, now)}${lastError === null ? "" : html` <span class="soft"><bdi>${plain(lastError, 300)}</bdi></span>`}</p>
<dl class="facts"><dt>Address</dt><dd>${address === null ? plain(url) : html`<a href="${address}" rel="noreferrer noopener">${plain(url)}</a>`}</dd><dt>Kind</dt><dd>${kind}</dd><dt>Documents</dt><dd>${formatCount(source.documentsLastDay)} in the last day, ${expected(source)} a day expected, <a href="/documents?run=${encodeURIComponent(`source-${id}`)}">${formatCount(source.documentsSeen)} in all</a></dd><dt>Asked</dt><dd>every ${formatSeconds(source.intervalSeconds)}${source.intervalFixed ? ", fixed" : ", as it changes"}; next ${formatTime(source.nextPollAt)} UTC</dd><dt>Added</dt><dd>${formatTime(source.addedAt)} UTC</dd></dl>
${mayOperate ? html`<div class="levers">${lever(`${path}/check`, "Ask now", "this source")}${pauseLever(source)}${mayRemove ? lever(`${path}/remove`, "Forget", "this source; its documents stay") : ""}</div>` : ""}
<h2>Last polls</h2>
${
  polls.length === 0
    ? html`<p>It was not asked yet.</p>`
    : listTable(
        "Last polls",
        [
          { name: "Asked (UTC)" },
          { name: "Answer" },
          { name: "Listed", num: true },
          { name: "New", num: true },
          { name: "Took", num: true },
          { name: "Why" },
        ],
        polls.map((poll) => [
          formatTime(poll.at),
          html`<span class="${poll.outcome === "failed" ? "bad" : ""}">${poll.outcome}</span>`,
          formatCount(poll.listed),
          formatCount(poll.fresh),
          formatMs(poll.durationMs),
          poll.message === null ? "" : html`<bdi>${plain(poll.message, 300)}</bdi>`,
        ]),
      )
}</div>`,
  };
}
