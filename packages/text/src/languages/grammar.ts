import type { LanguageWords } from "./language-words.ts";
import type { Traits } from "./traits.ts";

/**
 * All that fact extraction knows of one language: its {@link Traits} and its words. To add a language, add a file `<tag>/grammar.ts`
 * with an object of this shape and name it in `../grammar.ts`. Everything is lower case unless said otherwise.
 */
export interface Language extends Traits {
  /** BCP 47. */
  readonly language: string;
  /** Numbers, months, units. */
  readonly words: LanguageWords;
  /** Finite verbs of saying and their participles. */
  readonly speechVerbs: ReadonlySet<string>;
  /** Forms that are as often nouns: reports, state, claims. */
  readonly nounLikeVerbs: ReadonlySet<string>;
  /** Makes a participle passive: was, were. */
  readonly passiveAuxiliaries: ReadonlySet<string>;
  /** Verbs that lead to quoted words without naming speech: call, describe, vow, insist… */
  readonly looseSpeechVerbs: ReadonlySet<string>;
  /** Verbs for what somebody holds, with a clause: agree, fear, worry. No sign of a quotation. */
  readonly attitudeVerbs: ReadonlySet<string>;
  /** Nouns that lead to quoted words: statement, interview, tweet… */
  readonly speechNouns: ReadonlySet<string>;
  /** Words between a subject and its verb: auxiliaries and adverbs. */
  readonly betweenSubjectAndVerb: ReadonlySet<string>;
  /** Introduces the source behind the statement: according to, laut. Token sequences. */
  readonly accordingTo: readonly (readonly string[])[];
  /** Leads to the name whose words follow a colon: from, in the words of. Token sequences, longest first. */
  readonly leadIns: readonly (readonly string[])[];
  /** Comes after the source: zufolge. */
  readonly accordingAfter: ReadonlySet<string>;
  readonly pronouns: ReadonlyMap<string, PronounInfo>;
  /** Words a noun phrase may start with. */
  readonly determiners: ReadonlySet<string>;
  readonly indefinite: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Nouns for people. */
  readonly personNouns: ReadonlySet<string>;
  readonly femaleNouns: ReadonlySet<string>;
  readonly maleNouns: ReadonlySet<string>;
  /** Capitalised before a name: President, Sen., Bundeskanzlerin. */
  readonly titles: ReadonlySet<string>;
  /** The words by which a later sentence calls the bearer of a title: “the governor” for Gov. Hale. */
  readonly calledBy: ReadonlyMap<string, ReadonlySet<string>>;
  /** Mr. and Mrs.: no role, but a gender. */
  readonly honorifics: ReadonlyMap<string, Gender>;
  /** The singular of a noun in lower case, the noun itself where no ending tells; English has its own for what no list knows. */
  readonly singular: (noun: string) => string;
  /** How nouns for people end in the plural. */
  readonly plural: PluralEnding;
  /** An ending that makes nouns for people: firefighters, dockworkers, Amerikaner; null where none does alone. */
  readonly peopleEnding: RegExp | null;
  /** Before somebody's years: “is 34”. */
  readonly ageVerbs: ReadonlySet<string>;
  /** Opens the name of a place: MOUNT Sorrel, UPPER Sorrel. */
  readonly placeOpeners: ReadonlySet<string>;
  readonly organisationNouns: ReadonlySet<string>;
  readonly placeNouns: ReadonlySet<string>;
  /** Prepositions after which a bare name is a place. */
  readonly placePrepositions: ReadonlySet<string>;
  readonly modifiers: readonly Modifier[];
  /** Called, titled, known as: words after which quotation marks hold a name or a word, not speech. */
  readonly namingWords: ReadonlySet<string>;
  /** Words before a title in quotation marks: song, film, show… */
  readonly workNouns: ReadonlySet<string>;
  /** Opens a continuation of the last quotation: “He continued,”. */
  readonly negations: ReadonlySet<string>;
  readonly subordinators: ReadonlySet<string>;
  /** Verb forms to their base: predicates are found by these. */
  readonly verbs: ReadonlyMap<string, string>;
  /** Verbs by which texts report figures without speech: show, estimate, put… */
  readonly reportVerbs: ReadonlySet<string>;
  /** Verbs whose bare subject is people: 1,460 arrived. */
  readonly peopleVerbs: ReadonlySet<string>;
  /** Places and bodies whose number is their population: a city of 236,000. */
  readonly populated: ReadonlySet<string>;
  /** Words before what a figure is compared with: up (from) 12, more (than) 12, compared (with) 12. */
  readonly comparedWith: ReadonlySet<string>;
  /** a day, per day, every day: the rate's unit follows. */
  readonly perWords: ReadonlySet<string>;
  /** Nationality words to the country: Finnish -> Finland. */
  readonly demonyms: ReadonlyMap<string, string>;
  /** Never a name though capitalised. */
  readonly notNames: ReadonlySet<string>;
  readonly tense: Tense;
  readonly reporting: Reporting;
}

