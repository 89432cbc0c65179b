import { describe, expect, it } from "vitest";
import {
  english,
  findFigures,
  french,
  german,
  type LanguageWords,
  oppositePolarity,
  readSense,
  spanish,
  WordScan,
} from "../src/index.ts";

/** Value (or range) and unit of each figure of a text, as one short line. */
const read = (text: string, words: LanguageWords = english): string =>
  findFigures(text, words)
    .map(({ value, range, unit }) => `${value ?? range?.join("..")} ${unit ?? "-"}`)
    .join(", ");

describe("numbers by tables, in English", () => {
  it.each([
    ["It froze at minus 12 degrees and moved −0.8 percent, then -3.5%.", "-12 degree, -0.8 percent, -3.5 percent"],
    ["The result was -$2 million, $-3 million and (1,200) crowns.", "-2000000 USD, -3000000 USD, -1200 crown"],
    ["A loss of ($3.4 million) and a balance of (£1.2bn).", "-3400000 USD, -1200000000 GBP"],
    ["Three out of every eight carts sank at 40 degrees below zero.", "0.375 fraction, -40 degree, 0 -"],
    ["SORREL –12 boats sank. Boats 12-15 sail.", "12 -, 12..15 -"],
    ["Notes of 5 €, 10 € and 20 $ for 12 $ 30 cents.", "5 EUR, 10 EUR, 20 USD, 12.3 USD"],
    ["She won in 2 hours 19 minutes, 41 seconds ahead.", "2.3166666666666664 hour, 41 second"],
    ["It took 2 hours, 19 minutes, 30 seconds and ₿12.", "2.325 hour, 12 bitcoin"],
    ["One and a half million crowns, two-and-a-half-week talks.", "1500000 crown, 2.5 week"],
    ["Rates of 4¾ percent on a 1 1/2 mile road, 2½ hours.", "4.75 percent, 1.5 mile, 2.5 hour"],
    ["A year and a half, half an hour, three quarters of a million.", "1.5 year, 0.5 hour, 750000 -"],
    ["A million and a half boats, half a dozen eggs.", "1500000 -, 6 -"],
    ["816 000 tonnes, 1 943 million euros, 2'400 boats, 1 250 000 people.", "816000 ton, 1943000000 EUR, 2400 -, 1250000 -"],
    ["In 2031 300 people left; on 4 100 people came.", "300 -, 100 -"],
    ["25 lakh rupees, Rs 4,50,000 crore, Rs. 300, 1.2 crore.", "2500000 INR, 4500000000000 INR, 300 INR, 12000000 -"],
    [
      "3.5 mn euros, $2.4trn, €45mn, 12 bln roubles, 5m pounds.",
      "3500000 EUR, 2400000000000 USD, 45000000 EUR, 12000000000 RUB, 5000000 GBP",
    ],
    ["1.8M dollars, 1.5m users, a 5m wall, 10k runners.", "1800000 USD, 1500000 -, 5 meter, 10000 -"],
    ["EUR 2.5m, CHF 12, 45 million SEK, 3 Swiss francs, 7 Indian rupees.", "2500000 EUR, 12 CHF, 45000000 SEK, 3 CHF, 7 INR"],
    ["US$3bn, A$12m, R$30m, ₦400, ₺12.", "3000000000 USD, 12000000 AUD, 30000000 BRL, 400 NGN, 12 TRY"],
    ["25 basis points, 25 bps, three percentage points.", "25 basis point, 25 basis point, 3 percent"],
    ["One in four voters, three out of five schools, 7 per 100,000 births.", "0.25 fraction, 0.6 fraction, 0.00007 fraction"],
    ["One in every five shops, four of every ten, a one-in-four chance.", "0.2 fraction, 0.4 fraction, 0.25 fraction"],
    ["Every third voter stayed home every second day.", `${1 / 3} fraction`],
    ["Two in 24 hours, one in 2031.", "2 -, 24 hour, 1 -"],
    ["5 ft 2 in, 6'2\", two hours and 30 minutes.", `${5 + 2 / 12} foot, ${6 + 2 / 12} foot, 2.5 hour`],
    ["4 thousand 3 hundred and 21 people, two million three hundred thousand.", "4321 -, 2300000 -"],
    ["Thirteen dollars and forty-five cents; three point five million.", "13.45 USD, 3500000 -"],
    [
      "60 miles per hour, 12 km/h, 30 km2, 5 square miles.",
      "60 mile/hour, 12 kilometer/hour, 30 square kilometer, 5 square mile",
    ],
    ["A 12-fold rise, nine times higher, three times as many; he went four times.", "12 factor, 9 factor, 3 factor, 4 -"],
    ["A month in prison, the ninth day of the strike, a third straight week.", "1 month, 9 day, 3 week"],
    ["A baker in his 20s met a woman in her early 40s.", "20..29 year, 40..49 year"],
    ["Duty is up 3p a litre, a 75p rise, on 1080p screens.", "3 penny, 75 penny"],
    ["It called back 1.2m of the heaters; runway 27L and seat 14C; flight SA 418.", "1200000 -"],
    ["The PhotoLab 300 prints; about a third got nothing, by the third year.", `${1 / 3} fraction`],
    ["It cut the price by a third, and by half.", `${1 / 3} fraction, 0.5 fraction`],
  ])("%s", (text, expected) => {
    const near = (line: string): string => line.replace(/-?\d+\.\d{6,}/g, (number) => Number(number).toPrecision(6));
    expect(near(read(text))).toBe(near(expected));
  });

  it.each([
    "They won by a 3-1 margin and lost 2-6, 6-4.",
    "Call 555-0142 or +44 20 7946 0958; fax 020 7946 0000.",
    "Text +1 (628) 555-0142, or +49 (0)30 555-014.",
    "It is the number one export. Number two on the list is tin, number 3 is zinc.",
    "The room is 12B, at 41 Quay Row, near 10 Harbour Street.",
    "He drove a Model 3. Formula 1 returns. The 737 Max flew. Flight KX 204 left.",
    "It was the summer of '08. See Table 1, page 14, Article 5.",
    "The final was 52-48. A 5-4 win. A 3-for-1 split. The 5G net. Agent 007.",
    "Covid-19 came at 9:30 a.m. on 24/7 duty, version 2.1.3.",
  ])("no figure in: %s", (text) => {
    expect(read(text)).toBe("");
  });

  it("keeps a change, its end and its start apart, and shares their unit", () => {
    expect(read("The toll rose by 12 to 47.")).toBe("12 -, 47 -");
    expect(read("Exports fell from 47 to 12 million tonnes.")).toBe("47000000 ton, 12000000 ton");
    expect(read("Sales rose to 47 million crowns from 42 million.")).toBe("47000000 crown, 42000000 crown");
    expect(read("From 5,000 to 6,000 people came, between 20 and 30 of them by boat.")).toBe("5000..6000 -, 20..30 -");
  });
});

