import { fold, HAPPENING_WORDS, stem } from "@wirefold/text";
import { type StoryForm, senseWords, storyForms } from "@wirefold/text/story-words";

/** Which way a figure goes: +1 and -1 are opposite statements, 0 says neither. */
export type Sign = -1 | 0 | 1;

/** What happens to the counted. Two fields count two things; two signs of one field are opposite statements. */
export interface Sense {
  readonly field: string;
  readonly sign: Sign;
}

/**
 * Verbs and nouns news uses for one another when it counts. Two articles that count "killed" and "dead" count the same
 * thing; two that count "killed" and "injured" do not, nor do "hired" and "fired".
 */
const FIELDS = [...senseWords()].map(([name, words]) => {
  const sense: Sense = {
    field: name.replace(/(?:Up|Down)$/, ""),
    sign: name.endsWith("Up") ? 1 : name.endsWith("Down") ? -1 : 0,
  };
  return { sense, words };
});

const SENSE_OF = new Map<string, Sense>();
for (const { sense, words } of FIELDS)
  for (const word of words) if (!SENSE_OF.has(stem(fold(word)))) SENSE_OF.set(stem(fold(word)), sense);

/** Fields of words that merely stand for one another: they say that two figures may be of one event, never that they are not. */
const SHARED = new Set(
  HAPPENING_WORDS.map(([, field]) => field).filter((field) => !FIELDS.some(({ sense }) => sense.field === field)),
);
/** Whether a figure of another field counts another thing. */
export const isOwnField = (field: string): boolean => !SHARED.has(field);

for (const [word, field] of HAPPENING_WORDS)
  if (!SENSE_OF.has(stem(fold(word)))) SENSE_OF.set(stem(fold(word)), { field, sign: 0 });

const keysOf = (name: StoryForm): ReadonlySet<string> => new Set(storyForms(name).map((word) => stem(fold(word))));
/** "Lost their lives" is no loss of anything that is counted. */
const LIFE = keysOf("life");
const LOSE = keysOf("lose");
/** Negations, contracted ones as they are left once folded. */
const NEGATIONS = keysOf("negation");
const TO = keysOf("to");
const FROM = keysOf("from");

/** Words away from the figure a word of a field is looked for. */
export const REACH = 7;
/** Words between a verb and the figure it governs. */
const GOVERNS = 4;
/** A tally word this near the figure says what is counted, whatever else stands near. */
const AT_HAND = 2;

/** What the words around a figure say of it. `before` and `after` give the folded words on either side, nearest first. */
export function senseOf(predicate: string | null, before: readonly string[], after: readonly string[]): Sense | null {
  const at = (list: readonly string[], step: number): Sense | undefined => {
    const word = list[step];
    if (word === undefined) return undefined;
    const sense = SENSE_OF.get(word);
    // "On board", "an Bord": a board of directors counts nobody.
    if (sense?.field === "aboard" && BOARD.has(word) && !ON.has(list[list === after ? step - 1 : step + 1] ?? ""))
      return undefined;
    return sense && isTally(sense.field) && !OWN_ACTS.has(sense.field) && areAgents(before, after, list === after ? step : -1)
      ? undefined
      : sense;
  };
  // "Killing six miners and trapping 29": the verb whose object the figure is says more than what stands nearer.
  const governs = predicate !== null && before.slice(0, GOVERNS).includes(predicate) ? SENSE_OF.get(predicate) : undefined;
  if (governs && isTally(governs.field)) return governs;
  for (let step = 0; step <= AT_HAND; step++)
    for (const list of [after, before]) {
      const sense = at(list, step);
      if (sense && isTally(sense.field)) return sense;
    }
  for (let step = 0; step < REACH; step++)
    for (const list of [before, after]) {
      const word = list[step];
      const sense = at(list, step);
      if (word === undefined || !sense) continue;
      if (LOSE.has(word) && after.slice(0, REACH).some((next) => LIFE.has(next))) return { field: "die", sign: 0 };
      const governing =
        list === before ? before.slice(step + 1, step + 4) : [...after.slice(Math.max(0, step - 3), step), ...before.slice(0, 2)];
      if (sense.sign !== 0 && governing.some((next) => NEGATIONS.has(next)))
        return { field: sense.field, sign: -sense.sign as Sign };
      return sense.sign === 0 ? { field: sense.field, sign: signNear(sense.field, before, after) } : sense;
    }
  // A tally word far away is another clause's, or says who did it.
  const sense = predicate ? (SENSE_OF.get(predicate) ?? null) : null;
  return sense && isTally(sense.field) ? null : sense;
}

