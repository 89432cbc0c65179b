/** Speech that a dash at the line's start opens instead of marks: “—No cerraremos —dijo la alcaldesa—. Lo prometo.” */
import type { QuotedSpan } from "./quoted-spans.ts";

const dashes = /[\u2014\u2015]/g;
/** What the speech behind its dash begins with. */
const speech = /[\p{L}¿¡]/uy;

/** Whether nothing but spaces stands between a line's start and a place. */
function opensLine(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === " " || text[start - 1] === "\t") start--;
  return start === 0 || text[start - 1] === "\n";
}

/** Longest line that is read, in characters: speech in a report is short. */
const lineMax = 600;
/** Between speech and who says it. */
const isInset = /[ \t][\u2014\u2015](?=\p{Ll})/u;
/** Behind who says it, where the speech goes on. */
const goesOn = /[\u2014\u2015](?=[.,:;]?[ \t]+[\p{L}¿¡])/u;

/** The stretches of speech in lines that open with a dash and name who speaks behind another. Spans hold the dashes, `inner` does not. */
export function findDashSpeech(text: string): QuotedSpan[] {
  const out: QuotedSpan[] = [];
  for (const { index: dash } of text.matchAll(dashes)) {
    if (!opensLine(text, dash)) continue;
    speech.lastIndex = dash + 1;
    if (!speech.test(text)) continue;
    const lineEnd = text.indexOf("\n", dash);
    const end = Math.min(lineEnd < 0 ? text.length : lineEnd, dash + lineMax);
    const line = text.slice(dash + 1, end);
    const inset = isInset.exec(line);
    if (inset === null) continue;
    const close = dash + 1 + inset.index + 1;
    out.push({ span: [dash, close + 1], inner: [dash + 1, close - 1], dash: true });
    const more = goesOn.exec(text.slice(close + 1, end));
    if (more === null) continue;
    const again = close + 1 + more.index;
    const from = again + 1 + (/^[.,:;]?[ \t]+/.exec(text.slice(again + 1, end))?.[0].length ?? 0);
    const to = from + text.slice(from, end).trimEnd().length;
    if (to > from) out.push({ span: [again, to], inner: [from, to], dash: true });
  }
  return out;
}
