import type { StorySummary } from "@wirefold/store";
import { html } from "hono/html";
import { formatCount, formatTime, type Markup, page, plain } from "./layout.ts";

export interface StoryListInput {
  readonly stories: readonly StorySummary[];
  /** What was asked for, when this is an answer to a question. */
  readonly query?: string;
  /** Where the next page begins. */
  readonly next?: string | undefined;
}

export function storyListPage({ stories, query, next }: StoryListInput): Markup {
  return page({
    title: "Stories",
    place: "/stories",
    query: query ?? "",
    body: html`<h1>${query === undefined ? "Stories" : html`Stories that match “${plain(query, 200)}”`}</h1>
${
  stories.length === 0
    ? html`<p>${query === undefined ? "No story has been made yet." : "None. A document that reached no story is found by its id, URL or path."}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr><th scope="col">Story</th><th scope="col" class="num">Articles</th><th scope="col" class="num">Lineages</th><th scope="col" class="num">Version</th><th scope="col">Changed (UTC)</th></tr></thead><tbody>${stories.map(
        (story) =>
          html`<tr><th scope="row"><a href="/stories/${encodeURIComponent(story.id)}"><bdi>${plain(story.headline ?? "Untitled", 200)}</bdi></a></th><td class="num">${formatCount(story.members)}</td><td class="num">${formatCount(story.lineages)}</td><td class="num">${story.version}</td><td><time datetime="${story.updatedAt.toISOString()}">${formatTime(story.updatedAt)}</time></td></tr>`,
      )}</tbody></table></div>`
}
${next === undefined ? "" : html`<p class="next"><a href="/stories?after=${encodeURIComponent(next)}">More stories</a></p>`}`,
  });
}
