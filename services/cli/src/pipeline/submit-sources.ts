import {
  type Blobs,
  faultOf,
  type Ledger,
  type Priority,
  QuarantineError,
  type SubmittedLocator,
  UnavailableError,
  type WorkQueue,
} from "@wirefold/core";
import { allowedFoldersOf, type ExpandContext, expandSource, type Position } from "@wirefold/fetch";
import type { FilePosition, IngestProgress } from "@wirefold/store";
import { batchLimit, type WorkerEnv } from "@wirefold/worker";
import { CliError } from "../cli-error.ts";
import { EXIT } from "../exit-codes.ts";

export interface Submission {
  /** Locators the sources name. */
  readonly found: number;
  /** Of these, the ones that are new or changed. */
  readonly owing: number;
  /** Sources, and parts of them, that could not be read, and why. */
  readonly failed: readonly { readonly source: string; readonly code: string; readonly message: string }[];
  /** Failures beyond `failed`, which keeps the first thousand. */
  readonly failedMore: number;
  /** Records of archives that are whole and no documents, by reason. */
  readonly passedOver: Readonly<Record<string, number>>;
  /** Recorded, and not sent: the queue has no room, or does not answer. Workers send them when it has. */
  readonly unsent: number;
  /** What the queue said of it; null when all were sent. */
  readonly whyUnsent: string | null;
}

/** How far a file is read. */
export interface FileProgress extends Position {
  readonly path: string;
  /** Bytes of the file; null where its records are counted in unpacked bytes. */
  readonly size: number | null;
}

export interface SubmitOptions {
  readonly runId: string;
  readonly sources: readonly string[];
  readonly priority: Priority;
  /** Documents a job carries. @default chosen from how many there are */
  readonly batchSize?: number;
  /** Called as locators are recorded. */
  readonly onProgress?: (found: number, file: FileProgress | null) => void;
  /** Where the bodies of records go that have no place of their own on disk. */
  readonly blobs: Blobs;
  /** What else expanding goes by: bounds, columns of tables, folders that are allowed. */
  readonly expand?: Partial<Pick<ExpandContext, "bodyBytesMax" | "columns" | "allowedFolders">>;
  /** Keeps how far each file is read, so that an ingest that is killed goes on from there. @default every file is read from its beginning */
  readonly progress?: IngestProgress;
  /** Longest wait for the queue to take a job. @default 10000 */
  readonly queueMsMax?: number;
  /** Resolves when there is room downstream. */
  readonly whenRoom?: () => Promise<void>;
}

/** Locators recorded in one transaction. */
const chunkSize = 1000;

const markMsMax = 2000;

/**
 * Has a queue that was never used, or lost all it held, note the time before anything is recorded: the first sweep takes what was owed
 * before that time for lost, and would have it fetched twice. Where the queue cannot be reached, recording goes on all the same.
 */
async function marked(queue: WorkQueue): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const later = new Promise((resolve) => {
    timer = setTimeout(resolve, markMsMax);
  });
  await Promise.race([queue.lostBefore("fetch").catch(() => null), later]);
  clearTimeout(timer);
}

/**
 * Records what the sources name, then wakes fetch. Recording comes first, so what was recorded is fetched even if this
 * process ends before a job is sent. A source that cannot be read costs the others nothing.
 */
