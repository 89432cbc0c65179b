import type { StoreLocation } from "@wirefold/store";
import type { Answer } from "./batch-work.ts";
import type { Stage } from "./define-stage.ts";
import { type Board, watchOn } from "./watch.ts";

/** What a thread is asked: the stage by its module, and a batch for it. */
export interface ThreadTask {
  /** A `file:` URL whose default export is a stage. */
  readonly module: string;
  readonly inputs: readonly unknown[];
  readonly stores: StoreLocation;
  /** Where the thread gives signs of life. */
  readonly board: Board;
}

/** The one task of every thread. */
export async function decide({ module, inputs, stores, board }: ThreadTask): Promise<readonly Answer<unknown>[]> {
  const { default: stage } = (await import(module)) as { readonly default: Stage };
  if (stage.decideInThread === undefined) throw new Error(`${stage.name} is not decided in threads`);
  return stage.decideInThread(inputs, stores, watchOn(board));
}
