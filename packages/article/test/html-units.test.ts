import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { newsPage, PARAGRAPHS } from "./fixtures/pages.ts";

const lines = (html: string): string[] => extractArticle(html).text.split("\n");
const first = (paragraph: string): string => lines(newsPage({ paragraphs: [paragraph, ...PARAGRAPHS.slice(1)] }))[0]!;

describe("text inside a sentence that is no part of it", () => {
  it.each([
    [
      'The <span>lift<span class="tooltip" role="tooltip" hidden>A platform for cars.</span></span> was built in Oxmoor.',
      "The lift was built in Oxmoor.",
    ],
    ['The lift <span style="display: none">HIDDEN</span>was built in Oxmoor.', "The lift was built in Oxmoor."],
    ['The lift<span class="sr-only"> (opens in a new window)</span> was built in Oxmoor.', "The lift was built in Oxmoor."],
    [
      'The lift <a href="/l">was built<span class="screen-reader-text"> external</span></a> in Oxmoor.',
      "The lift was built in Oxmoor.",
    ],
    [
      'The vote was nine to four<sup>2</sup>, the clerk said<sup><a href="#n3">3</a></sup> in Oxmoor.',
      "The vote was nine to four, the clerk said in Oxmoor.",
    ],
    [
      "The lift was built in Oxmoor.<sup>[1]</sup> It worked until May.<sup>*</sup>",
      "The lift was built in Oxmoor. It worked until May.",
    ],
    ['The lift was built in Oxmoor<a href="#fn1" class="ref">[1]</a> in a year.', "The lift was built in Oxmoor in a year."],
  ])("leaves it out of %j", (paragraph, expected) => {
    expect(first(`${paragraph} The authority paid for it twice.`)).toBe(`${expected} The authority paid for it twice.`);
  });

  it.each([
    ["The pier covers 40 km<sup>2</sup> of mud and 3 m<sup>3</sup> of stone.", "40 km2 of mud and 3 m3 of stone"],
    ["It stood for 10<sup>4</sup> days on the 5<sup>th</sup> pile of the quay.", "104 days on the 5th pile"],
    ['Read the <a href="/r">[full report]</a> of the harbour authority here.', "[full report]"],
  ])("keeps what is: %j", (paragraph, expected) => {
    expect(first(paragraph)).toContain(expected);
  });

  it("says what it left out", () => {
    const { removed } = extractArticle(
      newsPage({
        paragraphs: [
          "The lift<span hidden>SECRET</span> was paid for twice<sup>2</sup>, the clerk of the authority said.",
          ...PARAGRAPHS,
        ],
      }),
    );
    expect(removed).toContainEqual(expect.objectContaining({ reason: "hidden", text: "SECRET" }));
    expect(removed).toContainEqual(expect.objectContaining({ reason: "note-mark", text: "2" }));
  });
});

describe("references escaped twice", () => {
  const page = (title: string, ...paragraphs: string[]): string =>
    newsPage({ title, paragraphs: [...paragraphs, ...PARAGRAPHS.slice(1)] });

  it("are decoded a second time in title and text", () => {
    const article = extractArticle(
      page(
        "Garrow &amp;amp; Hollowmere",
        "The council&amp;rsquo;s vote &amp;mdash; nine to four &amp;#8212; took &amp;ldquo;an hour,&amp;rdquo; she said.",
      ),
    );
    expect(article.title).toBe("Garrow & Hollowmere");
    expect(article.text.split("\n")[0]).toBe("The council’s vote — nine to four — took “an hour,” she said.");
  });

  it.each([
    [
      "a page that shows code",
      "Write <code>&amp;rsquo;</code> for an apostrophe and &amp;mdash; for a dash, the manual of the printer says.",
    ],
    [
      "a reference in quotes",
      "The printer put “&amp;rsquo;” and “&amp;mdash;” into every headline of the week, the editor said.",
    ],
    ["a single one", "The printer put &amp;rsquo; into a headline, the editor of the paper said on Monday."],
    ["markup", "Use &amp;lt;p&amp;gt; and &amp;rsquo;s and &amp;mdash; in the text, the manual of the printer says."],
  ])("are left on %s", (_, paragraph) => {
    expect(extractArticle(page("Garrow ferry", paragraph)).text).toContain("&rsquo;");
  });
});

