/**
 * One pass over the HTML: a tolerant tokenizer in the spirit of the HTML standard (it never throws, unclosed and misnested tags
 * included) that builds the element tree and cuts the text into blocks as it goes.
 *
 * A block is a run of text between two block boundaries: `<p>one <b>two</b></p>` is one block, `one<br>two` is two.
 * Cost is linear in the input: end tags without an open partner are refused by a counter, the open stack is at most
 * `depthMax` deep, and raw text is skipped by `indexOf`.
 */
import { i32At, u16At } from "@wirefold/core";
import { isSpaceCode } from "./char-classes.ts";
import { closesSoon, isHeadingAnchor, isHiddenInline, isNoteAfter, noteMark } from "./inline-asides.ts";
import { FLAG, Page } from "./page.ts";
import type { ParsedPage, ParseLimits, ParseOptions } from "./parsed-page.ts";
import { findRawEnd } from "./raw-text.ts";
import { scanAttributes } from "./start-tag.ts";
import {
  closesParagraph,
  DYNAMIC_TAG_BASE,
  isBlock,
  isHeadingTag,
  isRawText,
  isScopeBoundary,
  isSkipped,
  isVoid,
  TAG,
  tagIdAt,
} from "./tags.ts";
import { TextBlocks } from "./text-blocks.ts";

export function parsePage(html: string, limits: ParseLimits, options: ParseOptions = {}): ParsedPage {
  return new PageParser(html, limits, options.noscript === true).parse();
}

const BANG = 33;
const SLASH = 47;
const LT = 60;
const GT = 62;
const QUESTION = 63;

const shadowRoot = /\bshadowroot(?:mode)?\b/i;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** More than these share one id. */
const DYNAMIC_NAMES_MAX = 4000;
const JSON_SCRIPTS_MAX = 64;
/** Inline scripts kept for a page that shows nothing, and how short ones are none. */
const SCRIPTS_MAX = 256;
const SCRIPT_CHARS_MIN = 160;
const ASIDES_MAX = 1000;

class PageParser {
  readonly #html: string;
  readonly #limits: ParseLimits;
  readonly #page: Page;
  readonly #text: TextBlocks;
  readonly #metas: number[] = [];
  readonly #links: number[] = [];
  readonly #times: number[] = [];
  readonly #images: number[] = [];
  readonly #itemprops: number[] = [];
  readonly #jsonScripts: [number, number, number][] = [];
  readonly #scripts: [number, number][] = [];
  readonly #asides: number[] = [];
  readonly #showNoscript: boolean;
  #noscriptChars = 0;
  #title: [number, number] | null = null;
  /** The open elements from level 1 up, and how many of each tag there are. */
  readonly #stack: Int32Array;
  #depth = 0;
  #openCount = new Int32Array(2 * DYNAMIC_TAG_BASE);
  readonly #dynamicIds = new Map<string, number>();
  /** Open elements whose text nobody sees. */
  #skipDepth = 0;

  constructor(html: string, limits: ParseLimits, showNoscript: boolean) {
    this.#html = html;
    this.#showNoscript = showNoscript;
    this.#limits = limits;
    this.#page = new Page(html);
    this.#stack = new Int32Array(limits.depthMax + 1);
    this.#text = new TextBlocks(html, limits.blocksMax, () => this.#blockElement());
  }

