import { describe, expect, test } from "vitest";
import { extractArticle } from "../src/index.ts";

const url = "https://courier.example/harbour/ferry-back-at-work";
const BODY = [
  "The ferry between Saltby and Hollowmere sails again from Monday, after three weeks in the yard at Kelby.",
  "Its engine was taken out and cleaned, and two of the four plates in the bow were replaced, the port said in a statement.",
  "Passengers had been carried by bus around the bay, which took an hour and a half longer than the crossing.",
  "The council wants to order a second ship next year, so that one can always be repaired while the other one sails.",
]
  .map((text) => `<p>${text}</p>`)
  .join("");
const MORE =
  '<section class="related"><h3>More ferries</h3><ul><li><a href="/1">Second ship ordered</a></li><li><a href="/2">Yard in Kelby grows</a></li><li><a href="/3">Bus around the bay</a></li><li><a href="/4">Old pier sold</a></li><li><a href="/5">Storm closes port</a></li><li><a href="/6">New mast raised</a></li></ul></section>';
const page = (row: string, { head = "", above = "", below = "" } = {}): string =>
  `<html lang="en"><head><title>Ferry back at work after three weeks</title>${head}</head><body>${above}<main><article><h1>Ferry back at work after three weeks</h1>${row}${BODY}${below}</article></main></body></html>`;
