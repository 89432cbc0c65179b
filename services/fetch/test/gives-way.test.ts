import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { SourceRow, SourceStore } from "@wirefold/store";
import { expect, test } from "vitest";
import { HttpReader } from "../src/http/url-reader.ts";
import { givesWay } from "../src/sources/gives-way.ts";

const pages: Readonly<Record<string, readonly [type: string, body: string]>> = {
  "/": [
    "text/html",
    '<title>The Tide</title><link rel="alternate" type="application/rss+xml" title="All" href="/all.xml"><link rel="alternate" type="application/rss+xml" title="Sport" href="/sport.xml">',
  ],
  "/plain": ["text/html", "<title>The Tide</title><p>Nothing to subscribe to.</p>"],
  "/all.xml": ["application/rss+xml", '<rss version="2.0"><channel><title>All</title></channel></rss>'],
};

test("a page gives way to the feeds it names; a feed, and a page that names none, do not", async () => {
  const server = createServer(({ url = "" }, response) => {
    const page = pages[url];
    if (page === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": page[0] }).end(page[1]);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const urls = new HttpReader({ userAgent: "wirefold/0 (+tests@example.org)", allowPrivate: true, hostDelayMs: 0 });
  const added: string[] = [];
  const removed: string[] = [];
  const store: Pick<SourceStore, "add" | "remove"> = {
    add: async (source) => {
      added.push(`${source.kind} ${source.url.slice(origin.length)} ${source.title} ${source.intervalSeconds}`);
      return { source: { ...given, ...source }, isNew: true };
    },
    remove: async (id) => {
      removed.push(id);
    },
  };
  const given = { id: "src-1", intervalSeconds: 900, intervalFixed: false } as SourceRow;
  const asked = (path: string) => givesWay({ ...given, url: `${origin}${path}` }, urls, store, AbortSignal.timeout(60_000));
  try {
    expect(await asked("/all.xml")).toBe(false);
    expect(await asked("/plain")).toBe(false);
    expect(await asked("/gone")).toBe(false);
    expect([added, removed]).toEqual([[], []]);
    expect(await asked("/")).toBe(true);
    expect([added, removed]).toEqual([["feed /all.xml All 900", "feed /sport.xml Sport 900"], ["src-1"]]);
  } finally {
    await urls.close();
    server.close();
  }
});
