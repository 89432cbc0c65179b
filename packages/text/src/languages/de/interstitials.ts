import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in German say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "bot-check": {
    headings: ["sicherheitsüberprüfung", "einen moment(?: bitte)?", "zugriff verweigert"],
    sentences: ["überprüf\\p{L}* (?:ihren|ihres) browser", "dass sie kein roboter sind"],
  },
  "not-found": {
    headings: [
      "(?:die )?seite (?:wurde )?nicht gefunden.*",
      "(?:der )?artikel (?:wurde )?nicht gefunden.*",
      "(?:fehler 404|404 fehler)",
    ],
    sentences: ["(?:gesuchte|angeforderte|gewünschte) seite"],
  },
  login: {
    headings: ["(?:bitte )?(?:anmelden|einloggen)(?: um .*)?", "anmeldung|login"],
    sentences: ["(?:passwort|kennwort) vergessen"],
  },
  consent: {
    headings: [
      "(?:ihre|deine) privatsphäre.*",
      "(?:datenschutzeinstellungen|cookie-einstellungen|einwilligung.*)",
      "(?:wir|diese (?:seite|website)) (?:verwenden|verwendet|nutzen|nutzt) cookies.*",
    ],
    sentences: [
      "wir und unsere (?:\\d+ )?partner",
      "unsere (?:\\d+ )?partner und wir",
      "informationen auf (?:ihrem|deinem|einem) (?:gerät|endgerät)",
      "(?:ihre|deine) (?:einwilligung|zustimmung)[^.]{0,40} (?:widerrufen|zurückziehen|ändern)",
      "alle cookies (?:akzeptieren|ablehnen|zulassen)",
      "(?:mit werbung|werbefrei) (?:weiterlesen|lesen|nutzen)",
    ],
  },
  "region-block": {
    headings: ["(?:nicht|leider nicht) in ihrem land verfügbar"],
    sentences: ["(?:in|für) ihrem land nicht verfügbar"],
  },
  javascript: {
    headings: ["javascript (?:is )?deaktiviert.*"],
    sentences: ["javascript (?:aktivieren|aktiviert|zu aktivieren)"],
  },
  error: {
    headings: ["(?:interner )?serverfehler", "wartungsarbeiten"],
  },
};
