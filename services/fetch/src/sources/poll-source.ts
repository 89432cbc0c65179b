import { type Blobs, QuarantineError, type SubmittedLocator, sha256, ThrottledError } from "@wirefold/core";
import { isSilent, judgeValidators, nextPollSeconds, type PollOutcome, planPoll, quietAfter } from "@wirefold/sources";
import type { SourceChange, SourceRow } from "@wirefold/store";
import type { Body } from "../fetch-document.ts";
import type { PolledBody } from "../http/url-reader.ts";
import { readListing } from "../listings/read-listing.ts";

export interface PollPorts {
  readonly poll: (
    url: string,
    headers: Readonly<Record<string, string>>,
    bytesMax: number,
    signal: AbortSignal,
  ) => Promise<PolledBody>;
  readonly blobs: Blobs;
  readonly bodyBytesMax: number;
  /** Records what was found under the source's own run; resolves to how many are new. */
  readonly submit: (runId: string, locators: readonly SubmittedLocator[]) => Promise<number>;
  /** Documents that lists within this source brought since then, which came by way of the stage. */
  readonly broughtSince: (runId: string, since: Date, lists: readonly string[]) => Promise<number>;
}

export interface PollResult {
  /** Null when it was not asked: it was not the site's turn, or the site asks to wait. */
  readonly poll: null | {
    readonly outcome: PollOutcome["outcome"] | "delivered";
    readonly listed: number;
    readonly fresh: number;
    readonly durationMs: number;
    readonly message: string | null;
  };
  readonly change: SourceChange;
}

/** After this many failures in a row without an answer worth the name a source that says 404 is taken for gone. */
const goneAfter = 20;

/** The run that documents of a source belong to. */
export function runOfSource(id: string): string {
  return `source-${id}`;
}

/**
 * Asks a source once, takes up what is new, and says when to ask again. Its state is not written here: who took the source
 * writes it, with the poll's row.
 *
 * @param now Milliseconds.
 */
export async function pollSource(source: SourceRow, ports: PollPorts, now: number, signal: AbortSignal): Promise<PollResult> {
  const startedAt = performance.now();
  const done = (outcome: PollOutcome["outcome"], listed: number, fresh: number, message: string | null) => ({
    outcome,
    listed,
    fresh,
    message,
    durationMs: performance.now() - startedAt,
  });
  const gapSeconds = source.documentAt === null ? 0 : (now - source.documentAt.getTime()) / 1000;
  const outcomeOf = (poll: Pick<PollOutcome, "outcome" | "fresh" | "listed">, maxAgeSeconds: number | null): PollOutcome => ({
    ...poll,
    maxAgeSeconds,
    elapsedSeconds: source.polledAt === null ? 0 : (now - source.polledAt.getTime()) / 1000,
    ageSeconds: (now - source.addedAt.getTime()) / 1000,
    gapSeconds,
  });
  const state = { ...source, fixed: source.intervalFixed };
  try {
    const body = await ports.poll(source.url, conditions(source), ports.bodyBytesMax, signal);
    const bodyHash = body.notModified ? source.bodyHash : sha256(body.bytes);
    const changedBody = bodyHash !== source.bodyHash;
    // What an index names may have grown while the index itself stayed as it was.
    const mustRead = changedBody || (source.kind === "index" && !body.notModified);
    const found = mustRead
      ? await listed(source, body, ports)
      : { listed: 0, fresh: 0, kind: source.kind, title: null, hub: null, self: null };
    const hub = body.links.hub ?? found.hub;
    const outcome = body.notModified ? "not-modified" : changedBody ? "changed" : "unchanged";
    const plan = planPoll(state, outcomeOf({ outcome, fresh: found.fresh, listed: found.listed }, body.freshSeconds));
    const validators =
      source.bodyHash === null || body.notModified
        ? source.validators
        : judgeValidators(source.validators, {
            body: changedBody,
            validators: body.etag !== source.etag || body.lastModified !== source.lastModified,
          });
    const documentAt = found.fresh > 0 || source.documentAt === null ? new Date(now) : source.documentAt;
    const silent = isSilent(plan, (now - documentAt.getTime()) / 1000);
    return {
      poll: done(outcome, found.listed, found.fresh, null),
      change: {
        ...planned(plan, now),
        kind: found.kind,
        ...(source.title === null && found.title !== null ? { title: found.title } : {}),
        ...(hub === null ? {} : { hub, topic: body.links.self ?? found.self }),
        bodyHash,
        documentAt,
        validators,
        lastError: null,
        ...(body.notModified ? {} : { etag: body.etag, lastModified: body.lastModified }),
        ...(changedBody ? { changedAt: new Date(now) } : {}),
        silentSince: silent ? (source.silentSince ?? new Date(now)) : null,
      },
    };
  } catch (error) {
    signal.throwIfAborted();
    const message = (error as Error).message;
    // Nobody failed: it was not the site's turn, or the site asks to wait.
    if (error instanceof ThrottledError)
      return { poll: null, change: { nextPollAt: new Date(now + Math.max(1000, error.retryAfterMs)) } };
    const plan = planPoll(state, outcomeOf({ outcome: "failed", fresh: 0, listed: 0 }, null));
    const isGone =
      error instanceof QuarantineError && (/HTTP 410/.test(message) || (plan.failures >= goneAfter && /HTTP 404/.test(message)));
    return {
      poll: done("failed", 0, 0, message),
      change: { ...planned(plan, now), lastError: message.slice(0, 1000), ...(isGone ? { state: "gone" as const } : {}) },
    };
  }
}

