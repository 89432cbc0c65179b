import { type Article, Facts } from "@wirefold/core";
import { checkRecord, RecordError } from "../jsonl/parse-line.ts";
import { cleanBody } from "./clean-record.ts";
import { passingErrorsOn } from "./error-passthrough.ts";
import { factsInputOf, factsOf } from "./extract-record.ts";
import type { Decide, Place } from "./filter.ts";
import { CleanInput, ExtractInput, GroupLine, GroupRecord } from "./input-schemas.ts";

/** What reconciling knows of a document before it is grouped. */
export interface PreparedDocument {
  readonly kind: "document";
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published_at: string | null;
  readonly language: string | null;
  readonly wire_credit: string | null;
  /** The article's text, for grouping. */
  readonly body: string;
  /** The text the spans of `facts` count in: the body, or the untouched text where that is what was given. */
  readonly text: string;
  readonly facts: Facts;
}
export interface PreparedFacts {
  readonly kind: "facts";
  readonly id: string;
  readonly facts: Facts;
}
export interface PreparedGroup {
  readonly kind: "group";
  readonly id: string;
  readonly group: GroupLine;
}
export type Prepared = PreparedDocument | PreparedFacts | PreparedGroup;

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

function prepareArticle(record: Record<string, unknown>): PreparedDocument {
  const article = checkRecord(GroupRecord, record);
  const input = factsInputOf(checkRecord(ExtractInput, record));
  assertHasText(article.text);
  const { id, title, outlet, published_at, language, wire_credit, text } = article;
  const url = stringOrNull(record.url) ?? stringOrNull(record.canonical_url);
  const facts = factsOf(input);
  return { kind: "document", id, title, outlet, url, published_at, language, wire_credit, body: text, text: input.text, facts };
}

function preparePage(record: Record<string, unknown>, place: Place): PreparedDocument {
  const page = checkRecord(CleanInput, record);
  const article: Article = cleanBody(page, place.folder);
  assertHasText(article.text);
  // Plain text is quoted as it was given; a page's HTML is not something to point into, so its article is.
  const isPlain = typeof page.html !== "string" && typeof page.html_path !== "string";
  const known = {
    id: page.id,
    title: stringOrNull(record.title) ?? article.title,
    published_at: stringOrNull(record.published_at) ?? stringOrNull(record.date) ?? article.published_at,
    language: stringOrNull(record.language) ?? article.language,
    byline: article.byline,
    wire_credit: stringOrNull(record.wire_credit) ?? article.wire_credit,
  };
  const input = factsInputOf(
    isPlain ? { ...known, raw: page.text } : { ...known, text: article.text },
    isPlain ? article : undefined,
  );
  return {
    kind: "document",
    id: page.id,
    title: known.title,
    outlet: stringOrNull(record.outlet) ?? stringOrNull(record.source) ?? article.site,
    url: page.url ?? article.canonical_url,
    published_at: known.published_at,
    language: known.language,
    wire_credit: known.wire_credit,
    body: article.text,
    text: input.text,
    facts: factsOf(input),
  };
}

function assertHasText(text: string): void {
  if (text.trim() !== "") return;
  throw new RecordError("WIREFOLD_NO_ARTICLE", "no article was found in it; 'wirefold clean --explain' shows what was cut");
}

function stringOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
