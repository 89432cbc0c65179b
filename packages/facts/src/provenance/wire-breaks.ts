import { agencyByForm, agencyFormsPattern } from "@wirefold/text";

/** A row of underscores: how the agencies part a story from its notes, and its parts from each other. */
const wireBreak = /^[ \t]*_{3,}\.?[ \t]*$/mu;
const firstHand = new RegExp(`(?<!\\b(?:told|tells|to|with|by) (?:the |The )?)\\b(${agencyFormsPattern})(?![\\w-])`, "u");

/**
 * A text cut by the agencies' own breaks that names one of them otherwise than as somebody's listener is that agency's: papers
 * that only mention an agency have no such breaks.
 */
export function creditOfBreaks(text: string): { readonly name: string; readonly from: number; readonly to: number } | null {
  if (!wireBreak.test(text)) return null;
  const match = firstHand.exec(text);
  const credited = match ? agencyByForm.get(match[1] as string) : undefined;
  return match && credited !== undefined ? { name: credited, from: match.index, to: match.index + match[0].length } : null;
}
