/**
 * Pages that escaped their text twice: after one decoding, "council&rsquo;s vote &mdash; nine to four" is left. A second decoding
 * mends them, but would spoil pages about character references, so it is done only where several are left, all of them
 * typography, and nothing on the page shows code or quotes a reference.
 */
import { decodeText } from "./decode-entities.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { TAG } from "./tags.ts";

/** A well-formed reference. `&lt;` and `&gt;` speak of markup, which is another matter. */
const reference = /&(?:#\d{2,6}|#x[\da-f]{2,5}|(?!lt;|gt;)[a-z]{2,8}\d{0,2});/gi;
const markup = /&(?:lt|gt|#60|#62|#x3[ce]);/i;
/** A reference as a word of its own in quotes or brackets: somebody writes about it. */
const mention =
  /["'(\u201C\u2018`\u00AB]\s?&(?:amp;)?(?:#?\w+);\s?["')\u201D\u2019`\u00BB]|(?:^|\s)&(?:[lr][sd]quo|quot|apos|hellip|nbsp);(?=\s|$)/i;

/** Decodes what is left in `text`; the text itself when nothing is. */
export const decodeAgain = (text: string): string =>
  text.includes("&") ? text.replace(reference, (one) => decodeText(one)) : text;

/** Whether a page's text was escaped twice. */
export function isEscapedTwice(parsed: ParsedPage, extra: readonly string[]): boolean {
  let count = 0;
  for (let i = 0; i < parsed.blocks.length + extra.length; i++) {
    const text = parsed.blocks[i]?.text ?? extra[i - parsed.blocks.length] ?? "";
    if (!text.includes("&")) continue;
    if (markup.test(text) || mention.test(text)) return false;
    for (const [one] of text.matchAll(reference)) if (decodeText(one) !== one) count += 1;
  }
  if (count < 2) return false;
  const { tag, count: nodes } = parsed.page;
  for (let node = 1; node < nodes; node++) {
    const own = tag[node];
    if (own === TAG.code || own === TAG.pre || own === TAG.kbd) return false;
  }
  return true;
}

/** Decodes the blocks of such a page a second time, in place. */
export function decodeBlocksAgain(parsed: ParsedPage): void {
  for (const block of parsed.blocks) {
    const text = decodeAgain(block.text).replace(/\s+/g, " ").trim();
    if (text === block.text || text === "") continue;
    const scale = text.length / block.text.length;
    block.linkChars = Math.round(block.linkChars * scale);
    block.strongChars = Math.round(block.strongChars * scale);
    block.emphasisChars = Math.round(block.emphasisChars * scale);
    block.text = text;
  }
}
