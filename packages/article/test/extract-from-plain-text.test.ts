import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { PARAGRAPHS } from "./fixtures/pages.ts";

const clean = (lines: readonly string[]) => {
  const input = lines.join("\n\n");
  const article = extractArticle(input, { kind: "text" });
  for (const { text, span } of [...article.blocks, ...article.removed]) expect(input.slice(...span!)).toBe(text);
  return article;
};
const title = "Garrow ferry’s return: what islanders get after four months";
const body = [...PARAGRAPHS];

describe("a plain text", () => {
  it("keeps its paragraphs and takes its first line as the headline", () => {
    const article = clean([title, ...body]);
    expect(article.title).toBe(title);
    expect(article.text.split("\n")).toEqual(body);
  });

  it("is left alone when it has no boilerplate and no headline", () => {
    const article = clean(body);
    expect(article.text.split("\n")).toEqual(body);
    expect(article.removed).toEqual([]);
  });

  it("is the same after a second cleaning", () => {
    const once = clean(["Skip to main content", title, "By Nell Varga", ...body, "Related posts", "Leave a comment"]);
    const twice = extractArticle(once.text, { kind: "text" });
    expect(twice.text).toBe(once.text);
  });

  it("cuts the headline's repetitions, whatever their quotation marks", () => {
    const article = clean([title, ...body.slice(0, 2), title.replace("’", "'"), ...body.slice(2), title]);
    expect(article.text.split("\n")).toEqual(body);
    expect(article.removed.filter(({ reason }) => reason === "headline")).toHaveLength(3);
  });

  it.each([
    ["RECOMMENDED STORIES", "related"],
    ["See also  Choir wins the regional prize for the third time", "related"],
    ["READ MORE: Council delays decision on the northern bypass", "related"],
    ["Lesen Sie auch: Chor gewinnt zum dritten Mal den Preis der Region", "related"],
    ["Lire aussi : Le chœur remporte le prix régional", "related"],
    ["Читайте также: Хор получил областную премию в третий раз", "related"],
    ["Advertisement", "advertisement"],
    ["Story continues below", "advertisement"],
    ["3 / 12", "widget"],
    ["18°C", "widget"],
    ["Loading...", "widget"],
    ["* * *", "separator"],
    ["The new ramp at the eastern quay, September 3, 2024 (AFP)", "caption"],
    ["Passengers wait on the eastern quay of Hollowmere. (Ines Tolland/AP)", "caption"],
    ["Image: via Reuters", "photo-credit"],
    ["Leave a comment", "comments"],
    ["Sign up for our newsletter", "newsletter"],
    ["The new ramp at the eastern quay on Monday. (Ines Tolland/HCN)", "caption"],
    ["The new ramp at the eastern quay on Monday. (Harbour Coast News Photo/Ines Tolland)", "caption"],
    ["The new ramp at the eastern quay, September 3, 2024 (Harbour News)", "caption"],
    ["A general view shows the eastern quay in Hollowmere, September 3, 2024. HCN/Ines Tolland", "caption"],
    ["Advertisement · Scroll to continue", "advertisement"],
    ["Follow the Hollowmere Courier on all platforms", "share"],
    ["Send BELL to 48220 for the island news by text message", "newsletter"],
  ])("cuts %j from the middle", (line, reason) => {
    const article = clean([title, ...body.slice(0, 3), line, ...body.slice(3)]);
    expect(article.text.split("\n")).toEqual(body);
    expect(article.removed).toContainEqual(expect.objectContaining({ reason, text: line }));
  });

  it.each([
    "What the engineers found",
    "Related to the repair is a second question, which the council will discuss next week.",
    "The motion was tabled by the deputy for the islands, Ines Tolland (Greens).",
    "It serves Hollowmere, Garrow (North/South) and the outer skerries, the timetable says.",
    "She sent the same line to everyone on the pier, she said: ''Please text BELL to 48220 for the boat.''",
    "Passengers may send a letter to 44 Quay Road, the authority said.",
    "Read more than once, the report still does not say who ordered the delay.",
    "“We will share the cost with the island,” he told AFP.",
    "The lift was taken out of service that night, the authority told the Courier. (AFP)",
    "Subscribers to the old season ticket will be paid back in full, Pennick said.",
    "The report runs to 120 pages and names nobody.",
    "“You never get a second chance with the sea,” she said. “We know that now.”",
    "In 2024 the authority spent more on the quay than in the ten years before.",
  ])("keeps %j in the middle", (line) => {
    const article = clean([title, ...body.slice(0, 3), line, ...body.slice(3)]);
    expect(article.text).toContain(line);
  });

  it("cuts a run of appeal, links and comment form at the end with the lines between them", () => {
    const tail = [
      "You have read six stories this month",
      "The Courier belongs to no bank and no party. If you value our reporting, chip in and keep our newsroom on the island.",
      "Supporters give 3 euros a month: subscribe today and you read every story without ads.",
      "With our thanks,",
      "Hanna Quill, editor",
      "Become a member",
      "Already a member? Sign in",
      "Leave a Reply",
      "Your email address will not be published. Required fields are marked *",
    ];
    const article = clean([title, ...body, ...tail]);
    expect(article.text.split("\n")).toEqual(body);
  });

  it.each([
    ["Two members of the council voted against it.", "You are a fool, he told the mayor.", "The work will begin in May."],
    ["We had no choice, she said.", "Our boats are old, the skipper added.", "You pay more for less, he told us."],
    ["Members of the choir will sing for subscribers of the season ticket.", "Tickets cost 12 crowns a month."],
    ["Readers of the library get a new card.", "Join the walk on Sunday at noon, the ranger said."],
  ])("keeps reporting that speaks of members, months and you at the end: %j", (...ending) => {
    const article = clean([title, ...body, ...ending]);
    expect(article.text.split("\n")).toEqual([...body, ...ending]);
  });

  it.each([
    "You have used up your free articles. Log in to read on.",
    "Become a subscriber for 4 euros a month",
    "This story is for subscribers only.",
    "Already registered? Sign in",
    "Unterstützen Sie unseren Journalismus mit einem Abo",
    "Cet article est réservé aux abonnés. Déjà abonné ? Connectez-vous",
    "¿Ya eres suscriptor? Inicia sesión",
    "Только для подписчиков. Оформите подписку",
  ])("cuts the call to action %j between paragraphs", (line) => {
    const article = clean([title, ...body.slice(0, 3), line, ...body.slice(3)]);
    expect(article.text.split("\n")).toEqual(body);
    expect(article.removed).toContainEqual(expect.objectContaining({ reason: "appeal", text: line }));
  });

  it.each(["Recommended stories", "MORE ARTICLES", "Latest local news", "Weitere Meldungen", "Похожие статьи"])(
    "takes the label %j for a pointer to other articles",
    (line) => {
      const article = clean([title, ...body.slice(0, 3), line, ...body.slice(3)]);
      expect(article.removed).toContainEqual(expect.objectContaining({ reason: "related", text: line }));
    },
  );

  it("cuts foreign advertising links after the last story", () => {
    const article = clean([
      title,
      ...body,
      "Continue Reading",
      "Courier News App",
      "Courier News App",
      "Recent News",
      "billige ferieboliger",
      "Courier shop",
      "cheap ferry tickets",
    ]);
    expect(article.text.split("\n")).toEqual(body);
  });

  it("cuts an unmarked caption above a bare credit only when it says nothing new", () => {
    const caption = "Empty berth: the eastern quay of Hollowmere without its ferry ramp, four months after the storm.";
    const cut = clean([title, ...body.slice(0, 4), caption, "Photo: Ines Tolland", ...body.slice(4)]);
    expect(cut.text.split("\n")).toEqual(body);
    const news = "The mayor resigned over 17 unpaid invoices.";
    const kept = clean([title, ...body.slice(0, 4), news, "Photo: Ines Tolland", ...body.slice(4)]);
    expect(kept.text).toContain(news);
  });

  it("reads what stands around the headline as metadata", () => {
    const article = clean([
      "Connect with us",
      "Harbour",
      title,
      "By Nell Varga",
      "Updated: 6 September 2024, 08:00",
      "Published: 5 September 2024, 16:20",
      ...body,
      "Associated Press writer Tom Ashby in Oxmoor contributed to this report.",
    ]);
    expect(article).toMatchObject({
      title,
      byline: ["Nell Varga"],
      published_at: "2024-09-05T16:20",
      modified_at: "2024-09-06T08:00",
      wire_credit: "AP",
      language: "en",
    });
    expect(article.text.split("\n")).toEqual(body);
  });

  it("joins hard-wrapped lines into paragraphs without changing a character", () => {
    const wrap = (text: string): string => text.replace(/(.{50,70})\s/g, "$1\n");
    const input = [title, ...body.map(wrap)].join("\n\n");
    const article = extractArticle(input, { kind: "text" });
    expect(article.blocks).toHaveLength(body.length);
    for (const { text, span } of article.blocks) expect(input.slice(...span!)).toBe(text);
  });

  it("survives texts that are empty, one line long, or nothing but boilerplate", () => {
    expect(extractArticle("", { kind: "text" }).blocks).toEqual([]);
    expect(extractArticle(" \n\n\t", { kind: "text" }).blocks).toEqual([]);
    expect(extractArticle(body[0]!, { kind: "text" }).text).toBe(body[0]);
    expect(extractArticle("Leave a comment\nRelated posts\nLoading...", { kind: "text" }).text).toBe("");
  });
});

describe("the headline of a plain text", () => {
  it("is the line above a hard-wrapped lead, however short", () => {
    const lead = [
      "The ferry to Hollowmere sails again from Monday after four months in",
      "dock, and islanders will pay less for their tickets, the port authority",
      "said on Tuesday.",
    ];
    const input = [
      "Ferry back",
      "",
      ...lead,
      "",
      "Repairs to the bow door took longer than planned because parts had to be",
      "made anew, it said.",
    ].join("\n");
    const article = extractArticle(input, { kind: "text" });
    expect(article.title).toBe("Ferry back");
    expect(article.blocks).toHaveLength(2);
  });

  it("is not the menu above it", () => {
    const article = clean(["Home | Sport", title, ...body]);
    expect(article.title).toBe(title);
    expect(article.text.split("\n")).toEqual(body);
  });
});
