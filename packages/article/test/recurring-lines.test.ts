import { describe, expect, it } from "vitest";
import { lineFingerprint, lineFingerprints } from "../src/index.ts";

describe("lineFingerprint", () => {
  it("ignores case, quotation marks, punctuation and the value of figures", () => {
    expect(lineFingerprint("Read 12 more stories from “The Courier”")).toBe(
      lineFingerprint('read 7 more stories from "the courier"!'),
    );
  });

  it("tells different lines apart and has none for lines too short to mean anything", () => {
    expect(lineFingerprint("Sign up for our newsletter")).not.toBe(lineFingerprint("Sign up for our podcasts"));
    expect(lineFingerprint("Yes.")).toBeUndefined();
    expect(lineFingerprint("12/09/2024")).toBeUndefined();
  });

  it("gives a document's lines once each, kept and removed", () => {
    const line = (text: string) => ({ kind: "paragraph" as const, text, span: null });
    const prints = lineFingerprints({
      blocks: [line("The ferry sails again"), line("The ferry sails again")],
      removed: [{ reason: "related", text: "Most read stories" }],
    });
    expect(prints).toHaveLength(2);
  });
});
