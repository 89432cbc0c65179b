import type { FigureSource } from "../figures/read-figures.ts";
import type { AttributedQuote } from "../quotes/attribute-quotes.ts";
import type { Reading } from "../reading.ts";
import { type SpeechFrame, sourceName } from "./speech-frames.ts";

/** For each token, on whose word it is told: the speaker of the quotation around it, the source of the statement, or nobody. */
export function findSources(reading: Reading, attributed: readonly AttributedQuote[]): (FigureSource | undefined)[] {
  const { document, frames, identities } = reading;
  const out: (FigureSource | undefined)[] = new Array(document.scan.count);
  const sourceOf = (frame: SpeechFrame): FigureSource => {
    const identity = frame.referent === null ? null : (identities[frame.referent.index] ?? null);
    return { name: sourceName(document, frame, identities), entity: identity?.entity ?? -1 };
  };
  for (const frame of frames) {
    const source = sourceOf(frame);
    // Later frames lie deeper: “X said Y told …” gives what Y told to Y.
    for (let i = frame.contentFrom; i < frame.contentTo; i++) out[i] = source;
  }
  carryOver(reading, out);
  ownExperience(reading, attributed, out);
  for (const quote of attributed) {
    if (!quote.isAccepted || !quote.candidate?.identity) continue;
    const { identity } = quote.candidate;
    const source: FigureSource = { name: identity.name, entity: identity.entity };
    for (let i = quote.context.first; i < quote.context.end; i++) out[i] = source;
  }
  return out;
}

/** How much of a sentence an experience covers to either side, in tokens. */
const experienceReach = 60;

/** What befell a person the article quotes (“it took Ana four days”) rests on that person’s word, if nobody else is named. */
function ownExperience(
  { document, map, identities, naming }: Reading,
  attributed: readonly AttributedQuote[],
  out: (FigureSource | undefined)[],
): void {
  const { scan } = document;
  const speakers = new Set<number>();
  for (const { isAccepted, candidate } of attributed)
    if (isAccepted && candidate?.identity && candidate.identity.entity >= 0) speakers.add(candidate.identity.entity);
  for (const referent of map.referents) {
    if (
      referent.kind !== "name" ||
      !/^(?:took|cost|takes)$/.test(scan.lower(referent.from - 1)) ||
      scan.lower(referent.from - 2) !== "it"
    )
      continue;
    const identity = identities[referent.index];
    // Officials speak for others; private people, whom the text gives no role, for themselves.
    if (!identity || !speakers.has(identity.entity) || naming.entities[identity.entity]?.role) continue;
    const [sentenceStart, end] = document.sentences[document.sentenceOf[referent.from] as number] as readonly [number, number];
    const first = Math.max(sentenceStart, referent.from - experienceReach);
    const stop = Math.min(end, referent.from + experienceReach);
    const source: FigureSource = { name: identity.name, entity: identity.entity };
    for (let i = first; i < stop; i++) out[i] ??= source;
  }
}

/** A sentence that names no source goes on on the word of the last one in its paragraph. */
function carryOver({ document, frames, isHeadline }: Reading, out: (FigureSource | undefined)[]): void {
  const framed = new Set(frames.map((frame) => document.sentenceOf[frame.cueFrom] as number));
  let paragraph = -1;
  let last: FigureSource | undefined;
  document.sentences.forEach(([first, end], index) => {
    if (first >= end) return;
    const own = document.paragraphOf[first] as number;
    if (own !== paragraph) last = undefined;
    paragraph = own;
    if (isHeadline(first)) return;
    if (framed.has(index)) {
      for (let i = first; i < end; i++) if (out[i]) last = out[i];
      return;
    }
    if (!last) return;
    for (let i = first; i < end; i++) out[i] ??= last;
  });
}
