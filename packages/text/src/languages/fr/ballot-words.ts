import type { BallotWords } from "../../ballot-words.ts";
import { words } from "../word-list.ts";

/** Words in French that tell the two sides of a vote. */
export const ballotWords: BallotWords = {
  link: words("contre à"),
  voices: words("voix"),
  verb: words("vote voté votent scrutin"),
  refused: words("rejeté rejetée rejette rejettent"),
};
