import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";
import { readText } from "../src/reading.ts";
import { clauseVerbs, readMainClause } from "../src/sources/main-clause.ts";

function clause(text: string) {
  const { document, map } = readText({ id: "a", text, language: "de" });
  const found = readMainClause(document, map, 0);
  const words = (from: number, to: number) =>
    document.source.slice(document.scan.starts[from] as number, document.scan.ends[to - 1] as number);
  return found === null
    ? null
    : {
        verb: document.scan.lower(found.verb),
        act: found.act,
        subject: found.subject && words(found.subject.from, found.subject.to),
        isReported: found.isReported,
      };
}

describe("the main clause of a German sentence", () => {
  it.each([
    [
      "Die Hafenbehörde hatte den Bericht der Werft umgehend als falsch zurückgewiesen.",
      "hatte",
      "Die Hafenbehörde",
      clauseVerbs.judgement,
    ],
    [
      "Angesichts der Kosten nannte Bürgermeister Knut Ebers den Plan der Stadt löchrig.",
      "nannte",
      "Bürgermeister Knut Ebers",
      clauseVerbs.judgement,
    ],
    ["Den Umbau des Stegs lehnt sie jedoch ab.", "lehnt", "sie", clauseVerbs.judgement],
    ["Nach der Sitzung in Dornbusch sagte die Ministerin, es werde teuer.", "sagte", "die Ministerin", clauseVerbs.speech],
    ["Weil der Damm brach, warnte Knut Ebers am Abend vor Hochwasser.", "warnte", "Knut Ebers", clauseVerbs.speech],
    ["Der Damm steht seit 1912.", "steht", "Der Damm", clauseVerbs.judgement],
  ])("%s", (text, verb, subject, act) => {
    expect(clause(text)).toEqual({ verb, subject, act, isReported: false });
  });

  it("tells by the verb's form what is told as somebody's word", () => {
    expect(clause("Der Steg sei seit Jahren morsch.")?.isReported).toBe(true);
  });

  it("reads no main clause where the order of words does not tell it", () => {
    const { document, map } = readText({ id: "a", text: "The board called the plan thin.", language: "en" });
    expect(readMainClause(document, map, 0)).toBeNull();
  });
});

describe("whose words stand in the marks of a German sentence", () => {
  const speaker = (text: string) =>
    extractFacts({ id: "a", text, title: null, published_at: null, language: "de" }).quotes.at(-1)?.speaker;

  it("gives them to its subject and not to what it is about", () => {
    expect(
      speaker(
        "Ministerin Inga Brodt wies den Vorwurf von Knut Ebers am Dienstag als „blanken Unfug ohne jede Grundlage“ zurück.",
      ),
    ).toBe("Inga Brodt");
  });

  it("keeps to who spoke last in what is told as somebody's word", () => {
    expect(
      speaker(
        "Inga Brodt kritisierte den Rat der Stadt scharf. Der Rat sei für die Bürger „seit Jahren nicht mehr zu erreichen gewesen“ und habe Post verlegt.",
      ),
    ).toBe("Inga Brodt");
  });
});
