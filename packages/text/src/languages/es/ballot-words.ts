import type { BallotWords } from "../../ballot-words.ts";
import { words } from "../word-list.ts";

/** Words in Spanish that tell the two sides of a vote. */
export const ballotWords: BallotWords = {
  link: words("contra frente a"),
  voices: words("votos"),
  verb: words("votación votó votaron"),
  refused: words("rechazó rechazada rechazado"),
};
