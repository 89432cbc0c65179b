import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in German. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["anzeige", "werbung", "jetzt kaufen", "zum angebot"],
  },
  callToAction: {
    starts: ["unterstützen sie", "unterstütze uns", "spenden"],
  },
  author: {
    starts: ["von ", "über den autor", "über die autorin", "autor", "redaktion"],
  },
  comments: {
    starts: [
      "kommentare",
      "kommentar",
      "kommentieren",
      "schreiben sie einen kommentar",
      "schreibe einen kommentar",
      "keine kommentare",
      "antworten",
      "antwort",
      "deine e-mail-adresse wird nicht",
      "ihre e-mail-adresse wird nicht",
    ],
  },
  contributor: {
    starts: ["mit material von", "mit agenturmaterial"],
  },
  credit: {
    starts: ["foto:", "foto", "fotos:", "bild:", "bilder:", "quelle:", "bildquelle", "autor:"],
    anywhere: ["imago images", "picture alliance", "dpa picture"],
  },
  date: {
    starts: ["stand:", "veröffentlicht", "aktualisiert", "erstellt", "lesezeit"],
    anywhere: ["min. lesezeit", "vor stunden"],
  },
  legal: {
    starts: ["wir verwenden cookies", "alle rechte vorbehalten"],
    anywhere: ["alle rechte vorbehalten", "ohne genehmigung"],
  },
  navigation: {
    starts: ["startseite", "suche", "anmelden", "registrieren"],
  },
  newsletter: {
    starts: ["melden sie sich", "jetzt anmelden", "jetzt abonnieren", "abonnieren sie", "newsletter abonnieren"],
    anywhere: [
      "in ihrem postfach",
      "in ihr postfach",
      "in deinem postfach",
      "in dein postfach",
      "ins postfach",
      "unseren newsletter",
    ],
  },
  recirculation: {
    starts: [
      "lesen sie auch",
      "lesen sie mehr",
      "lesen sie hier",
      "auch interessant",
      "das könnte sie auch interessieren",
      "das könnte dich auch interessieren",
      "mehr zum thema",
      "mehr zu",
      "mehr lesen",
      "mehr aus",
      "mehr dazu",
      "zum thema",
      "weiterlesen",
      "weitere artikel",
      "weitere nachrichten",
      "weitere themen",
      "weitere meldungen",
      "weitere beiträge",
      "weiterführende links",
      "ähnliche artikel",
      "ähnliche beiträge",
      "verwandte artikel",
      "verwandte themen",
      "meistgelesen",
      "meistgelesene",
      "meist gelesen",
      "neueste artikel",
      "neueste beiträge",
      "letzte beiträge",
      "nächster artikel",
      "vorheriger artikel",
      "nächster beitrag",
      "vorheriger beitrag",
      "aktuelle beiträge",
      "empfohlene",
      "beliebte beiträge",
      "siehe auch",
      "das interessiert andere leser",
      "mehr anzeigen",
      "alle anzeigen",
    ],
  },
  share: {
    starts: ["teilen", "artikel teilen", "drucken", "folgen sie", "folge uns"],
    anywhere: ["auf facebook", "auf twitter"],
  },
  tags: {
    starts: ["schlagworte", "schlagwörter", "themen:", "themen", "stichworte"],
  },
  widget: {
    starts: ["lädt"],
  },
};
