import { WordScan } from "@wirefold/text";
import type { Language } from "@wirefold/text/grammar";
import { CompoundSet } from "@wirefold/text/grammar";

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

/** A bit for each word list, and one for words that may open “according to”. */
export const lists = {
  ...(Object.fromEntries(roleNames.map((name, index) => [name, 1 << index])) as Record<RoleName, number>),
  accordingTo: 1 << roleNames.length,
};

/** A text's tokens with the word lists each belongs to: one look-up a token instead of one a question. */
export class RoleScan extends WordScan {
  private readonly roles: Int32Array;

  constructor(text: string, language: Language) {
    super(text);
    this.roles = new Int32Array(this.count);
    const rolesOf = lexiconOf(language);
    for (let i = 0; i < this.count; i++) if (this.isWord(i)) this.roles[i] = rolesOf(this.lower(i));
  }

  /** Whether the token, in lower case, is in a word list of its language; never past either end. */
  has(index: number, roles: number): boolean {
    return index >= 0 && index < this.count && ((this.roles[index] as number) & roles) !== 0;
  }
}

const lexicons = new WeakMap<Language, ReadonlyMap<string, number>>();

function lexiconOf(language: Language): (lower: string) => number {
  const words = roleNames.map((name) => language[name]);
  const ask = (word: string): number => {
    let roles = language.accordingTo.some(([first]) => first === word) ? lists.accordingTo : 0;
    for (let i = 0; i < words.length; i++) if (words[i]?.has(word)) roles |= 1 << i;
    return roles;
  };
  // What a list of compounds holds cannot be told beforehand: there each word of the text is asked for once.
  if (words.some((list) => list instanceof CompoundSet)) {
    const known = new Map<string, number>();
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
    const all = new Set(words.flatMap((list) => [...list.keys()]));
    for (const [first] of language.accordingTo) if (first !== undefined) all.add(first);
    lexicon = new Map([...all].map((word) => [word, ask(word)]));
    lexicons.set(language, lexicon);
  }
  const made = lexicon;
  return (word) => made.get(word) ?? 0;
}
