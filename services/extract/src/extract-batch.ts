import { type Blobs, type CleanedDocument, type DocumentCompared, emit, type FactsExtracted } from "@wirefold/core";
import { extractFacts } from "@wirefold/facts";
import { readJson, writeJson } from "@wirefold/store";
import { type Answer, answerEach } from "@wirefold/worker";

/** Reads the facts of a batch of cleaned documents and stores them. */
export function extractBatch(inputs: readonly DocumentCompared[], blobs: Blobs): Promise<Answer<FactsExtracted>[]> {
  return answerEach<DocumentCompared, FactsExtracted>(inputs, async (input) => {
    const cleaned = await readJson<CleanedDocument>(blobs, input.articleHash);
    const facts = extractFacts({
      id: input.documentId,
      title: input.title,
      text: cleaned.text,
      published_at: input.publishedAt,
      language: input.language,
      byline: cleaned.article.byline,
      wire_credit: input.wireCredit,
      excluded: cleaned.excluded,
    });
    const factsHash = await writeJson(blobs, facts);
    const { quotes, numeric_mentions, dates, entities } = facts;
    const detail = { quotes: quotes.length, figures: numeric_mentions.length, dates: dates.length, names: entities.length };
    return { ...emit({ ...input, wireCredit: input.wireCredit ?? facts.wire_credit, factsHash }), detail };
  });
}
