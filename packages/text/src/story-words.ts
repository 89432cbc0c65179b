/**
 * What stories tell figures and those who act by, from `languages/<tag>/story-words.ts`: words, and sources of regular expressions
 * for text in any case.
 */
import { storyWords as de } from "./languages/de/story-words.ts";
import { storyWords as en } from "./languages/en/story-words.ts";
import { storyWords as es } from "./languages/es/story-words.ts";
import { storyWords as fr } from "./languages/fr/story-words.ts";
import { storyWords as it } from "./languages/it/story-words.ts";
import { storyWords as pl } from "./languages/pl/story-words.ts";
import { storyWords as ru } from "./languages/ru/story-words.ts";

export interface StoryForms {
  /** Before those who did something. */
  readonly agentBy?: readonly string[];
  /** Gives a figure again in other words. */
  readonly orElse?: readonly string[];
  /** Leads from a sum to what it is in another currency. */
  readonly exchangedTo?: readonly string[];
  /** He and she. */
  readonly pronoun?: readonly string[];
  /** Between a person and an age. */
  readonly wasOld?: readonly string[];
  /** At that time, not now. */
  readonly atThatTime?: readonly string[];
  /** Before an age that is not of the day of the news: “then 12”, “heute 40”. */
  readonly ofAnotherDay?: readonly string[];
  /** Life and lives, which are lost but not counted as a loss. */
  readonly life?: readonly string[];
  /** Lost, claimed: before lives. */
  readonly lose?: readonly string[];
  /** Denies the word near it; contracted ones as they are left once folded. */
  readonly negation?: readonly string[];
  /** Leads to where somebody goes. */
  readonly to?: readonly string[];
  /** Leads to where somebody comes from. */
  readonly from?: readonly string[];
  /** A board that counts nobody unless "on" stands before it. */
  readonly board?: readonly string[];
  /** Makes a passive. */
  readonly be?: readonly string[];
  /** Opens what is done something to, right behind a verb. */
  readonly object?: readonly string[];
  /** Stands before that board. */
  readonly on?: readonly string[];
  /** A word for people and bodies that act. */
  readonly agent?: readonly string[];
  /** Leads from a date to what happened then: “2019, when 14 died”. */
  readonly whenBehind?: readonly string[];
  /** Leads from an event to its year: “the flood of 1998”. */
  readonly eventOfYear?: readonly string[];
  /** Before the year of an event that is named behind it: “the 1998 flood”. */
  readonly yearOfEvent?: readonly string[];
  /** Behind a number: it is a part of what was counted. */
  readonly partBehind?: readonly string[];
  /** Before a number: it is a part of what was counted. */
  readonly partBefore?: readonly string[];
  /** Behind a number: it is an age. */
  readonly ageBehind?: readonly string[];
  /** Before a number: it is an age. */
  readonly ageBefore?: readonly string[];
  /** Between a name and a number: the number is an age. */
  readonly agedBetween?: readonly string[];
  /** Opens a sentence before an age: “At 16, she …”. */
  readonly agedAt?: readonly string[];
  /** Right behind such an age. */
  readonly agedWhen?: readonly string[];
  /** Between such a word and the age: “then aged 21”. */
  readonly agedWord?: readonly string[];
  /** Between a name's comma and an age: “Ida Holm, now 30,”. */
  readonly ageMark?: readonly string[];
  /** What has an age and is nobody: a "19-year-old war" has lasted for 19 years. */
  readonly agedThing?: readonly string[];
  /** An article of somebody not named before. */
  readonly anyOne?: readonly string[];
  /** Opens a sentence that only the one before explains: “Her office said”. */
  readonly pointsBack?: readonly string[];
  /** Says that something may be, in small letters. */
  readonly may?: readonly string[];
  /** Before a source that somebody has: “its ministry”. */
  readonly ofSomebody?: readonly string[];
  /** Leads from a sum to what it is laid on. */
  readonly ofOn?: readonly string[];
  /** Before a number: on top of what was counted before. */
  readonly further?: readonly string[];
  /** Behind a number: on top of what was counted before. */
  readonly furtherBehind?: readonly string[];
  /** Behind a number: things beyond those told of before, “two other cars”. */
  readonly otherBehind?: readonly string[];
  /** Before a number: it no longer holds. */
  readonly superseded?: readonly string[];
  /** Before a number: it takes the place of an earlier one. */
  readonly renewed?: readonly string[];
  /** Before a number in whose place another has come. */
  readonly replaced?: readonly string[];
  /** Before a number: it is somebody else's answer, which another figure of the sentence is set against: "not the 90 that". */
  readonly contrasted?: readonly string[];
  /** Earlier in the sentence: another answer to the question of the figure before follows: "others speak of". */
  readonly othersSay?: readonly string[];
  /** Earlier in the sentence: somebody says otherwise than the figure before: "the company disputes that". */
  readonly disputes?: readonly string[];
  /** May stand between that and the number. */
  readonly renewedFiller?: readonly string[];
  /** Leads to one who is counted in. */
  readonly including?: readonly string[];
  /** The one who did it. */
  readonly culprit?: readonly string[];
  /** Says of a figure that it was awaited. */
  readonly expected?: readonly string[];
  /** The same behind the figure, of a value that somebody demanded. */
  readonly demandedBehind?: readonly string[];
  /** Ends a word that is an age: "58-year-old". */
  readonly ageWord?: readonly string[];
  /** Leads to such a word where it stands for a person. */
  readonly theOne?: readonly string[];
  /** Says of a figure that it is one of an earlier time. */
  readonly earlierTime?: readonly string[];
  /** Joins two dates. */
  readonly and?: readonly string[];
  /** Makes a figure less certain. */
  readonly hedge?: readonly string[];
  /** Men. */
  readonly men?: readonly string[];
  /** Women. */
  readonly women?: readonly string[];
  /** Children. */
  readonly children?: readonly string[];
  /** Soldiers. */
  readonly soldiers?: readonly string[];
  /** Civilians. */
  readonly civilians?: readonly string[];
  /** Modifies a number: the truth lies above it. Between word boundaries. */
  readonly above?: readonly string[];
  /** Modifies a number: the truth lies near and below it. Between word boundaries. */
  readonly near?: readonly string[];
  /** Modifies a number: the truth lies below it. Between word boundaries. */
  readonly below?: readonly string[];
  /** Modifies a number: the truth lies on either side. Between word boundaries. */
  readonly about?: readonly string[];
  /** As `above`, wherever it stands. */
  readonly aboveStem?: readonly string[];
  /** As `near`, wherever it stands. */
  readonly nearStem?: readonly string[];
  /** As `below`, wherever it stands. */
  readonly belowStem?: readonly string[];
  /** As `about`, wherever it stands. */
  readonly aboutStem?: readonly string[];
  /** What is said of one more: "the ministry also refused". */
  readonly additive?: readonly string[];
  /** A word of a sentence that denies what it tells. */
  readonly denial?: readonly string[];
  /** Said, told: two who did so are no rivals. */
  readonly saying?: readonly string[];
  /** A title before a name. */
  readonly title?: readonly string[];
  /** Leads from a sum to what it is paid for each of. */
  readonly each?: readonly string[];
  /** A stretch of time by which sums are counted. */
  readonly timeUnit?: readonly string[];
  /** Leads from a share to who has it. */
  readonly givenTo?: readonly string[];
  /** Leads to whose or by whom: another one than the one at hand. */
  readonly belongsTo?: readonly string[];
  /** Says of a figure that it covers more than a place: “across the country”. Between word boundaries. */
  readonly everywhere?: readonly string[];
  /** A thing that has a cost: "the $1.7bn bridge". */
  readonly costly?: readonly string[];
  /** What has a price: "a £30m takeover". */
  readonly bought?: readonly string[];
  /** Words that name nobody in particular. */
  readonly anybody?: readonly string[];
  /** Before a decade of somebody's life. */
  readonly ageDecade?: readonly string[];
  /** A number, in digits or a word. */
  readonly numberWord?: readonly string[];
  /** Denies the number behind it. */
  readonly not?: readonly string[];
  /** Behind a number: it took the place of one said before. */
  readonly corrected?: readonly string[];
  /** Before the number where a change began. */
  readonly changeStart?: readonly string[];
  /** Before the number where a change ended. */
  readonly changeEnd?: readonly string[];
  /** May stand between that and the number. */
  readonly vague?: readonly string[];
  /** Behind a share. */
  readonly percentSign?: readonly string[];
  /** Behind a number: it must be reached or kept. */
  readonly limitBehind?: readonly string[];
  /** Behind a number: it is what parts two. */
  readonly gapBehind?: readonly string[];
  /** Before a number: it must be reached or kept. */
  readonly limitBefore?: readonly string[];
  /** May stand between that and the number. */
  readonly atLeast?: readonly string[];
  /** The verb of what may be, which is spelt like a month: in lower case only. */
  readonly mayBe?: readonly string[];
  /** Before a number that another is compared with. */
  readonly comparedWith?: readonly string[];
  /** May stand between that and the number. */
  readonly comparedFiller?: readonly string[];
  /** Opens the stretch of time a figure covers. */
  readonly windowOpens?: readonly string[];
  /** Which stretch it is: the first, the last. */
  readonly windowWhich?: readonly string[];
  /** What it is a number of. */
  readonly windowUnit?: readonly string[];
  /** The definite article. */
  readonly article?: readonly string[];
  /** Leads to where those who leave go: "left for the coast". */
  readonly bound?: readonly string[];
  /** To leave a place for fear. */
  readonly flee?: readonly string[];
}
export type StoryForm = keyof StoryForms;

