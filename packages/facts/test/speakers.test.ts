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

  it("in German are whom a paper quotes, or the paper whose name stands in marks of its own", () => {
    const cases: [string, string][] = [
      ["„Das ist eine Menge, die wir hier nicht kennen“, zitiert bucht.de Polizeisprecher Ralf Quill.", "Ralf Quill"],
      [
        "Der Fraktionschef, Volker Ratz, wird von der „Netzbucht“ mit den Worten zitiert: „Er ist müde. Das hängt ihm nach.“",
        "Volker Ratz",
      ],
      ["„Er ist der kreative Kopf, der in Erinnerung blieb“, schrieb „Die Bucht“ in einem Nachruf.", "„Die Bucht“"],
      ["„Wer uns hilft, dem helfen wir auch“, heißt es auf der Webseite des Hafens.", "der Webseite des Hafens"],
    ];
    for (const [text, speaker] of cases) expect(speakersOf(text, "de"), text).toEqual([speaker]);
  });
});

const toldBy = (text: string, language = "en") =>
  extractFacts({ id: "t", text, language }).indirect_quotes.map(({ speaker, text: told }) => [speaker, told]);

describe("told statements", () => {
  it("end where another source tells of them", () => {
    expect(toldBy("Duarte said the dam would hold if the gates were closed, Kestrel News reported.")).toEqual([
      ["Duarte", "the dam would hold if the gates were closed"],
      ["Kestrel News", "Duarte said the dam would hold if the gates were closed"],
    ]);
  });

  it("go on around a source between two commas, and lead to no quotation", () => {
    expect(toldBy("The council has, according to Ana Duarte, spent all of its money on the harbour.")).toEqual([
      ["Ana Duarte", "The council has, according to Ana Duarte, spent all of its money on the harbour"],
    ]);
    expect(toldBy("In another letter on the same matter, Ana Duarte wrote: “We will see what happens!”")).toEqual([]);
  });

  it("are no day on which somebody reported", () => {
    expect(
      toldBy("The playbook named the gear and the guards, Kestrel News reported on March 25.").map(([, told]) => told),
    ).not.toContain("on March 25");
  });

  it("end where the subject does the next thing, and a headline’s second verb has the subject of the first", () => {
    expect(toldBy("The mayor called for more help from Sorrel and has had a feud with the board.")).toEqual([
      ["The mayor", "for more help from Sorrel"],
    ]);
    expect(toldBy("Ana Duarte warned Sorrel, says the board won’t stay long.").map(([speaker]) => speaker)).not.toContain(
      "the board won’t stay long",
    );
    expect(toldBy("Some have directly announced that they will go.").map(([speaker]) => speaker)).not.toContain("directly");
  });

  it("are no thoughts of whoever leads the sentence, no clause behind a noun and nothing that was left unsaid", () => {
    expect(toldBy("Ana Duarte died when the guard fired at her friend, believing they were burglars.")).toEqual([]);
    expect(toldBy("Ana Duarte said of a version that left out all the brothers.")).toEqual([]);
    expect(toldBy("Nordmark has not yet confirmed the South’s claim that it is willing to talk.")).toEqual([]);
  });

  it("in German need more than “so”, and the subject stands behind its verb after a clause", () => {
    expect(toldBy("Und so kann man eigentlich niemandem so recht vertrauen in dieser Zeit.", "de")).toEqual([]);
    expect(toldBy("Der Damm halte, so Quill am Montag.", "de")).toEqual([["Quill", "Der Damm halte"]]);
    expect(
      toldBy("Es werde Jahre dauern, bis sich die Zahlen erholen, sagte die Vorsitzende Rosa Quill der Zeitung.", "de"),
    ).toEqual([["Rosa Quill", "Es werde Jahre dauern, bis sich die Zahlen erholen"]]);
    expect(toldBy("Die Preise hätten angezogen, heißt es in einer Analyse der Hafenbank, die vorlag.", "de")).toEqual([
      ["einer Analyse der Hafenbank", "Die Preise hätten angezogen"],
    ]);
  });

  it("are those who speak within a statement that a paper only tells of", () => {
    expect(
      speakersOf(
        "Mira Tolvanen, the warden of Halden Mill, let the walkers sleep in her loft.\n\nThe district radio said that Tolvanen said, “The ladder is steep, so I carried every blanket up alone.” “By ten there were 31 boots on the stove.”",
      ),
    ).toEqual(["Mira Tolvanen", "Mira Tolvanen"]);
    expect(
      speakersOf(
        "The harbour office said it believed a young sailor who wrote in the log on Friday that the pump was “as good as new” had never seen it.",
      ),
    ).toEqual(["a young sailor"]);
    expect(speakersOf("The Halden Post reported that the mayor told the council on Monday: “We will not pay.”")).toEqual([
      "the mayor",
    ]);
    expect(speakersOf("Ana Duarte said she was certain the board would go on to be “a voice for the whole valley.”")).toEqual([
      "Ana Duarte",
    ]);
  });

  it("are people, not the body whose chairman or columnist they are", () => {
    expect(
      speakersOf(
        "The road is shut. “The board should say where the money went,” Sorrel Council chairman Bram Holte said. “Nobody else asks.”",
      ),
    ).toEqual(["Bram Holte", "Bram Holte"]);
    const { indirect_quotes } = extractFacts({
      id: "t",
      text: "Sorrel Council chairman Bram Holte wrote to the board on Monday, saying the road would close. Sorrel Council officials wrote to the press on Tuesday, saying the road was safe.",
      language: "en",
    });
    expect(indirect_quotes.map(({ speaker }) => speaker)).toEqual(["Bram Holte", "Sorrel Council officials"]);
  });

  it("are whom a paragraph presents, and who spoke last for somebody, rather than whom the text names most", () => {
    expect(
      speakersOf(
        "Gunther, 61, a ferryman, sold his boat in May. It cost Gunther a summer. Gunther had wept, he said. He kept the oars.\n\n“The keel was oak,” he said, “and the mast was ash.”\n\nBogdan, a tall glazier, came to the yard in Upper Sorrel at noon.\n\nBy the slipway, he said, “I would have paid twice that for the sails.”",
      ),
    ).toEqual(["Gunther", "Gunther", "Bogdan"]);
    const { numeric_mentions } = extractFacts({
      id: "t",
      text: "The warden said Marek Crale had moored the barge badly. Crale had left it at dusk.\n\nUp the coast 19 houses lost their roofs, a spokesman for the Orlo Harbour Trust said in the evening.\n\nIn the valley 23 barns were under water, he said.",
      language: "en",
    });
    expect(numeric_mentions.map(({ attributed_to }) => attributed_to)).toEqual([
      "a spokesman for the Orlo Harbour Trust",
      "a spokesman for the Orlo Harbour Trust",
    ]);
  });

  it("are named where a place stands within their description", () => {
    expect(
      speakersOf(
        'Nora Delgado, a Sorrel baker, wrote to the Halden Gazette that the quarry wall fell at dawn. "I thought it was thunder, until the dog would not come in."',
      ),
    ).toEqual(["Nora Delgado"]);
  });
});
