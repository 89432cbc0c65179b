import { parseUrl } from "@wirefold/core";

/** A document that a list (a feed, a sitemap, a table) names, with what the list says of it. */
export interface ListedDocument {
  /** Where it stands on the web, resolved; null where the list gives none. */
  readonly url: string | null;
  readonly title: string | null;
  /** Its body as HTML, where the list carries one. */
  readonly html: string | null;
  /** Whether `html` is meant to be all of it, and no teaser. */
  readonly whole: boolean;
  /** ISO 8601. */
  readonly publishedAt: string | null;
  /** ISO 8601; changes when the document does. */
  readonly modifiedAt: string | null;
  readonly outlet: string | null;
  /** The list's own name for it. */
  readonly id: string | null;
}

/** An address of a list, resolved against the list's own; null for what is no http(s) address. */
export function resolveAddress(href: string | null | undefined, base: string | null): string | null {
  const trimmed = href?.trim() ?? "";
  if (trimmed === "" || trimmed.length > 8000) return null;
  const resolved = parseUrl(trimmed) ?? (base === null ? null : parseUrl(trimmed, base));
  if (resolved === null || !/^https?:$/.test(resolved.protocol)) return null;
  resolved.hash = "";
  return resolved.href;
}

/** XML without its document type, and so without entities of its own. */
export function withoutDoctype(text: string): string {
  const start = text.slice(0, 65_536).search(/<!doctype\b/i);
  if (start === -1) return text;
  let depth = 0;
  let end = start;
  for (; end < text.length; end += 1) {
    const character = text[end];
    if (character === "[") depth += 1;
    else if (character === "]") depth -= 1;
    else if (character === ">" && depth <= 0) break;
  }
  return text.slice(0, start) + text.slice(end + 1);
}

/** Bare ampersands, as lists written by hand have them in addresses, escaped; those in CDATA sections mean themselves. */
export function escapeBareAmpersands(text: string): string {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const open = text.indexOf("<![CDATA[", from);
    const outside = open === -1 ? text.length : open;
    parts.push(text.slice(from, outside).replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,31});)/gi, "&amp;"));
    const close = open === -1 ? -1 : text.indexOf("]]>", open);
    from = close === -1 ? text.length : close + 3;
    parts.push(text.slice(outside, from));
  }
  return parts.join("");
}
