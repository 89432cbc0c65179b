import { hashFolded, keepTokenRoles, roleOf, tokenKind, WordScan, WordTable } from "@wirefold/text";
import type { Language } from "@wirefold/text/grammar";
import { contextWords, readingWordSet, readingWords } from "@wirefold/text/grammar";

/** The word lists that are asked for at nearly every token, each a bit. Named as in {@link Language}. */
const roleNames = [
  "speechVerbs",
  "looseSpeechVerbs",
  "reportVerbs",
  "attitudeVerbs",
  "nounLikeVerbs",
  "passiveAuxiliaries",
  "speechNouns",
  "betweenSubjectAndVerb",
  "accordingAfter",
  "pronouns",
  "determiners",
  "prepositions",
  "personNouns",
  "titles",
  "organisationNouns",
  "placeNouns",
  "placePrepositions",
  "subordinators",
  "verbs",
  "negations",
  "notNames",
] as const satisfies readonly (keyof Language)[];

type RoleName = (typeof roleNames)[number];

/** A bit for each word list, and one for words that several lists or none of the language's own tell. */
export const lists = {
  ...(Object.fromEntries(roleNames.map((name, index) => [name, 1 << index])) as Record<RoleName, number>),
  /** May open “according to”. */
  accordingTo: 1 << roleNames.length,
  /** Gives a count, an act or an aim a source, and may be no verb of saying. */
  recounting: 1 << (roleNames.length + 1),
  /** Closes an age. */
  old: 1 << (roleNames.length + 2),
  /** Names a day: a weekday, “yesterday”. */
  day: 1 << (roleNames.length + 3),
  /** May open “in his words”. */
  ownWords: 1 << (roleNames.length + 4),
  /** Joins what is said to a verb of saying. */
  conjunctions: 1 << (roleNames.length + 5),
};

/** Words that mean the same in whatever language they stand, asked for at nearly every token, each a bit as well. */
const kindWords = {
  and: contextWords("and"),
  auxiliary: new Set(readingWords("auxiliary")),
  cites: contextWords("citeVerb"),
  citedPassive: contextWords("citedPassive"),
  clauseBehindComma: contextWords("clauseBehindComma"),
  clauseOpener: new Set(readingWords("clauseOpener")),
  complementizer: contextWords("complementizer"),
  givenMonth: contextWords("givenMonth"),
  latter: contextWords("latter"),
  listenerLead: contextWords("listenerLead"),
  nameJoiner: new Set(readingWords("nameJoiner")),
  countedParticiple: contextWords("countedParticiple"),
  noTitle: readingWordSet("noTitle"),
  opensSmallBody: new Set(readingWords("smallBody").map((name) => /^\p{L}+/u.exec(name)?.[0] ?? "")),
  ownClause: contextWords("ownClause"),
  phraseLink: readingWordSet("phraseLink"),
  reckonedBy: readingWordSet("reckonedBy"),
  speakingBody: contextWords("speakingBody"),
  spoken: contextWords("spokenWord"),
  titleFunctionWord: contextWords("titleFunctionWord"),
  to: contextWords("to"),
  whether: contextWords("whether"),
} as const;

type Kind = keyof typeof kindWords;

/** A bit for each of them, for {@link RoleScan.is}. */
export const wordKinds = Object.fromEntries(Object.keys(kindWords).map((name, index) => [name, 1 << index])) as Record<
  Kind,
  number
>;

/** A few words sought among all of a text, by their numbers: one bit tells of most that they are none of them. */
export class FewWords {
  private bits = 0;

  add(word: number): void {
    this.bits |= 1 << (word & 31);
  }

  mayHold(word: number): boolean {
    return (this.bits & (1 << (word & 31))) !== 0;
  }
}

/** A text's tokens with the word lists each belongs to: one look-up a token instead of one a question. */
export class RoleScan extends WordScan {
  private readonly roles: Int32Array;
  private readonly kindsOf: Int32Array;
  private readonly classes: Uint16Array;
  private readonly numbers: Int32Array;
  private readonly lexicon: Lexicon;

