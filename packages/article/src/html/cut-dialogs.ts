/**
 * Dialogs that scripts open over a page: rules for commenters, "set as your start page", log-in forms, words explained. Their text stands
 * somewhere in the page and reads like prose, so that their class is the only sign.
 */
import { i32Of, itemAt, u16Of } from "../indexing.ts";
import type { RemovalReason } from "../reasons.ts";
import type { PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";
import { isHeadingTag, TAG } from "./tags.ts";

const LEVELS_MAX = 8;
/** What is left must be an article without them. */
const OUTSIDE_CHARS_MIN = 300;
const OUTSIDE_SHARE_MIN = 0.25;

const hiddenMeaning = meaningBit("hidden");
const dialogName = /(?:^|[\s_-])(?:modal|pop-?up|dialog|lightbox)(?!\w*(?:page|article))/i;
/** Names of wrappers around whole pages, and of articles that can be opened so. */
const pageName = /off-?canvas|enabled|article|story|(?:^|[\s_-])(?:main|page|post|entry)(?:$|[\s_-])/i;

export function cutDialogs(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks, inherited, parsed } = analysis;
  const inside: number[] = [];
  let outside = 0;
  let chars = 0;
  for (let i = 0; i < blocks.length; i++) {
    if (!kept[i]) continue;
    const { node, text } = itemAt(blocks, i);
    if (i32Of(inherited, node) & hiddenMeaning && isDialog(analysis, node)) {
      // A dialog with the page's headline is the page.
      if (u16Of(parsed.page.tag, node) === TAG.h1) return;
      inside.push(i);
      chars += text.length;
    } else if (!isHeadingTag(u16Of(parsed.page.tag, node))) outside += text.length;
  }
  if (inside.length === 0 || outside < OUTSIDE_CHARS_MIN || outside < (outside + chars) * OUTSIDE_SHARE_MIN) return;
  for (const i of inside) {
    kept[i] = false;
    forced[i] = "hidden";
  }
}

function isDialog({ own, parsed }: PageAnalysis, from: number): boolean {
  const { page } = parsed;
  let node = from;
  for (let level = 0; level <= LEVELS_MAX && node > 0 && page.tag[node] !== TAG.body; level++) {
    if (i32Of(own, node) & hiddenMeaning) {
      const name = page.className(node);
      if (dialogName.test(name) && !pageName.test(name)) return true;
    }
    node = i32Of(page.parent, node);
  }
  return false;
}
