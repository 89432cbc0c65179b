import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { newsPage, PARAGRAPHS } from "./fixtures/pages.ts";

const url = "https://courier.example/harbour/garrow-ferry";
const cleaned = (inBody: string) => extractArticle(newsPage({ inBody }), { url });
const reasonsOf = (inBody: string) => cleaned(inBody).removed.map(({ reason }) => reason);

describe("insertions among the paragraphs", () => {
  it.each([
    [
      "a newsletter box with no phrase of its own",
      `<div class="c-newsletter"><strong>Salt and light.</strong><p>The harbour letter lands every Friday, and 4,100 islanders read it.</p></div>`,
      "newsletter",
    ],
    [
      "an aside that offers a newsletter",
      `<aside class="x7"><h4>The Quay</h4><p>Five stories before the first boat leaves. Straight to your inbox, free.</p></aside>`,
      "newsletter",
    ],
    [
      "a German aside that offers one",
      `<aside class="x7"><h4>Der Kai</h4><p>Jeden Morgen das Wichtigste von der Insel in Ihrem Postfach.</p></aside>`,
      "newsletter",
    ],
    [
      "a lead-in to another article",
      `<p><b>READ MORE: <a href="/choir">Choir wins the regional prize for the third time</a></b></p>`,
      "related",
    ],
    ["an offer by text message", `<p>Get the Courier by text message! Send BELL to 48220 (two crowns a week)</p>`, "newsletter"],
    [
      "a caption credited to an agency nobody knows",
      `<p>Passengers wait with their bags on the eastern quay on Monday. (Harbour Coast News Photo/Ines Tolland)</p>`,
      "caption",
    ],
  ])("cuts %s and keeps every paragraph", (_, inBody, reason) => {
    expect(cleaned(inBody).text.split("\n")).toEqual([...PARAGRAPHS]);
    expect(reasonsOf(inBody)).toContain(reason);
  });

  it("keeps a paragraph in a box that offers nothing", () => {
    const text =
      "Those who bought a season ticket in the spring will be paid back for each of the four months, the authority said on Friday.";
    expect(cleaned(`<div><p>${text}</p></div>`).text).toContain(text);
  });

  it("keeps a member of a party and a choice of words, whose brackets look like a credit's", () => {
    const inBody =
      "<p>The motion came from the deputy for the islands, Ines Tolland (Greens/Left), who had asked for it since the spring.</p>";
    expect(cleaned(inBody).text).toContain("Ines Tolland (Greens/Left)");
  });

  it("takes the sections of a page for its text, whatever their class says", () => {
    const sections = PARAGRAPHS.map((text) => `<div class="subscribe"><p>${text}</p></div>`);
    const article = extractArticle(
      newsPage({ paragraphs: [], inBody: "" }).replace(
        `<div class="article-body">`,
        `<div class="article-body">${sections.join("")}`,
      ),
      { url },
    );
    expect(article.blocks.length).toBeGreaterThan(3);
  });
});
