import { extractArticle, siteOf } from "@wirefold/article";
import type { Article } from "@wirefold/core";
import { checkRecord, RecordError } from "../jsonl/parse-line.ts";
import { passingErrorsOn } from "./error-passthrough.ts";
import type { Decide } from "./filter.ts";
import { CleanInput } from "./input-schemas.ts";
import { readBody } from "./read-body.ts";

/** `wirefold clean`: a page, as HTML or as plain text, becomes its article. */
export function cleanFilter(): Decide {
  return passingErrorsOn((record, place) => {
    const input = checkRecord(CleanInput, record);
    return { id: input.id, ...cleanBody(input, place.folder) };
  });
}

/** The same, with the site the page belongs to, for `clean --recurring`. */
export function cleanSitesFilter(): Decide {
  return passingErrorsOn((record, place) => {
    const input = checkRecord(CleanInput, record);
    const article = cleanBody(input, place.folder);
    return { site: siteOf({ url: input.url ?? undefined }, article), record: { id: input.id, ...article } };
  });
}

/** Cleans whichever body the record gives. Throws RecordError when it gives none. */
export function cleanBody(input: CleanInput, folder: string): Article {
  const options = { url: input.url ?? undefined, contentType: input.content_type ?? undefined };
  if (typeof input.html === "string") return extractArticle(input.html, { ...options, kind: "html" });
  if (typeof input.html_path === "string") {
    // Only .txt tells for certain; everything else is left to the bytes, as browsers do.
    const kind = /\.txt(\.gz)?$/i.test(input.html_path) ? "text" : undefined;
    return extractArticle(readBody(input.html_path, folder), { ...options, kind });
  }
  if (typeof input.text === "string") return extractArticle(input.text, { ...options, kind: "text" });
  throw new RecordError("WIREFOLD_BAD_RECORD", "one of html, html_path and text must be given");
}
