import { expect, test } from "vitest";
import { FeedError, readFeed } from "../src/feeds.ts";
import { isoDate } from "../src/iso-date.ts";

const long = "The council of Ostrand voted to dredge the northern basin before the winter storms close the harbour. ".repeat(8);
const address = "https://wire.example/feeds/all.xml";

test("what is paid for is left out by its label; news of advertising is not", () => {
  const item = (title: string, category: string) =>
    `<item><title>${title}</title><link>/n/${title.length}</link><category>${category}</category></item>`;
  const { items, left } = readFeed(
    `<rss version="2.0"><channel><title>Coast</title>
     ${item("[Anzeige] – Stiefel", "Leben")}${item("Publicité : des bottes", "Mode")}${item("Boots", "Sponsored content")}
     ${item("Agencias de la costa se unen", "Publicidad")}${item("Anzeigen gegen drei Fischer", "Hafen")}</channel></rss>`,
    address,
  );
  expect(left).toMatchObject({ advert: 3 });
  expect(items.map(({ title }) => title)).toEqual(["Agencias de la costa se unen", "Anzeigen gegen drei Fischer"]);
});

test("RSS: links, permalinks, titles without markup, full text, teasers, dates, what is announced", () => {
  const feed = readFeed(
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"
       xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Coast &amp;amp; Sea</title><link>https://wire.example/</link><ttl>30</ttl>
     <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/feeds/all.xml"/>
     <item><title>Basin &lt;b&gt;dredged&lt;/b&gt; &amp;amp; open</title><link>/news/1#top</link><guid isPermaLink="false">n1</guid>
       <pubDate>Tue, 04 Mar 2031 09:00:00 +0100</pubDate><description>In short.</description>
       <content:encoded><![CDATA[<p>${long}</p>]]></content:encoded></item>
     <item><guid>https://wire.example/news/2</guid><description>Two lines,

and a second block &amp;lt; here.</description><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
     <item><title>Sponsored: the best boots</title><link>/ads/1</link></item>
     <item><title>Boots</title><link>/ads/2</link><category>Advertisement</category></item>
     <item><title>Nothing else</title></item>
     <item><title>A script</title><link>javascript:alert(1)</link></item>
     </channel></rss>`,
    address,
  );
  expect(feed).toMatchObject({
    kind: "rss",
    title: "Coast & Sea",
    hub: "https://hub.example/",
    self: "https://wire.example/feeds/all.xml",
    intervalMinutes: 30,
    left: { advert: 2, empty: 2 },
    damage: null,
  });
  expect(feed.items).toMatchObject([
    {
      url: "https://wire.example/news/1",
      title: "Basin dredged & open",
      whole: true,
      publishedAt: "2031-03-04T08:00:00.000Z",
      id: "n1",
    },
    { url: "https://wire.example/news/2", title: null, whole: false, publishedAt: null, outlet: "Coast & Sea" },
  ]);
  expect(feed.items[1]?.html).toContain("<p>Two lines,</p>");
});

test("Atom: alternate links, relative addresses, kinds of text, an entry's own source", () => {
  const feed = readFeed(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Harbour &lt;i&gt;news&lt;/i&gt;</title><link href="https://harbour.example/"/>
     <entry><title type="text">Tides</title><id>urn:x:1</id><link rel="enclosure" href="/a.mp3"/><link href="/tides" rel="alternate"/>
       <updated>2031-03-05T00:00:00Z</updated><published>2031-03-04T00:00:00Z</published>
       <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${long}</p></div></content><source><title>Basin Post</title></source></entry>
     <entry><title>Only an id</title><id>https://harbour.example/2</id><summary>x &lt; y</summary></entry></feed>`,
    address,
  );
  expect(feed.items).toMatchObject([
    {
      url: "https://harbour.example/tides",
      publishedAt: "2031-03-04T00:00:00.000Z",
      modifiedAt: "2031-03-05T00:00:00.000Z",
      outlet: "Basin Post",
      whole: true,
    },
    { url: "https://harbour.example/2", outlet: "Harbour news", whole: false },
  ]);
});

