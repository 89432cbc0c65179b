/**
 * The classes of words that a call to action is made of, by language: "Subscribe to read on", "You have read your last free
 * article", "Ihre Spende sichert unsere Recherchen". None proves anything alone. In lower case; a star stands for any ending.
 */

import type { CallToActionWords } from "./call-to-action-classes.ts";
import { callToAction as ar } from "./languages/ar/call-to-action.ts";
import { callToAction as cs } from "./languages/cs/call-to-action.ts";
import { callToAction as de } from "./languages/de/call-to-action.ts";
import { callToAction as el } from "./languages/el/call-to-action.ts";
import { callToAction as en } from "./languages/en/call-to-action.ts";
import { callToAction as es } from "./languages/es/call-to-action.ts";
import { callToAction as fr } from "./languages/fr/call-to-action.ts";
import { callToAction as hi } from "./languages/hi/call-to-action.ts";
import { callToAction as it } from "./languages/it/call-to-action.ts";
import { callToAction as neutral } from "./languages/neutral/call-to-action.ts";
import { callToAction as nl } from "./languages/nl/call-to-action.ts";
import { callToAction as pl } from "./languages/pl/call-to-action.ts";
import { callToAction as pt } from "./languages/pt/call-to-action.ts";
import { callToAction as ru } from "./languages/ru/call-to-action.ts";
import { callToAction as sv } from "./languages/sv/call-to-action.ts";
import { callToAction as tr } from "./languages/tr/call-to-action.ts";
import { callToAction as uk } from "./languages/uk/call-to-action.ts";

export type { CallToActionWords } from "./call-to-action-classes.ts";

export const CALL_TO_ACTION_WORDS: Readonly<Record<string, CallToActionWords>> = {
  ar,
  cs,
  de,
  el,
  en,
  es,
  fr,
  hi,
  it,
  neutral,
  nl,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
};
