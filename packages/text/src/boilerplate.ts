/** The stock phrases of page boilerplate in every language, from `languages/<tag>/boilerplate.ts`. */
import type { BoilerplatePhrases } from "./boilerplate-phrases.ts";
import { boilerplate as ar } from "./languages/ar/boilerplate.ts";
import { boilerplate as be } from "./languages/be/boilerplate.ts";
import { boilerplate as bg } from "./languages/bg/boilerplate.ts";
import { boilerplate as bn } from "./languages/bn/boilerplate.ts";
import { boilerplate as cs } from "./languages/cs/boilerplate.ts";
import { boilerplate as da } from "./languages/da/boilerplate.ts";
import { boilerplate as de } from "./languages/de/boilerplate.ts";
import { boilerplate as el } from "./languages/el/boilerplate.ts";
import { boilerplate as en } from "./languages/en/boilerplate.ts";
import { boilerplate as es } from "./languages/es/boilerplate.ts";
import { boilerplate as fa } from "./languages/fa/boilerplate.ts";
import { boilerplate as fi } from "./languages/fi/boilerplate.ts";
import { boilerplate as fr } from "./languages/fr/boilerplate.ts";
import { boilerplate as he } from "./languages/he/boilerplate.ts";
import { boilerplate as hi } from "./languages/hi/boilerplate.ts";
import { boilerplate as hr } from "./languages/hr/boilerplate.ts";
import { boilerplate as hu } from "./languages/hu/boilerplate.ts";
import { boilerplate as id } from "./languages/id/boilerplate.ts";
import { boilerplate as it } from "./languages/it/boilerplate.ts";
import { boilerplate as ja } from "./languages/ja/boilerplate.ts";
import { boilerplate as ko } from "./languages/ko/boilerplate.ts";
import { boilerplate as nb } from "./languages/nb/boilerplate.ts";
import { boilerplate as neutral } from "./languages/neutral/boilerplate.ts";
import { boilerplate as nl } from "./languages/nl/boilerplate.ts";
import { boilerplate as pl } from "./languages/pl/boilerplate.ts";
import { boilerplate as pt } from "./languages/pt/boilerplate.ts";
import { boilerplate as ro } from "./languages/ro/boilerplate.ts";
import { boilerplate as ru } from "./languages/ru/boilerplate.ts";
import { boilerplate as sk } from "./languages/sk/boilerplate.ts";
import { boilerplate as sl } from "./languages/sl/boilerplate.ts";
import { boilerplate as sr } from "./languages/sr/boilerplate.ts";
import { boilerplate as sv } from "./languages/sv/boilerplate.ts";
import { boilerplate as th } from "./languages/th/boilerplate.ts";
import { boilerplate as tr } from "./languages/tr/boilerplate.ts";
import { boilerplate as uk } from "./languages/uk/boilerplate.ts";
import { boilerplate as vi } from "./languages/vi/boilerplate.ts";
import { boilerplate as zh } from "./languages/zh/boilerplate.ts";

export { BOILERPLATE_KINDS, type BoilerplateKind, type BoilerplatePhrases, type PhraseList } from "./boilerplate-phrases.ts";
export { CALL_TO_ACTION_WORDS, type CallToActionWords } from "./call-to-action-words.ts";

export const BOILERPLATE_BY_LANGUAGE: Readonly<Record<string, BoilerplatePhrases>> = {
  ar,
  be,
  bg,
  bn,
  cs,
  da,
  de,
  el,
  en,
  es,
  fa,
  fi,
  fr,
  he,
  hi,
  hr,
  hu,
  id,
  it,
  ja,
  ko,
  nb,
  neutral,
  nl,
  pl,
  pt,
  ro,
  ru,
  sk,
  sl,
  sr,
  sv,
  th,
  tr,
  uk,
  vi,
  zh,
};
export { INTERSTITIAL_KINDS, type InterstitialKind, interstitialForms } from "./interstitials.ts";
export { REPORTER_WORDS, type ReporterWords } from "./languages/reporter-lines.ts";
export { YES_NO } from "./languages/yes-no.ts";
export { anyPageForm, type PageForm, type PageForms, pageForms } from "./page-forms.ts";