  parse(): ParsedPage {
    const html = this.#html;
    const page = this.#page;
    const text = this.#text;
    const { length } = html;
    let position = 0;
    while (position < length && !text.full && !page.truncated) {
      const open = html.indexOf("<", position);
      if (open < 0) {
        this.#addText(position, length);
        break;
      }
      const code = html.charCodeAt(open + 1);
      if (isLetter(code)) {
        this.#addText(position, open);
        position = this.#startTag(open);
      } else if (code === SLASH) {
        this.#addText(position, open);
        position = this.#endTag(open);
      } else if (code === BANG || code === QUESTION) {
        this.#addText(position, open);
        position = this.#declaration(open);
      } else {
        this.#addText(position, open + 1);
        position = open + 1;
      }
    }
    text.flush();
    if (text.full) page.truncated = true;
    for (; this.#depth > 0; this.#depth--) page.end[i32At(this.#stack, this.#depth)] = Math.min(position, length);
    return {
      page,
      blocks: text.blocks,
      metas: this.#metas,
      links: this.#links,
      times: this.#times,
      images: this.#images,
      jsonScripts: this.#jsonScripts,
      scripts: this.#scripts,
      asides: this.#asides,
      noscriptChars: this.#noscriptChars,
      title: this.#title,
      itemprops: this.#itemprops,
    };
  }

  #addText(from: number, to: number): void {
    if (to > from && this.#skipDepth === 0) this.#text.add(from, to);
  }

  #flush(): void {
    if (this.#skipDepth === 0) this.#text.flush();
  }

  /** Just past the next `>` at or after `from`. */
  #pastTag(from: number): number {
    const gt = this.#html.indexOf(">", from);
    return gt < 0 ? this.#html.length : gt + 1;
  }