/** How a language's verbs of saying take what is said. All forms as they stand in a text. */
export interface Reporting {
  /** Plain verbs of saying: said, told, announced. Whatever their subject, it speaks. */
  readonly sayVerbs: ReadonlySet<string>;
  /** Speak only next to quotation marks or with a conjunction: began, went, put. */
  readonly besideQuotations: ReadonlySet<string>;
  /** Take a listener before what is said: told, warned. */
  readonly withListener: ReadonlySet<string>;
  /** that, whether, dass */
  readonly conjunctions: ReadonlySet<string>;
  /** Joins a further clause to “…, officials said,”: and, but, who. */
  readonly joining: ReadonlySet<string>;
  /** Opens a circumstance behind “…, officials said”: as, when, during. */
  readonly circumstances: ReadonlySet<string>;
  /** promised to, refused to */
  readonly undertakings: ReadonlySet<string>;
  /** promised, offered, sought (a sum, a number of years): whose figure it is. */
  readonly offers: ReadonlySet<string>;
  /** Small words between these and their figure: for, an additional. */
  readonly offered: ReadonlySet<string>;
  /** urged them to */
  readonly requests: ReadonlySet<string>;
  /** called for, with their prepositions */
  readonly callsFor: ReadonlySet<string>;
  readonly callsForPrepositions: ReadonlySet<string>;
  /** Opens what is told right behind a verb of saying without a conjunction: raconte AVOIR entendu, dicen HABER oído. */
  readonly toldInfinitives: ReadonlySet<string>;
  /** Takes what is told in the form of {@link Reporting.participleEnding}: described (hearing two blasts). */
  readonly gerundTakers: ReadonlySet<string>;
  /** “to”; null where infinitives have no mark. */
  readonly infinitiveMark: string | null;
  /** went on (to say): before the mark of an infinitive, these assert. */
  readonly goingOn: ReadonlySet<string>;
  /** could, might: what could be said was not. */
  readonly hypothetical: ReadonlySet<string>;
  /** identified (the dead as) */
  readonly identifiers: ReadonlySet<string>;
  /** The “as” of it. */
  readonly identifiedAs: ReadonlySet<string>;
  /** raised (the toll to), put (the number at) */
  readonly recountVerbs: ReadonlySet<string>;
  /** put (the damage at) */
  readonly putVerbs: ReadonlySet<string>;
  /** put the damage (at) 12 crowns */
  readonly putPrepositions: ReadonlySet<string>;
  /** counted, recorded: what stands behind is a count, in words or digits */
  readonly countVerbs: ReadonlySet<string>;
  /** Verbs whose subject, however it is named, gives the figure behind: “Norchem schätzt den Schaden auf 4 Millionen”. */
  readonly estimates: ReadonlySet<string>;
  /** “GEHT von 12 Millionen aus”: verbs that take a figure behind a preposition, with it. */
  readonly assumes: ReadonlyMap<string, string>;
  /** Verb forms that mark a sentence as somebody's word: German sei, habe, müsse. Empty where a language has none. */
  readonly reportedForms: ReadonlySet<string>;
  /** Forms that report in the same way beside such a verb, and suppose elsewhere: würde, hätten. */
  readonly supposedForms: ReadonlySet<string>;
  /** “GAB in einer Mitteilung BEKANNT, dass”: verbs that report by a word behind them, with those words; none where the clause alone tells. */
  readonly predicates: ReadonlyMap<string, ReadonlySet<string>>;
  /** “WARNT VOR Sturm”, “FORDERT einen Baustopp”: verbs whose object is what is told, each with the words one of which must stand behind it, if any. */
  readonly objectVerbs: ReadonlyMap<string, ReadonlySet<string>>;
  /** wants (the budget raised to 9 million) */
  readonly wishes: ReadonlySet<string>;
  /** “by his own account”, after which the sentence is its subject's word. Token sequences. */
  readonly ownWords: readonly (readonly string[])[];
  /** Joins “…, wie Ana Duarte mitteilte” to what it reports; empty where nothing does. */
  readonly tailJoins: ReadonlySet<string>;
  /** Ends of compounds that name a source after “according to”: “nach Polizeiangaben” is on the word of the police. */
  readonly citingCompounds: readonly string[];
  /** without (saying) */
  readonly unsaid: ReadonlySet<string>;
  /** Ending of the form that continues a subject's speech: “, saying”; null where there is none. */
  readonly participleEnding: string | null;
  /** First words of phrases that are no subject: that, there, what. */
  readonly notSubjects: ReadonlySet<string>;
  /** Nouns that never speak: part, price, time. */
  readonly things: ReadonlySet<string>;
  /** Documents, by which something is shown: survey, data. */
  readonly documents: ReadonlySet<string>;
  /** Words that stand for people alone: others, many. */
  readonly people: ReadonlySet<string>;
  /** Nouns with “that” for what their owner says: claim, warning. */
  readonly claimNouns: ReadonlySet<string>;
  /** Opens a sentence that goes on with the count of the one before: another, of those. Token sequences. */
  readonly countingOn: readonly (readonly string[])[];
}

