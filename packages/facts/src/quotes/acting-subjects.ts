/**
 * Who acts in the sentence round a quotation, where a language tells it by the order of words; and in what is told as somebody's word,
 * who acted in the last sentence that was the article's own: “Quill kritisierte den Rat. Der Plan sei „löchrig“.”
 */
import type { Document } from "../document.ts";
import { clauseVerbs, type MainClause, readMainClause } from "../sources/main-clause.ts";
import type { ReferentMap, SourcePhrase } from "../sources/phrases.ts";
import type { Identity } from "../sources/resolve-referents.ts";
import { type QuoteContext, readContext } from "./quote-context.ts";
import { identityKey, type SpeakerCandidate } from "./speaker-features.ts";

/** Most sentences of reported speech behind the one that names whose it is. */
const sentencesBack = 6;

export interface Acting {
  readonly clause: MainClause;
  /** It is the sentence before those that are told as somebody's word. */
  readonly isBefore: boolean;
}

export interface ClauseAct {
  /** 0 nothing known, 1 to 3 the article's own sentence by its verb, 4 to 6 one that is told as somebody's word. */
  readonly kind: number;
  /** The candidate chosen as speaker is its subject. */
  readonly isSpeakers: boolean;
  readonly isHuman: boolean;
}

/** Who stands by a strong verb of saying beside a quotation. */
function speakerBeside({ tailCue, leadCue }: QuoteContext): SourcePhrase | null {
  for (const cue of [tailCue, leadCue]) {
    if (cue?.strength !== "strong") continue;
    const phrase = cue === tailCue ? (cue.right ?? cue.left) : (cue.left ?? cue.right);
    if (phrase?.referent?.isHuman) return phrase;
  }
  return null;
}

export class ActingSubjects {
  private readonly document: Document;
  private readonly map: ReferentMap;
  private readonly identities: readonly (Identity | null)[];
  private readonly speakers = new Map<number, SourcePhrase | null>();
  private readonly clauses = new Map<number, MainClause | null>();

  constructor(document: Document, map: ReferentMap, identities: readonly (Identity | null)[]) {
    this.document = document;
    this.map = map;
    this.identities = identities;
  }

  private clauseOf(sentence: number): MainClause | null {
    const known = this.clauses.get(sentence);
    if (known !== undefined) return known;
    const made = readMainClause(this.document, this.map, sentence);
    this.clauses.set(sentence, made);
    return made;
  }

  /** The main clause that leads to the quotation or holds it. */
  private ownClause(context: QuoteContext): MainClause | null {
    if (context.leadFrom >= context.first) return null;
    const clause = this.clauseOf(this.sentenceOf(context));
    return clause !== null && clause.verb < context.leadFrom && !context.previousInSentence ? null : clause;
  }

  /** The main clause whose subject may speak a quotation; null where none is known. */
  clauseFor(context: QuoteContext): Acting | null {
    if (!this.document.language.verbSecond) return null;
    const sentence = this.sentenceOf(context);
    const own = this.ownClause(context);
    if (own !== null && !own.isReported) return { clause: own, isBefore: false };
    // A quotation alone stands behind the sentence that its first mark may still count to.
    const isAlone = context.leadFrom >= context.first;
    for (let back = isAlone ? sentence : sentence - 1; back >= Math.max(0, sentence - sentencesBack); back--) {
      const before = this.clauseOf(back);
      if (before !== null && !before.isReported) return { clause: before, isBefore: true };
    }
    return null;
  }

  /** The subject of that clause. */
  subjectFor(context: QuoteContext): SourcePhrase | null {
    return this.clauseFor(context)?.clause.subject ?? null;
  }

  /**
   * How a candidate stands to it: 0 no such clause, 1 somebody else; 2 speaks, 3 judges, 4 does anything else in the sentence of the
   * quotation; 5 to 7 the same in the one before.
   */
  of(candidate: SpeakerCandidate, context: QuoteContext): number {
    const acting = this.clauseFor(context);
    const subject = acting?.clause.subject;
    if (acting == null || subject == null) return 0;
    const isSame =
      (subject.from < candidate.to && candidate.from < subject.to) ||
      (subject.referent !== null && candidate.identity !== null && this.keyOf(subject) === identityKey(candidate.identity));
    if (!isSame) return 1;
    const act = acting.clause.act;
    return 2 + (act === clauseVerbs.speech ? 0 : act === clauseVerbs.judgement ? 1 : 2) + (acting.isBefore ? 3 : 0);
  }

  /** What the sentence of a quotation does; null where the order of words does not tell. */
  act(candidate: SpeakerCandidate | null, context: QuoteContext): ClauseAct | null {
    if (!this.document.language.verbSecond) return null;
    const own = this.ownClause(context);
    const kind = own === null ? 0 : 1 + own.act + (own.isReported ? 3 : 0);
    return {
      kind,
      isSpeakers: candidate !== null && this.of(candidate, context) > 1,
      isHuman: own?.subject?.referent?.isHuman === true,
    };
  }

  /**
   * How a candidate stands to who speaks the next quotation by a verb of its own: 0 there is none near, 1 somebody else, 2 the candidate, in
   * the same sentence; 3 and 4 the same in the same paragraph.
   */
  next(candidate: SpeakerCandidate, { index, end }: QuoteContext): number {
    const speaker = this.nextSpeaker(index);
    if (speaker === null || speaker.from < end) return 0;
    const { sentenceOf, paragraphOf } = this.document;
    if (paragraphOf[speaker.from] !== paragraphOf[end - 1]) return 0;
    const key = this.keyOf(speaker);
    const isSame =
      (speaker.from < candidate.to && candidate.from < speaker.to) ||
      (key !== null && candidate.identity !== null && key === identityKey(candidate.identity));
    return (isSame ? 2 : 1) + (sentenceOf[speaker.from] === sentenceOf[end - 1] ? 0 : 2);
  }

  /** The subject of the verb of saying that stands behind the next quotation, or leads to it. */
  private nextSpeaker(index: number): SourcePhrase | null {
    const known = this.speakers.get(index);
    if (known !== undefined) return known;
    const made = index + 1 < this.document.quotes.length ? speakerBeside(readContext(this.document, this.map, index + 1)) : null;
    this.speakers.set(index, made);
    return made;
  }

  private sentenceOf({ first, leadFrom }: QuoteContext): number {
    return this.document.sentenceOf[Math.min(first, leadFrom)] ?? -1;
  }

  private keyOf({ referent }: SourcePhrase): string | null {
    const identity = referent === null ? null : (this.identities[referent.index] ?? null);
    return identity === null ? null : identityKey(identity);
  }
}
