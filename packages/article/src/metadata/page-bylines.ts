/** Who wrote a page. */

import type { MetadataEvidence } from "@wirefold/core";
import { agencyOf } from "@wirefold/text";
import { anyPageForm, pageForms } from "@wirefold/text/boilerplate";
import { meaningBit } from "../html/class-words.ts";
import { foldedText } from "../html/title-words.ts";
import { isOtherHand, labelledAuthors, labelledBelow, markedAuthors, pointer } from "./author-marks.ts";
import {
  authorInNote,
  authorInScripts,
  confirmedNames,
  cutBylines,
  datedByline,
  namedAbove,
  namedTwice,
  oneName,
  signature,
  tailOfName,
  wordsInUse,
} from "./bare-names.ts";
import { bareName, namesIn, uniqueNames } from "./bylines.ts";
import { accountOf, isBareDay, readHeadLine } from "./head-line.ts";
import { isObject, type JsonObject, textOf, textsOf } from "./json-ld.ts";
import type { MetadataInput } from "./metadata-input.ts";
import type { Ownership } from "./ownership.ts";
import type { PageHead } from "./read-head.ts";
import { hostName } from "./urls.ts";
import { itemprop, type VisibleHead } from "./visible-head.ts";

export function bylinesOf(
  input: MetadataInput,
  visible: VisibleHead,
  owner: Ownership,
  site: string | null,
  evidence: MetadataEvidence[],
): string[] {
  const { head, analysis } = input;
  const siteWords = site === null ? "" : foldedText(site);
  const usable = (name: string): boolean => {
    const folded = foldedText(name);
    return folded !== "" && (folded !== siteWords || agencyOf(name) !== undefined) && !/^(?:by|admin|staff)$/.test(folded);
  };
  const house = [textOf(head.article?.publisher), ...houseNames(head, input.url)].map((name) => foldedText(name ?? ""));
  /** The outlet's own name in its data: a person whom the page names goes before it. */
  const isHouse = (name: string): boolean => house.includes(foldedText(name));
  const attempt = (source: string, values: readonly string[], trusted: boolean): string[] | undefined => {
    const names = uniqueNames(values.flatMap((value) => namesIn(value, { trusted }))).filter(usable);
    if (names.length === 0) return undefined;
    evidence.push({ field: "byline", source, value: values.join("; ").slice(0, 500) });
    return names.slice(0, 12);
  };
  // A body that publishes stands for its author only where no person is named, and so does the name of an account where the page shows a person's.
  let standIn: string[] = [];
  let marks: string[] | undefined;
  const marked = (): string[] => {
    marks ??= markedAuthors(input, owner);
    return marks;
  };
  const metas = (name: string): string[] => (head.meta.get(name) ?? []).filter((value) => !/^https?:/.test(value));
  const fromData: Attempt[] = [
    () => attempt("json-ld:author", authorNames(head.article?.author, head.jsonLd), true),
    ...[
      "parsely-author",
      "author",
      "article:author",
      "sailthru.author",
      "article:author_name",
      "author_name",
      "cxenseparse:author",
      "byl",
    ].map((name) => () => attempt(`meta:${name}`, metas(name), true)),
    () =>
      attempt(
        "meta:dc.creator",
        [...metas("dc.creator"), ...metas("dcterms.creator"), ...metas("citation_author"), ...metas("dc:creator")],
        true,
      ),
    () => attempt("microdata:author", [itemprop(input, owner, "author") ?? ""].filter(Boolean), true),
  ];
  const fromPage: Attempt[] = [
    () => attempt("html:author-mark", marked(), true),
    () => attempt("text:label", labelledAuthors(visible.lines), true),
    () => {
      for (const { text, meanings } of visible.lines) {
        if (text.length > 180 || isOtherHand(text)) continue;
        const form = readHeadLine(text);
        const names = form === undefined ? attempt("text:byline", [text], false) : attempt("text:byline", form.names, true);
        if (names !== undefined) return names;
        const name = text.replace(tailOfName, "");
        if (
          meanings & meaningBit("author") &&
          !(meanings & (meaningBit("comment") | meaningBit("share"))) &&
          (bareName.test(name) || (name !== text && oneName.test(name)))
        ) {
          const named = attempt("html:author-class", [name], true);
          if (named !== undefined) return named;
        }
      }
      // A bare name right above or below the date, where no line says "by"; what the article says in small letters is none.
      const used = wordsInUse(input);
      for (const [index, { text, isHeading }] of visible.lines.entries()) {
        const account = accountOf(text);
        if (account === undefined && (isHeading || !bareName.test(text) || pointer.test(text) || used(text))) continue;
        const besideDate = [visible.lines[index - 1], visible.lines[index + 1]].some(
          (line) => line !== undefined && (readHeadLine(line.text)?.dated === true || isBareDay(line.text)),
        );
        if (!besideDate) continue;
        if (account !== undefined && usable(account)) {
          evidence.push({ field: "byline", source: "text:beside-date", value: text });
          return [account];
        }
        const named = attempt("text:beside-date", [text], true);
        if (named !== undefined) return named;
      }
      return undefined;
    },
  ];
  const fromElsewhere: Attempt[] = [
    // Where nobody is said to have written: who edited or reviewed.
    () => {
      const line = visible.lines.find(({ text }) => text.length <= 100 && isOtherHand(text));
      return line === undefined ? undefined : attempt("text:other-hand", [line.text], false);
    },
    () => attempt("text:label-below", labelledBelow(input), true),
    () => attempt("text:posts-by", postsBy(analysis.blocks), true),
    () => attempt("text:cut-byline", cutBylines(input), true),
    () =>
      attempt(
        "meta:twitter:data1",
        /author|written/i.test(head.meta.get("twitter:label1")?.[0] ?? "") ? metas("twitter:data1") : [],
        true,
      ),
    () => attempt("text:near-portrait", confirmedNames(input, visible.lines), true),
    () => attempt("text:signature", signature(input), true),
    () => attempt("text:note", authorInNote(input), true),
    () => (standIn.length > 0 ? undefined : attempt("text:dated-byline", datedByline(input), true)),
    () => attempt("text:named-twice", namedTwice(input, owner.headline), true),
    () => attempt("text:named-above", namedAbove(input, owner.headline), true),
    () => attempt("script:author", authorInScripts(input.parsed.page.html), true),
    // An agency alone at the headline.
    () => {
      const line = visible.lines.find(({ text, isHeading }) => !isHeading && agencyOf(text) !== undefined);
      return line === undefined ? undefined : attempt("text:agency", [line.text], true);
    },
  ];
  let standInEvidence: MetadataEvidence | undefined;
  for (const one of [...fromData, ...fromPage, ...fromElsewhere]) {
    const names = one();
    if (names === undefined) continue;
    const people = names.filter(
      (name) =>
        !isHouse(name) && !(names.length === 1 && branch.test(name)) && (!corporate.test(name) || agencyOf(name) !== undefined),
    );
    const isAccount = fromData.includes(one) && people.every((name) => accountName.test(name) && agencyOf(name) === undefined);
    if (people.length > 0 && !isAccount && (standIn.length === 0 || people.some((name) => !accountName.test(name)))) {
      return (
        (fromData.includes(one) ? shownInstead(people, input, visible, owner, usable) : undefined) ??
        fullerNames(people, visible, marked(), usable) ??
        people
      );
    }
    const noted = evidence.pop();
    if (standIn.length > 0) continue;
    standIn = people.length > 0 ? people : names;
    standInEvidence = noted;
  }
  if (standInEvidence !== undefined) evidence.push(standInEvidence);
  return standIn;
}

