/** What the statements a text tells without quotation marks say of who speaks in those with marks. */

import type { Document } from "../document.ts";
import type { SourcePhrase } from "../sources/phrases.ts";
import type { Identity } from "../sources/resolve-referents.ts";
import type { SpeechFrame } from "../sources/speech-frame.ts";
import { lists } from "../word-roles.ts";
import type { QuoteContext } from "./quote-context.ts";
import { identityKey, type SpeakerCandidate } from "./speaker-features.ts";

const oftenMin = 2;

export class ToldSources {
  private readonly frames: readonly SpeechFrame[];
  private readonly identities: readonly (Identity | null)[];
  /** The innermost statement that each token stands in, or -1. */
  private readonly frameAt: Int32Array;
  private readonly counts = new Map<string, number>();

  private readonly scan: Document["scan"];

  constructor({ scan }: Document, frames: readonly SpeechFrame[], identities: readonly (Identity | null)[]) {
    this.frames = frames;
    this.identities = identities;
    this.scan = scan;
    this.frameAt = new Int32Array(scan.count).fill(-1);
    frames.forEach((frame, index) => {
      this.frameAt.fill(index, frame.contentFrom, frame.contentTo);
      const identity = this.identityOf(frame);
      if (identity === null) return;
      const key = identityKey(identity);
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    });
  }

  private identityOf({ referent }: SpeechFrame): Identity | null {
    return referent === null ? null : (this.identities[referent.index] ?? null);
  }

  private frameOf({ first }: QuoteContext): SpeechFrame | undefined {
    return this.frames[this.frameAt[first] ?? -1];
  }

  /** The source of the statement that a quotation stands in, which may be a document: “In dem Bericht heißt es, …”; null where none is. */
  sourceOf(context: QuoteContext): SourcePhrase | null {
    const frame = this.frameOf(context);
    return frame === undefined ? null : { from: frame.sourceFrom, to: frame.sourceTo, referent: frame.referent };
  }

  /**
   * “The paper said that Duarte said, “…””: who speaks within the statement that a quotation stands in; null where nobody does. “He”
   * would mostly be the one who makes the statement.
   */
  innerSubject(context: QuoteContext): SourcePhrase | null {
    const frame = this.frameOf(context);
    const { leadCue } = context;
    if (frame === undefined || leadCue?.strength !== "strong" || leadCue.from <= frame.contentFrom) return null;
    const subject = leadCue.left;
    const referent = subject?.referent;
    if (!referent?.isHuman || (referent.kind === "pronoun" && !referent.isRelative)) return null;
    // “Duarte will go on”: no verb of hers, but of what is told.
    if (subject?.to !== leadCue.from) return null;
    return subject.from > frame.cueFrom && subject.to > frame.contentFrom ? subject : null;
  }

  /** Whether a quotation stands in a told statement: 0 no, 1 in one of somebody else than the candidate, 2 in one of the candidate’s. */
  of(candidate: SpeakerCandidate | null, context: QuoteContext): 0 | 1 | 2 {
    const frame = this.frameOf(context);
    if (frame === undefined) return 0;
    if (candidate === null) return 1;
    const inner = this.innerSubject(context);
    if (inner !== null) return inner.from < candidate.to && candidate.from < inner.to ? 2 : 1;
    if (frame.sourceFrom < candidate.to && candidate.from < frame.sourceTo) return 2;
    const identity = this.identityOf(frame);
    return identity !== null && candidate.identity !== null && identityKey(identity) === identityKey(candidate.identity) ? 2 : 1;
  }

  /**
   * Whether the quotation stands in a statement that cites its source (“laut Polizei”, “dem Bericht zufolge”): 0 in none, 1 it is somebody
   * else, 2 the candidate.
   */
  cited(candidate: SpeakerCandidate, context: QuoteContext): 0 | 1 | 2 {
    const frame = this.frameOf(context);
    if (frame === undefined || !this.scan.has(frame.cueFrom, lists.accordingTo | lists.accordingAfter)) return 0;
    return frame.sourceFrom < candidate.to && candidate.from < frame.sourceTo ? 2 : 1;
  }

  /** How often the text tells what somebody says: 0 never, 1 once, 2 more. */
  frequency(key: string | null): 0 | 1 | 2 {
    const count = key === null ? 0 : (this.counts.get(key) ?? 0);
    return count === 0 ? 0 : count < oftenMin ? 1 : 2;
  }
}
