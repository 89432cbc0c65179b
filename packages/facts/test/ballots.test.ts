import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const figuresOf = (text: string, language: string): string =>
  extractFacts({ id: "t", text, language })
    .numeric_mentions.map(({ value, range, unit, polarity }) =>
      [value ?? range?.join("-"), unit ?? "-", unit === "vote" ? polarity : ""].join(" ").trim(),
    )
    .join("; ");

describe("votes told by both sides", () => {
  it.each([
    ["en", "The House passed the farm bill 231-204 on Thursday.", "231 vote for; 204 vote against"],
    ["en", "The Senate confirmed Duarte by 51 votes to 48.", "51 vote for; 48 vote against"],
    ["en", "The council voted 7 to 2 to close the pool.", "7 vote for; 2 vote against"],
    ["en", "The council voted seven to two to close the pool.", "7 vote for; 2 vote against"],
    ["en", "The House voted fifty-one to forty-eight.", "51 vote for; 48 vote against"],
    ["en", "The court ruled 5-4 against the town of Sorrel.", "5 vote for; 4 vote against"],
    ["en", "Lawmakers rejected the measure 55-45.", "55 vote against; 45 vote for"],
    ["en", "The amendment failed 45-55 in the Senate.", "45 vote for; 55 vote against"],
    ["en", "The measure passed on a 231-204 party-line vote.", "231 vote for; 204 vote against"],
    ["en", "The farm bill passed 216 to 212 in Halvet's assembly.", "216 vote for; 212 vote against"],
    ["en", "The motion failed 53 to 45, short of the 60 votes needed.", "53 vote against; 45 vote for; 60 vote"],
    ["en", "The city commission deadlocked 3-3 on the budget.", "3 vote for; 3 vote against"],
    ["en", "The Senate voted 52-47-1 to go on.", "52 vote for; 47 vote against"],
    ["de", "Der Bundestag nahm das Gesetz mit 326 zu 290 Stimmen an.", "326 vote for; 290 vote against"],
    ["de", "Der Stadtrat lehnte den Antrag mit 12:9 Stimmen ab.", "12 vote against; 9 vote for"],
    ["de", "Für den Antrag gab es 51 Ja-Stimmen gegen 48 Nein-Stimmen.", "51 vote for; 48 vote against"],
    ["fr", "La loi a été adoptée par 51 voix contre 48.", "51 vote for; 48 vote against"],
    ["es", "La ley fue aprobada por 51 votos contra 48.", "51 vote for; 48 vote against"],
  ])("%s: %s", (language, text, expected) => expect(figuresOf(text, language)).toBe(expected));
});

describe("scores and ranges are no votes", () => {
  it.each([
    ["en", "The Rovers beat Halvet United 3-1 on Saturday.", ""],
    ["en", "Halvet won 5-4 in overtime at the Senate Arena.", ""],
    ["en", "They lost the series 4-2 last year.", ""],
    ["en", "The harbour stays open. The vote was 57-43.", ""],
    ["en", "He got two to three votes in each district.", "2-3 vote"],
    ["de", "Der FC Halvet siegte 3:1 in Sorrel.", ""],
    ["de", "Sorrel verlor mit 0:2 gegen Tarn.", ""],
  ])("%s: %s", (language, text, expected) => expect(figuresOf(text, language)).toBe(expected));
});
