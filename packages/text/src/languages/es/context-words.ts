import type { ContextWords } from "../../context-words.ts";
import { words } from "../word-list.ts";

/** Words in Spanish that tell what a figure, a date, a name or a speaker next to them is. */
export const contextWords: ContextWords = {
  surveyLead: words("en"),
  surveyNoun: words("encuesta sondeo estudio"),
  more: words("otros otras"),
  belowWord: words("bajo"),
  dayLead: words("el"),
  basisOpener: words("puntos"),
  ofBasis: words("de"),
  basisNoun: words("base"),
};
