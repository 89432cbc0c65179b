// A page in, its article out. Every line that was cut says why.
import { extractArticle } from "@wirefold/article";

const page = `<html lang="en"><head><title>Ferry back after storm | Coast Wire</title>
<meta property="article:published_time" content="2031-03-04T09:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/weather">Weather</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry back after storm</h1>
<p>The ferry between Hollowmere and Saltby sailed again on Tuesday, nine days after a storm tore its ramp away.</p>
<p>“We checked every bolt twice,” harbour master Ines Harrow told reporters, adding that 412 passengers crossed before noon.</p>
<p>Repairs cost 3.2 million crowns, the port authority said, nearly twice what it had set aside for the year.</p></article>
<aside><h2>Recommended videos</h2><ul><li><a href="/v/1">Nine walks near the coast</a></li></ul></aside>
</body></html>`;

const article = extractArticle(page, { url: "https://coastwire.example/ferry" });
console.log(article.title);
console.log(article.published_at);
console.log(`${article.blocks.length} paragraphs`);
for (const { reason, text } of article.removed) console.log(`cut as ${reason}: ${text}`);
// prints:
// Ferry back after storm
// 2031-03-04T09:00:00Z
// 3 paragraphs
// cut as navigation: Home Weather Sport
// cut as headline: Ferry back after storm
// cut as sidebar: Recommended videos
// cut as sidebar: Nine walks near the coast
