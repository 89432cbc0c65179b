/** Reads the headings and sentences of pages that stand where an article should. */
import { INTERSTITIAL_KINDS, type InterstitialKind, interstitialForms } from "@wirefold/text/boilerplate";

const apostrophes = /[\u2018\u2019]/g;
/** For text in small letters, in which all forms are written: to compile them for any case takes three times as long, in every process. */
const compile = (sources: readonly string[], whole: boolean): RegExp =>
  new RegExp(whole ? `^(?:${sources.join("|")})$` : `(?<![\\p{L}])(?:${sources.join("|")})`, "u");

const compiled = INTERSTITIAL_KINDS.map((kind) => {
  const { headings, sentences } = interstitialForms(kind);
  return { kind, heading: compile(headings, true), sentence: compile(sentences, false) };
});

/** Whether a text is of any kind: nearly all are of none, and one pattern says so. */
const forms = INTERSTITIAL_KINDS.map(interstitialForms);
const anyHeading = compile(
  forms.flatMap(({ headings }) => headings),
  true,
);
const anySentence = compile(
  forms.flatMap(({ sentences }) => sentences),
  false,
);

const trim = (text: string): string =>
  text.replace(apostrophes, "'").replace(/^[\s\W_]*?(?=[\p{L}\p{N}])|[\s.!?\u2026:]+$/gu, "");

/** The kind whose heading `text` is, whole. */
export const kindOfHeading = (text: string): InterstitialKind | undefined => {
  if (text.length > 160) return undefined;
  const plain = trim(text).toLowerCase();
  return anyHeading.test(plain) ? compiled.find(({ heading }) => heading.test(plain))?.kind : undefined;
};

/** The kind one of whose sentences stands in `text`. */
export const kindOfSentence = (text: string): InterstitialKind | undefined => {
  if (text.length > 600) return undefined;
  const plain = text.replace(apostrophes, "'").toLowerCase();
  return anySentence.test(plain) ? compiled.find(({ sentence }) => sentence.test(plain))?.kind : undefined;
};
