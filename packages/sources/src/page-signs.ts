import { Parser } from "htmlparser2";
import { canonicalAddress } from "./canonical-address.ts";
import { resolveAddress } from "./listed-document.ts";
import { siteOf } from "./site-of.ts";

/** What a page and its answer say of how it may be kept, and by which address it is known. */
export interface PageSigns {
  /** `noindex`, `noarchive`: what its outlet asks of those who read it by machine. */
  readonly directives: readonly PageDirective[];
  /** The address its outlet calls it by (`rel=canonical`), where that is to be believed; null elsewhere. */
  readonly canonical: string | null;
  /** It is the AMP or mobile form of another page. */
  readonly isTwin: boolean;
}

export type PageDirective = "noindex" | "noarchive";

/** What stands in a page's head stands in its first part; addresses in the text are not asked for. */
const headLengthMax = 256 * 1024;
const canonicalsMax = 8;

/**
 * Reads the signs of a page.
 *
 * @param html The page, decoded.
 * @param address Where it was read.
 * @param robotsTags Every `X-Robots-Tag` sent with it.
 * @param productToken What robots rules know us by.
 */
export function readPageSigns(html: string, address: string, robotsTags: readonly string[], productToken: string): PageSigns {
  const directives = new Set<PageDirective>();
  for (const tag of robotsTags) for (const directive of robotsTag(tag, productToken)) directives.add(directive);
  const canonicals = new Set<string>();
  let isAmp = false;
  let base = address;
  const own = productToken.toLowerCase();
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "html") isAmp ||= "amp" in attributes || "⚡" in attributes;
      else if (name === "base" && attributes.href) base = resolveAddress(attributes.href, address) ?? base;
      else if (name === "meta") {
        const named = (attributes.name ?? "").trim().toLowerCase();
        if (named === "robots" || named === own)
          for (const directive of directivesOf(attributes.content ?? "")) directives.add(directive);
      } else if (name === "link" && /(^|\s)canonical(\s|$)/i.test(attributes.rel ?? "")) {
        const href = resolveAddress(attributes.href, base);
        if (href !== null && canonicals.size < canonicalsMax) canonicals.add(canonicalAddress(href));
      } else if (name === "body") parser.pause();
    },
  });
  parser.write(html.slice(0, headLengthMax));
  // Two that disagree are no answer.
  const [named = null] = canonicals.size === 1 ? canonicals : [];
  const isTwin = named !== null && named !== canonicalAddress(address) && (isAmp || hasTwinAddress(address));
  const canonical = named !== null && isSoundCanonical(named, address, isTwin) ? named : null;
  return { directives: [...directives].sort(), canonical, isTwin: isTwin && canonical !== null };
}

/** `X-Robots-Tag: noarchive`, `quaybot: noindex, nofollow`: what it asks of us. */
export function robotsTag(value: string, productToken: string): PageDirective[] {
  const found = new Set<PageDirective>();
  // A name with a colon addresses what follows it; only these directives have colons of their own.
  let isForUs = true;
  for (const part of value.slice(0, 2000).split(",")) {
    const addressed = /^\s*([\w.-]{1,60})\s*:(.*)$/s.exec(part);
    const name = addressed?.[1]?.toLowerCase() ?? "";
    const isOwnColon = /^(unavailable_after|max-(snippet|image-preview|video-preview))$/.test(name);
    if (addressed !== null && !isOwnColon) isForUs = name === productToken.toLowerCase();
    if (!isForUs || isOwnColon) continue;
    for (const directive of directivesOf(addressed?.[2] ?? part)) found.add(directive);
  }
  return [...found];
}

function directivesOf(content: string): PageDirective[] {
  const words = content
    .slice(0, 2000)
    .toLowerCase()
    .split(/[\s,;]+/);
  return [
    ...(words.includes("noindex") || words.includes("none") ? (["noindex"] as const) : []),
    ...(words.includes("noarchive") || words.includes("nocache") ? (["noarchive"] as const) : []),
  ];
}

/** Hosts and paths under which sites serve the AMP and mobile forms of their pages. */
function hasTwinAddress(address: string): boolean {
  const { hostname, pathname, search } = new URL(address);
  return (
    /^(m|mobile|mobil|touch|amp|wap)\./i.test(hostname) ||
    /(^|\/)(amp|mobile)(\/|$)|\.amp(\.html?)?$|[-_]amp\.html?$/i.test(pathname) ||
    /(^|[?&])(amp(=(1|true|yes)?)?|outputtype=amp|output=amp|mobile=(1|true))(&|$)/i.test(search)
  );
}

/**
 * Whether a page's canonical address may name it. Sites point all their pages at their home page, at a section or at the
 * first page of a series; and a page of another site is another outlet's. It is believed when it stays with the site and names
 * the same thing: the same path but for what serves a form of it, the same last words, or the same number.
 */
function isSoundCanonical(canonical: string, address: string, isTwin: boolean): boolean {
  const to = new URL(canonical);
  const from = new URL(address);
  if (siteOf(to) !== siteOf(from)) return false;
  if (pageNumber(to) !== pageNumber(from)) return false;
  const [toPath, fromPath] = [barePath(to.pathname), barePath(from.pathname)];
  // What a query names (`?id=5`) is not given up for an address that names nothing.
  if (toPath === fromPath) return numbersOf(from.search).every((number) => numbersOf(canonical).includes(number));
  if (toPath === "/" || to.pathname.length < 2) return false;
  const [toName, fromName] = [lastPart(toPath), lastPart(fromPath)];
  if (toName === fromName && toName.length >= (isTwin ? 4 : 12)) return true;
  const shared = numbersOf(from.pathname + from.search).filter((number) => numbersOf(to.pathname + to.search).includes(number));
  return shared.some((number) => number.length >= 5);
}

/** A path without what only says in which form a page is served. */
function barePath(path: string): string {
  const bare = path
    .toLowerCase()
    .replace(/\/(amp|mobile|m)(?=\/|$)/g, "")
    .replace(/([.\-_]amp)?(\.html?|\.php|\.amp)?$/, "")
    .replace(/\/(index|default)$/, "")
    .replace(/\/+$/, "");
  return bare === "" ? "/" : bare;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function numbersOf(text: string): string[] {
  return text.match(/\d{2,}/g) ?? [];
}

function pageNumber({ pathname, search }: URL): string {
  const number =
    /[?&](?:page|seite|pagina|p)=(\d{1,4})(?:&|$)/i.exec(search) ??
    /\/(?:page|seite|pagina)[/-]?(\d{1,4})(?:\/|$)/i.exec(pathname);
  return number?.[1] === undefined || Number(number[1]) <= 1 ? "" : number[1];
}
