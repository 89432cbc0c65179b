import { html } from "hono/html";
import type { Overview, StageReading } from "../ledger-watch.ts";
import { documentsHref } from "./document-list-page.ts";
import { formatAgo, formatCount, formatSeconds, formatTime, type Markup, type PageParts, plain } from "./layout.ts";
import { lever, listTable } from "./table.ts";

/** The first page: five stages as a flow, what waits at each, how fast it moves, what left early, and whether the books balance. */
export function overviewPage({ at, stages, dispositions, stories, redis }: Overview, mayOperate: boolean): PageParts {
  const owed = stages.reduce((sum, stage) => sum + stage.pending, 0);
  const still = stages.filter((stage) => stage.pending > 0 && stage.documentsPerSecond === 0 && !stage.paused);
  const others = dispositions.filter((row) => row.disposition !== "emitted").toSorted((a, b) => b.count - a.count);
  return {
    title: "Pipeline",
    place: "/",
    body: html`<div data-live="head"><h1>${owed === 0 ? "All work is done" : html`${formatCount(owed)} ${owed === 1 ? "document is" : "documents are"} owed`}</h1>
<p class="soft"><a href="/stories">${formatCount(stories)} ${stories === 1 ? "story" : "stories"}</a> · Redis uses ${formatBytes(redis.usedBytes)}${redis.limitBytes > 0 ? ` of ${formatBytes(redis.limitBytes)}` : ""} · <span data-when>as of ${formatTime(at)} UTC</span></p>
${stages.filter((stage) => stage.paused).map(pauseNote)}
${still.length > 0 ? html`<p class="alarm">Nothing has left ${still.map((stage) => stage.stage).join(", ")} in the last minute. Is a <a href="/workers">worker</a> running for it?</p>` : ""}</div>
<section aria-labelledby="flow" data-charts><div class="head"><h2 id="flow">Stages</h2><p class="switch" role="group" aria-label="Charts show"><button type="button" data-span="hour" aria-pressed="true">last hour</button><button type="button" data-span="day" aria-pressed="false">last day</button></p></div>
<ol class="flow">${stages.map((stage) => stageCard(stage, mayOperate))}</ol></section>
<div data-live="books"><h2>Conservation</h2>
${listTable(
  "Conservation",
  [
    { name: "Stage" },
    { name: "Entered", num: true },
    { name: "Emitted", num: true },
    { name: "Dropped", num: true },
    { name: "Quarantined", num: true },
    { name: "Owed", num: true },
    { name: "Balance", num: true },
  ],
  stages.map((stage) => [
    stage.stage,
    formatCount(stage.entered),
    formatCount(stage.emitted),
    countLink(stage, "dropped", stage.dropped),
    countLink(stage, "quarantined", stage.quarantined),
    countLink(stage, "pending", stage.pending),
    stage.conservationGap === 0
      ? html`<span class="good">balanced</span>`
      : html`<span class="bad">${formatCount(stage.conservationGap)} astray</span>`,
  ]),
)}
<p class="fine">What entered a stage is what left it and what it owes. A job carries 1 to 100 documents. <a href="/queues/">Look into the queues</a></p>
<h2>Why documents left early</h2>
${
  others.length === 0
    ? html`<p>None did: every document that ended was passed on.</p>`
    : listTable(
        "Why documents left early",
        [{ name: "Reason" }, { name: "Stage" }, { name: "Left as" }, { name: "Documents", num: true }],
        others.map((row) => [
          html`<code>${plain(row.reason ?? "–", 200)}</code>`,
          row.stage,
          row.disposition,
          html`<a href="${documentsHref({ stage: row.stage, disposition: row.disposition, reason: row.reason ?? "" })}">${formatCount(row.count)}</a>`,
        ]),
      )
}</div>`,
  };
}

function pauseNote({ stage, pausedBy }: StageReading): Markup {
  return html`<p class="alarm" role="status"><strong>${stage} is paused</strong> ${pausedBy === null ? "by another tool" : html`by <bdi>${plain(pausedBy.actor, 80)}</bdi> (${pausedBy.via}) since ${formatTime(pausedBy.at)} UTC`}. Its work waits until somebody resumes it.</p>`;
}

function stageCard(stage: StageReading, mayOperate: boolean): Markup {
  const jobs = (name: string) => stage.jobs[name] ?? 0;
  const waiting = jobs("waiting") + jobs("prioritized") + jobs("paused") + jobs("delayed");
  const rate = stage.documentsPerSecond;
  return html`<li class="stage"><div data-live="stage-${stage.stage}"><h3>${stage.stage}</h3><p class="state">${stateOf(stage)}</p>
<p class="big">${countLink(stage, "pending", stage.pending)} <span>owed</span></p>
<dl class="mini"><dt>Oldest</dt><dd>${stage.oldestSeconds === null ? "–" : formatAgo(stage.oldestSeconds)}</dd><dt>A second</dt><dd>${rate < 10 ? rate.toFixed(1) : formatCount(Math.round(rate))}</dd><dt>Jobs</dt><dd>${formatCount(jobs("active"))} in hand, ${formatCount(waiting)} waiting</dd><dt>Failed</dt><dd>${countLink(stage, "quarantined", stage.quarantined)}</dd></dl>
${mayOperate ? lever(`/stages/${stage.stage}/${stage.paused ? "resume" : "pause"}`, stage.paused ? "Resume" : "Pause", stage.stage) : ""}</div>
${mayOperate ? limitForm(stage) : stage.concurrencyLimit === null ? "" : html`<p class="fine">${limitOf(stage.concurrencyLimit)}</p>`}
${chart(stage.stage, "owed", "owed")}${chart(stage.stage, "documents_per_second", "a second")}</li>`;
}

const limitOf = (jobs: number | null): string =>
  jobs === null ? "No limit" : `Limit: ${formatCount(jobs)} ${jobs === 1 ? "job" : "jobs"} in hand`;

/** How many jobs all workers of a stage together may have in hand. */
function limitForm({ stage, concurrencyLimit }: StageReading): Markup {
  return html`<details class="limit"><summary>${limitOf(concurrencyLimit)}</summary><form method="post" action="/stages/${stage}/limit"><label>Jobs in hand at most, over all workers <input class="short" name="concurrency" type="number" min="1" max="10000" inputmode="numeric" value="${concurrencyLimit === null ? "" : String(concurrencyLimit)}" placeholder="no limit"></label><button>Set<span class="hidden"> the limit of ${stage}</span></button></form></details>`;
}

function chart(stage: string, values: string, caption: string): Markup {
  return html`<figure class="spark"><figcaption>${caption}</figcaption><div data-chart="${stage}" data-values="${values}" role="img" aria-label="${stage}: documents ${caption}, over time"></div><span class="fine"></span></figure>`;
}

function countLink({ stage }: StageReading, disposition: string, count: number): Markup | string {
  const kind = disposition === "quarantined" ? "bad" : "";
  return count === 0 ? "0" : html`<a class="${kind}" href="${documentsHref({ stage, disposition })}">${formatCount(count)}</a>`;
}

function stateOf(stage: StageReading): Markup | string {
  if (stage.paused) return html`<span class="warn">paused</span>`;
  if (stage.pending === 0) return html`<span class="good">done</span>`;
  return Number.isFinite(stage.secondsToDrain)
    ? html`done in ${formatSeconds(stage.secondsToDrain)}`
    : html`<span class="warn">stands still</span>`;
}

function formatBytes(bytes: number): string {
  return bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 2 ** 30).toFixed(1)} GB`;
}
