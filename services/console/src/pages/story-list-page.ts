import type { ListedStory, StorySummary } from "@wirefold/store";
import { html } from "hono/html";
import { formatCount, formatTime, type PageParts, plain } from "./layout.ts";
import { listTable } from "./table.ts";

/** What the page was asked, as it stands in its address. */
export interface StoryListQuery {
  readonly q?: string;
  readonly sort?: string;
  readonly articles_min?: string;
  readonly lineages_min?: string;
  readonly conflicts_min?: string;
  readonly since?: string;
}

export interface StoryListInput {
  readonly stories: readonly (StorySummary & Partial<Pick<ListedStory, "conflicts">>)[];
  readonly query: StoryListQuery;
  /** Where the next page begins. */
  readonly next: string | null;
}

const SORTS = [
  ["changed", "changed last"],
  ["articles", "most articles"],
  ["lineages", "most independent lineages"],
  ["conflicts", "most conflicts"],
] as const;

export function storiesHref(query: StoryListQuery & { readonly after?: string }): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? "/stories" : `/stories?${new URLSearchParams(given)}`;
}

export function storyListPage({ stories, query, next }: StoryListInput): PageParts {
  const least = (name: keyof StoryListQuery, label: string) =>
    html`<label>${label} <input class="short" name="${name}" type="number" min="0" inputmode="numeric" value="${plain(query[name] ?? "", 9)}"></label>`;
  const isNarrowed = Object.entries(query).some(([name, value]) => name !== "sort" && value);
  return {
    title: "Stories",
    place: "/stories",
    query: query.q ?? "",
    body: html`<h1>${query.q ? html`Stories that match “${plain(query.q, 200)}”` : "Stories"}</h1>
<form class="filter" action="/stories"><label>Headline <input name="q" value="${plain(query.q ?? "", 400)}" placeholder="words of the headline"></label><label>Order <select name="sort">${SORTS.map(([value, name]) => (value === query.sort ? html`<option value="${value}" selected>${name}</option>` : html`<option value="${value}">${name}</option>`))}</select></label>${least("articles_min", "Articles, at least")}${least("lineages_min", "Lineages, at least")}${least("conflicts_min", "Conflicts, at least")}<label>Changed since <input name="since" type="date" value="${plain(query.since ?? "", 10)}"></label><button>Show</button></form>
${
  stories.length === 0
    ? html`<p>${isNarrowed ? "None. A document that reached no story is found by its id, URL or path." : "No story has been made yet."}</p>`
    : listTable(
        "Stories",
        [
          { name: "Story" },
          { name: "Articles", num: true },
          { name: "Lineages", num: true },
          { name: "Conflicts", num: true },
          { name: "Version", num: true },
          { name: "Changed (UTC)" },
        ],
        stories.map((story) => [
          html`<a href="/stories/${encodeURIComponent(story.id)}"><bdi>${plain(story.headline ?? "Untitled", 200)}</bdi></a>`,
          formatCount(story.members),
          formatCount(story.lineages),
          story.conflicts == null ? "–" : formatCount(story.conflicts),
          String(story.version),
          html`<time datetime="${story.updatedAt.toISOString()}">${formatTime(story.updatedAt)}</time>`,
        ]),
      )
}
${next === null ? "" : html`<p class="next"><a class="button" href="${storiesHref({ ...query, after: next })}">More stories</a></p>`}`,
  };
}
