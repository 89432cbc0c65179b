import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

/** A Wednesday. */
const published = "2031-03-05";
const isos = (text: string, language = "en", published_at: string | null = published): string =>
  extractFacts({ id: "t", text, language, published_at })
    .dates.map(({ iso }) => iso ?? "open")
    .join(", ");

describe("dates", () => {
  it.each([
    ["It sank last night; divers came this morning and go tomorrow.", "2031-03-04, 2031-03-05, 2031-03-06"],
    ["Seen the day before yesterday, the court meets the day after tomorrow.", "2031-03-03, 2031-03-07"],
    ["The vote is a week from Friday, the count on Tuesday week.", "2031-03-14, 2031-03-18"],
    ["It closed a week ago Friday, the Sunday before last, and a fortnight ago.", "2031-02-21, 2031-02-23, 2031-02-19"],
    ["It opens the day after Friday, three days after March 3.", "2031-03-08, 2031-03-06"],
    [
      "Earlier this week it rang, over the past three days and the week before last.",
      "2031-03-03/2031-03-05, 2031-03-02/2031-03-05, 2031-02-17/2031-02-23",
    ],
    ["It runs from 3 to 7 March 2031 and ran on 3 and 4 January 2031.", "2031-03-03/2031-03-07, 2031-01-03/2031-01-04"],
    ["From July 26 to August 22, 2031, between 5 and 9 February 2031.", "2031-07-26/2031-08-22, 2031-02-05/2031-02-09"],
    ["From Dec. 28 to Jan. 3, and from March to May 2030.", "2030-12-28/2031-01-03, 2030-03/2030-05"],
    ["On 3, 5 and 9 January 2031 it met.", "2031-01-03, 2031-01-05, 2031-01-09"],
    ["Sales rose in Q1 2031, in the third quarter of 2030 and in H2 2030.", "2031-01/2031-03, 2030-07/2030-09, 2030-07/2030-12"],
    ["In the mid-1990s, the 1980s, and in the 2030-31 season.", "1994/1996, 1980/1989, 2030/2031"],
    ["In spring 2030, last summer and in the winter of 2030-31.", "2030-03/2030-05, 2030-06/2030-08, 2030-12/2031-02"],
    ["They met on Monday of next week. It was a Saturday; every Friday it rings.", "2031-03-10"],
    ["It happened the night before last. It ran Dec. 30, 2030, to Jan. 2, 2031.", "2031-03-03, 2030-12-30/2031-01-02"],
    ["A week ago today it ran from Monday to Wednesday.", "2031-02-26, 2031-03-03, 2031-03-05"],
    ["On March 5 last year and in March next year.", "2030-03-05, 2032-03"],
    ["From 1994 to 1996, and in 2019–2021.", "1994/1996, 2019/2021"],
  ])("%s", (text, expected) => {
    expect(isos(text)).toBe(expected);
  });

  it.each([
    ["The council expects the bridge back by December and wants the site cleared by Friday.", "2031-12, 2031-03-07"],
    ["The party had even odds of losing the county in November.", "2031-11"],
    ["The Greens are ahead going into November; the strike dragged into November.", "2031-11, 2030-11"],
    ["In remarks to reporters on Monday, the mayor praised the crew.", "2031-03-03"],
    ["According to officials on Tuesday, the road is open.", "2031-03-04"],
    ["Die Partei hat gute Chancen auf einen Sieg im November.", "2031-11", "de"],
  ])("lie ahead or behind by who says or wants what: %s", (text, expected, language = "en") => {
    expect(isos(text, language)).toBe(expected);
  });

  it.each([
    ["It was cleared by the panel in a 9-3 vote in July.", "2030-07"],
    ["The trial has been put off until September. The club moved the match to April 4.", "2031-09, 2031-04-04"],
    ["Rents have risen since October. The figures are published on April 9.", "2030-10, 2031-04-09"],
    ["Updated Thursday at 9:14 a.m.", "2031-03-06"],
    ["The hearing, which opens in three days, was prepared in two weeks.", "2031-03-08"],
    ["The shop reopens in two weeks' time, a week tomorrow.", "2031-03-19, 2031-03-13"],
    ["Der Prozess wurde auf September verschoben, die Sperrung bis zum 9. April verlängert.", "2031-09, 2031-04-09", "de"],
    ["Seit Oktober steigen die Mieten; das Gericht hat am Dienstag entschieden.", "2030-10, 2031-03-04", "de"],
    ["Der Prozess ist für Montag angesetzt, der Bundesrat stimmt am Freitag ab.", "2031-03-10, 2031-03-07", "de"],
    ["Le tribunal rendra sa décision vendredi ; il a entendu le maire lundi.", "2031-03-07, 2031-03-03", "fr"],
    ["El tribunal dictará sentencia el viernes; escuchó al alcalde el lunes.", "2031-03-07, 2031-03-03", "es"],
  ])("lie ahead or behind by the verb that governs them: %s", (text, expected, language = "en") => {
    expect(isos(text, language)).toBe(expected);
  });

  it.each([
    ["It rained in early May 2030, and earlier this year in mid-February.", "2030-05, 2031, 2031-02"],
    ["Ende Mai 2030 und Anfang Februar fror es.", "2030-05, 2031-02", "de"],
    ["By the end of April it opens.", "2031-04-30"],
  ])("are no surer than they are told: %s", (text, expected, language = "en") => {
    expect(isos(text, language)).toBe(expected);
  });

  it.each([
    ["In the first nine months of 2030 and the three months to February.", "2030-01/2030-09, 2030-12/2031-02"],
    ["He moved there in the '90s; the 2030/31 season was short.", "1990/1999, 2030/2031"],
    ["Sales for May and June were low; April and May Lund sold none.", "2030-05/2030-06"],
    ["Polls are open from Monday 10 to Friday 14 March 2031.", "2031-03-10/2031-03-14"],
    ["The talks resume the week after next.", "2031-03-17/2031-03-23"],
    [
      "In den ersten neun Monaten 2030, vorletzte Woche, heute in einer Woche.",
      "2030-01/2030-09, 2031-02-17/2031-02-23, 2031-03-12",
      "de",
    ],
  ])("that are periods: %s", (text, expected, language = "en") => {
    expect(isos(text, language)).toBe(expected);
  });

  it.each([
    ["While February hiring was strong, wages fell. January sales rose.", "2031-02, 2031-01"],
    ["Despite the revision, January sales were low. February's drop worried hotels.", "2031-01, 2031-02"],
    ["When April cried, her mother came. August Lindner left. May's government fell.", ""],
  ])("months that say which of something: %s", (text, expected) => {
    expect(isos(text)).toBe(expected);
  });

  it("take the order that the tense of their sentence allows", () => {
    expect(isos("The wreck was found on 07/02/2031.", "en")).toBe("2031-02-07");
    expect(isos("The permit will expire on 01/04/2031.", "en")).toBe("2031-04-01");
    expect(isos("The wreck was found on 02/01/2031.", "en")).toBe("open");
  });

  it("are not counted from a day that the text itself has left behind", () => {
    const post = "A post of 3 March 2029 was deleted on Monday.";
    expect(isos(post, "en", null)).toBe("2029-03-03, 2029-02-26");
    expect(isos(`${post} The bureau asked for it in May 2030.`, "en", null)).toBe("2029-03-03, open, 2030-05");
  });

  it("take the order of day and month from the document, the region, the day it went out, or leave it open", () => {
    expect(isos("Signed on 03/04/2031, amended on 21/04/2031.", "en", "2031-05-05")).toBe("2031-04-03, 2031-04-21");
    expect(isos("Signed on 03/04/2031, amended on 04/21/2031.", "en", "2031-05-05")).toBe("2031-03-04, 2031-04-21");
    expect(isos("Signed on 03/04/2030.", "en-GB")).toBe("2030-04-03");
    expect(isos("Signed on 03/04/2030.", "en-US")).toBe("2030-03-04");
    expect(isos("Signed on 03/04/2031.", "en", "2031-03-04")).toBe("2031-03-04");
    expect(isos("Signed on 03/04/2031 and on 2 May 2031.", "en", "2031-12-04")).toBe("2031-04-03, 2031-05-02");
    expect(isos("Signed on 03/04/2029.", "en")).toBe("open");
    expect(isos("Signed on 03/03/2029.", "en")).toBe("2029-03-03");
    expect(isos("Unterzeichnet am 03/04/2031.", "de")).toBe("2031-04-03");
  });

  it("are no people called by a month, and people no dates", () => {
    const { dates, entities } = extractFacts({
      id: "t",
      language: "en",
      published_at: published,
      text: "April Stone, a teacher, and June Park, a nurse, met Jan Mays on Sunday. May Lund left in June. Theresa May said so in May.",
    });
    expect(dates.map(({ iso }) => iso)).toEqual(["2031-03-02", "2030-06", "2030-05"]);
    const people = entities.filter(({ type }) => type === "person").map(({ canonical }) => canonical);
    for (const name of ["April Stone", "June Park", "Jan Mays", "May Lund"]) expect(people).toContain(name);
  });

  it("leave no day of a range behind as a figure", () => {
    const text = "The show runs from 3 to 7 March 2031, March 3–7, on 3 and 4 January and between 5 and 9 February 2031.";
    expect(extractFacts({ id: "t", text, language: "en", published_at: published }).numeric_mentions).toEqual([]);
  });

  it.each([
    ["de", "Vom 3. bis 7. März 2031 und am 3. und 4. Januar 2031.", "2031-03-03/2031-03-07, 2031-01-03/2031-01-04"],
    ["de", "Im dritten Quartal 2030, im Frühjahr 2030, Mitte der 1990er Jahre.", "2030-07/2030-09, 2030-03/2030-05, 1994/1996"],
    ["de", "Vorgestern, gestern Abend, vor zwei Wochen und kommenden Montag.", "2031-03-03, 2031-03-04, 2031-02-19, 2031-03-10"],
    [
      "fr",
      "Le 3 mars 2031, du 3 au 7 mars 2031, hier et lundi dernier.",
      "2031-03-03, 2031-03-03/2031-03-07, 2031-03-04, 2031-03-03",
    ],
    ["es", "El 3 de marzo de 2031, del 3 al 7 de marzo de 2031, ayer.", "2031-03-03, 2031-03-03/2031-03-07, 2031-03-04"],
  ])("in %s: %s", (language, text, expected) => {
    expect(isos(text, language)).toBe(expected);
  });
});

