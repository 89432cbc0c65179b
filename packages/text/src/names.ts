import type { Span } from "@wirefold/core";

/** A run of capitalised words that may be a name: “Ana Duarte”, “Bank of Ostrava”, “van der Meer”. */
export interface NamePhrase {
  readonly span: Span;
  readonly text: string;
  /** The phrase opens a sentence, so its first word might be capitalised for that alone. */
  readonly sentenceInitial: boolean;
}

/** Capitalised for their place, not for being names: dropped from the head of a phrase. English, German, French, Spanish, Italian. */
const functionWords = new Set(
  (
    "The A An And But Or Nor So Yet If When While As At By For From In Into Of Off On Onto Out Over To Toward Up With Without Within After Before Since Until During " +
    "Though Although Because Despite Once Unless Whereas Whether Where What Who Whom Whose Which Why How He She It They We You I His Her Its Their Our Your My Me Him Them Us " +
    "This That These Those There Here Then Now Also Even Still Just Only Not No Yes All Any Both Each Every Either Neither Some Many Much Most More Several Few Other Others Another Such " +
    "One Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Millions Tens Earlier Later Meanwhile However Moreover Instead Nevertheless Nearly Almost About Around Under Between Among Against Across Along Near Like Unlike Per Amid Above Below Behind Beyond Last Next First Second Third " +
    "Is Are Was Were Be Been Has Have Had Do Does Did Will Would Can Could May Might Must Shall Should Let Please See According Asked Speaking Following Well Too Very Often Sometimes Perhaps Maybe Officials People Police Authorities " +
    "Today Yesterday Tomorrow Tonight Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec " +
    "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Und Oder Aber Doch Denn Wenn Weil Als Wie Wo Wer Was Mit Bei Nach Von Vor Zu Zum Zur Im In Am An Auf Aus Für Gegen Durch Über Unter Zwischen Seit Bis Ohne Um Er Sie Es Wir Ihr Ich Man Sein Seine Ihre Auch Nicht Nur Noch Schon So Dann Dort Hier Heute Gestern Dies Diese Dieser Dieses Jedoch Laut Am Beim Vom " +
    "Le La Les Un Une Des Du De Et Mais Ou Il Elle Ils Elles On Nous Vous Ce Cette Ces Dans Pour Avec Sans Sur Selon El Los Las Una Pero En Con Sin Por Para Según Lo Gli Ma Nel Della Del"
  ).split(" "),
);

const connectors = new Set(
  "of de del della der den des di da dos das du la le van von und y e al el bin ibn ben bint abu ter ten zu for and the".split(
    " ",
  ),
);
/** A connector that joins only organisations' and places' names; a person's ends before it. */
const looseConnectors = new Set(["for", "and", "the", "und", "y", "e", "of"]);

const isUpper = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (!(code >= 0xc0)) return false;
  const char = text[at] as string;
  return char !== char.toLowerCase() && char === char.toUpperCase();
};

const isWordCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x2fff) && !(code >= 0x3000 && code <= 0x303f));

/** The end of the word at `at`; hyphens and apostrophes inside it belong to it (“Jean-Luc”, “O’Neill”), a possessive ’s does not. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isWordCode(code)) {
      end++;
      continue;
    }
    const next = text.charCodeAt(end + 1);
    if ((code === 0x2d || code === 0x2010) && isWordCode(next)) {
      end++;
      continue;
    }
    if ((code === 0x27 || code === 0x2019) && isWordCode(next)) {
      const isPossessive = next === 0x73 && !isWordCode(text.charCodeAt(end + 2));
      if (isPossessive || end - at > 2) break;
      end++;
      continue;
    }
    // Initials and acronyms with stops: “J.”, “U.S.”
    if (code === 0x2e && end > at && isUpper(text, end - 1) && (end - at === 1 || text.charCodeAt(end - 2) === 0x2e)) {
      end++;
      continue;
    }
    break;
  }
  return end;
}

const phraseWordsMax = 10;

/**
 * The capitalised phrases of a text, in order and disjoint. A surface notion: no list of names, and nothing said about
 * what a phrase names. German capitalises its nouns, so there most phrases are not names. One pass, linear in length.
 */
export function findNamePhrases(text: string): NamePhrase[] {
  const out: NamePhrase[] = [];
  let at = 0;
  let isInitial = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isWordCode(code)) {
      if (code === 0x0a || code === 0x2e || code === 0x21 || code === 0x3f || code === 0x201c || code === 0x22 || code === 0x2022)
        isInitial = true;
      at++;
      continue;
    }
    if (!isUpper(text, at)) {
      at = wordEnd(text, at);
      isInitial = false;
      continue;
    }
    const opensSentence = isInitial;
    isInitial = false;
    let start = at;
    let end = wordEnd(text, at);
    let words = 1;
    while (start < end && functionWords.has(text.slice(start, end))) {
      // “The Hague Tribunal”: skip the article, keep what follows.
      if (text.charCodeAt(end) !== 0x20 || !isUpper(text, end + 1)) {
        start = end;
        break;
      }
      start = end + 1;
      end = wordEnd(text, start);
    }
    if (start >= end) {
      at = end;
      continue;
    }
    // “J. Doe” goes on past the stop; “Mr. Doe” too; “Doe. The” does not.
    while (words < phraseWordsMax) {
      let next = end;
      if (
        text.charCodeAt(next) === 0x2e &&
        end - start <= 4 &&
        /^(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Jr|Sr|Prof)$/.test(text.slice(Math.max(start, end - 4), end))
      )
        next++;
      if (text.charCodeAt(next) !== 0x20) break;
      next++;
      if (isUpper(text, next)) {
        const nextEnd = wordEnd(text, next);
        if (functionWords.has(text.slice(next, nextEnd))) break;
        end = nextEnd;
        words++;
        continue;
      }
      // Up to two connectors: “Bank of the Antilles”, “Ursula von der Heyde”.
      let after = next;
      let joined = 0;
      let loose = false;
      while (joined < 2) {
        const connectorEnd = wordEnd(text, after);
        const word = text.slice(after, connectorEnd);
        if (!connectors.has(word) || text.charCodeAt(connectorEnd) !== 0x20) break;
        loose ||= looseConnectors.has(word) && word !== "of";
        after = connectorEnd + 1;
        joined++;
      }
      if (joined === 0 || loose || !isUpper(text, after)) break;
      const nextEnd = wordEnd(text, after);
      if (functionWords.has(text.slice(after, nextEnd))) break;
      end = nextEnd;
      words += joined + 1;
    }
    out.push({ span: [start, end], text: text.slice(start, end), sentenceInitial: opensSentence && start === at });
    at = end;
  }
  return out;
}
