import type { Blobs, Removal } from "@wirefold/core";
import { groupBy } from "@wirefold/core";
import { type ArticleVersion, type ReportDocument, type Revision, revisionsOf } from "@wirefold/report";
import { type DocumentRow, type PageVersion, readCleaned } from "@wirefold/store";

/** A story page shows its members' words; beyond this many it says how many more there are. */
const DOCUMENTS_MAX = 200;

/** What a story page shows of its members. A body that cannot be read leaves its member listed without words, and the page whole. */
export async function storyDocuments(
  rows: readonly DocumentRow[],
  blobs: Blobs,
  store: { versions(locators: readonly string[]): Promise<readonly PageVersion[]> },
): Promise<Map<string, ReportDocument>> {
  const documents = new Map<string, ReportDocument>();
  const shown = rows.slice(0, DOCUMENTS_MAX);
  const versions = groupBy(await store.versions([...new Set(shown.map(({ locator }) => locator))]), ({ locator }) => locator);
  const told = new Set<string>();
  await Promise.all(
    shown.map(async (row) => {
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
  for (const row of shown) {
    const document = documents.get(row.id);
    const ofPage = versions.get(row.locator) ?? [];
    // Several versions may be members; the changes are told once.
    if (document === undefined || ofPage.length < 2 || told.has(row.locator)) continue;
    told.add(row.locator);
    documents.set(row.id, { ...document, revisions: await pageRevisions(ofPage, blobs) });
  }
  return documents;
}

/** What an outlet changed in a page, version by version. A version that is not cleaned yet, or cannot be read, is passed over. */
export async function pageRevisions(versions: readonly PageVersion[], blobs: Blobs): Promise<Revision[]> {
  const read = await Promise.all(
    versions.slice(-VERSIONS_MAX).map(async ({ id, storedAt, title, articleHash }): Promise<ArticleVersion[]> => {
      const cleaned = articleHash === null ? null : await readCleaned(blobs, articleHash).catch(() => null);
      return cleaned === null ? [] : [{ id, at: storedAt.toISOString(), title, text: cleaned.text }];
    }),
  );
  return revisionsOf(read.flat());
}

/** The newest versions of a page that are compared. */
const VERSIONS_MAX = 20;

export async function removalsOf(articleHash: string | null, blobs: Blobs): Promise<readonly Removal[]> {
  return articleHash === null ? [] : (await readCleaned(blobs, articleHash)).article.removed;
}
