import { decodeBytes } from "@wirefold/article/decoding";
import { parseUrl } from "@wirefold/core";
import { discoverFeeds, readSitemap } from "@wirefold/sources";
import type { HttpReader, PolledBody } from "../http/url-reader.ts";

export interface FoundSource {
  readonly url: string;
  readonly kind: "feed" | "sitemap" | "page";
  readonly title: string | null;
  /** How often it says it changes. */
  readonly intervalSeconds: number | null;
}

/** Sitemaps of a robots.txt that are proposed; big sites list hundreds, by month. */
const sitemapsMax = 10;

/**
 * What there is to poll at an address: the feed or sitemap itself; for a page, the feeds its head names, and the
 * sitemaps of the site's robots.txt.
 *
 * @param asPage Take a page as a source of its own, whose versions are kept.
 */
export async function findSources(urls: HttpReader, url: string, asPage: boolean, signal: AbortSignal): Promise<FoundSource[]> {
  const body = await read(urls, url, signal);
  if (body.listing !== undefined) return [await described(url, body)];
  if (asPage) return [{ url: body.locator, kind: "page", title: null, intervalSeconds: null }];
  const feeds = discoverFeeds(decodeBytes(body.bytes, body.contentType ?? undefined).text, body.locator);
  const { sitemaps } = await urls.robots(body.locator, signal);
  const maps = sitemaps.slice(0, sitemapsMax).flatMap((href) => parseUrl(href, body.locator)?.href ?? []);
  return [
    ...feeds.map((feed) => ({ ...feed, intervalSeconds: null })),
    ...maps.map((map) => ({ url: map, kind: "sitemap" as const, title: null, intervalSeconds: null })),
  ];
}

async function read(urls: HttpReader, url: string, signal: AbortSignal): Promise<PolledBody> {
  return urls.poll(url, {}, 16 * 1024 * 1024, signal);
}

async function described(url: string, body: PolledBody): Promise<FoundSource> {
  const { text } = decodeBytes(body.bytes, body.contentType ?? undefined);
  if (body.listing === "sitemap") {
    readSitemap(text, body.locator);
    return { url, kind: "sitemap", title: null, intervalSeconds: null };
  }
  const { readFeed } = await import("@wirefold/sources/feeds");
  const { title, intervalMinutes } = readFeed(text, body.locator);
  return { url, kind: "feed", title, intervalSeconds: intervalMinutes === null ? null : Math.round(intervalMinutes * 60) };
}
