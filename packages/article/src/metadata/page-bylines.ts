/** Who wrote a page. */

import type { MetadataEvidence } from "@wirefold/core";
import { agencyOf } from "@wirefold/text";
import { anyPageForm, pageForms } from "@wirefold/text/boilerplate";
import { meaningBit } from "../html/class-words.ts";
import { foldedText } from "../html/title-words.ts";
import { namesIn, uniqueNames } from "./bylines.ts";
import { readHeadLine } from "./head-line.ts";
import { isObject, type JsonObject, textsOf } from "./json-ld.ts";
import type { MetadataInput } from "./metadata-input.ts";
import type { Ownership } from "./ownership.ts";
import type { PageHead } from "./read-head.ts";
import { itemprop, type VisibleHead } from "./visible-head.ts";

export function bylinesOf(
  input: MetadataInput,
  visible: VisibleHead,
  owner: Ownership,
  site: string | null,
  evidence: MetadataEvidence[],
): string[] {
  const { head, parsed, analysis } = input;
  const siteWords = site === null ? "" : foldedText(site);
  const usable = (name: string): boolean => {
    const folded = foldedText(name);
    return folded !== "" && (folded !== siteWords || agencyOf(name) !== undefined) && !/^(?:by|admin|staff)$/.test(folded);
  };
  const attempt = (source: string, values: readonly string[], trusted: boolean): string[] | undefined => {
    const names = uniqueNames(values.flatMap((value) => namesIn(value, { trusted }))).filter(usable);
    if (names.length === 0) return undefined;
    evidence.push({ field: "byline", source, value: values.join("; ").slice(0, 500) });
    return names.slice(0, 12);
  };
  const metas = (name: string): string[] => (head.meta.get(name) ?? []).filter((value) => !/^https?:/.test(value));
  const attempts: (() => string[] | undefined)[] = [
    () => attempt("json-ld:author", authorNames(head.article?.author, head.jsonLd), true),
    () => attempt("meta:parsely-author", metas("parsely-author"), true),
    () => attempt("meta:author", metas("author"), true),
    () => attempt("meta:article:author", metas("article:author"), true),
    () => attempt("meta:sailthru.author", metas("sailthru.author"), true),
    () => attempt("meta:dc.creator", [...metas("dc.creator"), ...metas("dcterms.creator"), ...metas("citation_author")], true),
    () => attempt("microdata:author", [itemprop(input, owner, "author") ?? ""].filter(Boolean), true),
    () => {
      const links: string[] = [];
      for (const block of analysis.blocks.slice(0, 400)) {
        if (block.links > 0 && block.linkDensity < 0.9 && block.text.length <= LINE_CHARS_MAX) {
          const html = parsed.page.html.slice(block.start, block.end);
          const inside = authorWord.test(html) ? authorLink.exec(html)?.groups?.name : undefined;
          if (inside !== undefined) links.push(inside);
        }
        if (block.linkDensity < 0.9 || block.text.length > 60) continue;
        if (
          /\brel\s*=\s*["']?[^"'>]*\bauthor\b/i.test(
            parsed.page.html
              .slice(Math.max(0, block.start - 400), block.start)
              .split("<")
              .pop() ?? "",
          )
        )
          links.push(block.text);
      }
      return attempt("html:rel-author", links.slice(0, 4), true);
    },
    () => {
      for (const [index, { text, meanings }] of visible.lines.entries()) {
        // A bare name right above or below the date.
        const besideDate = [visible.lines[index - 1], visible.lines[index + 1]].some(
          (line) => line !== undefined && readHeadLine(line.text)?.dated === true,
        );
        if (besideDate && bareName.test(text)) {
          const named = attempt("text:beside-date", [text], true);
          if (named !== undefined) return named;
        }
        if (text.length > 180) continue;
        const form = readHeadLine(text);
        const names = form === undefined ? attempt("text:byline", [text], false) : attempt("text:byline", form.names, true);
        if (names !== undefined) return names;
        if (
          meanings & meaningBit("author") &&
          !(meanings & (meaningBit("comment") | meaningBit("share"))) &&
          /^\p{Lu}[\p{L}.'\u2019-]+(?:\s\p{Lu}[\p{L}.'\u2019-]*){1,3}$/u.test(text)
        ) {
          const named = attempt("html:author-class", [text], true);
          if (named !== undefined) return named;
        }
      }
      return undefined;
    },
    () => attempt("text:posts-by", postsBy(analysis.blocks), true),
    () =>
      attempt(
        "meta:twitter:data1",
        /author|written/i.test(head.meta.get("twitter:label1")?.[0] ?? "") ? metas("twitter:data1") : [],
        true,
      ),
  ];
  // A body that publishes stands for its author only where no person is named.
  let bodies: string[] = [];
  let bodyEvidence: MetadataEvidence | undefined;
  for (const one of attempts) {
    const names = one();
    if (names === undefined) continue;
    const people = names.filter((name) => !corporate.test(name) || agencyOf(name) !== undefined);
    if (people.length > 0) return fullerNames(people, visible, usable) ?? people;
    const noted = evidence.pop();
    if (bodies.length > 0) continue;
    bodies = names;
    bodyEvidence = noted;
  }
  if (bodyEvidence !== undefined) evidence.push(bodyEvidence);
  return bodies;
}

