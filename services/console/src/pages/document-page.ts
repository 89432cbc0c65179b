import type { Removal } from "@wirefold/core";
import type { Revision } from "@wirefold/report";
import type { TimelineRow, Trace } from "@wirefold/store";
import { html } from "hono/html";
import { formatCount, formatMs, formatTime, type Markup, type PageParts, plain, safeUrl } from "./layout.ts";
import { type Cell, listTable } from "./table.ts";

/** A page cannot hold what a hostile document can have removed; the trace command shows all. */
const REMOVED_MAX = 2000;

export interface DocumentPageInput {
  readonly trace: Trace;
  readonly removed: readonly Removal[];
  /** Why what was removed cannot be shown. */
  readonly trouble?: string | undefined;
  /** What its outlet changed between the versions that were stored. */
  readonly revisions: readonly Revision[];
  /** Whether buttons are shown. */
  readonly mayOperate?: boolean;
  readonly mayRemove?: boolean;
}

/** Where one document is, how it came there, and what was cut from it. */
export function documentPage({
  trace,
  removed,
  trouble,
  revisions,
  mayOperate = false,
  mayRemove = false,
}: DocumentPageInput): PageParts {
  const { document } = trace;
  const title = document?.title ?? document?.url ?? trace.locator;
  const url = safeUrl(document?.url ?? trace.locator);
  const last = trace.timeline.at(-1);
  const isQuarantined = trace.owes.length === 0 && last?.disposition === "quarantined";
  const lost = document !== null && trace.owes.length === 0 && last === undefined;
  return {
    title: plain(title, 120),
    body: html`<h1><bdi>${plain(title, 300)}</bdi></h1>
<p>${verdict(trace, last)}${lost ? html`<span class="bad">Nothing is known of it.</span>` : ""}</p>
${isQuarantined && mayOperate ? html`<p><a class="button" href="/quarantine/replay?document=${encodeURIComponent(document?.id ?? trace.locator)}">Replay it</a></p>` : ""}
<dl class="facts">
${document === null ? "" : html`<dt>Document</dt><dd><code>${document.id}</code></dd>`}
${url === null ? "" : html`<dt>Address</dt><dd><a href="${url}" rel="noreferrer noopener">${plain(url)}</a></dd>`}
${url === trace.locator ? "" : html`<dt>Read from</dt><dd><code>${plain(trace.locator)}</code></dd>`}
${fact("Outlet", document?.outlet)}${fact("Published", document?.publishedAt)}${fact("Language", document?.language)}${fact("Wire credit", document?.wireCredit)}
${trace.story === null ? "" : html`<dt>Story</dt><dd><a href="/stories/${encodeURIComponent(trace.story)}"><code>${plain(trace.story, 200)}</code></a>, as ${trace.role ?? "member"} of lineage <code>${plain(trace.lineage ?? "", 200)}</code></dd>`}
</dl>
<h2>Timeline</h2>
${listTable(
  "Timeline",
  [
    { name: "Stage" },
    { name: "Attempt", num: true },
    { name: "Started (UTC)" },
    { name: "Took", num: true },
    { name: "Left as" },
    { name: "Why" },
    { name: "Worker" },
  ],
  [...trace.timeline.map(timelineRow), ...trace.owes.map(owedRow)],
)}
${trace.timeline.length === 0 && trace.owes.length === 0 ? html`<p>No stage has touched it.</p>` : ""}
${trace.versions.length < 2 ? "" : versionList(trace, revisions)}
<h2>Removed by clean${removed.length > 0 ? html` <span class="fine">${formatCount(removed.length)}</span>` : ""}</h2>
${trouble === undefined ? "" : html`<p class="alarm">${plain(trouble)}</p>`}
${
  removed.length === 0
    ? html`<p class="soft">${trouble !== undefined ? "" : trace.removedAt !== null ? "What was is forgotten with the document." : document?.articleHash ? "Nothing was." : "It has not been cleaned."}</p>`
    : html`<ul class="removed">${removed.slice(0, REMOVED_MAX).map(({ reason, text }) => html`<li><code>${plain(reason, 80)}</code><del dir="auto">${plain(text.trim(), 600)}</del></li>`)}</ul>${
        removed.length > REMOVED_MAX
          ? html`<p class="fine">and ${formatCount(removed.length - REMOVED_MAX)} more: <code>wirefold trace ${document?.id} --json</code></p>`
          : ""
      }`
}
${mayRemove && document !== null ? takedownForm(trace, document.id) : ""}`,
  };
}

