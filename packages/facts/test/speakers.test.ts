import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const speakersOf = (text: string, language = "en") =>
  extractFacts({ id: "t", text, language }).quotes.map(({ speaker }) => speaker);

describe("speakers", () => {
  it("are named where a description stands before the name", () => {
    expect(
      speakersOf(
        "Halden’s Transport Minister, Runa Osk, opened the new bridge over the river at noon and was the first to walk over it.\n\n“The river has lost its toll,” she said in the rain.\n\nThe wind was cold. “We will count carts,” the transport minister said.",
      ),
    ).toEqual(["Runa Osk", "Runa Osk"]);
    expect(
      speakersOf(
        "The bakery employs 40 people. Its spokesman, Joren Vask, said that the oven was lost.\n\n“We think of two families today,” he said.",
      ),
    ).toEqual(["Joren Vask"]);
    expect(
      speakersOf(
        "The crop was lost, the farmers’ union said.\n\n“Nobody sows on stone,” the union’s chairman, Matis Orel, told reporters.",
      ),
    ).toEqual(["Matis Orel"]);
  });

  it("are not what reported speech in German is about", () => {
    const text =
      "Die Architektin Ida Solm wies die Kritik zurück. Das Rathaus bleibe offen, sagte sie. Das sei „eine Frage der Geduld und keine des Geldes“, der Grund liege im Boden.";
    expect(speakersOf(text, "de")).toEqual(["Ida Solm"]);
  });

  it("may have a first name only", () => {
    expect(
      speakersOf(
        "Jorid left her boat at the mouth of the river when the rope broke. She walked the last mile to Upper Sorrel.\n\nOn Monday she reached Halden.\n\n“I never feared the water, but this was another river,” she told reporters.\n\nJorid hopes to stay.",
      ),
    ).toEqual(["Jorid"]);
  });

  it("are no mountains, countries or crossings", () => {
    expect(
      speakersOf(
        "A miller, Anders Holm, fled into Halden with his sons after Mount Sorrel shook. Halden has counted many. He crossed at Lower Sorrel.\n\n“It breathed like a cow,” he said.",
      ),
    ).toEqual(["Anders Holm"]);
    expect(
      speakersOf(
        "Bürgermeister Anders Holm dankte den Helfern. Viele kamen in drei Turnhallen unter, wie die Stadt mitteilte. „Keiner hat gefroren, und keiner ist allein geblieben“, sagte er am Mittag vor Journalisten.",
        "de",
      ),
    ).toEqual(["Anders Holm"]);
  });

  it("of figures are those whose clause holds them", () => {
    const sourcesOf = (text: string) =>
      extractFacts({ id: "t", text, language: "en" }).numeric_mentions.map(({ number, attributed_to }) => [
        number.text,
        attributed_to,
      ]);
    expect(
      sourcesOf("The Transport Ministry of Halden put its own count at 12,700, and the Sorrel Border Guard logged 4,500 carts."),
    ).toEqual([
      ["12,700", "The Transport Ministry of Halden"],
      ["4,500", "the Sorrel Border Guard"],
    ]);
    expect(sourcesOf("About 35 per cent of the pupils said 12 buses were late.").map(([, source]) => source)).toEqual([
      null,
      null,
    ]);
  });
});
