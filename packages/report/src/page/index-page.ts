import type { StoryRecord } from "@wirefold/core";
import { LIMITS } from "../limits.ts";
import type { RunSummary, StageSummary, UnfinishedDocument } from "../types.ts";
import { cardTable } from "./card-table.ts";
import { renderPage } from "./document.ts";
import { byDate, count, excerpt, formatDuration, formatMoment, formatNumber, label } from "./format.ts";
import { bdi, type Html, html, plain, safeUrl } from "./markup.ts";
import { leftOut, more } from "./model.ts";

/** A story as the index lists it. */
export interface StoryRow {
  readonly story: string;
  /** Address of its page, relative to the index. */
  readonly href: string;
  readonly headline: string | null;
  readonly first_published: string | null;
  readonly articles: number;
  readonly lineages: number;
  readonly claims: number;
  readonly conflicts: number;
  readonly mutations: number;
}

export function storyRow(record: StoryRecord, href: string): StoryRow {
  return {
    story: record.story,
    href,
    headline: record.headline ?? record.members[0]?.title ?? null,
    first_published: byDate(record.members)[0]?.published ?? record.event_date,
    articles: record.members.length,
    lineages: new Set(record.members.map((member) => member.lineage)).size,
    claims: record.claims.length,
    conflicts: record.conflicts.length,
    mutations: record.mutations.length,
  };
}

export interface IndexPageInput {
  readonly stories: readonly StoryRow[];
  readonly run: RunSummary;
  /** Other files of the report, linked at the foot. */
  readonly files?: readonly { readonly path: string; readonly what: string }[];
}

/** The front page of a report: the stories, the fullest first, and what became of every document that is in none. */
export function renderIndexPage({ stories, run, files = [] }: IndexPageInput): string {
  const several = stories.filter((row) => row.articles > 1).sort(byWeight);
  const alone = stories.filter((row) => row.articles <= 1).sort(byWeight);
  const shown = several.slice(0, LIMITS.stories);
  const shownAlone = alone.slice(0, LIMITS.stories);
  const conflicts = stories.reduce((sum, row) => sum + row.conflicts, 0);
  return renderPage({
    title: "Stories – Wirefold",
    body: html`<header class="mast"><p class="brand">Wirefold</p><p class="tagline">One story, every version of it</p></header>
<div class="layout"><nav class="contents" aria-label="On this page"><ul><li><a href="#stories">Stories</a> <span class="fine">${formatNumber(stories.length)}</span></li><li><a href="#run">The run</a></li><li><a href="#unfinished">Left out, and why</a> <span class="fine">${formatNumber(run.unfinished.length)}</span></li>${
      files.length > 0 ? html`<li><a href="#files">Files</a></li>` : null
    }</ul></nav><main id="main" tabindex="-1"><header class="opening">${
      run.finished_at
        ? html`<p class="kicker"><time datetime="${run.finished_at}">${formatMoment(run.finished_at)}</time></p>`
        : null
    }<h1>${count(run.documents, "document")}, ${count(run.stories ?? stories.length, "story", "stories")}</h1><p class="deck">${
      run.stories !== undefined && run.stories > stories.length
        ? html`This report holds the ${formatNumber(stories.length)} of most articles; <code>wirefold export</code> writes all. `
        : null
    }${count(several.length, "story", "stories")} told by more than one article${
      conflicts > 0 ? html`, with ${count(conflicts, "conflict")} between them` : ", with no conflict between them"
    }.${run.unfinished.length > 0 ? html` ${count(run.unfinished.length, "document")} reached no story.` : " Every document reached a story."}${run.duration_ms === undefined ? null : html` The run took ${formatDuration(run.duration_ms)}.`}</p></header>
<section id="stories" aria-labelledby="stories-h"><h2 id="stories-h">Stories</h2>${
      stories.length === 0 ? html`<p>No story was made.</p>` : null
    }${shown.length > 0 ? storyTable(shown, "Stories told by several articles") : null}${leftOut(several.length - shown.length, "stories", IN_FILE)}${
      shownAlone.length > 0
        ? html`<details class="fold" open${several.length === 0 ? html` data-keep="1"` : null}><summary>${count(alone.length, "story", "stories")} told by one article</summary>${storyTable(shownAlone, "Stories told by one article")}${leftOut(alone.length - shownAlone.length, "stories", IN_FILE)}</details>`
        : null
    }</section>
${renderRun(run)}${renderUnfinished(run.unfinished)}${
  files.length > 0
    ? html`<section id="files" aria-labelledby="files-h"><h2 id="files-h">Files</h2><ul class="plain">${files.map(({ path, what }) => html`<li><a href="${path}">${path}</a> <span class="fine">${what}</span></li>`)}</ul></section>`
    : null
}</main></div><footer class="foot"><p>Made by Wirefold. Independent sources are lineages, never articles.</p></footer>`,
  });
}

