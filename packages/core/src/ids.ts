import { hash } from "node:crypto";
import { z } from "zod";

/** One article as one outlet published it, at one URL and version. */
export const DocumentId = z.string().min(1).max(512).brand<"DocumentId">();
export type DocumentId = z.output<typeof DocumentId>;

/** The id of a story: the smallest document id among its members. */
export const StoryId = z.string().min(1).max(512).brand<"StoryId">();
export type StoryId = z.output<typeof StoryId>;

/** SHA-256 of bytes or of a string's UTF-8 form, lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}

/**
 * Names a document by where it was found and what it said, so ingesting the same bytes from the same place twice
 * names the same document, and a changed page is a new version. 80 bits: a collision among 10^9 documents has a
 * chance below 10^-6 (birthday bound n^2 / 2^81).
 */
export function documentIdOf(locator: string, contentHash: string): DocumentId {
  return DocumentId.parse(sha256(`${locator}\n${contentHash}`).slice(0, 20));
}
