import type { Span } from "@wirefold/core";

/** A stretch between quotation marks. `span` includes the marks, `inner` does not. */
export interface QuotedSpan {
  readonly span: Span;
  readonly inner: Span;
  /** Set where one mark is missing: the text ran to a paragraph's end, or began without an opening mark. */
  readonly broken?: "no-open" | "no-close";
  /** The paragraph ends inside the quotation and the next one takes it up with an opening mark of its own. */
  readonly continues?: boolean;
  /** Single marks on the outermost level: a headline's quotation, a translated term or, in British style, speech. */
  readonly single?: boolean;
  /** Two apostrophes or grave accents for each mark, as old wire feeds and wiki markup write. */
  readonly doubled?: boolean;
  /** Dashes stand for the marks. */
  readonly dash?: boolean;
}

const OPEN = 1;
const CLOSE = 2;
/** The mark's direction follows from its neighbours. */
const EITHER = 3;

/** Longest text between two single marks: past it, the mark is an apostrophe. */
const singleQuoteLengthMax = 300;

function roleOfDouble(code: number): number {
  switch (code) {
    case 0x201c: // “ opens in English, closes in German
    case 0x201d: // ” closes in English, opens and closes in Swedish
    case 0x22: // "
    case 0xab: // «
    case 0xbb: // »
    case 0x201f: // ‟
    case 0x301f:
    case 0xff02:
      return EITHER;
    case 0x201e: // „
    case 0x300c: // 「
    case 0x300e: // 『
    case 0x301d: // 〝
      return OPEN;
    case 0x300d: // 」
    case 0x300f: // 』
    case 0x301e: // 〞
      return CLOSE;
    default:
      return 0;
  }
}

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  code === 0x0a ||
  code === 0x0d ||
  code === 0x09 ||
  code === 0xa0 ||
  code === 0x202f ||
  code === 0x2009 ||
  code === 0x3000 ||
  Number.isNaN(code);

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Letters and digits; past ASCII everything but the general punctuation block counts as a letter. */
const isWordCode = (code: number): boolean =>
  isDigit(code) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f));

const opensBefore = (code: number): boolean =>
  isSpace(code) ||
  code === 0x28 ||
  code === 0x5b ||
  code === 0x2014 ||
  code === 0x2013 ||
  code === 0x2d ||
  code === 0x2f ||
  code === 0x3a ||
  code === 0x201c ||
  code === 0x2018 ||
  code === 0x27;

/** What a mark that can open and close does here, judged by the characters next to it. */
function directionOf(text: string, at: number, isOpen: boolean): typeof OPEN | typeof CLOSE {
  const before = at === 0 ? Number.NaN : text.charCodeAt(at - 1);
  const after = at + 1 >= text.length ? Number.NaN : text.charCodeAt(at + 1);
  const spaceAfter = isSpace(after);
  if (isSpace(before) && !spaceAfter) return OPEN;
  if (!isSpace(before) && spaceAfter) return isOpen || !opensBefore(before) ? CLOSE : OPEN;
  if (isSpace(before) && spaceAfter) return isOpen ? CLOSE : OPEN;
  const code = text.charCodeAt(at);
  // Set solid on both sides: `[“so”]`, `empire,”Vsevolod`. The shape of a curly mark decides, else whether one is open.
  if (isOpen)
    return code === 0x201c && isWordCode(after) && !isWordCode(before) && before !== 0x2e && before !== 0x2c ? OPEN : CLOSE;
  if (code === 0x201d) return opensBefore(before) && isWordCode(after) ? OPEN : CLOSE;
  if (code === 0x22) return opensBefore(before) || isWordCode(after) ? OPEN : CLOSE;
  return OPEN;
}

/** A foot and inch mark (`6'2"`), not a quotation. */
const isInchMark = (text: string, at: number, isOpen: boolean): boolean =>
  text.charCodeAt(at) === 0x22 && !isOpen && at > 0 && isDigit(text.charCodeAt(at - 1));

interface Paragraph {
  readonly start: number;
  readonly end: number;
}

function nextParagraph(text: string, from: number): Paragraph | null {
  let start = from;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  if (start >= text.length) return null;
  let end = text.indexOf("\n", start);
  if (end < 0) end = text.length;
  let trimmed = end;
  while (trimmed > start && isSpace(text.charCodeAt(trimmed - 1))) trimmed--;
  return { start, end: trimmed };
}

const isOpeningAt = (text: string, at: number): boolean => {
  const role = roleOfDouble(text.charCodeAt(at));
  return role === OPEN || (role === EITHER && directionOf(text, at, false) === OPEN);
};

