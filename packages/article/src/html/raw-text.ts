/** Elements whose content is characters, not markup. */
import { isSpaceCode } from "./char-classes.ts";

const SLASH = 47;
const GT = 62;

/** The offset of `</name` at or after `from`, whatever its case; -1 when it never comes. */
export function findRawEnd(html: string, from: number, name: string): number {
  let at = html.indexOf("</", from);
  while (at >= 0) {
    let i = 0;
    while (i < name.length && (html.charCodeAt(at + 2 + i) | 32) === (name.charCodeAt(i) | 32)) i += 1;
    if (i === name.length) {
      const next = html.charCodeAt(at + 2 + i);
      if (next === GT || next === SLASH || isSpaceCode(next) || Number.isNaN(next)) return at;
    }
    at = html.indexOf("</", at + 2);
  }
  return -1;
}
