import type { Document } from "../document.ts";
import type { ReferentMap } from "./phrases.ts";
import type { Referent } from "./referents.ts";
import type { Identity } from "./resolve-referents.ts";

/** A statement told by the text itself: who, by which word, and the words it covers. */
export interface SpeechFrame {
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly cueText: string;
  /** The source as written. */
  readonly sourceFrom: number;
  readonly sourceTo: number;
  /** The source's name where it is a part of the word: “Polizeiangaben”. */
  readonly sourceName?: string;
  readonly referent: Referent | null;
  readonly contentFrom: number;
  readonly contentTo: number;
  /** What is promised, asked for or offered: a deed told in somebody else's words rests on theirs. */
  readonly isAct?: boolean;
  /** “told The Associated Press” */
  readonly via: string | null;
}

/** What statements are read from. */
export interface FrameInput {
  readonly document: Document;
  readonly map: ReferentMap;
  readonly identities: readonly (Identity | null)[];
}
