import { stageNames } from "@wirefold/core";
import type { DispositionCount, RunRow, UnfinishedFile } from "@wirefold/store";
import { html } from "hono/html";
import type { ReprocessView } from "../views/reprocess-view.ts";
import type { WorkerView } from "../views/worker-view.ts";
import { documentsHref } from "./document-list-page.ts";
import { formatAgo, formatCount, formatSeconds, formatTime, type Markup, type PageParts, plain } from "./layout.ts";
import { lever, listTable } from "./table.ts";

export interface RunListInput {
  readonly runs: readonly RunRow[];
  readonly files: readonly UnfinishedFile[];
  readonly reprocess: readonly ReprocessView[];
  readonly mayOperate: boolean;
}

/** What was ingested and reprocessed, and how far it is. */
export function runListPage({ runs, files, reprocess, mayOperate }: RunListInput): PageParts {
  return {
    title: "Archives and runs",
    place: "/runs",
    body: html`<h1>Archives and runs</h1>
<div data-live="reprocess"><h2>Reprocessing</h2>
${
  reprocess.length === 0
    ? html`<p>Nothing was reprocessed yet.</p>`
    : listTable(
        "Reprocessing",
        [
          { name: "Run" },
          { name: "State" },
          { name: "Through" },
          { name: "Sent", num: true },
          { name: "A second", num: true },
          { name: "Time left", num: true },
          { name: "Begun (UTC)" },
          { name: "Control", hidden: true },
        ],
        reprocess.map((run) => [
          html`<code>${run.id}</code> <span class="soft">${run.which} from ${run.stage}${scopeOf(run)}</span>`,
          stateOf(run),
          progress(run),
          formatCount(run.moved),
          run.documentsPerSecond === null ? "–" : formatCount(Math.round(run.documentsPerSecond)),
          run.secondsLeft === null || run.state !== "running" ? "–" : formatSeconds(run.secondsLeft),
          formatTime(run.createdAt),
          mayOperate ? levers(run) : "",
        ]),
      )
}</div>
${
  mayOperate
    ? html`<details class="order"><summary>Reprocess documents</summary><form class="filter" method="post" action="/reprocess"><label>From stage <select name="stage"><option>clean</option><option>dedupe</option><option>extract</option><option>reconcile</option></select></label><label>Which <select name="which"><option value="stale">decided by an older version</option><option value="failed">dropped or given up</option><option value="all">whatever went through</option></select></label><label>Outlet <input name="outlet"></label><label>URL holds <input name="url"></label><label>Language <input class="short" name="language"></label><label>Run <input name="run"></label><button formaction="/reprocess/preview">Dry run</button><button>Begin</button></form><p class="fine">It goes on behind live work. A dry run shows on 50 documents what clean or extract would change, and writes nothing.</p></details>`
    : ""
}
${
  files.length === 0
    ? ""
    : html`<h2>Archives an ingest was stopped in</h2><p class="soft">Given again, each goes on where it stopped.</p>${listTable(
        "Archives an ingest was stopped in",
        [{ name: "File" }, { name: "Records read", num: true }, { name: "Megabytes read", num: true }, { name: "Last (UTC)" }],
        files.map((file) => [
          html`<bdi>${plain(file.path, 200)}</bdi>`,
          formatCount(file.records),
          (file.bytes / 1e6).toFixed(1),
          formatTime(file.updatedAt),
        ]),
      )}`
}
<h2>Runs</h2>
${
  runs.length === 0
    ? html`<p>Nothing was ingested yet.</p>`
    : listTable(
        "Runs",
        [
          { name: "Run" },
          { name: "Places named", num: true },
          { name: "In a story", num: true },
          { name: "Dropped", num: true },
          { name: "Given up", num: true },
          { name: "Begun (UTC)" },
        ],
        runs.map((run) => {
          const count = (n: number, query: { readonly disposition?: string }) =>
            n === 0 ? "0" : html`<a href="${documentsHref({ run: run.id, ...query })}">${formatCount(n)}</a>`;
          return [
            html`<a href="/runs/${encodeURIComponent(run.id)}"><bdi>${plain(run.id, 120)}</bdi></a>`,
            count(run.places, {}),
            count(run.finished, { disposition: "emitted" }),
            count(run.dropped, { disposition: "dropped" }),
            count(run.quarantined, { disposition: "quarantined" }),
            formatTime(run.createdAt),
          ];
        }),
      )
}`,
  };
}