describe("dates in other languages", () => {
  it.each([
    ["de", "Heute vor einer Woche kam der Regen.", "2031-02-26"],
    ["fr", "Avant-hier, le moulin a brûlé.", "2031-03-03"],
    ["fr", "Dans les années soixante-dix, on bâtissait ici.", "1970/1979"],
    ["fr", "Du 4 au 9 mai, la foire accueille 300 exposants.", "2031-05-04/2031-05-09"],
    [
      "fr",
      "Il a été arrêté il y a trois jours et sera jugé dans une semaine, après-demain.",
      "2031-03-02, 2031-03-12, 2031-03-07",
    ],
    [
      "fr",
      "La semaine dernière, puis à l'été 2030 et le 5 mars de l'an dernier.",
      "2031-02-24/2031-03-02, 2030-06/2030-08, 2030-03-05",
    ],
    ["es", "Fue detenido hace tres días y será juzgado dentro de una semana.", "2031-03-02, 2031-03-12"],
    [
      "es",
      "Abrirá mañana por la mañana; pasado mañana cierra. La semana pasada llovió.",
      "2031-03-06, 2031-03-07, 2031-02-24/2031-03-02",
    ],
    ["es", "Abril Ruiz y Julio Vega llegaron el 5 de marzo del año pasado.", "2030-03-05"],
    ["fr", "Avril Dumas et Juin Martel ont joué.", ""],
    ["de", "August Brandt und Jan Mertens gewannen; im August 30 Spiele.", "2030-08"],
    ["es", "El próximo jueves se vota.", "2031-03-06"],
    ["es", "En los años setenta había aquí una fábrica.", "1970/1979"],
  ])("%s: %s", (language, text, expected) => {
    expect(isos(text, language)).toBe(expected);
  });
});
