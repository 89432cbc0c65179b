import type { Removal } from "@wirefold/core";
import type { Revision } from "@wirefold/report";
import type { Trace } from "@wirefold/store";
import type { Services } from "../services.ts";
import { pageRevisions, removalsOf } from "../story-documents.ts";

export interface DocumentView {
  readonly trace: Trace;
  readonly removed: readonly Removal[];
  /** What its outlet changed between the versions that were stored. */
  readonly revisions: readonly Revision[];
  /** Why what was removed cannot be shown. */
  readonly trouble?: string;
}

/** Everything known of one document, by id or its beginning, URL or path; null where there is none. */
export async function documentView(
  { reader, blobs }: Pick<Services, "reader" | "blobs">,
  query: string,
): Promise<DocumentView | null> {
  const trace = await reader.trace(query);
  if (trace === null) return null;
  const revisions = await pageRevisions(trace.versions, blobs);
  try {
    return { trace, revisions, removed: await removalsOf(trace.document?.articleHash ?? null, blobs) };
  } catch (error) {
    return { trace, revisions, removed: [], trouble: (error as Error).message };
  }
}
