/** How a question is answered with a button, by language, in lower case. One file for all, since two words make no file each. */
export const YES_NO: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  da: ["ja", "nej"],
  de: ["ja", "nein"],
  el: ["ναι", "όχι"],
  en: ["yes", "no"],
  es: ["sí", "no"],
  fr: ["oui", "non"],
  it: ["sì", "no"],
  nb: ["ja", "nei"],
  nl: ["ja", "nee"],
  pl: ["tak", "nie"],
  pt: ["sim", "não"],
  ru: ["да", "нет"],
  sv: ["ja", "nej"],
  tr: ["evet", "hayır"],
};
