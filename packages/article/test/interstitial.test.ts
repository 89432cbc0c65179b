import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { PARAGRAPHS } from "./fixtures/pages.ts";

const page = (title: string, heading: string, ...lines: string[]): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><header><a href="/">The Hollowmere Courier</a><nav><a href="/harbour">Harbour</a></nav></header>${
    heading === "" ? "" : `<h1>${heading}</h1>`
  }${lines.map((line) => `<p>${line}</p>`).join("")}<footer>© 2024 The Hollowmere Courier</footer></body></html>`;

describe("a page that stands where an article should", () => {
  it.each([
    ["bot-check", "One moment, please", "", "Checking your browser before you reach courier.example. This takes a few seconds."],
    [
      "bot-check",
      "Attention required",
      "Sorry, you have been blocked",
      "This website uses a service to protect itself from attacks.",
    ],
    ["bot-check", "Access denied", "Access Denied", "You don't have permission to see this page on this server."],
    ["bot-check", "Robot check", "Are you a robot?", "Type the characters that you see in the picture."],
    [
      "not-found",
      "Page not found | The Hollowmere Courier",
      "Page not found",
      "The page you are looking for could not be found.",
    ],
    ["not-found", "404", "404", "Sorry, that page doesn't exist."],
    ["not-found", "Article not found", "Article not found", "The article you requested is no longer available."],
    ["not-found", "Seite nicht gefunden", "Seite nicht gefunden", "Die gewünschte Seite gibt es nicht mehr."],
    ["not-found", "Página no encontrada - El Correo", "Error 404", "La página que busca ha cambiado de dirección."],
    ["not-found", "Страница не найдена", "Страница не найдена", "Запрошенная страница была удалена."],
    [
      "login",
      "Log in | The Hollowmere Courier",
      "Log in to continue",
      "Enter your address and password.",
      "Forgot your password?",
    ],
    ["consent", "Before you continue", "Before you continue", "We and our 71 partners store information on a device."],
    [
      "consent",
      "Der Kurier",
      "Ihre Privatsphäre ist uns wichtig",
      "Wir und unsere 71 Partner speichern Informationen auf Ihrem Gerät.",
    ],
    [
      "consent",
      "La Gazette",
      "Nous respectons votre vie privée",
      "Avec votre accord, nos partenaires et nous utilisons des cookies pour consulter des informations comme votre visite sur ce site.",
      "Vous pouvez vous abonner pour lire le journal sans publicité ou choisir plus tard.",
    ],
    ["consent", "El Correo", "Valoramos su privacidad", "Nosotros y nuestros 71 socios guardamos información en su dispositivo."],
    [
      "region-block",
      "The Hollowmere Courier",
      "Sorry, this content is not available in your region",
      "You are reading from a country belonging to the European Economic Area.",
    ],
    [
      "javascript",
      "The Hollowmere Courier",
      "",
      "Please enable JavaScript to read this page.",
      "You need to enable JavaScript to run this app.",
    ],
    ["error", "503 Service Unavailable", "Service Unavailable", "The server is temporarily unavailable. Please try again later."],
  ])("is no article: %s, %j", (kind, title, heading, ...lines) => {
    const article = extractArticle(page(title, heading, ...lines));
    expect(article.text).toBe("");
    expect(article.title).toBeNull();
    expect(article.removed).toContainEqual(expect.objectContaining({ reason: "outside-article", text: lines[0] }));
    expect(article.evidence).toContainEqual(expect.objectContaining({ field: "text", source: `no-article:${kind}` }));
  });

  it("is no article as a plain text either", () => {
    const article = extractArticle("Page not found\n\nThe page you are looking for could not be found.", { kind: "text" });
    expect(article.text).toBe("");
    expect(article.removed.map(({ reason }) => reason)).toEqual(["outside-article", "outside-article"]);
  });

  it.each([
    [
      "Access denied: island closes its archive",
      "The island closed its archive on Monday, and historians said that nobody had told them of it.",
    ],
    [
      "Robots check in at the harbour hotel",
      "A hotel in Hollowmere has hired four robots to carry bags, its manager said on Monday.",
    ],
    [
      "“Are you a robot?” Island hotel drops the question",
      "A hotel in Hollowmere no longer asks its guests at the door whether they are robots, its manager said on Monday.",
    ],
    [
      "Page by page: how the logbook was found",
      "The logbook could not be found for sixty years, until a diver opened the captain's chest.",
    ],
  ])("is an article when it has one's words: %j", (title, lead) => {
    expect(extractArticle(page(title, title, lead, ...PARAGRAPHS.slice(0, 2))).text).toContain(lead);
  });

  it("is an article when it is about such pages and long", () => {
    const title = "Page not found";
    expect(
      extractArticle(page(title, title, ...PARAGRAPHS, ...PARAGRAPHS.map((text) => `${text} So the report says.`))).text,
    ).not.toBe("");
  });
});

describe("a short article beside a log-in dialog", () => {
  const text =
    "The ferry between Saltby and Hollowmere sails again from Monday, after three weeks in the yard at Kelby, the port said.";
  const dialog =
    '<div><p>You must log in to read more.</p><p>Forgot your password?</p><form><input type="password"></form></div>';
  const withHead = (head: string) =>
    `<!doctype html><html><head><title>Ferry back at work</title>${head}</head><body><main><h1>Ferry back at work</h1><p>${text}</p></main>${dialog}</body></html>`;

  it("is an article where the page says so and describes it with its own words", () => {
    const article = extractArticle(
      withHead(`<meta property="og:type" content="article"><meta name="description" content="${text}">`),
    );
    expect(article.text).toBe(text);
    expect(article.title).toBe("Ferry back at work");
  });

  it.each([
    ["the page calls itself none", `<meta property="og:type" content="website"><meta name="description" content="${text}">`],
    [
      "the description is another",
      '<meta property="og:type" content="article"><meta name="description" content="All news of the coast, every morning, in one letter to you.">',
    ],
  ])("is none where %s", (_, head) => {
    expect(extractArticle(withHead(head)).text).toBe("");
  });
});
