import type { AccessToken, AuditEntry } from "@wirefold/store";
import { html } from "hono/html";
import { formatCount, formatTime, type Markup, type PageParts, plain } from "./layout.ts";
import { lever, listTable } from "./table.ts";

export interface ActivityQuery {
  readonly actor?: string;
  readonly action?: string;
  readonly target?: string;
  readonly before?: string;
}

export function activityHref(query: ActivityQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? "/activity" : `/activity?${new URLSearchParams(given)}`;
}

/** Who did what, on what, when and from where. */
export function activityPage(query: ActivityQuery, entries: readonly AuditEntry[], limit: number): PageParts {
  const field = (name: "actor" | "action" | "target", label: string) =>
    html`<label>${label} <input name="${name}" value="${plain(query[name] ?? "", 200)}"></label>`;
  const last = entries.length === limit ? entries.at(-1) : undefined;
  return {
    title: "Activity",
    place: "/activity",
    body: html`<h1>Activity</h1>
<form class="filter" action="/activity">${field("actor", "Who")}${field("action", "What")}${field("target", "On what")}<button>Show</button></form>
${
  entries.length === 0
    ? html`<p>Nobody did anything like that.</p>`
    : listTable(
        "Activity",
        [
          { name: "When (UTC)" },
          { name: "Who" },
          { name: "What" },
          { name: "On what" },
          { name: "By" },
          { name: "From" },
          { name: "Outcome" },
          { name: "More" },
        ],
        entries.map((entry) => [
          html`<time datetime="${entry.at.toISOString()}">${formatTime(entry.at)}</time>`,
          html`<a href="${activityHref({ actor: entry.actor })}"><bdi>${plain(entry.actor, 80)}</bdi></a>`,
          plain(entry.action, 120),
          html`<bdi>${plain(entry.target ?? "–", 160)}</bdi>`,
          entry.via,
          html`<span class="mono fine line">${plain(entry.cameFrom ?? "–", 80)}</span>`,
          html`<span class="${entry.outcome === "done" ? "good" : "bad"}">${entry.outcome}</span>`,
          detailOf(entry),
        ]),
      )
}
${last === undefined ? "" : html`<p class="next"><a class="button" href="${activityHref({ ...query, before: String(last.id) })}">Earlier</a></p>`}`,
  };
}

function detailOf({ detail }: AuditEntry): Markup | string {
  const text = Object.entries(detail ?? {})
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key.replaceAll("_", " ")} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join(", ");
  return text === "" ? "" : html`<span class="fine"><bdi>${plain(text, 300)}</bdi></span>`;
}

/** Tokens, for administrators. A new one is shown once. */
export function tokenPage(
  tokens: readonly AccessToken[],
  made?: { readonly name: string; readonly token: string },
  trouble?: string,
): PageParts {
  return {
    title: "Tokens",
    place: "/tokens",
    body: html`<h1>Tokens</h1>
${made === undefined ? "" : html`<p class="alarm calm" role="status">The token of <bdi>${made.name}</bdi>, shown this once: <code>${made.token}</code></p>`}${trouble === undefined ? "" : html`<p class="alarm" role="alert">${plain(trouble, 200)}</p>`}
<p class="soft">A viewer reads, an operator works the levers, an admin hands out tokens and removes sources.</p>
<form class="filter" method="post" action="/tokens/add"><label>For whom <input name="name" required maxlength="80" placeholder="a person or a program"></label><label>Role <select name="role"><option>viewer</option><option>operator</option><option>admin</option></select></label><button>Make a token</button></form>
${
  tokens.length === 0
    ? html`<p>None was made yet.</p>`
    : listTable(
        `${formatCount(tokens.length)} tokens`,
        [
          { name: "Name" },
          { name: "Role" },
          { name: "Made by" },
          { name: "Made (UTC)" },
          { name: "Last used (UTC)" },
          { name: "Control", hidden: true },
        ],
        tokens.map((token) => [
          html`<bdi>${plain(token.name, 80)}</bdi>`,
          token.role,
          plain(token.madeBy, 80),
          formatTime(token.createdAt),
          token.usedAt === null ? "never" : formatTime(token.usedAt),
          lever("/tokens/remove", "Remove", plain(token.name, 80), { name: token.name }),
        ]),
      )
}`,
  };
}
