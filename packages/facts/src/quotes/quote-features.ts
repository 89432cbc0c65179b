import { contextWords } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import { lists, wordKinds } from "../word-roles.ts";
import type { ClauseAct } from "./acting-subjects.ts";
import { bucket, featureSpace, wordClass, wordClasses } from "./feature-space.ts";
import type { Cue, QuoteContext } from "./quote-context.ts";

/** What may stand right before and right after the marks. */
const beforeClasses = 11;
const afterClasses = 8;

/** What the main clause round a quotation does; see {@link QuoteFeatureInput.act}. */
const actsOfClause = 8;
/** What leads from it to the marks: “als”, a colon, a comma, an article, anything else. */
const leads = 5;

/** Features that tell reported words from titles, scare quotes and nicknames. */
export const quoteSpace = featureSpace([
  ["bias", 1],
  ["length", 8],
  ["lengthEnding", 8 * 3],
  ["ending", 3],
  ["capital", 2 * 3],
  ["single", 2],
  ["tailCue", 5 * 4],
  ["leadCue", 5 * 4],
  ["tailLead", 5 * 5],
  ["colon", 2],
  ["before", beforeClasses],
  ["after", 8],
  ["titleCase", 2 * 8],
  ["firstPerson", 2 * 3],
  ["paragraph", 4],
  ["paragraphEnding", 4 * 3],
  ["previousQuote", 4],
  ["headline", 2],
  ["markup", 2],
  ["carry", 2 * 3],
  ["beforeLength", beforeClasses * 4],
  ["speaker", 8],
  ["firstParagraph", 2 * 2],
  ["previousAccepted", 2 * 4],
  ["inner", 4],
  ["verbInside", 2 * 4],
  ["cueLength", 5 * 8],
  ["leadLength", 5 * 8],
  ["nameBefore", 2 * beforeClasses * 3],
  ["beforeAfter", beforeClasses * afterClasses * 2],
  ["workAfter", 2 * 2],
  ["rareMarks", 2 * 3 * 2],
  ["transcript", 2],
  ["afterSpeech", 2 * 4 * 3],
  ["cues", 5 * 5 * 3],
  ["told", 3 * 4],
  ["wordBefore", wordClasses],
  ["secondBefore", wordClasses],
  ["wordAfter", wordClasses],
  ["secondAfter", wordClasses],
  ["firstWord", wordClasses],
  ["lastWord", wordClasses],
  ["leadWord", wordClasses],
  ["tailWord", wordClasses],
  ["act", actsOfClause * 4],
  ["actSpeaker", actsOfClause * 2],
  ["actLead", actsOfClause * leads * 4],
]);

const offsetOf = quoteSpace.offsets as Readonly<Record<string, number>>;
const o = {
  bias: offsetOf.bias as number,
  length: offsetOf.length as number,
  lengthEnding: offsetOf.lengthEnding as number,
  ending: offsetOf.ending as number,
  capital: offsetOf.capital as number,
  single: offsetOf.single as number,
  tailCue: offsetOf.tailCue as number,
  leadCue: offsetOf.leadCue as number,
  tailLead: offsetOf.tailLead as number,
  colon: offsetOf.colon as number,
  before: offsetOf.before as number,
  after: offsetOf.after as number,
  titleCase: offsetOf.titleCase as number,
  firstPerson: offsetOf.firstPerson as number,
  paragraph: offsetOf.paragraph as number,
  paragraphEnding: offsetOf.paragraphEnding as number,
  previousQuote: offsetOf.previousQuote as number,
  headline: offsetOf.headline as number,
  markup: offsetOf.markup as number,
  carry: offsetOf.carry as number,
  beforeLength: offsetOf.beforeLength as number,
  speaker: offsetOf.speaker as number,
  firstParagraph: offsetOf.firstParagraph as number,
  previousAccepted: offsetOf.previousAccepted as number,
  inner: offsetOf.inner as number,
  verbInside: offsetOf.verbInside as number,
  cueLength: offsetOf.cueLength as number,
  leadLength: offsetOf.leadLength as number,
  nameBefore: offsetOf.nameBefore as number,
  beforeAfter: offsetOf.beforeAfter as number,
  workAfter: offsetOf.workAfter as number,
  rareMarks: offsetOf.rareMarks as number,
  transcript: offsetOf.transcript as number,
  afterSpeech: offsetOf.afterSpeech as number,
  cues: offsetOf.cues as number,
  told: offsetOf.told as number,
  wordBefore: offsetOf.wordBefore as number,
  secondBefore: offsetOf.secondBefore as number,
  wordAfter: offsetOf.wordAfter as number,
  secondAfter: offsetOf.secondAfter as number,
  firstWord: offsetOf.firstWord as number,
  lastWord: offsetOf.lastWord as number,
  leadWord: offsetOf.leadWord as number,
  tailWord: offsetOf.tailWord as number,
  act: offsetOf.act as number,
  actSpeaker: offsetOf.actSpeaker as number,
  actLead: offsetOf.actLead as number,
};

