import { parseUrl } from "@wirefold/core";

/** Parameters that say who sent a reader, and nothing of what is read. */
const trackers =
  /^(utm_\w+|at_(medium|campaign|custom\d|link_\w+|bbc_team|ptr_name|format)|mc_[ce]id|mkt_tok|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|ysclid|_ga|_gl|_hsenc|_hsmi|__hs\w+|vero_id|oly_(anon|enc)_id|s_cid|cmpid|ncid|ocid|ns_(mchannel|source|campaign|linkname|fee)|pk_\w+|piwik_\w+|matomo_\w+|hss_channel|wt_?mc\w*|ref_src|ref_url|amp_js_v|spm|cx_\w+)$/i;

/**
 * The address a page is known by: without fragment, default port, tracking parameters and the dots and escapes that mean
 * nothing; hosts in ASCII (IDN); of an address of an AMP cache, the page's own. Parameters that remain keep their order, which sites may read.
 */
export function canonicalAddress(href: string): string {
  const given = parseUrl(href);
  if (given === null) return href;
  const url = unwrapped(href) ?? given;
  if (!/^https?:$/.test(url.protocol)) return href;
  url.hash = "";
  url.hostname = url.hostname.replace(/\.$/, "");
  if (url.search !== "") {
    const kept = url.search
      .slice(1)
      .split("&")
      .filter((pair) => pair !== "" && !trackers.test(pair.split("=", 1)[0] ?? ""));
    url.search = kept.length === 0 ? "" : `?${kept.join("&")}`;
  }
  url.pathname = url.pathname.replace(/%([0-9a-f]{2})/gi, (octet, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : octet.toUpperCase();
  });
  return url.href;
}

/** The page behind an address of an AMP cache or viewer, which carries its own address in the path. */
function unwrapped(href: string): URL | null {
  const cached =
    /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/amp\/(s\/)?([\w.-]+\.[a-z]{2,}[/?].*)$/i.exec(href) ??
    /^https?:\/\/[\w-]+\.cdn\.ampproject\.org\/(?:[acvi]|wp)\/(s\/)?([\w.-]+\.[a-z]{2,}[/?].*)$/i.exec(href) ??
    /^https?:\/\/(?:www\.)?bing-amp\.com\/c\/(s\/)?([\w.-]+\.[a-z]{2,}[/?].*)$/i.exec(href);
  const [, secure, rest] = cached ?? [];
  return rest === undefined ? null : parseUrl(`${secure === undefined ? "http" : "https"}://${rest}`);
}
