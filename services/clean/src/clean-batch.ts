import {
  cutRecurringLines,
  decodeInput,
  documentLines,
  extractArticle,
  lineFingerprint,
  OWN_WORDS,
  siteOf,
  sniffKind,
} from "@wirefold/article";
import {
  type Article,
  type Blobs,
  type CleanedDocument,
  type DocumentCleaned,
  type DocumentFetched,
  type DocumentLines,
  drop,
  emit,
  type RecurringCounts,
  type RecurringLines,
  type Span,
  shelfOf,
} from "@wirefold/core";
import { writeJson } from "@wirefold/store";
import { type Answer, answerEach } from "@wirefold/worker";
import { toStorable } from "./to-storable.ts";

export interface CleanStores {
  readonly blobs: Blobs;
  /** What recurs over the documents of a site. */
  readonly lines: RecurringLines;
}

/** A document before what recurs is cut from it. */
interface Extracted {
  readonly input: DocumentFetched;
  readonly article: Article;
  readonly kind: "html" | "text";
  /** A plain text; a page's markup is not needed any more. */
  readonly decoded: string;
}

/**
 * Cleans a batch: body in, article stored, its name and metadata out. What each article is by itself is decided first and its
 * lines are filed, committed; only then each is cut by what recurs over all documents of its site. Where a line turns later, the
 * documents that hold it are owed here again.
 */
export async function cleanBatch(inputs: readonly DocumentFetched[], stores: CleanStores): Promise<Answer<DocumentCleaned>[]> {
  const read = await answerEach<DocumentFetched, Extracted>(inputs, async (input) => {
    const contentType = input.contentType ?? undefined;
    const decoded = decodeInput(await stores.blobs.get(input.bodyHash), { contentType });
    const kind = input.kind ?? sniffKind(decoded, contentType);
    const article = extractArticle(decoded, { kind, contentType, url: input.hints.url });
    return article.text === "" ? drop("no-text") : emit({ input, article, kind, decoded: kind === "text" ? decoded : "" });
  });
  const extracted = read.flatMap((answer) => (answer.kind === "emit" ? answer.outputs : []));
  const recurring = await learn(extracted, stores.lines);
  const cleaned = await answerEach<Extracted, DocumentCleaned>(extracted, (one) =>
    finish(one, recurring.get(one.input.documentId), stores.blobs),
  );
  let next = 0;
  return read.map((answer) => (answer.kind === "emit" ? cleaned[next++]! : answer));
}

/** Files the lines of those whose site is known, and asks which recur. */
async function learn(extracted: readonly Extracted[], lines: RecurringLines): Promise<ReadonlyMap<string, RecurringCounts>> {
  const entries = extracted.flatMap(({ input, article }): DocumentLines[] => {
    const site = siteOf(input.hints, article);
    if (site === null) return [];
    return [{ id: input.documentId, shelf: shelfOf(site, publishedAtOf(input, article)), ...documentLines(article) }];
  });
  if (entries.length === 0) return new Map();
  const { recurring } = await lines.learn(entries);
  return new Map(entries.map(({ id }, index) => [id, recurring[index]!]));
}

async function finish({ input, article: whole, kind, decoded }: Extracted, recurring: RecurringCounts | undefined, blobs: Blobs) {
  const cut = recurring === undefined ? whole : cutRecurringLines(whole, (line) => recurring.has(line));
  const { value: cleaned, json } = toStorable(toCleanedDocument(cut, kind, decoded));
  const { article } = cleaned;
  const output: DocumentCleaned = {
    ...input,
    articleHash: await writeJson(blobs, cleaned, json),
    title: input.hints.title ?? article.title,
    url: article.canonical_url ?? input.hints.url ?? null,
    outlet: input.hints.outlet ?? article.site,
    publishedAt: publishedAtOf(input, article),
    language: article.language,
    wireCredit: article.wire_credit,
  };
  const basis = recurring === undefined ? {} : { basis: [...recurring.keys()].sort().join(" ") };
  return { ...emit(output), detail: summaryOf(article, recurring), ...basis };
}

function publishedAtOf(input: DocumentFetched, article: Article): string | null {
  return input.hints.published_at ?? article.published_at;
}

/** Chooses the text facts refer to (see {@link CleanedDocument}). `decoded` is the input the article was made from. */
export function toCleanedDocument(article: Article, kind: "html" | "text", decoded: string): CleanedDocument {
  if (kind === "html") {
    const text =
      article.title === null || article.text.startsWith(article.title) ? article.text : `${article.title}\n\n${article.text}`;
    return { article, text, excluded: [] };
  }
  const excluded = article.removed.flatMap((removal): Span[] =>
    removal.span && !OWN_WORDS.has(removal.reason) ? [removal.span] : [],
  );
  return { article, text: decoded, excluded };
}

/**
 * What a trace shows of a cleaning: the removals by reason, each line with its reason, bounded; of a recurring one also over how
 * many unlike documents of the site it was found at the time.
 */
function summaryOf(article: Article, recurring: RecurringCounts | undefined): Record<string, unknown> {
  const removed = article.removed.slice(0, 200).map(({ reason, text }) => {
    const documents = reason === "recurring-line" ? recurring?.get(lineFingerprint(text) ?? "") : undefined;
    return { reason, text: clip(text), ...(documents === undefined ? {} : { documents }) };
  });
  return {
    kept: article.blocks.length,
    removed,
    ...(article.removed.length > 200 ? { more: article.removed.length - 200 } : {}),
  };
}

/** Never ends within a surrogate pair: the store takes no half of one. */
function clip(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