  constructor(text: string, language: Language) {
    super(text);
    this.roles = new Int32Array(this.count);
    this.kindsOf = new Int32Array(this.count);
    this.classes = new Uint16Array(this.count);
    this.numbers = new Int32Array(this.count).fill(-1);
    const lexicon = lexiconOf(language);
    this.lexicon = lexicon;
    const begins = new Uint8Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const kind = this.kinds[i];
      if (kind === tokenKind.word) {
        const word = lexicon.numberOf(text, this.starts[i] as number, this.ends[i] as number);
        this.numbers[i] = word;
        this.lowers[i] = lexicon.words[word];
        this.roles[i] = lexicon.lists[word] as number;
        this.kindsOf[i] = lexicon.kinds[word] as number;
        begins[i] = lexicon.begins[word] as number;
      } else if (kind === tokenKind.mark && this.isGenitive(i)) {
        // “’s” is an auxiliary too; other marks have one character and are in no list.
        this.kindsOf[i] = genitiveKinds;
      }
    }
    keepTokenRoles(this, language.words, begins);
  }

  /** Whether the token, in lower case, is in a word list of its language; never past either end. */
  has(index: number, roles: number): boolean {
    return index >= 0 && index < this.count && ((this.roles[index] as number) & roles) !== 0;
  }

  /** Whether the token, in lower case, is a word of these kinds in any language; never past either end. */
  is(index: number, kind: number): boolean {
    return index >= 0 && index < this.count && ((this.kindsOf[index] as number) & kind) !== 0;
  }

  /** The number that all copies of the word at a token have in this scan, whatever their case; -1 for what is no word. */
  wordAt(index: number): number {
    return this.numbers[index] ?? -1;
  }

  /** A hash of the word at a token, whatever its case; of a mark its code, of any number 1, of a line end and past either end 0. */
  hashAt(index: number): number {
    const word = this.numbers[index] ?? -1;
    if (word >= 0) return this.lexicon.hashes[word] as number;
    return this.isNumber(index) ? 1 : this.isNewline(index) ? 0 : this.mark(index);
  }

  /** The class of the word or mark at a token by its hash, 1 to `classes` - 1; 0 past either end and for a line end. Hashed once. */
  classOf(index: number, classes: number): number {
    if (this.isNewline(index)) return 0;
    const known = this.classes[index] as number;
    if (known !== 0) return known;
    const made = 1 + (hashFolded(this.text, this.starts[index] as number, this.ends[index] as number) % (classes - 1));
    this.classes[index] = made;
    return made;
  }
}

const kindsOf = (word: string): number => {
  let kinds = 0;
  for (const name of Object.keys(kindWords) as Kind[]) if (kindWords[name].has(word)) kinds |= wordKinds[name];
  return kinds;
};
const genitiveKinds = kindsOf("'s");

/** Most words a lexicon remembers between texts: more than a language's newspapers use in a month, some ten megabytes. */
const wordsMax = 60_000;

const lexicons = new WeakMap<Language, Lexicon>();

function lexiconOf(language: Language): Lexicon {
  let lexicon = lexicons.get(language);
  if (lexicon === undefined || lexicon.words.length > wordsMax) {
    lexicon = new Lexicon(language);
    lexicons.set(language, lexicon);
  }
  return lexicon;
}

/** The words met in texts of a language, each with what its word lists say of it: they are asked once, when it is met first. */
class Lexicon {
  /** Bits of {@link lists}, of {@link wordKinds} and of what a word may begin, and the word's hash, by its number. */
  lists = new Int32Array(1024);
  kinds = new Int32Array(1024);
  begins = new Uint8Array(1024);
  hashes = new Int32Array(1024);
  private readonly language: Language;
  private readonly table = new WordTable();
  private known = 0;

  constructor(language: Language) {
    this.language = language;
  }

  get words(): readonly string[] {
    return this.table.words;
  }

  /** The number of `text.slice(start, end)` in lower case. */
  numberOf(text: string, start: number, end: number): number {
    const number = this.table.numberOf(text, start, end);
    if (number === this.known) this.learn(number);
    return number;
  }

  private learn(number: number): void {
    const { language } = this;
    const word = this.words[number] as string;
    if (number === this.lists.length) {
      this.lists = enlarged(this.lists, new Int32Array(number * 2));
      this.kinds = enlarged(this.kinds, new Int32Array(number * 2));
      this.begins = enlarged(this.begins, new Uint8Array(number * 2));
      this.hashes = enlarged(this.hashes, new Int32Array(number * 2));
    }
    this.lists[number] = listsOf(word, language);
    const noun = tiedNoun(word);
    this.kinds[number] = kindsOf(word) | (noun === null ? 0 : kindsOf(noun) & wordKinds.speakingBody);
    this.begins[number] = roleOf(word, language.words);
    this.hashes[number] = hashFolded(word, 0, word.length);
    this.known = number + 1;
  }
}

const elidedArticle = contextWords("elidedArticle");
/** The noun that an article is tied to: « l’association ». It is what it is without the article. */
const tiedNoun = (word: string): string | null => (elidedArticle.has(word.slice(0, 2)) ? word.slice(2) : null);
const nounRoles = ["personNouns", "organisationNouns", "titles"] as const;

function listsOf(word: string, language: Language): number {
  const { identifiers, recountVerbs, offers, assumes, wishes, ownWords, conjunctions } = language.reporting;
  const { old, weekdays, dayWords } = language.words;
  let roles = language.accordingTo.some(([first]) => first === word) ? lists.accordingTo : 0;
  if (ownWords.some(([first]) => first === word)) roles |= lists.ownWords;
  if (conjunctions.has(word)) roles |= lists.conjunctions;
  for (const name of roleNames) if (language[name].has(word)) roles |= lists[name];
  if ([identifiers, recountVerbs, offers, assumes, wishes].some((list) => list.has(word))) roles |= lists.recounting;
  if (old.has(word)) roles |= lists.old;
  const noun = tiedNoun(word);
  if (noun !== null) for (const name of nounRoles) if (language[name].has(noun)) roles |= lists[name];
  return weekdays.has(word) || dayWords.has(word) ? roles | lists.day : roles;
}

function enlarged<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
