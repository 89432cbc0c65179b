import { type Article, type DocumentLines, parseUrl, SKETCH_WORDS } from "@wirefold/core";
import { findQuotedSpans } from "@wirefold/text";
import { eachFoldedWord } from "./html/title-words.ts";
import { itemAt } from "./indexing.ts";
import { lineFingerprint } from "./recurring-lines.ts";

/** A label, a promo, a credit: a line that makes no sentence is seldom longer. UTF-16 units. */
const LABEL_CHARS_MAX = 160;
/** An appeal, a company's or an author's description. */
const SENTENCE_CHARS_MAX = 600;
/** Sentences are boilerplate only where articles begin and end; in between they are what is reported. */
const HEAD_BLOCKS = 2;
const TAIL_BLOCKS = 5;
/** A line that is mostly someone's words is no boilerplate. */
const QUOTED_SHARE_MAX = 1 / 3;
/** Lines filed per document, the last ones first: boilerplate gathers at the end. */
const LINES_MAX = 32;
/** Fewer words than this say nothing of what a document is about. */
const OWN_WORDS_MIN = 30;

/** Lines of an article's body that may be boilerplate, by the index of their block. */
export function candidateLines(article: Pick<Article, "blocks">): Map<number, string> {
  const { blocks } = article;
  const found = new Map<number, string>();
  for (let i = blocks.length - 1; i >= 0 && found.size < LINES_MAX; i--) {
    const { kind, text } = itemAt(blocks, i);
    if (kind === "quote" || kind === "code" || kind === "table" || kind === "embed" || text.length > SENTENCE_CHARS_MAX) continue;
    if (isSentence(text)) {
      if (i >= HEAD_BLOCKS && i < blocks.length - TAIL_BLOCKS) continue;
    } else if (text.length > LABEL_CHARS_MAX) continue;
    if (quotedChars(text) > text.length * QUOTED_SHARE_MAX) continue;
    const fingerprint = lineFingerprint(text);
    if (fingerprint !== undefined) found.set(i, fingerprint);
  }
  return found;
}

/** What a store of recurring lines is told of a document: `article` as it is without one. */
export function documentLines(article: Pick<Article, "blocks">): Pick<DocumentLines, "lines" | "words"> {
  const candidates = candidateLines(article);
  const own = article.blocks.filter((_, i) => !candidates.has(i));
  let words = wordHashes(own);
  if (words.size < OWN_WORDS_MIN) words = wordHashes(article.blocks);
  const sketch = Int32Array.from(words).sort().subarray(0, SKETCH_WORDS);
  return { lines: [...new Set(candidates.values())], words: [...sketch] };
}

const terminal = /[.!?…。！？؟۔।]["'”’»)\]」』]*$/;

/** Ends like one, and is longer than "Read more." */
function isSentence(text: string): boolean {
  return terminal.test(text) && (text.length >= 40 || (text.length >= 16 && ideograph.test(text)));
}

const quotationMark = /["“”„«»‟〝〞〟「」『』＂'‘’‚‹›`´]/;

function quotedChars(text: string): number {
  if (!quotationMark.test(text)) return 0;
  let chars = 0;
  for (const { inner } of findQuotedSpans(text)) chars += inner[1] - inner[0];
  return chars;
}

const ideograph =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The first code unit of a script written without spaces. */
const THAI = 0x0e00;
/** Short words are grammar, which all documents share. */
const WORD_CHARS_MIN = 5;

function wordHashes(blocks: readonly { readonly text: string }[]): Set<number> {
  const hashes = new Set<number>();
  for (const { text } of blocks) {
    eachFoldedWord(text, (folded, start, end) => {
      if (folded.charCodeAt(start) >= THAI && ideograph.test(folded.slice(start, end)))
        for (let i = start; i + 2 <= end; i++) hashes.add(hashOf(folded, i, i + 2));
      else if (end - start >= WORD_CHARS_MIN) hashes.add(hashOf(folded, start, end));
    });
  }
  return hashes;
}

/** FNV-1a, mixed, so that the smallest hashes are a fair sample. Signed. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * The site a document's lines are learned for: the host it was fetched from, else the outlet its submitter names, else what the
 * page says of itself. Null when nothing is known: such a document neither teaches nor is taught.
 */
export function siteOf(
  hints: { readonly url?: string | undefined; readonly outlet?: string | undefined },
  article: Pick<Article, "canonical_url" | "site">,
): string | null {
  const site = hostOf(hints.url) ?? hints.outlet ?? hostOf(article.canonical_url) ?? article.site;
  const folded = site?.trim().toLowerCase().slice(0, 200);
  return folded === undefined || folded === "" ? null : folded;
}

function hostOf(url: string | null | undefined): string | undefined {
  const address = url && /^https?:/i.test(url) ? parseUrl(url) : null;
  return address?.hostname.replace(/^(?:www|m|amp)\./, "") || undefined;
}
