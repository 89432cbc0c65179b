import { html } from "hono/html";
import type { Overview, StageReading } from "../ledger-watch.ts";
import { documentsHref } from "./document-list-page.ts";
import { formatCount, formatSeconds, formatTime, type Markup, page, plain } from "./layout.ts";

/** What runs, what waits, what went wrong: the first page. */
export function overviewPage({ at, stages, dispositions, stories, redis }: Overview): Markup {
  const owed = stages.reduce((sum, stage) => sum + stage.pending, 0);
  const still = stages.filter((stage) => stage.pending > 0 && stage.documentsPerSecond === 0 && !stage.paused);
  const paused = stages.filter((stage) => stage.paused);
  const others = dispositions.filter((row) => row.disposition !== "emitted").toSorted((a, b) => b.count - a.count);
  return page({
    title: "Overview",
    place: "/",
    body: html`<div data-live><h1>${owed === 0 ? "All work is done" : html`${formatCount(owed)} ${owed === 1 ? "document is" : "documents are"} owed`}</h1>
<p class="soft"><a href="/stories">${formatCount(stories)} ${stories === 1 ? "story" : "stories"}</a> · Redis uses ${formatBytes(redis.usedBytes)}${redis.limitBytes > 0 ? ` of ${formatBytes(redis.limitBytes)}` : ""} · <span data-when>as of ${formatTime(at)} UTC</span></p>
${owed > 0 && still.length > 0 ? html`<p class="alarm">Nothing has left ${still.map((stage) => stage.stage).join(", ")} in the last minute. Is a worker running for it?</p>` : ""}
${paused.length > 0 ? html`<p class="alarm">Paused: ${paused.map((stage) => stage.stage).join(", ")}. Work for ${paused.length === 1 ? "this stage" : "these stages"} waits until somebody resumes ${paused.length === 1 ? "it" : "them"}.</p>` : ""}
<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><caption>Stages, in the order a document meets them</caption>
<thead><tr><th scope="col">Stage</th><th scope="col" class="num">Owed</th><th scope="col" class="num">Done in</th><th scope="col" class="num">A second</th><th scope="col" class="num">Entered</th><th scope="col" class="num">Emitted</th><th scope="col" class="num">Dropped</th><th scope="col" class="num">Quarantined</th><th scope="col" class="num">Jobs: waiting</th><th scope="col" class="num">active</th><th scope="col" class="num">delayed</th><th scope="col" class="num">failed</th><th scope="col"><span class="hidden">Control</span></th></tr></thead>
<tbody>${stages.map(stageRow)}</tbody></table></div>
<p class="fine">A job carries 1 to 100 documents, so jobs are fewer than what is owed. <a href="/queues">Look into the queues</a></p>
<h2>Why documents left early</h2>
${
  others.length === 0
    ? html`<p>None did: every document that ended was passed on.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Why documents left early"><table><thead><tr><th scope="col">Stage</th><th scope="col">Left as</th><th scope="col">Reason</th><th scope="col" class="num">Documents</th></tr></thead><tbody>${others.map(
        (row) =>
          html`<tr><td>${row.stage}</td><td>${row.disposition}</td><td><code>${plain(row.reason ?? "–", 200)}</code></td><td class="num"><a href="${documentsHref({ stage: row.stage, disposition: row.disposition, reason: row.reason ?? "" })}">${formatCount(row.count)}</a></td></tr>`,
      )}</tbody></table></div>`
}</div>`,
  });
}

function stageRow(stage: StageReading): Markup {
  const jobs = (name: string) => stage.jobs[name] ?? 0;
  const waiting = jobs("waiting") + jobs("prioritized") + jobs("paused");
  const list = (disposition: string, count: number, kind = "") =>
    count === 0
      ? "0"
      : html`<a class="${kind}" href="${documentsHref({ stage: stage.stage, disposition })}">${formatCount(count)}</a>`;
  return html`<tr><th scope="row">${stage.stage}</th><td class="num">${list("pending", stage.pending)}</td><td class="num">${drainOf(stage)}</td><td class="num">${stage.documentsPerSecond < 10 ? stage.documentsPerSecond.toFixed(1) : formatCount(Math.round(stage.documentsPerSecond))}</td><td class="num">${formatCount(stage.entered)}</td><td class="num">${formatCount(stage.emitted)}</td><td class="num">${list("dropped", stage.dropped)}</td><td class="num">${list("quarantined", stage.quarantined, "bad")}</td><td class="num">${formatCount(waiting)}</td><td class="num">${formatCount(jobs("active"))}</td><td class="num">${formatCount(jobs("delayed"))}</td><td class="num">${
    jobs("failed") > 0 ? html`<span class="bad">${formatCount(jobs("failed"))}</span>` : "0"
  }</td><td><form method="post" action="/stages/${stage.stage}/${stage.paused ? "resume" : "pause"}"><button>${stage.paused ? "Resume" : "Pause"}<span class="hidden"> ${stage.stage}</span></button></form></td></tr>`;
}

function drainOf(stage: StageReading): Markup | string {
  if (stage.paused) return html`<span class="warn">paused</span>`;
  if (stage.pending === 0) return html`<span class="good">done</span>`;
  return Number.isFinite(stage.secondsToDrain)
    ? formatSeconds(stage.secondsToDrain)
    : html`<span class="warn">stands still</span>`;
}

function formatBytes(bytes: number): string {
  return bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 2 ** 30).toFixed(1)} GB`;
}
