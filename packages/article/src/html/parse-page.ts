/**
 * One pass over the HTML: a tolerant tokenizer in the spirit of the HTML standard (it never throws, unclosed and misnested tags
 * included) that builds the element tree and cuts the text into blocks as it goes.
 *
 * A block is a run of text between two block boundaries: `<p>one <b>two</b></p>` is one block, `one<br>two` is two.
 * Cost is linear in the input: end tags without an open partner are refused by a counter, the open stack is at most
 * `depthMax` deep, and raw text is skipped by `indexOf`.
 */
import { decodeText } from "./decode-entities.ts";
import { FLAG, Page } from "./page.ts";
import { closesParagraph, DYNAMIC_TAG_BASE, isBlock, isRawText, isScopeBoundary, isSkipped, isVoid, TAG, tagId } from "./tags.ts";

/** A run of text as the page shows it. */
export interface PageBlock {
  /** White space collapsed, references decoded. */
  text: string;
  /** Where its characters stand in the HTML: from the first one to just past the last. */
  start: number;
  end: number;
  /** The block-level element it lies in, and the deepest element around all of it. */
  node: number;
  /** UTF-16 units of `text` inside `<a href>`, and inside `<b>`/`<strong>` or `<em>`/`<i>`. */
  linkChars: number;
  strongChars: number;
  emphasisChars: number;
  /** Links that begin in it. */
  links: number;
  /** It was cut off from the block before by a single `<br>`. */
  afterBreak: boolean;
}

export interface ParsedPage {
  readonly page: Page;
  readonly blocks: PageBlock[];
  /** Nodes of `<meta>`, `<link>`, `<time>`, and `<script type=…json>`; `[start, end)` of `<title>`'s characters. */
  readonly metas: number[];
  readonly links: number[];
  readonly times: number[];
  readonly images: number[];
  readonly jsonScripts: [number, number, number][];
  readonly title: [number, number] | null;
  readonly itemprops: number[];
}

export interface ParseLimits {
  readonly nodesMax: number;
  readonly depthMax: number;
  readonly blocksMax: number;
}

const LT = 60;
const GT = 62;
const SLASH = 47;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13 || code === 12;

const hidesBlock = /display\s*:\s*none|visibility\s*:\s*hidden/i;