test("RDF and JSON Feed", () => {
  const rdf = readFeed(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
     <channel rdf:about="https://r.example/"><title>R</title><link>https://r.example/</link></channel>
     <item rdf:about="https://r.example/1"><title>One</title><description>d</description><dc:date>2031-03-04</dc:date></item></rdf:RDF>`,
    address,
  );
  expect(rdf).toMatchObject({ kind: "rdf", items: [{ url: "https://r.example/1", publishedAt: "2031-03-04" }] });
  const json = readFeed(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "J",
      hubs: [{ type: "WebSub", url: "https://hub.example/" }],
      items: [
        {
          id: "1",
          url: "https://j.example/1",
          title: "One",
          content_html: `<p>${long}</p>`,
          date_published: "2031-03-04T05:00:00+05:00",
        },
        { id: "https://j.example/2", content_text: "a < b\n\nc" },
      ],
    }),
    address,
  );
  expect(json).toMatchObject({
    kind: "json",
    hub: "https://hub.example/",
    items: [
      { whole: true, publishedAt: "2031-03-04T00:00:00.000Z" },
      { url: "https://j.example/2", html: "<p>a &lt; b</p>\n<p>c</p>" },
    ],
  });
});

test("a feed that breaks off gives the items before the break, and says so; what is no feed is told", () => {
  const cut = `<rss version="2.0"><channel><title>C</title><item><title>One</title><link>https://c.example/1</link></item><item><title>Tw`;
  expect(readFeed(cut, null)).toMatchObject({ items: [{ title: "One" }], damage: expect.stringMatching(/./) });
  expect(() => readFeed("<html><body>hello</body></html>", null)).toThrow(FeedError);
  expect(() => readFeed(`<rss version="2.0"><channel><title>C</tit`, null)).toThrow("damaged");
});

test("entities of the file's own are not expanded", () => {
  const levels = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join("");
  const feed = readFeed(
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${levels}<!ENTITY file SYSTEM "file:///etc/passwd">]>
     <rss version="2.0"><channel><title>&e12;</title><item><title>&file;</title><link>https://e.example/</link></item></channel></rss>`,
    null,
  );
  expect(JSON.stringify(feed).length).toBeLessThan(1000);
  expect(feed.items[0]?.title).not.toContain("root:");
});

test("of a feed with a hundred thousand items the newest are read, in bounded time", () => {
  const item = (n: number) =>
    `<item><title>Item ${n}</title><link>https://m.example/${n}</link><description>${"x".repeat(60)}</description></item>`;
  const text = `<rss version="2.0"><channel><title>M</title>${Array.from({ length: 100_000 }, (_, n) => item(n)).join("")}</channel></rss>`;
  const before = process.cpuUsage();
  const feed = readFeed(text, null);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
  expect(feed.items.length).toBe(5000);
  expect(feed.items[0]?.title).toBe("Item 0");
  expect(feed.damage).toContain("beyond is not read");
});

test("relative links are resolved against xml:base, of the feed and of the entry", () => {
  const entry = (id: number, base: string) =>
    `<entry${base}><title>Motion ${id}</title><id>${id}</id><link href="m/${id}"/></entry>`;
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ostrand.example/blog/"><title>Ostrand</title>${entry(1, "")}${entry(2, ' xml:base="2024/"')}</feed>`;
  expect(readFeed(feed, "https://feeds.example/ostrand").items.map(({ url }) => url)).toEqual([
    "https://ostrand.example/blog/m/1",
    "https://ostrand.example/blog/2024/m/2",
  ]);
});

test("a byte order mark before a JSON Feed is none of it", () => {
  const feed = { version: "https://jsonfeed.org/version/1.1", items: [{ id: "1", url: "https://ostrand.example/1" }] };
  expect(readFeed(`\uFEFF${JSON.stringify(feed)}`, null).items).toHaveLength(1);
});

test("dates of lists are read in UTC, in the forms lists have them, and not where they may mean two days", () => {
  const dates = {
    "Mon, 04 Mar 2024 10:00:00 +0100": "2024-03-04T09:00:00.000Z",
    "Mon, 04 Mar 2024 10:00 EST": "2024-03-04T15:00:00.000Z",
    "Mon, 04 Mar 2024 10:00:00 CEST": "2024-03-04T08:00:00.000Z",
    "Mon, 04 Mar 2024 10:00:00 XYZ": "2024-03-04",
    "2024-03-04 10:00:00": "2024-03-04T10:00:00.000Z",
    "2024-03-04T10:00:00": "2024-03-04T10:00:00.000Z",
    "2024-03-04T10:00:00.5+02:00": "2024-03-04T08:00:00.500Z",
    "2024-03-04T10:00:00Z": "2024-03-04T10:00:00.000Z",
    "Mar 4, 2024 10:30 pm": "2024-03-04T22:30:00.000Z",
    "4 March 2024": "2024-03-04",
    "2024-03-04": "2024-03-04",
    "4.3.2024": "2024-03-04",
    "04.03.2024 10:00": "2024-03-04T10:00:00.000Z",
    "04/03/2024 10:00": null,
    "14/03/2024 10:00": "2024-03-14T10:00:00.000Z",
    "3/14/2024": "2024-03-14",
    "Thu, 01 Jan 1970 00:00:00 GMT": null,
    today: null,
  };
  for (const [given, read] of Object.entries(dates)) expect([given, isoDate(given)]).toEqual([given, read]);
});
