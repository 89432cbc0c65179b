import { parseUrl } from "@wirefold/core";
import { load } from "cheerio/slim";

/** A page that only sends its reader on is small: what is larger is read as a page. */
const pageBytesMax = 64 * 1024;
/** Letters and digits of visible text above which a page has something to say of its own. */
const lettersMax = 200;
/** A page that waits longer is meant to be read, or reloads itself for new headlines. */
const delaySecondsMax = 5;

/** What a page shows only to machines, or to nobody. `noscript` is shown to us: we run no scripts. */
const unseen = new Set(["script", "style", "template", "title"]);

/**
 * Where an interstitial page sends its reader (HTML, section 4.2.5.3, "refresh"), or null: for every page that has text
 * of its own, that waits more than a few seconds, or that only reloads itself.
 *
 * @param url The page's own address, which a relative target is resolved against.
 */
export function findMetaRefresh(bytes: Uint8Array, url: string): string | null {
  if (bytes.length === 0 || bytes.length > pageBytesMax) return null;
  const html = new TextDecoder().decode(bytes);
  if (!/http-equiv/i.test(html)) return null;
  // The slim entry always parses with htmlparser2: forgiving, quick, and without a second parser loaded.
  const $ = load(html);
  const content = $("meta[http-equiv]")
    .toArray()
    .find((meta) => meta.attribs["http-equiv"]?.trim().toLowerCase() === "refresh" && meta.attribs.content !== undefined)
    ?.attribs.content;
  const refresh = content === undefined ? null : parseRefresh(content);
  if (refresh === null || refresh.delaySeconds > delaySecondsMax || refresh.target === null) return null;
  if (hasText($.root().contents().toArray())) return null;
  const target = resolve(refresh.target, resolve($("base[href]").attr("href") ?? "", url) ?? url);
  if (target === null || !/^https?:/.test(target)) return null;
  const withoutHash = (href: string) => href.split("#", 1)[0];
  return withoutHash(target) === withoutHash(url) ? null : target;
}

/** `5`, `0;url=/next`, `0, URL='next'`, `0 next`: the shared declarative refresh steps, without their odder corners. */
export function parseRefresh(content: string): { readonly delaySeconds: number; readonly target: string | null } | null {
  const delay = /^\s*(\d{1,9})(?:\.[\d.]*)?/.exec(content) ?? /^\s*(\.)\d*/.exec(content);
  if (delay === null) return null;
  const delaySeconds = Number(delay[1]) || 0;
  const rest = content.slice(delay[0].length).trim();
  if (rest === "") return { delaySeconds, target: null };
  if (!/^[;,]/.test(rest) && !/\s/.test(content.charAt(delay[0].length))) return null;
  let target = rest.replace(/^[;,]/, "").trim();
  target = target.replace(/^url\s*=/i, "").trim();
  const quote = target[0];
  if (quote === '"' || quote === "'") [target = ""] = target.slice(1).split(quote, 1);
  return { delaySeconds, target: target.trim() || null };
}

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly children?: readonly Node[];
}

/** Counts letters without recursion: 64 KB of open tags nest deeper than the stack allows. */
function hasText(nodes: readonly Node[]): boolean {
  const open: Node[] = [...nodes];
  let letters = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "text") letters += node.data?.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    else if (node.children !== undefined && !unseen.has(node.name ?? "")) for (const child of node.children) open.push(child);
    if (letters > lettersMax) return true;
  }
  return false;
}

function resolve(href: string, base: string): string | null {
  return parseUrl(href, base)?.href ?? null;
}