export function parsePage(html: string, limits: ParseLimits): ParsedPage {
  const page = new Page(html);
  const length = html.length;
  const blocks: PageBlock[] = [];
  const metas: number[] = [];
  const links: number[] = [];
  const times: number[] = [];
  const images: number[] = [];
  const itemprops: number[] = [];
  const jsonScripts: [number, number, number][] = [];
  let title: [number, number] | null = null;

  const stack = new Int32Array(limits.depthMax + 1);
  let depth = 0; // stack[0] = root
  const openCount = new Int32Array(DYNAMIC_TAG_BASE + 4096);
  const dynamicIds = new Map<string, number>();
  let skipDepth = 0;
  let anchorDepth = 0;
  let strongDepth = 0;
  let emphasisDepth = 0;
  let _preDepth = 0;

  // The block under way.
  let text = "";
  let blockStart = -1;
  let blockEnd = 0;
  let blockNode = 0;
  let linkChars = 0;
  let strongChars = 0;
  let emphasisChars = 0;
  let linkCount = 0;
  let pendingSpace = false;
  let afterBreak = false;
  let stopped = false;

  const blockElement = (): number => {
    for (let at = depth; at > 0; at--) {
      const node = stack[at]!;
      const tag = page.tag[node]!;
      if (tag < DYNAMIC_TAG_BASE ? isBlock[tag] : page.flags[node]! & 64) return node;
    }
    return 0;
  };

  const flush = (): void => {
    if (blockStart < 0) return;
    if (text !== "") {
      if (blocks.length >= limits.blocksMax) {
        page.truncated = true;
        stopped = true;
      } else {
        blocks.push({
          text,
          start: blockStart,
          end: blockEnd,
          node: blockNode,
          linkChars,
          strongChars,
          emphasisChars,
          links: linkCount,
          afterBreak,
        });
      }
    }
    text = "";
    blockStart = -1;
    linkChars = 0;
    strongChars = 0;
    emphasisChars = 0;
    linkCount = 0;
    pendingSpace = false;
    afterBreak = false;
  };

  /** Adds the characters `[from, to)` to the block under way. */
  const addText = (from: number, to: number): void => {
    let first = from;
    while (first < to && isSpace(html.charCodeAt(first))) first += 1;
    if (first === to) {
      if (text !== "") pendingSpace = true;
      return;
    }
    let last = to;
    while (isSpace(html.charCodeAt(last - 1))) last -= 1;
    let piece = decodeText(html.slice(first, last));
    let needsCollapse = false;
    let previousSpace = false;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code > 32 && code < 127) previousSpace = false;
      else if (code === 32) {
        if (previousSpace) {
          needsCollapse = true;
          break;
        }
        previousSpace = true;
      } else if (
        code < 32 ||
        code === 0xa0 ||
        code === 0xad ||
        (code >= 0x2000 && code <= 0x206f && (code <= 0x200b || code >= 0x2028)) ||
        code === 0xfeff ||
        code === 0x3000 ||
        code === 0x1680
      ) {
        needsCollapse = true;
        break;
      } else previousSpace = false;
    }
    let edgeSpaceBefore = first > from;
    let edgeSpaceAfter = last < to;
    if (needsCollapse) {
      piece = piece.replace(/[\u200B\u00AD\uFEFF\u2060\u202A-\u202E]+/g, "").replace(/[\s\u0000-\u001F\u2028\u2029]+/g, " ");
      if (piece.startsWith(" ")) {
        edgeSpaceBefore = true;
        piece = piece.slice(1);
      }
      if (piece.endsWith(" ")) {
        edgeSpaceAfter = true;
        piece = piece.slice(0, -1);
      }
      if (piece === "") {
        if (text !== "" && (edgeSpaceBefore || edgeSpaceAfter)) pendingSpace = true;
        return;
      }
    }
    if (blockStart < 0) {
      blockStart = first;
      blockNode = blockElement();
    } else if (text !== "" && (pendingSpace || edgeSpaceBefore)) text += " ";
    text += piece;
    pendingSpace = edgeSpaceAfter;
    blockEnd = last;
    if (anchorDepth > 0) linkChars += piece.length;
    if (strongDepth > 0) strongChars += piece.length;
    if (emphasisDepth > 0) emphasisChars += piece.length;
  };

  const leave = (node: number, at: number): void => {
    const tag = page.tag[node]!;
    page.end[node] = at;
    openCount[tag]!--;
    if (tag < DYNAMIC_TAG_BASE) {
      if (isBlock[tag] && skipDepth === 0) flush();
      if (isSkipped[tag]) skipDepth -= 1;
      if (tag === TAG.a) anchorDepth -= 1;
      else if (tag === TAG.b || tag === TAG.strong) strongDepth -= 1;
      else if (tag === TAG.em || tag === TAG.i) emphasisDepth -= 1;
      else if (tag === TAG.pre) _preDepth -= 1;
    } else if (page.flags[node]! & 64 && skipDepth === 0) flush();
  };

  const popTo = (target: number, at: number): void => {
    while (depth >= target) {
      leave(stack[depth]!, at);
      depth -= 1;
    }
  };

  /** Closes the nearest open `tag`, unless one of `barriers` stands before it. */
  const closeImplied = (tag: number, at: number, barrierA: number, barrierB: number): void => {
    if (openCount[tag] === 0) return;
    for (let level = depth; level > 0; level--) {
      const open = page.tag[stack[level]!]!;
      if (open === tag) {
        popTo(level, at);
        return;
      }
      if (open === barrierA || open === barrierB) return;
      if (open < DYNAMIC_TAG_BASE && isScopeBoundary[open]) return;
    }
  };

  let position = 0;
  while (position < length && !stopped) {
    const open = html.indexOf("<", position);
    if (open < 0) {
      if (skipDepth === 0) addText(position, length);
      break;
    }
    const code = html.charCodeAt(open + 1);
    if (isLetter(code)) {
      if (open > position && skipDepth === 0) addText(position, open);
      // ---- a start tag
      let at = open + 2;
      let c = html.charCodeAt(at);
      while (at < length && c !== GT && c !== SLASH && !isSpace(c) && c !== LT) c = html.charCodeAt(++at);
      const rawName = html.slice(open + 1, at);
      let tag = tagId(rawName);
      let isCustomBlock = false;
      if (tag === 0) {
        const name = rawName.toLowerCase();
        tag = tagId(name);
        if (tag === 0) {
          const known = dynamicIds.get(name);
          if (known !== undefined) tag = known;
          else if (dynamicIds.size < 4000) {
            tag = DYNAMIC_TAG_BASE + dynamicIds.size;
            dynamicIds.set(name, tag);
            page.dynamicNames.push(name);
          } else tag = DYNAMIC_TAG_BASE + 4001;
          isCustomBlock = name.includes("-");
        }
      }
      if (page.count >= limits.nodesMax) {
        page.truncated = true;
        break;
      }
      if (page.count === page.tag.length) page.grow();
      const node = page.count;
      const attrStart = at;
      // ---- its attributes
      let selfClosing = false;
      let flags = 0;
      let classStart = 0;
      let classEnd = 0;
      let idStart = 0;
      let idEnd = 0;
      while (at < length) {
        c = html.charCodeAt(at);
        if (c === GT) break;
        if (c === SLASH) {
          selfClosing = html.charCodeAt(at + 1) === GT;
          at += 1;
          continue;
        }
        if (isSpace(c)) {
          at += 1;
          continue;
        }
        const nameStart = at;
        at += 1;
        while (at < length) {
          c = html.charCodeAt(at);
          if (c === 61 || c === GT || c === SLASH || isSpace(c)) break;
          at += 1;
        }
        const nameLength = at - nameStart;
        const initial = html.charCodeAt(nameStart) | 32;
        while (at < length && isSpace(c)) c = html.charCodeAt(++at);
        let valueStart = at;
        let valueEnd = at;
        if (c === 61) {
          at += 1;
          c = html.charCodeAt(at);
          while (at < length && isSpace(c)) c = html.charCodeAt(++at);
          if (c === 34 || c === 39) {
            valueStart = at + 1;
            valueEnd = html.indexOf(c === 34 ? '"' : "'", valueStart);
            if (valueEnd < 0) {
              valueEnd = length;
              at = length;
            } else at = valueEnd + 1;
          } else {
            valueStart = at;
            while (at < length && c !== GT && !isSpace(c)) c = html.charCodeAt(++at);
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
            const style = html.slice(valueStart, Math.min(valueEnd, valueStart + 400));
            if (hidesBlock.test(style)) flags |= FLAG.hidden;
          }
        } else if (initial === 104) {
          if (nameLength === 6 && isNamed(html, nameStart, "hidden")) flags |= FLAG.hidden;
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
      if (at >= length) {
        // The tag never closes: the standard drops it.
        position = length;
        break;
      }
      const attrEnd = at;
      position = at + 1;
      // ---- where it goes
      if (tag < DYNAMIC_TAG_BASE) {
        if (closesParagraph[tag]) closeImplied(TAG.p, open, 0, 0);
        if (tag === TAG.li) closeImplied(TAG.li, open, TAG.ul, TAG.ol);
        else if (tag === TAG.dt || tag === TAG.dd) {
          closeImplied(TAG.dt, open, TAG.dl, 0);
          closeImplied(TAG.dd, open, TAG.dl, 0);
        } else if (tag === TAG.tr) {
          closeCell(page, stack, depth, open, popTo);
          closeImplied(TAG.tr, open, TAG.table, 0);
        } else if (tag === TAG.td || tag === TAG.th) {
          closeCell(page, stack, depth, open, popTo);
        } else if (tag === TAG.option || tag === TAG.optgroup) {
          closeImplied(TAG.option, open, TAG.select, 0);
        } else if (tag === TAG.a && anchorDepth > 0) closeImplied(TAG.a, open, 0, 0);
        else if (tag === TAG.body || tag === TAG.html) {
          if (tag === TAG.body && openCount[TAG.head]! > 0) popTo(findOpen(page, stack, depth, TAG.head), open);
          if (openCount[tag]! > 0) continue; // a second <body>: its attributes are of no use here
        }
        if (tag >= TAG.h1 && tag <= TAG.h6 && depth > 0) {
          const top = page.tag[stack[depth]!]!;
          if (top >= TAG.h1 && top <= TAG.h6) popTo(depth, open);
        }
        // Body content after an unclosed <head>.
        if (openCount[TAG.head]! > 0 && isBlock[tag] && tag !== TAG.head) popTo(findOpen(page, stack, depth, TAG.head), open);
      }
      page.count = node + 1;
      page.tag[node] = tag;
      page.parent[node] = depth === 0 ? 0 : stack[depth]!;
      page.start[node] = open;
      page.end[node] = position;
      page.attrStart[node] = attrStart;
      page.attrEnd[node] = attrEnd;
      page.classStart[node] = classStart;
      page.classEnd[node] = classEnd;
      page.idStart[node] = idStart;
      page.idEnd[node] = idEnd;
      page.flags[node] = flags | (isCustomBlock ? 64 : 0);
      if (flags & FLAG.hasItemprop) itemprops.push(node);

      if (tag >= DYNAMIC_TAG_BASE) {
        if (isCustomBlock && skipDepth === 0) flush();
        if (selfClosing) continue;
      } else {
        if (isBlock[tag] && skipDepth === 0) {
          flush();
          if (tag === TAG.br) afterBreak = true;
        }
        if (tag === TAG.meta) metas.push(node);
        else if (tag === TAG.link) links.push(node);
        else if (tag === TAG.time) times.push(node);
        else if (tag === TAG.img) images.push(node);
        if (isVoid[tag]) continue;
        if (tag === TAG.plaintext) {
          addText(position, length);
          position = length;
          break;
        }
        if (isRawText[tag]) {
          const close = findRawEnd(html, position, rawName);
          const contentEnd = close < 0 ? length : close;
          if (tag === TAG.title && title === null) title = [position, contentEnd];
          else if (tag === TAG.script && jsonScripts.length < 64) {
            const type = attrEnd > attrStart ? page.attribute(node, "type") : undefined;
            if (type !== undefined && /json/i.test(type)) jsonScripts.push([node, position, contentEnd]);
          }
          page.end[node] = contentEnd;
          if (close < 0) {
            position = length;
            break;
          }
          const gt = html.indexOf(">", close);
          position = gt < 0 ? length : gt + 1;
          continue;
        }
        if (selfClosing && (tag === TAG.a || tag === TAG.span)) {
          // XHTML habits: <a name="x"/> must not swallow the rest of the page into a link.
          if (tag === TAG.a && page.attribute(node, "href") === undefined) continue;
        }
      }
      if (depth >= limits.depthMax) continue; // too deep: kept as a childless node, its text goes to the parent
      depth += 1;
      stack[depth] = node;
      openCount[tag]!++;
      if (tag < DYNAMIC_TAG_BASE) {
        if (isSkipped[tag]) skipDepth += 1;
        if (tag === TAG.a) {
          anchorDepth += 1;
          linkCount += 1;
        } else if (tag === TAG.b || tag === TAG.strong) strongDepth += 1;
        else if (tag === TAG.em || tag === TAG.i) emphasisDepth += 1;
        else if (tag === TAG.pre) _preDepth += 1;
      }
    } else if (code === SLASH) {
      if (open > position && skipDepth === 0) addText(position, open);
      // ---- an end tag
      let at = open + 2;
      let c = html.charCodeAt(at);
      if (!isLetter(c)) {
        const gt = html.indexOf(">", at);
        position = gt < 0 ? length : gt + 1;
        continue;
      }
      while (at < length && c !== GT && c !== SLASH && !isSpace(c)) c = html.charCodeAt(++at);
      const rawName = html.slice(open + 2, at);
      const gt = c === GT ? at : html.indexOf(">", at);
      position = gt < 0 ? length : gt + 1;
      let tag = tagId(rawName);
      if (tag === 0) {
        const name = rawName.toLowerCase();
        tag = tagId(name);
        if (tag === 0) tag = dynamicIds.get(name) ?? 0;
      }
      if (tag === TAG.br || (tag === TAG.p && openCount[tag] === 0)) {
        if (skipDepth === 0) flush();
        continue;
      }
      if (tag === 0 || openCount[tag] === 0) continue;
      const closingBlock = tag < DYNAMIC_TAG_BASE ? isBlock[tag] === 1 : false;
      const isTablePart =
        tag === TAG.table ||
        tag === TAG.tr ||
        tag === TAG.td ||
        tag === TAG.th ||
        tag === TAG.tbody ||
        tag === TAG.body ||
        tag === TAG.html;
      for (let level = depth; level > 0; level--) {
        const openTag = page.tag[stack[level]!]!;
        if (openTag === tag) {
          popTo(level, position);
          break;
        }
        if (openTag < DYNAMIC_TAG_BASE) {
          if (!isTablePart && isScopeBoundary[openTag]) break;
          if (!closingBlock && tag !== TAG.a && tag < DYNAMIC_TAG_BASE && isBlock[openTag]) break;
        }
      }
      // Inside a skipped element an unmatched ancestor's end tag must still get us out of it.
      if (tag === TAG.head || tag === TAG.body) flush();
    } else if (code === 33) {
      if (open > position && skipDepth === 0) addText(position, open);
      if (html.startsWith("--", open + 2)) {
        const close = html.indexOf("-->", open + 4);
        position = close < 0 ? length : close + 3;
        // <!--> and <!---> are whole comments.
        if (html.charCodeAt(open + 4) === GT) position = open + 5;
        else if (html.charCodeAt(open + 4) === 45 && html.charCodeAt(open + 5) === GT) position = open + 6;
      } else {
        const gt = html.indexOf(">", open);
        position = gt < 0 ? length : gt + 1;
      }
    } else if (code === 63) {
      if (open > position && skipDepth === 0) addText(position, open);
      const gt = html.indexOf(">", open);
      position = gt < 0 ? length : gt + 1;
    } else {
      if (skipDepth === 0) addText(position, open + 1);
      position = open + 1;
    }
  }
  flush();
  while (depth > 0) {
    page.end[stack[depth]!] = Math.min(position, length);
    depth -= 1;
  }
  return { page, blocks, metas, links, times, images, jsonScripts, title, itemprops };
}

const isNamed = (html: string, at: number, name: string): boolean => {
  for (let i = 0; i < name.length; i++) {
    const code = html.charCodeAt(at + i);
    if ((code >= 65 && code <= 90 ? code | 32 : code) !== name.charCodeAt(i)) return false;
  }
  return true;
};

const findOpen = (page: Page, stack: Int32Array, depth: number, tag: number): number => {
  for (let level = depth; level > 0; level--) if (page.tag[stack[level]!] === tag) return level;
  return depth + 1;
};

const closeCell = (
  page: Page,
  stack: Int32Array,
  depth: number,
  at: number,
  popTo: (level: number, at: number) => void,
): void => {
  for (let level = depth; level > 0; level--) {
    const tag = page.tag[stack[level]!]!;
    if (tag === TAG.td || tag === TAG.th) {
      popTo(level, at);
      return;
    }
    if (tag === TAG.table || tag === TAG.tr) return;
  }
};

/** The offset of `</name` at or after `from`, whatever its case; -1 when it never comes. */
function findRawEnd(html: string, from: number, name: string): number {
  let at = html.indexOf("</", from);
  while (at >= 0) {
    let i = 0;
    while (i < name.length && (html.charCodeAt(at + 2 + i) | 32) === (name.charCodeAt(i) | 32)) i += 1;
    if (i === name.length) {
      const next = html.charCodeAt(at + 2 + i);
      if (next === GT || next === SLASH || isSpace(next) || Number.isNaN(next)) return at;
    }
    at = html.indexOf("</", at + 2);
  }
  return -1;
}
