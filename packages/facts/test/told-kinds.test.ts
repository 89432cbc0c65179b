import { describe, expect, test } from "vitest";
import { extractFacts } from "../src/index.ts";

const read = (text: string, language: string) => extractFacts({ id: "t", text, language });
/** Who says the words that hold these, in marks or without; null where nothing found holds them. */
function speakerOf(text: string, language: string, words: string): string | null {
  const { quotes, indirect_quotes } = read(text, language);
  return [...quotes, ...indirect_quotes].find((quote) => quote.text.includes(words))?.speaker ?? null;
}

describe("an office or a description goes back to", () => {
  test.each([
    ["Rep. Dale Orton opposes the dam. The congressman said the valley would flood.", "the valley would flood", "Dale Orton"],
    ["Gov. Ruth Hale met Sen. Mark Otis. “We waited too long,” the governor said.", "waited too long", "Ruth Hale"],
    ["Gov. Ruth Hale met Sen. Mark Otis on Friday. The senator said the bill would fail.", "the bill would fail", "Mark Otis"],
    [
      "Dr. Paul Renner, the county's health commissioner, met Dale Orton. The commissioner said the clinic would close.",
      "the clinic would close",
      "Paul Renner",
    ],
  ])("%s", (text, words, speaker) => {
    expect(speakerOf(text, "en", words)).toBe(speaker);
  });
});

describe("what is told in English stands behind", () => {
  test.each([
    ["The report found that one in six bridges was unsafe.", "one in six bridges", "The report"],
    ["Neighbors described hearing two blasts.", "hearing two blasts", "Neighbors"],
    ["Rep. Dale Orton (D-Sorrel), the committee chairman, said the dam would hold.", "the dam would hold", "Dale Orton"],
    ["Anna Brack claimed she would help, but admitted that nobody had called.", "nobody had called", "Anna Brack"],
    ["Other officials soon pointed out that the rule was new.", "the rule was new", "Other officials"],
    ["The storm killed at least 14 people, state media reported.", "at least 14 people", "state media"],
  ])("%s", (text, words, speaker) => {
    expect(speakerOf(text, "en", words)).toBe(speaker);
  });

  test.each([
    ["Insurance claims rose to 300,000 last week.", "300,000"],
    ["Shares fell on Monday, beating forecasts.", "Shares fell"],
  ])("and nobody tells: %s", (text, words) => {
    expect(speakerOf(text, "en", words)).toBe(null);
  });

  test("who is not the whole of what a bill has", () => {
    expect(speakerOf("The bill has supporters in both camps, saying it would save money.", "en", "it would save money")).toBe(
      "supporters",
    );
  });
});

describe("a figure is that of", () => {
  test.each([
    ["Police estimate the crowd at 6,000; organisers claimed 20,000.", "en", "20,000", "organisers"],
    ["In a survey of 1,200 adults by Delmar Polls, 61 percent backed the tax.", "en", "61 percent", "Delmar Polls"],
    ["An audit released Tuesday found $700,000 in unpaid bills.", "en", "$700,000", "An audit"],
  ])("%s", (text, language, number, source) => {
    const found = read(text, language).numeric_mentions.find((figure) => figure.number.text.includes(number.split(" ")[0] ?? ""));
    expect(found?.attributed_to).toBe(source);
  });
});

