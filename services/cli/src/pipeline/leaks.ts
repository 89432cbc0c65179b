import { type StageName, stageNames } from "@wirefold/core";
import {
  dropWorkOfNobody,
  longOwed,
  namedBlobs,
  noteSent,
  owingAmong,
  recountBooks,
  takeDown,
  UNNAMED_MS,
  unfinishedTakedowns,
  unusedBlobs,
  workOfNobody,
  wrongBooks,
} from "@wirefold/store";
import { batchLimit, type Platform } from "@wirefold/worker";

/** One kind of what Redis, the database and the bodies disagree about. */
export interface Leak {
  readonly kind: string;
  /** How many there are, and some of them. */
  readonly count: number;
  readonly examples: readonly string[];
  /** How many were mended; null where nobody asked, or nothing can be done from here. */
  readonly mended: number | null;
  /** What to do, or what `--mend` does. */
  readonly remedy: string;
}

/** Work may be recorded this long before its job is there, and a job taken this long before it is seen to be. */
const SETTLED_S = 60;
const EXAMPLES = 3;
const BODIES_TOGETHER = 64;

/**
 * Looks for what a crash, a lost Redis or an edit by hand leaves between the three stores, and mends it where asked. May run
 * while workers run: what is on its way is left out, and every mend asks again in the statement that mends.
 */
export async function* findLeaks(platform: Platform, mend: boolean): AsyncGenerator<Leak> {
  const { database, blobs } = platform;
  const takedowns = await unfinishedTakedowns(database);
  if (mend) for (const id of takedowns) await takeDown(database, blobs, id);
  yield leak("takedowns cut short", takedowns, mend ? takedowns.length : null, "takes them down again");

  const ownerless = await workOfNobody(database);
  const dropped = mend && ownerless.length > 0 ? await dropWorkOfNobody(database, ownerless) : 0;
  yield leak("work owed by documents that are gone", ownerless, mend ? dropped : null, "strikes it off");

  const idle: string[] = [];
  const lost: string[] = [];
  let [removed, sent] = [0, 0];
  for (const stage of stageNames) {
    const found = await compareJobs(platform, stage);
    idle.push(...found.idle.map((job) => `${stage} job ${job}`));
    lost.push(...found.lost.map((subject) => `${subject} at ${stage}`));
    if (!mend) continue;
    for (const job of found.idle) removed += (await platform.queue.removeJob(stage, job)) ? 1 : 0;
    sent += await sendAgain(platform, stage, found.lost);
  }
  yield leak("jobs whose documents owe nothing", idle, mend ? removed : null, "deletes them");
  yield leak("owed work that no job carries", lost, mend ? sent : null, "sends it again; a running worker does so by itself");

  const before = new Date(Date.now() - UNNAMED_MS);
  const unused: string[] = [];
  let [unusedCount, discarded] = [0, 0];
  for await (const { hash } of unusedBlobs(database, blobs, before)) {
    unusedCount += 1;
    if (unused.length < EXAMPLES) unused.push(hash);
    if (mend && (await blobs.discard(hash, before))) discarded += 1;
  }
  yield { ...leak("bodies that nothing names", unused, mend ? discarded : null, "deletes them"), count: unusedCount };

  const bodiless = await documentsWithoutBodies(platform);
  yield leak("documents whose bodies are missing", bodiless, null, "ingest their sources again, or restore a backup");

  const wrong = await wrongBooks(database);
  if (mend && wrong.length > 0) await recountBooks(database);
  const lines = wrong.map(
    ({ what, stage, disposition, kept, counted }) =>
      `${[what, stage, disposition].filter(Boolean).join(" ")}: ${kept} for ${counted}`,
  );
  yield leak("lines of the books that are wrong", lines, mend ? wrong.length : null, "counts everything again");
}

function leak(kind: string, found: readonly string[], mended: number | null, remedy: string): Leak {
  return { kind, count: found.length, examples: found.slice(0, EXAMPLES), mended: found.length === 0 ? null : mended, remedy };
}

/** Jobs of a stage that carry only what is not owed, and what is owed and carried by none. */
async function compareJobs({ database, queue }: Platform, stage: StageName): Promise<{ idle: string[]; lost: string[] }> {
  const candidates = new Set<string>();
  for await (const page of longOwed(database, stage, SETTLED_S)) for (const { subject } of page) candidates.add(subject);
  const idle: string[] = [];
  for await (const jobs of queue.jobs(stage)) {
    const subjects = jobs.flatMap((job) => job.subjects);
    const owing = await owingAmong(database, stage, subjects);
    for (const subject of subjects) candidates.delete(subject);
    for (const { id, subjects: carried, active } of jobs) {
      if (!active && !carried.some((subject) => owing.has(subject))) idle.push(id);
    }
  }
  // Done while the jobs were read: no longer owed.
  const still = candidates.size === 0 ? new Set<string>() : await owingAmong(database, stage, [...candidates]);
  return { idle, lost: [...candidates].filter((subject) => still.has(subject)) };
}

async function sendAgain({ database, queue }: Platform, stage: StageName, subjects: readonly string[]): Promise<number> {
  let sent = 0;
  for (let from = 0; from < subjects.length; from += batchLimit) {
    const owed = await noteSent(database, stage, subjects.slice(from, from + batchLimit));
    for (const priority of ["live", "backfill"] as const) {
      const due = owed.filter((one) => one.priority === priority).map(({ subject }) => subject);
      await queue.send(stage, due, { priority });
      sent += due.length;
    }
  }
  return sent;
}

async function documentsWithoutBodies({ database, blobs }: Platform): Promise<string[]> {
  const found: string[] = [];
  for await (const page of namedBlobs(database)) {
    for (let from = 0; from < page.length; from += BODIES_TOGETHER) {
      const checked = page.slice(from, from + BODIES_TOGETHER).map(async ({ id, hashes }) => {
        const there = await Promise.all(hashes.map((hash) => blobs.has(hash)));
        return there.every(Boolean) ? [] : [id];
      });
      found.push(...(await Promise.all(checked)).flat());
    }
  }
  return found;
}