export interface StoryWords {
  /** What happens to the counted, by its field; `Up` and `Down` are opposite statements of one field. */
  readonly senses?: Readonly<Record<string, readonly string[]>>;
  readonly forms?: StoryForms;
  /** Words that happen to be spelt like another language's word for a happening: the German article, the French "more". */
  readonly notSenses?: readonly string[];
}

/** English first: what stands first in an alternation is tried first. */
const LANGUAGES: readonly StoryWords[] = [en, de, es, fr, it, pl, ru];

/** By language, words that name no happening there though another language's word is spelt so. */
export const NOT_SENSES: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({ de, es, fr }).map(([tag, { notSenses }]) => [tag, new Set(notSenses)]),
);

/** The forms of one name in every language. */
export const storyForms = (name: StoryForm): readonly string[] => [
  ...new Set(LANGUAGES.flatMap(({ forms }) => forms?.[name] ?? [])),
];

/** The same as one alternation for a regular expression, in a group that does not capture. */
export const anyStoryForm = (...names: readonly StoryForm[]): string => `(?:${names.flatMap(storyForms).join("|")})`;

/** The words of every language by what they say of the counted. Senses in their order in English, which has all of them. */
export function senseWords(): ReadonlyMap<string, readonly string[]> {
  const names = new Set(LANGUAGES.flatMap(({ senses }) => Object.keys(senses ?? {})));
  return new Map([...names].map((name) => [name, LANGUAGES.flatMap(({ senses }) => senses?.[name] ?? [])]));
}
