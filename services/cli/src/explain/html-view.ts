import type { Article } from "@wirefold/core";
import { cutByReason, headOf, pageParts } from "./page-parts.ts";

const STYLE = `
:root { color-scheme: light dark; --cut: #b3261e; --soft: #6b6b6b; }
@media (prefers-color-scheme: dark) { :root { --cut: #ff8a80; --soft: #a0a0a0; } }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 Georgia, serif; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; font-family: system-ui, sans-serif; font-size: .9rem; }
dt, .why, caption { color: var(--soft); } dd { margin: 0; }
del { color: var(--cut); } .cut { margin: .3rem 0; font-size: .9rem; line-height: 1.4; }
.why { font: .75rem system-ui, sans-serif; white-space: nowrap; }
table { border-collapse: collapse; font: .85rem system-ui, sans-serif; margin-top: 2rem; }
td, th { padding: .1rem 1rem .1rem 0; text-align: left; } td + td { text-align: right; }`;

/** The view as one page that loads nothing from anywhere. Everything from the document is escaped. */
export function htmlView(article: Article, name: string): string {
  const head = headOf(article).map(([key, value]) => `<dt>${escapeHtml(key)}</dt><dd>${escapeHtml(value)}</dd>`);
  const body = pageParts(article).map(({ text, reason, isHeading }) => {
    if (reason !== null)
      return `<p class="cut"><del>${escapeHtml(text)}</del> <span class="why">✂ ${escapeHtml(reason)}</span></p>`;
    return isHeading ? `<h2>${escapeHtml(text)}</h2>` : `<p>${escapeHtml(text)}</p>`;
  });
  const cut = cutByReason(article).map(
    ([reason, pieces, characters]) => `<tr><td>${escapeHtml(reason)}</td><td>${pieces}</td><td>${characters}</td></tr>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(article.language ?? "en")}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(name)}: what was cut</title>
<style>${STYLE}</style>
<dl>${head.join("")}</dl>
<main>
${body.join("\n")}
</main>
<table><caption>What was cut</caption><tr><th>reason</th><th>pieces</th><th>characters</th></tr>${cut.join("")}</table>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
