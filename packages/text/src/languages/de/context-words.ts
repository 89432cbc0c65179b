import type { ContextWords } from "../../context-words.ts";
import { words } from "../word-list.ts";

/** Words in German that tell what a figure, a date, a name or a speaker beside them is. */
export const contextWords: ContextWords = {
  ageNoun: words("alter"),
  partitivePronoun: words("ihnen denen"),
  thereof: words("davon"),
  countryNoun: words("land"),
  onDay: words("am"),
  since: words("seit"),
  countedOne: words("stimme"),
  timeBehind: words("zuvor"),
  personState: words("vermisst tot verletzt"),
};
