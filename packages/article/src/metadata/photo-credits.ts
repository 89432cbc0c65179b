import { pictureCreditsPattern as agency } from "@wirefold/text";
import { anyPageForm } from "@wirefold/text/boilerplate";

/** Who made the lead picture, from a caption or credit line. */
const patterns: readonly RegExp[] = [
  new RegExp(`\\(((?:${agency})(?![\\p{L}\\d])[^()]{0,80})\\)`, "iu"),
  new RegExp(
    `${anyPageForm("pictureBy")}\\s*(?:credit|courtesy)?\\s*${anyPageForm("pictureMaker")}?\\s*[:：]\\s*([^.\\n]{2,80}?)(?:\\.|$)`,
    "iu",
  ),
  /\b(?:photo|photograph|image|picture|photos|illustration)s? (?:by|courtesy of|courtesy) ([^.\n]{2,60}?)(?:\.|$)/i,
  /^(?:courtesy of|via)\s+([^.\n]{2,60})$/i,
  /\u00A9\s*(?:\d{4}\s+)?([^.\n]{2,60}?)(?:\.|$)/,
  new RegExp(`\\((\\p{Lu}[^()]{2,50}/\\s?(?:${agency})(?: [^()]{1,40})?)\\)`, "u"),
  new RegExp(`\\((${agency})\\)\\s*$`, "iu"),
];

export function photoCreditIn(text: string): string | undefined {
  const short = text.length > 600 ? text.slice(-600) : text;
  for (const pattern of patterns) {
    const found = pattern
      .exec(short)?.[1]
      ?.trim()
      .replace(/^via\s+/i, "")
      .replace(/[\s,;|]+$/, "");
    if (found !== undefined && found.length > 1) return found;
  }
  return undefined;
}
