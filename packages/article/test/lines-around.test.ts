/** Lines and boxes that publishers put around and between paragraphs, each on a page that is otherwise the same. */
import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";

const TITLE = "Brannock closes its ferry ramp";
const TEXT = [
  "The county of Brannock will close its last ferry ramp in May, the transport board decided on Thursday by five votes to four.",
  "The ramp was built in 1938 and has been repaired eleven times since, most recently after a trawler ran into it in fog.",
  "“Nobody wants to be the one who turned the light off,” said Greta Molund, who voted against it.",
  "Passengers will be carried by bus to Tolvik, which takes forty minutes longer than the boat did.",
  "Ferries have called at Brannock since 1871, when a miller bought a rowing boat and a bell.",
  "The bell hangs in the church now and is rung for weddings, fog and football.",
];

interface Places {
  readonly head?: string;
  readonly above?: string;
  readonly top?: string;
  readonly mid?: string;
  readonly end?: string;
  readonly after?: string;
}

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("");
const page = ({ head = "", above = "", top = "", mid = "", end = "", after = "" }: Places): string =>
  `<!doctype html><html lang="en"><head><title>${TITLE} | The Brannock Bugle</title><meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="The Brannock Bugle">${head}</head><body><div class="hd"><a href="/">The Brannock Bugle</a><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></div><div class="wrap"><div class="col">${above}<h1>${TITLE}</h1>${top}<div class="txt">${paragraphs(TEXT.slice(0, 3))}${mid}${paragraphs(TEXT.slice(3))}${end}</div>${after}</div></div><div class="ft"><p>© The Brannock Bugle 2031</p></div></body></html>`;
const read = (places: Places) => extractArticle(page(places), { url: "https://bugle.example/2031/03/13/ramp", kind: "html" });

const CUT: readonly (readonly [string, Places])[] = [
  ["a channel to follow", { end: "<p>Follow The Bugle on WhatsApp for the latest from the islands.</p>" }],
  ["an app", { mid: "<p><strong>Download the Bugle app for live ferry times</strong></p>" }],
  ["a group to join", { end: "<p>Join our Facebook group to talk about this story.</p>" }],
  [
    "a podcast",
    { mid: "<p>Listen to the Harbour Hour podcast on Apple Podcasts, Spotify or wherever you get your podcasts.</p>" },
  ],
  ["a channel, German", { end: "<p>Folgen Sie uns auf Facebook und Instagram!</p>" }],
  ["a channel, French", { end: "<p>Suivez toute l'actualité de l'île sur notre chaîne WhatsApp.</p>" }],
  ["a channel, Polish", { end: "<p>Obserwuj nas w Google News i bądź na bieżąco!</p>" }],
  ["a channel, Portuguese", { end: "<p>Siga o canal do Bugle no WhatsApp.</p>" }],
  ["a channel, Russian", { end: "<p>Подписывайтесь на наш Telegram-канал, чтобы быть в курсе событий.</p>" }],
  [
    "gifts for subscribers",
    { end: "<p>As a subscriber, you have 10 gift articles to give each month. Anyone can read what you share.</p>" },
  ],
  ["how to reach the reporter", { end: "<p><em>Reach Ola Brekk at 555-0101 or obrekk@bugle.example.</em></p>" }],
  [
    "a portrait with an address",
    {
      end: "<p><em>Ola Brekk is a reporter for the Bugle who covers the coast. He can be reached at obrekk@bugle.example.</em></p>",
    },
  ],
  ["a request for tips", { end: `<p>Do you have a story? <a href="mailto:news@bugle.example">Send us a tip.</a></p>` }],
  [
    "a label over pointers that went",
    {
      mid: `<p><strong>Related</strong></p><ul><li><a href="/3">Bus to Tolvik is late again</a></li><li><a href="/4">Board to meet in secret</a></li></ul>`,
    },
  ],
  ["a linked headline with an arrow", { mid: `<p><a href="/3">▶ Bus to Tolvik is late again</a></p>` }],
  ["a label in capitals before a link", { mid: `<p>ALSO ON THE BUGLE: <a href="/3">Bus to Tolvik is late again</a></p>` }],
  ["a marked lead-in", { mid: `<p>READ MORE: <a href="/3">Bus to Tolvik is late again</a></p>` }],
  [
    "tags with their label",
    { end: `<p>Tags: <a href="/t">ferries</a>, <a href="/u">Brannock</a>, <a href="/v">transport</a></p>` },
  ],
  ["a row of share links", { end: `<div class="row"><a href="/a">Share</a><a href="/b">Copy link</a></div>` }],
  [
    "a copyright notice",
    { end: "<p>Copyright 2031 The Brannock Bugle. All rights reserved. This material may not be rewritten or sold.</p>" },
  ],
  [
    "whose views they are",
    { end: "<p><small>The views expressed in this column are those of its author and of nobody else.</small></p>" },
  ],
  ["an agency's signature", { end: "<p>— Coast News Agency</p>" }],
  [
    "where it was printed",
    { end: "<p><em>A version of this article appears in print on March 14, 2031, Section B of the Coast edition.</em></p>" },
  ],
  [
    "a box that asks for an address",
    {
      mid: `<div class="z"><h4>Get the Tide Letter</h4><p>The day's news at high water.</p><form><input type="email"><button>Sign me up</button></form><p>By sending it you accept our terms.</p></div>`,
    },
  ],
  ["a briefing", { mid: "<p>Sign up for our morning briefing, and get the island news in your inbox every day.</p>" }],
  ["alerts", { end: "<p>Sign up for breaking news alerts and never miss a story.</p>" }],
  [
    "an appeal",
    { end: "<p>Good journalism costs money. If you value what we do, please support the Bugle with a small gift.</p>" },
  ],
  ["a short appeal", { end: "<p><strong>Support local news. Become a member today.</strong></p>" }],
  ["an invitation to comment", { end: "<p>What do you think? Tell us in the comments below.</p>" }],
  ["an advertisement's label", { mid: "<p>Story continues below advertisement</p>" }],
  ["keys that report a misprint", { end: "<p>If you find a mistake, select it and press Ctrl + Enter.</p>" }],
  [
    "comments, by their class",
    {
      after: `<div class="comments-area"><p>I took that boat to school for nine years and it was late on every day but one.</p><p>The bus will be late too, you will see, but nobody will write about it.</p></div>`,
    },
  ],
  [
    "a notice of cookies, by its class",
    {
      above: `<div class="cookie-notice"><p>We keep small files to make this site work and to learn what you read. You may refuse those we do not need.</p></div>`,
    },
  ],
  [
    "a caption",
    {
      mid: `<figure><img src="r.jpg" alt=""><figcaption>The ramp at low tide, seen from the church on a day without fog.</figcaption></figure>`,
    },
  ],
  ["a pull quote", { mid: `<aside><p>Nobody wants to be the one who turned the light off</p></aside>` }],
];

