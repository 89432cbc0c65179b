import { Facts } from "@wirefold/core";
import { finishCleaning } from "@wirefold/pipeline/clean-document";
import { checkRecord, RecordError } from "../jsonl/parse-line.ts";
import { articleLine, readPage } from "./clean-record.ts";
import { passingErrorsOn } from "./error-passthrough.ts";
import { extractableOf, factsOf } from "./extract-record.ts";
import type { Decide, Place } from "./filter.ts";
import { ExtractInput, GroupLine, GroupRecord } from "./input-schemas.ts";
import { NO_ARTICLE, type Prepared, type PreparedDocument } from "./prepared-record.ts";

/**
 * The per-record part of `wirefold reconcile`: tells what a line is (a line of `group`, of `extract`, an article of
 * `clean`, or a raw page) and does what is still missing, so that the expensive part runs in parallel.
 */
export function prepareFilter(): Decide {
  return passingErrorsOn((record, place): Prepared => {
    if (isGroupLine(record)) {
      const group = checkRecord(GroupLine, record);
      return { kind: "group", id: group.id, group };
    }
    if (Array.isArray(record.numeric_mentions) || Array.isArray(record.quotes)) {
      checkRecord(Facts, record);
      return { kind: "facts", id: String(record.id), facts: record as unknown as Facts };
    }
    return isArticle(record) ? prepareArticle(record) : preparePage(record, place);
  });
}

function isGroupLine(record: Record<string, unknown>): boolean {
  return typeof record.lineage === "string" && typeof record.story === "string" && typeof record.copy === "string";
}

/** `clean` leaves its blocks and what it removed; a page that was never cleaned has neither. */
function isArticle(record: Record<string, unknown>): boolean {
  return typeof record.text === "string" && (Array.isArray(record.blocks) || Array.isArray(record.removed));
}

/** A page is cleaned, and then goes the way of a line of `clean`. */
function preparePage(record: Record<string, unknown>, place: Place): PreparedDocument {
  const read = readPage(record, place.folder);
  return prepareArticle(articleLine(read, finishCleaning(read)));
}

function prepareArticle(record: Record<string, unknown>): PreparedDocument {
  const group = checkRecord(GroupRecord, record);
  const { id, metadata, document } = extractableOf(checkRecord(ExtractInput, record));
  if (group.text.trim() === "") {
    throw new RecordError(NO_ARTICLE, "no article was found in it; 'wirefold clean --explain' shows what was cut");
  }
  const known = { ...metadata, url: urlOf(record), outlet: group.outlet };
  return { kind: "document", id, group, text: document.text, ...factsOf(id, known, document) };
}

/** The address a page gives itself, else the one it was found at. */
function urlOf(record: Record<string, unknown>): string | null {
  const hints = record.hints as { url?: unknown } | null | undefined;
  for (const value of [record.canonical_url, hints?.url, record.url]) if (typeof value === "string" && value !== "") return value;
  return null;
}
