import { expect, test } from "vitest";
import { INTERSTITIAL_KINDS, interstitialForms } from "../src/interstitials.ts";

test.each(INTERSTITIAL_KINDS)("the forms of %s are written in lower case, as the text is that they are matched with", (kind) => {
  const { headings, sentences } = interstitialForms(kind);
  for (const form of [...headings, ...sentences]) {
    const letters = form.replace(/\\p\{\w+\}|\\[A-Z]/g, "");
    expect(letters).toBe(letters.toLowerCase());
  }
});
