import { lineFingerprint } from "@wirefold/article";
import type { Blobs, CleanedDocument, DocumentFetched, Facts, RecurringCounts } from "@wirefold/core";
import { extractDocument, finishCleaning, readDocument } from "@wirefold/pipeline";
import { type Pool, readCleaned, readFacts } from "@wirefold/store";

/** One field whose value would change. */
export interface FieldChange {
  readonly document: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Preview {
  readonly documents: number;
  readonly changed: number;
  readonly changes: readonly FieldChange[];
  /** Documents that the stage as it is now could not decide, with the error. */
  readonly failed: readonly { readonly document: string; readonly message: string }[];
}

interface StoredDocument {
  readonly id: string;
  readonly articleHash: string | null;
  readonly factsHash: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly wireCredit: string | null;
  readonly fetched: DocumentFetched | null;
}

/**
 * What the stage as it is now would decide about these documents, against what is stored, field by field. Nothing is written. Lines
 * that clean cut because they recur over the site are cut again; that others may have begun to recur is not foreseen.
 */
export async function previewReprocess(
  stage: "clean" | "extract",
  ids: readonly string[],
  { database, blobs }: { readonly database: Pool; readonly blobs: Blobs },
): Promise<Preview> {
  const { rows } = await database.query<StoredDocument>(
    `select d.id, d.article_hash as "articleHash", d.facts_hash as "factsHash", d.title, d.url, d.outlet, d.published_at as "publishedAt",
       d.language, d.wire_credit as "wireCredit", f.event as fetched
     from document d left join lateral (
       select e.event from result r cross join lateral jsonb_array_elements(r.outputs) e (event)
       where r.subject = d.locator_id and r.stage = 'fetch' and r.disposition = 'emitted' and e.event ->> 'documentId' = d.id
       order by r.finished_at desc limit 1
     ) f on true
     where d.id = any ($1) order by d.id`,
    [ids],
  );
  const changes: FieldChange[] = [];
  const failed: { document: string; message: string }[] = [];
  let changed = 0;
  for (const row of rows) {
    try {
      const found = stage === "clean" ? await compareCleaning(row, blobs) : await compareFacts(row, blobs);
      if (found.length > 0) changed += 1;
      changes.push(...found.map((change) => ({ document: row.id, ...change })));
    } catch (error) {
      failed.push({ document: row.id, message: (error as Error).message });
    }
  }
  return { documents: rows.length, changed, changes, failed };
}

type Change = Omit<FieldChange, "document">;

async function compareCleaning(row: StoredDocument, blobs: Blobs): Promise<Change[]> {
  if (row.fetched === null) return [];
  const { bodyHash, contentType, kind, hints } = row.fetched;
  const read = readDocument({ id: row.id, body: await blobs.get(bodyHash), contentType, kind, hints });
  const before = row.articleHash === null ? null : await readCleaned(blobs, row.articleHash);
  if (read.article.text === "") return before === null ? [] : [{ field: "article", before: "kept", after: "dropped: no-text" }];
  const { document, metadata } = finishCleaning(read, before === null ? undefined : recurringLinesCut(before));
  if (before === null) return [{ field: "article", before: "none", after: `${document.article.text.length} characters` }];
  return [
    ...textChanges("text", before.article.text, document.article.text),
    ...valueChange("title", row.title, metadata.title),
    ...valueChange("published_at", row.publishedAt, metadata.publishedAt),
    ...valueChange("byline", before.article.byline.join("; "), document.article.byline.join("; ")),
    ...valueChange("language", row.language, metadata.language),
    ...valueChange("outlet", row.outlet, metadata.outlet),
    ...valueChange("wire_credit", before.article.wire_credit ?? null, document.article.wire_credit ?? null),
  ];
}

/** What was cut as recurring, as clean is told of it. */
function recurringLinesCut({ article }: CleanedDocument): RecurringCounts {
  const cut = article.removed.filter(({ reason }) => reason === "recurring-line");
  return new Map(
    cut.flatMap(({ text }) => (lineFingerprint(text) === null ? [] : [[lineFingerprint(text) as string, 1] as const])),
  );
}

async function compareFacts(row: StoredDocument, blobs: Blobs): Promise<Change[]> {
  if (row.articleHash === null) return [];
  const cleaned = await readCleaned(blobs, row.articleHash);
  const { title, url, outlet, publishedAt, language, wireCredit } = row;
  const { facts } = extractDocument(row.id, { title, url, outlet, publishedAt, language, wireCredit }, cleaned);
  if (row.factsHash === null) return [{ field: "facts", before: "none", after: `${facts.quotes.length} quotes` }];
  const before = await readFacts(blobs, row.factsHash, cleaned.text);
  if (before === null) return [{ field: "facts", before: "of an earlier text", after: `${facts.quotes.length} quotes` }];
  const lists: readonly [string, (from: Facts) => readonly string[]][] = [
    ["quotes", (from) => from.quotes.map(({ text, speaker }) => `${text} – ${speaker ?? "nobody"}`)],
    ["figures", (from) => from.numeric_mentions.map(figureText)],
    ["dates", (from) => from.dates.map(({ text, iso }) => `${text} = ${iso ?? "?"}`)],
    ["names", (from) => from.entities.map(({ canonical, type }) => `${canonical} (${type})`)],
  ];
  return lists.flatMap(([field, read]) => listChanges(field, read(before), read(facts)));
}

function valueChange(field: string, before: string | null, after: string | null): Change[] {
  return before === after ? [] : [{ field, before: before ?? "none", after: after ?? "none" }];
}

/** Lines of a text that came or went. */
function textChanges(field: string, before: string, after: string): Change[] {
  return before === after ? [] : listChanges(field, before.split("\n"), after.split("\n"));
}

/** Items that stand on one side alone; one that moved is no change. */
function listChanges(field: string, before: readonly string[], after: readonly string[]): Change[] {
  const [had, has] = [new Set(before), new Set(after)];
  return [
    ...before.filter((item) => !has.has(item)).map((item) => ({ field, before: item, after: "" })),
    ...after.filter((item) => !had.has(item)).map((item) => ({ field, before: "", after: item })),
  ];
}

function figureText({ number, value, range, unit }: Facts["numeric_mentions"][number]): string {
  return `${number.text} = ${value ?? range?.join("–") ?? "?"} ${unit ?? ""}`.trim();
}