const ld = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "Article", headline: "Ferry back at work after three weeks", ...fields })}</script>`;

describe("authors", () => {
  test.each([
    ["two names in one mark", page('<div class="author">Mara Venn and Otto Brack</div>'), ["Mara Venn", "Otto Brack"]],
    ["a degree behind the name", page('<span class="byline">Mara Venn, PhD</span>'), ["Mara Venn"]],
    [
      "a place behind two names",
      page('<p class="byline">By Mara Venn and Otto Brack in Saltby</p>'),
      ["Mara Venn", "Otto Brack"],
    ],
    [
      "a mark with a drawn picture in it",
      page(`<div class="post-author"><svg>${"<path d='M0 0'/>".repeat(80)}</svg>Mara Venn</div>`),
      ["Mara Venn"],
    ],
    ["the class of a link", page('<a class="author__link" href="/m-venn">Mara Venn</a>'), ["Mara Venn"]],
    ["a link to a person's page", page('<p><a href="/people/mara-venn">Mara Venn</a></p>'), ["Mara Venn"]],
    ["a name that begins as a label does", page('<a rel="author" href="/x">Byron Keller</a>'), ["Byron Keller"]],
    [
      "a column of the head named as an aside",
      page('<aside class="sidebar"><span class="author-name">Mara Venn</span></aside>'),
      ["Mara Venn"],
    ],
    ["a name in small letters with its day", page("<p>Posted by maravenn on March 4, 2031</p>"), ["maravenn"]],
    ["comments behind name and day", page("<p>By Mara Venn | March 4, 2031 | Leave a comment</p>"), ["Mara Venn"]],
    ["an editor behind the writer", page("<p>Written by: Mara Venn Reviewed by: Otto Brack</p>"), ["Mara Venn"]],
    [
      "a portrait beside a bare name",
      page('<ul class="post-meta"><li><img alt="Mara Venn" src="/m.jpg"></li><li>Mara Venn</li><li>Harbour</li></ul>'),
      ["Mara Venn"],
    ],
    ["a signature", page("", { below: "<p>Mara Venn</p>" }), ["Mara Venn"]],
    [
      "what the author is, behind a day and a name",
      page("<p>4/3/2031 by Mara Venn, Delegate of the Crews to the Board</p>"),
      ["Mara Venn"],
    ],
    ["what the author is, in brackets", page('<h4 class="author-name">Mara Venn (Managing Partner)</h4>'), ["Mara Venn"]],
    [
      "a section beside the day, whose words the article uses",
      page("<p>Harbour Plates</p><p>4 March 2031</p>").replace(
        "Passengers had",
        "The harbour keeps plates of steel. Passengers had",
      ),
      [],
    ],
    [
      "a line with name and day far below the end",
      page("", { below: `${MORE}<div><p>Written by Dorte — published 28.01.2031 06:00</p></div>` }),
      ["Dorte"],
    ],
    [
      "such a line under a comment",
      page("", { below: '<section class="comments"><p>by Dorte Lund on 28 January 2031</p><p>Good to hear.</p></section>' }),
      [],
    ],
    [
      "two such lines of different people",
      page("", { below: `${MORE}<p>By Dorte Lund, 28 January 2031</p>${MORE}<p>By Otto Brack, 29 January 2031</p>` }),
      [],
    ],
    [
      "a blog's subtitle, and the name once more",
      page("", {
        above: "<div><p>Harbour Notes</p><p>by Mara Venn</p></div>",
        below: "<aside><p>Mara Venn sails, when the weather lets her.</p></aside>",
      }),
      ["Mara Venn"],
    ],
    [
      "a bare name above the text and in the box below it",
      page("<div><p>Mara Venn</p><p>Harbour</p></div>", {
        below: "<div class='about'><div>Mara Venn</div><div>She sails.</div></div>",
      }),
      ["Mara Venn"],
    ],
    [
      "one name and a blog's, above and below",
      page("<div>Mara / Harbour Notes</div>", { below: "<div class='about'><a href='/mara'>Mara / Harbour Notes</a></div>" }),
      ["Mara"],
    ],
    [
      "a house and its branch in the data, a label below",
      page("", {
        head: '<meta name="author" content="Harbour Office - Saltby">',
        below: "<div><p>Author</p><p>Mara Venn</p></div>",
      }),
      ["Mara Venn"],
    ],
    [
      "a name and a day in elements of their own, glued",
      page('<div class="author">Mara<span>March 4, 2031</span></div>', { head: '<meta name="author" content="Mara">' }),
      ["Mara"],
    ],
    ["a double name in the data", page("", { head: '<meta name="author" content="Mara Venn-Brack">' }), ["Mara Venn-Brack"]],
    ["nobody, said in the data", page("", { head: '<meta name="author" content="No Author">' }), []],
    [
      "another name in a menu above the headline, which is that of the data",
      page("<p>By Mara Venn</p>", {
        above: '<nav><a href="/otto">Otto Brack</a></nav>',
        head: '<meta name="author" content="Otto Brack">',
      }),
      ["Mara Venn"],
    ],
    ["German", page("<p>Verfasst von Mara Venn am 4. März 2031</p>"), ["Mara Venn"]],
    ["French", page("<p>Écrit par Mara Venn</p>"), ["Mara Venn"]],
    ["Italian", page("<p>Scritto da Mara Venn</p>"), ["Mara Venn"]],
    ["Norwegian", page("<p>Skrevet av Mara Venn</p>"), ["Mara Venn"]],
    ["Indonesian", page("<p>Penulis: Budi Santoso</p>"), ["Budi Santoso"]],
    [
      "the account that uploaded it, and a person who signs",
      page("<p>By Mara Venn</p>", { head: '<meta name="author" content="web2">' }),
      ["Mara Venn"],
    ],
    [
      "another person in the data than the line that signs",
      page("<p>By Mara Venn</p>", { head: '<meta name="author" content="Otto Brack">' }),
      ["Mara Venn"],
    ],
    ["a user name alone above the day", page("<p>by otto_b</p><p>4 March 2031</p>"), ["otto_b"]],
    ["a user name alone below a day in figures", page("<p>3/4 \u2014 2031</p><p>by ida</p>"), ["ida"]],
    ["name and month without a space", page("<p>By Mara VennMarch 4, 2031</p>"), ["Mara Venn"]],
    ["a name with a place where it may break", page("<p>By Mara Ven\u00ADnersen</p>"), ["Mara Vennersen"]],
    ["who also took the pictures", page("<p>Text & Fotos: Mara Venn</p>"), ["Mara Venn"]],
    [
      "who wrote down what another told",
      page('<span class="author-name">Ida Marsk as told to Mara Venn</span>'),
      ["Ida Marsk", "Mara Venn"],
    ],
    [
      "a mark in a box of comments that the headline stands in as well",
      page('<div class="post-meta"><a href="/author/maravenn">Mara Venn</a> <span>7 Comments</span></div>').replace(
        "<article>",
        '<article class="with-comments">',
      ),
      ["Mara Venn"],
    ],
    [
      "a card in the article's own footer",
      page("", {
        below:
          '<footer class="entry-footer"><span class="author vcard"><a class="url fn n" href="/author/mv">Mara Venn</a></span></footer>',
      }),
      ["Mara Venn"],
    ],
    ["a colon behind the name", page('<div class="author"><p>Author Mara Venn:</p></div>'), ["Mara Venn"]],
    ["one word that links to its page behind a label", page('<p>von <a href="/author/dagny">Dagny</a></p>'), ["Dagny"]],
    [
      "a label and a name below the end",
      page("", {
        below: `${MORE}<div class="card-w"><p>Written by</p><p>Mara Venn</p><p>Harbour correspondent</p></div>`,
      }),
      ["Mara Venn"],
    ],
    ["a note on the author", page("", { below: "<p><em>Mara Venn is a freelance writer in Saltby.</em></p>" }), ["Mara Venn"]],
    [
      "all whom the line names, with their titles, where the data have the first",
      page("<p>By Dr Mara Venn, Otto Brack</p>", {
        head: ld({ author: { name: "Mara Venn" } }),
      }),
      ["Dr Mara Venn", "Otto Brack"],
    ],
    [
      "a person before the outlet in the data",
      page("<p>By Mara Venn</p>", {
        head: ld({ author: { name: "Kelby Post" }, publisher: { name: "Kelby Post" } }),
      }),
      ["Mara Venn"],
    ],
    [
      "a person before the outlet and its host in a meta",
      page("<p>By Mara Venn</p>", {
        head: '<meta name="author" content="Saltby Wave (www.courier.example)">',
      }),
      ["Mara Venn"],
    ],
    ["an agency alone at the headline", page('<p class="credit">Reuters</p>'), ["Reuters"]],
    [
      "a tag manager's data alone",
      page("", { head: '<script>dataLayer=[{"pagePostAuthor":"Mara Venn"}]</script>' }),
      ["Mara Venn"],
    ],
  ])("are read: %s", (_, html, names) => {
    expect(extractArticle(html, { url }).byline).toEqual(names);
  });

  test.each([
    ["a button beside the day", page("<p>Share Post</p><p>4 March 2031</p>")],
    ["words that say how, beside no day", page("<p>by hand</p>")],
    [
      "two labels below that name two people",
      page("", {
        below: `${MORE}<div class="card-w"><p>Author</p><p>Mara Venn</p></div><div class="card-w"><p>Author</p><p>Otto Brack</p></div>`,
      }),
    ],
    [
      "a last paragraph about a writer",
      page("", { below: "<p>Mara Venn is a writer who came with the first ferry of the day, and she liked it.</p>" }),
    ],
    ["a pointer in an author's class", page('<a class="author-link" href="/a">Read More</a>')],
    ["a topic's link", page('<p><a href="/topics/mara-venn">Mara Venn</a></p>')],
    ["two authors in scripts", page("", { head: '<script>x={"author":"Mara Venn"};y={"author":"Otto Brack"}</script>' })],
  ])("are not taken from %s", (_, html) => {
    expect(extractArticle(html, { url }).byline).toEqual([]);
  });

  test("in the data stay where a card below the headline is signed by somebody else", () => {
    const row =
      "<p>Written by: Mara Venn, who has covered the harbour for many years and knows every ship in it by its name.</p><p>Otto Brack | July 15, 2031</p>";
    expect(extractArticle(page(row, { head: ld({ author: { name: "Mara Venn" } }) }), { url }).byline).toEqual(["Mara Venn"]);
  });
});

describe("the day", () => {
  test.each([
    [
      "shown under the headline, before that of the file",
      page("<p>4 March 2031</p>", { head: '<meta name="dcterms.date" content="2031-02-01">' }),
      "2031-03-04",
    ],
    ["of the file, where none is shown", page("", { head: '<meta name="date" content="2031-02-01">' }), "2031-02-01"],
    [
      "right above the headline in a box of any name",
      page("", { above: '<div class="teaser-list"><p>March 4, 2031</p></div>' }),
      "2031-03-04",
    ],
    ["in the footer of the post's head", page('<footer class="entry-meta">March 4, 2031</footer>'), "2031-03-04"],
    [
      "in a framework's data",
      page("", { head: '<script>window.state={"publishedDate":"2031-03-04T08:00:00Z"}</script>' }),
      "2031-03-04",
    ],
  ])("is read: %s", (_, html, day) => {
    expect(extractArticle(html, { url }).published_at?.slice(0, 10)).toBe(day);
  });

  test.each([
    ["a clock above the headline", page("", { above: '<div class="current-date">March 4, 2031</div>' })],
    ["two days in scripts", page("", { head: '<script>x=[{"publishedAt":"2031-03-04"},{"publishedAt":"2031-03-05"}]</script>' })],
  ])("is not taken from %s", (_, html) => {
    expect(extractArticle(html, { url }).published_at).toBeNull();
  });
});

describe("the headline", () => {
  test.each([
    [
      "a kicker in an element of its own",
      '<h1><span class="head__kicker">Harbour</span> Ferry back at work after three weeks</h1>',
      "Ferry back at work after three weeks",
    ],
    [
      "a line above it",
      '<h1><small class="overline">Ships and ports:</small> Ferry back at work after three weeks</h1>',
      "Ferry back at work after three weeks",
    ],
    [
      "no kicker, but its first words in an element",
      '<h1><span class="marked">Ferry back</span> at work after three weeks</h1>',
      "Ferry back at work after three weeks",
    ],
  ])("is read behind %s", (_, heading, title) => {
    expect(extractArticle(page("").replace(/<h1>.*?<\/h1>/, heading), { url }).title).toBe(title);
  });
});

describe("a line of a user name beside the day", () => {
  test("leaves the text, and one that stands elsewhere does not", () => {
    const beside = extractArticle(page("<p>4 March 2031</p><p>by maravenn</p>"), { url });
    expect(beside.text).not.toContain("maravenn");
    expect(beside.removed.find(({ text }) => text === "by maravenn")?.reason).toBe("byline");
  });
});
