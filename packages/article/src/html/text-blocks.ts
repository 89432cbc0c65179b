/** The text of a page cut into blocks, as the parser meets it. */
import { isSpaceCode } from "./char-classes.ts";
import { decodeText } from "./decode-entities.ts";

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

/** Longer words are no units of measurement. */
const TAIL_CHARS = 12;

const invisible = /[\u200B\u00AD\uFEFF\u2060\u202A-\u202E]+/g;
const spaceRun = /[\s\u0000-\u001F\u2028\u2029]+/g;

/** Collects text into blocks. The parser says where blocks end and what kind of element it is in. */
export class TextBlocks {
  readonly blocks: PageBlock[] = [];
  /** True when there was text for more than `blocksMax` blocks. */
  full = false;
  /** How many elements of each kind are open around the text to come. */
  anchors = 0;
  strong = 0;
  emphasis = 0;
  /** Links that began since the last block ended. */
  linksBegun = 0;
  /** The text to come follows a single `<br>`. */
  afterBreak = false;

  readonly #html: string;
  readonly #blocksMax: number;
  readonly #blockElement: () => number;
  #text = "";
  #start = -1;
  #end = 0;
  #node = 0;
  #linkChars = 0;
  #strongChars = 0;
  #emphasisChars = 0;
  #pendingSpace = false;

  /** `blockElement` gives the block-level element open at the time of the call. */
  constructor(html: string, blocksMax: number, blockElement: () => number) {
    this.#html = html;
    this.#blocksMax = blocksMax;
    this.#blockElement = blockElement;
  }

  /** Ends the block under way. */
  flush(): void {
    if (this.#start < 0) return;
    if (this.#text !== "") {
      if (this.blocks.length >= this.#blocksMax) this.full = true;
      else
        this.blocks.push({
          text: this.#text,
          start: this.#start,
          end: this.#end,
          node: this.#node,
          linkChars: this.#linkChars,
          strongChars: this.#strongChars,
          emphasisChars: this.#emphasisChars,
          links: this.linksBegun,
          afterBreak: this.afterBreak,
        });
    }
    this.#text = "";
    this.#start = -1;
    this.#linkChars = 0;
    this.#strongChars = 0;
    this.#emphasisChars = 0;
    this.linksBegun = 0;
    this.#pendingSpace = false;
    this.afterBreak = false;
  }

  /** The last characters of the block under way, without what white space would follow; "" after white space. */
  tail(): string {
    return this.#pendingSpace ? "" : this.#text.slice(-TAIL_CHARS);
  }

  /** Parts what comes from the block under way as white space would. */
  space(): void {
    if (this.#text !== "") this.#pendingSpace = true;
  }

  /** Adds the characters `[from, to)` of the page to the block under way. */
  add(from: number, to: number): void {
    const html = this.#html;
    let first = from;
    while (first < to && isSpaceCode(html.charCodeAt(first))) first += 1;
    if (first === to) {
      if (this.#text !== "") this.#pendingSpace = true;
      return;
    }
    let last = to;
    while (isSpaceCode(html.charCodeAt(last - 1))) last -= 1;
    let piece = decodeText(html.slice(first, last));
    let spaceBefore = first > from;
    let spaceAfter = last < to;
    if (needsCollapse(piece)) {
      piece = piece.replace(invisible, "").replace(spaceRun, " ");
      if (piece.startsWith(" ")) {
        spaceBefore = true;
        piece = piece.slice(1);
      }
      if (piece.endsWith(" ")) {
        spaceAfter = true;
        piece = piece.slice(0, -1);
      }
      if (piece === "") {
        if (this.#text !== "" && (spaceBefore || spaceAfter)) this.#pendingSpace = true;
        return;
      }
    }
    if (this.#start < 0) {
      this.#start = first;
      this.#node = this.#blockElement();
    } else if (this.#text !== "" && (this.#pendingSpace || spaceBefore)) this.#text += " ";
    this.#text += piece;
    this.#pendingSpace = spaceAfter;
    this.#end = last;
    if (this.anchors > 0) this.#linkChars += piece.length;
    if (this.strong > 0) this.#strongChars += piece.length;
    if (this.emphasis > 0) this.#emphasisChars += piece.length;
  }
}

/** White space beyond single spaces, or characters that show nothing. */
function needsCollapse(piece: string): boolean {
  let previousSpace = false;
  for (let at = 0; at < piece.length; at++) {
    const code = piece.charCodeAt(at);
    if (code > 32 && code < 127) previousSpace = false;
    else if (code === 32) {
      if (previousSpace) return true;
      previousSpace = true;
    } else if (
      code < 32 ||
      code === 0xa0 ||
      code === 0xad ||
      (code >= 0x2000 && code <= 0x206f && (code <= 0x200b || code >= 0x2028)) ||
      code === 0xfeff ||
      code === 0x3000 ||
      code === 0x1680
    )
      return true;
    else previousSpace = false;
  }
  return false;
}