  /** The offset behind the start tag at `open`, or behind the element if its content is raw. */
  #startTag(open: number): number {
    const html = this.#html;
    const page = this.#page;
    const { length } = html;
    let nameEnd = open + 2;
    let c = html.charCodeAt(nameEnd);
    while (nameEnd < length && c !== GT && c !== SLASH && !isSpaceCode(c) && c !== LT) c = html.charCodeAt(++nameEnd);
    const tag = tagIdAt(html, open + 1, nameEnd) || this.#dynamicTag(open + 1, nameEnd);
    if (page.count >= this.#limits.nodesMax) {
      page.truncated = true;
      return open;
    }
    if (page.count === page.tag.length) page.grow();
    const node = page.count;
    const tagEnd = scanAttributes(page, node, nameEnd);
    // A tag that never closes: the standard drops it.
    if (tagEnd >= length) return length;
    const position = tagEnd + 1;
    if (tag < DYNAMIC_TAG_BASE && !this.#makeWay(tag, open)) return position;
    page.count = node + 1;
    page.tag[node] = tag;
    page.parent[node] = this.#depth === 0 ? 0 : i32At(this.#stack, this.#depth);
    page.start[node] = open;
    page.end[node] = position;
    if (u16At(page.flags, node) & FLAG.hasItemprop) this.#itemprops.push(node);
    if (tag >= DYNAMIC_TAG_BASE) {
      if (this.#hasHyphen(open + 1, nameEnd)) {
        page.flags[node] = u16At(page.flags, node) | FLAG.customBlock;
        this.#flush();
      }
      if (!(u16At(page.flags, node) & FLAG.selfClosing)) this.#push(node, tag);
      return position;
    }
    if (isBlock[tag]) {
      this.#flush();
      if (tag === TAG.br && this.#skipDepth === 0) this.#text.afterBreak = true;
    }
    this.#note(tag, node);
    if (isVoid[tag]) return position;
    if (tag === TAG.plaintext) {
      this.#text.add(position, length);
      return length;
    }
    if (isRawText[tag]) return this.#rawText(tag, node, html.slice(open + 1, nameEnd), position);
    // XHTML habits: <a name="x"/> must not swallow the rest of the page into a link.
    if (tag === TAG.a && !(u16At(page.flags, node) & FLAG.hasHref)) {
      if (u16At(page.flags, node) & FLAG.selfClosing) return position;
      // A target of links is none itself; unclosed, it would make one of the rest of the page.
      if (page.attribute(node, "name") !== undefined) return position;
    }
    if (!isBlock[tag]) {
      if ((tag === TAG.a || tag === TAG.button) && followsControl(html, open)) this.#text.space();
      if (this.#isAside(tag, node, position)) {
        page.flags[node] = u16At(page.flags, node) | FLAG.aside;
        if (this.#asides.length < ASIDES_MAX) this.#asides.push(node);
      }
      if (tag === TAG.template && shadowRoot.test(html.slice(nameEnd, tagEnd))) {
        page.flags[node] = u16At(page.flags, node) | (FLAG.shown | FLAG.customBlock);
        this.#flush();
      } else if (tag === TAG.noscript && this.#showNoscript) page.flags[node] = u16At(page.flags, node) | FLAG.shown;
    }
    this.#push(node, tag);
    return position;
  }

  /** Whether the inline element's text is no part of the sentence it stands in. */
  #isAside(tag: number, node: number, position: number): boolean {
    if (this.#skipDepth > 0) return false;
    const html = this.#html;
    const page = this.#page;
    if (tag === TAG.a && isHeadingAnchor(page, node)) return closesSoon(html, position, tag);
    if (tag === TAG.sup || (tag === TAG.a && u16At(page.flags, node) & FLAG.hasHref)) {
      const mark = noteMark(html, position, tag === TAG.sup ? "sup" : "a");
      if (mark === undefined) return false;
      if (tag === TAG.a) return mark.bracketed && (page.attribute(node, "href") ?? "").includes("#");
      return mark.bracketed || mark.linked || mark.symbol || isNoteAfter(this.#text.tail());
    }
    return isHiddenInline(page, node, tag) && closesSoon(html, position, tag);
  }

  /** The id of a name outside HTML's table. */
  #dynamicTag(from: number, to: number): number {
    const name = this.#html.slice(from, to).toLowerCase();
    let tag = this.#dynamicIds.get(name);
    if (tag !== undefined) return tag;
    if (this.#dynamicIds.size < DYNAMIC_NAMES_MAX) {
      tag = DYNAMIC_TAG_BASE + this.#dynamicIds.size;
      this.#dynamicIds.set(name, tag);
      this.#page.dynamicNames.push(name);
    } else tag = DYNAMIC_TAG_BASE + DYNAMIC_NAMES_MAX + 1;
    if (tag >= this.#openCount.length) {
      const wider = new Int32Array(DYNAMIC_TAG_BASE + DYNAMIC_NAMES_MAX + 2);
      wider.set(this.#openCount);
      this.#openCount = wider;
    }
    return tag;
  }

  #hasHyphen(from: number, to: number): boolean {
    const at = this.#html.indexOf("-", from);
    return at >= 0 && at < to;
  }

  /** Closes what a start tag closes. False for a tag to be dropped. */
  #makeWay(tag: number, open: number): boolean {
    const openCount = this.#openCount;
    if (closesParagraph[tag]) this.#closeImplied(TAG.p, open, 0, 0);
    if (tag === TAG.li) this.#closeImplied(TAG.li, open, TAG.ul, TAG.ol);
    else if (tag === TAG.dt || tag === TAG.dd) {
      this.#closeImplied(TAG.dt, open, TAG.dl, 0);
      this.#closeImplied(TAG.dd, open, TAG.dl, 0);
    } else if (tag === TAG.tr) {
      this.#closeCell(open);
      this.#closeImplied(TAG.tr, open, TAG.table, 0);
    } else if (tag === TAG.td || tag === TAG.th) this.#closeCell(open);
    else if (tag === TAG.option || tag === TAG.optgroup) this.#closeImplied(TAG.option, open, TAG.select, 0);
    else if (tag === TAG.a) {
      if (this.#text.anchors > 0) this.#closeImplied(TAG.a, open, 0, 0);
    } else if (tag === TAG.body || tag === TAG.html) {
      if (tag === TAG.body) this.#closeHead(open);
      // A second <body>: its attributes are of no use here.
      if (i32At(openCount, tag) > 0) return false;
    } else if (isHeadingTag(tag) && this.#depth > 0 && isHeadingTag(u16At(this.#page.tag, i32At(this.#stack, this.#depth))))
      this.#popTo(this.#depth, open);
    // Body content after an unclosed <head>.
    if (isBlock[tag] && tag !== TAG.head) this.#closeHead(open);
    return true;
  }

  /** Notes elements that metadata is read from. */
  #note(tag: number, node: number): void {
    if (tag === TAG.meta) this.#metas.push(node);
    else if (tag === TAG.link) this.#links.push(node);
    else if (tag === TAG.time || (tag === TAG.abbr && this.#page.attribute(node, "title") !== undefined)) this.#times.push(node);
    else if (tag === TAG.img) this.#images.push(node);
  }

  /** Skips an element whose content is characters; the offset behind its end tag. */
  #rawText(tag: number, node: number, name: string, from: number): number {
    const page = this.#page;
    const close = findRawEnd(this.#html, from, name);
    const contentEnd = close < 0 ? this.#html.length : close;
    if (tag === TAG.title && this.#title === null) this.#title = [from, contentEnd];
    else if (
      tag === TAG.script &&
      this.#jsonScripts.length < JSON_SCRIPTS_MAX &&
      i32At(page.attrEnd, node) > i32At(page.attrStart, node)
    ) {
      const type = page.attribute(node, "type");
      if (type !== undefined && /json/i.test(type)) this.#jsonScripts.push([node, from, contentEnd]);
      else if (contentEnd - from >= SCRIPT_CHARS_MIN && this.#scripts.length < SCRIPTS_MAX)
        this.#scripts.push([from, contentEnd]);
    } else if (tag === TAG.script && contentEnd - from >= SCRIPT_CHARS_MIN && this.#scripts.length < SCRIPTS_MAX)
      this.#scripts.push([from, contentEnd]);
    page.end[node] = contentEnd;
    return close < 0 ? contentEnd : this.#pastTag(close);
  }

  /** The offset behind the end tag at `open`. */
  #endTag(open: number): number {
    const html = this.#html;
    const { length } = html;
    const nameStart = open + 2;
    let at = nameStart;
    let c = html.charCodeAt(at);
    if (!isLetter(c)) return this.#pastTag(at);
    while (at < length && c !== GT && c !== SLASH && !isSpaceCode(c)) c = html.charCodeAt(++at);
    const position = c === GT ? at + 1 : this.#pastTag(at);
    let tag = tagIdAt(html, nameStart, at);
    if (tag === 0) {
      if (this.#dynamicIds.size === 0) return position;
      tag = this.#dynamicIds.get(html.slice(nameStart, at).toLowerCase()) ?? 0;
    }
    if (tag === TAG.br || (tag === TAG.p && this.#openCount[tag] === 0)) {
      this.#flush();
      return position;
    }
    if (tag === 0 || this.#openCount[tag] === 0) return position;
    this.#close(tag, position);
    // Whatever stays open inside a skipped element, the head's or body's end ends a block.
    if (tag === TAG.head || tag === TAG.body) this.#text.flush();
    return position;
  }

  /** Closes the nearest open `tag`, if its end tag reaches it. */
  #close(tag: number, position: number): void {
    const { tag: tags } = this.#page;
    const closesBlock = tag < DYNAMIC_TAG_BASE && isBlock[tag] === 1;
    for (let level = this.#depth; level > 0; level--) {
      const openTag = u16At(tags, i32At(this.#stack, level));
      if (openTag === tag) {
        this.#popTo(level, position);
        return;
      }
      if (openTag < DYNAMIC_TAG_BASE) {
        if (isScopeBoundary[openTag] && !isTablePart(tag)) return;
        if (!closesBlock && tag !== TAG.a && tag < DYNAMIC_TAG_BASE && isBlock[openTag]) return;
      }
    }
  }

  /** Comments, doctypes, CDATA and processing instructions. */
  #declaration(open: number): number {
    const html = this.#html;
    if (!html.startsWith("!--", open + 1)) return this.#pastTag(open);
    // <!--> and <!---> are whole comments.
    const first = html.charCodeAt(open + 4);
    if (first === GT) return open + 5;
    if (first === 45 && html.charCodeAt(open + 5) === GT) return open + 6;
    const close = html.indexOf("-->", open + 4);
    return close < 0 ? html.length : close + 3;
  }

  // ---- the open elements

  #push(node: number, tag: number): void {
    // Too deep: kept as a childless node, its text goes to the parent.
    if (this.#depth >= this.#limits.depthMax) return;
    this.#depth += 1;
    this.#stack[this.#depth] = node;
    this.#openCount[tag] = i32At(this.#openCount, tag) + 1;
    if (tag >= DYNAMIC_TAG_BASE) return;
    const flags = u16At(this.#page.flags, node);
    if ((isSkipped[tag] && !(flags & FLAG.shown)) || flags & FLAG.aside) this.#skipDepth += 1;
    if (tag === TAG.a) {
      this.#text.anchors += 1;
      this.#text.linksBegun += 1;
    } else if (tag === TAG.b || tag === TAG.strong) this.#text.strong += 1;
    else if (tag === TAG.em || tag === TAG.i) this.#text.emphasis += 1;
  }

  /** Closes the elements from the top down to `level`. */
  #popTo(level: number, at: number): void {
    while (this.#depth >= level) {
      this.#leave(i32At(this.#stack, this.#depth), at);
      this.#depth -= 1;
    }
  }

  #leave(node: number, at: number): void {
    const page = this.#page;
    const tag = u16At(page.tag, node);
    page.end[node] = at;
    this.#openCount[tag] = i32At(this.#openCount, tag) - 1;
    if (tag >= DYNAMIC_TAG_BASE) {
      if (u16At(page.flags, node) & FLAG.customBlock) this.#flush();
      return;
    }
    const flags = u16At(page.flags, node);
    if (isBlock[tag] || flags & FLAG.customBlock) this.#flush();
    if ((isSkipped[tag] && !(flags & FLAG.shown)) || flags & FLAG.aside) this.#skipDepth -= 1;
    if (tag === TAG.noscript) this.#noscriptChars += at - i32At(page.attrEnd, node);
    if (tag === TAG.a) this.#text.anchors -= 1;
    else if (tag === TAG.b || tag === TAG.strong) this.#text.strong -= 1;
    else if (tag === TAG.em || tag === TAG.i) this.#text.emphasis -= 1;
  }

  /** Closes the nearest open `tag`, unless a barrier stands before it. */
  #closeImplied(tag: number, at: number, barrierA: number, barrierB: number): void {
    if (this.#openCount[tag] === 0) return;
    const { tag: tags } = this.#page;
    for (let level = this.#depth; level > 0; level--) {
      const open = u16At(tags, i32At(this.#stack, level));
      if (open === tag) {
        this.#popTo(level, at);
        return;
      }
      if (open === barrierA || open === barrierB) return;
      if (open < DYNAMIC_TAG_BASE && isScopeBoundary[open]) return;
    }
  }

  #closeCell(at: number): void {
    for (let level = this.#depth; level > 0; level--) {
      const tag = u16At(this.#page.tag, i32At(this.#stack, level));
      if (tag === TAG.td || tag === TAG.th) {
        this.#popTo(level, at);
        return;
      }
      if (tag === TAG.table || tag === TAG.tr) return;
    }
  }

  #closeHead(at: number): void {
    if (this.#openCount[TAG.head] === 0) return;
    for (let level = this.#depth; level > 0; level--) {
      if (this.#page.tag[i32At(this.#stack, level)] !== TAG.head) continue;
      this.#popTo(level, at);
      return;
    }
  }

  #blockElement(): number {
    const { tag: tags, flags } = this.#page;
    for (let level = this.#depth; level > 0; level--) {
      const node = i32At(this.#stack, level);
      const tag = u16At(tags, node);
      if (tag < DYNAMIC_TAG_BASE ? isBlock[tag] : u16At(flags, node) & FLAG.customBlock) return node;
    }
    return 0;
  }
}

const isTablePart = (tag: number): boolean =>
  tag === TAG.table ||
  tag === TAG.tr ||
  tag === TAG.td ||
  tag === TAG.th ||
  tag === TAG.tbody ||
  tag === TAG.body ||
  tag === TAG.html;

/** Two links or buttons without a space between them are no one word. */
const followsControl = (html: string, at: number): boolean =>
  html.charCodeAt(at - 1) === GT && (endsIn(html, at, "</a>") || endsIn(html, at, "</button>"));

const endsIn = (html: string, at: number, tag: string): boolean =>
  html.charCodeAt(at - tag.length) === LT && html.slice(at - tag.length, at).toLowerCase() === tag;
