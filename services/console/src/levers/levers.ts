import { type StageName, sha256 } from "@wirefold/core";
import { type Reprocess, type ReprocessFilter, type SourceRow, type Takedown, takeDown } from "@wirefold/store";
import { loadStage } from "@wirefold/worker";
import type { Services } from "../services.ts";
import { type Preview, previewReprocess } from "./preview-reprocess.ts";

/** A job carries at most a hundred documents. */
const TOGETHER = 100;

/** Stops a stage for all workers, or lets it go on. */
export async function setStagePaused({ queue, watch, log }: Services, stage: StageName, paused: boolean): Promise<void> {
  await (paused ? queue.pause(stage) : queue.resume(stage));
  log.info({ stage }, paused ? "stage-paused" : "stage-resumed");
  watch.forget();
}

/** Sets how many jobs of a stage all workers together may have in hand; null lifts the limit. */
export async function setConcurrency({ queue, watch }: Services, stage: StageName, jobs: number | null): Promise<void> {
  await queue.limitConcurrency(stage, jobs);
  watch.forget();
}

/** What names a site: a registrable domain, or a host and port. */
export const SITE = /^[\w.:[\]-]{1,253}$/;

/** A feed that says nothing of how often it changes is first asked this often. */
const INTERVAL_SECONDS = 900;

/**
 * Adds a place to be polled, which is due at once. A fetch worker finds out what it is: a page gives way to the feeds it names, unless
 * it is itself to be polled.
 *
 * @returns it, and whether it is new
 */
export function addSource({ sources }: Services, url: string, intervalSeconds: number | null, asPage = false) {
  return sources.add({
    id: `src-${sha256(url).slice(0, 10)}`,
    url,
    kind: asPage ? "page" : "unknown",
    title: null,
    intervalSeconds: intervalSeconds ?? INTERVAL_SECONDS,
    intervalFixed: intervalSeconds !== null,
  });
}

export type SourceVerb = "pause" | "resume" | "check" | "remove";

/** Works a source's lever. `check` makes it due now; a fetch worker asks it within a second or two. */
export async function changeSource({ sources }: Services, { id }: SourceRow, verb: SourceVerb): Promise<void> {
  if (verb === "remove") await sources.remove(id);
  else if (verb === "pause") await sources.change(id, { state: "paused" });
  else if (verb === "resume") await sources.change(id, { state: "active", failures: 0, nextPollAt: new Date() });
  else await sources.change(id, { nextPollAt: new Date() });
}

/** Begins a run and drives it from here. */
export async function beginReprocess(
  { reprocess, reprocessDriver }: Services,
  stage: Reprocess["stage"],
  filter: Omit<ReprocessFilter, "version">,
): Promise<Reprocess> {
  const { version } = await loadStage(stage);
  const run = await reprocess.begin(stage, { ...filter, version });
  reprocessDriver.drive(run);
  return run;
}

/** What a run would change, on a sample; see {@link previewReprocess}. */
export async function sampleReprocess(
  { reprocess, database, blobs, log }: Services,
  stage: Reprocess["stage"],
  filter: Omit<ReprocessFilter, "version">,
  documents: number,
): Promise<Preview> {
  const { version } = await loadStage(stage);
  return previewReprocess(stage, await reprocess.sample(stage, { ...filter, version }, documents), { database, blobs, log });
}

/** Takes a document down, and has the stories of those it was compared with written again; null where there is none. */
export async function removeDocument(
  { database, blobs, queue }: Services,
  id: string,
): Promise<(Takedown & { readonly document: string }) | null> {
  const takedown = await takeDown(database, blobs, id);
  if (takedown === null) return null;
  for (let from = 0; from < takedown.neighbours.length; from += TOGETHER)
    await queue.send("reconcile", takedown.neighbours.slice(from, from + TOGETHER), { priority: "live" });
  return { document: id, ...takedown };
}

/** Pauses, resumes or cancels a run; false where there is none, or it has ended. One that is resumed is driven from here. */
export async function changeReprocess(
  { reprocess, reprocessDriver }: Services,
  id: string,
  verb: "pause" | "resume" | "cancel",
): Promise<boolean> {
  const state = ({ pause: "paused", resume: "running", cancel: "cancelled" } as const)[verb];
  if (!(await reprocess.setState(id, state))) return false;
  const run = verb === "resume" ? await reprocess.get(id) : null;
  if (run !== null) reprocessDriver.drive(run);
  return true;
}