export async function submitSources(ledger: Ledger, queue: WorkQueue, options: SubmitOptions): Promise<Submission> {
  const { progress } = options;
  await marked(queue);
  let found = 0;
  let owing = 0;
  let failedMore = 0;
  const failed: { source: string; code: string; message: string }[] = [];
  const passedOver: Record<string, number> = {};
  let unsent = 0;
  let whyUnsent: unknown = null;
  const unfinished = (await progress?.unfinished()) ?? new Map<string, FilePosition & { fingerprint: string }>();
  const fingerprints = new Map<string, string>();
  const sizes = new Map<string, number>();
  let file: FileProgress | null = null;
  const flush = async (given: readonly SubmittedLocator[], reached: FileProgress | null) => {
    // A JSONL file may say one line twice; one statement of the ledger may name it once.
    const chunk = [...new Map(given.map((locator) => [locator.locatorId, locator])).values()];
    if (chunk.length > 0) {
      const fresh = await ledger.submit(options.runId, chunk, options.priority);
      found += chunk.length;
      owing += fresh.length;
      const size = options.batchSize ?? batchSizeFor(fresh.length);
      for (let from = 0; from < fresh.length; from += size) {
        const part = fresh.slice(from, from + size);
        try {
          // One that gave no answer is not waited for again.
          if (whyUnsent instanceof QueueSilentError) throw whyUnsent;
          await answering(queue.send("fetch", part, { priority: options.priority }), options.queueMsMax ?? queueMsMax);
        } catch (error) {
          // They are recorded, and the workers' sweepers send what is owed: nothing is lost, only later.
          if (faultOf(error) !== "elsewhere") throw error;
          unsent += part.length;
          whyUnsent ??= error;
        }
      }
    }
    const fingerprint = reached === null ? undefined : fingerprints.get(reached.path);
    if (reached !== null && fingerprint !== undefined) await progress?.reached(reached.path, fingerprint, reached);
    options.onProgress?.(found, reached);
    if (chunk.length > 0) await options.whenRoom?.();
  };
  // A chunk is recorded while the next is read, one after another, so that positions only move on.
  let recording: Promise<void> = Promise.resolve();
  const record = async (chunk: readonly SubmittedLocator[]) => {
    const reached = file;
    await recording;
    recording = flush(chunk, reached);
    // Told to who waits for it next.
    recording.catch(() => {});
  };
  for (const source of options.sources) {
    let chunk: SubmittedLocator[] = [];
    const note = ({ code, message }: { code: string; message: string }) => {
      if (failed.length < failedMax) failed.push({ source, code, message });
      else failedMore += 1;
    };
    const context: Partial<ExpandContext> = {
      ...options.expand,
      blobs: options.blobs,
      onUnreadable: note,
      onPassedOver: (reason) => {
        passedOver[reason] = (passedOver[reason] ?? 0) + 1;
      },
      onPosition: (path, position) => {
        file = { path, ...position, size: sizes.get(path) ?? null };
      },
      from: (path, size, mtimeMs) => {
        const fingerprint = `${size}:${mtimeMs}`;
        fingerprints.set(path, fingerprint);
        if (!/\.(gz|zst)$/i.test(path) || /\.(warc|wet)\.gz$/i.test(path)) sizes.set(path, size);
        const before = unfinished.get(path);
        return before?.fingerprint === fingerprint ? before : null;
      },
    };
    try {
      for await (const locator of expandSource(source, context)) {
        chunk.push(locator);
        if (chunk.length === chunkSize) {
          await record(chunk);
          chunk = [];
        }
      }
    } catch (error) {
      // Anything else (the store, the queue) is no fault of the source.
      if (!(error instanceof QuarantineError)) throw error;
      note(error);
    }
    await record(chunk);
    await recording;
    await progress?.finished([...fingerprints.keys()]);
    file = null;
  }
  return { found, owing, failed, failedMore, passedOver, unsent, whyUnsent: whyUnsent === null ? null : messageOf(whyUnsent) };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A queue that is there answers within milliseconds. */
const queueMsMax = 10_000;

class QueueSilentError extends UnavailableError {}

/** What is sent waits for an unreachable server, for ever: here somebody waits for the command to end. */
async function answering(sending: Promise<void>, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new QueueSilentError(`no answer from Redis within ${Math.round(withinMs / 1000)} s`)),
      withinMs,
    );
  });
  try {
    await Promise.race([sending, silent]);
  } finally {
    clearTimeout(timer);
  }
}

/** Failures that are told one by one. */
const failedMax = 1000;

/**
 * A few documents go in small jobs, so every worker gets some and the first result comes soon; many go a hundred at a
 * time, where the queue's share of the cost is smallest.
 */
export function batchSizeFor(documents: number): number {
  return Math.max(1, Math.min(batchLimit, Math.ceil(documents / 8)));
}

/** What expanding goes by, as the environment and the command line say. */
export function expandOptions(
  env: WorkerEnv,
  columns: Readonly<Record<string, string>> = {},
): NonNullable<SubmitOptions["expand"]> {
  return { bodyBytesMax: env.WIREFOLD_BODY_BYTES_MAX, allowedFolders: allowedFoldersOf(env.WIREFOLD_ALLOW_PATHS), columns };
}

/** `text=body,title=headline`: which column of a table holds what. */
export function parseColumns(option: string | undefined): Record<string, string> {
  const pairs = (option ?? "")
    .split(",")
    .filter((pair) => pair.trim() !== "")
    .map((pair) => pair.split("="));
  return Object.fromEntries(
    pairs.map(([name = "", ...column]) => {
      if (!columnNames.includes(name.trim()) || column.length === 0)
        throw new CliError("WIREFOLD_USAGE", `--columns: '${[name, ...column].join("=")}' is not understood`, {
          remedy: `write name=column for ${columnNames.join(", ")}`,
          exitCode: EXIT.usage,
        });
      return [name.trim(), column.join("=").trim()];
    }),
  );
}

const columnNames = ["id", "url", "html", "html_path", "text", "title", "published_at", "outlet", "content_type"];
