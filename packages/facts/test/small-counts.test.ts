import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const figuresOf = (text: string, language: string): string =>
  extractFacts({ id: "t", text, language })
    .numeric_mentions.map(({ value, range, unit }) => `${value ?? range?.join("-")} ${unit ?? ""}`.trim())
    .join("; ");

describe("people harmed are counted without a number", () => {
  it.each([
    ["en", "A passenger was hurt when a bus hit a wall in Sorrel.", "1 person"],
    ["en", "A 34-year-old passenger was seriously hurt in the crash.", "1 person; 34 year"],
    ["en", "The fire killed a guard and injured two workers.", "1 person; 2 person"],
    ["en", "A couple was rescued from the river, and a man drowned.", "2 person; 1 person"],
    ["en", "No one was hurt in the blaze.", "0 person"],
    ["en", "Nobody was injured, police said.", "0 person"],
    ["en", "There were no injuries, the mayor said.", "0 person"],
    ["en", "No casualties were reported after the quake.", "0 person"],
    ["en", "No one died.", "0 person"],
    ["en", "A police officer was fatally wounded on Friday.", "1 person"],
    ["en", "A suspect has been arrested, the sheriff said.", "1 person"],
    ["en", "A child died after a fall.", "1 person"],
    ["en", "A trio of hikers was found dead.", "3 person"],
    ["en", "A woman is missing after the flood.", "1 person"],
    ["en", "He told a reporter that nobody had died.", "0 person"],
    ["en", "A student was arrested in connection with the fire.", "1 person"],
    ["en", "A soldier was reported missing.", "1 person"],
    ["en", "Police arrested a teenager on Monday.", "1 person"],
    ["de", "Ein Mann wurde bei dem Unfall schwer verletzt.", "1 person"],
    ["de", "Bei dem Brand starb eine Frau.", "1 person"],
    ["de", "Dabei wurde ein Radfahrer leicht verletzt.", "1 person"],
    ["de", "Es gab ein Todesopfer.", "1 person"],
    ["de", "Verletzte gab es keine, keine Toten, sagte der Bürgermeister.", "0 person"],
    ["de", "Niemand wurde verletzt.", "0 person"],
    ["de", "Ein Toter und drei Verletzte sind die Bilanz.", "1 person; 3 person"],
    ["de", "Eine Polizistin kam bei dem Einsatz ums Leben.", "1 person"],
    ["de", "Ein 34-jähriger Arbeiter ist gestorben.", "1 person; 34 year"],
    ["de", "Die Polizei hat einen Verdächtigen festgenommen.", "1 person"],
    ["de", "Ein Kind wird vermisst.", "1 person"],
    ["de", "Am Montag ist in Tarn ein Mann ums Leben gekommen.", "1 person"],
    ["de", "Verletzt wurde niemand.", "0 person"],
  ])("%s: %s", (language, text, expected) => expect(figuresOf(text, language)).toBe(expected));
});

describe("and nobody else is", () => {
  it.each([
    ["en", "A man said the road was icy."],
    ["en", "A woman from Sorrel was among the first to arrive."],
    ["en", "A passenger ferry was lost in the storm."],
    ["en", "A worker's car was damaged."],
    ["en", "A driver lost control of his truck."],
    ["en", "A doctor who treated the child said she was fine."],
    ["de", "Ein Mann sagte, die Straße sei glatt."],
    ["de", "Ein Fahrer verlor die Kontrolle."],
    ["de", "Der Verdächtige wurde von einem Polizisten erschossen."],
    ["en", `The road is icy. ${"It was a long day. ".repeat(6)}A man was killed there in 1962.`],
  ])("%s: %s", (language, text) => expect(figuresOf(text, language)).toBe(""));
});
