import { i32At } from "@wirefold/core";
import { isSpaceCode } from "./char-classes.ts";
import { DYNAMIC_TAG_BASE } from "./tags.ts";

/** Facts of an element read while its start tag is scanned. */
export const FLAG = {
  hidden: 1,
  ariaHidden: 2,
  /** Written `<name/>`. */
  selfClosing: 4,
  hasItemprop: 8,
  hasRole: 16,
  hasHref: 32,
  /** A custom element (`<my-card>`), laid out as a block. */
  customBlock: 64,
  /** Text inside is not the sentence's around it: hidden from the reader, or the mark of a note. */
  aside: 128,
  /** A skipped kind of element that is read all the same: a shadow root. */
  shown: 256,
} as const;

/** Pages have an element for every 60 to 200 characters; denser ones grow the arrays. */
const CAPACITY_SHIFT = 7;
const INT_COLUMNS = 9;

/**
 * A page as a tree in typed arrays, in document order: a parent's index is below its children's, so sums over subtrees are
 * one backward loop. Nodes are elements only; text lies in the blocks. Index 0 is a root above `<html>`.
 */
export class Page {
  readonly html: string;
  count = 1;
  tag: Uint16Array;
  parent: Int32Array;
  /** Offset of the start tag's `<`, and just past the element's last character. */
  start: Int32Array;
  end: Int32Array;
  /** The characters of the start tag after its name. */
  attrStart: Int32Array;
  attrEnd: Int32Array;
  classStart: Int32Array;
  classEnd: Int32Array;
  idStart: Int32Array;
  idEnd: Int32Array;
  flags: Uint16Array;
  /** True when the node limit stopped the parse before the end of the input. */
  truncated = false;
  readonly dynamicNames: string[] = [];

  constructor(html: string) {
    this.html = html;
    const capacity = Math.max(64, html.length >> CAPACITY_SHIFT);
    const column = (index: number): Int32Array => new Int32Array(columns, index * capacity * 4, capacity);
    const columns = new ArrayBuffer(INT_COLUMNS * capacity * 4);
    this.parent = column(0);
    this.start = column(1);
    this.end = column(2);
    this.attrStart = column(3);
    this.attrEnd = column(4);
    this.classStart = column(5);
    this.classEnd = column(6);
    this.idStart = column(7);
    this.idEnd = column(8);
    this.tag = new Uint16Array(capacity);
    this.flags = new Uint16Array(capacity);
    this.end[0] = html.length;
  }

  grow(): void {
    const wider = <Column extends Int32Array | Uint16Array>(column: Column, next: Column): Column => {
      next.set(column);
      return next;
    };
    const capacity = this.tag.length * 2;
    this.tag = wider(this.tag, new Uint16Array(capacity));
    this.flags = wider(this.flags, new Uint16Array(capacity));
    this.parent = wider(this.parent, new Int32Array(capacity));
    this.start = wider(this.start, new Int32Array(capacity));
    this.end = wider(this.end, new Int32Array(capacity));
    this.attrStart = wider(this.attrStart, new Int32Array(capacity));
    this.attrEnd = wider(this.attrEnd, new Int32Array(capacity));
    this.classStart = wider(this.classStart, new Int32Array(capacity));
    this.classEnd = wider(this.classEnd, new Int32Array(capacity));
    this.idStart = wider(this.idStart, new Int32Array(capacity));
    this.idEnd = wider(this.idEnd, new Int32Array(capacity));
  }

  className(node: number): string {
    return this.html.slice(this.classStart[node], this.classEnd[node]);
  }

  idName(node: number): string {
    return this.html.slice(this.idStart[node], this.idEnd[node]);
  }

  /** An attribute's raw value (entities not decoded): "" when it has none, undefined when absent. */
  attribute(node: number, name: string): string | undefined {
    return findAttribute(this.html, i32At(this.attrStart, node), i32At(this.attrEnd, node), name);
  }

  dynamicName(tag: number): string {
    return this.dynamicNames[tag - DYNAMIC_TAG_BASE] ?? "";
  }
}

/** Every attribute of the tag text `[from, to)`, in order; names lower-cased, values raw. Linear. */
export function eachAttribute(
  html: string,
  from: number,
  to: number,
  visit: (name: string, value: string) => boolean | undefined,
): void {
  let at = from;
  while (at < to) {
    let code = html.charCodeAt(at);
    if (isSpaceCode(code) || code === 47) {
      at += 1;
      continue;
    }
    const nameStart = at;
    at += 1; // a leading "=" is part of the name
    while (at < to) {
      code = html.charCodeAt(at);
      if (code === 61 || code === 47 || isSpaceCode(code)) break;
      at += 1;
    }
    const name = html.slice(nameStart, at).toLowerCase();
    let next = at;
    while (next < to && isSpaceCode(html.charCodeAt(next))) next += 1;
    let value = "";
    if (next < to && html.charCodeAt(next) === 61) {
      at = next + 1;
      while (at < to && isSpaceCode(html.charCodeAt(at))) at += 1;
      code = html.charCodeAt(at);
      if (at < to && (code === 34 || code === 39)) {
        let close = html.indexOf(code === 34 ? '"' : "'", at + 1);
        if (close < 0 || close > to) close = to;
        value = html.slice(at + 1, close);
        at = close + 1;
      } else {
        const valueStart = at;
        while (at < to && !isSpaceCode(html.charCodeAt(at))) at += 1;
        value = html.slice(valueStart, at);
      }
    }
    if (visit(name, value) === false) return;
  }
}

function findAttribute(html: string, from: number, to: number, wanted: string): string | undefined {
  let found: string | undefined;
  eachAttribute(html, from, to, (name, value) => {
    if (name !== wanted) return true;
    found = value;
    return false;
  });
  return found;
}
