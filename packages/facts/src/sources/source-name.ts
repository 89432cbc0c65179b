/** What the source of a statement is called. */
import { anyReadingWord } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import type { Identity } from "./candidates.ts";
import type { SpeechFrame } from "./speech-frame.ts";

const genitiveArticle = new RegExp(`^${anyReadingWord("genitiveArticle")}\\s+(\\S+)$`, "i");
/** “Amtes”, “Bauamts”, “Hauses”; “Präsidenten” has an ending of its own. */
const genitiveNoun = /(?<=[^aeiou])es$|(?<=[^s])s$/;

/** “nach Angaben des Bauamts”: the Bauamt says so. */
function nominative({ language }: Document, written: string): string {
  if (!language.verbSecond) return written;
  const noun = genitiveArticle.exec(written)?.[1];
  return noun === undefined ? written : noun.replace(genitiveNoun, "");
}

/** The source of a frame in words: the identity's name where there is one, else what the text says. */
export function sourceName(
  document: Document,
  frame: Pick<SpeechFrame, "sourceFrom" | "sourceTo" | "sourceName" | "referent">,
  identities: readonly (Identity | null)[],
): string {
  if (frame.sourceName !== undefined) return frame.sourceName;
  const identity = frame.referent === null ? null : (identities[frame.referent.index] ?? null);
  const written = nominative(document, textOf(document, frame.sourceFrom, frame.sourceTo));
  if (identity && frame.referent && (frame.referent.kind !== "nominal" || identity.entity >= 0)) {
    // “Harbour Ministry officials in Halden” says more than the ministry’s name alone.
    const isWhole = frame.referent.from === frame.sourceFrom && frame.referent.to === frame.sourceTo;
    return isWhole || frame.referent.kind === "pronoun" || identity.isPerson ? identity.name : written;
  }
  return identity && !identity.isPlural && frame.referent?.from === frame.sourceFrom && frame.referent.to === frame.sourceTo
    ? identity.name
    : written;
}
