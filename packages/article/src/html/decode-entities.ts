import { decodeHTML, decodeHTMLAttribute } from "entities";

/** Character references resolved; strings without `&` come back untouched. */
export const decodeText = (raw: string): string => (raw.includes("&") ? decodeHTML(raw) : raw);
export const decodeAttribute = (raw: string): string => (raw.includes("&") ? decodeHTMLAttribute(raw) : raw);

const spaceRun = /[\s\u200B\u00AD\uFEFF\u2060]+/g;
const softCharacters = /[\u200B\u00AD\uFEFF\u2060]/g;

/** White space runs (no-break spaces included) to one space; zero-width characters and soft hyphens out. */
export function collapseSpace(text: string): string {
  return text.replace(softCharacters, "").replace(spaceRun, " ").trim();
}
