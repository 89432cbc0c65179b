import { z } from "@hono/zod-openapi";
import { repeatableStages, stageNames } from "@wirefold/core";
import { roles, storySorts } from "@wirefold/store";

export const Time = z.string().datetime().openapi({ example: "2031-05-04T10:00:00.000Z" });
export const Stage = z.enum(stageNames).openapi("StageName");
export const DispositionName = z.enum(["emitted", "dropped", "quarantined", "pending"]);
const count = z.int().nonnegative();

export const Problem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), instance: z.string() })
  .openapi("Problem", { description: "What went wrong, as RFC 9457 has it." });

export const PausedBy = z.object({ stage: z.string(), actor: z.string(), via: z.enum(["console", "api", "cli"]), at: Time });

export const StageState = z
  .object({
    stage: Stage,
    entered: count,
    emitted: count,
    dropped: count,
    quarantined: count,
    pending: count.openapi({ description: "Documents that owe the stage." }),
    conservation_gap: z.int().openapi({ description: "entered - emitted - dropped - quarantined - pending; not 0 is a fault." }),
    oldest_seconds: z.number().nullable().openapi({ description: "How long the oldest of what is owed has waited." }),
    documents_per_second: z.number(),
    seconds_to_drain: z.number().openapi({ description: "0 with nothing owed, 86400 where something is and nothing moves." }),
    paused: z.boolean(),
    paused_by: PausedBy.nullable(),
    concurrency_limit: z.int().nullable(),
    jobs: z.record(z.string(), count),
  })
  .openapi("Stage");

export const Pipeline = z
  .object({
    at: Time,
    stages: z.array(StageState),
    dispositions: z.array(
      z.object({ stage: Stage, disposition: z.string(), reason: z.string().nullable(), count }).openapi("DispositionCount"),
    ),
    stories: count,
    redis: z.object({ used_bytes: count, limit_bytes: count }),
  })
  .openapi("Pipeline");

const course = z.array(z.number().nullable());
export const Course = z
  .object({
    at: z.array(Time).openapi({ description: "Beginnings of the steps, oldest first." }),
    step_seconds: z.int(),
    stages: z.array(z.object({ stage: Stage, owed: course, documents_per_second: course, quarantined: course })),
  })
  .openapi("Course");

export const Autoscale = z
  .object({
    stage: Stage,
    seconds: z.number().openapi({ description: "Seconds to drain: the number to scale by." }),
    owed: count,
    documents_per_second: z.number(),
    paused: z.boolean(),
  })
  .openapi("Autoscale");

export const FoundDocument = z
  .object({
    id: z.string(),
    is_document: z.boolean().openapi({ description: "False for a place that never became a document." }),
    locator: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    created_at: Time,
    removed_at: Time.nullable(),
    stage: Stage.nullable(),
    disposition: DispositionName.nullable(),
    reason: z.string().nullable(),
    message: z.string().nullable(),
    story: z.string().nullable(),
  })
  .openapi("FoundDocument");

