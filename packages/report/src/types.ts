import type { Removal, StoryRecord } from "@wirefold/core";
import type { Revision } from "./revision.ts";

/** One stage's passage of a document: what happened to it, where, and how long it took. */
export interface StagePassage {
  readonly stage: string;
  readonly disposition: string;
  readonly reason?: string | null;
  readonly at?: string | null;
  readonly attempt?: number;
  readonly duration_ms?: number;
  readonly worker?: string | null;
}

/** A document as the page shows it. `text` is the text that every span in the story record refers to. */
export interface ReportDocument {
  readonly id: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly published_at: string | null;
  readonly text: string;
  readonly removed: readonly Removal[];
  readonly timeline?: readonly StagePassage[];
  /** What its outlet changed in it since it was first stored, oldest first. */
  readonly revisions?: readonly Revision[];
}

export interface StoryPageInput {
  readonly record: StoryRecord;
  /** By document id. A member that is missing here is listed, but its evidence cannot be opened. */
  readonly documents: ReadonlyMap<string, ReportDocument>;
  /** Where the list of stories is, for the link back. Left out: no link. */
  readonly indexHref?: string;
}

/** What one stage did with everything it was given. */
export interface StageSummary {
  readonly stage: string;
  readonly in: number;
  readonly emitted: number;
  /** Count by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly quarantined: Readonly<Record<string, number>>;
  readonly pending?: number;
}

/** A document that reached no story, and why. */
export interface UnfinishedDocument {
  readonly id: string;
  readonly title?: string | null;
  readonly url?: string | null;
  readonly stage: string;
  readonly disposition: "dropped" | "quarantined" | "pending";
  readonly reason: string;
  readonly detail?: string | null;
}

export interface RunSummary {
  readonly documents: number;
  /** Stories of the run, where the report holds only the largest of them. */
  readonly stories?: number;
  readonly duration_ms?: number;
  /** ISO 8601. Given by the caller: this package has no clock. */
  readonly finished_at?: string | null;
  readonly stages: readonly StageSummary[];
  readonly unfinished: readonly UnfinishedDocument[];
}
