import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { readHeadLine } from "../src/metadata/head-line.ts";
import { PARAGRAPHS } from "./fixtures/pages.ts";

describe("readHeadLine", () => {
  it.each([
    ["By Nell Varga", ["Nell Varga"], false],
    ["by Nell Varga and Tom Ashby in Hollowmere", ["Nell Varga", "Tom Ashby"], false],
    ["By NELL VARGA", ["Nell Varga"], false],
    ["By Nell Varga, harbour correspondent", ["Nell Varga"], false],
    ["By Nell Varga for the Hollowmere Courier", ["Nell Varga"], false],
    ["Written by Nell Varga | 5 September 2024", ["Nell Varga"], true],
    ["September 5, 2024 by Nell Varga", ["Nell Varga"], true],
    ["Posted by Nell Varga on 5 September 2024 at 4.20 pm", ["Nell Varga"], true],
    ["Nell Varga - September 5, 2024", ["Nell Varga"], true],
    ["Nell Varga, 5 September 2024", ["Nell Varga"], true],
    ["Von Nell Varga, Hollowmere", ["Nell Varga"], false],
    ["Par Nell Varga, le 5 septembre 2024", ["Nell Varga"], true],
    ["Par Goulven Le Marr", ["Goulven Le Marr"], false],
    ["Par Goulven Le Marr, le 5 septembre 2024", ["Goulven Le Marr"], true],
    ["Por Nell Varga · 5 de septiembre de 2024", ["Nell Varga"], true],
    ["Published 5 September 2024, 16:20 | Last modified 6 September 2024, 08:00", [], true],
    ["Thursday, September 5, 2024", [], true],
    ["Updated 3 hours ago", [], true],
    ["vor 2 Stunden", [], true],
    ["4 min read", [], true],
    ["Опубликовано 5 сентября 2024", [], true],
    ["ByNell Varga", ["Nell Varga"], false],
    ["Written by:Nell Varga", ["Nell Varga"], false],
    ["By Nell Varga ⋅ Senior Analyst ⋅ Updated September 5, 2024", ["Nell Varga"], true],
    ["Posted in Harbour by nellvarga on September 5, 2024", ["nellvarga"], true],
    ["بقلم ليلى حداد", ["ليلى حداد"], false],
    ["Hollowmere, 5. September 2024", [], true],
    ["Interview by Nell Varga", ["Nell Varga"], false],
    ["Reporting by Nell Varga", ["Nell Varga"], false],
    ["By Nell Varga nell.varga@courier.example", ["Nell Varga"], false],
    ["By Nell Varga @nellvarga", ["Nell Varga"], false],
    ["By Nell Varga | Staff Writer", ["Nell Varga"], false],
    ["Nell Varga, harbour correspondent", ["Nell Varga"], false],
    ["Nell Varga for the Hollowmere Courier", ["Nell Varga"], false],
    ["記者林曉嵐／台中報導", ["林曉嵐"], false],
    ["[記者林曉嵐台中報導]", ["林曉嵐"], false],
    ["本报记者 林晓岚、周予安", ["林晓岚", "周予安"], false],
    ["文／林曉嵐", ["林曉嵐"], false],
    ["地方中心／綜合報導", [], false],
    ["한서윤 기자", ["한서윤"], false],
    ["한서윤·문가람 기자 seoyun@courier.example", ["한서윤", "문가람"], false],
    ["高森葉月 記者", ["高森葉月"], false],
  ])("reads %j", (line, names, dated) => {
    expect(readHeadLine(line)).toEqual({ names, dated });
  });

  it.each([
    "By Monday the crews will be on the island.",
    "By then the water had risen to the second step.",
    "By 2031 the ramp will be gone",
    "In 2024 the council voted.",
    "Von Montag an fahren wieder Busse",
    "The lift was built in 1971",
    "By the harbour stood a crane",
    "Di chi è la colpa",
    "Byzantine walls were found below the quay",
    "By Nell Varga | The crane will be gone. Nobody asked for it.",
    "“By Nell Varga’s reckoning it is late.”",
  ])("leaves %j alone", (line) => {
    expect(readHeadLine(line)).toBeUndefined();
  });
});

describe("lines between the headline and the first sentence", () => {
  const page = (...lines: string[]): string =>
    `<html><head><title>Garrow ferry returns</title></head><body><h1>Garrow ferry returns</h1>${lines.join("")}${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</body></html>`;

  it.each([
    [
      "<p>By Nell Varga</p><p>Published 5 September 2024, 16:20. Updated 6 September 2024, 08:00</p>",
      "2024-09-05T16:20",
      "2024-09-06T08:00",
    ],
    ["<p>5 September 2024 by Nell Varga</p>", "2024-09-05", null],
    [
      "<p>by Nell Varga</p><p>Last modified: 6 September 2024</p><p>First published: 5 September 2024</p>",
      "2024-09-05",
      "2024-09-06",
    ],
    ["<div><b>By Nell Varga and Tom Ashby in Hollowmere</b><br>September 5, 2024</div>", "2024-09-05", null],
    ["<p>Nell Varga | September 5, 2024 | 3 min read</p>", "2024-09-05", null],
    [
      '<p class="x">By Nell Varga</p><abbr class="published" title="2024-09-05T16:20:00+02:00">Thursday</abbr>',
      "2024-09-05",
      null,
    ],
  ])("are metadata and no text: %s", (lines, published, modified) => {
    const article = extractArticle(page(lines));
    expect(article.text.split("\n")).toEqual([...PARAGRAPHS]);
    expect(article.byline[0]).toBe("Nell Varga");
    expect(article.published_at).toMatch(new RegExp(`^${published}`));
    if (modified === null) expect(article.modified_at).toBeNull();
    else expect(article.modified_at).toMatch(new RegExp(`^${modified}`));
  });
});

describe("who and when, from the rest of a page", () => {
  const page = (head: string, heading: string, after: string): string =>
    `<html><head>${head}</head><body><h1>${heading}</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}${after}</body></html>`;

  it("reads a meta name with character references", () => {
    const meta = '<meta property="og:article&#x3A;published_time" content="2024-09-05T16:20:00Z">';
    expect(extractArticle(page(meta, "Garrow ferry returns", "")).published_at).toBe("2024-09-05T16:20:00Z");
  });

  it("takes the one author whose other posts the page offers", () => {
    const link = '<div class="links"><a href="/a/nell">View all posts by Nell Varga</a></div>';
    expect(extractArticle(page("<title>Garrow ferry returns</title>", "Garrow ferry returns", link)).byline).toEqual([
      "Nell Varga",
    ]);
  });

  it("names a person rather than the association that publishes", () => {
    const head = '<title>Garrow ferry returns</title><meta name="author" content="Verband der Inselbewohner e.V.">';
    const html = page(head, "Garrow ferry returns", "").replace("<p>", "<p>Von Nell Varga</p><p>");
    expect(extractArticle(html).byline).toEqual(["Nell Varga"]);
    expect(extractArticle(page(head, "Garrow ferry returns", "")).byline).toEqual(["Verband der Inselbewohner e.V"]);
  });

  it.each([
    ["a kicker", "Harbour Garrow ferry returns after months", "Garrow ferry returns after months"],
    [
      "half a headline before a colon",
      "Harbour: Garrow ferry returns after months",
      "Harbour: Garrow ferry returns after months",
    ],
  ])("knows %s in a heading", (_kind, heading, title) => {
    const head =
      '<title>Garrow ferry returns after months</title><meta property="og:title" content="Garrow ferry returns after months">';
    expect(extractArticle(page(head, heading, "")).title).toBe(title);
  });
});
