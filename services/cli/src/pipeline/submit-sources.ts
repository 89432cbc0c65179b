import { type Ledger, type Priority, QuarantineError, type SubmittedLocator, type WorkQueue } from "@wirefold/core";
import { expandSource } from "@wirefold/fetch";
import { batchLimit } from "@wirefold/worker";

export interface Submission {
  /** Locators the sources name. */
  readonly found: number;
  /** Of these, the ones that are new or changed. */
  readonly owing: number;
  /** Sources, and parts of them, that could not be read, and why. */
  readonly failed: readonly { readonly source: string; readonly code: string; readonly message: string }[];
}

export interface SubmitOptions {
  readonly runId: string;
  readonly sources: readonly string[];
  readonly priority: Priority;
  /** Documents a job carries. @default chosen from how many there are */
  readonly batchSize?: number;
  /** Called as locators are recorded. */
  readonly onProgress?: (found: number) => void;
  /** Resolves when there is room downstream. */
  readonly whenRoom?: () => Promise<void>;
}

/** Locators recorded in one transaction. */
const chunkSize = 1000;

/**
 * Records what the sources name, then wakes fetch. Recording comes first, so what was recorded is fetched even if this
 * process ends before a job is sent. A source that cannot be read costs the others nothing.
 */
export async function submitSources(ledger: Ledger, queue: WorkQueue, options: SubmitOptions): Promise<Submission> {
  let found = 0;
  let owing = 0;
  const failed: { source: string; code: string; message: string }[] = [];
  const flush = async (given: readonly SubmittedLocator[]) => {
    // A JSONL file may say one line twice; one statement of the ledger may name it once.
    const chunk = [...new Map(given.map((locator) => [locator.locatorId, locator])).values()];
    if (chunk.length === 0) return;
    const fresh = await ledger.submit(options.runId, chunk, options.priority);
    found += chunk.length;
    owing += fresh.length;
    const size = options.batchSize ?? batchSizeFor(fresh.length);
    for (let from = 0; from < fresh.length; from += size) {
      await queue.send("fetch", fresh.slice(from, from + size), { priority: options.priority });
    }
    options.onProgress?.(found);
    await options.whenRoom?.();
  };
  for (const source of options.sources) {
    let chunk: SubmittedLocator[] = [];
    const note = ({ code, message }: { code: string; message: string }) => failed.push({ source, code, message });
    try {
      for await (const locator of expandSource(source, note)) {
        chunk.push(locator);
        if (chunk.length === chunkSize) {
          await flush(chunk);
          chunk = [];
        }
      }
    } catch (error) {
      // Anything else (the store, the queue) is no fault of the source.
      if (!(error instanceof QuarantineError)) throw error;
      note(error);
    }
    await flush(chunk);
  }
  return { found, owing, failed };
}

/**
 * A few documents go in small jobs, so every worker gets some and the first result comes soon; many go a hundred at a
 * time, where the queue's share of the cost is smallest.
 */
export function batchSizeFor(documents: number): number {
  return Math.max(1, Math.min(batchLimit, Math.ceil(documents / 8)));
}
