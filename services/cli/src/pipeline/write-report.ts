import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Blobs, CleanedDocument, StoryRecord } from "@wirefold/core";
import { type ReportDocument, type RunSummary, reportFiles } from "@wirefold/report";
import type { DocumentRow, PostgresStories } from "@wirefold/store";

/** A story page names its members' documents; beyond this many the page says how many more there are. */
const documentsPerStoryMax = 200;

/** What a page shows of a document: the text evidence points into, and what was cut. */
export async function reportDocuments(rows: readonly DocumentRow[], blobs: Blobs): Promise<Map<string, ReportDocument>> {
  const documents = new Map<string, ReportDocument>();
  for (const row of rows.slice(0, documentsPerStoryMax)) {
    if (row.articleHash === null) continue;
    const cleaned = JSON.parse(Buffer.from(await blobs.get(row.articleHash)).toString("utf8")) as CleanedDocument;
    documents.set(row.id, {
      id: row.id,
      title: row.title,
      url: row.url ?? row.locator,
      outlet: row.outlet,
      published_at: row.publishedAt,
      text: cleaned.text,
      removed: cleaned.article.removed,
    });
  }
  return documents;
}

/** Writes the report of a run: an index page, a page per story, and the records as JSONL. @returns the index page's path. */
export async function writeReport(
  folder: string,
  stories: readonly StoryRecord[],
  store: Pick<PostgresStories, "documents">,
  blobs: Blobs,
  run: RunSummary,
): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  const documents = new Map<string, ReportDocument>();
  for (const story of stories) {
    const rows = await store.documents(story.members.map((member) => member.id));
    for (const [id, document] of await reportDocuments(rows, blobs)) documents.set(id, document);
  }
  for (const { path, content } of reportFiles(stories, documents, run)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return join(folder, "index.html");
}
