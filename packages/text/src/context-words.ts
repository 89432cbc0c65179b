/**
 * Words that say what a figure, a date, a name or a speaker next to them is, whatever the language of the text, from
 * `languages/<tag>/context-words.ts`. Whole words in lower case, for look-ups; what must be a regular expression stands in
 * `reading-words.ts`.
 */
import { contextWords as de } from "./languages/de/context-words.ts";
import { contextWords as en } from "./languages/en/context-words.ts";
import { contextWords as es } from "./languages/es/context-words.ts";
import { contextWords as fr } from "./languages/fr/context-words.ts";

export interface FigureContext {
  /** A chance or a risk: a fraction before it says how likely something is. */
  readonly chanceNoun?: ReadonlySet<string>;
  /** How old somebody is, near the number of years. */
  readonly ageNoun?: ReadonlySet<string>;
  /** Right before an age that stands alone: “at 26,”. */
  readonly ageLead?: ReadonlySet<string>;
  /** Compares ages: younger than 18. */
  readonly ageComparative?: ReadonlySet<string>;
  /** Between a person and an age: “she is 34”. */
  readonly ageVerb?: ReadonlySet<string>;
  /** Whose age that is. */
  readonly ageSubject?: ReadonlySet<string>;
  /** May stand behind an age that no unit follows. */
  readonly behindAge?: ReadonlySet<string>;
  /** A person, before “of” and an age. */
  readonly personOfAge?: ReadonlySet<string>;
  /** A body that is counted in people: a crowd of 400. */
  readonly gathering?: ReadonlySet<string>;
  /** Stands for those that something is a part of: “900 of them”. */
  readonly partitivePronoun?: ReadonlySet<string>;
  /** “Of them” in one word. */
  readonly thereof?: ReadonlySet<string>;
  /** Tells people by what happened to them: “three of those infected”. */
  readonly sufferedParticiple?: ReadonlySet<string>;
  /** A change of something that other figures name: “33,000 additions”. */
  readonly changeNoun?: ReadonlySet<string>;
  /** Between an age and its number: the figure is a mean, and nobody's age. */
  readonly average?: ReadonlySet<string>;
  /** Leads to what is compared with. */
  readonly than?: ReadonlySet<string>;
  /** What is done to people who are spoken to or helped: “9,000 were told to”. */
  readonly addressed?: ReadonlySet<string>;
  /** How often: once a week. */
  readonly weekly?: ReadonlySet<string>;
  /** How often: once a month. */
  readonly monthly?: ReadonlySet<string>;
  /** Behind a unit of time: it is a time of its own and no rate (“a week ago”, “a day off”). */
  readonly noRateBehind?: ReadonlySet<string>;
  /** Between a number and its noun: more of them. */
  readonly more?: ReadonlySet<string>;
  /** People, in the singular, before a noun that goes on with the phrase: “12 police officers”. */
  readonly collectivePeople?: ReadonlySet<string>;
  /** A form of “be” and “have”, which says nothing of what the counted do. */
  readonly noPredicate?: ReadonlySet<string>;
  /** Right before a bare number: it counts what the sentence before counted. */
  readonly countedAgain?: ReadonlySet<string>;
  /** The country spoken of. */
  readonly countryNoun?: ReadonlySet<string>;
  /** Base of a verb whose object is left behind. */
  readonly leaveVerb?: ReadonlySet<string>;
  /** Leads to where somebody or something comes from. */
  readonly awayFrom?: ReadonlySet<string>;
  /** Stands between a verb of saying and the day on which something was said. */
  readonly onDay?: ReadonlySet<string>;
  /** Leads to the time from which on something holds. */
  readonly since?: ReadonlySet<string>;
  /** Behind “one”: so many are counted, and it is no pronoun. */
  readonly countedOne?: ReadonlySet<string>;
  /** Behind “one” that means anybody: “one can never know”. */
  readonly behindAnybody?: ReadonlySet<string>;
  /** Behind “one”: it points at something and does not count it: “one day”, “one of”. */
  readonly pointedAt?: ReadonlySet<string>;
  /** Before a noun: there is none. */
  readonly no?: ReadonlySet<string>;
  /** The number one in words. */
  readonly one?: ReadonlySet<string>;
  /** Before “one day”: it lasted that long. */
  readonly lasting?: ReadonlySet<string>;
  /** Behind a stretch of time: it says when and not how long. */
  readonly timeBehind?: ReadonlySet<string>;
  /** Opens what something is the same as. */
  readonly as?: ReadonlySet<string>;
  /** Has a size: “a majority of four”. */
  readonly sizedBody?: ReadonlySet<string>;
  /** A state that people are in, behind their number. */
  readonly personState?: ReadonlySet<string>;
  /** A state of one who came to harm or was caught. */
  readonly harmedState?: ReadonlySet<string>;
  /** A person, and no more is said of who it is. */
  readonly genericPerson?: ReadonlySet<string>;
  /** Says that the subject died. */
  readonly died?: ReadonlySet<string>;
  /** Before a number: whom these verbs take are people. */
  readonly harmVerb?: ReadonlySet<string>;
  /** The definite article of English. Articles of other languages have further uses, and are not read by these rules. */
  readonly the?: ReadonlySet<string>;
  /** Leads to a verb or to the end of a range. */
  readonly to?: ReadonlySet<string>;
  /** Behind “or” behind a number, it widens it: “200 or more”. */
  readonly trailingModifier?: ReadonlySet<string>;
  /** Opens a range, between a bound and its number. */
  readonly rangeLead?: ReadonlySet<string>;
  /** The indefinite article of English. */
  readonly indefiniteArticle?: ReadonlySet<string>;
  /** Behind an article and before a number: part of the bound, “an estimated 4,200”. */
  readonly blurringAdjective?: ReadonlySet<string>;
  /** Behind an article and before a number: said without that article, “estimated 4,200”. */
  readonly estimating?: ReadonlySet<string>;
  /** Says that something is possible. */
  readonly may?: ReadonlySet<string>;
  /** Before “over”: it leads to a place or a matter and bounds no number. */
  readonly overObject?: ReadonlySet<string>;
  /** Above a number, or across a place. */
  readonly over?: ReadonlySet<string>;
}

export interface ContextWords extends FigureContext {}
export type ContextWord = keyof ContextWords;

const LANGUAGES: readonly ContextWords[] = [en, de, es, fr];

/** The words of one name in every language. Built at each call: keep the set. */
export const contextWords = (name: ContextWord): ReadonlySet<string> =>
  new Set(LANGUAGES.flatMap((language) => [...(language[name] ?? [])]));
