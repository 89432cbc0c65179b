/** What the form of a verb says of the words round a quotation: told as somebody’s, or the article’s own. */
import type { Document } from "../document.ts";
import type { QuoteContext } from "./quote-context.ts";

/** A verb stands there in a form that reports or supposes. */
export const isMoodAt = ({ scan, language: { reporting } }: Document, at: number): boolean =>
  reporting.reportedForms.has(scan.lower(at)) || reporting.supposedForms.has(scan.lower(at));

/** How far from the quotation a verb tells that its sentence is reported speech, in tokens. */
const moodReach = 12;

/** Whether the words round a quotation are told as somebody else's: “The site, he said, was full. It was now ‘no longer safe’.” */
export function isReported(document: Document, { first, end }: QuoteContext): boolean {
  if (document.language.reporting.reportedForms.size === 0) return false;
  const { scan, sentenceOf } = document;
  const sentence = sentenceOf[Math.min(first, scan.count - 1)];
  for (let i = first - 1; i >= first - moodReach && i >= 0 && sentenceOf[i] === sentence; i--)
    if (isMoodAt(document, i)) return true;
  for (let i = end; i < end + moodReach && i < scan.count && sentenceOf[i] === sentence; i++)
    if (isMoodAt(document, i)) return true;
  return false;
}
