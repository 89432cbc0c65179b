import { describe, expect, test } from "vitest";
import { sentenceSpans } from "../src/words/sentence-spans.ts";
import { StoryText, TextWords } from "../src/words/story-text.ts";
import { keyOf, Rarity, Vocabulary } from "../src/words/vocabulary.ts";

const text =
  'NORVALE – “We don’t know,” said Ada Merrow-Lind. 1,234.5 tonnes of grain were lost!\nÉtienne’s 漢字 カタカナ boat sank… The 𠮷 family’s too。次は二つ。 Then 3 more  "Nobody" left.';

function keysOf(words: TextWords, vocabulary: Vocabulary, start: number, end: number): [string, number][] {
  const { codes, starts, from, to } = words.between(start, end);
  return codes.slice(from, to).map((code, i) => [vocabulary.text(keyOf(code)), starts[from + i]!]);
}

describe("the words of a text", () => {
  test("any stretch has the words it would have alone, whatever its edges cut", () => {
    const vocabulary = new Vocabulary();
    const words = new TextWords(text, vocabulary);
    for (let start = 0; start < text.length; start++)
      for (let end = start; end <= text.length; end++) {
        const alone = keysOf(new TextWords(text.slice(start, end), vocabulary), vocabulary, 0, end - start);
        expect(keysOf(words, vocabulary, start, end)).toEqual(alone.map(([key, at]) => [key, at + start]));
      }
  });

  test("the words before and after a place come nearest first, and the farthest may be cut", () => {
    const vocabulary = new Vocabulary();
    const words = new TextWords("seven old boats sank near the harbour", vocabulary);
    const read = (codes: readonly number[]): string[] => codes.map((code) => vocabulary.text(keyOf(code)));
    expect(read(words.before(15, 8, 7))).toEqual(["boat", "d"]);
    expect(read(words.after(16, 27, 7))).toEqual(["sank", "near", "t"]);
    expect(read(words.before(15, 0, 2))).toEqual(["boat", "old"]);
  });

  test("a member's text read by sentences has the words of the text read whole", () => {
    const story = new StoryText(new Vocabulary());
    const member = { id: "a", text, facts: null } as unknown as Parameters<StoryText["of"]>[0];
    const whole = new TextWords(text, story.vocabulary);
    expect(keysOf(story.of(member).words, story.vocabulary, 0, text.length)).toEqual(
      keysOf(whole, story.vocabulary, 0, text.length),
    );
  });
});

test("sentences end at a mark before a capital, at a line end and at a full-width stop, and leave nothing out", () => {
  const spans = sentenceSpans(text);
  expect(spans.map(([start, end]) => text.slice(start, end)).join("")).toBe(text);
  expect(spans.map(([start]) => text.slice(start, start + 4))).toEqual([
    "NORV",
    "1,23",
    "Étie",
    "The ",
    "次は二つ",
    " The",
    '"Nob',
  ]);
  expect(sentenceSpans("at 5 p.m. on Monday")).toHaveLength(1);
});

test("the rarest words come first, and equals in the order of their texts", () => {
  const vocabulary = new Vocabulary();
  const [boat, harbour, storm, rain] = ["boat", "harbour", "storm", "rain"].map((word) => keyOf(vocabulary.codeOf(word))) as [
    number,
    number,
    number,
    number,
  ];
  const rarity = new Rarity(vocabulary);
  rarity.add([boat, storm]);
  rarity.add([boat, storm, harbour]);
  rarity.add([boat, rain]);
  expect(rarity.rarest([boat, storm, rain, harbour], 3).map((key) => vocabulary.text(key))).toEqual(["harbour", "rain", "storm"]);
});
