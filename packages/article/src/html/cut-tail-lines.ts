/**
 * The last lines behind the article's last sentence that are none of it: a signature or an agency's name, an address to write to, a label
 * that introduces nothing, where the piece appeared first, the portrait of its author.
 */

import { anyPageForm } from "@wirefold/text/boilerplate";
import { addressShare } from "../call-to-action.ts";
import { i32Of, itemAt, u16Of } from "../indexing.ts";
import type { RemovalReason } from "../reasons.ts";
import { type AnalysedBlock, INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { isHeadingTag } from "./tags.ts";
import { ENDS_SENTENCE } from "./text-statistics.ts";

/** So many lines may stand there; more are a list that belongs to the text. */
const LINES_MAX = 3;
const LABEL_CHARS_MAX = 60;
const SIGNATURE_CHARS_MAX = 40;
const SIGNATURE_WORDS_MAX = 5;
const CONTACT_CHARS_MAX = 240;
const ORIGIN_CHARS_MAX = 200;
const PORTRAIT_CHARS_MAX = 600;
const TIP_CHARS_MAX = 240;
/** HTML of a line of tips is not longer. */
const TIP_HTML_MAX = 1200;

const mailAtEnd = /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}[^\p{L}\p{N}]{0,3}$/u;
const origin = new RegExp(`^${anyPageForm("origin")}(?!\\p{L})`, "iu");
const disclaimer = new RegExp(`^${anyPageForm("disclaimer")}(?!\\p{L})`, "iu");
const contactOpener = new RegExp(`(?:^|[.!?]\\s)${anyPageForm("contactOpener")}\\s`, "iu");
const roleWord = new RegExp(`(?<!\\p{L})${anyPageForm("role")}s?(?!\\p{L})`, "iu");
const mail = /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}\.[\p{L}]{2,}/u;
const allRights = new RegExp(`^(?:©|\\(c\\)|copyright\\b)|${anyPageForm("rightsReserved")}`, "iu");
const LEGAL_CHARS_MAX = 320;
const endsInColon = /[:：]$/;
const lowerCase = /\p{Ll}/u;

/** `authors`: the names that the page's own data give. */
export function cutTailLines(
  analysis: PageAnalysis,
  kept: boolean[],
  forced: (RemovalReason | undefined)[],
  authors: readonly string[],
): void {
  const first = kept.indexOf(true);
  const tail: [number, RemovalReason][] = [];
  for (let i = kept.lastIndexOf(true); i > first; i--) {
    if (!kept[i]) continue;
    const reason = tailReason(analysis, i, authors, kept);
    if (reason === undefined) {
      // Lines alone, without a sentence above them, are the article's own: a poem, a ranking, a list without its marks.
      if (itemAt(analysis.blocks, i).stats.ending !== ENDS_SENTENCE) return;
      break;
    }
    // A label with lines behind it introduces them.
    if (tail.length > 0 && endsInColon.test(itemAt(analysis.blocks, i).text)) return;
    tail.push([i, reason]);
    if (tail.length > LINES_MAX) return;
  }
  for (const [i, reason] of tail) {
    kept[i] = false;
    forced[i] = reason;
  }
}

function tailReason(
  { blocks, inside, parsed }: PageAnalysis,
  i: number,
  authors: readonly string[],
  kept: readonly boolean[],
): RemovalReason | undefined {
  const block = itemAt(blocks, i);
  const { text, stats, node } = block;
  if (i32Of(inside, node) & (INSIDE.list | INSIDE.table | INSIDE.blockquote | INSIDE.caption)) return undefined;
  if (text.length <= PORTRAIT_CHARS_MAX && opensWithName(text, authors)) return "author-box";
  if (text.length <= ORIGIN_CHARS_MAX && origin.test(text)) return "source-link";
  if (text.length <= LEGAL_CHARS_MAX && disclaimer.test(text)) return "legal";
  if (text.length <= LEGAL_CHARS_MAX && allRights.test(text)) return "legal";
  if (text.length <= CONTACT_CHARS_MAX && contactOpener.test(text) && mail.test(text)) return "after-article";
  if (text.length <= PORTRAIT_CHARS_MAX && isPortrait(blocks, i, kept)) return "author-box";
  if (
    text.length <= CONTACT_CHARS_MAX &&
    text.includes("@") &&
    mailAtEnd.test(text) &&
    (stats.sentences <= 1 || text.includes("?"))
  )
    return "after-article";
  // The address of the outlet, set apart from the text.
  if (text.length <= CONTACT_CHARS_MAX && Math.max(block.strongChars, block.emphasisChars) > text.length * 0.8 && mail.test(text))
    return "after-article";
  if (text.length <= TIP_CHARS_MAX && text.includes("?") && addressShare(text) > 0 && hasMailLink(parsed.page.html, block))
    return "appeal";
  if (isHeadingTag(u16Of(parsed.page.tag, node))) return undefined;
  if (text.length <= LABEL_CHARS_MAX && endsInColon.test(text)) return "after-article";
  return isSignature(block) ? "after-article" : undefined;
}

/** "Jane Roe, PAP", "RMF FM": a few words with a capital each, and no sentence. */
function isSignature({ text, stats }: AnalysedBlock): boolean {
  const bare = text.replace(/^[\u2013\u2014-]+\s*/u, "");
  if (text.length > SIGNATURE_CHARS_MAX || stats.words > SIGNATURE_WORDS_MAX || stats.sentences > 0) return false;
  if (/[.!?…:;"\u201D\u2019)]$/u.test(text) || /\p{N}/u.test(text) || !/^\p{Lu}/u.test(bare)) return false;
  const words = bare.split(/[\s/,|\u2013\u2014-]+/u).filter((word) => /\p{L}/u.test(word));
  return words.length > 0 && words.every((word) => !lowerCase.test(word.charAt(0)));
}

/** "Do you know more? Write to us": with an address behind the words. The address's start tag may stand right before the first one. */
const hasMailLink = (html: string, { start, end }: AnalysedBlock): boolean =>
  end - start <= TIP_HTML_MAX && /mailto:/i.test(html.slice(start, end));

/** "Mara Venn is the Courier's harbour correspondent.": a full name of the author, and more. */
function opensWithName(text: string, authors: readonly string[]): boolean {
  const folded = text.slice(0, NAME_CHARS_MAX + 1).toLowerCase();
  return authors.some((author) => {
    const name = author.toLowerCase();
    return name.includes(" ") && folded.startsWith(name) && /^[\s,'\u2019]/u.test(text.slice(name.length));
  });
}

const NAME_CHARS_MAX = 80;
const openingName =
  /^(?<name>\p{Lu}[\p{L}\p{M}'\u2019-]+(?:\s\p{Lu}[\p{L}\p{M}.'\u2019-]*){0,2}\s\p{Lu}[\p{L}\p{M}'\u2019-]+)[\s,]/u;

/** Sets a person apart whom the text above never names, and says what they do for a paper or how to write to them. */
function isPortrait(blocks: readonly AnalysedBlock[], i: number, kept: readonly boolean[]): boolean {
  const { text, emphasisChars } = itemAt(blocks, i);
  const name = openingName.exec(text)?.groups?.name;
  if (name === undefined || !(mail.test(text) || (emphasisChars > text.length / 2 && roleWord.test(text)))) return false;
  const last = name.split(" ").at(-1) ?? name;
  return !blocks.some((block, k) => k < i && kept[k] && block.text.includes(last));
}
