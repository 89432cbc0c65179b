import { describe, expect, it } from "vitest";
import { callToAction } from "../src/call-to-action.ts";
import { extractArticle } from "../src/index.ts";
import { newsPage, PARAGRAPHS } from "./fixtures/pages.ts";

describe("calls to action between the paragraphs of a page", () => {
  it.each([
    [
      "a wall",
      '<div class="paywall-overlay"><h2>Read on for 2 crowns</h2><p>You have read your last free article this month. Subscribe to read on.</p><p>Already a subscriber? Log in.</p></div>',
    ],
    ["a gate", '<section id="meter-gate"><p>You have one free story left this month.</p><a href="/s">Subscribe</a></section>'],
    ["a modal", '<div class="modal"><h3>Keep reading</h3><p>Create an account to continue reading this story.</p></div>'],
    ["a bare sentence", "<p>To read the full story, subscribe or log in to your account.</p>"],
    ["a bare offer", "<p>Support our journalism for 3 euros a month: become a member today.</p>"],
    [
      "German",
      '<div class="paywall"><p>Diesen Artikel können nur Abonnenten lesen. Jetzt anmelden oder ein Abo bestellen.</p></div>',
    ],
    [
      "a wall that asks in the middle of its line",
      '<div class="paywall-hinweis"><h2>Mehr mit H+</h2><p>Sie haben kein Abo? Jetzt zwei Wochen gratis testen und alles lesen.</p><p>Schon dabei? Hier anmelden.</p></div>',
    ],
    [
      "a wall named in Spanish",
      '<div class="muro-pago"><h3>Hazte suscriptor para seguir leyendo</h3><p>Desde un euro al mes, cancela cuando quieras.</p></div>',
    ],
    ["two orders in Spanish", "<p>Necesitamos tu ayuda: hazte socio y apoya el periodismo de la isla.</p>"],
    ["Italian", "<p>Sostieni il nostro giornale: bastano pochi euro al mese.</p>"],
    ["French", "<p>Cet article est réservé aux abonnés. Déjà abonné ? Connectez-vous.</p>"],
    [
      "a newsletter",
      '<div class="newsletter-box"><p>Sign up for our newsletter and get the island news in your inbox.</p></div>',
    ],
    [
      "a newsletter behind a question",
      "<p>Want more island news? Sign up for the Harbour Mail's free newsletter to get the ferry times, letters, and the tide tables.</p>",
    ],
    [
      "a newsletter in German",
      "<p>Mehr von der Insel? Abonnieren Sie den Newsletter der Hafenpost mit den Fährzeiten der Woche.</p>",
    ],
  ])("are cut: %s", (_, inBody) => {
    const article = extractArticle(newsPage({ inBody }));
    expect(article.text.split("\n")).toEqual([...PARAGRAPHS]);
  });

  it("have the reason appeal, with the heading of their box", () => {
    const { removed } = extractArticle(
      newsPage({
        inBody:
          '<div class="paywall"><h2>Read on for 2 crowns</h2><p>You have read your last free article this month. Subscribe to read on.</p></div>',
      }),
    );
    expect(removed).toContainEqual(expect.objectContaining({ reason: "appeal", text: "Read on for 2 crowns" }));
  });

  it("are what a guide is about, and stay there", () => {
    const paragraphs = [
      "You can read the Courier on a phone or at the library, and you pay for neither if you live on the island.",
      "If you already have an account, log in and open your profile to see which stories you have read.",
      "You need a library card: ask at the desk, and bring something with your name and address on it.",
      "Your card arrives in a week, and you can then borrow our archive of 40 years for as long as you like.",
    ];
    expect(extractArticle(newsPage({ paragraphs })).text).toContain(paragraphs[1]);
  });

  it.each([
    "Two members of the council voted against the plan.",
    "You are a fool, he told the mayor.",
    "She asked us to join the 40,000 who had signed.",
    "Subscribers to the old season ticket will be paid back in full.",
    "The museum will give readers of the paper access to its archive.",
    "“Support our journalism,” the editor wrote to the minister.",
    "Members pay 12 crowns a month, the club said.",
    "The parish newsletter asked readers to sign up for the harbour walk.",
    "He told them: “Sign up for the newsletter.”",
  ])("are not seen in reporting: %j", (line) => {
    expect(callToAction(line)).toBe(0);
  });
});