const strengthIndex = { strong: 1, according: 2, loose: 3, noun: 4 } as const;
const cueIndex = (cue: Cue | null): number => (cue === null ? 0 : strengthIndex[cue.strength]);
const gapIndex = (cue: Cue | null): number => (cue === null ? 3 : cue.gap <= 1 ? 0 : cue.gap <= 5 ? 1 : 2);

const asWord = contextWords("as");

/** What kind of word stands right before the opening mark. */
function wordBefore(document: Document, context: QuoteContext): number {
  const { scan, language } = document;
  const at = context.first - 1;
  if (at < 0 || scan.isNewline(at)) return 0;
  const mark = scan.mark(at);
  if (mark === 0x2c) return 1;
  if (mark === 0x3a) return 2;
  const lower = scan.lower(at);
  if (scan.isGenitive(at)) return 10;
  if (language.namingWords.has(lower)) return 3;
  if (language.workNouns.has(lower)) return 4;
  if (scan.has(at, lists.speechVerbs | lists.looseSpeechVerbs)) return 5;
  if (scan.has(at, lists.determiners)) return 6;
  if (scan.has(at, lists.prepositions)) return 7;
  if (scan.has(at, lists.subordinators)) return 8;
  return 9;
}

function wordAfter({ scan }: Document, context: QuoteContext): number {
  const at = context.end;
  if (at >= scan.count || scan.isNewline(at)) return 0;
  const mark = scan.mark(at);
  if (mark === 0x2c) return 1;
  if (mark === 0x2e) return 2;
  if (scan.has(at, lists.speechVerbs)) return 3;
  if (scan.has(at, lists.pronouns)) return 4;
  if (scan.has(at, lists.prepositions) || scan.is(at, wordKinds.and)) return 5;
  if (scan.isCapital(at)) return 6;
  return 7;
}

/** “WALLACE: Let's start …”: a turn of a printed conversation. */
function startsTurn(document: Document, firstWord: number): boolean {
  for (let i = firstWord; i < firstWord + 4; i++) {
    if (document.scan.mark(i) === 0x3a) return i > firstWord;
    if (!document.scan.isCapital(i)) return false;
  }
  return false;
}

export interface QuoteFeatureInput {
  readonly document: Document;
  readonly context: QuoteContext;
  /** The chosen speaker's place: 0 none, else 1 + its zone class. */
  readonly speakerClass: number;
  readonly isPreviousAccepted: boolean;
  readonly isHeadline: boolean;
  /** Its marks are straight in a text that mostly writes curly ones: a block cited whole, or a leftover of markup. */
  readonly hasRareMarks: boolean;
  /** It stands in a statement the text tells: 0 no, 1 of somebody else than the chosen speaker, 2 of the chosen one. */
  readonly told: 0 | 1 | 2;
  /** What the sentence round it does, and whether the chosen speaker does it; null where the order of words does not tell. */
  readonly act: ClauseAct | null;
  /** Single marks are this text's ordinary ones, as in British papers: they say nothing of scare quotes or headlines. */
  readonly prefersSingle: boolean;
}