describe("a data table", () => {
  const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const table = `<table><thead><tr><th>Island</th><th>For</th><th>Against</th></tr></thead><tbody>${row("Garrow", "412", "97")}${row("Hollowmere", "288", "301")}${row("Skerry", "51", "12")}</tbody></table>`;

  it.each([
    ["bare", table],
    ["in a figure with a caption", `<figure>${table}<figcaption>Source: harbour authority</figcaption></figure>`],
    ["in a box named after nothing good", `<div class="widget media">${table}</div>`],
    ["with paragraphs in its cells", table.replaceAll(/<td>(\w+)<\/td>/g, "<td><p>$1</p></td>")],
  ])("comes out a row a line, whole: %s", (_, inBody) => {
    const text = lines(newsPage({ inBody }));
    const at = text.indexOf("Island | For | Against");
    expect(at).toBeGreaterThan(0);
    expect(text.slice(at, at + 4)).toEqual([
      "Island | For | Against",
      "Garrow | 412 | 97",
      "Hollowmere | 288 | 301",
      "Skerry | 51 | 12",
    ]);
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  });

  it("is judged by its paragraphs when it only lays the page out", () => {
    const layout = `<table><tr><td>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</td><td><a href="/a">Bakery fire</a></td></tr></table>`;
    expect(lines(`<html><head><title>Ferry</title></head><body>${layout}</body></html>`)).toEqual([...PARAGRAPHS]);
  });

  it("points at its rows", () => {
    const html = newsPage({ inBody: table });
    const block = extractArticle(html).blocks.find(({ text }) => text.startsWith("Garrow |"))!;
    expect(html.slice(...block.span!)).toBe("Garrow</td><td>412</td><td>97");
  });
});

describe("entries that look alike", () => {
  it("are not taken for repetitions inside a list", () => {
    const entry = "The boat leaves the eastern quay at noon and takes no cars before the summer.";
    const list = `<ul><li>Monday: the first boat of the day is for pupils of the island's school.</li><li>${entry}</li><li>Tuesday: there is a second boat in the evening for the fishing crews.</li><li>${entry}</li></ul>`;
    expect(lines(newsPage({ inBody: list })).filter((line) => line === entry)).toHaveLength(2);
  });
});

describe("units among the paragraphs", () => {
  it("keeps a list whole, however alike its items are", () => {
    const items = Array.from(
      { length: 14 },
      (_, i) => `Berth ${i + 1}: ${i % 2 === 0 ? "open" : "closed until the ramp has been tested with a full load"}`,
    );
    const text = lines(newsPage({ inBody: `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>` }));
    expect(text.filter((line) => line.startsWith("Berth"))).toEqual(items);
  });

  it("keeps an embedded post", () => {
    const post =
      '<blockquote class="twitter-tweet"><p>The first boat is full, and the queue reaches the fish market.</p>— Ines Tolland (@inest) <a href="https://x.example/1">September 5, 2024</a></blockquote>';
    expect(lines(newsPage({ inBody: post }))).toContain("The first boat is full, and the queue reaches the fish market.");
  });

  it("never calls code an advertisement", () => {
    const code = '<div class="ad-slot promo"><pre><code>const ramp = lift(38);\nramp.open();</code></pre></div>';
    const { removed } = extractArticle(newsPage({ afterBody: code }));
    for (const { text, reason } of removed) if (text.includes("ramp.open")) expect(reason).toMatch(/-article$/);
  });

  it("keeps a paragraph between two of its kind", () => {
    const odd = "Was it worth it? Ask those who waited: yes, no, perhaps, at 6.40 in the morning.";
    const paragraphs = [...PARAGRAPHS.slice(0, 3), odd, ...PARAGRAPHS.slice(3)];
    expect(lines(newsPage({ paragraphs }))).toEqual(paragraphs);
  });
});

describe("what points elsewhere from inside the body", () => {
  it.each([
    [
      "a label with its list",
      '<h2>Editors\' Picks</h2><ul><li><a href="/a">Ferry fares to rise again in spring</a></li><li><a href="/b">Five walks around the old quay</a></li></ul>',
    ],
    ["a heading with nothing behind it", "<h3>More about the harbour</h3>"],
    ["a label with nothing behind it", "<p>Related stories</p>"],
    ["a row of stars", "<p>* * *</p>"],
    [
      "the placeholder of an embedded post",
      '<blockquote class="instagram-media"><div><a href="https://i.example/p/1">View this post on Instagram</a></div><p>A post shared by Quay Walks (@quaywalks)</p></blockquote>',
    ],
  ])("is cut: %s", (_, html) => {
    expect(
      lines(newsPage({ paragraphs: [...PARAGRAPHS] }).replace(PARAGRAPHS.at(-1)!, `${PARAGRAPHS.at(-1)!}</p>${html}<p hidden>`)),
    ).toEqual([...PARAGRAPHS]);
  });

  it("stays where its text is the body's", () => {
    const list =
      "<h2>What changes</h2><ul><li>The ferry sails at six.</li><li>Tickets are sold on the quay only.</li><li>Dogs travel free.</li></ul>";
    const found = lines(newsPage({ inBody: list }));
    expect(found).toContain("What changes");
    expect(found).toContain("Dogs travel free.");
  });

  it("keeps an embedded post that says something", () => {
    const post =
      '<blockquote class="twitter-tweet"><p>The lift stopped at nine, with forty people on the ramp. Nobody is hurt.</p>— Harbour Watch (@harbourwatch) <a href="https://t.example/1">March 4, 2031</a></blockquote>';
    expect(lines(newsPage({ inBody: post }))).toContain(
      "The lift stopped at nine, with forty people on the ramp. Nobody is hurt.",
    );
  });
});