/** Nothing brings a document back, so it is asked twice. */
function takedownForm({ removedAt }: Trace, id: string): Markup {
  const what = removedAt === null ? "Take this document down" : "Finish its takedown";
  return html`<details class="limit"><summary>${what}</summary><form method="post" action="/documents/${encodeURIComponent(id)}/remove"><p>Out of its story, the comparisons and the stored bodies. When and where it came in stays on record, so the same page is not taken in again. Nothing brings it back.</p><button>${what}</button></form></details>`;
}

function verdict(trace: Trace, last: TimelineRow | undefined): Markup | string {
  if (trace.removedAt !== null)
    return html`<strong>Taken down</strong> ${formatTime(trace.removedAt)} UTC: out of stories, comparisons and stored bodies.`;
  if (trace.owes.length > 0) return html`Still owes <strong>${trace.owes.map((owed) => owed.stage).join(", ")}</strong>.`;
  if (last?.disposition === "quarantined")
    return html`<span class="bad">Quarantined by ${last.stage}</span> for <code>${plain(last.reason ?? "", 200)}</code>.`;
  if (last?.disposition === "dropped")
    return html`<strong>Dropped by ${last.stage}</strong>: <code>${plain(last.reason ?? "", 200)}</code>.`;
  if (trace.story !== null) return html`<span class="good">Ended in a story.</span>`;
  return last === undefined ? "" : html`Left ${last.stage} as ${last.disposition}.`;
}

/** The versions of a page, and what changed from each to the next. */
function versionList(trace: Trace, revisions: readonly Revision[]): Markup {
  return html`<h2>Versions <span class="fine">${formatCount(trace.versions.length)}</span></h2><ul class="removed">${trace.versions.map(
    ({ id, storedAt, title }) => {
      const revision = revisions.find(({ to }) => to === id);
      return html`<li><time datetime="${storedAt.toISOString()}">${formatTime(storedAt)}</time> ${
        id === trace.document?.id
          ? html`<strong>this one</strong>`
          : html`<a href="/documents/${encodeURIComponent(id)}"><code>${id}</code></a>`
      } <bdi>${plain(title ?? "", 300)}</bdi>${revision === undefined ? "" : changesOf(revision)}</li>`;
    },
  )}</ul>`;
}

function changesOf({ title, passages, more }: Revision): Markup {
  return html`${title === null ? "" : html`<p>Title: <del>${plain(title.before, 300)}</del> <ins>${plain(title.after, 300)}</ins></p>`}${passages.map(
    (passage) =>
      html`<p dir="auto">${passage.map(({ is, text }) => (is === "same" ? plain(text, 400) : is === "added" ? html`<ins>${plain(text, 1200)}</ins> ` : html`<del>${plain(text, 1200)}</del> `))}</p>`,
  )}${more === 0 ? "" : html`<p class="fine">and ${formatCount(more)} more paragraphs</p>`}`;
}

function timelineRow(row: TimelineRow): Cell[] {
  const tone =
    row.disposition === "quarantined" || row.disposition === "failed" ? "bad" : row.disposition === "emitted" ? "good" : "warn";
  const message = typeof row.detail?.message === "string" ? row.detail.message : null;
  return [
    row.stage,
    String(row.attempt),
    html`<time datetime="${row.startedAt.toISOString()}">${formatTime(row.startedAt)}</time>`,
    formatMs(row.durationMs),
    html`<span class="${tone}">${row.disposition}</span>`,
    html`${row.reason === null ? html`<span class="soft">${noteOf(row.detail)}</span>` : html`<code>${plain(row.reason, 200)}</code>`}${message === null ? "" : html`<details><summary>${plain(message.split("\n", 1)[0] ?? "", 160)}</summary><pre>${plain(typeof row.detail?.stack === "string" ? row.detail.stack : message, 8000)}</pre></details>`}`,
    html`<span class="fine mono">${plain(row.worker, 120)}</span>`,
  ];
}

function owedRow({ stage, attempts, enqueuedAt }: Trace["owes"][number]): Cell[] {
  return [
    stage,
    String(attempts + 1),
    html`<time datetime="${enqueuedAt.toISOString()}">${formatTime(enqueuedAt)}</time> queued`,
    "",
    html`<span class="warn">owed</span>`,
    html`<span class="soft">waits for a worker</span>`,
    "",
  ];
}

/** What a stage noted of its decision: "blocks 14, removed 30". */
function noteOf(detail: Record<string, unknown> | null): string {
  return Object.entries(detail ?? {})
    .filter(([key, value]) => key !== "stack" && key !== "message" && (typeof value === "number" || typeof value === "string"))
    .map(([key, value]) => plain(`${key.replaceAll("_", " ")} ${value}`, 120))
    .join(", ");
}

function fact(name: string, value: string | null | undefined): Markup | string {
  return value ? html`<dt>${name}</dt><dd><bdi>${plain(value, 300)}</bdi></dd>` : "";
}