export function quoteFeatures({
  document,
  context,
  speakerClass,
  isPreviousAccepted,
  isHeadline,
  hasRareMarks,
  told,
  act,
  prefersSingle,
}: QuoteFeatureInput): number[] {
  const { scan, language } = document;
  const quote = document.quotes[context.index] as Document["quotes"][number];
  let words = 0;
  let capitals = 0;
  let firstPerson = 0;
  let verbs = 0;
  let firstWord = -1;
  let lastWord = -1;
  for (let i = context.first; i < context.end && words < 64; i++) {
    if (!scan.isWord(i)) continue;
    if (firstWord < 0) firstWord = i;
    lastWord = i;
    words++;
    if (scan.isCapital(i) || scan.has(i, lists.prepositions | lists.determiners) || scan.is(i, wordKinds.and)) capitals++;
    if (scan.is(i, wordKinds.spoken)) firstPerson = 1;
    if (scan.has(i, lists.betweenSubjectAndVerb | lists.looseSpeechVerbs)) verbs = 1;
  }
  const isTitle = words >= 2 && capitals === words && firstWord >= 0 && scan.isCapital(firstWord) ? 1 : 0;
  const isName = words >= 1 && capitals === words && firstWord >= 0 && scan.isCapital(firstWord) ? 1 : 0;
  const after = wordAfter(document, context);
  const broken = quote.broken === "no-open" ? 1 : quote.broken === "no-close" ? 2 : 0;
  const single = quote.single && !prefersSingle ? 1 : 0;
  const isTranscript = firstWord >= 0 && startsTurn(document, firstWord) ? 1 : 0;
  const startsCapital = firstWord >= 0 && scan.isCapital(firstWord) ? 1 : 0;
  const length = bucket(words);
  const shape = (context.startsParagraph ? 2 : 0) + (context.endsParagraph ? 1 : 0);
  const before = wordBefore(document, context);
  const hasMarkup = scan.mark(context.first - 1) === 0x3d || scan.mark(context.first - 1) === 0x3c ? 1 : 0;
  const tail = cueIndex(context.tailCue);
  const lead = cueIndex(context.leadCue);
  const lengthClass = words <= 1 ? 0 : words <= 3 ? 1 : words <= 7 ? 2 : 3;
  const out = [
    o.bias,
    o.length + length,
    o.lengthEnding + length * 3 + context.ending,
    o.ending + context.ending,
    o.capital + startsCapital * 3 + context.ending,
    o.single + single,
    o.tailCue + tail * 4 + gapIndex(context.tailCue),
    o.leadCue + lead * 4 + gapIndex(context.leadCue),
    o.tailLead + tail * 5 + lead,
    o.colon + (context.hasColon ? 1 : 0),
    o.before + before,
    o.after + after,
    o.titleCase + isTitle * 8 + length,
    o.firstPerson + firstPerson * 3 + context.ending,
    o.paragraph + shape,
    o.paragraphEnding + shape * 3 + context.ending,
    o.previousQuote + (context.previousInSentence ? 2 : 0) + (context.previousInParagraph ? 1 : 0),
    o.headline + (isHeadline ? 1 : 0),
    o.markup + hasMarkup,
    o.carry + (context.previousInParagraph ? 3 : 0) + context.ending,
    o.beforeLength + before * 4 + lengthClass,
    o.speaker + speakerClass,
    o.firstParagraph + (context.first < 40 ? 2 : 0) + single,
    o.previousAccepted +
      (isPreviousAccepted ? 4 : 0) +
      (context.previousInSentence ? 2 : 0) +
      (context.previousInParagraph ? 1 : 0),
    o.inner + (quote.continues ? 2 : 0) + (context.index > 0 && document.quotes[context.index - 1]?.continues ? 1 : 0),
    o.verbInside + verbs * 4 + lengthClass,
    o.cueLength + tail * 8 + length,
    o.leadLength + lead * 8 + length,
    o.nameBefore + (isName * beforeClasses + before) * 3 + context.ending,
    o.beforeAfter + (before * afterClasses + after) * 2 + (context.ending === 2 ? 1 : 0),
    o.workAfter + isName * 2 + (language.workNouns.has(scan.lower(context.end)) ? 1 : 0),
    o.rareMarks + ((hasRareMarks ? 1 : 0) * 3 + broken) * 2 + (context.startsParagraph ? 1 : 0),
    o.transcript + isTranscript,
    o.afterSpeech + ((isPreviousAccepted && context.previousInParagraph ? 1 : 0) * 4 + shape) * 3 + context.ending,
    o.cues + (tail * 5 + lead) * 3 + context.ending,
    o.told + told * 4 + lengthClass,
    o.wordBefore + wordClass(document, context.first - 1),
    o.secondBefore + wordClass(document, context.first - 2),
    o.wordAfter + wordClass(document, context.end),
    o.secondAfter + wordClass(document, context.end + 1),
    o.firstWord + wordClass(document, firstWord),
    o.lastWord + wordClass(document, lastWord),
    o.leadWord + (context.leadCue ? wordClass(document, context.leadCue.from) : 0),
    o.tailWord + (context.tailCue ? wordClass(document, context.tailCue.from) : 0),
  ];
  if (act !== null) {
    const isLong = words > longMin ? 2 : 0;
    out.push(
      o.act + act.kind * 4 + lengthClass,
      o.actSpeaker + act.kind * 2 + (act.isSpeakers ? 1 : 0),
      o.actLead + (act.kind * leads + leadOf(document, context)) * 4 + isLong + (act.isHuman ? 1 : 0),
    );
  }
  return out;
}

/** More words than a name or a judgement has. */
const longMin = 3;

function leadOf({ scan }: Document, { first, hasColon }: QuoteContext): number {
  if (asWord.has(scan.lower(first - 1)) || asWord.has(scan.lower(first - 2))) return 0;
  if (hasColon) return 1;
  if (scan.mark(first - 1) === 0x2c) return 2;
  return scan.has(first - 1, lists.determiners) ? 3 : 4;
}

/** Which quotations stand between straight marks in a text that mostly writes curly ones; 1 for each that does. */
export function rareMarks({ text, quotes }: Document): Uint8Array {
  const out = new Uint8Array(quotes.length);
  let straight = 0;
  let curly = 0;
  quotes.forEach(({ span, single }, index) => {
    if (single) return;
    const first = text.charCodeAt(span[0]);
    if (first === 0x22) {
      straight++;
      out[index] = 1;
    } else if (first === 0x201c) curly++;
  });
  return straight < curly ? out : out.fill(0);
}

/** Whether a text sets its quotations in single marks: more than one of them, and fewer double ones. */
export function prefersSingleMarks({ quotes }: Document): boolean {
  let single = 0;
  for (const quote of quotes) if (quote.single) single++;
  return single > 1 && single * 2 > quotes.length;
}
