/** Which of a page's JSON-LD objects describes the article that the page is about; pages describe their teasers as well. */
import { foldWords } from "../html/title-words.ts";
import { type JsonLd, type JsonObject, textOf, typesOf } from "./json-ld.ts";

const articleType = /(?:Article|BlogPosting|Report|Blog[pP]ost|NewsStory|Posting|Recipe|Review)$/;

/** What the page is known by, besides its JSON-LD. */
export interface PageIdentity {
  /** Its address as fetched, its canonical one, `og:url`. */
  readonly urls: readonly string[];
  /** `<title>`, `og:title`, the headings of first rank. */
  readonly titles: readonly string[];
}

/**
 * The page's own object: by its address or its headline. An object that names another address or another headline is
 * another's; one that names neither is the page's unless it stands in a list. Null when none fits.
 */
export function findOwnObject({ objects, listed }: JsonLd, page: PageIdentity): JsonObject | null {
  const paths = page.urls.map(pathOf).filter((path) => path.length > 1);
  const titles = page.titles.map(wordsOf).filter((words) => words.length > 0);
  let best: JsonObject | null = null;
  let bestScore = 0;
  for (const object of objects) {
    if (!typesOf(object).some((type) => articleType.test(type))) continue;
    const identity = addressScore(object, paths) + headlineScore(object, titles) - (listed.has(object) ? 2 : 0);
    if (identity < 0) continue;
    let score = 1 + 3 * identity;
    for (const key of ["headline", "datePublished", "author", "articleBody", "dateModified", "publisher", "image"])
      if (object[key] !== undefined) score += 1;
    if (score > bestScore) {
      bestScore = score;
      best = object;
    }
  }
  return best;
}

/** 4 for the page's address, -2 for another's, 0 for none or a home page's. */
function addressScore(object: JsonObject, paths: readonly string[]): number {
  if (paths.length === 0) return 0;
  const own = [textOf(object.url), addressOf(object.mainEntityOfPage), textOf(object["@id"])]
    .filter((url): url is string => url !== undefined)
    .map(pathOf)
    .filter((path) => path.length > 1);
  if (own.length === 0) return 0;
  const last = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
  const same = own.some((path) => paths.some((known) => known === path || (last(path).length > 8 && last(path) === last(known))));
  return same ? 4 : -2;
}

const addressOf = (value: unknown): string | undefined => {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const { url, "@id": id } = value as JsonObject;
    return textOf(url) ?? textOf(id);
  }
  return textOf(value);
};

const pathOf = (url: string): string =>
  url
    .replace(/^[a-z]+:\/\/[^/]*/i, "")
    .replace(/[?#].*$/, "")
    .replace(/(?:\/(?:amp|index\.\w{2,5}))?\/?$/, "")
    .toLowerCase();

const wordsOf = (title: string): string[] => {
  const words = foldWords(title);
  // Scripts without spaces have one long word; their characters do as well.
  return words.length < 4 &&
    title.length > 12 &&
    /[\u0E00-\u0FFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]/.test(title)
    ? [...words.join("")]
    : words;
};

/** Fewer shared words than this are another article's, more than that the same one's. */
const OTHER_SHARE = 0.25;
const SAME_SHARE = 0.6;

/** 3 for the page's headline, 1 for one that shares half of it, -3 for another's, 0 for none. */
function headlineScore(object: JsonObject, titles: readonly (readonly string[])[]): number {
  const headline = textOf(object.headline) ?? textOf(object.name);
  if (headline === undefined || titles.length === 0) return 0;
  const words = new Set(wordsOf(headline));
  if (words.size === 0) return 0;
  let best = 0;
  for (const title of titles) {
    const own = new Set(title);
    let shared = 0;
    for (const word of words) if (own.has(word)) shared += 1;
    best = Math.max(best, shared / Math.min(words.size, Math.max(own.size, 1)));
  }
  if (best >= SAME_SHARE) return 3;
  return best < OTHER_SHARE ? -3 : best >= 0.45 ? 1 : 0;
}
