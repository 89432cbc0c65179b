import { expect, test } from "vitest";
import { hashFront } from "../src/index.ts";

const front = (word: string): number => hashFront(word, 0, word.length);

test.each([
  ["l'épidémie", "épidémie"],
  ["d’euros", "euros"],
  ["qu'elle", "elle"],
  ["dell'anno", "anno"],
  ["un'azione", "azione"],
  ["L'assemblée", "assemblée"],
  // An article and a conjunction that Arabic writes on to the word.
  ["الحكومة", "حكومة"],
  ["وأضاف", "أضاف"],
])("%s has the front of %s", (elided, word) => {
  expect(front(elided)).toBe(front(word));
});

test.each([
  // Short words that begin with the letter for "and".
  ["وزير", "زير"],
  ["O'Neill", "Neill"],
  ["rock'n'roll", "roll"],
])("%s keeps its letters, and is not read as %s", (word, other) => {
  expect(front(word)).not.toBe(front(other));
});