/** Walks one paragraph; pushes its quotations. Returns whether it ends inside one that the next paragraph takes up. */
class ParagraphScan {
  private readonly text: string;
  private readonly out: QuotedSpan[];
  /** Single closing marks are looked for once: this is how far the search has come. */
  private singleCloseFrom = 0;
  private singleCloseAt = -1;

  constructor(text: string, out: QuotedSpan[]) {
    this.text = text;
    this.out = out;
  }

  scan(paragraph: Paragraph, next: Paragraph | null): void {
    const { text, out } = this;
    let openAt = -1;
    let lastEnd = paragraph.start;
    let at = paragraph.start;
    while (at < paragraph.end) {
      const code = text.charCodeAt(at);
      if (openAt < 0 && (code === 0x2018 || code === 0x27 || code === 0x201a || code === 0x60)) {
        const single = this.singleAt(at, paragraph);
        if (single) {
          out.push(single);
          at = single.span[1];
          lastEnd = at;
          continue;
        }
        // ''so'' and ``so'': two single marks for a double one.
        if (
          (code === 0x27 || code === 0x60) &&
          text.charCodeAt(at + 1) === code &&
          (at === 0 || isSpace(text.charCodeAt(at - 1)))
        ) {
          const close = text.indexOf("''", at + 2);
          if (close > 0 && close < paragraph.end) {
            out.push({ span: [at, close + 2], inner: [at + 2, close], doubled: true });
            at = close + 2;
            lastEnd = at;
            continue;
          }
          at += 2;
          continue;
        }
      }
      const role = roleOfDouble(code);
      if (role === 0 || isInchMark(text, at, openAt >= 0)) {
        at++;
        continue;
      }
      // « Ainsi », with its spaces: what the one guillemet opened, only the other closes.
      const isPair = openAt >= 0 && (code === 0xab || code === 0xbb) && text.charCodeAt(openAt) === (code === 0xab ? 0xbb : 0xab);
      const direction = isPair ? CLOSE : role === EITHER ? directionOf(text, at, openAt >= 0) : role;
      if (direction === OPEN) {
        if (openAt >= 0) {
          // “ closes what „ opened, whatever its neighbours say.
          if (text.charCodeAt(openAt) === 0x201e && code === 0x201c) {
            out.push({ span: [openAt, at + 1], inner: [openAt + 1, at] });
            lastEnd = at + 1;
            openAt = -1;
            at++;
            continue;
          }
          if (this.isNested(openAt, at, paragraph.end)) {
            at = this.nestedEnd(at, paragraph.end);
            continue;
          }
          this.pushOpenEnded(openAt, at);
        }
        openAt = at;
      } else if (openAt >= 0) {
        if (at > openAt + 1) out.push({ span: [openAt, at + 1], inner: [openAt + 1, at] });
        lastEnd = at + 1;
        openAt = -1;
      } else if (at > lastEnd + 1 && isWordCode(text.charCodeAt(lastEnd === paragraph.start ? lastEnd : at - 2))) {
        const start = this.unopenedStart(lastEnd, at, paragraph.start);
        if (start >= 0) out.push({ span: [start, at + 1], inner: [start, at], broken: "no-open" });
        lastEnd = at + 1;
      }
      at++;
    }
    if (openAt < 0) return;
    if (next && isOpeningAt(text, next.start)) {
      out.push({ span: [openAt, paragraph.end], inner: [openAt + 1, paragraph.end], continues: true });
    } else this.pushOpenEnded(openAt, paragraph.end);
  }

  private pushOpenEnded(from: number, to: number): void {
    let end = to;
    while (end > from && isSpace(this.text.charCodeAt(end - 1))) end--;
    if (end > from + 1) this.out.push({ span: [from, end], inner: [from + 1, end], broken: "no-close" });
  }

  /** An opening mark inside a quotation opens a nested one if two closing marks of that kind follow before anything opens again. */
  private isNested(openAt: number, at: number, end: number): boolean {
    if (this.text.charCodeAt(openAt) === 0x22 && this.text.charCodeAt(at) === 0x22) return false;
    const close = this.nestedEnd(at, end);
    if (close >= end || close <= at + 1) return false;
    for (let i = close; i < end && i < close + 2000; i++) {
      const role = roleOfDouble(this.text.charCodeAt(i));
      if (role === 0) continue;
      return (role === EITHER ? directionOf(this.text, i, true) : role) === CLOSE;
    }
    return false;
  }

