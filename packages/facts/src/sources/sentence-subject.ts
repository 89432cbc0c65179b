/** Who a sentence is about: its subject, and the body that “its” in it goes back to. */
import { lists } from "../word-roles.ts";
import { statementReach } from "./according-frames.ts";
import type { ReferentMap, SourcePhrase } from "./phrases.ts";
import { isSubject } from "./referent-place.ts";
import type { Referent } from "./referents.ts";
import type { FrameInput, SpeechFrame } from "./speech-frame.ts";

/** “Harbour Board chairman Ana Duarte wrote”, “Harbour Board officials wrote”: the body before them only says whose they are. */
function spokenFor(map: ReferentMap, body: Referent): SourcePhrase | null {
  const next = map.covering(body.to);
  if (!body.isBody || next === null || next.from !== body.to || !next.isHuman || next.isPossessive || next.isQuoted) return null;
  if (next.isNamedPerson) return { from: next.from, to: next.to, referent: next };
  return next.kind === "nominal" ? { from: body.from, to: next.to, referent: next } : null;
}

/** How far into a sentence its subject begins at most, in tokens. */
const subjectReach = 8;

/** The subject of the sentence that begins at `first`, for a verb at `cue`: that of the last statement in it, else what opens it. */
export function subjectOfSentence(
  { document, map }: FrameInput,
  first: number,
  cue: number,
  last: SpeechFrame | null,
): SourcePhrase | null {
  if (last !== null && last.sourceFrom >= first && last.cueFrom < cue)
    return { from: last.sourceFrom, to: last.sourceTo, referent: last.referent };
  for (let i = first; i < Math.min(cue, first + subjectReach); i++) {
    const referent = map.covering(i);
    if (!referent) continue;
    // “Brack voted no, saying that …”: an unknown name that opens the sentence says it.
    const isOpeningName = referent.kind === "name" && referent.from === first && document.scan.isWord(referent.to);
    if (
      (referent.isHuman || isOpeningName) &&
      !referent.isPossessive &&
      !referent.isQuoted &&
      !document.scan.has(referent.from - 1, lists.prepositions)
    )
      return spokenFor(map, referent) ?? { from: referent.from, to: referent.to, referent };
    i = referent.to - 1;
  }
  return null;
}

/**
 * The place or body that “its” at a token goes back to: a subject of its sentence, else the last named there. “Its” that opens a sentence
 * goes back to the one before; elsewhere its own sentence has a subject, even if we do not know it for a name.
 */
export function ownerBefore(input: FrameInput, at: number): string | null {
  const { sentenceOf, sentences } = input.document;
  const sentence = sentenceOf[at] ?? 0;
  const own = sentences[sentence]?.[0] ?? at;
  return at > own ? ownerWithin(input, own, at) : ownerWithin(input, sentences[sentence - 1]?.[0] ?? own, own);
}

function ownerWithin({ document, map, identities }: FrameInput, from: number, to: number): string | null {
  let last: string | null = null;
  for (let i = Math.max(from, to - statementReach); i < to; i++) {
    const referent = map.covering(i);
    const identity = referent === null || referent.kind !== "name" ? null : identities[referent.index];
    if (referent === null || !identity || identity.isPerson || referent.isQuoted) continue;
    if (isSubject(document, referent)) return identity.name;
    last = identity.name;
    i = Math.max(i, referent.to - 1);
  }
  return last;
}
