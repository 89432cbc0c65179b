import { decodeInput, extractArticle, OWN_WORDS, sniffKind } from "@wirefold/article";
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
import { toStorable } from "./to-storable.ts";

/** Cleans a batch: body in, article stored, its name and metadata out. */
export function cleanBatch(inputs: readonly DocumentFetched[], blobs: Blobs): Promise<Answer<DocumentCleaned>[]> {
  return answerEach<DocumentFetched, DocumentCleaned>(inputs, async (input) => {
    const contentType = input.contentType ?? undefined;
    const decoded = decodeInput(await blobs.get(input.bodyHash), { contentType });
    const kind = input.kind ?? sniffKind(decoded, contentType);
    const extracted = extractArticle(decoded, { kind, contentType, url: input.hints.url });
    if (extracted.text === "") return drop("no-text");
    const { value: cleaned, json } = toStorable(toCleanedDocument(extracted, kind, decoded));
    const { article } = cleaned;
    const articleHash = await blobs.put(Buffer.from(json));
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

/** What a trace shows of a cleaning: the removals by reason, each line with its reason, bounded. */
function summaryOf(article: Article): Record<string, unknown> {
  const removed = article.removed.slice(0, 200).map(({ reason, text }) => ({ reason, text: clip(text) }));
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