const IN_FILE = "The file of story records";

const byWeight = (a: StoryRow, b: StoryRow): number =>
  b.lineages - a.lineages || b.articles - a.articles || b.claims - a.claims || (a.story < b.story ? -1 : 1);

function storyTable(rows: readonly StoryRow[], caption: string): Html {
  return cardTable(
    caption,
    [
      { head: "Story" },
      { head: "First published" },
      { head: "Articles", numeric: true },
      { head: "Lineages", numeric: true },
      { head: "Claims", numeric: true },
      { head: "Conflicts", numeric: true },
      { head: "Changes", numeric: true },
    ],
    rows.map((row) => [
      html`<a href="${row.href}">${bdi(excerpt(row.headline ?? "Untitled", 200))}</a>`,
      row.first_published ? html`<time datetime="${row.first_published}">${formatMoment(row.first_published)}</time>` : "unknown",
      formatNumber(row.articles),
      formatNumber(row.lineages),
      formatNumber(row.claims),
      row.conflicts > 0 ? html`<span class="verdict t-bad">≠ ${row.conflicts}</span>` : "0",
      formatNumber(row.mutations),
    ]),
  );
}

function renderRun(run: RunSummary): Html {
  const rows = run.stages.map((stage) => [
    stage.stage,
    formatNumber(stage.in),
    formatNumber(stage.emitted),
    byReason(stage.dropped),
    byReason(stage.quarantined),
    formatNumber(stage.pending ?? 0),
  ]);
  const columns = [
    { head: "Stage" },
    { head: "In", numeric: true },
    { head: "Emitted", numeric: true },
    { head: "Dropped" },
    { head: "Quarantined" },
    { head: "Pending", numeric: true },
  ];
  return html`<section id="run" aria-labelledby="run-h"><h2 id="run-h">The run</h2><p class="intro">At every stage, what went in equals what was emitted, dropped, quarantined and is pending.</p>${cardTable("What each stage did", columns, rows)}</section>`;
}

/** "3 (too-short 2, no-article-text 1)". Reasons stand as the pipeline words them, so they can be searched for. */
function byReason(counts: StageSummary["dropped"]): Html {
  const reasons = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  const total = reasons.reduce((all, [, n]) => all + n, 0);
  if (total === 0) return html`0`;
  return html`${formatNumber(total)} <span class="fine">${reasons.slice(0, 8).map(([reason, n], i) => html`${i > 0 ? ", " : ""}${bdi(reason)} ${n}`)}${more(reasons.length - 8)}</span>`;
}

function renderUnfinished(unfinished: readonly UnfinishedDocument[]): Html {
  const shown = unfinished.slice(0, LIMITS.unfinished);
  const rows = shown.map(({ id, title, url, stage, disposition, reason, detail }) => {
    const href = safeUrl(url ?? null);
    const name = bdi(excerpt(title ?? url ?? id, 200));
    return [
      html`${href ? html`<a href="${href}" rel="noopener noreferrer">${name}</a>` : name} <span class="fine">${bdi(excerpt(plain(id), 80))}</span>`,
      stage,
      html`<span class="verdict t-${disposition === "quarantined" ? "bad" : "soft"}">${label(disposition)}</span>`,
      html`${bdi(reason)}${detail ? html` <span class="fine">${bdi(excerpt(detail, 300))}</span>` : null}`,
    ];
  });
  const columns = [{ head: "Document" }, { head: "Stage" }, { head: "What happened" }, { head: "Why" }];
  return html`<section id="unfinished" aria-labelledby="unfinished-h"><h2 id="unfinished-h">Left out, and why</h2>${
    shown.length === 0
      ? html`<p>Nothing was left out.</p>`
      : html`${cardTable("Documents that reached no story", columns, rows)}${leftOut(unfinished.length - shown.length, "documents", "The run’s ledger")}`
  }</section>`;
}
