import { contextWords, readingWordSet } from "@wirefold/text/grammar";
import { type Document, textOf } from "../document.ts";
import type { Naming } from "../names/entities.ts";
import { hasCapital, hasNoun } from "../sources/may-speak.ts";
import type { ReferentMap, SourcePhrase } from "../sources/phrases.ts";
import type { Referent } from "../sources/referents.ts";
import { isNounHere } from "../sources/reporting-verbs.ts";
import type { Identity } from "../sources/resolve-referents.ts";
import type { SpeechFrame } from "../sources/speech-frame.ts";
import { lists } from "../word-roles.ts";
import { ActingSubjects } from "./acting-subjects.ts";
import { citedAttribution } from "./cited-attribution.ts";
import { scoreOf } from "./feature-space.ts";
import { hasVerbBeside, isLedByColon, namedBehind, type PlainAttribution, plainAttribution } from "./plain-attribution.ts";
import { type Cue, type QuoteContext, readContext } from "./quote-context.ts";
import { prefersSingleMarks, quoteFeatures, rareMarks } from "./quote-features.ts";
import { bestSpeaker, identityKey, type SpeakerCandidate } from "./speaker-features.ts";
import { ToldSources } from "./told-sources.ts";

const oblique = readingWordSet("obliqueArticle");
const isVerb = (cue: Cue | null): boolean => cue?.strength === "strong" || cue?.strength === "loose";
const by = contextWords("by");
const titled = contextWords("titled");

/** Weights of the two decisions: are these reported words, and whose. */
export interface QuoteModel {
  readonly quote: ArrayLike<number>;
  readonly speaker: ArrayLike<number>;
  /**
   * Log-odds from which a quotation counts as reported words. Above even odds: a title or scare quote taken for speech costs a
   * reader more than a fragment left out.
   */
  readonly acceptScoreMin: number;
}

export interface AttributedQuote {
  readonly index: number;
  readonly context: QuoteContext;
  readonly candidate: SpeakerCandidate | null;
  readonly cue: Cue | null;
  /** These are reported words. */
  readonly isAccepted: boolean;
  /** Log-odds of that. */
  readonly score: number;
}

/** How far before and behind a quotation speakers are looked for, in tokens and in number. */
const reachBefore = 160;
const reachAfter = 60;
const candidatesMax = 22;

export interface AttributionInput {
  readonly document: Document;
  readonly naming: Naming;
  readonly map: ReferentMap;
  readonly identities: readonly (Identity | null)[];
  readonly frames: readonly SpeechFrame[];
  /** Paragraph number at which the body begins; lines before are headlines. */
  readonly isHeadline: (token: number) => boolean;
}

/** Who might have spoken quotation `index`. */
export function speakerCandidates(
  input: AttributionInput,
  context: QuoteContext,
  previous: SpeakerCandidate | null,
  acting: ActingSubjects,
  told: ToldSources,
): SpeakerCandidate[] {
  const { document, map, identities } = input;
  const out: SpeakerCandidate[] = [];
  const seen = new Set<Referent>();
  const push = (referent: Referent): void => {
    if (seen.has(referent)) return;
    seen.add(referent);
    out.push({ from: referent.from, to: referent.to, referent, identity: identities[referent.index] ?? null, isCarried: false });
  };
  const pushPhrase = (phrase: SourcePhrase): void => {
    if (phrase.referent) {
      push(phrase.referent);
      return;
    }
    if ((phrase.to > context.first && phrase.from < context.end) || !mayName(document, phrase)) return;
    // « …, assure la porte-parole, Inès Mabire »: the name behind the comma says more than the description.
    const named = namedBehind(document, map, phrase.to);
    if (named !== null) {
      push(named);
      return;
    }
    // “his office”: the phrase speaks, not who owns it.
    const owner = map.covering(phrase.from);
    if (owner?.isPossessive && owner.kind === "pronoun") seen.add(owner);
    const name = textOf(document, phrase.from, phrase.to);
    out.push({
      ...{ from: phrase.from, to: phrase.to, referent: null, isCarried: false },
      identity: { entity: -1, name, gender: null, isPlural: false, isPerson: false },
    });
  };
  for (const cue of [context.tailCue, context.leadCue]) {
    for (const phrase of [cue?.left, cue?.right]) {
      if (!phrase) continue;
      // “forderte den Rücktritt”: what stands in another case is no subject.
      if (document.language.verbSecond && isVerb(cue) && oblique.has(document.scan.lower(phrase.from))) continue;
      pushPhrase(phrase);
    }
  }
  const subject = acting.subjectFor(context);
  if (subject !== null && !out.some(({ from, to }) => from < subject.to && subject.from < to)) pushPhrase(subject);
  const source = document.language.verbSecond ? told.sourceOf(context) : null;
  if (source !== null && !out.some(({ from, to }) => from < source.to && source.from < to)) pushPhrase(source);
  if (previous && speaksOn(document, previous)) out.push({ ...previous, isCarried: true });
  // Outward from the quotation, so the nearest are kept.
  const { referents } = map;
  let left = lastBefore(referents, context.first);
  let right = left + 1;
  while (out.length < candidatesMax && (left >= 0 || right < referents.length)) {
    const before = referents[left];
    const after = referents[right];
    const beforeGap = before ? context.first - before.to : Number.POSITIVE_INFINITY;
    const afterGap = after ? after.from - context.end : Number.POSITIVE_INFINITY;
    if (beforeGap > reachBefore && afterGap > reachAfter) break;
    if (beforeGap <= afterGap * 2 && beforeGap <= reachBefore) {
      if (before && isSpeaker(document, before) && !isEmployer(map, before)) push(before);
      left--;
    } else {
      if (after && afterGap >= 0 && afterGap <= reachAfter && isSpeaker(document, after) && !isEmployer(map, after)) push(after);
      right++;
    }
  }
  return out;
}

