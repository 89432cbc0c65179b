/**
 * Words that say what a figure, a date, a name or a speaker next to them is, whatever the language of the text, from
 * `languages/<tag>/context-words.ts`. Whole words in lower case, for look-ups; what must be a regular expression stands in
 * `reading-words.ts`.
 */

import type { DateContext } from "./date-context.ts";
import { contextWords as de } from "./languages/de/context-words.ts";
import { contextWords as en } from "./languages/en/context-words.ts";
import { contextWords as es } from "./languages/es/context-words.ts";
import { contextWords as fr } from "./languages/fr/context-words.ts";
import type { NameContext } from "./name-context.ts";

export interface FigureContext {
  /** A chance or a risk: a fraction before it says how likely something is. */
  readonly chanceNoun?: ReadonlySet<string>;
  /** How old somebody is, near the number of years. */
  readonly ageNoun?: ReadonlySet<string>;
  /** Right before an age that stands alone: “at 26,”. */
  readonly ageLead?: ReadonlySet<string>;
  /** Compares ages: younger than 18. */
  readonly ageComparative?: ReadonlySet<string>;
  /** Whose age that is. */
  readonly ageSubject?: ReadonlySet<string>;
  /** May stand behind an age that no unit follows. */
  readonly behindAge?: ReadonlySet<string>;
  /** Between people and the age that bounds them: “voters under 45”. */
  readonly ageLimit?: ReadonlySet<string>;
  /** A person, before “of” and an age. */
  readonly personOfAge?: ReadonlySet<string>;
  /** A body that is counted in people: a crowd of 400. */
  readonly gathering?: ReadonlySet<string>;
  /** Stands for those that something is a part of: “900 of them”. */
  readonly partitivePronoun?: ReadonlySet<string>;
  /** “Of them” in one word. */
  readonly ofThem?: ReadonlySet<string>;
  /** Forms of “to be” that an age may stand behind. */
  readonly beVerb?: ReadonlySet<string>;
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
  /** Before a number: it counts on from another. */
  readonly another?: ReadonlySet<string>;
  /** People, in the singular, before a noun that goes on with the phrase: “12 police officers”. */
  readonly collectivePeople?: ReadonlySet<string>;
  /** A plural that describes another behind it: “four sports clubs”. */
  readonly describingPlural?: ReadonlySet<string>;
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
  /** A verb's form that describes a noun as often: “two separate attacks”. */
  readonly adjectiveVerb?: ReadonlySet<string>;
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
  /** What lies under so much of something: “buried under two meters”. */
  readonly covering?: ReadonlySet<string>;
  /** Below a number, or below a weight. */
  readonly under?: ReadonlySet<string>;
  /** Above a number, or across a place. */
  readonly over?: ReadonlySet<string>;
  /** A noun in the plural for people, beyond those who speak. */
  readonly peopleNoun?: ReadonlySet<string>;
}

