import type { DocumentHints, DocumentMetadata, Facts, Span } from "@wirefold/core";
import { finishCleaning, readDocument } from "@wirefold/pipeline/clean-document";
import { type ExtractableDocument, extractDocument } from "@wirefold/pipeline/extract-document";
import { checkRecord, RecordError } from "../jsonl/parse-line.ts";
import { alignRaw } from "./align-raw.ts";
import { passingErrorsOn } from "./error-passthrough.ts";
import type { Decide } from "./filter.ts";
import { ExtractInput } from "./input-schemas.ts";
import { qualifyIds } from "./qualify-ids.ts";
import { assertBodySize } from "./read-body.ts";

/** Below this share the text was not cut from that raw text, and spans in it would point at nothing. */
const MIN_SHARE_FOUND = 0.8;

/** `wirefold extract`: spans in `text`, or in `raw` where it is given. */
export function extractFilter(): Decide {
  return passingErrorsOn((record) => {
    const { id, metadata, document } = extractableOf(checkRecord(ExtractInput, record));
    return factsOf(id, metadata, document).facts;
  });
}

/** The facts of a document, their ids unique over documents, and what is known of it then. */
export function factsOf(
  id: string,
  metadata: DocumentMetadata,
  document: ExtractableDocument,
): { readonly facts: Facts; readonly metadata: DocumentMetadata } {
  const found = extractDocument(id, metadata, document);
  return { ...found, facts: qualifyIds(found.facts) };
}

export interface Extractable {
  readonly id: string;
  readonly metadata: DocumentMetadata;
  readonly document: ExtractableDocument;
}

/** What fact extraction reads of a line. */
export function extractableOf(input: ExtractInput): Extractable {
  const { id, raw, text, hints } = input;
  const byline = input.byline ?? [];
  const metadata: DocumentMetadata = {
    title: hints.title ?? input.title ?? null,
    url: null,
    outlet: null,
    publishedAt: hints.published_at ?? input.published_at ?? input.date ?? null,
    language: input.language ?? null,
    wireCredit: input.wire_credit ?? null,
  };
  assertBodySize(raw ?? "");
  assertBodySize(text ?? "");
  const given = { id, metadata };
  if (typeof raw !== "string") return { ...given, document: { article: { byline }, text: text ?? "", excluded: [] } };
  if (typeof text !== "string") return fromRaw(raw, given, byline);
  const excluded = input.excluded ? within(raw, input.excluded) : excludedBeside(text, raw, metadata.title);
  return { ...given, document: { article: { byline }, text: raw, excluded } };
}

function within(raw: string, excluded: readonly Span[]): readonly Span[] {
  if (excluded.every(([start, end]) => start <= end && end <= raw.length)) return excluded;
  throw new RecordError("WIREFOLD_BAD_RECORD", "excluded: every span must lie within raw");
}

function excludedBeside(text: string, raw: string, title: string | null): readonly Span[] {
  const { excluded, found } = alignRaw(text, raw, title === null ? [] : [title]);
  if (found >= MIN_SHARE_FOUND) return excluded;
  const percent = Math.round(found * 100);
  throw new RecordError(
    "WIREFOLD_RAW_MISMATCH",
    `only ${percent} % of text stands in raw; raw must be the plain text that text was cut from (for HTML leave raw out)`,
  );
}

/** Only the untouched text is given: clean it, and keep facts out of what was cut. */
function fromRaw(raw: string, { id, metadata: given }: Omit<Extractable, "document">, byline: readonly string[]): Extractable {
  const hints: DocumentHints = {
    ...(given.title === null ? {} : { title: given.title }),
    ...(given.publishedAt === null ? {} : { published_at: given.publishedAt }),
  };
  const { document, metadata: read } = finishCleaning(readDocument({ id, body: raw, kind: "text", hints }));
  const metadata = {
    ...read,
    language: given.language ?? read.language,
    wireCredit: given.wireCredit ?? read.wireCredit,
  };
  const article = byline.length > 0 ? { byline: [...byline] } : document.article;
  return { id, metadata, document: { ...document, article } };
}
