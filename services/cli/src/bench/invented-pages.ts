import type { InventedArticle } from "./invented-articles.ts";

/** A page as news sites make them: the article among menus, lists of other articles, and scripts. */
export function pageOf(article: InventedArticle | undefined): string {
  if (article === undefined) return "";
  const { title, text, url, published_at, outlet } = article;
  const links = (count: number, of: string) =>
    Array.from({ length: count }, (_, n) => `<li><a href="/${of}/${n}"><span class="t">${of} ${n}</span></a></li>`).join("\n");
  const script = `window.data=${JSON.stringify(Array.from({ length: 2500 }, (_, n) => ({ id: n, slot: `unit-${n}`, on: n % 3 === 0 })))}`;
  return `<!doctype html><html lang="en"><head><title>${title} | ${outlet}</title><link rel="canonical" href="${url}">
<meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${published_at}">
<script>${script}</script></head><body><nav><ul>${links(120, "section")}</ul></nav><main><article><h1>${title}</h1>
${text
  .split("\n")
  .map((paragraph) => `<p class="body__p">${paragraph}</p>`)
  .join(
    "\n",
  )}</article><aside><h2>More</h2><ul>${links(400, "story")}</ul></aside></main><footer><ul>${links(80, "service")}</ul></footer></body></html>`;
}
