/**
 * Text inside a sentence that is no part of it: what the page hides (tooltips, labels for screen readers) and the marks of notes,
 * which would glue themselves to words and figures ("by nine to four2").
 */
import { i32At, u16At } from "@wirefold/core";
import { FLAG, type Page } from "./page.ts";
import { tagName } from "./tags.ts";

/** Class names, as whole tokens, of text that only a screen reader speaks or that opens on a touch. */
const hiddenClass =
  /(?:^|[\s_-])(?:sr-only|screen-reader(?:-text)?|screenreader(?:-text)?|visually-?hidden|assistive-text|tooltip(?:-?text|-?content)?|tool-tip|popover|hidden-text|offscreen|is-hidden|u-hidden|d-none|mw-editsection|edit-?section|section-edit)(?:$|[\s_])/i;

export function isHiddenInline(page: Page, node: number, tag: number): boolean {
  const flags = u16At(page.flags, node);
  if (flags & FLAG.hidden) return true;
  if (flags & FLAG.hasRole && page.attribute(node, "role")?.toLowerCase() === "tooltip") return true;
  if (i32At(page.classEnd, node) - i32At(page.classStart, node) < 5 || tagName(tag) === "a") return false;
  const name = page.className(node);
  return hiddenClass.test(name) || ligatureClass.test(name) || ((flags & FLAG.ariaHidden) !== 0 && iconClass.test(name));
}

/** Fonts that draw a picture for a word ("arrow_forward"), and the usual names of icons, which count where screen readers skip them. */
const ligatureClass = /(?:^|\s)material-(?:icons|symbols)/i;
const iconClass = /(?:^|[\s_-])(?:icons?|glyphicons?|fa|fas|far|fab|dashicons)(?:$|[\s_-])/i;

const anchorClass =
  /(?:^|[\s_-])(?:header-?link|heading-?link|header-?anchor|heading-?anchor|anchor-?link|hash-?link|anchorjs-link)(?:$|[\s_])/i;
const ANCHOR_CLASS_CHARS_MAX = 80;

/** The "#" or "¶" that a heading carries so that one can link to it. */
export function isHeadingAnchor(page: Page, node: number): boolean {
  const chars = i32At(page.classEnd, node) - i32At(page.classStart, node);
  return (
    chars >= 8 &&
    chars <= ANCHOR_CLASS_CHARS_MAX &&
    anchorClass.test(page.className(node)) &&
    (page.attribute(node, "href") ?? "").includes("#")
  );
}

/** A hidden element with more in it is folded-up text ("read more"), not an aside. UTF-16 units of HTML. */
const ASIDE_CHARS_MAX = 700;

/** Whether the element whose content begins at `from` ends within an aside's length. */
export function closesSoon(html: string, from: number, tag: number): boolean {
  const name = tagName(tag);
  const slice = html.slice(from, from + ASIDE_CHARS_MAX);
  let depth = 1;
  for (const [, slash, tagged = ""] of slice.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (tagged.toLowerCase() !== name) continue;
    depth += slash === "/" ? -1 : 1;
    if (depth === 0) return true;
  }
  return false;
}

export interface NoteMark {
  /** "[3]". */
  readonly bracketed: boolean;
  readonly linked: boolean;
  /** An asterisk or a dagger. */
  readonly symbol: boolean;
}

/** An asterisk, daggers, a section sign. */
const NOTE_SIGNS: ReadonlySet<number> = new Set([42, 0x2020, 0x2021, 0xa7]);
const MARK_CHARS_MAX = 400;
const mark =
  /^[([]?\s*(?:\d{1,3}(?:\s*[,\u2013-]\s*\d{1,3})*|[a-z]|[*\u2020\u2021\u00A7]{1,3}|(?:note|nb|fn)\s?\d{1,3})\s*[)\]]?[,;]?$/i;

/** Cheap refusal for the many links: a linked mark begins with a bracket or a sign, or with tags and then one of these or a reference. */
function mayBeMark(html: string, from: number): boolean {
  const first = html.charCodeAt(from);
  if (first !== 60) return first === 91 || first === 40 || NOTE_SIGNS.has(first);
  for (let at = from; at < from + MARK_CHARS_MAX; ) {
    const code = html.charCodeAt(at);
    if (code === 60) {
      const close = html.indexOf(">", at);
      if (close < 0) return false;
      at = close + 1;
    } else if (code > 32) return code === 91 || code === 40 || code === 42 || code === 38 || code >= 0x80;
    else at++;
  }
  return false;
}

/** The mark of a note that an element named `name` holds from `from` on; undefined for any other content. */
export function noteMark(html: string, from: number, name: string): NoteMark | undefined {
  if (name === "a" && !mayBeMark(html, from)) return undefined;
  const slice = html.slice(from, from + MARK_CHARS_MAX);
  const end = slice.toLowerCase().indexOf(`</${name}`);
  if (end < 0) return undefined;
  const inner = slice.slice(0, end);
  const text = inner
    .replace(/<[^<>]*>/g, "")
    .replace(/&#91;/g, "[")
    .replace(/&#93;/g, "]")
    .replace(/&nbsp;/g, " ")
    .trim();
  if (!mark.test(text)) return undefined;
  const linked = /<a\b/i.test(inner);
  // A letter alone is an ordinal's or a chemist's, unless it is linked or in brackets.
  const bracketed = /^[([].*[)\]]$/.test(text);
  if (/^[a-z]$/i.test(text) && !linked) return undefined;
  return { bracketed, linked, symbol: /^[*\u2020\u2021\u00A7]+$/.test(text) };
}

/** Behind a unit of measurement or a formula's letter a raised figure is an exponent; behind a word or a sentence it marks a note. */
const exponentBase = /(?:^|[^\p{L}])(?:[\p{L}]{1,2}|sec|min|mol|rad|ft|yd|inch|mile|miles|sq)$/u;
const wordEnd = /(?:[\p{L}\p{M}]{2}|[.,;:!?"\u201D\u2019)\u00BB])$/u;

export const isNoteAfter = (before: string): boolean => wordEnd.test(before) && !exponentBase.test(before);
