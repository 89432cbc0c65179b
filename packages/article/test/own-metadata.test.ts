import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { newsPage, PARAGRAPHS } from "./fixtures/pages.ts";

const title = "Garrow ferry returns after four months";
const url = "https://courier.example/harbour/garrow-ferry-returns";
const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const teaser = {
  "@type": "NewsArticle",
  headline: "Choir wins the regional prize",
  datePublished: "2019-01-01",
  author: { name: "Wrong Person" },
};
const own = { "@type": "NewsArticle", headline: title, datePublished: "2024-09-05", author: { name: "Nell Varga" } };
const bare = (head: string, before = ""): string =>
  `<html lang="en"><head><title>${title} | The Hollowmere Courier</title>${head}</head><body>${before}<main><article><h1>${title}</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</article></main></body></html>`;

describe("JSON-LD", () => {
  it.each([
    ["a teaser list first", ld({ "@type": "ItemList", itemListElement: [teaser] }) + ld(own)],
    ["a teaser of its own first", ld(teaser) + ld(own)],
    [
      "a teaser with more to say",
      ld({ ...teaser, image: "a.jpg", articleBody: "x".repeat(900), publisher: { name: "x" } }) + ld(own),
    ],
    ["both in a graph", ld({ "@graph": [teaser, { ...own, "@id": "#article" }] })],
    ["its own in a page, teasers in its parts", ld({ "@type": "WebPage", mainEntity: own, hasPart: [teaser] })],
    [
      "list items that wrap teasers",
      ld({ "@type": "CollectionPage", hasPart: [{ "@type": "ListItem", item: teaser }] }) + ld(own),
    ],
    ["a headline cut short", ld(teaser) + ld({ ...own, headline: "Garrow ferry returns" })],
    ["an address and no headline", ld(teaser) + ld({ ...own, headline: undefined, mainEntityOfPage: { "@id": url } })],
  ])("gives the article's own date and author: %s", (_, head) => {
    const article = extractArticle(bare(head), { url });
    expect(article.published_at).toBe("2024-09-05");
    expect(article.byline).toEqual(["Nell Varga"]);
  });

  it.each([
    [
      "teasers in a list",
      ld({ "@type": "ItemList", itemListElement: [teaser, { ...teaser, headline: "Council delays the bypass" }] }),
    ],
    ["a teaser alone", ld(teaser)],
    ["another page's object", ld({ ...teaser, url: "https://courier.example/culture/choir-wins-prize" })],
  ])("gives nothing where it only describes others: %s", (_, head) => {
    const article = extractArticle(bare(head), { url });
    expect(article.published_at).toBeNull();
    expect(article.byline).toEqual([]);
  });
});

