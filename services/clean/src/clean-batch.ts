import {
  type Blobs,
  type DocumentCleaned,
  type DocumentFetched,
  type DocumentLines,
  drop,
  emit,
  mustAt,
  type Outcome,
  type RecurringCounts,
  type RecurringLines,
} from "@wirefold/core";
import {
  cleaningSummary,
  finishCleaning,
  type ReadDocument,
  readDocument,
  recurringLinesOf,
  whyNoArticle,
} from "@wirefold/pipeline/clean-document";
import { writeJson } from "@wirefold/store";
import { type Answer, answerEach, type Watch, type Written } from "@wirefold/worker/stage";

export interface CleanStores {
  readonly blobs: Blobs;
  /** What recurs over the documents of a site. */
  readonly lines: RecurringLines;
}

/** A document before what recurs is cut from it. */
interface Extracted {
  readonly input: DocumentFetched;
  readonly read: ReadDocument;
}

/**
 * Cleans a batch: body in, article stored, its name and metadata out. What each article is by itself is decided first and its
 * lines are filed, committed; only then each is cut by what recurs over all documents of its site. Where a line turns later, the
 * documents that hold it are owed here again.
 */
export async function cleanBatch(
  inputs: readonly DocumentFetched[],
  stores: CleanStores,
  watch?: Watch,
): Promise<Answer<DocumentCleaned>[]> {
  const readOne = async (input: DocumentFetched, works: () => void): Promise<Outcome<Extracted>> => {
    const { documentId: id, contentType, kind, hints } = input;
    const body = await stores.blobs.get(input.bodyHash);
    works();
    const document = readDocument({ id, body, contentType, kind, hints });
    const why = whyNoArticle(document.article);
    if (why === "no-article") return drop("no-article");
    return why === null ? emit({ input, read: document }) : drop("no-text");
  };
  const read = await answerEach(inputs, readOne, { watch });
  const extracted = read.flatMap((answer) => (answer.kind === "emit" ? answer.outputs : []));
  const recurring = await learn(extracted, stores.lines);
  const finishOne = async (one: Extracted, works: () => void): Promise<Written<DocumentCleaned>> => {
    works();
    return finish(one, recurring.get(one.read.id), stores.blobs);
  };
  const cleaned = await answerEach(extracted, finishOne, { watch: watch && placed(watch, extracted, inputs) });
  let next = 0;
  return read.map((answer) => (answer.kind === "emit" ? mustAt(cleaned, next++) : answer));
}

/** A watch for the documents that are left, told by their places in the batch. */
function placed(watch: Watch, extracted: readonly Extracted[], inputs: readonly DocumentFetched[]): Watch {
  const places = extracted.map(({ input }) => inputs.indexOf(input));
  const at = (index: number) => places[index] ?? 0;
  return { begins: (i) => watch.begins(at(i)), works: (i) => watch.works(at(i)), ends: (i) => watch.ends(at(i)) };
}

/** Files the lines of those whose site is known, and asks which recur. */
async function learn(extracted: readonly Extracted[], lines: RecurringLines): Promise<ReadonlyMap<string, RecurringCounts>> {
  const entries = extracted.map(({ read }) => recurringLinesOf(read)).filter((entry): entry is DocumentLines => entry !== null);
  if (entries.length === 0) return new Map();
  const { recurring } = await lines.learn(entries);
  return new Map(entries.map(({ id }, index) => [id, recurring[index] ?? new Map()]));
}

function finish({ input, read }: Extracted, recurring: RecurringCounts | undefined, blobs: Blobs): Written<DocumentCleaned> {
  const { document, json, metadata } = finishCleaning(read, recurring);
  const { hash, written } = writeJson(blobs, document, json);
  const output: DocumentCleaned = { ...input, articleHash: hash, ...metadata };
  const basis = recurring === undefined ? {} : { basis: [...recurring.keys()].sort().join(" ") };
  const detail = cleaningSummary(document.article, recurring);
  return { once: written, outcome: { kind: "emit", outputs: [output], detail, ...basis } };
}
