/** A page's text with what was cut struck through and why: for a terminal, and as an HTML page of its own. */
import type { Article } from "@wirefold/core";

interface Piece {
  readonly text: string;
  readonly at: number;
  readonly kind: string;
  /** Undefined for text that was kept. */
  readonly reason: string | undefined;
}

/** Kept and cut text in the order of the page; text without a place (from embedded data) comes first. */
function piecesOf(article: Article): Piece[] {
  return [
    ...article.blocks.map(({ text, span, kind }) => ({ text, at: span?.[0] ?? -1, kind, reason: undefined })),
    ...article.removed.map(({ text, span, reason }) => ({ text, at: span?.[0] ?? -1, kind: "paragraph", reason })),
  ].sort((a, b) => a.at - b.at);
}

const ANSI = { reset: "\u001b[0m", struck: "\u001b[9;31m", dim: "\u001b[2m", bold: "\u001b[1m", green: "\u001b[32m" } as const;

export interface TerminalOptions {
  /** @default true */
  readonly color?: boolean;
  /** Characters of each cut line shown; longer ones end in an ellipsis. @default 160 */
  readonly cutCharsMax?: number;
}

/** Control characters of a page must not reach the terminal. */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, " ");

/**
 * Lines for a terminal. Without colour, cut lines begin with `- [reason]` and kept ones with `+`, so that the output can be searched.
 * @example console.log(explainTerminal(page, extractArticle(page)));
 */
export function explainTerminal(_input: string, article: Article, options: TerminalOptions = {}): string {
  const color = options.color ?? true;
  const cutMax = options.cutCharsMax ?? 160;
  const paint = (code: string, text: string): string => (color ? `${code}${text}${ANSI.reset}` : text);
  const lines = [paint(ANSI.bold, printable(article.title ?? "(no title)"))];
  const facts = factsOf(article);
  for (const [name, value] of facts) lines.push(paint(ANSI.dim, `${name}: ${printable(value)}`));
  lines.push("");
  for (const piece of piecesOf(article)) {
    const text = printable(piece.text);
    if (piece.reason === undefined) lines.push(color ? text : `+ ${text}`);
    else {
      const short = text.length > cutMax ? `${text.slice(0, cutMax)}…` : text;
      lines.push(color ? `${paint(ANSI.dim, `[${piece.reason}]`)} ${paint(ANSI.struck, short)}` : `- [${piece.reason}] ${short}`);
    }
  }
  lines.push("", summaryOf(article));
  return lines.join("\n");
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
p, h2, li, blockquote, pre { margin: .5rem 0; overflow-wrap: anywhere; }
del { color: #b3261e; opacity: .8; }
@media (prefers-color-scheme: dark) { del { color: #f2a09a; } }
.reason { font: 600 .72rem/1 ui-monospace, monospace; border: 1px solid currentColor; border-radius: .25rem; padding: .1rem .3rem; margin-right: .4rem; text-decoration: none; display: inline-block; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; font-size: .9rem; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
`;

/** A self-contained HTML page: no script, no request, all text escaped. */
export function explainHtml(_input: string, article: Article): string {
  const language = article.language === null ? "" : ` lang="${escapeHtml(article.language)}"`;
  const title = escapeHtml(article.title ?? "(no title)");
  const facts = factsOf(article)
    .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd dir="auto">${escapeHtml(value)}</dd>`)
    .join("");
  const body = piecesOf(article)
    .map(({ text, reason, kind }) => {
      if (reason !== undefined)
        return `<p class="cut" dir="auto" data-reason="${escapeHtml(reason)}"><span class="reason">${escapeHtml(reason)}</span><del>${escapeHtml(text)}</del></p>`;
      if (kind === "heading") return `<h2 dir="auto">${escapeHtml(text)}</h2>`;
      if (kind === "code") return `<pre>${escapeHtml(text)}</pre>`;
      if (kind === "quote" || kind === "embed") return `<blockquote dir="auto">${escapeHtml(text)}</blockquote>`;
      return `<p dir="auto">${escapeHtml(text)}</p>`;
    })
    .join("\n");
  return `<!doctype html>
<html${language}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cleaned: ${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1 dir="auto">${title}</h1>
<dl>${facts}</dl>
<p>${escapeHtml(summaryOf(article))}</p>
<hr>
<main>
${body}
</main>
</body>
</html>
`;
}

function factsOf(article: Article): [string, string][] {
  const facts: [string, string | null][] = [
    ["byline", article.byline.join(", ") || null],
    ["published", article.published_at],
    ["modified", article.modified_at],
    ["site", article.site],
    ["language", article.language],
    ["section", article.section],
    ["tags", article.tags.join(", ") || null],
    ["canonical", article.canonical_url],
    ["wire", article.wire_credit],
    ["photo", article.photo_credit],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

function summaryOf(article: Article): string {
  const counts = new Map<string, number>();
  for (const { reason } of article.removed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${reason} ${count}`);
  return `${article.blocks.length} blocks kept, ${article.removed.length} cut${reasons.length > 0 ? `: ${reasons.join(", ")}` : ""}`;
}
