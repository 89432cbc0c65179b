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
  definiteOpener: words("der die das dem den"),
  unnamedPerson: words("mann frau"),
  impersonal: words("es"),
  possessive: words("ihr ihre sein seine"),
  feminineArticle: words("die"),
  masculineArticle: words("der"),
  demonstrative: words("diese dieser"),
  speakerItself: words("ich wir"),
  countNoun: words("zahl todeszahl"),
  percentNoun: words("prozent"),
  timeSubordinator: words("wenn weil da"),
  titled: words("betitelt"),
  spokenWord: words("ich wir uns mein sie"),
  ownClause: words("dass"),
  complementizer: words("dass"),
};