const LINE_CHARS_MAX = 160;
/** Few lines have it in their markup at all. */
const authorWord = /author/i;
/** A name linked as the author's, in a line that says more. */
const authorLink = /<a\s[^<>]{0,400}?\brel\s*=\s*["']?[^"'<>]{0,40}\bauthor\b[^<>]{0,400}>\s*(?<name>[^<>]{3,60}?)\s*<\/a/i;

/** The page's own byline where it has all the names that its data give, and more: data often name the first author, or half a name. */
function fullerNames(names: readonly string[], { lines }: VisibleHead, usable: (name: string) => boolean): string[] | undefined {
  const known = names.map(foldedText);
  for (const { text } of lines) {
    const shown = uniqueNames(readHeadLine(text)?.names ?? []).filter(usable);
    if (shown.length < names.length) continue;
    const folded = shown.map(foldedText);
    const hasAll = known.every((name) => folded.some((one) => one === name || one.startsWith(`${name} `)));
    if (hasAll && shown.every((name) => !corporate.test(name)) && folded.join().length > known.join().length) return shown;
  }
  return undefined;
}

/** Names of associations, firms and offices. */
const corporate = new RegExp(`(?<!\\p{L})${anyPageForm("corporate")}(?!\\p{L})`, "u");

/** Two to four capitalised words. */
export const bareName = /^\p{Lu}[\p{L}\p{M}.'\u2019-]+(?:\s\p{Lu}[\p{L}\p{M}.'\u2019-]*){1,3}$/u;

const POSTS_BY = pageForms("postsBy").map((form) => new RegExp(`^${form}$`, "iu"));

/** "View all posts by Mara Venn", where the page says so of one person. */
function postsBy(blocks: readonly { readonly text: string }[]): string[] {
  const names = new Set<string>();
  for (const { text } of blocks) {
    if (text.length > 90) continue;
    const name = POSTS_BY.map((pattern) => pattern.exec(text)?.groups?.name).find((found) => found !== undefined);
    if (name !== undefined && bareName.test(name.trim())) names.add(name.trim());
  }
  return names.size === 1 ? [...names] : [];
}

/** The authors that the page's data name, as they name them. */
export const declaredAuthors = ({ article, jsonLd, meta }: PageHead): string[] => [
  ...authorNames(article?.author, jsonLd),
  ...(meta.get("author") ?? []),
];

function authorNames(value: unknown, all: readonly JsonObject[]): string[] {
  const list = Array.isArray(value) ? value : [value];
  const names: string[] = [];
  for (const item of list.slice(0, 20)) {
    if (typeof item === "string") names.push(item);
    else if (isObject(item)) {
      const id = item["@id"];
      const full =
        item.name === undefined && typeof id === "string"
          ? all.find((object) => object["@id"] === id && object.name !== undefined)
          : item;
      for (const name of textsOf(full?.name)) names.push(name);
    }
  }
  return names.filter((name) => !/^https?:/.test(name));
}