describe("what is told in German stands behind", () => {
  test.each([
    ["Der Rundfunk berichtet von zwölf Verletzten.", "zwölf Verletzten", "Der Rundfunk"],
    ["Die Meteorologen warnen vor Orkanböen an der Küste.", "Orkanböen an der Küste", "Die Meteorologen"],
    ["Unterdessen forderte die Gewerkschaft einen Baustopp am Hafen.", "einen Baustopp", "die Gewerkschaft"],
    ["Die Werft kündigte den Bau einer Fähre an.", "den Bau einer Fähre", "Die Werft"],
    ["Ein Sprecher des Konzerns bestätigte den Verkauf der Werft.", "den Verkauf der Werft", "Ein Sprecher des Konzerns"],
    ["Die Gewerkschaft teilte mit, der Streik werde am Montag fortgesetzt.", "der Streik werde", "Die Gewerkschaft"],
    ["Die Zeitung „Bucht“ schreibt, der Vorstand wolle zurücktreten.", "der Vorstand wolle", "Die Zeitung „Bucht“"],
    ["Die Regierung in Torrow wiederholte, der Pass werde gesperrt bleiben.", "der Pass werde", "Die Regierung in Torrow"],
    ["Der Pass bleibt bis Mai gesperrt. Dies teilte die Polizei mit.", "Der Pass bleibt", "die Polizei"],
    ["Die Werft hat am Montag angekündigt, eine zweite Fähre zu bauen.", "eine zweite Fähre zu bauen", "Die Werft"],
    [
      "Der Anwalt sagte, sein Mandant sei krank. Jeder Termin müsse verschoben werden. Dann würden neue Fristen gelten.",
      "neue Fristen",
      "Der Anwalt",
    ],
    ["Die Polizei teilte mit, das Wasser steige. Das Werk diene nun als Lager.", "Das Werk diene", "Die Polizei"],
  ])("%s", (text, words, speaker) => {
    expect(speakerOf(text, "de", words)).toBe(speaker);
  });

  test.each([
    ["Gegenwärtig sprach viel für einen Umzug.", "einen Umzug"],
    ["Die Werft berichtete nichts von dem Unfall.", "dem Unfall"],
    ["Die Zusage gehörte zu dem Versuch, den Hafen zu retten.", "den Hafen zu retten"],
  ])("and nobody tells: %s", (text, words) => {
    expect(speakerOf(text, "de", words)).toBe(null);
  });
});

describe("who speaks in French and Spanish", () => {
  test.each([
    ["fr", "Selon le ministère du Transport, trois écluses resteront fermées.", "trois écluses", "le ministère du Transport"],
    ["fr", "Le maire de Cressol, Yann Pivot, a précisé que l'école rouvrirait jeudi.", "l'école rouvrirait", "Yann Pivot"],
    ["fr", "Pour Thierry Maubert, économiste à Rochemer, « la hausse va durer ».", "la hausse va durer", "Thierry Maubert"],
    ["fr", "Le sénateur Luc Dastier a jugé la réforme « inutile ».", "inutile", "Luc Dastier"],
    ["fr", "« Je ne regrette rien », a écrit sur son blog l'ancien maire Rémi Calvet.", "Je ne regrette rien", "Rémi Calvet"],
    ["fr", "Les autorités ont fait savoir que le tunnel resterait fermé.", "le tunnel resterait", "Les autorités"],
    ["fr", "Jeanne Aubrac estime qu'il faudra trois ans.", "qu'il faudra", "Jeanne Aubrac"],
    ["fr", "Des témoins racontent avoir entendu deux explosions.", "avoir entendu", "Des témoins"],
    ["fr", "Sur place, Sonia Belmar, infirmière, ne décolère pas : « On nous a menti. »", "On nous a menti", "Sonia Belmar"],
    ["fr", "« Ce n'est pas notre faute », se défend Norbert Quillan, patron de l'usine.", "notre faute", "Norbert Quillan"],
    ["es", "El alcalde de Cresol, Iván Pardo, precisó que la escuela abrirá el jueves.", "la escuela abrirá", "Iván Pardo"],
    [
      "es",
      "“Las obras costarán doce millones”, señaló el jueves el director del puerto, Simón Arévalo.",
      "Las obras",
      "Simón Arévalo",
    ],
    ["es", "“Hay que esperar —explica el geólogo Pablo Ferrán— antes de abrir el sendero”.", "Hay que esperar", "Pablo Ferrán"],
    ["es", "Las autoridades hicieron saber que el túnel seguirá cerrado.", "el túnel seguirá", "Las autoridades"],
    ["es", "El presidente de la federación aseguró que “nadie será olvidado”.", "nadie será", "El presidente de la federación"],
    ["es", "Varios testigos dicen haber oído dos explosiones.", "haber oído", "Varios testigos"],
  ])("%s: %s", (language, text, words, speaker) => {
    expect(speakerOf(text, language, words)).toBe(speaker);
  });

  test.each([
    ["fr", "Le film « La Rivière morte » sort mercredi dans les salles.", "Rivière morte"],
    ["es", "La ministra de Vivienda, Clara Osuna, se mostró “muy preocupada” por los inquilinos.", "La ministra"],
    ["es", "El diputado no quiso decir si votará la ley.", "votará la ley"],
  ])("and where nobody does, %s: %s", (language, text, words) => {
    expect(speakerOf(text, language, words)).toBe(null);
  });
});
