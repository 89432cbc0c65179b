import { decodeInput, extractArticle } from "@wirefold/article";
import {
  type Article,
  type Blobs,
  type CleanedDocument,
  type DocumentCleaned,
  type DocumentFetched,
  drop,
  emit,
  type Span,
} from "@wirefold/core";
import { type Answer, answerEach } from "@wirefold/stage";

/** Cleans a batch: body in, article stored, its name and metadata out. */
export function cleanBatch(inputs: readonly DocumentFetched[], blobs: Blobs): Promise<Answer<DocumentCleaned>[]> {
  return answerEach<DocumentFetched, DocumentCleaned>(inputs, async (input) => {
    const bytes = await blobs.get(input.bodyHash);
    const options = {
      ...(input.hints.url ? { url: input.hints.url } : {}),
      ...(input.contentType ? { contentType: input.contentType } : {}),
      ...(input.kind ? { kind: input.kind } : {}),
    };
    const article = extractArticle(bytes, options);
    if (article.text === "") return drop("no-text");
    const cleaned = toCleanedDocument(article, () => decodeInput(bytes, options));
    const articleHash = await blobs.put(Buffer.from(JSON.stringify(cleaned)));
    const output: DocumentCleaned = {
      ...input,
      articleHash,
      title: input.hints.title ?? article.title,
      url: article.canonical_url ?? input.hints.url ?? null,
      outlet: input.hints.outlet ?? article.site,
      publishedAt: input.hints.published_at ?? article.published_at,
      language: article.language,
      wireCredit: article.wire_credit,
    };
    return { ...emit(output), detail: summaryOf(article) };
  });
}

/** Removals that are the document's own words, said a second time or under a picture: facts are read from them too. */
const ownWords = new Set(["repeated-headline", "caption", "headline", "title"]);

/** Chooses the text facts refer to (see {@link CleanedDocument}). */
export function toCleanedDocument(article: Article, decoded: () => string): CleanedDocument {
  const fromMarkup = article.evidence.some((item) => item.field === "kind" && item.value === "html");
  if (fromMarkup) {
    const text =
      article.title === null || article.text.startsWith(article.title) ? article.text : `${article.title}\n\n${article.text}`;
    return { article, text, excluded: [] };
  }
  const excluded = article.removed.flatMap((removal): Span[] =>
    removal.span && !ownWords.has(removal.reason) ? [removal.span] : [],
  );
  return { article, text: decoded(), excluded };
}

/** What a trace shows of a cleaning: the removals by reason, each line with its reason, bounded. */
function summaryOf(article: Article): Record<string, unknown> {
  const removed = article.removed
    .slice(0, 200)
    .map(({ reason, text }) => ({ reason, text: text.length > 200 ? `${text.slice(0, 199)}…` : text }));
  return {
    kept: article.blocks.length,
    removed,
    ...(article.removed.length > 200 ? { more: article.removed.length - 200 } : {}),
  };
}
