/** Whom words of a text may go back to. */
import type { Gender } from "@wirefold/text/grammar";

/** Who a referent stands for: a named entity, or someone the article only describes. */
export interface Identity {
  /** Named entity index, or -1. */
  readonly entity: number;
  /** The name, or the description by which the article brings the person in. */
  readonly name: string;
  readonly gender: Gender | null;
  readonly isPlural: boolean;
  readonly isPerson: boolean;
}

export interface Candidate {
  readonly identity: Identity;
  /** Where it was mentioned last. */
  token: number;
  sentence: number;
  isSubject: boolean;
  /** Was said to say something where it was mentioned last. */
  speaks: boolean;
  /** Was named and described at the head of a paragraph where it was mentioned last. */
  isPresented: boolean;
  /** Prior mentions, capped. */
  count: number;
  /** Roles and nouns it was described by. */
  readonly nouns: Set<string>;
  readonly isBody: boolean;
}
