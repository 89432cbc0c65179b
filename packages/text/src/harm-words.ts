/** Words that count people harmed without a number, from `languages/<tag>/harm-words.ts`. Whole words in lower case. */
import { harmWords as de } from "./languages/de/harm-words.ts";
import { harmWords as en } from "./languages/en/harm-words.ts";

export interface HarmWords {
  /** Before one of them. */
  readonly article: ReadonlySet<string>;
  /** Who may be harmed, in the singular. */
  readonly people: ReadonlySet<string>;
  /** A noun for a few people, and how many they are. */
  readonly pair?: ReadonlyMap<string, number>;
  /** What happened to them, behind a helping verb. */
  readonly suffered: ReadonlySet<string>;
  /** The same in one verb. */
  readonly died: ReadonlySet<string>;
  readonly helping: ReadonlySet<string>;
  /** Before an article, with what happened at the end of the clause: somebody has done it to them. */
  readonly has?: ReadonlySet<string>;
  /** Behind an article: it counts more than one. */
  readonly notOne?: ReadonlySet<string>;
  /** May stand between the helping verb and what happened. */
  readonly between?: ReadonlySet<string>;
  /** A verb whose object is harmed. */
  readonly harms?: ReadonlySet<string>;
  /** A noun for somebody harmed: with an article it counts one, denied none. */
  readonly victim?: ReadonlySet<string>;
  readonly nobody: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
  /** With “no” before it: nobody. */
  readonly one?: ReadonlySet<string>;
  /** Harm that is denied: “no injuries”. */
  readonly harm?: ReadonlySet<string>;
  /** Near it: that somebody looked for it. */
  readonly reported?: ReadonlySet<string>;
}

const byTag = new Map<string, HarmWords>(Object.entries({ en, de }));

/** The words of a language by its ISO 639 code; null where none are held. */
export const harmWordsOf = (language: string): HarmWords | null => byTag.get(language) ?? null;