const KEPT: readonly (readonly [string, string])[] = [
  [
    "a sentence that begins like a call",
    "Follow the money and you will find the app's three owners, said Molund, who has read the accounts of the company behind it twice.",
  ],
  [
    "reporting on an app",
    "The bus company asks passengers to download its app, which shows where the bus is and, on most days, where it is going.",
  ],
  [
    "a quotation of a call",
    "“Follow us on Facebook, they say, as if the sea had an account,” Molund told the board before the vote.",
  ],
  ["where and when to come", "The public meeting is at the school on 2 April at 18:00. Seats can be booked by calling 555 0190."],
];

describe("lines and boxes around an article", () => {
  it.each(CUT)("leaves out %s", (_, places) => {
    expect(read(places).text.split("\n")).toEqual(TEXT);
  });

  it.each(KEPT)("keeps %s", (_, line) => {
    expect(read({ mid: `<p>${line}</p>` }).text.split("\n")).toEqual([...TEXT.slice(0, 3), line, ...TEXT.slice(3)]);
  });

  it("keeps a quotation that no paragraph has", () => {
    const quote = "We have asked for a new ramp in every budget since 2019 and received a paint brush.";
    expect(read({ mid: `<blockquote><p>${quote}</p></blockquote>` }).text).toContain(quote);
  });

  it("reads no icon's name into a sentence", () => {
    const html = page({}).replace("eleven times", `eleven <i class="material-icons" aria-hidden="true">build</i> times`);
    expect(extractArticle(html, { kind: "html" }).text).toContain("has been repaired eleven times since");
  });
});

describe("authors", () => {
  it.each([
    ["Ola Brekk", "By Ola Brekk and Siv Aas", ["Ola Brekk", "Siv Aas"]],
    ["Ola", "By Ola Brekk", ["Ola Brekk"]],
    ["Ola Brekk", "By Siv Aas", ["Siv Aas"]],
    ["", "By Ola Brekk, Coast News Agency", ["Ola Brekk"]],
    ["", "By Ola Brekk For The Brannock Bugle", ["Ola Brekk"]],
    ["", `By <a rel="author" href="/o">Ola Brekk</a> 4.8 from 112 votes`, ["Ola Brekk"]],
  ])("declared as %j over the line %j are %j", (declared, line, expected) => {
    const head = declared === "" ? "" : `<meta name="author" content="${declared}">`;
    expect(read({ head, top: `<p>${line}</p>` }).byline).toEqual(expected);
  });
});
