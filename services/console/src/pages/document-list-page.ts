import { stageNames } from "@wirefold/core";
import type { FindFilter, FoundSubject } from "@wirefold/store";
import { html } from "hono/html";
import { formatCount, formatTime, type Markup, page, plain } from "./layout.ts";

/** What the page was asked, as it stands in its address. */
export interface DocumentQuery {
  readonly q?: string;
  readonly stage?: string;
  readonly disposition?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly run?: string;
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
  return {
    ...(query.q ? { text: query.q } : {}),
    ...(stage ? { stage } : {}),
    ...(disposition ? { disposition } : {}),
    ...(query.reason ? { reason: query.reason } : {}),
    ...(query.message ? { message: query.message } : {}),
    ...(query.run ? { runId: query.run } : {}),
  };
}

/** Documents that answer a query, newest first. */
export function documentListPage(query: DocumentQuery, found: readonly FoundSubject[], limit: number): Markup {
  const choice = (name: string, label: string, values: readonly string[], chosen: string | undefined) =>
    html`<label>${label} <select name="${name}"><option value="">any</option>${values.map((value) => (value === chosen ? html`<option selected>${value}</option>` : html`<option>${value}</option>`))}</select></label>`;
  return page({
    title: "Documents",
    place: "/documents",
    body: html`<h1>Documents</h1>
<form class="filter" action="/documents"><label>Words <input name="q" value="${plain(query.q ?? "")}" placeholder="title, URL, path, outlet, id"></label>${choice("stage", "Stage", stageNames, query.stage)}${choice("disposition", "Left as", DISPOSITIONS, query.disposition)}<label>Reason <input name="reason" value="${plain(query.reason ?? "")}"></label><label>Error says <input name="message" value="${plain(query.message ?? "")}"></label><label>Run <input name="run" value="${plain(query.run ?? "")}"></label><button>Find</button></form>
${
  found.length === 0
    ? html`<p>Nothing like that is stored.</p>`
    : html`<p class="soft">${found.length < limit ? html`${formatCount(found.length)} found, newest first` : html`The newest ${formatCount(limit)}; narrow the search to see others`}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Documents"><table><thead><tr><th scope="col">Document</th><th scope="col">Outlet</th><th scope="col">Stage</th><th scope="col">Left as</th><th scope="col">Why</th><th scope="col">Recorded (UTC)</th></tr></thead><tbody>${found.map(row)}</tbody></table></div>`
}`,
  });
}

function row(one: FoundSubject): Markup {
  const name = one.title ?? one.url ?? one.locator;
  const why = [one.reason, one.message?.split("\n", 1)[0]].filter(Boolean).join(": ");
  return html`<tr><th scope="row"><a href="/documents/${encodeURIComponent(one.id)}"><bdi>${plain(name, 160)}</bdi></a></th><td>${plain(one.outlet ?? "–", 60)}</td><td>${one.stage ?? "–"}</td><td>${one.removedAt === null ? (one.disposition ?? "–") : "taken down"}</td><td>${plain(why, 160)}</td><td>${formatTime(one.createdAt)}</td></tr>`;
}
