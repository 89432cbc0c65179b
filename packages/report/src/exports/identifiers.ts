import type { StoryMember } from "@wirefold/core";
import { safeUrl } from "../page/markup.ts";

/** encodeURIComponent throws on these. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A URI for a thing that has only an id of ours. Characters outside the unreserved set are percent-encoded. */
export const urn = (kind: "story" | "document" | "claim" | "quotation", id: string): string =>
  `urn:wirefold:${kind}:${encodeURIComponent(id.replace(LONE_SURROGATE, "\ufffd")).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

/** The article's own address where it is http(s), else our URN. */
export const documentUri = (member: Pick<StoryMember, "id" | "url">): string => safeUrl(member.url) ?? urn("document", member.id);

/** RFC 3339 in UTC, or null: a date without a time or a zone is not one and is not made into one. */
export function dateTime(iso: string | null): string | null {
  if (iso === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.test(iso)) return null;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
