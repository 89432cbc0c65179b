/**
 * Names of people without a word that says "by": each source looks where authors stand, and takes a name only where the tables know it
 * for a person's, the article does not speak of that person, and no other name stands in such a place.
 */

import { anyPageForm, pageForms } from "@wirefold/text/boilerplate";
import { INSIDE } from "../html/analyse-page.ts";
import { meaningBit } from "../html/class-words.ts";
import { foldedText } from "../html/title-words.ts";
import { topicAddress } from "../html/topic-paths.ts";
import { i32Of } from "../indexing.ts";
import { wordsInUse } from "./bare-names.ts";
import type { MetadataInput } from "./metadata-input.ts";
import { isFullName, isOneFirstName, isOwnersName } from "./person-names.ts";

const NAME_CHARS_MAX = 50;
const OTHERS = meaningBit("comment") | meaningBit("related");

/** Whose names a page gives. */
export interface NamedPeople {
  /** A name alone in a line at the headline. */
  alone(headline: number): string[];
  /** A name alone in an element that its class says is the author's, wherever it stands. */
  marked(): string[];
  /** Who is presented beside the article: "About Mara Venn", "Hi, I'm Mara". */
  presented(): string[];
  /** Whom the first lines below the article speak of: "Mara Venn writes about harbours". */
  noted(): string[];
  /** To whom the page says it belongs: "© 2031 Mara Venn", a site that has a person's name. */
  owner(site: string | null): string[];
}

export function namedPeople(input: MetadataInput): NamedPeople {
  const { analysis, kept, titles } = input;
  const { blocks, parsed, inside, inherited, own } = analysis;
  const { page } = parsed;
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  const inUse = wordsInUse(input);
  const headlines = titles.map(foldedText);
  const asked = new Map<string, boolean>();
  /** The article is about people whom it names, but for the line that is asked about. A page of many names is a list of people. */
  const isSubject = (name: string, line: number): boolean => {
    const key = `${line} ${name}`;
    let answer = asked.get(key);
    if (answer === undefined) {
      answer =
        asked.size >= ASKED_MAX ||
        blocks.some(({ text }, i) => kept[i] && i !== line && text.includes(name)) ||
        headlines.some((title) => title.includes(foldedText(name)));
      asked.set(key, answer);
    }
    return answer;
  };
  const isAuthor = (name: string, line = -1): boolean =>
    name.length <= NAME_CHARS_MAX && isFullName(name, inUse) && !isSubject(name, line);
  const isOfOthers = (node: number): boolean =>
    (i32Of(inside, node) & INSIDE.hidden) !== 0 || (i32Of(inherited, node) & OTHERS) !== 0;
  const nameOf = (line: string): string => line.replace(tail, "").replace(lead, "").trim();

  /** Whether a kept block is no paragraph among the others. */
  const isApart = (i: number): boolean => i > 0 && page.parent[blocks[i]?.node ?? 0] !== page.parent[blocks[i - 1]?.node ?? 0];
  const only = (names: Iterable<string | undefined>): string[] => {
    const found = new Set<string>();
    for (const name of names) if (name !== undefined) found.add(name);
    return found.size === 1 ? [...found] : [];
  };
  return {
    alone: (headline) => {
      if (first < 0) return [];
      const from = Math.max(0, headline < 0 ? first - HEAD_BLOCKS : headline - ABOVE_BLOCKS);
      return only(
        blocks.slice(from, first + BODY_BLOCKS).map(({ text: line, node, start }, k) => {
          if (line.length > NAME_CHARS_MAX || i32Of(inside, node) & (INSIDE.nav | INSIDE.footer)) return undefined;
          if (isOfOthers(node) || i32Of(own, node) & labels) return undefined;
          if (topicAddress.test(page.html.slice(Math.max(0, start - LINK_CHARS), start).replace(/^.*</s, ""))) return undefined;
          const name = nameOf(line);
          return isAuthor(name, from + k) ? name : undefined;
        }),
      );
    },
    marked: () =>
      only(
        blocks.map(({ text: line, node }, i) => {
          if (kept[i] || line.length > NAME_CHARS_MAX || isOfOthers(node)) return undefined;
          const meanings = i32Of(own, node) | i32Of(own, i32Of(page.parent, node));
          if (!(meanings & authorMeaning)) return undefined;
          const name = nameOf(line);
          return isAuthor(name) ? name : undefined;
        }),
      ),
    presented: () =>
      only(
        blocks.map(({ text: line, node }, i) => {
          if ((kept[i] && i !== last) || isOfOthers(node)) return undefined;
          const shown = line.length > PRESENTS_CHARS_MAX ? undefined : namedBy(presents, line);
          if (shown !== undefined && isAuthor(shown)) return shown;
          const self = namedBy(presentsSelf, line)
            ?.replace(/[,.!\u2013-].*$/u, "")
            .trim();
          return self !== undefined && (isAuthor(self) || (isOneFirstName(self) && /\p{Ll}/u.test(self))) ? self : undefined;
        }),
      ),
    noted: () =>
      only(
        last < 0
          ? []
          : blocks.slice(last, last + 1 + NOTE_BLOCKS).map(({ text: line, node, linkDensity, stats }, k) => {
              if (k === 0 && !isApart(last)) return undefined;
              if (isOfOthers(node) || linkDensity > 0.5 || stats.sentences === 0 || line.length < NOTE_CHARS_MIN)
                return undefined;
              if (i32Of(inside, node) & (INSIDE.nav | INSIDE.list | INSIDE.caption | INSIDE.form)) return undefined;
              const name = NOTE.exec(line)?.groups?.name;
              return name !== undefined && isAuthor(name, last + k) ? name : undefined;
            }),
      ),
    owner: (site) => {
      if (site !== null && isOwnersName(site)) return [site];
      return only(
        blocks.map(({ text: line }, i) => {
          if (kept[i] || line.length > COPYRIGHT_CHARS_MAX) return undefined;
          const name = COPYRIGHT.exec(line)?.groups?.name;
          return name !== undefined && isOwnersName(name) ? name : undefined;
        }),
      );
    },
  };
}

