import { describe, expect, test } from "vitest";
import { extractFacts } from "../src/index.ts";

const read = (text: string, language = "en") => extractFacts({ id: "t", text, language });
const spoken = (text: string, language = "en") => read(text, language).quotes.map((quote) => [quote.text, quote.speaker]);
const told = (text: string, language = "en") => read(text, language).indirect_quotes.map((quote) => [quote.speaker, quote.text]);
const people = (text: string, language = "en") =>
  read(text, language)
    .entities.filter(({ type }) => type === "person")
    .map(({ canonical }) => canonical);
const sources = (text: string) => read(text).numeric_mentions.map(({ attributed_to }) => attributed_to);

describe("no speaker", () => {
  test.each([
    ["the first part of a hyphenated word", "The so-called “quay gate” affair cost the mayor his post."],
    ["its second part", "His much-quoted “harbour first” plan is dead. The well-known “dry quay” rule stays."],
    ["an article", "The report “Tides of Tarnow” was read by all. A note “For the night watch” lay there."],
  ])("is %s", (_, text) => {
    for (const [, speaker] of spoken(text)) {
      expect(speaker ?? "nobody").toMatch(/\p{L}{2}/u);
      expect(speaker ?? "nobody").not.toMatch(/-$|^(?:The|A|His)$/);
    }
  });

  test("is given to the title of a report", () => {
    expect(spoken("The report “Eels and Mud” was read by all. The novel “Mud and Silver” was not.")).toEqual([]);
  });

  test("is carried on from a sign", () => {
    expect(
      spoken("A sign on the door read “Keep out of the yard”. The “harbour first” plan is dead.").slice(1),
    ).not.toContainEqual(["“harbour first”", "A sign on the door"]);
  });
});

