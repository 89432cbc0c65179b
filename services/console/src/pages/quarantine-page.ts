import type { UnfinishedRow } from "@wirefold/store";
import { html } from "hono/html";
import { formatCount, formatTime, type Markup, page, plain } from "./layout.ts";

/** What no stage could process: first by cause, since one cause is usually one thing to mend, then one by one. */
export function quarantinePage(rows: readonly UnfinishedRow[]): Markup {
  const causes = new Map<string, { stage: string; code: string; message: string; count: number }>();
  for (const row of rows) {
    const key = `${row.stage} ${row.reason}`;
    const cause = causes.get(key) ?? { stage: row.stage, code: row.reason, message: row.message, count: 0 };
    cause.count++;
    causes.set(key, cause);
  }
  return page({
    title: "Quarantine",
    place: "/quarantine",
    body: html`<h1>Quarantine</h1>
${
  rows.length === 0
    ? html`<p class="good">Empty: no document was given up.</p>`
    : html`<p class="soft">Documents no stage could process. They keep their place: mend the cause, then replay them.</p>
<h2>By cause</h2><div class="scroll" tabindex="0" role="region" aria-label="Causes"><table><thead><tr><th scope="col">Stage</th><th scope="col">Code</th><th scope="col">For instance</th><th scope="col" class="num">Documents</th></tr></thead><tbody>${[
        ...causes.values(),
      ]
        .sort((a, b) => b.count - a.count)
        .map(
          (cause) =>
            html`<tr><th scope="row">${cause.stage}</th><td><code>${plain(cause.code, 80)}</code></td><td>${plain(cause.message.split("\n", 1)[0] ?? "", 240)}</td><td class="num">${formatCount(cause.count)}</td></tr>`,
        )}</tbody></table></div>
<h2>The newest ${formatCount(rows.length)}</h2><div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr><th scope="col">Document</th><th scope="col">Stage</th><th scope="col">Code</th><th scope="col">At (UTC)</th></tr></thead><tbody>${rows.map(
        (row) =>
          html`<tr><th scope="row"><a href="/documents/${encodeURIComponent(row.subject)}">${plain(row.locator, 160)}</a></th><td>${row.stage}</td><td><code>${plain(row.reason, 80)}</code></td><td>${formatTime(row.at)}</td></tr>`,
      )}</tbody></table></div>`
}`,
  });
}
