/** How what two figures count stands to each other, by the meanings that the English nouns for it share. */
import { COUNTED_FOR_PEOPLE, memoize } from "@wirefold/text";
import { classOfMeaning, englishNoun, meaningAbove, type NounClass } from "@wirefold/text/grammar";

/** `kin`: one word may stand for the other · `other`: two nouns that mean nothing in common · `unknown`: a word that is no English noun. */
export type Kinship = "same" | "kin" | "other" | "unknown";

/** Steps up from a meaning in which the meaning of the other noun may be met: "cottage", "house", "building". */
const STEPS = 3;

/** Names of things as `thingOf` gives them. Symmetric. */
export const kinshipOf = (a: string, b: string): Kinship => (a === b ? "same" : readKinship(a < b ? `${a}|${b}` : `${b}|${a}`));

const readKinship = memoize(5000, (pair): Kinship => {
  const at = pair.indexOf("|");
  const [a, b] = [pair.slice(0, at), pair.slice(at + 1)];
  // What befalls or binds people is counted for them.
  if (isForPeople(a) && isForPeople(b) && (COUNTED_FOR_PEOPLE.has(a) || COUNTED_FOR_PEOPLE.has(b))) return "unknown";
  const [left, right] = [englishNoun(a)?.meanings, englishNoun(b)?.meanings];
  if (left === undefined || right === undefined) return "unknown";
  // “Person” itself is no kind of person in WordNet.
  const arePeople = [a === "person" || isPeople(left), b === "person" || isPeople(right)];
  if (arePeople.some(Boolean)) {
    if (arePeople.every(Boolean)) return "kin";
    // Bodies are counted for those in them: "families", "crews".
    if (isBody(left) || isBody(right)) return "unknown";
    return isConcrete(arePeople[0] ? right : left) ? "other" : "unknown";
  }
  const isAbove = (low: readonly number[], high: readonly number[]): boolean =>
    low.some((meaning) => {
      let up: number | null = meaning;
      for (let step = 0; step <= STEPS && up !== null; step++, up = meaningAbove(up)) if (high.includes(up)) return true;
      return false;
    });
  if (isAbove(left, right) || isAbove(right, left)) return "kin";
  // "Reports" of "incidents", "opinions" that are "rulings": what cannot be touched goes by many names.
  return isConcrete(left) || isConcrete(right) ? "other" : "unknown";
});

/** A body of people that is no place as well: "countries" are. */
function isBody(meanings: readonly number[]): boolean {
  const classes = meanings.map(classOfMeaning);
  return classes.includes("group") && !classes.includes("location");
}

const CONCRETE: ReadonlySet<NounClass> = new Set<NounClass>([
  ...(["animal", "artifact", "body", "food", "group", "location", "object", "person", "plant", "substance"] as const),
]);
const isConcrete = (meanings: readonly number[]): boolean =>
  meanings[0] !== undefined && CONCRETE.has(classOfMeaning(meanings[0]));

/** Whether a thing has an English name, as those have in which texts of several languages may agree. */
export const isKnownThing = (thing: string): boolean => thing === "person" || englishNoun(thing) !== null;

/** How a thing stands to that of several which is nearest to it. */
export function nearestKinship(thing: string, things: ReadonlySet<string>): Kinship {
  let nearest: Kinship = "other";
  for (const other of things) {
    const kinship = kinshipOf(thing, other);
    if (kinship === "same" || kinship === "kin") return kinship;
    if (kinship === "unknown") nearest = kinship;
  }
  return nearest;
}

/** Whether a thing is a noun for people, or stands for them. */
export const isForPeople = (thing: string): boolean =>
  thing === "person" || COUNTED_FOR_PEOPLE.has(thing) || isPeople(englishNoun(thing)?.meanings ?? []);

const isPeople = (meanings: readonly number[]): boolean => meanings[0] !== undefined && classOfMeaning(meanings[0]) === "person";
