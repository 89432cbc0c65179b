/** Captions: by the credit they end in, or by standing above one and saying nothing new. */

import { anyPageForm } from "@wirefold/text/boilerplate";
import { endsInPhotoCredit } from "../boilerplate-forms.ts";
import { itemAt } from "../indexing.ts";
import type { RemovalReason } from "../reasons.ts";
import { opensQuote } from "./line-facts.ts";
import type { TextLine } from "./text-lines.ts";

const creditLabelAtEnd = new RegExp(`${anyPageForm("captionCredit")}\\s*[:：]\\s*(?:[^.]{0,60})$`, "iu");
const captionOpener = new RegExp(`^${anyPageForm("captionOpener")}`, "iu");
const CAPTION_CHARS_MAX = 700;
/** Nobody writes a caption of more sentences. */
const CAPTION_SENTENCES_MAX = 5;

export function cutCaptions(lines: readonly TextLine[], reasons: (RemovalReason | undefined)[], titleAt: number): void {
  const proseLengths = lines
    .filter((line, i) => line.isProse && reasons[i] === undefined)
    .map((line) => line.text.length)
    .sort((a, b) => a - b);
  const median = proseLengths[proseLengths.length >> 1] ?? 0;
  for (let i = 0; i < lines.length; i++) {
    const line = itemAt(lines, i);
    if (
      reasons[i] !== undefined ||
      i === titleAt ||
      line.text.length > CAPTION_CHARS_MAX ||
      line.stats.sentences > CAPTION_SENTENCES_MAX
    )
      continue;
    if (opensQuote(line)) continue;
    const { text } = line;
    if (endsInPhotoCredit(text)) {
      reasons[i] = "caption";
      continue;
    }
    const label = text.length < 400 && /[:：]/.test(text) ? creditLabelAtEnd.exec(text) : null;
    if (label !== null) {
      const labelAt = label.index;
      const tail = text.slice(labelAt);
      // The label stands after the caption's sentence, or is nearly all there is.
      if (/[.!?)\u201D"]\s*$/.test(text.slice(0, labelAt)) && captionOpener.test(tail)) {
        reasons[i] = "caption";
      }
    }
  }
  // Many bare credits mean a gallery or a list, whose lines above are its entries.
  const bareCredits = reasons.filter((reason) => reason === "photo-credit").length;
  for (let i = 1; i < lines.length && bareCredits <= BARE_CREDITS_MAX; i++) {
    if (reasons[i] !== "photo-credit") continue;
    // A line above a bare credit is its caption when it is much shorter than a paragraph and says nothing new.
    const above = i - 1;
    if (reasons[above] !== undefined || above === titleAt) continue;
    const line = itemAt(lines, above);
    if (opensQuote(line) || line.text.length > 260 || line.text.length > median * 0.67 || line.stats.sentences > 2) continue;
    if (saysNothingNew(lines, above, reasons)) reasons[above] = "caption";
  }
}

const BARE_CREDITS_MAX = 3;

/** Its figures, and half of its longer words, stand elsewhere in the text. */
function saysNothingNew(lines: readonly TextLine[], at: number, reasons: readonly (RemovalReason | undefined)[]): boolean {
  const others = new Set<string>();
  lines.forEach((line, i) => {
    if (i !== at && (reasons[i] === undefined || reasons[i] === "headline"))
      for (const word of line.folded.split(" ")) others.add(word);
  });
  const words = itemAt(lines, at).folded.split(" ");
  const figures = words.filter((word) => /^\p{N}{2,}/u.test(word));
  if (figures.some((figure) => !others.has(figure))) return false;
  const long = words.filter((word) => word.length >= 4);
  return long.length >= 3 && long.filter((word) => others.has(word)).length >= long.length * 0.5;
}
