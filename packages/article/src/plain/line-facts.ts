/** Short questions that the judges of lines ask all the time. */
import { ENDS_SENTENCE } from "../html/text-statistics.ts";
import { type PhraseKind, phraseBit } from "../phrases.ts";
import type { TextLine } from "./text-lines.ts";

export const bits = (...kinds: PhraseKind[]): number => kinds.reduce((mask, kind) => mask | phraseBit(kind), 0);

export const endsSentence = (line: TextLine): boolean => line.stats.ending === ENDS_SENTENCE || line.stats.ending === 4;
export const opensQuote = (line: TextLine): boolean => line.stats.opening === 4;
export const has = (line: TextLine, kind: PhraseKind): boolean => (line.phrases.mask & phraseBit(kind)) !== 0;
export const opens = (line: TextLine, kind: PhraseKind): boolean => (line.phrases.startMask & phraseBit(kind)) !== 0;
