import { type StageName, stageBefore, stageNames } from "@wirefold/core";

/** Names of stages as SQL, for statements that ask where a document is on its way. They are ours and hold no quotation mark. */

/** The stage whose output reconcile answers. */
export const STAGE_BEFORE_RECONCILE: StageName = stageBefore("reconcile") ?? "extract";
export const BEFORE_RECONCILE = `'${STAGE_BEFORE_RECONCILE}'`;

/** The stages between a document's arrival and reconcile. */
export const ON_THE_WAY = stageNames
  .slice(1, stageNames.indexOf("reconcile"))
  .map((stage) => `'${stage}'`)
  .join(", ");

/** The first stage that works on a document rather than on the place it came from: its result holds all that is known of it. */
const FIRST = 1;

/**
 * What a stage said of a document last, as the next one takes it. A result of a later stage holds only what that stage added to what it
 * was given, so what the stages before it said is laid under it.
 *
 * @param document SQL for the document's id
 */
export function emittedUpTo(stage: StageName, document: string): string {
  return stageNames
    .slice(FIRST, stageNames.indexOf(stage) + 1)
    .map(
      (each) => `coalesce((select said.outputs -> 0 from result said
        where said.subject = ${document} and said.stage = '${each}' and said.disposition = 'emitted'
        order by said.finished_at desc limit 1), '{}'::jsonb)`,
    )
    .join(" || ");
}

/** What a stage added to its input: all of an output of {@link FIRST}, of a place's, or of one that lacks what it was given. */
export function addedBy(stage: StageName, input: unknown, output: unknown): unknown {
  if (stageNames.indexOf(stage) <= FIRST || !isRecord(input) || !isRecord(output)) return output;
  if (Object.keys(input).some((key) => !(key in output))) return output;
  return Object.fromEntries(
    Object.entries(output).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(input[key])),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
