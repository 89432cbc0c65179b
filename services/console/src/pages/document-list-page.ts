import { stageNames } from "@wirefold/core";
import type { FindFilter, FoundSubject } from "@wirefold/store";
import { html } from "hono/html";
import { formatCount, formatTime, type PageParts, plain } from "./layout.ts";
import { type Cell, listTable } from "./table.ts";

/** What the page was asked, as it stands in its address. */
export interface DocumentQuery {
  readonly q?: string;
  readonly stage?: string;
  readonly disposition?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly run?: string;
  /** Days: recorded on or after, before. */
  readonly since?: string;
  readonly until?: string;
}

const DISPOSITIONS = ["emitted", "dropped", "quarantined", "pending"] as const;

/** The address of a list of documents; every count links to the documents it counts. */
export function documentsHref(query: DocumentQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? "/documents" : `/documents?${new URLSearchParams(given)}`;
}

/** The filter an address asks for. What is no stage and no way to leave is left out, so an address typed wrong finds more, never an error. */
export function filterOf(query: DocumentQuery): FindFilter {
  const stage = stageNames.find((name) => name === query.stage);
  const disposition = DISPOSITIONS.find((name) => name === query.disposition);
  const [since, until] = [dayOf(query.since), dayOf(query.until)];
  return {
    ...(query.q ? { text: query.q } : {}),
    ...(stage ? { stage } : {}),
    ...(disposition ? { disposition } : {}),
    ...(query.reason ? { reason: query.reason } : {}),
    ...(query.message ? { message: query.message } : {}),
    ...(query.run ? { runId: query.run } : {}),
    ...(since === null ? {} : { since }),
    ...(until === null ? {} : { until }),
  };
}

function dayOf(text: string | undefined): Date | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? new Date(text ?? "") : null;
  return day === null || Number.isNaN(day.getTime()) ? null : day;
}

/** Documents that answer a query, newest first. */
export function documentListPage(query: DocumentQuery, found: readonly FoundSubject[], limit: number): PageParts {
  const choice = (name: string, label: string, values: readonly string[], chosen: string | undefined) =>
    html`<label>${label} <select name="${name}"><option value="">any</option>${values.map((value) => (value === chosen ? html`<option selected>${value}</option>` : html`<option>${value}</option>`))}</select></label>`;
  const hasMore = [query.reason, query.message, query.run, query.since, query.until].some(Boolean);
  return {
    title: "Documents",
    place: "/documents",
    body: html`<h1>Documents</h1>
<form class="filter" action="/documents"><label>Words <input name="q" value="${plain(query.q ?? "")}" placeholder="title, URL, path, outlet, id"></label>${choice("stage", "Stage", stageNames, query.stage)}${choice("disposition", "Left as", DISPOSITIONS, query.disposition)}<details class="more" ${hasMore ? "open" : ""}><summary>More conditions</summary><div class="filter"><label>Reason <input name="reason" value="${plain(query.reason ?? "")}"></label><label>Error says <input name="message" value="${plain(query.message ?? "")}"></label><label>Run <input name="run" value="${plain(query.run ?? "")}"></label><label>Since <input name="since" type="date" value="${plain(query.since ?? "", 10)}"></label><label>Before <input name="until" type="date" value="${plain(query.until ?? "", 10)}"></label></div></details><button>Find</button></form>
${
  found.length === 0
    ? html`<p>Nothing like that is stored.</p>`
    : html`<p class="soft">${found.length < limit ? html`${formatCount(found.length)} found, newest first` : html`The newest ${formatCount(limit)}; narrow the search to see others`}</p>
${listTable(
  "Documents",
  [{ name: "Document" }, { name: "Outlet" }, { name: "Stage" }, { name: "Left as" }, { name: "Why" }, { name: "Recorded (UTC)" }],
  found.map(row),
)}`
}`,
  };
}

function row(one: FoundSubject): Cell[] {
  const name = one.title ?? one.url ?? one.locator;
  const why = [one.reason, one.message?.split("\n", 1)[0]].filter(Boolean).join(": ");
  const left = one.removedAt === null ? (one.disposition ?? "–") : "taken down";
  return [
    html`<a href="/documents/${encodeURIComponent(one.id)}"><bdi>${plain(name, 160)}</bdi></a>`,
    plain(one.outlet ?? "–", 60),
    one.stage ?? "–",
    one.story === null ? left : html`${left}, <a href="/stories/${encodeURIComponent(one.story)}">story</a>`,
    why === "" ? "" : html`<bdi>${plain(why, 160)}</bdi>`,
    formatTime(one.createdAt),
  ];
}
