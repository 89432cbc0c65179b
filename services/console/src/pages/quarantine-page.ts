import type { QuarantineGroup, ReplayRun } from "@wirefold/store";
import { html } from "hono/html";
import { documentsHref } from "./document-list-page.ts";
import { formatCount, formatTime, type Markup, type PageParts, plain } from "./layout.ts";
import { lever, listTable } from "./table.ts";

export interface QuarantinePageInput {
  readonly groups: readonly QuarantineGroup[];
  readonly replays: readonly ReplayRun[];
  readonly mayOperate: boolean;
}

/** What no stage could process, by cause: one cause is usually one thing to mend. */
export function quarantinePage({ groups, replays, mayOperate }: QuarantinePageInput): PageParts {
  const all = groups.reduce((sum, group) => sum + group.count, 0);
  return {
    title: "Quarantine",
    place: "/quarantine",
    body: html`<h1>Quarantine</h1>
${replays.length === 0 ? "" : html`<div data-live="replays">${replayList(replays, mayOperate)}</div>`}
${
  groups.length === 0
    ? html`<p class="good">Empty: no document was given up.</p>`
    : html`<p class="soft">${formatCount(all)} ${all === 1 ? "document" : "documents"} no stage could process, ${formatCount(groups.length)} ${groups.length === 1 ? "cause" : "causes"}. They keep their place: mend the cause, then replay them here or with <code>wirefold replay</code>.</p>
${mayOperate ? html`<p>${replayLink(`Replay all ${formatCount(all)}`, {})}</p>` : ""}
${groups.map((group) => cause(group, mayOperate))}`
}`,
  };
}

function cause(group: QuarantineGroup, mayOperate: boolean): Markup {
  const { code, message, stages, count, replayable, first, last, examples } = group;
  return html`<section class="cause"><h2><a href="${documentsHref({ disposition: "quarantined", reason: code })}">${formatCount(count)}</a> × <code>${plain(code, 80)}</code></h2>
<p><bdi>${plain(message, 400)}</bdi></p>
<p class="soft">in ${stages.join(", ")} · ${count === 1 ? formatTime(last) : html`${formatTime(first)} to ${formatTime(last)}`} UTC${replayable < count ? html` · <span class="warn">${formatCount(count - replayable)} cannot be replayed: what they were made from is gone, ingest them again</span>` : ""}</p>
<ul>${examples.map(
    (example) =>
      html`<li><a href="/documents/${encodeURIComponent(example.subject)}"><bdi>${plain(example.locator, 160)}</bdi></a>${mayOperate ? html` ${replayLink("replay it", { document: example.subject })}` : ""}${example.message === null || example.message === message ? "" : html`<br><span class="fine"><bdi>${plain(example.message, 300)}</bdi></span>`}</li>`,
  )}${count > examples.length ? html`<li class="soft">and ${formatCount(count - examples.length)} more</li>` : ""}</ul>
${mayOperate && replayable > 0 ? html`<p>${replayLink(`Replay these ${formatCount(replayable)}`, { code, cause: group.cause })}</p>` : ""}</section>`;
}

/** A cause without the mark that stands for the place at its beginning, which every document has of its own. */
const causeText = (message: string): string => message.replace(/^…[,:]?\s+/u, "");

/** A replay is looked at before it is ordered. */
function replayLink(name: string, filter: Readonly<Record<string, string>>): Markup {
  return html`<a class="button" href="/quarantine/replay?${new URLSearchParams(filter).toString()}">${name}</a>`;
}

function replayList(replays: readonly ReplayRun[], mayOperate: boolean): Markup {
  return html`<h2>Replays</h2>${listTable(
    "Replays",
    [
      { name: "What" },
      { name: "State" },
      { name: "Owed again", num: true },
      { name: "Rate", num: true },
      { name: "By" },
      { name: "Begun (UTC)" },
      { name: "Control", hidden: true },
    ],
    replays.map((run) => [
      plain(run.filter.document ?? [run.filter.code, causeText(run.filter.cause ?? "")].filter(Boolean).join(": "), 120) || "all",
      run.error === null ? run.state : html`<span class="bad">${plain(run.error, 200)}</span>`,
      `${formatCount(run.moved)} of ${formatCount(run.documents)}`,
      run.perSecond === null ? "–" : `${run.perSecond}/s`,
      plain(run.startedBy, 80),
      html`<time>${formatTime(run.startedAt)}</time>`,
      mayOperate && run.state === "running" ? lever(`/replays/${run.id}/cancel`, "Cancel", run.id) : "",
    ]),
  )}`;
}

export interface ReplayPreviewInput {
  readonly filter: Readonly<Record<string, string>>;
  readonly stages: readonly { readonly stage: string; readonly count: number }[];
}

/** What a replay would take, before it is ordered. */
export function replayPreviewPage({ filter, stages }: ReplayPreviewInput): PageParts {
  const total = stages.reduce((sum, { count }) => sum + count, 0);
  const names = Object.entries(filter);
  return {
    title: "Replay",
    place: "/quarantine",
    body: html`<h1>${total === 0 ? "Nothing to replay" : `Replay ${formatCount(total)} ${total === 1 ? "document" : "documents"}?`}</h1>
${names.length === 0 ? html`<p>Everything that is quarantined.</p>` : html`<dl class="facts">${names.map(([name, value]) => html`<dt>${name}</dt><dd><code>${plain(causeText(value), 400)}</code></dd>`)}</dl>`}
${stages.length === 0 ? "" : html`<p class="soft">${stages.map(({ stage, count }) => `${formatCount(count)} from ${stage} on`).join(", ")}, behind live work, with all their attempts before them. What fails again is quarantined again.</p>`}
${total === 0 ? "" : html`<form class="filter" method="post" action="/quarantine/replay">${names.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<label>At most, a second <input name="per_second" type="number" min="0.1" max="100000" step="any" inputmode="decimal" placeholder="no limit"></label><button>Replay</button></form>`}
<p><a href="/quarantine">Back to the quarantine</a></p>`,
  };
}
