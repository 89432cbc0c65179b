import { html } from "hono/html";
import type { FieldChange, Preview } from "../levers/preview-reprocess.ts";
import { formatCount, type Markup, type PageParts, plain } from "./layout.ts";
import { listTable } from "./table.ts";

/** Differences a page shows; the command and the API give all. */
const SHOWN = 200;

const WHICH: Readonly<Record<string, string>> = {
  stale: "Documents decided by an older version",
  failed: "Documents dropped or given up",
  all: "Whatever went through",
};

export interface ReprocessPreviewInput {
  readonly stage: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly found: Preview;
}

/** What a reprocess would change, before it is ordered. */
export function reprocessPreviewPage({ stage, filter, found }: ReprocessPreviewInput): PageParts {
  const fields = Object.entries({ ...filter, run: filter.runId }).filter(
    (entry): entry is [string, string] => entry[0] !== "runId" && entry[1] !== undefined,
  );
  return {
    title: "Dry run",
    place: "/runs",
    body: html`<p><a href="/runs">All runs</a></p><h1>Dry run of ${stage}</h1>
<p class="soft">${fields.map(([name, value]) => (name === "which" ? (WHICH[value] ?? value) : `${name} ${plain(value, 400)}`)).join(", ")}</p>
${differences(found)}
<form method="post" action="/reprocess"><input type="hidden" name="stage" value="${stage}">${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button>Begin the reprocess</button></form>`,
  };
}

function differences({ documents, changed, changes, failed }: Preview): Markup {
  if (documents === 0) return html`<p>No document is meant.</p>`;
  return html`<p>${formatCount(changed)} of ${formatCount(documents)} ${documents === 1 ? "document" : "documents"} looked at would change. Nothing was written.</p>
${
  changes.length === 0
    ? ""
    : listTable(
        "What would change",
        [{ name: "Document or story" }, { name: "Field" }, { name: "Was" }, { name: "Would be" }],
        changes.slice(0, SHOWN).map(row),
      )
}
${changes.length > SHOWN ? html`<p class="fine">and ${formatCount(changes.length - SHOWN)} more: <code>wirefold reprocess --dry-run --json</code></p>` : ""}
${failed.length === 0 ? "" : html`<h2>Would fail</h2><ul>${failed.map(({ document, message }) => html`<li><a href="/documents/${encodeURIComponent(document)}"><code>${document.slice(0, 10)}</code></a> <bdi>${plain(message, 300)}</bdi></li>`)}</ul>`}`;
}

/** What belongs to a story, whose id stands in the document's place. */
const STORY_FIELDS: ReadonlySet<string> = new Set(["claims", "conflicts"]);

function row({ document, field, before, after }: FieldChange) {
  return [
    html`<a href="/${STORY_FIELDS.has(field) ? "stories" : "documents"}/${encodeURIComponent(document)}"><code>${document.slice(0, 10)}</code></a>`,
    field,
    before === "" ? "" : html`<del dir="auto">${plain(before, 300)}</del>`,
    after === "" ? "" : html`<ins dir="auto">${plain(after, 300)}</ins>`,
  ];
}
