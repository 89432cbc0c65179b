import { hashFolded, WordScan } from "@wirefold/text";
import type { Language } from "@wirefold/text/grammar";
import { CompoundSet, contextWords, readingWordSet, readingWords } from "@wirefold/text/grammar";

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
  noTitle: readingWordSet("noTitle"),
  ownClause: contextWords("ownClause"),
  phraseLink: readingWordSet("phraseLink"),
  reckonedBy: readingWordSet("reckonedBy"),
  speakingBody: contextWords("speakingBody"),
  spoken: contextWords("spokenWord"),
  titleFunctionWord: contextWords("titleFunctionWord"),
} as const;

type Kind = keyof typeof kindWords;

/** A bit for each of them, for {@link RoleScan.is}. */
export const wordKinds = Object.fromEntries(Object.keys(kindWords).map((name, index) => [name, 1 << index])) as Record<
  Kind,
  number
>;

/** What word lists say of one word: bits of {@link lists} and of {@link wordKinds}. */
interface WordRoles {
  readonly lists: number;
  readonly kinds: number;
}

/** A text's tokens with the word lists each belongs to: one look-up a token instead of one a question. */
export class RoleScan extends WordScan {
  private readonly roles: Int32Array;
  private readonly kindsOf: Int32Array;
  private readonly classes: Uint16Array;

  constructor(text: string, language: Language) {
    super(text);
    this.roles = new Int32Array(this.count);
    this.kindsOf = new Int32Array(this.count);
    this.classes = new Uint16Array(this.count);
    const rolesOf = lexiconOf(language);
    for (let i = 0; i < this.count; i++) {
      const isWord = this.isWord(i);
      // “’s” is an auxiliary too; other marks have one character and are in no list.
      if (!isWord && (this.isNumber(i) || (this.ends[i] as number) - (this.starts[i] as number) !== 2)) continue;
      const known = rolesOf(this.lower(i));
      if (known === undefined) continue;
      if (isWord) this.roles[i] = known.lists;
      this.kindsOf[i] = known.kinds;
    }
  }

  /** Whether the token, in lower case, is in a word list of its language; never past either end. */
  has(index: number, roles: number): boolean {
    return index >= 0 && index < this.count && ((this.roles[index] as number) & roles) !== 0;
  }

  /** Whether the token, in lower case, is a word of these kinds in any language; never past either end. */
  is(index: number, kind: number): boolean {
    return index >= 0 && index < this.count && ((this.kindsOf[index] as number) & kind) !== 0;
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

/** A list of words, or what is told of each. */
interface WordList {
  has(word: string): boolean;
  keys(): Iterable<string>;
}

const lexicons = new WeakMap<Language, ReadonlyMap<string, WordRoles>>();

function lexiconOf(language: Language): (lower: string) => WordRoles | undefined {
  const words = roleNames.map((name) => language[name]);
  const { identifiers, recountVerbs, offers, assumes, wishes } = language.reporting;
  const { old, weekdays, dayWords } = language.words;
  const others: readonly (readonly [bit: number, sets: readonly WordList[]])[] = [
    [lists.recounting, [identifiers, recountVerbs, offers, assumes, wishes]],
    [lists.old, [old]],
    [lists.day, [weekdays, dayWords]],
  ];
  const ofKind = Object.values(kindWords);
  const ask = (word: string): WordRoles => {
    let roles = language.accordingTo.some(([first]) => first === word) ? lists.accordingTo : 0;
    for (let i = 0; i < words.length; i++) if (words[i]?.has(word)) roles |= 1 << i;
    for (const [bit, sets] of others) if (sets.some((each) => each.has(word))) roles |= bit;
    let kind = 0;
    for (let i = 0; i < ofKind.length; i++) if (ofKind[i]?.has(word)) kind |= 1 << i;
    return { lists: roles, kinds: kind };
  };
  // What a list of compounds holds cannot be told beforehand: there each word of the text is asked for once.
  if (words.some((list) => list instanceof CompoundSet)) {
    const known = new Map<string, WordRoles>();
    return (word) => {
      let roles = known.get(word);
      if (roles === undefined) {
        roles = ask(word);
        known.set(word, roles);
      }
      return roles;
    };
  }
  let lexicon = lexicons.get(language);
  if (lexicon === undefined) {
    const all = new Set([...words, ...others.flatMap(([, sets]) => sets), ...ofKind].flatMap((list) => [...list.keys()]));
    for (const [first] of language.accordingTo) if (first !== undefined) all.add(first);
    lexicon = new Map([...all].map((word) => [word, ask(word)]));
    lexicons.set(language, lexicon);
  }
  const made = lexicon;
  return (word) => made.get(word);
}