describe("dates that stand near the article", () => {
  it.each([
    [
      "a card",
      '<div class="card"><time datetime="2019-01-01">1 January 2019</time><a href="/x">How the old lift was built, in pictures</a></div>',
    ],
    ["a ticker", '<div class="ticker"><time datetime="2019-01-01">08:00</time><span>Storm expected on the coast</span></div>'],
    [
      "a breaking bar",
      '<div class="breaking-news"><time datetime="2019-01-01T08:00">08:00</time> <a href="/y">Storm closes the northern bypass tonight</a></div>',
    ],
    ["a clock", '<div class="current-date"><time datetime="2019-01-01">Tuesday, 1 January 2019</time></div>'],
    ["the masthead", '<header><div>Tuesday, 1 January 2019</div><a href="/">The Hollowmere Courier</a></header>'],
    [
      "a list of others",
      '<ul><li><a href="/a">Bakery fire: what we know</a> <time datetime="2019-01-01">1 January 2019</time></li></ul>',
    ],
  ])("are not the article's in %s", (_, before) => {
    expect(extractArticle(bare("", before), { url }).published_at).toBeNull();
  });

  it("are the article's under its headline, whatever a card above says", () => {
    const card =
      '<div class="card"><time datetime="2019-01-01">1 January 2019</time><a href="/x">How the old lift was built, in pictures</a></div>';
    const article = extractArticle(newsPage({}).replace("<main>", `${card}<main>`));
    expect(article.published_at).toBe("2024-09-05T16:20:00+02:00");
    expect(article.byline).toEqual(["Nell Varga"]);
  });

  it("are read from microdata, abbreviations and the address", () => {
    const abbr = bare("").replace("</h1>", '</h1><abbr itemprop="datePublished" title="2024-09-05T16:20">Thursday</abbr>');
    expect(extractArticle(abbr).published_at).toBe("2024-09-05T16:20");
    expect(extractArticle(bare(""), { url: "https://courier.example/2024/09/05/garrow-ferry" }).published_at).toBe("2024-09-05");
    expect(extractArticle(bare(""), { url: "https://courier.example/2024/09/garrow-ferry" }).published_at).toBe("2024-09");
  });

  it("tell the order of day and month from one another", () => {
    const lines = (text: string): string => bare("").replace("</h1>", `</h1><p>${text}</p>`);
    expect(extractArticle(lines("Published 05/09/2024 | Updated 21/09/2024")).published_at).toBe("2024-09-05");
    expect(extractArticle(lines("Published 09/05/2024 | Updated 09/21/2024")).published_at).toBe("2024-09-05");
  });
});

describe("the headline", () => {
  it.each(["Floods", "Nato", "Ferry back", "12"])("is no text, however short: %j", (headline) => {
    const article = extractArticle(
      `<html><head><title>${headline} | The Hollowmere Courier</title></head><body><nav><a href="/">Home</a></nav><article><h1>${headline}</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</article></body></html>`,
    );
    expect(article.title).toBe(headline);
    expect(article.text.split("\n")).toEqual([...PARAGRAPHS]);
  });

  it("is the only heading of its rank where nothing declares one", () => {
    const article = extractArticle(`<body><h1>Floods</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</body>`);
    expect(article.title).toBe("Floods");
    expect(article.text.split("\n")).toEqual([...PARAGRAPHS]);
  });
});

describe("days and names around the headline", () => {
  const at = (parts: { readonly above?: string; readonly below?: string; readonly behind?: string }): string =>
    `<html lang="en"><head><title>Garrow ferry returns</title></head><body>${parts.above ?? ""}<main><article><h1>Garrow ferry returns</h1>${parts.below ?? ""}${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</article></main>${parts.behind ?? ""}</body></html>`;

  it.each([
    ["an edition", '<a class="epaper" href="/e">Today’s edition 3 March 2031</a>'],
    ["an event", "<div><h4>Harbour fair</h4><p>3 March 2031, town hall</p></div>"],
  ])("are not those of %s above it", (_, above) => {
    expect(extractArticle(at({ above })).published_at).toBeNull();
  });

  it("are the article's before those of a card below", () => {
    const behind = '<div class="card"><a href="/m">Mill burns</a><time datetime="2029-01-01">1 Jan 2029</time></div>';
    expect(extractArticle(at({ below: "<p>2 April 2031</p>", behind })).published_at).toMatch(/^2031-04-02/);
  });

  it.each(["<p>Nell Varga</p><p>2 April 2031 · 4 min read</p>", "<p>Wed 2 Apr 2031 09.05 BST</p><p>Nell Varga</p>"])(
    "are read from a name alone next to the day: %s",
    (below) => {
      const article = extractArticle(at({ below }));
      expect(article.byline).toEqual(["Nell Varga"]);
      expect(article.published_at).toMatch(/^2031-04-02/);
      expect(article.text.split("\n")).toEqual([...PARAGRAPHS]);
    },
  );

  it("leave out the author in the microdata of another headline", () => {
    const above =
      '<div itemscope itemtype="https://schema.org/NewsArticle"><a href="/m"><span itemprop="headline">Mill burns down</span></a><span itemprop="author">Olle Brand</span></div>';
    expect(extractArticle(at({ above })).byline).toEqual([]);
  });
});