  private nestedEnd(at: number, end: number): number {
    const limit = Math.min(end, at + 600);
    for (let i = at + 1; i < limit; i++) {
      const role = roleOfDouble(this.text.charCodeAt(i));
      if (role === 0) continue;
      const direction = role === EITHER ? directionOf(this.text, i, true) : role;
      return direction === CLOSE ? i + 1 : at + 1;
    }
    return at + 1;
  }

  /** Where a quotation without opening mark began: the paragraph, or the sentence after the last quotation. */
  private unopenedStart(lastEnd: number, closeAt: number, paragraphStart: number): number {
    const before = this.text.charCodeAt(closeAt - 1);
    // Only a mark after punctuation closes speech; a stray one after a word says nothing about where it began.
    if (before !== 0x2c && before !== 0x2e && before !== 0x21 && before !== 0x3f && before !== 0x2026) return -1;
    if (lastEnd === paragraphStart) return paragraphStart;
    for (let i = closeAt - 2; i > lastEnd; i--) {
      const code = this.text.charCodeAt(i);
      if ((code === 0x2e || code === 0x21 || code === 0x3f) && isSpace(this.text.charCodeAt(i + 1))) {
        let start = i + 1;
        while (isSpace(this.text.charCodeAt(start))) start++;
        return start;
      }
      if (closeAt - i > 1000) return -1;
    }
    return -1;
  }

  /** A quotation between single marks, distinguished from apostrophes by where they stand. */
  private singleAt(at: number, paragraph: Paragraph): QuotedSpan | null {
    const { text } = this;
    const open = text.charCodeAt(at);
    if (open === 0x60) return null;
    const before = at === 0 ? Number.NaN : text.charCodeAt(at - 1);
    const after = text.charCodeAt(at + 1);
    if (at > 0 && !opensBefore(before)) return null;
    // ’90s, ’em, 'tis: an elision, unless something closes it as a quotation further on.
    if (!isWordCode(after) || (isDigit(after) && text.charCodeAt(at + 3) === 0x73)) return null;
    const close = this.singleClose(at + 1, open === 0x27 ? 0x27 : open === 0x201a ? 0x2018 : 0x2019, paragraph.end);
    if (close < 0 || close - at > singleQuoteLengthMax) return null;
    for (let i = at + 1; i < close; i++) if (roleOfDouble(text.charCodeAt(i)) !== 0) return null;
    return { span: [at, close + 1], inner: [at + 1, close], single: true };
  }

  private singleClose(from: number, mark: number, end: number): number {
    const { text } = this;
    if (this.singleCloseAt >= from && text.charCodeAt(this.singleCloseAt) === mark) return this.singleCloseAt;
    if (this.singleCloseFrom > from && this.singleCloseAt === -1) return -1;
    for (let i = from; i < end; i++) {
      if (text.charCodeAt(i) !== mark) continue;
      const after = i + 1 >= text.length ? Number.NaN : text.charCodeAt(i + 1);
      const before = text.charCodeAt(i - 1);
      if (isWordCode(after) || isSpace(before)) continue;
      // “workers’ rights”: a plural's apostrophe, if another word follows and a better mark comes later.
      if (before === 0x73 && isSpace(after) && isWordCode(text.charCodeAt(i + 2)) && this.hasCloserAfter(i + 1, mark, end))
        continue;
      this.singleCloseAt = i;
      return i;
    }
    this.singleCloseFrom = end;
    this.singleCloseAt = -1;
    return -1;
  }

  private hasCloserAfter(from: number, mark: number, end: number): boolean {
    const limit = Math.min(end, from + 120);
    for (let i = from; i < limit; i++) {
      if (text0(this.text, i) === 0x2018) return false;
      if (text0(this.text, i) === mark && !isWordCode(i + 1 >= this.text.length ? Number.NaN : text0(this.text, i + 1)))
        return true;
    }
    return false;
  }
}

const text0 = (text: string, at: number): number => text.charCodeAt(at);

/**
 * The outermost quotations of a text, in order and disjoint. A quotation that runs over paragraphs gives one span for each.
 * Knows the marks of the European languages and of Chinese and Japanese; one pass, linear in the text's length.
 *
 * A quotation never crosses a paragraph without being taken up there, so a lost mark spoils one paragraph at most.
 */
export function findQuotedSpans(text: string): QuotedSpan[] {
  const out: QuotedSpan[] = [];
  const scan = new ParagraphScan(text, out);
  let paragraph = nextParagraph(text, 0);
  while (paragraph) {
    const next = nextParagraph(text, paragraph.end);
    scan.scan(paragraph, next);
    paragraph = next;
  }
  return out;
}
