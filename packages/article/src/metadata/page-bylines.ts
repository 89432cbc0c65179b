/** Who wrote a page. */

import type { MetadataEvidence } from "@wirefold/core";
import { agencyOf } from "@wirefold/text";
import { pageForms } from "@wirefold/text/boilerplate";
import { meaningBit } from "../html/class-words.ts";
import { foldedText } from "../html/title-words.ts";
import { isOtherHand, labelledAuthors, labelledBelow, markedAuthors, pointer } from "./author-marks.ts";
import {
  authorInNote,
  authorInScripts,
  bylineInText,
  bylinesInHead,
  confirmedNames,
  cutBylines,
  datedByline,
  fullSignature,
  interviewer,
  namedAbove,
  namedTwice,
  oneName,
  signature,
  tailOfName,
  wordsInUse,
} from "./bare-names.ts";
import { bareName, namesIn, uniqueNames } from "./bylines.ts";
import { accountOf, isBareDay, readHeadLine, saysBy } from "./head-line.ts";
import { isObject, type JsonObject, textOf, textsOf } from "./json-ld.ts";
import type { MetadataInput } from "./metadata-input.ts";
import { type NamedPeople, namedPeople } from "./named-people.ts";
import type { Ownership } from "./ownership.ts";
import { corporate, isFullName, isOwnersName } from "./person-names.ts";
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
  /** A site that has a person's name is that person's. */
  const isPersonal = site !== null && isOwnersName(site);
  let known: NamedPeople | undefined;
  const named = (): NamedPeople => {
    known ??= namedPeople(input);
    return known;
  };
  const usable = (name: string): boolean => {
    const folded = foldedText(name);
    return (
      folded !== "" &&
      (folded !== siteWords || isPersonal || agencyOf(name) !== undefined) &&
      !/^(?:by|admin|staff)$/.test(folded)
    );
  };
  const house = [textOf(head.article?.publisher), ...houseNames(head, input.url)].map((name) => foldedText(name ?? ""));
  /** The outlet's own name in its data: a person whom the page names goes before it. */
  const isHouse = (name: string): boolean => house.includes(foldedText(name));
  const attempt = (source: string, values: readonly string[], trusted: boolean): string[] | undefined => {
    const read = values.flatMap((value) => namesIn(value, { trusted }));
    const names = uniqueNames(
      source.startsWith("text:") ? read.map((name) => unglued(name, input.parsed.page.html)) : read,
    ).filter(usable);
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
  const byMark: Attempt = () => attempt("html:author-mark", marked(), true);
  const fromPage: Attempt[] = [
    byMark,
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
  /** What says less than an account's name, or a firm's, in the data. */
  const unlessStandIn = (source: string, names: () => string[]): Attempt => {
    return () => (standIn.length > 0 ? undefined : attempt(source, names(), true));
  };
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
    unlessStandIn("text:dated-byline", () => datedByline(input)),
    () => attempt("text:named-twice", namedTwice(input, owner.headline), true),
    () => attempt("text:named-above", namedAbove(input, owner.headline), true),
    () => attempt("script:author", authorInScripts(input.parsed.page.html), true),
    unlessStandIn("html:author-class-far", () => named().marked()),
    unlessStandIn("text:note-below", () => named().noted()),
    unlessStandIn("text:name-alone", () => named().alone(owner.headline)),
    unlessStandIn("text:presented", () => named().presented()),
    unlessStandIn("text:owner", () => named().owner(site)),
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
      const shown = fromData.includes(one) || one === byMark ? shownInstead(people, input, visible, owner, usable) : undefined;
      if (shown === undefined) return fullerNames(people, visible, marked(), usable) ?? people;
      evidence.pop();
      evidence.push({ field: "byline", source: "text:shown", value: shown.join("; ") });
      return shown;
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
const SHOWN_CHARS_MAX = 100;
const SHOWN_BODY_BLOCKS = 3;

/** "Mara Vennin Harbour": what comes of a name that ends with its element, and the section behind it; the name as its element has it. */
function unglued(name: string, html: string): string {
  if (html.includes(name)) return name;
  for (let end = name.length - 1; end >= GLUED_CHARS_MIN; end--) {
    const part = name.slice(0, end);
    if (name.charAt(end) !== " " && bareName.test(part) && html.includes(`${part}<`)) return part;
  }
  return name;
}

const GLUED_CHARS_MIN = 5;

/** Other people than the data name, where the page says who wrote: data often name who uploaded a text. */
function shownInstead(
  people: readonly string[],
  input: MetadataInput,
  { lines }: VisibleHead,
  { headline }: Ownership,
  usable: (name: string) => boolean,
): string[] | undefined {
  const { analysis, kept } = input;
  const declared = new Set(people.flatMap((name) => foldedText(name).split(" ")));
  const isOther = (name: string): boolean =>
    bareName.test(name) &&
    !corporate.test(name) &&
    !foldedText(name)
      .split(" ")
      .some((word) => declared.has(word));
  // Where the page shows one of the data's names, the others are a card's. Menus above the headline may name anybody.
  const shown = analysis.blocks.slice(Math.max(headline, 0), kept.indexOf(true) + SHOWN_BODY_BLOCKS);
  if (people.some((name) => agencyOf(name) !== undefined)) return undefined;
  const lineOf = shown.find(({ text }) => people.some((name) => text.includes(name)));
  if (lineOf !== undefined) {
    // A system's line that does not say "by" tells who uploaded the text, where a line within the text does.
    const names = lineOf.text.length > SHOWN_CHARS_MAX || saysBy(lineOf.text) ? [] : bylineInText(input).filter(usable);
    return names.length > 0 && names.every((name) => isOther(name) && isFullName(name)) ? names : undefined;
  }
  const head = lines.slice(0, SHOWN_LINES).filter(({ text }) => !isOtherHand(text));
  for (const line of [...head.map(({ text }) => readHeadLine(text)?.names ?? []), ...bylinesInHead(input, headline)]) {
    const names = uniqueNames(line).filter(usable);
    if (names.length > 0) return names.every(isOther) ? names : undefined;
  }
  const asked = interviewer(input, headline).filter((name) => usable(name) && isOther(name));
  if (asked.length > 0) return asked;
  const signed = fullSignature(input).filter((name) => usable(name) && isOther(name));
  const isShown = people.some((name) => analysis.blocks.some(({ text }) => text.includes(name)));
  return signed.length > 0 && !isShown ? signed : undefined;
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
