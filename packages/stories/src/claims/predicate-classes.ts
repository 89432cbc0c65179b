import { fold, stem } from "@wirefold/text";

/**
 * Verbs and nouns news uses for one another when it counts. Two articles that count "killed" and "dead" count the same
 * thing; two that count "killed" and "injured" do not. English mostly, with the commonest words of four other languages.
 */
const CLASSES: Record<string, string> = {
  die: "die died dies dying dead death deaths kill killed kills killing fatality fatalities toll perish perished drown drowned tote toten todesopfer getötet leben gestorben morts tué tués muertos murieron morti",
  injure: "injure injured injures injury injuries wound wounded hurt verletzt verletzte verletzten blessés heridos feriti",
  miss: "missing unaccounted vermisst disparus desaparecidos",
  arrest: "arrest arrested arrests detain detained detains detention custody festgenommen arrêtés detenidos",
  // Who leaves one place enters another; reports tell it from either side.
  move: "enter entered enters entering entry cross crossed crosses crossing arrive arrived arrives arriving arrival arrivals pour poured stream streamed streaming leave left leaves leaving flee fled flees fleeing flock flocked flocking escape escaped exodus depart departed evacuate evacuated evacuation emigrate emigrated displaced geflohen fui huyeron",
  employ: "lay laid layoff layoffs fire fired cut cuts redundant sack sacked dismissed eliminate eliminated",
  attend: "attend attended march marched gather gathered rally rallied protest protested demonstrate demonstrated turnout",
  vote: "vote voted votes ballot ballots",
  rise: "rise rose risen rises increase increased grow grew grown climb climbed surge surged jump jumped gain gained",
  fall: "fall fell fallen falls decrease decreased drop dropped decline declined plunge plunged lose lost shrink shrank",
  cost: "cost costs price priced pay paid spend spent worth damage damages",
  burn: "burn burned burnt destroy destroyed raze razed scorch scorched damaged",
};

const CLASS_OF = new Map<string, string>();
for (const [name, words] of Object.entries(CLASSES)) for (const word of words.split(" ")) CLASS_OF.set(stem(fold(word)), name);

/** Words away from the figure a class word is looked for. */
export const REACH = 7;

/**
 * The class of the word nearest the figure that has one: of "killing three and injuring 26" the three were killed. The
 * predicate extraction names decides only where no such word stands near. `before` and `after` give the words on either
 * side, nearest first.
 */
export function predicateClassOf(predicate: string | null, before: readonly string[], after: readonly string[]): string | null {
  for (let step = 0; step < REACH; step++) {
    const left = before[step];
    const right = after[step];
    const found = (left && CLASS_OF.get(left)) || (right && CLASS_OF.get(right));
    if (found) return found;
  }
  return predicate ? (CLASS_OF.get(predicate) ?? null) : null;
}

/** Classes whose count is a story's own figure: two values for them in two reports are one claim told twice. */
const TALLIES = new Set(["die", "injure", "miss", "arrest"]);
export const isTally = (name: string | null): boolean => name !== null && TALLIES.has(name);