function scopeOf({ outlet, url, language, run }: ReprocessView): string {
  const parts = [outlet, url, language, run].filter((part) => part !== null);
  return parts.length === 0 ? "" : `, ${plain(parts.join(", "), 120)}`;
}

function stateOf({ state, driven }: ReprocessView): Markup | string {
  if (state === "running" && !driven) return html`<span class="warn">stands still: resume it</span>`;
  return state === "done" ? html`<span class="good">done</span>` : state;
}

function progress({ documents, lookedAt, state }: ReprocessView): Markup | string {
  const share = state === "done" ? 100 : documents === 0 ? 0 : Math.min(100, Math.floor((100 * lookedAt) / documents));
  return html`<progress max="100" value="${share}" aria-label="Looked at">${share} %</progress> ${share} %`;
}

/** One that runs is held or ended; one that nobody drives is resumed. */
function levers({ id, state, driven }: ReprocessView): Markup | string {
  const of = (verb: string, name: string) => lever(`/reprocess/${id}/${verb}`, name, id);
  if (state === "running" && driven) return html`<div class="levers">${of("pause", "Pause")}${of("cancel", "Cancel")}</div>`;
  return state === "paused" || state === "running"
    ? html`<div class="levers">${of("resume", "Resume")}${of("cancel", "Cancel")}</div>`
    : "";
}

/** How the documents of one run left each stage. */
export function runPage(id: string, dispositions: readonly DispositionCount[]): PageParts {
  return {
    title: plain(id, 80),
    place: "/runs",
    body: html`<p><a href="/runs">All runs</a></p><h1><bdi>${plain(id, 120)}</bdi></h1>
<p><a href="${documentsHref({ run: id })}">Its documents</a></p>
${
  dispositions.length === 0
    ? html`<p>None of its documents has left a stage yet.</p>`
    : listTable(
        "How its documents left each stage",
        [{ name: "Stage" }, { name: "Left as" }, { name: "Reason" }, { name: "Documents", num: true }],
        inOrderOfStages(dispositions).map((row) => [
          row.stage,
          row.disposition,
          html`<code>${plain(row.reason ?? "–", 200)}</code>`,
          html`<a href="${documentsHref({ run: id, stage: row.stage, disposition: row.disposition, reason: row.reason ?? "" })}">${formatCount(row.count)}</a>`,
        ]),
      )
}`,
  };
}

const inOrderOfStages = (rows: readonly DispositionCount[]): DispositionCount[] =>
  rows.toSorted((a, b) => stageNames.indexOf(a.stage) - stageNames.indexOf(b.stage));

/** Every connected worker and what it has in hand. */
export function workerListPage(workers: readonly WorkerView[], now: number): PageParts {
  const processes = new Set(workers.map(({ name, address }) => name ?? address)).size;
  return {
    title: "Workers",
    place: "/workers",
    body: html`<div data-live="workers"><h1>Workers</h1>
${
  workers.length === 0
    ? html`<p class="alarm">No worker is connected. <code>wirefold up</code> or <code>wirefold worker</code> starts some.</p>`
    : html`<p class="soft">${formatCount(processes)} ${processes === 1 ? "process" : "processes"}, as Redis sees their connections.</p>${listTable(
        "Workers",
        [
          { name: "Stage" },
          { name: "Host" },
          { name: "Process", num: true },
          { name: "Version" },
          { name: "In hand", num: true },
          { name: "Since" },
          { name: "Running for" },
          { name: "Address" },
        ],
        workers.map((worker) => [
          worker.stage,
          plain(worker.host ?? "–", 120),
          worker.pid === null ? "–" : String(worker.pid),
          plain(worker.version ?? "–", 40),
          worker.documentsInHand === 0
            ? "0"
            : `${formatCount(worker.documentsInHand)} ${worker.documentsInHand === 1 ? "document" : "documents"}`,
          worker.inHandSince === null ? "–" : formatAgo((now - worker.inHandSince.getTime()) / 1000),
          formatAgo(worker.connectedSeconds),
          html`<span class="fine mono">${plain(worker.address, 80)}</span>`,
        ]),
      )}`
}</div>`,
  };
}
