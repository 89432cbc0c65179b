import { words } from "../word-list.ts";

/** Places by German names that the table of places lacks or doubts: countries and their parts, then others. */
export const places = {
  countries: words(`
    Großbritannien Schottland Niederlanden Weißrussland Kirgistan Kongo Mazedonien Moldau Moldawien Osttimor Hongkong Bosnien
    Herzegowina Sowjetunion Jugoslawien Palästina Nordirland Tschetschenien Katalonien Südtirol Brandenburg Europa Bayern Sachsen Hessen
    Thüringen Niedersachsen Nordrhein-Westfalen Baden-Württemberg Rheinland-Pfalz Saarland Schleswig-Holstein Bremen
    Mecklenburg-Vorpommern Sachsen-Anhalt Tirol Vorarlberg Kärnten Steiermark Burgenland Niederösterreich Oberösterreich
  `),
  others: words(`
    Vorderasien Westafrika Ostafrika Zentralafrika Pazifik Kaschmir Ruhrgebiet Andalusien Rom Linz Erlangen Hanau Jena Kempten Kiel
    Konstanz Ludwigshafen Oldenburg Genua Verona Triest Wilna Charkiw Kapstadt Riad Dschidda Aden Rangun Schanghai Pjöngjang Jakutsk
    Grosny Laibach Havanna Mossul Falludscha Kundus
  `),
};

/**
 * Names of several words whose first is an adjective, with its stem: “in den Vereinigten Staaten”, “des Weißen Hauses”. What the stem
 * ends in, and an ending of the last word, are the case's.
 */
export const declinedNames: readonly {
  readonly stem: string;
  readonly rest: string;
  readonly ending: "e" | "er" | "es";
  readonly type: "place" | "organisation";
}[] = [
  { stem: "Vereinigt", rest: "Staaten", ending: "e", type: "place" },
  { stem: "Vereinigt", rest: "Königreich", ending: "es", type: "place" },
  { stem: "Vereinigt", rest: "Arabische Emirate", ending: "e", type: "place" },
  { stem: "Vereint", rest: "Nationen", ending: "e", type: "organisation" },
  { stem: "Europäisch", rest: "Union", ending: "e", type: "organisation" },
  { stem: "Europäisch", rest: "Kommission", ending: "e", type: "organisation" },
  { stem: "Europäisch", rest: "Zentralbank", ending: "e", type: "organisation" },
  { stem: "Europäisch", rest: "Parlament", ending: "es", type: "organisation" },
  { stem: "Europäisch", rest: "Gerichtshof", ending: "er", type: "organisation" },
  { stem: "Afrikanisch", rest: "Union", ending: "e", type: "organisation" },
  { stem: "Arabisch", rest: "Liga", ending: "e", type: "organisation" },
  { stem: "Weiß", rest: "Haus", ending: "es", type: "organisation" },
  { stem: "Rot", rest: "Kreuz", ending: "es", type: "organisation" },
  { stem: "Islamisch", rest: "Staat", ending: "er", type: "organisation" },
  { stem: "Deutsch", rest: "Bahn", ending: "e", type: "organisation" },
  { stem: "Deutsch", rest: "Bundesbank", ending: "e", type: "organisation" },
  { stem: "Deutsch", rest: "Fußball-Bund", ending: "er", type: "organisation" },
  { stem: "Deutsch", rest: "Bundestag", ending: "er", type: "organisation" },
  { stem: "Deutsch", rest: "Presse-Agentur", ending: "e", type: "organisation" },
  { stem: "Deutsch", rest: "Telekom", ending: "e", type: "organisation" },
  { stem: "Grün", rest: "Partei", ending: "e", type: "organisation" },
  { stem: "Nah", rest: "Osten", ending: "er", type: "place" },
  { stem: "Mittler", rest: "Osten", ending: "er", type: "place" },
  { stem: "Fern", rest: "Osten", ending: "er", type: "place" },
  { stem: "Schwarz", rest: "Meer", ending: "es", type: "place" },
  { stem: "Rot", rest: "Meer", ending: "es", type: "place" },
  { stem: "Tot", rest: "Meer", ending: "es", type: "place" },
  { stem: "Persisch", rest: "Golf", ending: "er", type: "place" },
  { stem: "Indisch", rest: "Ozean", ending: "er", type: "place" },
  { stem: "Dominikanisch", rest: "Republik", ending: "e", type: "place" },
  { stem: "Tschechisch", rest: "Republik", ending: "e", type: "place" },
];