describe("numbers in German, French and Spanish", () => {
  it.each([
    [german, "Minus 12 Grad, −5 °C und 1.250,50 Euro.", "-12 degree, -5 degree Celsius, 1250.5 EUR"],
    [german, "Es waren 12 Grad unter null, gestern 3 Grad unter dem Mittel.", "-12 degree, 0 -, 3 degree"],
    [german, "Anderthalb Jahre, zweieinhalb Stunden, eine halbe Million.", "1.5 year, 2.5 hour, 500000 -"],
    [german, "3 Mio. Euro, 45 Mrd. Euro, 12 Tsd. Tonnen, EUR 1.250,50.", "3000000 EUR, 45000000000 EUR, 12000 ton, 1250.5 EUR"],
    [german, "Drei von fünf Schulen, jeder vierte Wähler, einer von zehn.", "0.6 fraction, 0.25 fraction, 0.1 fraction"],
    [german, "Dreimal so viele Boote, 200 Schweizer Franken, ein Minus von 3 Prozent.", "3 factor, 200 CHF, -3 percent"],
    [german, "Hafenstraße 41, Telefon 030 123456, Gleis 4, Zimmer 12B.", ""],
    [french, "3,5 millions d'euros, un million et demi de dollars, 12 pour cent.", "3500000 EUR, 1500000 USD, 12 percent"],
    [french, "Quatre-vingt-dix-sept maisons, soixante-douze, deux ans et demi.", "97 -, 72 -, 2.5 year"],
    [french, "1 250 000 habitants, moins 12 degrés, un sur dix.", "1250000 -, -12 degree, 0.1 fraction"],
    [spanish, "3,5 millones de euros, un millón y medio de dólares, 12 por ciento.", "3500000 EUR, 1500000 USD, 12 percent"],
    [spanish, "12 mil 340 votos, 4 mil 200 toneladas.", "12340 -, 4200 ton"],
    [spanish, "Treinta y dos casas, 45 mil millones de euros, dos años y medio.", "32 -, 45000000000 EUR, 2.5 year"],
    [spanish, "Uno de cada cuatro, tres de cada diez, menos 12 grados.", "0.25 fraction, 0.3 fraction, -12 degree"],
  ] as const)("%o", (words, text, expected) => {
    expect(read(text, words)).toBe(expected);
  });
});

describe("readSense", () => {
  const senses = (text: string, words: LanguageWords = english): string => {
    const scan = new WordScan(text);
    return findFigures(text, words)
      .map((figure) => readSense(scan, figure, words))
      .map(({ polarity, aspect, isNegated }) => [polarity, aspect, isNegated ? "denied" : null].filter(Boolean).join(" "))
      .join(", ");
  };

  it.each([
    ["The toll rose by 12 to 47.", "up change, up level"],
    ["The yard made a profit of 3 million crowns.", "profit"],
    ["The yard posted a loss of 3 million crowns.", "loss"],
    ["Nine members voted for and four against the plan.", "for, against"],
    ["Some 2,000 entered and 300 left.", "in, out"],
    ["Turnout did not reach 40 percent.", "denied"],
    ["No fewer than 40 boats sailed.", ""],
    ["The economy shrank 0.4 percent.", "down change"],
  ])("%s", (text, expected) => {
    expect(senses(text)).toBe(expected);
  });

  it("reads German past an abbreviation's stop", () => {
    expect(senses("Die Kosten stiegen um 3,5 Mio. Euro auf 45 Mrd. Euro.", german)).toBe("up change, up level");
  });

  it("knows the other end of each axis", () => {
    for (const [one, other] of [
      ["up", "down"],
      ["profit", "loss"],
      ["for", "against"],
      ["in", "out"],
      ["won", "lost"],
    ] as const) {
      expect(oppositePolarity(one)).toBe(other);
      expect(oppositePolarity(other)).toBe(one);
    }
  });
});