export const Trace = z
  .object({
    document: z
      .object({
        id: z.string(),
        locator: z.string(),
        body_hash: z.string(),
        article_hash: z.string().nullable(),
        facts_hash: z.string().nullable(),
        title: z.string().nullable(),
        outlet: z.string().nullable(),
        url: z.string().nullable(),
        published_at: z.string().nullable(),
        language: z.string().nullable(),
        wire_credit: z.string().nullable(),
      })
      .partial()
      .loose()
      .nullable(),
    locator: z.string(),
    removed_at: Time.nullable(),
    timeline: z.array(
      z.object({
        stage: Stage,
        stage_version: z.int().nullable(),
        attempt: z.int(),
        worker: z.string(),
        started_at: Time,
        duration_ms: z.number(),
        disposition: z.string(),
        reason: z.string().nullable(),
        detail: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
    owes: z.array(z.object({ stage: Stage, attempts: z.int(), enqueued_at: Time })),
    versions: z.array(z.object({ id: z.string(), stored_at: Time, title: z.string().nullable() })),
    story: z.string().nullable(),
    lineage: z.string().nullable(),
    copy: z.string().nullable(),
    role: z.string().nullable(),
    removed: z.array(z.object({ reason: z.string(), text: z.string() }).loose()),
  })
  .openapi("Trace");

export const QuarantineGroup = z
  .object({
    code: z.string(),
    cause: z
      .string()
      .openapi({ description: "The message without figures, quoted values and places: what the group is known by." }),
    message: z.string(),
    stages: z.array(Stage),
    count,
    replayable: count.openapi({ description: "The others' input is gone: they have to be ingested again." }),
    first: Time,
    last: Time,
    examples: z.array(z.object({ subject: z.string(), locator: z.string(), message: z.string().nullable() })),
  })
  .openapi("QuarantineGroup");

export const QuarantineFilter = z
  .object({ code: z.string().optional(), cause: z.string().optional(), stage: Stage.optional(), document: z.string().optional() })
  .openapi("QuarantineFilter");

export const Replay = z
  .object({
    id: z.string(),
    state: z.enum(["running", "done", "cancelled", "failed"]),
    filter: QuarantineFilter,
    per_second: z.number().nullable(),
    documents: count,
    moved: count,
    started_at: Time,
    started_by: z.string(),
    error: z.string().nullable(),
  })
  .openapi("Replay");

export const ListedStory = z
  .object({
    id: z.string(),
    version: z.int(),
    headline: z.string().nullable(),
    members: count,
    lineages: count,
    conflicts: count.nullable().openapi({ description: "Null in a record written before conflicts were counted." }),
    updated_at: Time,
  })
  .openapi("ListedStory");
export const StorySortName = z.enum(storySorts);

export const Source = z
  .object({
    id: z.string(),
    url: z.string(),
    kind: z.string(),
    title: z.string().nullable(),
    state: z.enum(["active", "paused", "failing", "gone"]),
    health: z.enum(["new", "ok", "failing", "silent", "paused", "gone"]),
    added_at: Time,
    next_poll_at: Time,
    polled_at: Time.nullable(),
    changed_at: Time.nullable(),
    document_at: Time.nullable(),
    interval_seconds: z.number(),
    interval_fixed: z.boolean(),
    failures: count,
    polls: count,
    last_error: z.string().nullable(),
    daily_documents: z.number().nullable().openapi({ description: "Documents a day by its history: what to expect." }),
    documents_seen: count,
    documents_last_day: count.openapi({ description: "Documents its polls found in the last 24 hours." }),
    silent_since: Time.nullable(),
  })
  .openapi("Source");

export const Poll = z
  .object({
    at: Time,
    outcome: z.string(),
    listed: count,
    fresh: count,
    duration_ms: z.number(),
    message: z.string().nullable(),
  })
  .openapi("Poll");

export const Run = z
  .object({
    id: z.string(),
    created_at: Time,
    places: count.openapi({ description: "Places it named." }),
    finished: count.openapi({ description: "Documents of these that reached a story." }),
    dropped: count,
    quarantined: count,
  })
  .openapi("Run");

export const UnfinishedFile = z
  .object({ path: z.string(), bytes: count, records: count, updated_at: Time })
  .openapi("UnfinishedFile");

export const Takedown = z
  .object({
    document: z.string(),
    removed: z
      .boolean()
      .openapi({ description: "False where it had been taken down before; what was left of it is then cleared away." }),
    neighbours: z
      .array(z.string())
      .openapi({ description: "Documents it was compared with: their stories are written again without it." }),
    blobs_deleted: count,
    blobs_shared: count.openapi({ description: "Bodies kept because another document has the same." }),
  })
  .openapi("Takedown");

export const Preview = z
  .object({
    documents: count.openapi({ description: "Looked at." }),
    changed: count,
    changes: z.array(z.object({ document: z.string(), field: z.string(), before: z.string(), after: z.string() })),
    failed: z.array(z.object({ document: z.string(), message: z.string() })),
  })
  .openapi("ReprocessPreview");

export const ReprocessStage = z.enum(repeatableStages);
export const Reprocess = z
  .object({
    id: z.string(),
    stage: ReprocessStage,
    which: z.enum(["stale", "failed", "all"]),
    outlet: z.string().nullable(),
    language: z.string().nullable(),
    url: z.string().nullable(),
    run: z.string().nullable(),
    state: z.enum(["running", "paused", "cancelled", "done"]),
    driven: z
      .boolean()
      .openapi({ description: "Somebody sends its documents now. A running one that nobody drives is resumed." }),
    documents: count,
    looked_at: count,
    moved: count,
    documents_per_second: z.number().nullable().openapi({ description: "Looked at a second since it began." }),
    seconds_left: z.number().nullable(),
    created_at: Time,
    updated_at: Time,
  })
  .openapi("Reprocess");

export const WorkerState = z
  .object({
    stage: Stage,
    name: z.string().nullable(),
    host: z.string().nullable(),
    pid: z.int().nullable(),
    version: z.string().nullable().openapi({ description: "Of the release it runs." }),
    address: z.string(),
    connected_seconds: z.number(),
    idle_seconds: z.number(),
    jobs_in_hand: count,
    documents_in_hand: count,
    in_hand_since: Time.nullable(),
  })
  .openapi("Worker");

export const SiteLimit = z
  .object({
    site: z.string(),
    places: z.int().nullable().openapi({ description: "Visits at one time; null: as for all sites." }),
    delay_ms: z
      .int()
      .nullable()
      .openapi({ description: "Least milliseconds between the starts of two; null: as for all sites." }),
    set_by: z.string(),
    set_at: Time,
  })
  .openapi("SiteLimit");

export const Activity = z
  .object({
    id: z.int(),
    at: Time,
    actor: z.string(),
    role: z.string().nullable(),
    via: z.enum(["console", "api", "cli"]),
    action: z.string(),
    target: z.string().nullable(),
    came_from: z.string().nullable(),
    outcome: z.enum(["done", "refused", "failed"]),
    detail: z.record(z.string(), z.unknown()).nullable(),
  })
  .openapi("Activity");

export const RoleName = z.enum(roles).openapi("Role");
export const Token = z
  .object({ name: z.string(), role: RoleName, made_by: z.string(), created_at: Time, used_at: Time.nullable() })
  .openapi("Token");
