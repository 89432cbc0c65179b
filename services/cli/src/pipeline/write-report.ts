import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { storyDocuments } from "@wirefold/console/story-documents";
import type { Blobs, StoryRecord } from "@wirefold/core";
import { type ReportDocument, type RunSummary, reportFiles } from "@wirefold/report";
import type { PostgresStories } from "@wirefold/store";

/** A report holds this many stories, those of most articles: they are written from memory, and a folder of pages is for people. */
export const reportStoriesMax = 1000;

/** Writes the report of a run: an index page, a page per story, and the records as JSONL. @returns the index page's path. */
export async function writeReport(
  folder: string,
  stories: readonly StoryRecord[],
  store: Pick<PostgresStories, "documents" | "versions">,
  blobs: Blobs,
  run: RunSummary,
): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  const documents = new Map<string, ReportDocument>();
  for (const story of stories) {
    const rows = await store.documents(story.members.map((member) => member.id));
    for (const [id, document] of await storyDocuments(rows, blobs, store)) documents.set(id, document);
  }
  for (const { path, content } of reportFiles(stories, documents, run)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return join(folder, "index.html");
}
