import type { Removal } from "@wirefold/core";
import type { TimelineRow, Trace } from "@wirefold/store";
import { html } from "hono/html";
import { formatCount, formatMs, formatTime, type Markup, page, plain, safeUrl } from "./layout.ts";

/** A page cannot hold what a hostile document can have removed; the trace command shows all. */
const REMOVED_MAX = 2000;

export interface DocumentPageInput {
  readonly trace: Trace;
  readonly removed: readonly Removal[];
  /** Why what was removed cannot be shown. */
  readonly trouble?: string | undefined;
}

/** Where one document is, how it came there, and what was cut from it. */
export function documentPage({ trace, removed, trouble }: DocumentPageInput): Markup {
  const { document } = trace;
  const title = document?.title ?? document?.url ?? trace.locator;
  const url = safeUrl(document?.url ?? trace.locator);
  const last = trace.timeline.at(-1);
  const lost = document !== null && trace.owes.length === 0 && last === undefined;
  return page({
    title: plain(title, 120),
    body: html`<h1><bdi>${plain(title, 300)}</bdi></h1>
<p>${verdict(trace, last)}${lost ? html`<span class="bad">Nothing is known of it.</span>` : ""}</p>
<dl class="facts">
${document === null ? "" : html`<dt>Document</dt><dd><code>${document.id}</code></dd>`}
${url === null ? "" : html`<dt>Address</dt><dd><a href="${url}" rel="noreferrer noopener">${plain(url)}</a></dd>`}
${url === trace.locator ? "" : html`<dt>Read from</dt><dd><code>${plain(trace.locator)}</code></dd>`}
${fact("Outlet", document?.outlet)}${fact("Published", document?.publishedAt)}${fact("Language", document?.language)}${fact("Wire credit", document?.wireCredit)}
${trace.story === null ? "" : html`<dt>Story</dt><dd><a href="/stories/${encodeURIComponent(trace.story)}"><code>${plain(trace.story, 200)}</code></a>, as ${trace.role ?? "member"} of lineage <code>${plain(trace.lineage ?? "", 200)}</code></dd>`}
</dl>
<h2>Timeline</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr><th scope="col">Stage</th><th scope="col" class="num">Attempt</th><th scope="col">Started (UTC)</th><th scope="col" class="num">Took</th><th scope="col">Left as</th><th scope="col">Why</th><th scope="col">Worker</th></tr></thead><tbody>${trace.timeline.map(timelineRow)}${trace.owes.map(
      (owed) =>
        html`<tr><th scope="row">${owed.stage}</th><td class="num">${owed.attempts + 1}</td><td><time datetime="${owed.enqueuedAt.toISOString()}">${formatTime(owed.enqueuedAt)}</time> queued</td><td></td><td class="warn">owed</td><td class="soft">waits for a worker</td><td></td></tr>`,
    )}</tbody></table></div>
${trace.timeline.length === 0 && trace.owes.length === 0 ? html`<p>No stage has touched it.</p>` : ""}
<h2>Removed by clean${removed.length > 0 ? html` <span class="fine">${formatCount(removed.length)}</span>` : ""}</h2>
${trouble === undefined ? "" : html`<p class="alarm">${plain(trouble)}</p>`}
${
  removed.length === 0
    ? html`<p class="soft">${trouble !== undefined ? "" : document?.articleHash ? "Nothing was." : "It has not been cleaned."}</p>`
    : html`<ul class="removed">${removed.slice(0, REMOVED_MAX).map(({ reason, text }) => html`<li><code>${plain(reason, 80)}</code><del dir="auto">${plain(text.trim(), 600)}</del></li>`)}</ul>${
        removed.length > REMOVED_MAX
          ? html`<p class="fine">and ${formatCount(removed.length - REMOVED_MAX)} more: <code>wirefold trace ${document?.id} --json</code></p>`
          : ""
      }`
}`,
  });
}

function verdict(trace: Trace, last: TimelineRow | undefined): Markup | string {
  if (trace.owes.length > 0) return html`Still owes <strong>${trace.owes.map((owed) => owed.stage).join(", ")}</strong>.`;
  if (last?.disposition === "quarantined")
    return html`<span class="bad">Quarantined by ${last.stage}</span> for <code>${plain(last.reason ?? "", 200)}</code>.`;
  if (last?.disposition === "dropped")
    return html`<strong>Dropped by ${last.stage}</strong>: <code>${plain(last.reason ?? "", 200)}</code>.`;
  if (trace.story !== null) return html`<span class="good">Ended in a story.</span>`;
  return last === undefined ? "" : html`Left ${last.stage} as ${last.disposition}.`;
}

function timelineRow(row: TimelineRow): Markup {
  const tone =
    row.disposition === "quarantined" || row.disposition === "failed" ? "bad" : row.disposition === "emitted" ? "good" : "warn";
  const message = typeof row.detail?.message === "string" ? row.detail.message : null;
  return html`<tr><th scope="row">${row.stage}</th><td class="num">${row.attempt}</td><td><time datetime="${row.startedAt.toISOString()}">${formatTime(row.startedAt)}</time></td><td class="num">${formatMs(row.durationMs)}</td><td class="${tone}">${row.disposition}</td><td>${
    row.reason === null ? html`<span class="soft">${noteOf(row.detail)}</span>` : html`<code>${plain(row.reason, 200)}</code>`
  }${message === null ? "" : html`<details><summary>${plain(message.split("\n", 1)[0] ?? "", 160)}</summary><pre>${plain(typeof row.detail?.stack === "string" ? row.detail.stack : message, 8000)}</pre></details>`}</td><td class="fine mono">${plain(row.worker, 120)}</td></tr>`;
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
