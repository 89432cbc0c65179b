import type { Span } from "@wirefold/core";
import type { ReportDocument } from "../types.ts";
import { label } from "./format.ts";
import { escapeText, Html, html } from "./markup.ts";

/** A stretch to mark in a text. `cut` stretches are what the cleaner removed. */
export interface Marking {
  readonly span: Span;
  readonly id: string | null;
  readonly cut?: string;
}

/** What was cut from the first `length` characters of a document's text. */
export function cutMarkings({ text, removed }: ReportDocument, length: number): Marking[] {
  const shown = text.slice(0, length);
  return removed
    .flatMap(({ span, text, reason }) => (span && stands(span, text, shown) ? [{ span, id: null, cut: label(reason) }] : []))
    .slice(0, 500);
}

/** Whether the span of something cut points into this text, and not into the page it was cut from. */
function stands([start, end]: Span, cut: string, text: string): boolean {
  if (start >= end || end > text.length) return false;
  return text.slice(start, end).trim().slice(0, 200) === cut.trim().slice(0, 200);
}

/** Deeper nesting would only slow the browser: a hostile record could nest hundreds of spans. */
const DEPTH = 6;

/**
 * Writes a text with its markings as nested elements, so that `:target` lights the whole span without any script.
 * Elements cannot overlap crosswise, so a span that crosses its parent's end is split there; only the first piece
 * carries the id, the rest name it in `data-of`.
 *
 *   [a........]            <m id=a>....<m id=b>..</m></m><m data-of=b>...</m>
 *        [b.......]
 */
export function renderSpannedText(text: string, markings: readonly Marking[]): Html {
  const queue = markings
    .filter(({ span: [start, end] }) => start < end && end <= text.length)
    .map((m) => ({ start: m.span[0], end: m.span[1], id: m.id, cut: m.cut, of: null as string | null }))
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.cut ? -1 : 0) - (b.cut ? -1 : 0));
  const out: string[] = [];
  const open: { end: number; close: string }[] = [];
  // Continuations wait here, sorted by start; few at a time, since each comes from one open parent.
  const waiting: typeof queue = [];
  let at = 0;
  const upTo = (end: number) => {
    if (end > at) out.push(lines(text.slice(at, end)));
    at = Math.max(at, end);
  };
  const closeUpTo = (position: number) => {
    for (let last = open.at(-1); last && last.end <= position; last = open.at(-1)) {
      open.pop();
      upTo(last.end);
      out.push(last.close);
    }
  };
  let queued = 0;
  const nextMark = () => {
    const [fromQueue, fromWaiting] = [queue[queued], waiting[0]];
    if (fromWaiting && (!fromQueue || fromWaiting.start <= fromQueue.start)) return waiting.shift();
    queued += 1;
    return fromQueue;
  };
  for (let mark = nextMark(); mark; mark = nextMark()) {
    closeUpTo(mark.start);
    upTo(mark.start);
    const parent = open.at(-1);
    if (open.length >= DEPTH) {
      if (mark.id) out.push(html`<span class="pin" id="${mark.id}"></span>`.markup);
      continue;
    }
    let end = mark.end;
    if (parent && end > parent.end) {
      end = parent.end;
      const rest = { start: end, end: mark.end, id: null, cut: mark.cut, of: mark.of ?? mark.id };
      const place = waiting.findIndex((w) => w.start > rest.start);
      waiting.splice(place < 0 ? waiting.length : place, 0, rest);
    }
    const [tag, close] = openTag(mark);
    out.push(tag);
    open.push({ end, close });
  }
  closeUpTo(text.length);
  upTo(text.length);
  return new Html(out.join(""));
}

function openTag(mark: { id: string | null; cut?: string | undefined; of: string | null }): [string, string] {
  if (mark.cut !== undefined) {
    return [html`<del class="cut" title="cut: ${mark.cut}"><span class="vh">[cut: ${mark.cut}] </span>`.markup, "</del>"];
  }
  if (mark.id !== null) return [html`<mark id="${mark.id}" tabindex="-1">`.markup, "</mark>"];
  return [html`<mark data-of="${mark.of ?? ""}">`.markup, "</mark>"];
}

/** Newlines become spaced breaks: paragraphs stay paragraphs although marks may run across them. */
function lines(text: string): string {
  return escapeText(text).replace(/\n\s*/g, '<span class="nl">\n</span>');
}
