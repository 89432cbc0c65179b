import { describe, expect, test } from "vitest";
import { extractArticle } from "../src/index.ts";
import { isFullName, isOwnersName } from "../src/metadata/person-names.ts";

const TITLE = "Ferry back at work after three weeks";
const BODY = [
  "The ferry between Saltby and Hollowmere sails again from Monday, after three weeks in the yard at Kelby.",
  "Its engine was taken out and cleaned, and two of the four plates in the bow were replaced, the port said in a statement.",
  "Passengers had been carried by bus around the bay, which took an hour and a half longer than the crossing.",
  "The council wants to order a second ship next year, so that one can always be repaired while the other one sails.",
].map((text) => `<p>${text}</p>`);
const MENU =
  '<nav><ul><li><a href="/1">Ferries</a></li><li><a href="/2">Harbours</a></li><li><a href="/3">Weather</a></li><li><a href="/4">Contact</a></li></ul></nav>';

interface Parts {
  readonly head?: string;
  readonly above?: string;
  readonly row?: string;
  readonly second?: string;
  readonly below?: string;
  readonly footer?: string;
}
const byline = ({ head = "", above = "", row = "", second = "", below = "", footer = "" }: Parts): readonly string[] =>
  extractArticle(
    `<html lang="en"><head><title>${TITLE}</title>${head}</head><body>${MENU}${above}<main><article><h1>${TITLE}</h1>${row}${BODY[0]}${second}${BODY.slice(1).join("")}${below}</article></main><footer>${footer}</footer></body></html>`,
    { url: "https://notes.example/ferry-back-at-work" },
  ).byline;
const site = (name: string): string => `<meta property="og:site_name" content="${name}">`;
const author = (name: string): string => `<meta name="author" content="${name}">`;

describe("names that only their place says are an author's", () => {
  test.each<[string, Parts, string[]]>([
    ["a name alone below the headline", { row: "<div>Laura Whitfield</div>" }, ["Laura Whitfield"]],
    ["a name alone above the headline", { above: "<div>Laura Whitfield</div>" }, ["Laura Whitfield"]],
    ["two of them", { row: "<div>Laura Whitfield</div><div>Martin Hensley</div>" }, []],
    ["a place alone", { row: "<div>San Francisco</div>" }, []],
    ["a section alone", { row: "<div>Summer Deals</div>" }, []],
    ["a topic's link", { row: '<div><a href="/tag/laura-whitfield">Laura Whitfield</a></div>' }, []],
    [
      "a person whom the article is about",
      {
        row: "<div>Laura Whitfield</div>",
        second: "<p>Laura Whitfield, who runs the port, was the first to go aboard in the morning.</p>",
      },
      [],
    ],
    ["an author's element far below", { footer: '<div class="author-card"><p>Laura Whitfield</p></div>' }, ["Laura Whitfield"]],
    ["a box about the author", { below: "<div><h3>About Laura Whitfield</h3></div>" }, ["Laura Whitfield"]],
    ["someone who greets", { footer: "<p>Hi, I'm Laura! I write about harbours and the people in them.</p>" }, ["Laura"]],
    [
      "a note below without a role",
      { below: "<div><p>Laura Whitfield lives in Saltby and has sailed the bay since she was a child.</p></div>" },
      ["Laura Whitfield"],
    ],
    ["a notice of rights", { footer: "<p>© 2019–2031 Laura Whitfield. All rights reserved.</p>" }, ["Laura Whitfield"]],
    ["a firm's notice of rights", { footer: "<p>© 2031 Hensley Media Limited</p>" }, []],
    ["a site that has a person's name", { head: site("Laura Whitfield") }, ["Laura Whitfield"]],
    ["the same name in the data", { head: site("Laura Whitfield") + author("Laura Whitfield") }, ["Laura Whitfield"]],
    ["an outlet's name in the data", { head: site("Harbour Notes") + author("Harbour Notes") }, []],
    ["a firm that has somebody's name", { head: site("Laura Whitfield Photography Studio") }, []],
  ])("%s", (_, parts, names) => {
    expect(byline(parts)).toEqual(names);
  });
});

describe("who wrote where the data name another", () => {
  test.each<[string, Parts, string[]]>([
    [
      "an interview's line",
      { head: author("Otto Brack"), row: "<p><em>An interview by Laura Whitfield with Martin Hensley.</em></p>" },
      ["Laura Whitfield"],
    ],
    [
      "a signature left in the text",
      { head: author("Otto Brack"), below: "<p><em>Laura Whitfield</em></p>" },
      ["Laura Whitfield"],
    ],
    [
      "a name behind a quotation",
      { head: author("Otto Brack"), below: "<p>“It was high time.”</p><p>Laura Whitfield</p>" },
      ["Otto Brack"],
    ],
    [
      "a line within the text, the uploader in a system's line",
      { head: author("Otto Brack"), row: "<div>Otto Brack | 4 March 2031</div>", second: "<p><b>By Laura Whitfield</b></p>" },
      ["Laura Whitfield"],
    ],
    [
      "the same line where the page says who wrote",
      { head: author("Otto Brack"), row: "<div>By Otto Brack</div>", second: "<p><b>By Laura Whitfield</b></p>" },
      ["Otto Brack"],
    ],
    [
      "a section glued to the name",
      { below: '<p>on 4 March 2031 by <a href="/x">Laura Whitfield</a>in <a href="/y">Harbour</a></p>' },
      ["Laura Whitfield"],
    ],
  ])("%s", (_, parts, names) => {
    expect(byline(parts)).toEqual(names);
  });
});

test("a full name is known by its first name, and no place, desk or phrase is one", () => {
  for (const name of ["Laura Whitfield", "Martin Hensley", "J. Hensley"]) expect(isFullName(name)).toBe(true);
  for (const name of ["San Francisco", "Harbour Notes", "Laura", "Laura Whitfield Team", "MARTIN HENSLEY"])
    expect(isFullName(name)).toBe(false);
  expect(isFullName("Laura Windgate", (word) => word === "Windgate")).toBe(false);
  expect(isOwnersName("Laura Whitfield Photography Studio")).toBe(false);
});