/** The field of a verb alone, by its stem. */
export const fieldOfVerb = (verb: string): string | null => SENSE_OF.get(verb)?.field ?? null;

/** "The toll of the bombing rose to four", "the number of those missing fell to six": the first tally among the words before a change's end. */
export function governingTally(words: readonly string[]): Sense | null {
  for (const word of words) {
    const sense = SENSE_OF.get(word);
    if (sense && isTally(sense.field)) return sense;
  }
  return null;
}

/** "Of the voters backed": the word that names the field may say no direction, and another one does. */
function signNear(field: string, before: readonly string[], after: readonly string[]): Sign {
  if (field === "move") return 0;
  for (let step = 0; step < REACH; step++)
    for (const word of [before[step], after[step]]) {
      const sense = word === undefined ? undefined : SENSE_OF.get(word);
      if (sense && sense.field === field && sense.sign !== 0) return sense.sign;
    }
  return 0;
}

const BOARD = keysOf("board");
const BOUND = keysOf("bound");
const FLEE = keysOf("flee");
const ON = new Set(storyForms("on"));
const BY = new Set(storyForms("agentBy"));
const BE = keysOf("be");
const OBJECTS = keysOf("object");

/** "Three officers wounded the man", "wounded by three officers": those who did it, not those it was done to. */
function areAgents(before: readonly string[], after: readonly string[], step: number): boolean {
  if (step < 0) return BY.has(before[0] ?? "");
  const next = after[step + 1];
  return (
    next !== undefined && OBJECTS.has(next) && !after.slice(Math.max(0, step - 2), step).some((word) => BE.has(word)) && step > 0
  );
}

/** Whether the counted go to (+1) or from (-1) a place whose words begin `at` among the words around the figure. */
export function wayOf(wordsBeforePlace: readonly string[]): Sign {
  for (const [i, word] of wordsBeforePlace.slice(0, 4).entries()) {
    // "Left for the coast".
    if (BOUND.has(word) && SENSE_OF.get(wordsBeforePlace[i + 1] ?? "")?.field === "move") return 1;
    if (TO.has(word)) return 1;
    if (FROM.has(word)) return -1;
    const sense = SENSE_OF.get(word);
    if (sense?.field === "move") return sense.sign !== 0 ? sense.sign : FLEE.has(word) ? -1 : 0;
  }
  return 0;
}

/** Opposite statements: one field and both signs. */
export function areOpposite(a: Sense | null, b: Sense | null): boolean {
  return a !== null && b !== null && a.field === b.field && a.sign * b.sign < 0;
}

/** Fields whose count is a story's own figure: two values for them in two reports are one claim told twice. */
const TALLIES = new Set([
  ...["die", "injure", "miss", "arrest", "infect", "aboard", "attend", "sue", "evacuate", "trap", "atLarge"],
]);
/** Tallies that are no counts: the share of a fire that is contained, the land that has burned. */
const MEASURED_TALLIES: Readonly<Record<string, string>> = { contain: "percent", burn: "area", reporting: "percent" };
/** Tallies of those who do something, not of those to whom it is done. */
const OWN_ACTS = new Set(["attend", "sue"]);
/** Of these a story has one count whatever else it tells; of the dead it may count those of two sides. */
const OF_ONE_KIND = new Set(["miss", "aboard", "evacuate", "trap", "atLarge", "contain", "burn", "reporting"]);
export const isOfOneKind = (tally: string | null): boolean => tally !== null && OF_ONE_KIND.has(tally);
const isTally = (field: string): boolean => TALLIES.has(field);

/** The dead, the injured, the missing, the arrested, and the shares of a vote: a story has one count of each. */
export function tallyOf(sense: Sense | null, dimension: string): string | null {
  if (sense === null) return null;
  if (isTally(sense.field) && dimension === "count") return sense.field;
  if (MEASURED_TALLIES[sense.field] === dimension) return sense.field;
  return sense.field === "vote" && sense.sign !== 0 && dimension === "percent" ? `vote${sense.sign}` : null;
}
