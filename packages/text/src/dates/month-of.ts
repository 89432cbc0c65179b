/** Which month a word names, in whatever language: for dates on pages whose language is not known yet. */
import { packagedBytes } from "@wirefold/core";
import { lazy } from "../languages/lazy.ts";

/** Names and abbreviations of many languages (scripts/build-months.mjs): asking CLDR for all of them takes a tenth of a second. */
const months = lazy(() => {
  const table = new TextDecoder().decode(packagedBytes(new URL("../../data/months.json", import.meta.url)));
  return new Map(Object.entries(JSON.parse(table) as Record<string, number>));
});

/** The month, 1 to 12, that a word in lower case without its full stop names or shortens; undefined for another word. */
export const monthOf = (word: string): number | undefined => months().get(word);
