/** Whom to call about a press release: a label near the end of the text, and the names, addresses and numbers behind it. */
import { anyPageForm } from "@wirefold/text/boilerplate";
import type { RemovalReason } from "../reasons.ts";
import type { PageAnalysis } from "./analyse-page.ts";

const label = new RegExp(`^[^\\p{L}\\p{N}]*${anyPageForm("pressContact")}[^\\p{L}\\p{N}]*`, "iu");
/** What follows the label in the same line is a name or a number, not a sentence. */
const LABEL_CHARS_MAX = 160;
/** The contacts of a press release are its last lines. */
const BLOCKS_MAX = 12;

export function cutPressContact(analysis: PageAnalysis, kept: boolean[], forced: (RemovalReason | undefined)[]): void {
  const { blocks } = analysis;
  const first = kept.indexOf(true);
  let seen = 0;
  let from = -1;
  for (let i = kept.lastIndexOf(true); i > first && seen < BLOCKS_MAX; i--) {
    const block = blocks[i];
    if (!kept[i] || block === undefined) continue;
    seen += 1;
    if (block.text.length <= LABEL_CHARS_MAX && label.test(block.text) && block.stats.sentences <= 1) {
      from = i;
      continue;
    }
    if (block.isProse) break;
  }
  if (from < 0) return;
  for (let i = from; i < blocks.length; i++) {
    if (!kept[i]) continue;
    kept[i] = false;
    forced[i] = "after-article";
  }
}
