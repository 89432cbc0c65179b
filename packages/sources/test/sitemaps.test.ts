import { expect, test } from "vitest";
import { siteOf } from "../src/site-of.ts";
import { readSitemap } from "../src/sitemaps.ts";
import { sniffDocument } from "../src/sniff-document.ts";
import { readWarcHead, readWarcRecord } from "../src/warc.ts";

test("a news sitemap: addresses, titles, dates, the outlet; images say nothing of the page", () => {
  const map = readSitemap(
    `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="x">
     <url><loc> https://o.example/1?a=1&amp;b=2 </loc><lastmod>2031-03-05</lastmod>
       <n:news><n:publication><n:name>Ostrand Post</n:name><n:language>en</n:language></n:publication>
         <n:publication_date>2031-03-04T10:00:00+01:00</n:publication_date><n:title><![CDATA[Basin & harbour]]></n:title></n:news>
       <image:image><image:loc>https://o.example/1.jpg</image:loc><image:title>No title</image:title></image:image></url>
     <url><loc>/2</loc></url><url><lastmod>2031-01-01</lastmod></url><url><loc>ftp://o.example/</loc></url></urlset>`,
    "https://o.example/news.xml",
  );
  expect(map).toMatchObject({ kind: "sitemap", left: { "no-address": 2 }, damage: null });
  expect(map.entries).toMatchObject([
    {
      url: "https://o.example/1?a=1&b=2",
      title: "Basin & harbour",
      publishedAt: "2031-03-04T09:00:00.000Z",
      modifiedAt: "2031-03-05",
      outlet: "Ostrand Post",
    },
    { url: "https://o.example/2", title: null },
  ]);
});

test("an index names sitemaps; one that is cut off or has bare ampersands gives what is whole", () => {
  expect(
    readSitemap("<sitemapindex><sitemap><loc>https://o.example/a.xml.gz</loc></sitemap></sitemapindex>", null),
  ).toMatchObject({
    kind: "index",
    entries: [{ url: "https://o.example/a.xml.gz" }],
  });
  const cut = readSitemap("<urlset><url><loc>https://o.example/?a=1&b=2</loc></url><url><loc>https://o.exa", null);
  expect(cut.entries.map(({ url }) => url)).toEqual(["https://o.example/?a=1&b=2"]);
  expect(cut.damage).not.toBeNull();
});

test("a sitemap names fifty thousand pages at most, and expands nothing", () => {
  const many = `<urlset>${Array.from({ length: 60_000 }, (_, n) => `<url><loc>https://o.example/${n}</loc></url>`).join("")}</urlset>`;
  expect(readSitemap(many, null).entries).toHaveLength(50_000);
  const bomb = `<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><urlset><url><loc>https://o.example/&b;</loc></url></urlset>`;
  expect(JSON.stringify(readSitemap(bomb, null)).length).toBeLessThan(600);
});

test.each([
  ["<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", "html"],
  ["\n\n<!-- cached --><html lang=de>", "html"],
  ["<?xml version='1.0'?><!DOCTYPE html><html>", "html"],
  ["<rss version='2.0'>", "feed"],
  ["<?xml version='1.0'?><?xml-stylesheet href='x'?><!-- c --><atom:feed xmlns:atom='x'>", "feed"],
  ["<!DOCTYPE rdf [<!ENTITY x 'y'>]><rdf:RDF>", "feed"],
  ["<sm:urlset xmlns:sm='x'>", "sitemap"],
  ["<?xml version='1.0'?><nitf>", "xml"],
  ["<svg xmlns='x'>", null],
  ["Dear reader, <html> is a tag", null],
  ["<3 this harbour", null],
  ['{"version": "https:\\/\\/jsonfeed.org\\/version\\/1"}', "feed"],
  ['{"version": "2"}', null],
  ["", null],
])("the first bytes of %j say %s", (text, kind) => {
  expect(sniffDocument(new TextEncoder().encode(text))).toBe(kind);
  if (text !== "") expect(sniffDocument(new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")))).toBe(kind);
});

test.each([
  ["https://www.news.example.co.uk/a", "example.co.uk"],
  ["https://anna.blogspot.com/", "anna.blogspot.com"],
  ["http://127.0.0.1:8080/", "127.0.0.1:8080"],
  ["http://localhost/", "localhost"],
  ["http://wiki/", "wiki"],
])("%s belongs to %s", (url, site) => {
  expect(siteOf(new URL(url))).toBe(site);
});

test("lists are known behind a site's warnings, under a prefix, and by a name space alone; texts about them are none", () => {
  const sniff = (text: string) => sniffDocument(new TextEncoder().encode(text));
  const warning = "<br />\n<b>Warning</b>: Undefined variable in <b>/srv/map.php</b> on line <b>7</b><br />\n";
  expect(sniff(`${warning}<?xml version="1.0"?><!-- made daily --><urlset><url>`)).toBe("sitemap");
  expect(sniff(`${warning}<?xml version="1.0"?>\n<rss version="2.0">`)).toBe("feed");
  expect(sniff(`<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>`)).toBe("feed");
  expect(sniff(`<p>A feed begins with <code>&lt;?xml version="1.0"?>&lt;rss></code>.</p><p>So it is.</p>`)).toBe("html");
  expect(sniff('A feed begins with <?xml version="1.0"?><rss version="2.0">, says the manual.')).toBe(null);
});

test("a record's answer is read however its recorder framed it", () => {
  const read = (http: string) => {
    const head = readWarcHead(
      new TextEncoder().encode(
        `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: <https://o.example/1>\r\nContent-Length: ${http.length}\r\n\r\n`,
      ),
      0,
    );
    if (head === null) return null;
    const record = readWarcRecord(head, new TextEncoder().encode(http));
    return record.is === "document" ? [record.url, new TextDecoder().decode(record.body)] : record.reason;
  };
  const page = ["https://o.example/1", "<p>Basin"];
  expect(read("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Basin")).toEqual(page);
  expect(read("HTTP/2 200\r\n:status: 200\r\ncontent-type: text/html\r\n\r\n<p>Basin")).toEqual(page);
  expect(read(":status: 200\r\ncontent-type: text/html\r\n\r\n<p>Basin")).toEqual(page);
  expect(read("HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>Basin")).toEqual(page);
  expect(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n5;x=1\r\nBasin\r\n0\r\n\r\n")).toEqual(page);
  // The framing is gone, its header was left.
  expect(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>Basin")).toEqual(page);
  expect(read(":status: 404\r\n\r\n<p>Basin")).toBe("status-404");
  expect(read("SSH-2.0\r\n\r\n<p>Basin")).toBe("no-http");
});

test("a sitemap may be a plain text of addresses; a text that gives some is none", () => {
  const sniff = (text: string) => sniffDocument(new TextEncoder().encode(text));
  const text = "\uFEFFhttps://o.example/1?a=1\r\n\r\n https://o.example/2 \nnot one\n";
  expect(sniff(text.replace("not one", "https://o.example/3"))).toBe("sitemap");
  expect(sniff(Array.from({ length: 500 }, (_, n) => `https://o.example/motions/${n}`).join("\n"))).toBe("sitemap");
  expect(sniff(text)).toBe(null);
  expect(sniff("Read https://o.example/1 first.\nhttps://o.example/2\n")).toBe(null);
  const map = readSitemap(text.slice(1), null);
  expect(map.entries.map(({ url }) => url)).toEqual(["https://o.example/1?a=1", "https://o.example/2"]);
  expect(map.left).toEqual({ "no-address": 1 });
});