function planned(plan: ReturnType<typeof planPoll>, now: number): SourceChange {
  const { intervalSeconds, failures, polls, dailyDocuments, documentsSeen, quietSeconds, state } = plan;
  return {
    intervalSeconds,
    failures,
    polls,
    dailyDocuments,
    documentsSeen,
    quietSeconds,
    state,
    polledAt: new Date(now),
    nextPollAt: new Date(now + nextPollSeconds(plan) * 1000),
  };
}

/** Every tenth time the whole body is asked for, whatever the server says of change. */
const checkedEvery = 10;

function conditions(source: SourceRow): Record<string, string> {
  if (source.kind === "index" || source.validators !== "trusted" || source.bodyHash === null || source.polls % checkedEvery === 0)
    return {};
  return {
    ...(source.etag === null ? {} : { "if-none-match": source.etag }),
    ...(source.lastModified === null ? {} : { "if-modified-since": source.lastModified }),
  };
}

/** Takes up what a source's hub delivered: the same as a poll that found a changed body, without the asking. */
export async function takeDelivery(source: SourceRow, body: Body, ports: PollPorts, now: number): Promise<PollResult> {
  const startedAt = performance.now();
  const found = await listed(source, body, ports);
  return {
    poll: {
      outcome: "delivered",
      listed: found.listed,
      fresh: found.fresh,
      message: null,
      durationMs: performance.now() - startedAt,
    },
    change: {
      documentsSeen: source.documentsSeen + found.fresh,
      ...(found.fresh > 0
        ? { documentAt: new Date(now), changedAt: new Date(now), silentSince: null, ...quiet(source, now) }
        : {}),
    },
  };
}

function quiet({ documentAt, quietSeconds }: SourceRow, now: number): SourceChange {
  return documentAt === null ? {} : { quietSeconds: quietAfter(quietSeconds, (now - documentAt.getTime()) / 1000) };
}

/** What a changed body brings: the documents of a list, or the page itself as it is now. */
async function listed(source: SourceRow, body: Body, ports: PollPorts) {
  const submitted = { locatorId: source.id, locator: source.url, hints: {} };
  if (body.listing !== undefined) {
    const { locators, detail, title, hub, self, isIndex } = await readListing(body, submitted, ports.blobs);
    const runId = runOfSource(source.id);
    const submittedNew = await ports.submit(runId, locators);
    // An index brings lists; its documents come by way of them, after the poll before.
    const lists = locators.map(({ locatorId }) => locatorId);
    // What came between the first poll and the second is the archive of years, as a first poll's list is.
    const isOld = source.polls < 2 || source.polledAt === null;
    const brought = isOld ? 0 : await ports.broughtSince(runId, source.polledAt, lists);
    const fresh = isIndex ? brought : submittedNew;
    return {
      listed: isIndex ? fresh : locators.length,
      fresh,
      kind: isIndex ? "index" : (body.listing as string),
      title,
      hub,
      self,
      detail,
    };
  }
  const bodyHash = await ports.blobs.put(body.bytes);
  const page: SubmittedLocator = {
    locatorId: `loc-${sha256(body.locator).slice(0, 20)}`,
    locator: body.locator,
    fingerprint: bodyHash,
    record: { bodyHash, contentType: body.contentType, kind: body.kind },
    hints: { url: body.locator },
  };
  return {
    listed: 1,
    fresh: await ports.submit(runOfSource(source.id), [page]),
    kind: "page",
    title: null,
    hub: null,
    self: null,
  };
}