export interface SpeakerContext {
  /** Says whose word something is only behind a comma, and else means thus: “…, so die Ministerin”. */
  readonly loneAccording?: ReadonlySet<string>;
  /** A verb of thinking as a participle: whose thought it is stands nowhere near. */
  readonly thinkingParticiple?: ReadonlySet<string>;
  /** Says that somebody passes on another's words. */
  readonly citeVerb?: ReadonlySet<string>;
  /** With such a verb: the subject is who is quoted. */
  readonly citedPassive?: ReadonlySet<string>;
  /** Opens a clause about a person. */
  readonly who?: ReadonlySet<string>;
  /** A body so called by nobody but itself: “the court” is the court last named. */
  readonly certainBody?: ReadonlySet<string>;
  /** Opens a phrase for something that was named before. */
  readonly definiteOpener?: ReadonlySet<string>;
  /** The same, pointing at it. */
  readonly pointingOpener?: ReadonlySet<string>;
  /** Before “as” and the name a person goes by: “who gave his name only as Anton”. */
  readonly introducedAs?: ReadonlySet<string>;
  /** Before a name: only places stand there. */
  readonly intoPlace?: ReadonlySet<string>;
  /** Base of a verb whose object is a place. */
  readonly reachVerb?: ReadonlySet<string>;
  /** Behind the years of an age, as a word of its own. */
  readonly old?: ReadonlySet<string>;
  /** The last or the first of two who were named. */
  readonly latter?: ReadonlySet<string>;
  /** The last of two who were named: a body more often than a person. */
  readonly lastOfTwo?: ReadonlySet<string>;
  /** A noun for a person whom no name has to follow. */
  readonly unnamedPerson?: ReadonlySet<string>;
  /** Before a person and a number: it says what that cost the person: “it took Duarte three years”. */
  readonly tookVerb?: ReadonlySet<string>;
  /** The pronoun for no person. */
  readonly it?: ReadonlySet<string>;
  /** A pronoun that stands for no person. */
  readonly impersonal?: ReadonlySet<string>;
  /** Between a subject and the day on which it speaks. */
  readonly beforeDay?: ReadonlySet<string>;
  /** Before a unit of time, between a subject and its verb: “last month”. */
  readonly beforeUnit?: ReadonlySet<string>;
  /** Before such a time: “earlier this week”. */
  readonly beforeThat?: ReadonlySet<string>;
  /** Leads to who does something. */
  readonly by?: ReadonlySet<string>;
  /** Says whose the noun behind it is. */
  readonly possessive?: ReadonlySet<string>;
  /** Says that the noun behind it is of one who does not speak. */
  readonly theirs?: ReadonlySet<string>;
  /** A body or document that speaks. */
  readonly speakingBody?: ReadonlySet<string>;
  /** An article that alone says of a person that she is a woman: “die 52-Jährige”. */
  readonly feminineArticle?: ReadonlySet<string>;
  /** An article that alone says of a person that he is a man. */
  readonly masculineArticle?: ReadonlySet<string>;
  /** A pronoun that stands before its noun far more often than for a person. */
  readonly demonstrative?: ReadonlySet<string>;
  /** The pronoun of who speaks, before a verb in the form of reported speech: a wish, and no report. */
  readonly speakerItself?: ReadonlySet<string>;
  /** Leads an infinitive that says what for, or what was not done: “um … zu”, “ohne … zu”. */
  readonly purposeLead?: ReadonlySet<string>;
  /** Stands between a verb and the pronoun tied to it: “ajoute-t-il”. */
  readonly tiedConsonant?: ReadonlySet<string>;
  /** Before a noun: whose own it is. */
  readonly own?: ReadonlySet<string>;
  /** A participle of how a document came out, between it and its verb. */
  readonly released?: ReadonlySet<string>;
  /** Behind a verb of saying, before the conjunction: “was CONVINCED that”. */
  readonly convinced?: ReadonlySet<string>;
  /** Figures that somebody has worked out: whoever made them answers for them: “an ESTIMATE by the ministry”. */
  readonly madeNoun?: ReadonlySet<string>;
  /** Between such a noun and who made it. */
  readonly makerLead?: ReadonlySet<string>;
  /** Stands between a subject and its verb, as an adverb: “voters HERE say”. */
  readonly behindSubject?: ReadonlySet<string>;
  /** Behind a noun for somebody, before a preposition: “a source CLOSE to the coach”. */
  readonly closeTo?: ReadonlySet<string>;
  /** A participle of a figure that somebody gave: “was PUT at 12 by police”. */
  readonly countedParticiple?: ReadonlySet<string>;
  /** Between such a participle and who gave the figure. */
  readonly countAgent?: ReadonlySet<string>;
  /** A noun for how many or how much, as the object of a verb that recounts. */
  readonly countNoun?: ReadonlySet<string>;
  /** Per cent, inside a subject: it names nobody who could speak. */
  readonly percentNoun?: ReadonlySet<string>;
  /** Opens a clause that says when or why, and is none of those that are reported. */
  /** Opens a clause that stands before its main clause. */
  readonly clauseOpener?: ReadonlySet<string>;
  readonly whoOrWhich?: ReadonlySet<string>;
  /** Stands between “according to” and who says so. */
  readonly agentPreposition?: ReadonlySet<string>;
  /** Before a participle at the clause's end: “HAT am Montag ANGEKÜNDIGT”. */
  readonly perfectAuxiliary?: ReadonlySet<string>;
  /** “can”, “must”: the verb it belongs to ends the clause where the finite verb stands second. */
  readonly modalVerb?: ReadonlySet<string>;
  /** “him”, “itself”, “of it”: words that are no subject, between a verb and the subject behind it. */
  readonly behindVerb?: ReadonlySet<string>;
  /** Opens a sentence with a phrase that is no subject, beside the ordinary prepositions: “ANGESICHTS des Streiks …”. */
  readonly adverbialLead?: ReadonlySet<string>;
  /** Before a participle of what something does to itself: « le feu S'EST déclaré ». */
  readonly reflexiveAuxiliary?: ReadonlySet<string>;
  /** Words without a capital that end as verbs do and are none. */
  readonly notFinite?: ReadonlySet<string>;
  /** Opens a sentence with whose view it is: « POUR Ana Duarte, “…” ». */
  readonly opinionLead?: ReadonlySet<string>;
  /** Stands with its pronoun before a participle, tied by hyphens: « A-t-elle déclaré ». */
  readonly invertedAuxiliary?: ReadonlySet<string>;
  /** An article that loses its vowel before another: « L’ancien ». */
  readonly elidedArticle?: ReadonlySet<string>;
  /** The conjunction of what is told where it is tied to the next word: « QU'Anna ». */
  readonly tiedConjunction?: ReadonlySet<string>;
  /** Stands between a verb of saying and its conjunction: “pointed OUT that”. */
  readonly verbParticle?: ReadonlySet<string>;
  /** Points back to the sentence before, which somebody is said to have told: “DIES teilte die Polizei mit”. */
  readonly backPointer?: ReadonlySet<string>;
  /** Opens a sentence on what a survey found: “IN a survey of 1,200 adults, …”. */
  readonly surveyLead?: ReadonlySet<string>;
  /** What that sentence names: a survey, a study. */
  readonly surveyNoun?: ReadonlySet<string>;
  /** Opens a clause that grants something against what was said before. */
  readonly concession?: ReadonlySet<string>;
  readonly whether?: ReadonlySet<string>;
  /** Leads to where something is, never to who acts. */
  readonly onPlace?: ReadonlySet<string>;
  readonly singleArticle?: ReadonlySet<string>;
  readonly objectPronoun?: ReadonlySet<string>;
  /** A verb of saying that stands with its subject inside the marks of what is said. */
  readonly insetVerb?: ReadonlySet<string>;
  readonly timeSubordinator?: ReadonlySet<string>;
  /** A finite verb that helps another: a clause has one. */
  readonly finiteAuxiliary?: ReadonlySet<string>;
  /** Before a participle of saying: the subject of the sentence speaks: “before adding”. */
  readonly adjunctOpener?: ReadonlySet<string>;
  /** Before quotation marks: what stands in them is a title. */
  readonly titled?: ReadonlySet<string>;
  /** A verb of saying whose object listens: a medium behind it passed the words on. */
  readonly toldVerb?: ReadonlySet<string>;
  /** Before a name: it listens or is asked. */
  readonly listenerLead?: ReadonlySet<string>;
  /** The pronoun for several. */
  readonly they?: ReadonlySet<string>;
  /** A word of direct speech more than of reports. */
  readonly spokenWord?: ReadonlySet<string>;
  /** Joins two things, in English; weights were learned with it. */
  readonly and?: ReadonlySet<string>;
  /** A part of how a person is called that tells nobody apart. */
  readonly emptyNamePart?: ReadonlySet<string>;
  /** Opens a clause behind a comma. */
  readonly clauseBehindComma?: ReadonlySet<string>;
  /** Opens a clause that states something of its own. */
  readonly ownClause?: ReadonlySet<string>;
  /** Opens a clause that is the object of a verb. */
  readonly complementizer?: ReadonlySet<string>;
}

