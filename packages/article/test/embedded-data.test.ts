import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { PARAGRAPHS } from "./fixtures/pages.ts";

const title = "Garrow ferry returns after four months";
const empty = (script: string): string =>
  `<!doctype html><html lang="en"><head><title>${title} | The Hollowmere Courier</title></head><body><header><a href="/">The Hollowmere Courier</a><nav><a href="/harbour">Harbour</a></nav></header><div id="app"></div>${script}<footer><p>© 2024 The Hollowmere Courier</p></footer></body></html>`;
const brief = PARAGRAPHS.slice(0, 3);
const html = brief.map((text) => `<p>${text}</p>`).join("");
const flight = (payload: string): string =>
  `<script>self.__next_f.push([0])</script><script>self.__next_f.push([1,${JSON.stringify(payload)}])</script>`;
const json = (value: unknown): string => JSON.stringify(value).replace(/</g, "\\u003C");

describe("a body that only the page's data holds", () => {
  it.each([
    [
      "a short articleBody",
      `<script type="application/ld+json">${json({ "@type": "NewsArticle", headline: title, articleBody: brief.join(" ") })}</script>`,
    ],
    ["assigned state", `<script>window.__INITIAL_STATE__ = ${json({ article: { title, body: html } })};</script>`],
    [
      "preloaded state with undefined in it",
      `<script>window.__PRELOADED_STATE__={"user":undefined,"post":${json({ title, content: html })}}</script>`,
    ],
    [
      "state in a string",
      `<script>window.__STATE__ = JSON.parse(${JSON.stringify(JSON.stringify({ article: { headline: title, paragraphs: brief } }))});</script>`,
    ],
    [
      "a function's arguments",
      `<script>window.__NUXT__=(function(a,b,c){return {state:{article:{title:a,body:b}},path:c}}(${JSON.stringify(title)},${json(html)},"/harbour"));</script>`,
    ],
    [
      "a framework's JSON",
      `<script id="__NEXT_DATA__" type="application/json">${json({ props: { pageProps: { story: { title, body: html } } } })}</script>`,
    ],
    [
      "server components",
      flight(
        `0:["$","main",null,{"children":[["$","h1",null,{"children":${JSON.stringify(title)}}],${brief.map((text) => `["$","p",null,{"children":${JSON.stringify(text)}}]`).join(",")}]}]\n`,
      ),
    ],
    [
      "a text row of server components",
      flight(
        `2:T${Buffer.byteLength(html).toString(16)},${html}0:["$","div",null,{"dangerouslySetInnerHTML":{"__html":"$2"}}]\n`,
      ),
    ],
  ])("is read from %s", (_, script) => {
    const article = extractArticle(empty(script));
    for (const text of brief) expect(article.text).toContain(text);
    expect(article.text).not.toContain("<p>");
    expect(article.title).toBe(title);
  });

  it("is the page's own article, not the longer one next to it", () => {
    const other = {
      title: "Choir wins the regional prize",
      body: PARAGRAPHS.map((text) => `<p>${text} The choir sang.</p>`).join(""),
    };
    const article = extractArticle(
      empty(`<script>window.__STATE__ = ${json({ related: [other], article: { title, body: html } })};</script>`),
    );
    expect(article.text).toContain(brief[0]);
    expect(article.text).not.toContain("The choir sang.");
  });

  it("is left alone where the page shows its text", () => {
    const shown = empty(
      `<script>window.__STATE__ = ${json({ article: { title: "Other", body: `${html}${html.replaceAll("ferry", "bus")}` } })};</script>`,
    ).replace(
      '<div id="app"></div>',
      `<article><h1>${title}</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</article>`,
    );
    expect(extractArticle(shown).text.split("\n")).toEqual([...PARAGRAPHS]);
  });

  it("is read from noscript and from a declarative shadow root", () => {
    for (const wrapped of [
      `<noscript>${html}</noscript><div id="app"></div>`,
      `<story-view><template shadowrootmode="open"><style>p{}</style>${html}</template></story-view>`,
    ]) {
      const article = extractArticle(empty("").replace('<div id="app"></div>', `<main><h1>${title}</h1>${wrapped}</main>`));
      expect(article.text.split("\n")).toEqual(brief);
    }
  });

  it("is not noscript's where the page has a text", () => {
    const page = `<article><h1>${title}</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</article><noscript><p>${brief[0]} This copy is for old browsers and says nothing new.</p><img src="pixel.gif"></noscript>`;
    expect(extractArticle(empty("").replace('<div id="app"></div>', page)).text.split("\n")).toEqual([...PARAGRAPHS]);
  });
});
