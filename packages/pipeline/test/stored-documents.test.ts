import { cleanedOf, factsOf, storedFacts } from "@wirefold/core";
import { expect, test } from "vitest";
import { extractDocument, finishCleaning, readDocument } from "../src/index.ts";

const paragraphs = [
  "OSTHAVEN – Three barges broke loose on Monday and blocked the lock at Osthaven for two days, the harbour office said.",
  "“We towed the first of them away at dawn,” said harbour master Ines Kaldor, who counted 41 ships in the roads.",
  "The office put the damage at 2.5 million crowns. Kaldor said the lock would open again on Thursday.",
];
const page = `<html><head><title>Barges block lock</title></head><body><nav><a href="/">Home</a></nav><article><h1>Barges block lock</h1>
${paragraphs.map((each) => `<p>${each}</p>`).join("\n")}<p>Sign up for our newsletter</p></article></body></html>`;
const plain = `Barges block lock\n\n${paragraphs.join("\n\n")}\n\nSubscribe to our newsletter to read more stories like this.\n`;

test.each([
  ["a page", page, "html"],
  ["a plain text", plain, "text"],
  ["a text of one line", paragraphs[0] ?? "", "text"],
  ["a text with a halved pair", `${plain}\nThe \ud83d boat left 👋.`, "text"],
  ["a text with a NUL", plain.replace("dawn", "da\0wn"), "text"],
] as const)("what is stored of %s is the document again, key by key, and holds its text once", (_, body, kind) => {
  const { document, json, metadata } = finishCleaning(readDocument({ id: "d1", body, kind }));
  expect(JSON.stringify(cleanedOf(JSON.parse(json)))).toBe(JSON.stringify(document));
  expect(json.split("harbour office said").length - 1).toBeLessThanOrEqual(1);
  const { facts } = extractDocument("d1", metadata, document);
  const stored = JSON.stringify(storedFacts(facts, document.text));
  expect(JSON.stringify(factsOf(JSON.parse(stored), document.text))).toBe(JSON.stringify(facts));
  expect(stored.length).toBeLessThan(JSON.stringify(facts).length + 100);
});

test("what earlier releases stored whole is read as it is", () => {
  const { document, metadata } = finishCleaning(readDocument({ id: "d1", body: plain, kind: "text" }));
  const { facts } = extractDocument("d1", metadata, document);
  expect(cleanedOf(JSON.parse(JSON.stringify(document)))).toEqual(document);
  expect(factsOf(JSON.parse(JSON.stringify(facts)), "another text")).toEqual(facts);
});

test("facts are not read with another text than their own", () => {
  const { document, metadata } = finishCleaning(readDocument({ id: "d1", body: plain, kind: "text" }));
  const { facts } = extractDocument("d1", metadata, document);
  const stored = storedFacts(facts, document.text);
  expect(factsOf(stored, document.text.replace("Monday", "Sunday"))).toBeNull();
});
