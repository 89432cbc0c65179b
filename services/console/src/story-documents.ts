import type { Blobs, Removal } from "@wirefold/core";
import type { ReportDocument } from "@wirefold/report";
import { type DocumentRow, readCleaned } from "@wirefold/store";

/** A story page shows its members' words; beyond this many it says how many more there are. */
const DOCUMENTS_MAX = 200;

/** What a story page shows of its members. A body that cannot be read leaves its member listed without words, and the page whole. */
export async function storyDocuments(rows: readonly DocumentRow[], blobs: Blobs): Promise<Map<string, ReportDocument>> {
  const documents = new Map<string, ReportDocument>();
  await Promise.all(
    rows.slice(0, DOCUMENTS_MAX).map(async (row) => {
      if (row.articleHash === null) return;
      const cleaned = await readCleaned(blobs, row.articleHash).catch(() => null);
      if (cleaned === null) return;
      documents.set(row.id, {
        id: row.id,
        title: row.title,
        url: row.url ?? row.locator,
        outlet: row.outlet,
        published_at: row.publishedAt,
        text: cleaned.text,
        removed: cleaned.article.removed,
      });
    }),
  );
  return documents;
}

export async function removalsOf(articleHash: string | null, blobs: Blobs): Promise<readonly Removal[]> {
  return articleHash === null ? [] : (await readCleaned(blobs, articleHash)).article.removed;
}
