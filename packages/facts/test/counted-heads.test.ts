/** What is counted is the head of a noun phrase: never an adverb, an adjective or a verb behind the number. */
import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const unitsOf = (text: string, language = "en") =>
  extractFacts({ id: "t", text, language }).numeric_mentions.map(({ number, value, unit }) => [number.text, value, unit]);

/** Sentences with the number, its value and what it counts. */
const ENGLISH: readonly (readonly [string, ...(readonly [string, number | undefined, string | null])[]])[] = [
  ["The coastguard lifted 61 aboard to safety.", ["61", 61, "person"]],
  ["The barge arrived five weeks late.", ["five weeks", 5, "week"]],
  ["The mill took 30 crates, 12 fewer than in May.", ["30", 30, "crate"], ["12", 12, "crate"]],
  ["The firm shut nine kiosks and opened four others.", ["nine", 9, "kiosk"], ["four", 4, "kiosk"]],
  ["Sorrel sent a 2,400-strong contingent.", ["2,400", 2400, "person"]],
  ["Prices fell in three states last week.", ["three", 3, "state"]],
  ["In nine states, the harvest failed; the fund denied four claims last month.", ["nine", 9, "state"], ["four", 4, "claim"]],
  ["Channel 6 reports that the mill closed."],
  ["Divers raised 12 stolen statues.", ["12", 12, "statue"]],
  ["Divers raised nine badly burnt hulls.", ["nine", 9, "hull"]],
  ["The fund closed seven food processing plants.", ["seven", 7, "plant"]],
  ["The village lost 1,700 head of cattle.", ["1,700", 1700, "cattle"]],
  ["Guards chased a pair of hooded raiders.", ["a pair of", 2, "person"]],
  ["She bought a pair of leather boots."],
  ["A household of five was saved.", ["five", 5, "person"]],
  ["The spa has 60 cabins and draws 9,000 guests a year.", ["60", 60, "cabin"], ["9,000", 9000, "person/year"]],
  ["Thefts in the port rose 8 percent to 640.", ["8 percent", 8, "percent"], ["640", 640, "theft"]],
  [
    "The fever struck 90 pupils in six schools, seven of them badly.",
    ["90", 90, "person"],
    ["six", 6, "school"],
    ["seven", 7, "person"],
  ],
  ["The ward took in 41 sailors; three are still there.", ["41", 41, "person"], ["three", 3, "person"]],
  ["Pickers earn $11 an hour.", ["$11", 11, "USD/hour"]],
  ["Barley fetched £180 a tonne.", ["£180", 180, "GBP/ton"]],
  ["The ewe gives three litres of milk a day.", ["three litres", 3, "liter/day"]],
  ["Wardens counted 140 nesting pairs, up from 120.", ["140", 140, "pair"], ["120", 120, "pair"]],
  ["The lens weighs 210 grams, 30 less than the old one.", ["210 grams", 210, "gram"], ["30", 30, "gram"]],
  ["Sales grew a fifth more than a month before.", ["a fifth", 0.2, "fraction"]],
  ["It holds a hundred and seven thousand jars.", ["a hundred and seven thousand", 107_000, "jar"]],
  ["The tower is accurate to plus or minus 4 metres.", ["4 metres", 4, "meter"]],
];

const OTHERS: readonly (readonly [string, string, ...(readonly [string, number | undefined, string | null])[]])[] = [
  ["de", "Die Brücke bleibt einen Monat gesperrt.", ["einen Monat", 1, "month"]],
  ["de", "Der Eintritt kostet 4,50 statt 3,90 Euro.", ["4,50", 4.5, "EUR"], ["3,90 Euro", 3.9, "EUR"]],
  ["de", "Der Verein zahlt 90 Euro pro Monat.", ["90 Euro", 90, "EUR/month"]],
  ["de", "Die Pacht kostet 300 Euro im Monat.", ["300 Euro", 300, "EUR/month"]],
  ["fr", "Le billet coûte 45 euros, 12 de plus que naguère.", ["45 euros", 45, "EUR"], ["12", 12, "EUR"]],
  ["es", "El museo presta 700 libros al mes.", ["700", 700, "libro/month"]],
  ["de", "Die Gärtnerin fand elf seltene Moosarten.", ["elf", 11, "moosart"]],
  ["fr", "Une dizaine de barques ont coulé.", ["Une dizaine", 10, "barque"]],
  ["fr", "La pension coûte 640 euros par mois.", ["640 euros", 640, "EUR/month"]],
  ["fr", "Un Breton sur quatre y va.", ["Un Breton sur quatre", 0.25, "fraction"]],
  ["es", "La vecina vendió un par de lámparas.", ["un par de", 2, "lámpara"]],
  ["es", "El club ganó 12 trofeos y vendió tres canciones.", ["12", 12, "trofeo"], ["tres", 3, "canción"]],
  ["es", "El taller despide a 30 de sus 140 empleados.", ["30", 30, "person"], ["140", 140, "person"]],
];

describe("heads of what is counted", () => {
  for (const [text, ...expected] of ENGLISH) it(text, () => expect(unitsOf(text)).toEqual(expected));
  for (const [language, text, ...expected] of OTHERS) it(text, () => expect(unitsOf(text, language)).toEqual(expected));
});
