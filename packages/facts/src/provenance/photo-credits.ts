import type { Span } from "@wirefold/core";
import { agencyByForm, agencyIn } from "@wirefold/text";

/** “(AP Photo/…)”, “(AFP)” at a caption's end, “Image: via REUTERS”, “Photo by … / Getty” */
export function readPhotoCredits(text: string): { photoCredit: string | null; spans: Span[] } {
  const spans: Span[] = [];
  let photoCredit: string | null = null;
  const patterns = [
    /\(([^()\n]{0,60}(?:Photo|photo|Image|File|Foto|Pool)[^()\n]{0,60})\)/gu,
    /^[ \t]*(?:Image|Photo|Picture|Credit|Photograph|Bild|Foto)s?(?: credit| by)?: ?([^\n]{1,80})$/gimu,
    /\(([^()\n]{2,50})\)[ \t]*$/gmu,
  ];
  const hasBrackets = text.includes("(");
  patterns.forEach((pattern, index) => {
    if (index !== 1 && !hasBrackets) return;
    for (const match of text.matchAll(pattern)) {
      const agency = agencyIn(match[1] as string);
      if (agency === null) continue;
      if (index === 2 && !isCaptionCredit(text, match.index, match[1] as string)) continue;
      photoCredit ??= agency;
      spans.push([match.index, match.index + match[0].length]);
    }
  });
  return { photoCredit, spans };
}

/** A bracket at a line's end credits a picture when the agency stands alone in it or behind a slash. */
function isCaptionCredit(_text: string, _at: number, inside: string): boolean {
  return agencyByForm.has(inside.trim()) || /\/\s*(?:AP|AFP|Reuters|REUTERS|UPI|dpa|DPA)\s*$/.test(inside);
}
