import { type ListedDocument, readSitemap } from "@wirefold/sources";
import { FeedError, readFeed } from "@wirefold/sources/feeds";

/** What is read of a feed or a sitemap; plain values, so that a thread can hand it over. */
export interface ParsedListing {
  readonly kind: string;
  readonly title: string | null;
  readonly items: readonly ListedDocument[];
  readonly isIndex: boolean;
  readonly left: Readonly<Record<string, number>>;
  readonly hub: string | null;
  readonly self: string | null;
  readonly damage: string | null;
}

export interface ListingText {
  readonly is: "feed" | "sitemap";
  readonly text: string;
  /** What relative addresses are resolved against; null for a file. */
  readonly address: string | null;
}

/** Nothing of it can be read; the string says why. */
export function parseListing({ is, text, address }: ListingText): ParsedListing | string {
  if (is === "sitemap") {
    const { kind, entries, left, damage } = readSitemap(text, address);
    if (entries.length === 0 && damage !== null) return `it is damaged as a sitemap (${damage})`;
    return { kind, title: null, items: entries, isIndex: kind === "index", left, hub: null, self: null, damage };
  }
  try {
    const { kind, title, items, left, hub, self, damage } = readFeed(text, address);
    return { kind, title, items, isIndex: false, left, hub, self, damage };
  } catch (error) {
    if (error instanceof FeedError) return `looks like a feed, but ${error.message}`;
    throw error;
  }
}
