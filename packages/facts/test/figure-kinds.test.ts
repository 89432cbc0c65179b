import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const figuresOf = (text: string, language: string): string =>
  extractFacts({ id: "t", text, language })
    .numeric_mentions.map(({ value, range, unit }) => `${value ?? range?.join("-")} ${unit ?? ""}`.trim())
    .join("; ");

describe("figures are read by kind", () => {
  it.each([
    ["fr", "Trois écoles sur cinq ont fermé, neuf Français sur dix le savent", "0.6 fraction; 0.9 fraction"],
    ["fr", "La chambre 212, le vol 309 et l'article 5 concernent 40 personnes", "40 person"],
    ["fr", "Le plan coûte 450 M€ et 12 k€", "450000000 EUR; 12000 EUR"],
    ["es", "La habitación 212, el vuelo 309 y el artículo 5 afectan a 40 personas", "40 person"],
    ["es", "La tasa es de 3 por cada 1.000", "0.003 fraction"],
    ["de", "Raum 212 und Postfach 4471 sind für 40 Leute gesperrt", "40 person"],
    ["en", "He answered 30 out of 30 questions", "1 fraction"],
    ["en", "The bonds came to 3.4 trln yen", "3400000000000 JPY"],
    ["de", "Das kostet 23 Milliarden US-Dollar", "23000000000 USD"],
    ["de", "Der Preis stieg auf 799,30 US-Dollar", "799.3 USD"],
    ["de", "Es kamen zwischen einer und drei Personen", "1-3 person"],
    ["de", "Mehrere hundert Menschen kamen", "200-999 person"],
    ["de", "Es fehlen mehrere tausend Wohnungen", "2000-9999 apartment"],
    ["de", "Das Risiko hat sich verfünffacht", "5 factor"],
    ["de", "Es ist das Achtfache des Wertes", "8 factor"],
    ["de", "Etwa ein halbes Prozent fehlt", "0.5 percent"],
    ["de", "Zwei Gemeinden sind betroffen", "2 gemeinde"],
    ["de", "Das Fest beginnt um 10 Uhr", ""],
    ["de", "Er feierte seinen 80. Geburtstag", ""],
    ["de", "Ein gutes Dutzend Menschen kam", "12 person"],
    ["de", "Die Firma ist drei Milliarden Euro schwer", "3000000000 EUR"],
    ["de", "Ein 80-prozentiger Anteil", "80 percent"],
    ["de", "Das Auto hat 120 PS", "120 horsepower"],
    ["de", "Sie fuhr 30 km/h schnell", "30 kilometer/hour"],
    ["de", "Ein dreistöckiges Haus", "3 floor"],
    ["de", "In den 90er Jahren war es so", ""],
    ["de", "Die Fläche misst 11.500 qm", "11500 square meter"],
    ["de", "Der Park hat eine Leistung von 6,3 MW", "6.3 megawatt"],
    ["de", "Das Beben hatte eine Magnitude von 6,3 Mw", "6.3 magnitude"],
    ["de", "Drei 18-Jährige wurden festgenommen", "3 person; 18 year"],
    ["en", "Three 18-year-olds were arrested", "3 person; 18 year"],
    ["de", "Ein Vierteljahrhundert lang stand das Haus leer", "25 year"],
    ["de", "Pro Tag kommen 300 Menschen", "300 person/day"],
    ["de", "Täglich fahren 40 Züge", "40 train/day"],
    ["en", "The dam will cost $7.4 billion. It was last put at 4.9 billion.", "7400000000 USD; 4900000000 USD"],
    ["en", "The dam will cost $7.4 billion. Nine million people need it.", "7400000000 USD; 9000000 person"],
    ["en", "The Civic List won 34 percent and Labour just under 31.", "34 percent; 31 percent"],
    ["en", "The choir sang 14 songs asked for by guests.", "14 song"],
    ["de", "Der NASDAQ 100 verlor 1,9 Prozent", "1.9 percent"],
    ["en", "The Nasdaq 100 fell 2 percent", "2 percent"],
    ["en", "The Dow Jones fell 300 points", "300 point"],
    ["de", "Ein geschätztes Drittel der Bäume ist krank", "0.3333333333333333 fraction"],
    ["de", "Sie hat eine zehnmal höhere Auflage", "10 factor"],
    ["de", "37 Festnahmen gab es am Abend", "37 arrest"],
    ["de", "Tausende waren auf der Straße", "2000-9999 person"],
    ["de", "Rund 15 Rinder erkrankten", "15 cattle"],
    ["en", "The price rose to １２．５ percent", "12.5 percent"],
    ["en", "The toll reached ١٢ people", "12 person"],
    ["hi", "यहाँ १२ लोग", "12"],
    ["ar", "قتل ١٢ شخصا", "12"],
    ["en", "Several hundred people came", "200-999 person"],
    ["en", "A few thousand people came", "2000-9999 person"],
    ["en", "A couple of hundred people came", "200-999 person"],
    ["en", "Half a percent is missing", "0.5 percent"],
    ["en", "It flows at 40 m/s", "40 meter/second"],
    ["en", "It covers 30 m²", "30 square meter"],
    ["en", "The tank holds 300 cc", "300 cubic centimeter"],
    ["en", "300 Danish krone", "300 DKK"],
    ["en", "300 Czech koruna", "300 CZK"],
    ["en", "It costs 30¢", "30 cent"],
    ["en", "It fell 52in of rain", "52 inch"],
    ["en", "Voters under 45 stayed home", "45 year"],
    ["de", "Er gestand die Unterschlagung von 2000 Euro", "2000 EUR"],
    ["de", "Der heute 65jährige lachte", "65 year"],
    ["de", "Der Index fiel auf 2856,62 Zähler", "2856.62 point"],
  ])("%s: %s", (language, text, figures) => {
    expect(figuresOf(text, language)).toBe(figures);
  });
});

describe("what a bare figure counts stands before it", () => {
  it.each([
    ["en", "Twelve people were hurt. Three died.", "12 person; 3 person"],
    ["en", "Forty guests were aboard. Of the 40, 12 were children.", "40 person; 40 person; 12 person"],
    ["en", "The firm sold 300 boats. It sold 250 a year earlier.", "300 boat; 250 boat"],
    ["en", "The fire destroyed 20 homes. Six more were damaged.", "20 home; 6 home"],
    ["en", "The fire destroyed 20 homes. Another six were damaged.", "20 home; 6 home"],
    ["en", "They tested 400 cows. Five were sick.", "400 cow; 5 cow"],
    ["en", "Some 90 ships wait. About 30 carry grain.", "90 ship; 30 ship"],
    ["en", "Of the 25 miners, four were rescued.", "25 person; 4 person"],
    ["de", "Das Feuer zerstörte 20 Häuser. Sechs weitere wurden beschädigt.", "20 house; 6 house"],
    ["en", "The yard built 20 boats. Four people left.", "20 boat; 4 person"],
  ])("%s: %s", (language, text, expected) => expect(figuresOf(text, language)).toBe(expected));
});
