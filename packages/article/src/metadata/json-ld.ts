import { collapseSpace, decodeText } from "../html/decode-entities.ts";
import type { ParsedPage } from "../html/parse-page.ts";

export type JsonObject = { readonly [key: string]: unknown };

/** Larger scripts hold data, not a description of the page. */
const SCRIPT_CHARS_MAX = 2_000_000;
const OBJECTS_MAX = 400;
const DEPTH_MAX = 6;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every typed object of the page's JSON-LD, `@graph` and nested ones included, outermost first. */
export function readJsonLd(parsed: ParsedPage): JsonObject[] {
  const found: JsonObject[] = [];
  for (const [node, start, end] of parsed.jsonScripts) {
    if (end - start > SCRIPT_CHARS_MAX) continue;
    const type = parsed.page.attribute(node, "type") ?? "";
    if (!/ld\+json/i.test(type)) continue;
    const value = parseLenient(parsed.page.html.slice(start, end));
    if (value !== undefined) collect(value, found, 0);
  }
  return found;
}

/** JSON as pages write it: wrapped in comments or CDATA, with raw line breaks inside strings, with trailing commas. */
function parseLenient(source: string): unknown {
  const trimmed = source
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>|\/\/\]\]>)$/, "")
    .replace(/;\s*$/, "");
  try {
    return JSON.parse(trimmed);
  } catch {
    try {
      return JSON.parse(trimmed.replace(/[\u0000-\u001F]+/g, " ").replace(/,\s*([}\]])/g, "$1"));
    } catch {
      return undefined;
    }
  }
}

function collect(value: unknown, found: JsonObject[], depth: number): void {
  if (depth > DEPTH_MAX || found.length >= OBJECTS_MAX) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  if (value["@type"] !== undefined) found.push(value);
  for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item", "liveBlogUpdate"]) {
    const child = value[key];
    if (typeof child === "object") collect(child, found, depth + 1);
  }
}

export const typesOf = (object: JsonObject): string[] => {
  const type = object["@type"];
  return (Array.isArray(type) ? type : [type])
    .filter((one): one is string => typeof one === "string")
    .map((one) => one.replace(/^.*[/#:]/, ""));
};

const articleType = /(?:Article|BlogPosting|Report|Blog[pP]ost|NewsStory|Posting|Recipe|Review)$/;

/** The object about this page: an article type; the one whose URL is the page's wins, then the one that says most. */
export function findArticleObject(objects: readonly JsonObject[], url?: string): JsonObject | null {
  let best: JsonObject | null = null;
  let bestScore = 0;
  for (const object of objects) {
    const types = typesOf(object);
    if (!types.some((type) => articleType.test(type))) continue;
    let score = 1;
    for (const key of ["headline", "datePublished", "author", "articleBody", "dateModified", "publisher", "image"])
      if (object[key] !== undefined) score += 1;
    const id = textOf(object.url) ?? textOf(object.mainEntityOfPage) ?? textOf(object["@id"]);
    if (url !== undefined && id !== undefined && samePage(id, url)) score += 6;
    if (score > bestScore) {
      bestScore = score;
      best = object;
    }
  }
  return best;
}

const samePage = (a: string, b: string): boolean => pathOf(a) === pathOf(b) && pathOf(a).length > 1;
const pathOf = (url: string): string =>
  url
    .replace(/^[a-z]+:\/\/[^/]*/i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/$/, "");

/** A string, or the name, value, text or id of an object, or the first of a list. References decoded. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return collapseSpace(decodeText(value)) || undefined;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    for (const item of value) {
      const text = textOf(item);
      if (text !== undefined) return text;
    }
    return undefined;
  }
  if (isObject(value)) {
    for (const key of ["name", "@value", "url", "contentUrl", "@id"]) {
      const text = textOf(value[key]);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** All of a list's strings or names. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((item) => textsOf(item));
  const text = textOf(value);
  return text === undefined ? [] : [text];
}
