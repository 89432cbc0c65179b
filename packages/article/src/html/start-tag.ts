/** The attributes of a start tag: one pass over its characters that notes where the few that matter lie. */
import { isSpaceCode } from "./char-classes.ts";
import { FLAG, type Page } from "./page.ts";

const GT = 62;
const SLASH = 47;

/** Longer style attributes are read up to here. */
const STYLE_CHARS_MAX = 400;
const hidesBlock = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/**
 * Reads the attributes that begin at `from` into `node`'s place in `page`, and gives the offset of the tag's `>`: the page's length
 * when it never comes.
 */
export function scanAttributes(page: Page, node: number, from: number): number {
  const { html } = page;
  const { length } = html;
  let at = from;
  let c = 0;
  let flags = 0;
  let classStart = 0;
  let classEnd = 0;
  let idStart = 0;
  let idEnd = 0;
  while (at < length) {
    c = html.charCodeAt(at);
    if (c === GT) break;
    if (c === SLASH) {
      if (html.charCodeAt(at + 1) === GT) flags |= FLAG.selfClosing;
      at += 1;
      continue;
    }
    if (isSpaceCode(c)) {
      at += 1;
      continue;
    }
    const nameStart = at;
    at += 1;
    while (at < length) {
      c = html.charCodeAt(at);
      if (c === 61 || c === GT || c === SLASH || isSpaceCode(c)) break;
      at += 1;
    }
    const nameLength = at - nameStart;
    const initial = html.charCodeAt(nameStart) | 32;
    while (at < length && isSpaceCode(c)) c = html.charCodeAt(++at);
    let valueStart = at;
    let valueEnd = at;
    if (c === 61) {
      at += 1;
      c = html.charCodeAt(at);
      while (at < length && isSpaceCode(c)) c = html.charCodeAt(++at);
      if (c === 34 || c === 39) {
        valueStart = at + 1;
        valueEnd = html.indexOf(c === 34 ? '"' : "'", valueStart);
        if (valueEnd < 0) {
          valueEnd = length;
          at = length;
        } else at = valueEnd + 1;
      } else {
        valueStart = at;
        while (at < length && c !== GT && !isSpaceCode(c)) c = html.charCodeAt(++at);
        valueEnd = at;
      }
    }
    if (initial === 99) {
      if (nameLength === 5 && classEnd === 0 && isNamed(html, nameStart, "class")) {
        classStart = valueStart;
        classEnd = valueEnd;
      }
    } else if (initial === 105) {
      if (nameLength === 2 && (html.charCodeAt(nameStart + 1) | 32) === 100) {
        idStart = valueStart;
        idEnd = valueEnd;
      } else if (nameLength === 8 && isNamed(html, nameStart, "itemprop")) flags |= FLAG.hasItemprop;
    } else if (initial === 115) {
      if (nameLength === 5 && valueEnd - valueStart > 9 && isNamed(html, nameStart, "style")) {
        const style = html.slice(valueStart, Math.min(valueEnd, valueStart + STYLE_CHARS_MAX));
        if (hidesBlock.test(style)) flags |= FLAG.hidden;
      }
    } else if (initial === 104) {
      if (nameLength === 4) {
        if (isNamed(html, nameStart, "href")) flags |= FLAG.hasHref;
      } else if (nameLength === 6 && isNamed(html, nameStart, "hidden")) flags |= FLAG.hidden;
    } else if (initial === 114) {
      if (nameLength === 4 && isNamed(html, nameStart, "role")) flags |= FLAG.hasRole;
    } else if (initial === 97) {
      if (
        nameLength === 11 &&
        valueEnd - valueStart === 4 &&
        isNamed(html, nameStart, "aria-hidden") &&
        (html.charCodeAt(valueStart) | 32) === 116
      )
        flags |= FLAG.ariaHidden;
    }
  }

  page.flags[node] = flags;
  page.attrStart[node] = from;
  page.attrEnd[node] = at;
  page.classStart[node] = classStart;
  page.classEnd[node] = classEnd;
  page.idStart[node] = idStart;
  page.idEnd[node] = idEnd;
  return at;
}

const isNamed = (html: string, at: number, name: string): boolean => {
  for (let i = 0; i < name.length; i++) {
    const code = html.charCodeAt(at + i);
    if ((code >= 65 && code <= 90 ? code | 32 : code) !== name.charCodeAt(i)) return false;
  }
  return true;
};