/** The words that tell whether a sentence speaks of what was or of what is to come. */
export interface Tense {
  /** will, scheduled, due */
  readonly aheadWords: ReadonlySet<string>;
  /** Present forms that announce when a date stands with them: opens, meets. */
  readonly scheduled: ReadonlySet<string>;
  readonly pastForms: ReadonlySet<string>;
  /** Endings of regular past forms. */
  readonly pastEndings: readonly string[];
  /** Endings of regular forms of the future. */
  readonly futureEndings: readonly string[];
  /** is, are, was: before a bare date, or before the mark of the infinitive. */
  readonly copulas: ReadonlySet<string>;
  /** The “to” of “are to meet”; null where a language has none. */
  readonly infinitiveMark: string | null;
  /** “be”: a participle after it is not past. */
  readonly infinitive: string | null;
}

export type Gender = "f" | "m";

export interface PronounInfo {
  readonly gender: Gender | null;
  readonly number: "singular" | "plural";
  readonly person: 1 | 2 | 3;
  readonly isRelative?: boolean;
}

/** How nouns of a language end in the plural. */
export interface PluralEnding {
  readonly ending: RegExp;
  /** Nouns in the singular end so as well: with an article before it one of them tells nothing. */
  readonly isShared: boolean;
}

/** A phrase before a figure that bounds or blurs it. `words` in order, right before the number. */
export interface Modifier {
  readonly words: readonly string[];
}

/** The forms of regular English verbs, from their bases. */
export function englishForms(bases: string): string[] {
  const out: string[] = [];
  for (const base of bases.split(/\s+/)) {
    if (base === "") continue;
    const stem = base.endsWith("e") ? base.slice(0, -1) : base;
    const isY = /[^aeiou]y$/.test(base);
    out.push(base, isY ? `${base.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`);
    out.push(isY ? `${base.slice(0, -1)}ied` : `${stem}ed`, `${stem}ing`);
  }
  return out;
}
