const htmlStart = /<(?:!doctype\s+html|html|head|body|title|meta|div|p|h1|article|section|table|script|br|span|a)\b/i;

/** What only a page begins with; white space, a byte order mark, comments and an XML declaration may stand before it. */
const pageStart = /^[\s\uFEFF]*(?:<\?xml[^>]{0,200}>\s*|<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
/** A text that is nothing but elements: it begins with one, and has end tags. */
const elementStart =
  /^[\s\uFEFF]*<(?:p|div|article|section|main|header|h[1-6]|table|ul|ol|span|center|blockquote)(?:\s[^<>]{0,400})?>/i;
const endTag = /<\/(?:p|div|article|section|main|h[1-6]|table|ul|ol|li|span|blockquote)\s*>/gi;
const END_TAGS_MIN = 2;
const anyTag = /<\/?(?:html|head|body|title|meta|div|p|h[1-6]|article|section|table|script|br|span|a|li|ul)\b[^<>]*>/gi;
const TAGS_MIN = 8;
const TAGS_CHARS = 40_000;

/**
 * HTML or plain text. What a page begins with decides before the media type, which servers get wrong; a text that only speaks of tags
 * does not begin with one.
 */
export function sniffKind(text: string, contentType?: string): "html" | "text" {
  const mediaType = (contentType ?? "").replace(/;.*$/s, "").trim().toLowerCase();
  if (mediaType === "text/html" || mediaType.endsWith("xhtml+xml")) return "html";
  const head = text.slice(0, 4000);
  if (isPage(text, head)) return "html";
  if (mediaType.startsWith("text/")) return "text";
  // Without a type: a text that speaks of tags does not begin with one, and has few of them.
  if (/^[\s\uFEFF]*</.test(head) && htmlStart.test(head)) return "html";
  return [...text.slice(0, TAGS_CHARS).matchAll(anyTag)].length >= TAGS_MIN ? "html" : "text";
}

const isPage = (text: string, head: string): boolean =>
  pageStart.test(head) ||
  (elementStart.test(head) &&
    [...text.slice(0, 20_000).matchAll(endTag)].length >= END_TAGS_MIN &&
    /<\/[a-z0-9]+\s*>\s*$/i.test(text.slice(-200)));
