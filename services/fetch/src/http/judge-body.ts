import { sniffDocument } from "@wirefold/sources/sniff-document";
import { looksLikeText } from "./unpack.ts";

export type JudgedBody =
  | { readonly is: "article"; readonly kind: "html" | "text" | null; readonly contentType: string | null }
  /** A list of documents: a feed or a sitemap. */
  | { readonly is: "feed" | "sitemap"; readonly contentType: string | null }
  | { readonly is: "other"; readonly what: string };

const html = /^(text\/html|application\/xhtml\+xml)\s*(;|$)/i;
const xml = /^(?:text|application)\/(?:[\w.+-]+\+)?xml\s*(;|$)/i;
const plain = /^text\/(plain|markdown|x-markdown|csv)\s*(;|$)/i;
const json = /^application\/(?:[\w.+-]+\+)?json\s*(;|$)/i;
/** A type that says what a body is, and it is no text. Its bytes are not even looked at. */
const neverText =
  /^(image\/(?!svg)|audio\/|video\/|font\/|application\/(pdf|zip|x-7z|x-rar|msword|vnd\.(?!.*(xml|json|html))|wasm))/i;

/** Whether a body of this declared type is worth reading at all. */
export function maybeText(contentType: string | null): boolean {
  return contentType === null || !neverText.test(contentType.trim());
}

/**
 * What a body is. Its first bytes decide where they carry a mark (a doctype, a root element), since servers send pages
 * as text/plain, application/octet-stream and nonsense; the declared type decides the rest, so a plain text with tags in
 * it stays one. XML that is no page, no feed and no sitemap is never an article.
 */
export function judgeBody(bytes: Uint8Array, declared: string | null): JudgedBody {
  const contentType = declared?.trim() || null;
  const sniffed = sniffDocument(bytes);
  if (sniffed === "feed" || sniffed === "sitemap") return { is: sniffed, contentType };
  // Its version, which tells it from other JSON, may stand behind a long description.
  if (sniffed === null && contentType !== null && /^application\/feed\+json\b/i.test(contentType))
    return { is: "feed", contentType };
  // A page has `html` for its root, whatever it is sent as.
  if (sniffed === "xml") return { is: "other", what: contentType === null || html.test(contentType) ? "XML" : contentType };
  if (contentType !== null && html.test(contentType)) return { is: "article", kind: null, contentType };
  if (sniffed === "html") return { is: "article", kind: "html", contentType: asHtml(contentType) };
  if (contentType !== null && xml.test(contentType)) return { is: "other", what: contentType };
  if (contentType !== null && plain.test(contentType)) return { is: "article", kind: null, contentType };
  const isNamed = contentType !== null && /^[\w.+-]+\/[\w.+-]+\s*(;|$)/.test(contentType);
  if (isNamed && (json.test(contentType) || !/octet-stream|^text\/|unknown/i.test(contentType)))
    return { is: "other", what: contentType };
  // No type, or one that says nothing: text is taken as such, and clean judges what there is in it.
  if (!looksLikeText(bytes)) return { is: "other", what: nameOf(contentType, "binary data") };
  return { is: "article", kind: null, contentType: isNamed && /^text\//i.test(contentType) ? "text/plain" : null };
}

/** The charset survives, the lie does not. */
function asHtml(contentType: string | null): string {
  const charset = /charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(contentType ?? "")?.[1];
  return charset === undefined ? "text/html" : `text/html; charset=${charset}`;
}

function nameOf(contentType: string | null, otherwise: string): string {
  return contentType ?? otherwise;
}
