import type { FactsInput } from "@wirefold/core";
import { detectLanguage } from "@wirefold/text";
import { languageFor } from "@wirefold/text/grammar";
import { blank, type Document, readDocument } from "./document.ts";
import { groupMentions, type Naming } from "./names/entities.ts";
import { findNames } from "./names/find-names.ts";
import { findHeadline } from "./provenance/headline.ts";
import { findResidue } from "./provenance/residue.ts";
import { ReferentMap } from "./sources/phrases.ts";
import { findReferents, type Referent } from "./sources/referents.ts";
import { type Identity, resolveReferents } from "./sources/resolve-referents.ts";
import type { SpeechFrame } from "./sources/speech-frame.ts";
import { findSpeechFrames } from "./sources/speech-frames.ts";

/** A document with everything the readers of facts share. */
export interface Reading {
  readonly document: Document;
  readonly naming: Naming;
  readonly map: ReferentMap;
  readonly identities: readonly (Identity | null)[];
  readonly frames: readonly SpeechFrame[];
  readonly isHeadline: (token: number) => boolean;
  readonly title: ReturnType<typeof findHeadline>;
}

/** Cuts, names and resolves: the part of the work before any fact is read. */
export function readText(input: FactsInput): Reading {
  const tag = input.language ?? detectLanguage(input.text);
  const language = languageFor(tag);
  const own = blank(input.text, input.excluded ?? []);
  const title = findHeadline(own, input.title ?? null);
  const text = blank(own, findResidue(own));
  const document = readDocument(text, language, input.text);
  const naming = groupMentions(document, findNames(document));
  const referents = findReferents(document, naming);
  const map = new ReferentMap(document, referents);
  const identities = resolveReferents(document, naming, referents);
  settlePeople(naming, referents, identities);
  const frames = findSpeechFrames({ document, map, identities });
  const titleSpans = title ? [title.span, ...title.repeats] : [];
  const headlineTokens = new Uint8Array(document.scan.count);
  for (const [from, to] of titleSpans) {
    for (let i = document.scan.indexAt(from); i < document.scan.count && (document.scan.starts[i] as number) < to; i++)
      headlineTokens[i] = 1;
  }
  return { document, naming, map, identities, frames, isHeadline: (token) => headlineTokens[token] === 1, title };
}

/** A name of unknown kind that “he” or “she” goes back to is a person’s. */
function settlePeople(naming: Naming, referents: readonly Referent[], identities: readonly (Identity | null)[]): void {
  for (const referent of referents) {
    if (referent.kind !== "pronoun" || referent.gender === null) continue;
    const entity = naming.entities[identities[referent.index]?.entity ?? -1];
    if (entity && entity.type === "other") entity.type = "person";
  }
}
