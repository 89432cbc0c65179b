/**
 * A page the classifier is unsure of is cut low, and then far-away teasers and rules of the forum come in with the unsure half of the
 * article. Where the sure blocks are a body by themselves, the unsure ones count only near them.
 */
import { f32Of, itemAt } from "../indexing.ts";
import type { PageAnalysis } from "./analyse-page.ts";

/** Likely enough to be an anchor for the less likely ones. */
const SURE = 0.6;
const NEAR_BLOCKS = 12;
/** Sure blocks with a smaller share of the characters above the cut are no body by themselves. */
const SURE_SHARE_MIN = 0.3;

/** Tells of a block above the cut whether it is unsure and stands apart. */
export function islandsOf({ blocks }: PageAnalysis, p: Float32Array, threshold: number): (index: number) => boolean {
  let sureChars = 0;
  let chars = 0;
  for (let i = 0; i < blocks.length; i++) {
    if (f32Of(p, i) < threshold) continue;
    chars += itemAt(blocks, i).text.length;
    if (f32Of(p, i) >= SURE) sureChars += itemAt(blocks, i).text.length;
  }
  if (sureChars === 0 || sureChars < SURE_SHARE_MIN * chars) return () => false;
  return (index) => {
    if (f32Of(p, index) >= SURE) return false;
    for (let j = Math.max(0, index - NEAR_BLOCKS); j <= index + NEAR_BLOCKS && j < p.length; j++)
      if (f32Of(p, j) >= SURE) return false;
    return true;
  };
}
