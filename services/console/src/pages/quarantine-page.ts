import type { QuarantineGroup } from "@wirefold/store";
import { html } from "hono/html";
import { documentsHref } from "./document-list-page.ts";
import { formatCount, formatTime, type Markup, page, plain } from "./layout.ts";

/** What no stage could process, by cause: one cause is usually one thing to mend. */
export function quarantinePage(groups: readonly QuarantineGroup[], replayed: number | null): Markup {
  const all = groups.reduce((sum, group) => sum + group.count, 0);
  return page({
    title: "Quarantine",
    place: "/quarantine",
    body: html`<h1>Quarantine</h1>
${replayed === null ? "" : html`<p class="good" role="status">${formatCount(replayed)} ${replayed === 1 ? "document goes" : "documents go"} through again, behind live work.</p>`}
${
  groups.length === 0
    ? html`<p class="good">Empty: no document was given up.</p>`
    : html`<p class="soft">${formatCount(all)} ${all === 1 ? "document" : "documents"} no stage could process, ${formatCount(groups.length)} ${groups.length === 1 ? "cause" : "causes"}. They keep their place: mend the cause, then replay them here or with <code>wirefold replay</code>.</p>
${groups.map(cause)}
<form method="post" action="/quarantine/replay"><button>Replay all ${formatCount(all)}</button></form>`
}`,
  });
}

function cause(group: QuarantineGroup): Markup {
  const { code, message, stages, count, first, last, examples } = group;
  return html`<section class="cause"><h2><a href="${documentsHref({ disposition: "quarantined", reason: code })}">${formatCount(count)}</a> × <code>${plain(code, 80)}</code></h2>
<p><bdi>${plain(message, 400)}</bdi></p>
<p class="soft">in ${stages.join(", ")} · ${count === 1 ? formatTime(last) : html`${formatTime(first)} to ${formatTime(last)}`} UTC</p>
<ul>${examples.map(({ subject, locator }) => html`<li><a href="/documents/${encodeURIComponent(subject)}"><bdi>${plain(locator, 160)}</bdi></a></li>`)}</ul>
<form method="post" action="/quarantine/replay"><input type="hidden" name="code" value="${plain(code, 200)}"><button>Replay all with this code</button></form></section>`;
}
