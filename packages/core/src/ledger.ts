import type { DocumentHints, LocatorSubmitted } from "./events.ts";
import type { StageName } from "./pipeline.ts";

/** `live` work overtakes `backfill` in every queue. */
export type Priority = "live" | "backfill";

/** What one stage still owes one subject: a locator for fetch, a document for every later stage. */
export interface OwedWork {
  readonly subject: string;
  readonly locatorId: string;
  readonly input: unknown;
  readonly inputHash: string;
  /** Attempts already spent. */
  readonly attempts: number;
  readonly priority: Priority;
}

export interface Output {
  readonly subject: string;
  readonly event: unknown;
}

/** How a subject left a stage for good. */
export interface Disposed {
  readonly work: OwedWork;
  readonly disposition: "emitted" | "dropped" | "quarantined";
  readonly reason: string | null;
  readonly outputs: readonly Output[];
  /** The attempt's number in the timeline, from 1. @default one more than were spent */
  readonly attempt?: number;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** What a trace shows with the reason; the error's message and stack for a quarantined subject. */
  readonly detail: Record<string, unknown> | null;
  /** What the answer was made from in addition to the input; the result is then kept by the hash of both. */
  readonly basis?: string | undefined;
  /** The stages behind this one that it went through in the same hands, in order; each answered what the one before it emitted. */
  readonly further?: readonly FurtherStage[];
}

/** A stage that a document went through without its work ever having been owed. */
export interface FurtherStage {
  readonly stage: StageName;
  readonly version: number;
  /** Names the process and the stage in the timeline. */
  readonly worker: string;
  /** What it emitted. */
  readonly event: unknown;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly detail: Record<string, unknown> | null;
  readonly basis?: string | undefined;
}

/** A subject that will be tried again. */
export interface Deferred {
  readonly work: OwedWork;
  readonly disposition: "snoozed" | "failed";
  /** Attempts this one spends: 1 or 0; -1 gives back one that was counted when it began. */
  readonly spent: number;
  /** The attempt's number in the timeline, from 1. @default one more than were spent */
  readonly attempt?: number;
  readonly reason: string;
  readonly delayMs: number;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly detail: Record<string, unknown> | null;
}

export function isDeferred(record: Disposed | Deferred): record is Deferred {
  return "delayMs" in record;
}

export interface SubmittedLocator {
  readonly locatorId: string;
  readonly locator: string;
  readonly range?: readonly [number, number];
  readonly record?: LocatorSubmitted["record"];
  readonly depth?: number;
  readonly changedAt?: string;
  /**
   * Changes when the bytes may have: a file's size and time. A locator met again with the same fingerprint and hints owes
   * nothing. What a list (a feed, a sitemap) says of a page is judged by `listedAgain`.
   */
  readonly fingerprint: string;
  readonly hints: DocumentHints;
}

/**
 * The fingerprint of a page that a list names.
 *
 * @param date ISO 8601 in UTC, or a day; empty where the list gives none.
 * @param list Names the list, the same at each reading of it; no spaces.
 */
export function listedFingerprint(date: string, list: string): string {
  return `listed:${date} ${list}`;
}

/**
 * What becomes of a page that a list names, known by `before` and fetched (or owed) since `owedAt`. Several lists name one page,
 * each with a date of its own: to the second or to the minute, of publication or of change, or none at all. So a later date says that
 * the page changed where the same list gave the earlier one, or where it lies after the time the page was last asked for. Any other later
 * date is only kept (`noted`), so that the next one of the same list counts. What was handed over whole is not fetched for a list's sake.
 */
export function listedAgain(before: string, after: string, owedAt: Date): "owed" | "noted" | "known" {
  const [said = "", list] = after.split(" ");
  const [told = "", teller] = before.split(" ");
  const isAsked = before.startsWith("asked:");
  if (!isAsked && !(before.startsWith("listed:") && said > told)) return "known";
  // ISO 8601 sorts as time does.
  if (said > `listed:${owedAt.toISOString()}`) return "owed";
  return !isAsked && list === teller ? "owed" : "noted";
}

/**
 * The system of record for what each subject owes and how it left each stage. Every method is one transaction, safe to
 * repeat, and safe to race with itself: what was owed is disposed of once, whichever worker gets there first.
 */
export interface Ledger {
  /** Records locators under a run; new or changed ones owe `fetch`. Returns the ids that owe. */
  submit(runId: string, locators: readonly SubmittedLocator[], priority: Priority): Promise<string[]>;
  /** The work these subjects owe now; subjects that owe nothing (already done, by whomever) are left out. */
  owed(stage: StageName, subjects: readonly string[]): Promise<OwedWork[]>;
  /**
   * Takes note of what `stage` learned of documents that are handed straight on to the next one, and are disposed of by both together.
   * Returns the subjects still owed as they were: work on any other is of an input that counts no more.
   */
  handOn(stage: StageName, passing: readonly { readonly work: OwedWork; readonly event: unknown }[]): Promise<Set<string>>;
  /**
   * Deletes what was owed, stores results and outputs, and records what each output owes `next`, or the stage after the last one that
   * it went through as well. Returns those subjects.
   */
  dispose(
    stage: StageName,
    version: number,
    disposed: readonly Disposed[],
    next: StageName | null,
    worker: string,
  ): Promise<Output[]>;
  /** Takes note of attempts that will be made again. One that another worker went on with meanwhile is left as it is. */
  defer(stage: StageName, deferred: readonly Deferred[], worker: string): Promise<void>;
  /** Owed work no job carries: never sent, or sent before `lostBefore` (every earlier job is known to be gone). Marks it sent. */
  takeLost(stage: StageName, lostBefore: Date, limit: number): Promise<{ subject: string; priority: Priority }[]>;
  countOwed(runId?: string): Promise<Record<StageName, number>>;
}
