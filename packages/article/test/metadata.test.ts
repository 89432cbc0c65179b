import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { newsPage, PARAGRAPHS, RELATED_LIST } from "./fixtures/pages.ts";

const url = "https://courier.example/2024/09/garrow-ferry";
const ld = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("metadata", () => {
  it.each([
    ["LINDRODE, 3 June 2031 – ", "2031-06-03"],
    ["Lindrode, June 3, 2031 /Presswire/ -- ", "2031-06-03"],
    ["LINDRODE, Upland, Jan. 5, 2031 (Wire) — ", "2031-01-05"],
    ["Lindrode, in June 2031 a small town — ", undefined],
    ["", undefined],
  ])("reads the day that the first sentence opens with: %s", (opening, day) => {
    const html = `<html><head><title>Ferry returns after four months</title></head><body><main><h1>Ferry returns after four months</h1><p>${opening}${PARAGRAPHS.join("</p><p>")}</p></main></body></html>`;
    expect(extractArticle(html, { url: "https://works.example/press/ferry" }).published_at?.slice(0, 10)).toBe(day);
  });

  it("comes from JSON-LD before everything else, with the evidence kept", () => {
    const head = ld({
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebSite", name: "The Hollowmere Courier" },
        {
          "@type": "NewsArticle",
          headline: "Garrow ferry returns after four months",
          datePublished: "2024-09-05T14:20:00Z",
          dateModified: "2024-09-06T08:00:00+02:00",
          author: [
            { "@type": "Person", name: "Nell Varga" },
            { "@type": "Person", name: "Tom Ashby" },
          ],
          publisher: { "@type": "Organization", name: "The Hollowmere Courier" },
          articleSection: "Harbour",
          keywords: "ferry, Garrow, storm damage",
          image: { "@type": "ImageObject", url: "/img/quay.jpg", creditText: "Ines Tolland" },
        },
      ],
    });
    const article = extractArticle(newsPage({ head }), { url });
    expect(article).toMatchObject({
      title: "Garrow ferry returns after four months",
      byline: ["Nell Varga", "Tom Ashby"],
      published_at: "2024-09-05T14:20:00Z",
      modified_at: "2024-09-06T08:00:00+02:00",
      site: "The Hollowmere Courier",
      section: "Harbour",
      tags: ["ferry", "Garrow", "storm damage"],
      lead_image: "https://courier.example/img/quay.jpg",
      photo_credit: "Ines Tolland",
      language: "en-GB",
    });
    expect(article.evidence).toContainEqual({
      field: "published_at",
      source: "json-ld:datePublished",
      value: "2024-09-05T14:20:00Z",
    });
  });

  it("falls back to what the reader sees", () => {
    const article = extractArticle(newsPage(), { url });
    expect(article.title).toBe("Garrow ferry returns after four months");
    expect(article.byline).toEqual(["Nell Varga"]);
    expect(article.published_at).toBe("2024-09-05T16:20:00+02:00");
    expect(article.site).toBe("The Hollowmere Courier");
  });

  it("never takes the date of a related card", () => {
    const page = newsPage({ afterBody: RELATED_LIST }).replace(/<time datetime="2024-09-05[^<]*<\/time>/, "");
    expect(extractArticle(page, { url: "https://courier.example/garrow" }).published_at).toBeNull();
  });

  it("refuses a canonical link that points a deep page at the home page", () => {
    const home = extractArticle(newsPage({ head: `<link rel="canonical" href="https://courier.example/">` }), { url });
    expect(home.canonical_url).toBeNull();
    const own = extractArticle(newsPage({ head: `<link rel="canonical" href="/2024/09/garrow-ferry">` }), { url });
    expect(own.canonical_url).toBe(url);
  });

  it("keeps a headline's own dash and drops the site's", () => {
    const page = newsPage({ title: "Garrow ferry – back after four months" }).replace(/<h1>.*?<\/h1>/, "");
    expect(extractArticle(page, { url }).title).toBe("Garrow ferry – back after four months");
  });

  it("credits the agency of a dateline, a byline or a copyright line", () => {
    const dateline = newsPage({ paragraphs: [`HOLLOWMERE (Reuters) - ${PARAGRAPHS[0]}`, ...PARAGRAPHS.slice(1)] });
    expect(extractArticle(dateline, { url }).wire_credit).toBe("Reuters");
    const byline = newsPage({
      head: ld({ "@type": "NewsArticle", author: { "@type": "Organization", name: "The Associated Press" } }),
    });
    expect(extractArticle(byline, { url }).wire_credit).toBe("AP");
    expect(extractArticle(newsPage(), { url }).wire_credit).toBeNull();
  });

  it("survives JSON-LD that is broken, hostile or about something else", () => {
    for (const head of [
      `<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>`,
      ld({ "@type": "NewsArticle", author: [null, 7, { name: { "@value": ["x"] } }], datePublished: { "@type": "Date" } }),
      ld([[[[[[[[{ "@type": "Person", name: "No One" }]]]]]]]]),
    ]) {
      expect(extractArticle(newsPage({ head }), { url }).title).toBe("Garrow ferry returns after four months");
    }
  });
});
