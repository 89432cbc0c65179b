import { Parser } from "htmlparser2";
import { resolveAddress } from "./listed-document.ts";

export interface Discovered {
  readonly url: string;
  readonly kind: "feed" | "sitemap";
  readonly title: string | null;
}

const feedTypes = /^\s*application\/(rss|atom|rdf|feed)\+(xml|json)/i;
/** Types that say nothing; the address or the title must. */
const looseTypes = /^\s*(?:(?:text|application)\/xml|application\/json)\s*(?:;|$)/i;
const linksMax = 50;

/** The feeds that a page names in its head; those of comments are left out. */
export function discoverFeeds(html: string, address: string): Discovered[] {
  const found = new Map<string, Discovered>();
  let base = address;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "base" && attributes.href) base = resolveAddress(attributes.href, address) ?? base;
      if (name !== "link" || !/\balternate\b/i.test(attributes.rel ?? "")) return;
      const type = attributes.type ?? "";
      const isNamed = /\b(?:rss|atom|feeds?)\b/i.test(`${attributes.title ?? ""} ${attributes.href ?? ""}`);
      if (!feedTypes.test(type) && !(looseTypes.test(type) && isNamed)) return;
      const url = resolveAddress(attributes.href, base);
      const title = attributes.title?.trim() || null;
      if (url === null || found.size >= linksMax || /comments?\b|kommentare?\b|commentaires?\b/i.test(`${title ?? ""} ${url}`))
        return;
      // What says no more than what it is; the feed has a title of its own.
      const isGeneric = /^(?:rss|atom|xml|json)?[\s\d.]*(?:feeds?)?$/i.test(title ?? "");
      found.set(url, { url, kind: "feed", title: isGeneric ? null : title });
    },
  });
  parser.write(html.slice(0, 512 * 1024));
  parser.end();
  return [...found.values()];
}
