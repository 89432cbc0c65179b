/**
 * What pages say that stand where an article should: bot checks, missing pages, log-ins, consent, region blocks; from
 * `languages/<tag>/interstitials.ts`.
 */
import { interstitials as ar } from "./languages/ar/interstitials.ts";
import { interstitials as cs } from "./languages/cs/interstitials.ts";
import { interstitials as de } from "./languages/de/interstitials.ts";
import { interstitials as el } from "./languages/el/interstitials.ts";
import { interstitials as en } from "./languages/en/interstitials.ts";
import { interstitials as es } from "./languages/es/interstitials.ts";
import { interstitials as fr } from "./languages/fr/interstitials.ts";
import { interstitials as id } from "./languages/id/interstitials.ts";
import { interstitials as it } from "./languages/it/interstitials.ts";
import { interstitials as ja } from "./languages/ja/interstitials.ts";
import { interstitials as ko } from "./languages/ko/interstitials.ts";
import { interstitials as nl } from "./languages/nl/interstitials.ts";
import { interstitials as pl } from "./languages/pl/interstitials.ts";
import { interstitials as pt } from "./languages/pt/interstitials.ts";
import { interstitials as ru } from "./languages/ru/interstitials.ts";
import { interstitials as sv } from "./languages/sv/interstitials.ts";
import { interstitials as tr } from "./languages/tr/interstitials.ts";
import { interstitials as uk } from "./languages/uk/interstitials.ts";
import { interstitials as zh } from "./languages/zh/interstitials.ts";

export const INTERSTITIAL_KINDS = ["bot-check", "not-found", "login", "consent", "region-block", "javascript", "error"] as const;
export type InterstitialKind = (typeof INTERSTITIAL_KINDS)[number];

/** Sources of regular expressions, for text in lower case with straight apostrophes. */
export interface InterstitialForms {
  /** Fill a title or heading, or one of its pieces. */
  readonly headings?: readonly string[];
  /** Stand in the page's few sentences. */
  readonly sentences?: readonly string[];
}

export type InterstitialPhrases = Readonly<Partial<Record<InterstitialKind, InterstitialForms>>>;

const LANGUAGES: readonly InterstitialPhrases[] = [ar, cs, de, el, en, es, fr, id, it, ja, ko, nl, pl, pt, ru, sv, tr, uk, zh];

/** The forms of one kind in every language. */
export const interstitialForms = (kind: InterstitialKind): Required<InterstitialForms> => ({
  headings: LANGUAGES.flatMap((language) => language[kind]?.headings ?? []),
  sentences: LANGUAGES.flatMap((language) => language[kind]?.sentences ?? []),
});
