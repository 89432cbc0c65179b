import { type DocumentHints, documentHintsOf, kindOfName } from "@wirefold/core";
import {
  type Cleaned,
  finishCleaning,
  type ReadDocument,
  readDocument,
  type SourceDocument,
} from "@wirefold/pipeline/clean-document";
import { checkRecord, RecordError } from "../jsonl/parse-line.ts";
import { passingErrorsOn } from "./error-passthrough.ts";
import type { Decide } from "./filter.ts";
import { CleanInput } from "./input-schemas.ts";
import { readRecordBody } from "./read-body.ts";

/** `wirefold clean`: a page, as HTML or as plain text, becomes its article. */
export function cleanFilter(): Decide {
  return passingErrorsOn((record, place) => {
    const read = readPage(record, place.folder);
    return articleLine(read, finishCleaning(read));
  });
}

/** The first half of it, for `clean --recurring`, which cuts what recurs once all pages were read. */
export function readFilter(): Decide {
  return passingErrorsOn((record, place) => readPage(record, place.folder));
}

/** Reads whichever body the record gives. Throws RecordError when it gives none. */
export function readPage(record: Record<string, unknown>, folder: string): ReadDocument {
  return readDocument(sourceOf(record, folder));
}

function sourceOf(record: Record<string, unknown>, folder: string): SourceDocument {
  const { id, html, html_path, text, content_type: contentType } = checkRecord(CleanInput, record);
  const given = { id, contentType, hints: documentHintsOf(record) };
  // Archives that keep both often leave one of them empty.
  if (typeof html === "string" && (html !== "" || (text == null && html_path == null)))
    return { ...given, body: html, kind: "html" };
  if (typeof html_path === "string") return { ...given, body: readRecordBody(html_path, folder), kind: kindOfName(html_path) };
  if (typeof text === "string") return { ...given, body: text, kind: "text" };
  throw new RecordError("WIREFOLD_BAD_RECORD", "one of html, html_path and text must be given");
}

/**
 * A line of `clean`: the article, and all that the later filters need to decide as the pipeline does: `hints`, what the input
 * said of the document; `raw`, the text that facts refer to, where that is another than the article's; `excluded`, its parts
 * that are not the document's own words.
 */
export function articleLine({ id, hints }: { id: string; hints: DocumentHints }, { document }: Cleaned): Record<string, unknown> {
  const { article, text, excluded } = document;
  return {
    id,
    ...article,
    ...(Object.keys(hints).length === 0 ? {} : { hints }),
    ...(text === article.text && excluded.length === 0 ? {} : { raw: text, excluded }),
  };
}
