import { collapseSpace, decodeText } from "../html/decode-entities.ts";
import type { ParsedPage } from "../html/parsed-page.ts";

export type JsonObject = { readonly [key: string]: unknown };

/** Larger scripts hold data, not a description of the page. */
const SCRIPT_CHARS_MAX = 2_000_000;
const OBJECTS_MAX = 400;
const DEPTH_MAX = 6;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export interface JsonLd {
  /** Every typed object of the page, `@graph` and nested ones included, outermost first. */
  readonly objects: JsonObject[];
  /** Those that stand in a list, a collection or another object's parts: as a rule teasers. */
  readonly listed: ReadonlySet<JsonObject>;
}

export function readJsonLd(parsed: ParsedPage): JsonLd {
  const found: JsonObject[] = [];
  const listed = new Set<JsonObject>();
  for (const [node, start, end] of parsed.jsonScripts) {
    if (end - start > SCRIPT_CHARS_MAX) continue;
    const type = parsed.page.attribute(node, "type") ?? "";
    if (!/ld\+json/i.test(type)) continue;
    const value = parseLenient(parsed.page.html.slice(start, end));
    if (value !== undefined) collect(value, found, listed, 0, false);
  }
  return { objects: found, listed };
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

/** Keys whose objects are about the page, and keys whose objects it only lists. */
const OWN_KEYS = ["@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate"];
const LIST_KEYS = [
  "itemListElement",
  "item",
  "hasPart",
  "blogPost",
  "blogPosts",
  "isRelatedTo",
  "relatedLink",
  "mentions",
  "citation",
];

function collect(value: unknown, found: JsonObject[], listed: Set<JsonObject>, depth: number, isListed: boolean): void {
  if (depth > DEPTH_MAX || found.length >= OBJECTS_MAX) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, listed, depth + 1, isListed);
    return;
  }
  if (!isObject(value)) return;
  if (value["@type"] !== undefined) {
    found.push(value);
    if (isListed) listed.add(value);
  }
  for (const [keys, inList] of [
    [OWN_KEYS, isListed],
    [LIST_KEYS, true],
  ] as const)
    for (const key of keys) {
      const child = value[key];
      if (typeof child === "object") collect(child, found, listed, depth + 1, inList);
    }
}

export const typesOf = (object: JsonObject): string[] => {
  const type = object["@type"];
  return (Array.isArray(type) ? type : [type])
    .filter((one): one is string => typeof one === "string")
    .map((one) => one.replace(/^.*[/#:]/, ""));
};

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

/** Whether a place of the page lies in a JSON-LD script, whose objects are judged by whose they are. */
export function isInJsonLd(html: string, at: number): boolean {
  const open = html.lastIndexOf("<script", at);
  return open >= 0 && html.slice(open, html.indexOf(">", open) + 1).includes("ld+json");
}
