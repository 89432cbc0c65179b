import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { newsPage, PARAGRAPHS } from "./fixtures/pages.ts";

const lines = (html: string): string[] => extractArticle(html).text.split("\n");
const reasonOf = (html: string, text: string) => extractArticle(html).removed.find((one) => one.text.includes(text))?.reason;
const last = `<p>${PARAGRAPHS.at(-1)}</p>`;
/** In the box of the paragraphs, behind the last one. */
const behind = (html: string): string => newsPage().replace(last, `${last}${html}`);

const RULES =
  "<p>Comments appear when an editor has read them, which takes up to a day. Write in sentences and keep to the subject.</p><p>What breaks the law, names private persons or sells something is removed without notice.</p>";

describe("dialogs over a page", () => {
  it.each(["modal-window rules", "popup", "c-dialog", "lightbox"])("are cut: %s", (name) => {
    const html = newsPage({ inBody: `<div class="${name}"><h3>House rules</h3>${RULES}</div>` });
    expect(lines(html)).toEqual([...PARAGRAPHS]);
    expect(reasonOf(html, "Comments appear when")).toBe("hidden");
  });

  it("stay where they hold the article, or where their name is a wrapper's", () => {
    for (const name of ["modal", "dialog-off-canvas-main-canvas", "box article modal-enabled"]) {
      const html = newsPage().replace("<article", `<div class="${name}"><article`).replace("</article>", "</article></div>");
      expect(lines(html)).toEqual([...PARAGRAPHS]);
    }
  });
});

describe("the last lines behind an article", () => {
  it.each([
    ["an agency", "<p>PAP</p>"],
    ["a name and a station", "<p>Alva Brandt</p><p>Radio Saltby</p>"],
    ["an address", "<p>To contact the reporter on this story: Alva Brandt at abrandt@courier.example</p>"],
    ["a call for pictures", "<p>Were you there? Send pictures to desk@courier.example.</p>"],
    ["a label of a list that went", "<p>This may also interest you:</p>"],
    ["where it stood first", "<p>This article was originally published in the Saturday paper.</p>"],
    ["a way up", '<p><a href="#top">Nach oben</a></p>'],
  ])("go: %s", (_, html) => {
    expect(lines(behind(html))).toEqual([...PARAGRAPHS]);
  });

  it("go with the portrait of an author whom the page's data name", () => {
    const html = behind("<p>Alva Brandt is the Courier's harbour correspondent. She has a boat of her own.</p>");
    const named = html.replace("</head>", '<meta name="author" content="Alva Brandt"></head>');
    expect(lines(named)).toEqual([...PARAGRAPHS]);
    expect(reasonOf(named, "harbour correspondent")).toBe("author-box");
  });

  it("stay where they are the article's own: a ranking, a sentence", () => {
    const ranking = ["Saltby", "Hollowmere", "Garrow", "Tarn Point"].map((place) => `<p>${place}</p>`).join("");
    const kept = lines(behind(`<p>The four towns with the best tides, from the first to the last:</p>${ranking}`));
    expect(kept).toEqual(expect.arrayContaining(["Saltby", "Hollowmere", "Garrow"]));
    expect(lines(behind("<p>The council meets again on Friday.</p>")).at(-1)).toBe("The council meets again on Friday.");
  });
});

describe("what stands around an article in its container", () => {
  it.each(["2 comments", "Comments (14)", "2 réactions", "3 Kommentare"].slice(0, 4))("comments behind %j go", (label) => {
    const html = behind(
      `<div class="rx"><h4>${label}</h4><div><b>seal29</b><p>At last, we have waited for this ramp for years and years.</p></div><div><b>tern</b><p>And who pays for it? My children walk four kilometres to school.</p></div></div>`,
    );
    expect(lines(html)).toEqual([...PARAGRAPHS]);
  });

  it("teasers next to the entry that is the article are cut", () => {
    const teaser = (n: number) =>
      `<li><a href="/n/${n}">The choir is without a hall, part ${n}</a><p>The town choir sings in the canteen, because the roof of its hall has been under repair for two years.</p></li>`;
    const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("");
    const html = `<html><head><title>The ramp is rebuilt</title></head><body><ul class="feed">${teaser(1)}<li><h1>The ramp is rebuilt</h1>${body}</li>${teaser(2)}${teaser(3)}</ul></body></html>`;
    expect(lines(html)).toEqual([...PARAGRAPHS]);
  });

  it.each(["MORE: ", "READ: ", "» Related reading: ", "Check out: "])("a linked headline behind %j goes", (lead) => {
    const html = newsPage({ inBody: `<p>${lead}<a href="/x">Night trains return to the coast</a></p>` });
    expect(lines(html)).toEqual([...PARAGRAPHS]);
    expect(reasonOf(html, "Night trains")).toBe("related");
  });
});

describe("an appeal in a box that scripts show", () => {
  it("goes whole, however many sentences it has", () => {
    const html = newsPage({
      inBody:
        '<div class="hidden support-message"><p>At the Courier, we believe that everyone needs news that they can trust, and we know that not everyone can pay for it.</p><p>That is why our reporting is free. Help keep it free for all with as little as $2.</p></div>',
    });
    expect(lines(html)).toEqual([...PARAGRAPHS]);
  });
});
