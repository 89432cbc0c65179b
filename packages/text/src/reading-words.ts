/**
 * Words that figures, dates and statements are read by whatever the language of the text, from `languages/<tag>/reading-words.ts`: for
 * texts that mix languages and rules that need no grammar. Words, and sources of regular expressions, in lower case.
 */
import { readingWords as de } from "./languages/de/reading-words.ts";
import { readingWords as en } from "./languages/en/reading-words.ts";
import { readingWords as es } from "./languages/es/reading-words.ts";
import { readingWords as fr } from "./languages/fr/reading-words.ts";
import { readingWords as it } from "./languages/it/reading-words.ts";

export interface ReadingWords {
  /** Near a pair of numbers: it is a score. */
  readonly contest?: readonly string[];
  /** A telephone number stands behind it. */
  readonly call?: readonly string[];
  /** A word in names of streets. */
  readonly street?: readonly string[];
  /** The end of a street's name, before its number. */
  readonly streetEnding?: readonly string[];
  /** Numbers what follows it even in lower case. */
  readonly numbering?: readonly string[];
  /** Behind it a number is the subject of its clause. */
  readonly clauseVerb?: readonly string[];
  /** Behind a figure: it is how far something lies below what is named next. Up to two words. */
  readonly liesBelow?: readonly string[];
  /** The same above. */
  readonly liesAbove?: readonly string[];
  /** Opens a date that is the first or the last day of its month. */
  readonly boundOfMonth?: readonly string[];
  /** A verb of a change that goes neither up nor down: behind "from", two numbers are its ends. Others stand among the senses. */
  readonly change?: readonly string[];
  /** Before a word for "minus": it opens a bound. */
  readonly boundBeforeMinus?: readonly string[];
  /** Before a number with a dash: the dash is a sign. */
  readonly beforeNegative?: readonly string[];
  /** What stands before it equals what stands behind. */
  readonly equals?: readonly string[];
  /** A number over another: a fraction. */
  readonly dividedBy?: readonly string[];
  /** Double and triple: a factor only before what it multiplies. */
  readonly doubled?: readonly string[];
  /** What it multiplies opens with it. */
  readonly behindDoubled?: readonly string[];
  /** For and against, of votes. */
  readonly side?: readonly string[];
  /** Behind a number: by so many it changed. */
  readonly fewerBehind?: readonly string[];
  /** Before a number: the level that was reached. */
  readonly levelLead?: readonly string[];
  /** A month that is short already: a stop behind it ends the sentence. */
  readonly shortMonth?: readonly string[];
  /** Between two sums or counts of one unit: the first in place of the second. */
  readonly insteadOf?: readonly string[];
  /** Ends a noun phrase. */
  readonly phraseEnd?: readonly string[];
  /** Compares with all others: “the highest since 2008”. */
  readonly superlative?: readonly string[];
  /** An adjective that stands before its noun. */
  readonly adjectiveBefore?: readonly string[];
  /** Before a number: the number of something stands at it. */
  readonly standsAt?: readonly string[];
  /** Before a number: a toll rose to it. */
  readonly tollAt?: readonly string[];
  /** Numbers people, whatever else it says. */
  readonly toll?: readonly string[];
  /** How often, before its unit. */
  readonly eachTime?: readonly string[];
  /** A day. */
  readonly daily?: readonly string[];
  /** A year. */
  readonly yearly?: readonly string[];
  /** Behind a number: a side of a vote. */
  readonly againstBehind?: readonly string[];
  /** Joins a clause to the one before it. */
  readonly clauseStart?: readonly string[];
  /** Begins a clause of its own wherever it stands. */
  readonly clauseBreak?: readonly string[];
  /** Leads from a role to what it is a role in. */
  readonly describes?: readonly string[];
  /** Was asked: no statement. */
  readonly asked?: readonly string[];
  /** Joins what another says. */
  readonly contrast?: readonly string[];
  /** A verb that only helps another. */
  readonly auxiliary?: readonly string[];
  /** Bases of verbs that only help another, or say that something is or is had. */
  readonly helpingVerb?: readonly string[];
  /** A verb follows it in its plain form. */
  readonly beforePlainVerb?: readonly string[];
  /** A noun for how many there are, before what is counted. */
  readonly numberNoun?: readonly string[];
  /** A noun for a sum of all, which an earlier figure may have named. */
  readonly totalNoun?: readonly string[];
  /** Leads from such a noun to what is counted. */
  readonly leadsToCounted?: readonly string[];
  /** The article of whose it is, before one noun. */
  readonly genitiveArticle?: readonly string[];
  /** An article that no subject has. */
  readonly objectArticle?: readonly string[];
  /** Articles and owners that stand before objects, never before the subject of a sentence. */
  readonly obliqueArticle?: readonly string[];
  /** What verbs of such a language are parted from, and has the mark of the infinitive behind it: “BEIzutreten”. */
  readonly separablePrefix?: readonly string[];
  /** Opens the participle of a verb: “GEgeben”. */
  readonly participlePrefix?: readonly string[];
  /** An article that most often stands before a subject, where others stand before objects as often. */
  readonly subjectArticle?: readonly string[];
  /** Leads to who has counted or reckoned. */
  readonly reckonedBy?: readonly string[];
  /** A count or reckoning that somebody has made. */
  readonly reckoning?: readonly string[];
  /** Mother and father. */
  readonly parent?: readonly string[];
  /** What only people can be, right behind their number. */
  readonly stateOfPeople?: readonly string[];
  /** Opens a clause. */
  readonly clauseOpener?: readonly string[];
  /** What is possible lies ahead. */
  readonly chance?: readonly string[];
  /** The label of a line that says when the document was published. */
  readonly timestamp?: readonly string[];
  /** A label of a page, with what it labels behind a colon or alone on its line. */
  readonly residueLabel?: readonly string[];
  /** Joins two things. */
  readonly and?: readonly string[];
  /** Gives another choice. */
  readonly or?: readonly string[];
  /** Joins two or gives another. */
  readonly andOr?: readonly string[];
  /** Says something against what stands before it. */
  readonly but?: readonly string[];
  /** Denies. */
  readonly not?: readonly string[];
  /** Leads from a part to its whole. */
  readonly of?: readonly string[];
  /** Stands before those something is a part of. */
  readonly among?: readonly string[];
  /** Leads from a number to what has that size. */
  readonly sizeOf?: readonly string[];
  /** Is, was and remains, behind a number. */
  readonly remains?: readonly string[];
  /** Goes on with a description. */
  readonly descriptionLink?: readonly string[];
  /** Joins a phrase to the noun before it. */
  readonly phraseLink?: readonly string[];
  /** A word in small letters before a name that is no title. */
  readonly noTitle?: readonly string[];
  /** Makes of a role one of many. */
  readonly oneOf?: readonly string[];
  /** A word that ends as a noun does and is none. */
  readonly noNounBehind?: readonly string[];
  /** Begins another clause behind a comma. */
  readonly clauseNext?: readonly string[];
  /** Joins the words of a name. */
  readonly nameJoiner?: readonly string[];
  /** Joins a first name and a surname. */
  readonly nameParticle?: readonly string[];
  /** A word that says how something is done. */
  readonly adverb?: readonly string[];
  /** Ends a noun that stands before a name and says who its bearer is. */
  readonly roleEnding?: readonly string[];
  /** Ends a compound that names a newspaper, an office or a club: “Volksblatt”. */
  readonly organisationEnding?: readonly string[];
  /** Ends an adjective tied to a number: “eight-oared”. */
  readonly madeOf?: readonly string[];
  /** Opens a range of two numbers. */
  readonly rangeFrom?: readonly string[];
  /** With the word behind it: per cent. */
  readonly perPair?: readonly string[];
  /** In favour, of votes. */
  readonly sideFor?: readonly string[];
  /** Against, of votes. */
  readonly sideAgainst?: readonly string[];
  /** The other side begins. */
  readonly sideEnd?: readonly string[];
  /** Behind "basis": the unit is a basis point. */
  readonly points?: readonly string[];
  /** Opens the name of a body that the state has one of. */
  readonly federalOpening?: readonly string[];
  /** In the name of a ministry. */
  readonly ministry?: readonly string[];
  /** Ends the name of a district, tied on. */
  readonly districtEnding?: readonly string[];
  /** Ends the name of a street, tied on, where hardly another noun has it. */
  readonly wideStreet?: readonly string[];
  /** The same where many nouns have it: “Spielplatz”. */
  readonly narrowStreet?: readonly string[];
  /** Ends of nouns for firms, which stand before their names. */
  readonly firmLeadEnding?: readonly string[];
  /** Names of bodies that are written small, the longer ones first. */
  readonly smallBody?: readonly string[];
  /** The end of the name of a body that the state has one of, behind “Bundes” and what it is for. */
  readonly federalBody?: readonly string[];
  /** Before the name of a country or region, tied on: a part of it. */
  readonly regionPrefix?: readonly string[];
  /** Ends names of towns. */
  readonly townEnding?: readonly string[];
  /** Ends an adjective, before the ending of its case. */
  readonly adjectiveStem?: readonly string[];
  /** An ending that makes nouns from other words; hardly a name ends so. */
  readonly nounEnding?: readonly string[];
  /** Opens a line with who wrote it and when. */
  readonly stampOpener?: readonly string[];
  /** A noun that an ordinal with its full stop stands before: no sentence ends there. */
  readonly numberedNoun?: readonly string[];
  /** An ending of nouns that take a bare s in compounds. */
  readonly genitiveEnding?: readonly string[];
}
export type ReadingWord = keyof ReadingWords;

/** English first: what stands first in an alternation is tried first. */
const LANGUAGES: readonly ReadingWords[] = [en, de, es, fr, it];

/** The words of one name in every language. */
export const readingWords = (name: ReadingWord): readonly string[] => [
  ...new Set(LANGUAGES.flatMap((language) => language[name] ?? [])),
];

/** The words of one name that are plain words, for look-ups. Built at each call: keep the set. */
export const readingWordSet = (name: ReadingWord): ReadonlySet<string> => new Set(readingWords(name));

/** The same as one alternation for a regular expression, in a group that does not capture. */
export const anyReadingWord = (name: ReadingWord): string => `(?:${readingWords(name).join("|")})`;

/** An expression that such a word fills, whole. */
export const onlyReadingWord = (name: ReadingWord): RegExp => new RegExp(`^${anyReadingWord(name)}$`);