const SHOWN_LINES = 12;
const SHOWN_BODY_BLOCKS = 3;

/** Other people than the data name, in a line at the headline that says "by": data often name who uploaded a text. */
function shownInstead(
  people: readonly string[],
  { analysis, kept }: MetadataInput,
  { lines }: VisibleHead,
  { headline }: Ownership,
  usable: (name: string) => boolean,
): string[] | undefined {
  const declared = new Set(people.flatMap((name) => foldedText(name).split(" ")));
  const head = lines.slice(0, SHOWN_LINES);
  // Where the page shows one of the data's names, the others are a card's. Menus above the headline may name anybody.
  const shown = analysis.blocks.slice(Math.max(headline, 0), kept.indexOf(true) + SHOWN_BODY_BLOCKS);
  if (people.some((name) => agencyOf(name) !== undefined || shown.some(({ text }) => text.includes(name)))) return undefined;
  for (const { text } of head) {
    if (isOtherHand(text)) continue;
    const names = uniqueNames(readHeadLine(text)?.names ?? []).filter(usable);
    if (names.length === 0) continue;
    const isOther = names.every(
      (name) =>
        bareName.test(name) &&
        !corporate.test(name) &&
        !foldedText(name)
          .split(" ")
          .some((word) => declared.has(word)),
    );
    return isOther ? names : undefined;
  }
  return undefined;
}

type Attempt = () => string[] | undefined;

/** One word in small letters or with figures: what someone is called by the system that made the page. */
const accountName = /^[\p{Ll}\p{N}][^\s]*$|^\S*\p{N}\S*$|^\p{Lu}[\p{Ll}.-]*$/u;

/** The page's own byline where it has all the names that its data give, and more: data often name the first author, or half a name. */
function fullerNames(
  names: readonly string[],
  { lines }: VisibleHead,
  marked: readonly string[],
  usable: (name: string) => boolean,
): string[] | undefined {
  const known = names.map(foldedText);
  const rows = [marked, labelledAuthors(lines), ...lines.map(({ text }) => readHeadLine(text)?.names ?? [])];
  for (const row of rows) {
    const shown = uniqueNames(row).filter(usable);
    if (shown.length < names.length) continue;
    const folded = shown.map(foldedText);
    const hasAll = known.every((name) =>
      folded.some(
        (one) =>
          one === name ||
          one.startsWith(`${name} `) ||
          (one.endsWith(` ${name}`) && one.length - name.length <= TITLE_OF_A_PERSON_CHARS_MAX),
      ),
    );
    if (hasAll && shown.every((name) => !corporate.test(name)) && folded.join().length > known.join().length) return shown;
  }
  return undefined;
}

/** "Dr", "Prof Dr" before a name. */
const TITLE_OF_A_PERSON_CHARS_MAX = 9;

/** Names of associations, firms and offices. */
const corporate = new RegExp(`(?<!\\p{L})${anyPageForm("corporate")}(?!\\p{L})`, "u");
/** "Harbour Office - Saltby": a house and its branch. */
const branch = /\s[|\u2013\u2014-]\s/u;

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

/** "Kelby Post (www.kelbypost.example)": what stands before the page's own host in an author's meta. */
function houseNames({ meta }: PageHead, url: string | undefined): string[] {
  const host = hostName(url);
  if (host === undefined) return [];
  return (meta.get("author") ?? []).flatMap((value) => {
    const cut = /^(?<name>[^()]{2,60}?)\s*\((?<host>[^()]{4,60})\)$/u.exec(value)?.groups;
    return cut?.name !== undefined && cut.host?.includes(host) === true ? [cut.name] : [];
  });
}

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
