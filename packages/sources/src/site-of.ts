import { getDomain } from "tldts";

/**
 * The party that politeness is owed to: the registrable domain of a URL's host (public suffix list, private suffixes
 * such as a blog host's included), or host and port where there is none: an address, `localhost`, an intranet's name.
 */
export function siteOf(url: URL): string {
  return getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.host;
}
