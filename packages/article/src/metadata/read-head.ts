/** What a page says of itself to machines: `<meta>`, `<link>`, `<title>`, JSON-LD. Read once, before the body is chosen. */

import { attributeOf } from "../html/analyse-page.ts";
import { collapseSpace, decodeText } from "../html/decode-entities.ts";
import { decodeAgain } from "../html/double-escapes.ts";
import type { ParsedPage } from "../html/parsed-page.ts";
import { isHeadingTag, TAG } from "../html/tags.ts";
import { u16Of } from "../indexing.ts";
import { type JsonObject, readJsonLd } from "./json-ld.ts";
import { findOwnObject } from "./own-object.ts";

export interface PageHead {
  /** `name`, `property`, `itemprop` or `http-equiv`, lower-cased -> contents in page order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** `rel` word -> hrefs. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  readonly title: string | null;
  readonly htmlLang: string | null;
  readonly jsonLd: readonly JsonObject[];
  /** The JSON-LD object that describes this article, if one does. */
  readonly article: JsonObject | null;
  /** Its `articleBody` as plain text, white space collapsed; "" without one. */
  readonly articleBody: string;
}

/** An unclosed `<title>` swallows the page. */
const TITLE_CHARS_MAX = 1000;

const push = (map: Map<string, string[]>, key: string, value: string): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.length < 50) list.push(value);
};

/** `again` decodes a second time, for pages that escaped their text twice. */
export function readHead(parsed: ParsedPage, url?: string, again = false): PageHead {
  const mended = (text: string): string => (again ? decodeAgain(text) : text);
  const { page } = parsed;
  const meta = new Map<string, string[]>();
  for (const node of parsed.metas) {
    const content = attributeOf(parsed, node, "content");
    if (content === undefined || content === "" || content.length > 20_000) continue;
    for (const key of ["property", "name", "itemprop", "http-equiv"]) {
      const name = attributeOf(parsed, node, key);
      if (name !== undefined && name !== "") push(meta, name.toLowerCase().trim(), mended(content.trim()));
    }
  }
  const links = new Map<string, string[]>();
  for (const node of parsed.links) {
    const rel = page.attribute(node, "rel");
    if (rel === undefined || rel === "") continue;
    const href = attributeOf(parsed, node, "href");
    if (href !== undefined) for (const word of rel.toLowerCase().split(/\s+/)) push(links, word, href.trim());
  }
  const title =
    parsed.title === null
      ? null
      : collapseSpace(
          mended(decodeText(page.html.slice(parsed.title[0], Math.min(parsed.title[1], parsed.title[0] + TITLE_CHARS_MAX)))),
        ) || null;
  const jsonLd = readJsonLd(parsed);
  const known = (values: readonly (string | null | undefined)[]): string[] =>
    values.filter((value): value is string => typeof value === "string");
  const article = findOwnObject(jsonLd, {
    urls: known([url, links.get("canonical")?.[0], meta.get("og:url")?.[0]]),
    titles: known([title, meta.get("og:title")?.[0], meta.get("twitter:title")?.[0], ...headingsOf(parsed)]),
  });
  const body = article?.articleBody;
  return {
    meta,
    links,
    title,
    htmlLang: htmlLanguage(parsed),
    jsonLd: jsonLd.objects,
    article,
    articleBody: typeof body === "string" ? plainArticleBody(body) : "",
  };
}

const HEADINGS_MAX = 8;

/** The texts of the first headings of first rank, or of second rank on a page without. */
function headingsOf(parsed: ParsedPage): string[] {
  const { tag } = parsed.page;
  const headings = parsed.blocks.filter((block) => isHeadingTag(u16Of(tag, block.node)) && u16Of(tag, block.node) <= TAG.h1 + 1);
  const first = headings.filter((block) => tag[block.node] === TAG.h1);
  return (first.length > 0 ? first : headings).slice(0, HEADINGS_MAX).map((block) => block.text);
}

function htmlLanguage(parsed: ParsedPage): string | null {
  const { page } = parsed;
  for (let node = 1; node < Math.min(page.count, 4); node++) {
    const lang = attributeOf(parsed, node, "lang") ?? attributeOf(parsed, node, "xml:lang");
    if (lang !== undefined && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(lang.trim())) return lang.trim().replace(/_/g, "-");
  }
  return null;
}

/** Some sites put HTML, or HTML escaped once more, into `articleBody`. */
function plainArticleBody(raw: string): string {
  let body = raw.length > 500_000 ? raw.slice(0, 500_000) : raw;
  if (body.includes("&")) body = decodeText(body);
  if (body.includes("<")) body = body.replace(/<[^<>]{0,2000}>/g, " ");
  return collapseSpace(body);
}