describe("a statement without quotation marks", () => {
  test.each([
    ["said that", "The harbour board said that the gate would open.", "The harbour board", "the gate would open"],
    ["said", "Officials said the gate would open.", "Officials", "the gate would open"],
    ["said at the end", "The gate will open, officials said on Monday.", "officials", "The gate will open"],
    ["said in a letter", "The gate will open, the harbour board said in a letter.", "the harbour board", "The gate will open"],
    ["told somebody", "Mayor Ana Duarte told reporters the gate would open.", "Ana Duarte", "the gate would open"],
    ["told her", "Otto Brack told her she had won the seat.", "Otto Brack", "she had won the seat"],
    ["in the middle", "The gate, officials said, will open.", "officials", "The gate, officials said, will open"],
    ["a body that is no name", "The fund warned that the gate would close.", "The fund", "the gate would close"],
    ["people without a noun", "Others argued that the gate should stay.", "Others", "the gate should stay"],
    ["a claim", "She repeated the mayor's claim that the water was clean.", "the mayor", "the water was clean"],
    ["an act", "Mayor Ana Duarte promised to open the gate by noon.", "Ana Duarte", "to open the gate by noon"],
    ["a request", "The mayor urged drivers to leave their cars.", "The mayor", "drivers to leave their cars"],
    ["a document", "The survey showed that 40 boats had left.", "The survey", "40 boats had left"],
  ])("%s", (_, text, speaker, content) => {
    expect(told(text)).toContainEqual([speaker, content]);
  });

  test.each([
    [
      "a description of whom it cites",
      "According to Ana Duarte, a geologist at Halden College, the vote was fair.",
      "Ana Duarte",
      "the vote was fair",
    ],
    [
      "more of its source",
      "The lists were changed, according to Halden officials, one of the towns hit.",
      "Halden officials",
      "The lists were changed",
    ],
    [
      "who listened",
      "Brack told Mr. Lind, then the harbour director, that the board should sue.",
      "Brack",
      "the board should sue",
    ],
    [
      "when it was said",
      "A senior official told reporters earlier this week that the deal was done.",
      "A senior official",
      "the deal was done",
    ],
    ["the main clause", "Although Brack has said he gave up the yard, he still owns it.", "Brack", "he gave up the yard"],
    ["what the text grants", "Brack has said he was moved, though his wish has drawn complaints.", "Brack", "he was moved"],
    ["who is told", "The vote was fair, two people present told The Halden Press.", "two people present", "The vote was fair"],
    [
      "a conjunction",
      "Papers reported that the town government recently confirmed that 40 sailors had left.",
      "the town government",
      "40 sailors had left",
    ],
    [
      "half of a pair",
      "The boat tycoon and television star said he wants to go.",
      "The boat tycoon and television star",
      "he wants to go",
    ],
  ])("does not hold %s", (_, text, speaker, content) => {
    expect(told(text)).toContainEqual([speaker, content]);
  });

  test.each([
    ["Kazakhstan closed its border. Its Interior Ministry said 40 people had left.", "Kazakhstan’s Interior Ministry"],
    [
      "The Border Guard of Kazakhstan counted 17 trucks. Velmark has let in 40 of them, its Foreign Ministry said on Tuesday.",
      "Foreign Ministry",
    ],
    [
      "The Border Guard of Sorrel counted 17 trucks. Kazakhstan let in 40, its Foreign Ministry said.",
      "Kazakhstan’s Foreign Ministry",
    ],
    ["The storm hit at noon. Its medical office said that the road was closed.", "medical office"],
  ])("of “its” body names whose it is: %s", (text, speaker) => {
    expect(told(text)[0]?.[0]).toBe(speaker);
  });

  test.each([
    ["an announced thing", "Duarte announced her decision in a statement Tuesday, saying that she had no funds.", 1],
    ["a belief of an if", "The clerk may refuse it if she believes that the papers are false.", 0],
    ["the paper's own “we say”", "Unlike them, when we say we are in this together we mean it.", 0],
    ["a call that is a noun", "He spoke in a press call on an unrelated topic that the board had set.", 0],
  ])("is not %s", (_, text, count) => {
    expect(told(text)).toHaveLength(count);
  });

  test("goes on for the same subject behind “adding that”", () => {
    expect(told("The bridge was closed, Ana Duarte told the Halden Post, adding that it would open in spring.")).toEqual([
      ["Ana Duarte", "The bridge was closed"],
      ["Ana Duarte", "it would open in spring"],
    ]);
  });

  test.each([
    ["negated", "The mayor did not say that the gate would open."],
    ["declined", "Mayor Ana Duarte declined to say whether the gate would open."],
    ["never said", "The harbour board has not said that the gate will open."],
    ["hypothetical", "The mayor might say that the gate will open."],
    ["wished", "The mayor hoped to say that the gate was open."],
    ["passive", "The opening of the gate was announced on Monday and it rained."],
    ["a thing that begins", "It began at noon and it ended at nine."],
    ["a thing that adds", "The new wing added two rooms to the house."],
    ["a noun", "His report on the gate was read by all members of the board."],
    ["a claim of money", "A third of the money went to schools and it helped."],
    ["prices that go", "Prices went up by 40 crowns while wages stayed the same."],
  ])("is none: %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });

  test("gives its figures to who made it, and to no one else", () => {
    expect(sources("Prices went up by 40 crowns. The council met for long.")).toEqual([null]);
    expect(sources("A third of the money went to schools. Four boats sank near Gorna.").at(-1)).toBeNull();
    expect(sources("Officials said 40 boats sank near Gorna.")).toEqual(["Officials"]);
    expect(sources("Officials say about 40 boats sank near Gorna.")).toEqual(["Officials"]);
    expect(sources("The harbour board said over 40 boats sank near Gorna.")).toEqual(["The harbour board"]);
  });

  test("is no one who adds what is counted", () => {
    expect(sources("Boat yards added 3,700; inns added about 40.")).toEqual([null, null]);
    expect(sources("Economy adds 9,600 jobs, rate holds at 3.8%")).toEqual([null, null]);
    expect(sources("Mayor Lena Brandvik added 12 people had left by noon.")).toEqual(["Lena Brandvik"]);
    expect(sources("Mayor Lena Brandvik added that 12 people had left by noon.")).toEqual(["Lena Brandvik"]);
  });
});

describe("attribution that leads in or signs", () => {
  test.each([
    ["From NAME:", "The state sent its thanks.\nFrom Chairwoman Rosa Quill:\n“Anna Lund brings much to the harbour board.”"],
    ["this from NAME, ROLE:", "Thanks came in.\nAnd this from Rosa Quill, the mayor:\n“We owe her the bridge.”"],
    ["In the words of NAME:", "In the words of Rosa Quill: “The bridge is old.”"],
    ["A statement from NAME:", "A statement from Commissioner Rosa Quill: “We will pay for it.”"],
    ["— NAME", "The council met.\n“We will pay.” —Commissioner Rosa Quill\nThe night was long."],
    ["a name below", "The council met.\n“It will hold.”\nRosa Quill, engineer\nThe night was long."],
  ])("%s", (_, text) => {
    expect(spoken(text).map(([, speaker]) => speaker)).toEqual(["Rosa Quill"]);
  });

  test("beats the speaker before", () => {
    expect(spoken("“It is late,” Otto Brack said.\n“We will pay.” — Rosa Quill")).toEqual([
      ["“It is late,”", "Otto Brack"],
      ["“We will pay.”", "Rosa Quill"],
    ]);
  });
});

describe("two bearers of a surname", () => {
  test("are told apart by how they are addressed", () => {
    const text =
      "Mr. Harrow and his wife, Mrs. Harrow, live in Sorrel. “We like it,” Mrs. Harrow said. “It is quiet,” Mr. Harrow added.";
    expect(spoken(text).map(([, speaker]) => speaker)).toEqual(["Mrs. Harrow", "Harrow"]);
  });

  test("are told apart by their first names", () => {
    const text = "Otto Brack and Rosa Brack met. “No,” said Rosa Brack. Mr. Brack disagreed. “Yes,” Mr. Brack said.";
    expect(spoken(text).map(([, speaker]) => speaker)).toEqual(["Rosa Brack", "Otto Brack"]);
    expect(people(text)).toEqual(["Otto Brack", "Rosa Brack"]);
  });
});

describe("months that are people", () => {
  test("before a surname, and as one", () => {
    expect(people("April Stone, a teacher, and June Park, a nurse, met Jan Mays on Sunday. May Lund left.")).toEqual([
      "April Stone",
      "June Park",
      "Jan Mays",
      "May Lund",
    ]);
    expect(people("In March Fredric March left. “Yes,” said Rosa May.")).toEqual(["Fredric March", "Rosa May"]);
  });

  test("not behind a word that leads to dates, nor before a day", () => {
    expect(people("In June Paris floods. Since April Kenya is dry. By August 3 all was over.")).toEqual([]);
  });
});

describe("no names", () => {
  test.each([
    ["a section's label", "Latest: the gate is open. It stayed so."],
    ["a tag", "They wrote #HarbourFirst and @quaygate on the wall."],
    ["a dateline's state", "FLINTHAM, Mich. — The gate is open and stays so."],
    ["a time zone", "It began at 5 p.m. EST and it rained."],
  ])("%s", (_, text) => {
    expect(read(text).entities.map(({ canonical }) => canonical)).toEqual([]);
  });
});

describe("German", () => {
  test.each([
    "„Das Dach war alt“, sagte Otto Brack.",
    "»Niemand kam«, sagte Bürgermeister Otto Brack am Dienstag.",
    "„Nie“, so Otto Brack.",
  ])("short words with a verb and a speaker are a quotation: %s", (sentence) => {
    expect(spoken(`Der Rat tagte am Montag lange. ${sentence} Nun wird gebaut.`, "de").map(([, speaker]) => speaker)).toEqual([
      "Otto Brack",
    ]);
  });

  test("the subject behind the verb speaks", () => {
    expect(spoken("Am Abend sagte Bürgermeisterin Rosa Quill: „Wir zahlen die Brücke allein.“", "de")[0]?.[1]).toBe("Rosa Quill");
  });

  test("a capital makes no name of a noun", () => {
    expect(
      read("Deshalb steht die Brücke noch. Der Schaden an der Mauer ist groß, und die Folgen sind teuer.", "de").entities,
    ).toEqual([]);
    expect(people("Die Zeitung zitiert die Lehrerin Rosa Quill. Unterdessen kam Otto Brack an.", "de")).toEqual([
      "Rosa Quill",
      "Otto Brack",
    ]);
  });
});

test.each([
  "The mayor, Odo Brack, spoke at noon. His well-known “harbour first” plan is dead.",
  "Rosa Quill left the council. Her “open gates” scheme cost 40 crowns.",
  "The town knows Odo Brack. Their “quiet nights” rule was his.",
])("whose plan it is does not say who speaks: %s", (text) => {
  const { quotes } = extractFacts({
    id: "d",
    title: null,
    text,
    published_at: null,
    language: "en",
    byline: [],
    wire_credit: null,
    excluded: [],
  });
  expect(quotes.every(({ speaker }) => speaker === null)).toBe(true);
});

describe("whose figures they are", () => {
  test.each([
    ["expected", "Analysts had expected a loss of €20m.", "Analysts"],
    ["polled by", "Economists polled by Kessler Data had expected a gain of 180,000 jobs.", "Economists"],
    ["reckons", "Kessler Data reckons the thaw added 30,000 jobs.", "Kessler Data"],
    ["estimates at the end", "More than 1,100 boats were refused, the Lindqvist Centre estimates.", "the Lindqvist Centre"],
    [
      "identified as",
      "The Taunton County coroner identified the dead as Emil Sorge, seven, of Merrow.",
      "The Taunton County coroner",
    ],
    ["raised the toll", "The ministry raised the death toll to 19.", "The ministry"],
    ["put it at", "Mayor Ana Duarte put the damage in her town alone at 30 million euros.", "Ana Duarte"],
    ["a survey last month", "A Halden survey last month showed that 46 percent were in favor.", "A Halden survey"],
    ["on Tuesday", "The ministry on Tuesday said 46 carts were lost.", "The ministry"],
    ["who have studied", "Researchers who have studied gulls say that 40 pairs are left.", "Researchers"],
    ["past a semicolon", "The board said that 12 boats sank; another 40 are missing.", "The board"],
    ["another's past a semicolon", "The board said 12 boats sank; the union said it knew of 40.", "the union"],
    ["in a post", "See: 15 others hurt at the quay. pic.example/Q — Harbour Watch (@harbourwatch) July 9, 2031", "Harbour Watch"],
    ["promised a sum", "Ana Duarte, the mayor, was there. She promised £4bn more for hospitals.", "Ana Duarte"],
    ["asked somebody for a sum", "Governor Ana Duarte has asked the capital for $40 million in aid.", "Ana Duarte"],
    [
      "a firm and no hospital",
      "Sorrel Copper dug on. The man spoke from his hospital bed. The company said it had spent 35 million crowns.",
      "The company",
    ],
    ["asked for years", "The lawyer, Ana Duarte, had asked for four years.", "Ana Duarte"],
    ["sought", "Prosecutors had sought 12 years for him.", "Prosecutors"],
    ["put the chance at", "Ana Duarte was there. She puts the chance of rain at one in ten.", "Ana Duarte"],
    ["a clause with an uncommon verb", "Superintendent Ana Duarte said the order affects about 630 pupils.", "Ana Duarte"],
    ["by her own account", "Ana Duarte sold 40 carts by her own account.", "Ana Duarte"],
  ])("%s", (_, text, source) => {
    expect(sources(text).at(-1)).toBe(source);
  });

  test.each([
    ["schätzt er", "Bürgermeister Otto Brack war da. Die Schäden schätzt er auf 30 Millionen Euro.", "Otto Brack"],
    [
      "rechnet sie mit",
      "Bürgermeisterin Ana Duarte war da. Für den Umbau rechnet sie mit Kosten von 4,5 Millionen Euro.",
      "Ana Duarte",
    ],
    ["laut", "Laut Otto Brack sind die Risse bis zu drei Millimeter breit.", "Otto Brack"],
    ["wie … ankündigte", "Das Land will 60 Prozent übernehmen, wie Minister Otto Brack ankündigte.", "Otto Brack"],
    [
      "sprachen von",
      "Nach Angaben der Gewerkschaft streikten 1.800 Fahrer, die Verkehrsbetriebe sprachen von 1.200.",
      "die Verkehrsbetriebe",
    ],
    ["nach eigenen Worten", "Der Handwerker Otto Brack brauchte nach eigenen Worten zwei Stunden für den Weg.", "Otto Brack"],
  ])("in German: %s", (_, text, source) => {
    expect(read(text, "de").numeric_mentions.at(-1)?.attributed_to).toBe(source);
  });
});

describe("who has counted", () => {
  test.each([
    ["en", "The plan would save 4 million crowns a year, by Ida Holm's reckoning.", "Ida Holm"],
    ["en", "By the harbour ministry's latest count, 340 boats are lost.", "the harbour ministry"],
    ["en", "Some 2,000 guests came, by police estimates.", "police"],
    ["en", "The boats sank by the dozen, and 12 men were by the count of nobody lost.", null],
    ["de", "Den Verlust schätzt die Werft auf 12 Millionen Euro.", "die Werft"],
    ["de", "Nach Angaben des Bauamts fehlen 340 Ziegel.", "Bauamt"],
    ["de", "Nach Angaben des Landes fehlen 340 Ziegel.", "Land"],
    ["de", "Einen Verlust von 12 Millionen Euro meldet die Werft.", "die Werft"],
  ])("is its source: %s %s", (language, text, source) => {
    expect(read(text, language).numeric_mentions[0]?.attributed_to ?? null).toBe(source);
  });
});

describe("a speaker", () => {
  test.each([
    ["who serves another", "“He knew nothing,” said Otto Brack's press secretary, Ana Duarte.", "Ana Duarte"],
    ["named after the office", "“He knew nothing,” said Brack press secretary Ana Duarte. Otto Brack left.", "Ana Duarte"],
    [
      "whose club is named first",
      "The Porto Lume president, Rui Bento, said the club was sold. “We got what he is worth,” he said.",
      "Rui Bento",
    ],
    ["behind a statement", "In a statement, the harbour board said that “we will appeal to the court.”", "the harbour board"],
    [
      "and not who is spoken of",
      "Ryan Wall, a baker, said he saw the thief. The thief crossed the yard, he said.\n\n“It was over in seconds,” he said.",
      "Ryan Wall",
    ],
    [
      "by office, once named",
      "A judge ruled on Monday. Judge Ottilie Marsh voided the rule.\n\n“It cannot stand,” the judge wrote.",
      "Ottilie Marsh",
    ],
    [
      "by kinship, once named",
      "Her daughter, Niamh Vane, said so. Orla Vane was 81.\n\n“She sang,” her daughter said.",
      "Niamh Vane",
    ],
    ["by kinship and first name", "Asha Bright won. Her mother, Sunita, was glad. “She was stubborn,” she said.", "Sunita"],
    [
      "by age",
      "Die Krankenschwester Anja Petri war da. „Ich verstehe die Fahrer trotzdem“, sagt die 41-Jährige.",
      "Anja Petri",
      "de",
    ],
    ["with a letter in the name", "Speaker John A. Brander said so. “We may lose,” Mr. Brander added.", "John A. Brander"],
    [
      "of a party that is no person",
      "Mr. Brander spoke. Several Democratic Party members were there. “We may lose,” he said.",
      "Brander",
    ],
    [
      "in a compound",
      "Verkehrsminister Jens Akgün war da. „Elbau kann auf uns alle zählen“, so der Minister.",
      "Jens Akgün",
      "de",
    ],
    [
      "behind the office and the town",
      "„Das Meer kam in Minuten über die Mauer“, sagte der Bürgermeister von Varnhavn, Arne Kvist.",
      "Arne Kvist",
      "de",
    ],
  ])("%s", (_, text, speaker, language = "en") => {
    expect(spoken(text, language).at(-1)?.[1]).toBe(speaker);
  });
});

describe("French and Spanish", () => {
  test.each([
    ["fr", "« Nous n'avons rien vu venir », témoigne Jeanne Morel, 62 ans, qui habite en face.", "Jeanne Morel"],
    ["fr", "« C'est une honte ! », s'insurge le maire, Paul Ricard. « Il faut agir. »", "Paul Ricard"],
    ["fr", "Selon le ministre, Marc Lebrun, « la situation est sous contrôle ».", "Marc Lebrun"],
    ["fr", "Luc Ferrand était là. « J'ai couru sans me retourner », ajoute-t-il.", "Luc Ferrand"],
    ["fr", "Interrogée, la procureure Nadia Benali a répondu : « Je ne ferai aucun commentaire. »", "Nadia Benali"],
    ["es", "«No vimos nada», relata Carmen Soto, de 62 años, que vive enfrente.", "Carmen Soto"],
    ["es", "«Es una vergüenza», denunció el alcalde, Pablo Ríos. «Hay que actuar».", "Pablo Ríos"],
    ["es", "Según el ministro Marcos León, “la situación está bajo control”.", "Marcos León"],
    ["es", "El ministro del Interior, Julio Berenguer, anunció ayudas. «No la dejaremos sola», afirmó.", "Julio Berenguer"],
    ["es", "“Estoy orgullosa”, dijo su madre, Lina Costa, a Radio Lago.", "Lina Costa"],
  ])("%s: who says %s", (language, text, speaker) => {
    expect(spoken(text, language).at(-1)?.[1]).toBe(speaker);
  });

  test.each([
    ["fr", "Mme Duval a assuré que 300 emplois seraient créés.", [300, "job", "Duval"]],
    ["fr", "Selon la préfète, Claire Montaud, une quarantaine de véhicules s'y trouvaient.", [40, "vehicle", "Claire Montaud"]],
    ["fr", "Le syndicat compte 1 200 grévistes, la direction parle de 800.", [800, "gréviste", "la direction"]],
    ["es", "La señora Duarte aseguró que se crearán 300 empleos.", [300, "job", "Duarte"]],
    ["es", "Al menos siete vecinos murieron, informó el gobierno regional.", [7, "person", "el gobierno regional"]],
    ["es", "El ministro Julio Gil anunció una ayuda de 15 millones de euros.", [15e6, "EUR", "Julio Gil"]],
  ])("%s: whose figures they are: %s", (language, text, [value, unit, source]) => {
    const found = read(text, language).numeric_mentions.at(-1);
    expect([found?.value, found?.unit, found?.attributed_to]).toEqual([value, unit, source]);
  });
});

describe("speech without marks of its own, or with its speaker inside them", () => {
  test.each([
    ["fr", "« Il faut attendre, explique le géologue Paul Ferrand, avant de rouvrir la route. »", "Paul Ferrand"],
    ["fr", "La ligne rouvrira lundi. « Les travaux avancent bien », assure la porte-parole, Inès Mabire.", "Inès Mabire"],
    ["es", "—No vamos a cerrar la planta —dijo la alcaldesa, Rosa Quintal.", "Rosa Quintal"],
    ["es", "La ministra de Pesca, Elena Rubial, pidió calma. “Habrá ayudas para todos”, aseguró la ministra.", "Elena Rubial"],
    [
      "en",
      "Chief Dora Lund shrugged. Her deputy, Sam Pell, was blunter: “Somebody lit it, and we will find out who.”",
      "Sam Pell",
    ],
    ["en", "Hugh Benn remembers. Clara Benn was six. “I slept through it,” she laughs.", "Clara Benn"],
  ])("%s: %s", (language, text, speaker) => {
    expect(spoken(text, language).at(-1)?.[1]).toBe(speaker);
  });

  test("goes on behind who says it", () => {
    const { quotes } = read("—No vamos a cerrar —dijo la alcaldesa, Rosa Quintal—. Lo prometo a todos.", "es");
    expect(quotes.map(({ text }) => text)).toEqual(["No vamos a cerrar", "Lo prometo a todos."]);
  });

  test("a title behind a colon is not made speech", () => {
    expect(spoken("Otto Brack wrote a book on eels: “Mud and Silver”.")).toEqual([]);
  });
});

describe("German speakers", () => {
  test.each([
    ["who is cited", "Ein Sender zitierte Otto Brack mit den Worten: „Wir bleiben bis zum Morgen am Tor.“", "Otto Brack"],
    [
      "the subject before “als”",
      "Die Hafenmeisterin kritisierte den Plan der Reeder als „völlig unrealistisch“.",
      "Die Hafenmeisterin",
    ],
    [
      "no part of the verb",
      "Der 23-jährige Sportler gab bekannt: „Ich war an keiner Schlägerei beteiligt.“",
      "Der 23-jährige Sportler",
    ],
    ["a noun for people", "Passend dazu warnte die Moderatorin: „Auf dem Eis kann es heute glatt sein.“", "die Moderatorin"],
  ])("are %s", (_, text, speaker) => {
    expect(spoken(text, "de").at(-1)?.[1]).toBe(speaker);
  });
});

describe("German sentences in the form of reported speech", () => {
  test.each([
    ["Der Sprecher sagte, es gebe 14 Verletzte. Zwei seien schwer verletzt.", "Der Sprecher"],
    ["Bürgermeister Otto Brack sprach von 30 Verletzten. Die Stadt habe 200 Betten bereitgestellt.", "Otto Brack"],
    ["Dazu sagte die Vorsitzende Ana Duarte: „Nein.“ Die Halle stehe für drei Wochen still.", "Ana Duarte"],
  ])("%s", (text, source) => {
    expect(read(text, "de").numeric_mentions.at(-1)?.attributed_to).toBe(source);
  });
  test("and not what the article says itself", () => {
    expect(
      read("Otto Brack sagte, es gebe 14 Verletzte. Zwei Züge fuhren nicht.", "de").numeric_mentions.at(-1)?.attributed_to,
    ).toBe(null);
  });
});

describe("German statements", () => {
  test.each([
    [
      "in the clause that cites",
      "Das Gesetz, das laut Innenministerium helfen soll, wird geprüft.",
      "Innenministerium",
      "das laut Innenministerium helfen soll",
    ],
    [
      "of papers",
      "Die Fabrik soll Medienberichten zufolge im Mai schließen.",
      "Medienberichten",
      "Die Fabrik soll Medienberichten zufolge im Mai schließen",
    ],
    [
      "behind “von”",
      "Der Zug soll nach Angaben von Bahnsprecherin Anna Holm fahren.",
      "Anna Holm",
      "Der Zug soll nach Angaben von Bahnsprecherin Anna Holm fahren",
    ],
    [
      "of who speaks next",
      "Maria Horn ist zufrieden. Sie habe nichts gegen ihn. „Er ist ein Narr“, sagte Maria Horn.",
      "Maria Horn",
      "Sie habe nichts gegen ihn",
    ],
    [
      "over a paragraph",
      "Der Bürgermeister kritisierte den Plan. Die Stadt habe kein Geld.\nZudem sei der Weg zu lang.",
      "Der Bürgermeister",
      "Zudem sei der Weg zu lang",
    ],
  ])("are read %s", (_, text, speaker, content) => {
    expect(told(text, "de")).toContainEqual([speaker, content]);
  });
});

describe("whose figure it is", () => {
  test.each([
    ["de", "Nach Angaben der Polizei wurden 140 Anwohner in Sicherheit gebracht.", ["der Polizei"]],
    ["de", "Laut Feuerwehr wurden 140 Anwohner in Sicherheit gebracht.", ["Feuerwehr"]],
    ["de", "Nach Behördenangaben sind 40 Häuser beschädigt.", ["Behörden"]],
    ["de", "Nach Regierungsangaben fehlen 300 Lehrer.", ["Regierung"]],
    ["de", "Dem Gutachten zufolge stieg die Zahl auf 1.200.", ["Dem Gutachten"]],
    ["de", "Wie das Ministerium am Freitag mitteilte, fehlen 300 Lehrer.", ["das Ministerium"]],
    ["de", "300 Lehrer fehlen, wie das Ministerium am Freitag mitteilte.", ["das Ministerium"]],
    ["de", "62 Prozent sind laut einer Umfrage dagegen.", ["einer Umfrage"]],
    ["de", "Die Polizei sprach von 4.000 Teilnehmern, die Gewerkschaft von rund 10.000.", ["Die Polizei", "die Gewerkschaft"]],
    ["de", "Die Feuerwehr zählte zwölf Verletzte.", ["Die Feuerwehr"]],
    ["de", "Das Bauamt schätzt die Kosten auf 14 Millionen Euro.", ["Das Bauamt"]],
    ["fr", "La préfecture a compté 4 000 manifestants.", ["La préfecture"]],
    ["es", "Unos 300 hogares siguen sin luz, según informó el ministerio.", ["el ministerio"]],
    ["en", "Police spoke of 4,000 marchers and organisers of 10,000.", ["Police", "organisers"]],
    ["en", "Officials put the toll at 12; aid workers say 20.", ["Officials", "aid workers"]],
    ["en", "Two in five drivers were over the limit, a police study found.", ["a police study"]],
    ["en", "The board met 40 drivers, and organisers of 12 fairs came.", [null, null]],
    ["en", "The station reports that two drivers and a baker in her 50s were held.", ["The station", "The station"]],
    ["en", "Inspectors report that one in six pumps leaks; more than 30 percent are too old.", ["Inspectors", "Inspectors"]],
  ])("%s: %s", (language, text, expected) => {
    expect(read(text, language).numeric_mentions.map(({ attributed_to }) => attributed_to)).toEqual(expected);
  });

  test.each([
    ["en", "A magnitude-5.8 quake hit the town."],
    ["en", "A magnitude 5.8 quake hit the town."],
    ["en", "The quake had a magnitude of 5.8."],
    ["de", "Ein Beben der Stärke 5,8 erschütterte die Stadt."],
    ["es", "Un sismo de magnitud 5,8 sacudió la ciudad."],
  ])("%s: a magnitude is a figure with a unit: %s", (language, text) => {
    expect(read(text, language).numeric_mentions.map(({ value, unit }) => [value, unit])).toEqual([[5.8, "magnitude"]]);
  });

  test.each([
    ["en", "Rates rose a quarter point.", 0.25],
    ["en", "It announced a half-point cut.", 0.5],
    ["en", "Growth slowed by three-quarters of a percentage point.", 0.75],
    ["de", "Der Zins stieg um einen halben Prozentpunkt.", 0.5],
    ["fr", "La banque a relevé ses taux d'un quart de point.", 0.25],
    ["es", "El banco subió los tipos medio punto.", 0.5],
  ])("%s: a part of a point is a change in percent: %s", (language, text, expected) => {
    expect(read(text, language).numeric_mentions.map(({ value, unit }) => [value, unit])).toEqual([[expected, "percent"]]);
  });

  test("half the points of a game are none of percent", () => {
    expect(read("Half the points went to Norra.").numeric_mentions[0]?.unit).not.toBe("percent");
  });

  test("a thing in the clause that describes the speaker says nothing", () => {
    expect(told("A driver who had just finished his shift told reporters that he heard two bangs.")).toEqual([
      ["A driver", "he heard two bangs"],
    ]);
  });

  test("what is told by “wie … mitteilte” ends before it", () => {
    expect(told("300 Lehrer fehlen, wie das Ministerium mitteilte.", "de")).toEqual([["das Ministerium", "300 Lehrer fehlen"]]);
  });

  test("a quotation behind “7 p.m.” begins a sentence", () => {
    expect(told("Nora Falk said he left at 7 p.m. “I told him to wait,” she said.")).toEqual([
      ["Nora Falk", "he left at 7 p.m."],
    ]);
  });

  test("the date behind a figure that is compared with dates that one", () => {
    const { numeric_mentions } = extractFacts({
      id: "t",
      text: "The search cost $18,500, up from $12,000 last year.",
      language: "en",
      published_at: "2031-03-04",
    });
    expect(numeric_mentions.map(({ period }) => period)).toEqual([null, "2030"]);
  });
});

describe("whose figure it is, where the verb is shared or the noun unknown", () => {
  test.each<[text: string, language: string, sources: (string | null)[]]>([
    ["Brack put the cost of the pier at 4 million crowns, the union at 7 million crowns.", "en", ["Brack", "the union"]],
    ["Some 900 jobs could go, unions fear.", "en", ["unions"]],
    ["Laut Dornbusch sind die Risse bis zu drei Millimeter breit.", "de", ["Dornbusch"]],
    ["Die Polizei geht von 12 Tätern aus.", "de", ["Die Polizei"]],
    ["Norchem schätzt den Schaden auf 45 Millionen Euro.", "de", ["Norchem"]],
    ["La mairie évoque un coût de 4 millions d'euros.", "fr", ["La mairie"]],
  ])("%s", (text, language, expected) => {
    expect(read(text, language).numeric_mentions.map(({ attributed_to }) => attributed_to)).toEqual(expected);
  });
});
