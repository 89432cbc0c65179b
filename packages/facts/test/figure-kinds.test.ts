import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const figuresOf = (text: string, language: string): string =>
  extractFacts({ id: "t", text, language })
    .numeric_mentions.map(({ value, range, unit }) => `${value ?? range?.join("-")} ${unit ?? ""}`.trim())
    .join("; ");

describe("figures are read by kind", () => {
  it.each([
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
