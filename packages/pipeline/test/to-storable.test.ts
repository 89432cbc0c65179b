import { expect, test } from "vitest";
import { toStorable } from "../src/to-storable.ts";

test("what a store takes comes back as it was, also where it writes of escapes", () => {
  const plain = { text: "Žďár 🐎 \t\n", list: [1, null, "二"] };
  expect(toStorable(plain).value).toBe(plain);
  const escapes = { text: "a page about \\u0000 and \\ud83d" };
  expect(toStorable(escapes)).toEqual({ value: escapes, json: JSON.stringify(escapes) });
});

test("NUL and lone surrogates are replaced one for one, at any depth, and pairs stay", () => {
  const given = { text: "a\u0000b\ud83dc\udc0ed🐎", deep: [{ title: "\udc0e\ud83d" }] };
  const { value, json } = toStorable(given);
  expect(value).toEqual({ text: "a\uFFFDb\uFFFDc\uFFFDd🐎", deep: [{ title: "\uFFFD\uFFFD" }] });
  expect(value.text).toHaveLength(given.text.length);
  expect(JSON.parse(json)).toEqual(value);
});
