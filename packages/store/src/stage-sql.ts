import { isDeepStrictEqual } from "node:util";
import { type StageName, stageAfter, stageBefore, stageNames } from "@wirefold/core";

/** Names of stages as SQL, for statements that ask where a document is on its way. They are ours and hold no quotation mark. */

/** The stage whose output reconcile answers. */
export const STAGE_BEFORE_RECONCILE: StageName = stageBefore("reconcile") ?? "extract";
export const BEFORE_RECONCILE = `'${STAGE_BEFORE_RECONCILE}'`;

/** The stages between a document's arrival and reconcile. */
export const ON_THE_WAY = stageNames
  .slice(1, stageNames.indexOf("reconcile"))
  .map((stage) => `'${stage}'`)
  .join(", ");

/** Fields of an event that stand in the document's row once it is recorded, and once it is cleaned, by their columns. */
const RECORDED = { locator: "locator", bodyHash: "body_hash", contentType: "content_type" } as const;
const CLEANED = {
  title: "title",
  url: "url",
  outlet: "outlet",
  publishedAt: "published_at",
  language: "language",
  wireCredit: "wire_credit",
} as const;
/** What a stage made of it, by the field its event names it in. A result names it where it is another than the row's by now. */
const MADE: Readonly<Partial<Record<StageName, Readonly<Record<string, string>>>>> = {
  clean: { articleHash: "article_hash" },
  extract: { factsHash: "facts_hash" },
};

/** What a document's row (`d`) tells of it, laid under what fetch said; the same laid under what was said later. */
export const RECORDED_OF_DOCUMENT = `jsonb_build_object(${pairs(RECORDED)})`;
const ofDocument = (made: Readonly<Record<string, string>>) =>
  `jsonb_build_object('documentId', d.id, 'kind', null, 'hints', '{}'::jsonb, ${pairs({ ...RECORDED, ...CLEANED, ...made })})`;

function pairs(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([field, column]) => `'${field}', d.${column}`)
    .join(", ");
}

/**
 * What a stage from clean on said of a document last, as the next one takes it. A result holds only what its stage added to what it was
 * given, and not what stands in the document's row, so the row and what the stages before it said are laid under it. What its submitter
 * said is not among it: clean has answered that.
 * The statement it stands in calls the document's row `d`.
 */
export function emittedUpTo(stage: StageName): string {
  const stages = stageNames.slice(1, stageNames.indexOf(stage) + 1);
  const made: Readonly<Record<string, string>> = Object.assign({}, ...stages.map((each) => MADE[each] ?? {}));
  const said = stages.map(
    (each) => `coalesce((select said.outputs -> 0 from result said
        where said.subject = d.id and said.stage = '${each}' and said.disposition = 'emitted'
        order by said.finished_at desc limit 1), '{}'::jsonb)`,
  );
  return [ofDocument(made), ...said].join(" || ");
}

/** What is kept of an output: what the stage added to its input, without what stands in the document's row. Nobody takes the last stage's. */
export function keptOutputs(stage: StageName, input: unknown, outputs: readonly unknown[]): readonly unknown[] {
  return stageAfter(stage) === null ? [] : outputs.map((output) => keptOf(stage, input, output));
}

function keptOf(stage: StageName, input: unknown, output: unknown): unknown {
  if (!isRecord(output)) return output;
  if (stage === "fetch") return without(output, (key) => key in RECORDED);
  // One that lacks what it was given is kept whole.
  if (!isRecord(input) || Object.keys(input).some((key) => !(key in output))) return output;
  return without(
    output,
    // An input that was read from the store has the order of its fields from there.
    (key) => (stage === "clean" && key in CLEANED) || key in (MADE[stage] ?? {}) || isDeepStrictEqual(output[key], input[key]),
  );
}

function without(record: Readonly<Record<string, unknown>>, left: (key: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !left(key)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
