/** Nouns for what is counted, by the English name of the unit; from `languages/<tag>/counted-nouns.ts`. */
import { countedNouns as de } from "./languages/de/counted-nouns.ts";
import { countedNouns as en } from "./languages/en/counted-nouns.ts";
import { countedNouns as es } from "./languages/es/counted-nouns.ts";
import { countedNouns as fr } from "./languages/fr/counted-nouns.ts";

export interface CountedNouns {
  /** Plurals that no ending tells, and nouns for people that stand without a plural's ending: count in every text. */
  readonly plain?: Readonly<Record<string, readonly string[]>>;
  /** The nouns that are counted most: count in texts of the language. */
  readonly units?: Readonly<Record<string, readonly string[]>>;
}

const LANGUAGES: Readonly<Record<string, CountedNouns>> = { en, de, es, fr };

const unitsByNoun = (lists: readonly (CountedNouns["plain"] | undefined)[]): ReadonlyMap<string, string> =>
  new Map(
    lists.flatMap((list) => Object.entries(list ?? {}).flatMap(([unit, nouns]) => nouns.map((noun) => [noun, unit] as const))),
  );

/** The unit of each noun of that kind, over the plain nouns of every language. */
export const plainCountedNouns = (): ReadonlyMap<string, string> =>
  unitsByNoun(Object.values(LANGUAGES).map(({ plain }) => plain));

/** The unit of each noun that texts of these languages count most. */
export const countedNounsOf = (...tags: readonly string[]): ReadonlyMap<string, string> =>
  unitsByNoun(tags.map((tag) => LANGUAGES[tag]?.units));