export interface NumberContext {
  /** Behind a number, with a hyphen: so many or more. */
  readonly plus?: ReadonlySet<string>;
  /** Behind the sign of inches: it is a size. */
  readonly sizeBehindInch?: ReadonlySet<string>;
  /** A short name of a currency that is another word as well. */
  readonly everydayCurrency?: ReadonlySet<string>;
  /** The pound, of money or of weight. */
  readonly pound?: ReadonlySet<string>;
  /** Behind pounds: they weigh. */
  readonly weightComparative?: ReadonlySet<string>;
  /** Before a number of pounds: they weigh. */
  readonly weighVerb?: ReadonlySet<string>;
  /** A kilogram, in brackets behind pounds. */
  readonly kilogram?: ReadonlySet<string>;
  /** Tells how often where no comparison follows: “TWICE a week”, “TWICE as strong”. */
  readonly occasions?: ReadonlySet<string>;
  /** Behind a share: by so much it is less or more. */
  readonly fewer?: ReadonlySet<string>;
  /** An article of no one thing: “A Saturday”. */
  readonly indefinite?: ReadonlySet<string>;
  /** Says that something happens again and again: “EVERY Friday”. */
  readonly repeated?: ReadonlySet<string>;
  /** Before where a change began: “VON 8,50 auf 9,20 Euro”. */
  readonly changeFrom?: ReadonlySet<string>;
  /** Before where it ended, if the word is not the one for a range. */
  readonly changeTo?: ReadonlySet<string>;
  /** Before a sum in brackets: they make it negative. */
  readonly bracketLead?: ReadonlySet<string>;
  /** Before a decade: a part of it. */
  readonly partOfDecade?: ReadonlySet<string>;
  /** Behind a number: so many one after another. */
  readonly inARow?: ReadonlySet<string>;
  /** Before an ordinal and a unit of time: how long it has gone on. */
  readonly rowLead?: ReadonlySet<string>;
  /** Behind “a year in”: it is how long somebody was held. */
  readonly heldNoun?: ReadonlySet<string>;
  /** Before “a week”: a bound on how long. */
  readonly boundBeforeArticle?: ReadonlySet<string>;
  /** Behind “a week” with such a bound: it is how long all the same. */
  readonly boundBehind?: ReadonlySet<string>;
  /** Behind “a week”: it says when, or which. */
  readonly noDurationBehind?: ReadonlySet<string>;
  /** Before “a week”: it lasted that long. */
  readonly durationLead?: ReadonlySet<string>;
  /** A plural whose level is a sum, a share or an index: “prices rose to 120”. */
  readonly amountNoun?: ReadonlySet<string>;
  /** Behind an article behind a sum: each of them costs it. */
  readonly soldSingly?: ReadonlySet<string>;
  /** Before a unit of length: its square. */
  readonly squareBefore?: ReadonlySet<string>;
  /** Joins two names as often as the parts of one. */
  readonly pairJoiner?: ReadonlySet<string>;
  /** Right behind what is counted and before a unit of time: how often. */
  readonly adjacentPer?: ReadonlySet<string>;
  /** Behind a unit of length: its square. */
  readonly squareBehind?: ReadonlySet<string>;
  /** Behind “per”: for each person. */
  readonly perHead?: ReadonlySet<string>;
  /** Behind a number and a hyphen: so many people are in it. */
  readonly strongTied?: ReadonlySet<string>;
  /** More of what was counted before. */
  readonly others?: ReadonlySet<string>;
  /** Before “of” and animals: they are counted by it. */
  readonly animalCount?: ReadonlySet<string>;
  /** Counted as one although it is called a pair: “a pair of gloves”. */
  readonly wornInPairs?: ReadonlySet<string>;
  /** An article in the case that how long something lasts stands in. */
  readonly lastingArticle?: ReadonlySet<string>;
  /** Behind a unit of time: it lasts that long. */
  readonly lastingBehind?: ReadonlySet<string>;
  /** Behind “not”: it does not deny the figure but bounds it. */
  readonly notDenied?: ReadonlySet<string>;
  /** Between two numbers with hyphens: a ratio, “a 3-for-1 split”. */
  readonly ratioLink?: ReadonlySet<string>;
  /** Before the number of a day: “on 4”. */
  readonly dayLead?: ReadonlySet<string>;
  /** Before a year of two digits behind an apostrophe. */
  readonly shortYearLead?: ReadonlySet<string>;
  /** Before the number of a place in an order, which counts nothing: “the number one export”. */
  readonly rankLead?: ReadonlySet<string>;
  /** Short for “number”, before digits. */
  readonly numero?: ReadonlySet<string>;
  /** A flight, before initials and its number. */
  readonly flight?: ReadonlySet<string>;
  /** Before digits and a capitalised word: both name a model, “the 737 Max”. */
  readonly modelLead?: ReadonlySet<string>;
  /** Behind the name of a model. */
  readonly behindModel?: ReadonlySet<string>;
  /** People, in a plural without its ending. */
  readonly pluralPeople?: ReadonlySet<string>;
  /** Ends in -s and is no noun in the plural. */
  readonly noPluralS?: ReadonlySet<string>;
  /** Before “a third”: about so much. */
  readonly fractionHedge?: ReadonlySet<string>;
  /** Behind “half an hour”: it says when. */
  readonly notCountedTime?: ReadonlySet<string>;
  /** Behind “in”: for it, of votes. */
  readonly favour?: ReadonlySet<string>;
  /** Votes, as a verb. */
  readonly votingVerb?: ReadonlySet<string>;
  /** Near a number for or against: those are sides of a ballot. */
  readonly ballotNear?: ReadonlySet<string>;
  /** Leads to what a number is counted by. */
  readonly per?: ReadonlySet<string>;
  /** Behind “per”: a share of a hundred or a thousand. */
  readonly hundredth?: ReadonlySet<string>;
  /** Behind “per”: a share of a thousand. */
  readonly thousandth?: ReadonlySet<string>;
  /** A hundredth of a percentage point. */
  readonly basisPoint?: ReadonlySet<string>;
  /** Opens a name of basis points of several words. */
  readonly basisOpener?: ReadonlySet<string>;
  /** Joins such a name. */
  readonly ofBasis?: ReadonlySet<string>;
  /** Ends such a name. */
  readonly basisNoun?: ReadonlySet<string>;
  /** Before a currency: that of the United States. */
  readonly american?: ReadonlySet<string>;
  /** Glued to a number: its decade. */
  readonly decadeSuffix?: ReadonlySet<string>;
  /** The second, behind “every”. */
  readonly second?: ReadonlySet<string>;
  /** Before a unit: a power of it, or which of several units of that name. */
  readonly unitPower?: ReadonlySet<string>;
  /** Before a unit of weight: units that differ by less than news rounds. */
  readonly kindOfTon?: ReadonlySet<string>;
  /** Behind a share and “of”: opens the whole. */
  readonly wholeOpener?: ReadonlySet<string>;
}

export interface SentenceContext {
  /** A word whose full stop ends no sentence, without the stop: titles, months, and the like. */
  readonly abbreviation?: ReadonlySet<string>;
  /** An abbreviation that is an ordinary word in lower case. */
  readonly wordAbbreviation?: ReadonlySet<string>;
  /** An abbreviation that may end a sentence as well. */
  readonly closingAbbreviation?: ReadonlySet<string>;
  /** With a capital behind such an abbreviation: the sentence did end. */
  readonly sentenceOpener?: ReadonlySet<string>;
  /** An abbreviation of “number”; before anything but a figure it is a word of its own. */
  readonly numberOrNo?: ReadonlySet<string>;
}

export interface ContextWords extends FigureContext, NameContext, SpeakerContext, DateContext, NumberContext, SentenceContext {}
export type ContextWord = keyof ContextWords;

const LANGUAGES: readonly ContextWords[] = [en, de, es, fr];

/** The words of one name in every language. Built at each call: keep the set. */
export const contextWords = (name: ContextWord): ReadonlySet<string> =>
  new Set(LANGUAGES.flatMap((language) => [...(language[name] ?? [])]));