/** “The”, “-” and “His well-” are nobody, nor is “bekannt” of “gab bekannt”; “others” are somebody. */
const mayName = (document: Document, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  (hasNoun(document, from, to) && (!document.language.capitalisesNouns || hasCapital(document, from, to))) ||
  (to - from === 1 && document.language.reporting.people.has(document.scan.lower(from)));

/** “A sign on the door read”: people, bodies and letters may say more, things do not. */
function speaksOn({ scan, language }: Document, { from, to, referent }: SpeakerCandidate): boolean {
  if (referent !== null) return true;
  for (let i = from; i < to; i++) if (language.reporting.things.has(scan.lower(i))) return false;
  return true;
}

const isSpeaker = (document: Document, referent: Referent): boolean =>
  !referent.isQuoted && referent.isHuman !== false && !isMedium(document, referent);

/** “Harbour Board chairman Ana Duarte”: the board only says whose chairman she is. */
function isEmployer(map: ReferentMap, { isBody, isNamedPerson, to }: Referent): boolean {
  const next = isBody && !isNamedPerson ? map.covering(to) : null;
  return next?.from === to && next.isNamedPerson;
}

/** “In a statement, the board said”: the statement does not. */
const isMedium = ({ scan }: Document, { kind, from, head }: Referent): boolean =>
  kind === "nominal" &&
  scan.has(head, lists.speechNouns) &&
  scan.has(from - 1, lists.prepositions) &&
  !by.has(scan.lower(from - 1));

function lastBefore(referents: readonly Referent[], token: number): number {
  let low = 0;
  let high = referents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((referents[middle] as Referent).from < token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Fewest words between marks that are taken for speech where no word of the language is known. */
const blindWordsMin = 4;

/** In a language without a folder: what is long between double marks was said by somebody; by whom is not guessed. */
function unattributed({ document, map }: AttributionInput): AttributedQuote[] {
  return document.quotes.map((quote, index) => {
    const context = readContext(document, map, index);
    let words = 0;
    for (let i = context.first; i < context.end && words < blindWordsMin; i++) if (document.scan.isWord(i)) words++;
    const isAccepted = words >= blindWordsMin && quote.single !== true && quote.broken === undefined;
    return { index, context, candidate: null, cue: null, isAccepted, score: isAccepted ? 1 : 0 };
  });
}

/** Decides for every quotation of a document whether it reports words, and whose. In reading order: each answer informs the next. */
export function attributeQuotes(input: AttributionInput, model: QuoteModel): AttributedQuote[] {
  const { document } = input;
  if (document.language.speechVerbs.size === 0) return unattributed(input);
  const out: AttributedQuote[] = [];
  const spoken = new Map<string, number>();
  const rare = rareMarks(document);
  const prefersSingle = prefersSingleMarks(document);
  const told = new ToldSources(document, input.frames, input.identities);
  const acting = new ActingSubjects(document, input.map, input.identities);
  let previous: SpeakerCandidate | null = null;
  let isPreviousAccepted = false;
  for (let index = 0; index < document.quotes.length; index++) {
    const context = readContext(document, input.map, index);
    const candidates = speakerCandidates(input, context, previous, acting, told);
    const best = bestSpeaker(
      { document, naming: input.naming, context, candidates, previous: previous?.identity ?? null, spoken, told, acting },
      model.speaker,
    );
    const plain = plainAttribution(document, input.map, context) ?? citedAttribution(document, input.map, context);
    const candidate = plain ? candidateOf(input, plain) : best < 0 ? null : (candidates[best] as SpeakerCandidate);
    const score = scoreOf(
      quoteFeatures({
        document,
        context,
        speakerClass: speakerClass(context, candidate),
        isPreviousAccepted,
        isHeadline: input.isHeadline(context.first),
        hasRareMarks: rare[index] === 1,
        told: told.of(candidate, context),
        act: acting.act(candidate, context),
        prefersSingle,
      }),
      model.quote,
    );
    // What the paragraph before left open is the same speech, whatever it looks like alone.
    const isSameSpeech: boolean = isPreviousAccepted && document.quotes[index - 1]?.continues === true;
    const isWords: boolean =
      document.quotes[index]?.dash === true ||
      (((plain !== null && plain.isOpen !== true) ||
        hasVerbBeside(document, input.map, context) ||
        isLedByColon(document, context)) &&
        isLikely(score)) ||
      score >= model.acceptScoreMin;
    const isAccepted: boolean = isSameSpeech || (isWords && !isTitled(document, context.first) && !isTitle(document, context));
    out.push({ index, context, candidate, cue: plain ? plainCue(plain) : cueOf(context, candidate), isAccepted, score });
    isPreviousAccepted = isAccepted;
    if (!isAccepted) continue;
    previous = candidate;
    if (candidate?.identity) {
      const key = identityKey(candidate.identity);
      spoken.set(key, (spoken.get(key) ?? 0) + 1);
    }
  }
  return out;
}

/** Log-odds below which even a plain attribution does not make words of what is marked: a title, a name. */
const plainScoreMin = -6;
const isLikely = (score: number): boolean => score >= plainScoreMin;

function candidateOf({ identities }: AttributionInput, { speaker }: PlainAttribution): SpeakerCandidate {
  const identity = speaker.referent === null ? null : (identities[speaker.referent.index] ?? null);
  return { from: speaker.from, to: speaker.to, referent: speaker.referent, identity, isCarried: false };
}

const plainCue = ({ cue }: PlainAttribution): Cue | null =>
  cue === null ? null : { from: cue[0], to: cue[1], strength: "strong", gap: 0, left: null, right: null };

/** “a list titled “…””: whatever the words look like, they are a name. */
const isTitled = ({ scan }: Document, first: number): boolean => titled.has(scan.lower(first - 1));

/** The report “Eels and Mud” was read: behind a noun for a work or document, capitals throughout and no stop are its name. */
function isTitle(document: Document, { first, end, ending, hasColon }: QuoteContext): boolean {
  const { scan, language } = document;
  const noun = scan.lower(first - 1);
  const isWork = language.workNouns.has(noun) || (language.reporting.documents.has(noun) && isNounHere(document, first - 1));
  if (!isWork || hasColon || ending !== 2 || language.capitalisesNouns) return false;
  let words = 0;
  for (let i = first + 1; i < end; i++) {
    if (!scan.isWord(i)) continue;
    if (!scan.isCapital(i) && (words === 0 || !scan.has(i, lists.prepositions | lists.determiners))) return false;
    words++;
  }
  return words > 1;
}

/** Where the chosen speaker stands, as the quote decision sees it. */
export function speakerClass(context: QuoteContext, candidate: SpeakerCandidate | null): number {
  if (!candidate) return 0;
  if (candidate.isCarried) return 1;
  const isSubject = [context.tailCue, context.leadCue].some(
    (cue) => cue && [cue.left, cue.right].some((phrase) => phrase && phrase.from < candidate.to && candidate.from < phrase.to),
  );
  if (candidate.from >= context.end) return candidate.from < context.tailTo ? (isSubject ? 2 : 3) : 4;
  return candidate.from >= context.leadFrom ? (isSubject ? 5 : 6) : 7;
}

function cueOf(context: QuoteContext, candidate: SpeakerCandidate | null): Cue | null {
  if (!candidate || candidate.isCarried) return null;
  if (candidate.from >= context.end) return context.tailCue;
  return candidate.from >= context.leadFrom ? context.leadCue : null;
}
