/** Words that address the reader or speak for the outlet: appeals have many, reporting few. */
import { foldWords } from "./html/title-words.ts";

const addressWords: ReadonlySet<string> = new Set(
  "you your yours we our ours us wir uns unser unsere unseren vous votre vos nous notre nos usted ustedes tus nosotros nuestro nuestra nuestros você vocês nós nosso nossa vostro nostro nostra jij jouw wij onze вы вас вам ваш ваша ваше мы нас нам наш наша наши wam wasz twój twoje nas nam nasz nasze εσείς σας εμείς μας".split(
    " ",
  ),
);
/** German's polite address differs from "she" and "they" only by its capital, and only inside a sentence. */
const politeGerman = /[\p{Ll},]\s(?:Sie|Ihnen|Ihre?[mnrs]?)\b/gu;
const quoted = /["\u201C\u201E\u00AB\u300C][^"\u201C\u201D\u00BB\u300D]{0,2000}["\u201D\u00BB\u300D\u201C]/g;

/** The share of words that address the reader; 0 for lines with none or too few. */
export function addressShare(text: string): number {
  const words = foldWords(text.replace(quoted, " "));
  if (words.length < 4) return 0;
  let hits = 0;
  for (const word of words) if (addressWords.has(word)) hits += 1;
  hits += text.match(politeGerman)?.length ?? 0;
  return hits < 1 ? 0 : hits / words.length;
}
