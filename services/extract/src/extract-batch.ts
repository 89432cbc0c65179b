import { type Blobs, type DocumentCompared, emit, type FactsExtracted } from "@wirefold/core";
import { extractDocument } from "@wirefold/pipeline/extract-document";
import { readCleaned, writeFacts } from "@wirefold/store";
import { type Answer, answerEach, type Watch } from "@wirefold/worker/stage";

/** Reads the facts of a batch of cleaned documents and stores them. */
export function extractBatch(
  inputs: readonly DocumentCompared[],
  blobs: Blobs,
  watch?: Watch,
): Promise<Answer<FactsExtracted>[]> {
  const extract = async (input: DocumentCompared, works: () => void) => {
    const cleaned = await readCleaned(blobs, input.articleHash);
    works();
    const { facts, metadata } = extractDocument(input.documentId, input, cleaned);
    const { hash, written } = writeFacts(blobs, facts, cleaned.text);
    const { quotes, numeric_mentions, dates, entities } = facts;
    const detail = { quotes: quotes.length, figures: numeric_mentions.length, dates: dates.length, names: entities.length };
    const outcome = { ...emit<FactsExtracted>({ ...input, wireCredit: metadata.wireCredit, factsHash: hash }), detail };
    return { once: written, outcome };
  };
  return answerEach<DocumentCompared, FactsExtracted>(inputs, extract, { watch });
}
