import { describe, expect, it } from "vitest";
import { extractFacts } from "../src/index.ts";

const assertionsOf = (text: string) => extractFacts({ id: "t", text, language: "en" }).assertions;

describe("assertions", () => {
  it("are read as subject, predicate and object", () => {
    expect(assertionsOf("The river pilots allowed barges to moor by night.")[0]).toMatchObject({
      subject: "The river pilots",
      predicate: "allow",
      object: "barges to moor by night",
      negated: false,
    });
  });

  it("carry who states them, without the words of attribution", () => {
    expect(assertionsOf("Ana Duarte said the council will not open the bridge.")[0]).toMatchObject({
      subject: "the council",
      predicate: "open",
      negated: true,
      attributed_to: "Ana Duarte",
    });
  });
});
