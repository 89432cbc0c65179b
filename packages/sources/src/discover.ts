import { Parser } from "htmlparser2";
import { resolveAddress } from "./listed-document.ts";

export interface Discovered {
  readonly url: string;
  readonly kind: "feed" | "sitemap";
  readonly title: string | null;
}

const feedTypes = /^application\/(rss|atom|rdf|feed)\+(xml|json)|^application\/feed\+json/i;
const linksMax = 50;

/** The feeds that a page names in its head; those of comments are left out. */
export function discoverFeeds(html: string, address: string): Discovered[] {
  const found = new Map<string, Discovered>();
  let base = address;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "base" && attributes.href) base = resolveAddress(attributes.href, address) ?? base;
      if (name !== "link" || !/\balternate\b/i.test(attributes.rel ?? "") || !feedTypes.test(attributes.type ?? "")) return;
      const url = resolveAddress(attributes.href, base);
      const title = attributes.title?.trim() || null;
      if (url === null || found.size >= linksMax || /comments?\b|kommentare?\b|commentaires?\b/i.test(`${title ?? ""} ${url}`))
        return;
      found.set(url, { url, kind: "feed", title });
    },
  });
  parser.write(html.slice(0, 512 * 1024));
  parser.end();
  return [...found.values()];
}