/** Names of a page for which the whole text is looked through. */
const ASKED_MAX = 200;
const ABOVE_BLOCKS = 4;
const HEAD_BLOCKS = 6;
const BODY_BLOCKS = 2;
const NOTE_BLOCKS = 6;
const NOTE_CHARS_MIN = 40;
const LINK_CHARS = 300;
const PRESENTS_CHARS_MAX = 70;
const COPYRIGHT_CHARS_MAX = 140;
const authorMeaning = meaningBit("author");
const labels = meaningBit("tag") | meaningBit("caption") | meaningBit("nav");
/** What stands before and behind a name in a line of its own. */
const lead = /^[\u2014\u2013~|\u00B7\u2022-]\s*/u;
const tail = /\s*(?:[,:|\u00B7\u2022]|\(.*\)|\s[|\u2013\u2014\u00B7\u2022]\s.*)$/u;

const person = "\\p{Lu}[\\p{L}\\p{M}.'\\u2019-]*(?:\\s\\p{Lu}[\\p{L}\\p{M}.'\\u2019-]*){1,3}";
const presents = pageForms("presents").map((form) => new RegExp(`^${form}$`, "iu"));
const presentsSelf = pageForms("presentsSelf").map((form) => new RegExp(`^${form}`, "iu"));
const namedBy = (forms: readonly RegExp[], line: string): string | undefined => {
  for (const form of forms) {
    const name = form.exec(line)?.groups?.name;
    if (name !== undefined) return name;
  }
  return undefined;
};
const NOTE = new RegExp(`^(?<name>${person})\\s${anyPageForm("authorDoes")}\\s`, "u");
const COPYRIGHT = new RegExp(
  `^(?:copyright\\s)?(?:\\u00A9|\\(c\\)|copyright)\\s?(?:copyright\\s)?(?:\\d{4}(?:\\s?[-\\u2013]\\s?(?:\\d{2,4}|[Pp]resent|[Hh]eute))?,?\\s)?(?:by\\s)?(?<name>${person})(?:[\\s,.|]+(?:(?:19|20)\\d\\d.*|[Aa]ll [Rr]ights.*|[Aa]lle [Rr]echte.*))?[\\s.|]*$`,
  "u",
);
