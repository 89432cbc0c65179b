/** Words that tell a vote in an assembly or a court from a score, from `languages/<tag>/ballot-words.ts`. Whole words in lower case. */
import { ballotWords as de } from "./languages/de/ballot-words.ts";
import { ballotWords as en } from "./languages/en/ballot-words.ts";
import { ballotWords as es } from "./languages/es/ballot-words.ts";
import { ballotWords as fr } from "./languages/fr/ballot-words.ts";

export interface BallotWords {
  /** Between the numbers of the two sides. */
  readonly link: ReadonlySet<string>;
  /** The votes of one side, behind their number. */
  readonly voices: ReadonlySet<string>;
  /** Behind the two sides: what was decided by them. */
  readonly nounBehind?: ReadonlySet<string>;
  /** Before the two sides: votes or rules. */
  readonly verb: ReadonlySet<string>;
  /** What a body does with a motion. */
  readonly decided?: ReadonlySet<string>;
  /** A body that votes, or what it votes on. */
  readonly body?: ReadonlySet<string>;
  /** A body whose majority is for what it rules, whatever it rules. */
  readonly court?: ReadonlySet<string>;
  /** The motion did not pass. */
  readonly refused: ReadonlySet<string>;
  /** A contest in sports. */
  readonly contest?: ReadonlySet<string>;
}

/** The words of one name in every language. Built at each call: keep the set. */
export const ballotWords = (name: keyof BallotWords): ReadonlySet<string> =>
  new Set([en, de, fr, es].flatMap((language: BallotWords) => [...(language[name] ?? [])]));
