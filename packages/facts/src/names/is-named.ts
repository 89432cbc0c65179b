import { agencyByForm } from "@wirefold/text";
import { contextWords, knownBodies, namedThings } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { FewWords } from "../word-roles.ts";
import type { Naming } from "./entities.ts";
import { isCommonNoun } from "./name-form.ts";
import { isDemonym } from "./name-type.ts";

const loneBody = contextWords("loneBody");

/**
 * The entities that are some by name, by their index: no adjective of a people (“Canadian”), no common word that a heading or a body's
 * short form gave a capital (“Report”, “the Court”), nothing that the text writes without its capital as well.
 */
export function findNamed({ scan, language }: Document, { entities }: Naming): ReadonlySet<number> {
  const named = new Set<number>();
  const doubtful = new Map<string, number>();
  const sought = new FewWords();
  for (const { index, type, mentions } of entities) {
    const first = mentions[0];
    if (first === undefined) continue;
    const isOneWord = mentions.every(({ from, to }) => to - from === 1);
    // “African-American voters”
    const isTied = type === "other" && mentions.every(({ from, to }) => to - from === 3 && scan.mark(from + 1) === 0x2d);
    if (isTied && isDemonym(scan.lower(first.to - 1)) && !/s$/.test(first.text)) continue;
    const { text } = first;
    if (!isOneWord || type === "person" || type === "place" || !language.knowsNouns || /^[^\p{Ll}]+$/u.test(text)) {
      named.add(index);
      continue;
    }
    const lower = scan.lower(first.from);
    if (namedThings.has(text) || knownBodies.has(text) || agencyByForm.has(text) || loneBody.has(lower)) named.add(index);
    else if (isDemonym(lower) ? /[^s]s$/.test(lower) : !isWord(lower)) {
      doubtful.set(lower, index);
      sought.add(scan.wordAt(first.from));
    }
  }
  if (doubtful.size > 0)
    for (let i = 0; i < scan.count; i++)
      if (sought.mayHold(scan.wordAt(i)) && scan.isWord(i) && !scan.isCapital(i)) doubtful.delete(scan.lower(i));
  for (const index of doubtful.values()) named.add(index);
  return named;

  function isWord(lower: string): boolean {
    return isCommonNoun(lower) || language.organisationNouns.has(lower) || language.verbs.has(lower);
  }
}
