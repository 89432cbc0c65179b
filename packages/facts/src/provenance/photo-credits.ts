import type { Span } from "@wirefold/core";
import { agencyByForm, agencyIn, findAgencies } from "@wirefold/text";
import { pictureWordsPattern } from "@wirefold/text/credits";

const pictureWord = `(?<!\\p{L})(?:${pictureWordsPattern})`;
/** “(AP Photo/…)”, “(Foto: dpa)” */
const inBrackets = new RegExp(`[(（]([^()（）\\n]{0,60}${pictureWord}[^()（）\\n]{0,60})[)）]`, "giu");
/** “Image: via REUTERS”, “Photo by … / AP”, “Crédit photo : AFP”, “Фото: ТАСС” on a line of its own */
const labelledLine = new RegExp(
  `^[ \\t]*(?:\\p{L}+ )?(?:${pictureWordsPattern})s?(?: credit| by)? ?[:：] ?([^\\n]{1,80})$`,
  "gimu",
);
/** “(AFP)” or “(Ana Duarte/AFP)” at a caption's end */
const captionEnd = /\(([^()\n]{2,50})\)[ \t]*$/gmu;

/** The first agency that a text credits with a picture, and the spans of all such credits. */
export function readPhotoCredits(text: string): { photoCredit: string | null; spans: Span[] } {
  const spans: Span[] = [];
  let photoCredit: string | null = null;
  const bracketed = /[(（]/.test(text);
  const labelled = mayHoldLabel(text);
  for (const pattern of [
    ...(bracketed ? [inBrackets] : []),
    ...(labelled ? [labelledLine] : []),
    ...(bracketed ? [captionEnd] : []),
  ]) {
    for (const match of text.matchAll(pattern)) {
      const [whole, inside = ""] = match;
      const agency = agencyIn(inside);
      if (agency === null || (pattern === captionEnd && !isCaptionCredit(inside))) continue;
      photoCredit ??= agency;
      spans.push([match.index, match.index + whole.length]);
    }
  }
  return { photoCredit, spans };
}

/** Longest text of a labelled line behind its colon, with the space before. */
const labelledLengthMax = 81;

/** Whether a line ends soon behind a colon, as a label's does: most colons stand in prose, and the pattern costs a look at every line. */
function mayHoldLabel(text: string): boolean {
  for (const colon of [":", "："])
    for (let at = text.indexOf(colon); at >= 0; at = text.indexOf(colon, at + 1)) {
      const behind = text.slice(at + 1, at + 2 + labelledLengthMax);
      if (behind.length <= labelledLengthMax || /[\n\r\u2028\u2029]/.test(behind)) return true;
    }
  return false;
}

/** A bracket at a line's end credits a picture when the agency stands alone in it or behind a slash. */
function isCaptionCredit(inside: string): boolean {
  if (agencyByForm.has(inside.trim())) return true;
  const slash = inside.lastIndexOf("/");
  return slash >= 0 && findAgencies(inside.slice(slash + 1)).length > 0;
}
