import { type StageName, stageNames } from "@wirefold/core";
import type { Services } from "../services.ts";

export interface WorkerView {
  readonly stage: StageName;
  /** "<host>/<process id>/<release>"; null where an older release connected without a name. */
  readonly name: string | null;
  readonly host: string | null;
  readonly pid: number | null;
  /** Of the release it runs; null where an older one does not say. */
  readonly version: string | null;
  readonly address: string;
  readonly connectedSeconds: number;
  readonly idleSeconds: number;
  readonly jobsInHand: number;
  readonly documentsInHand: number;
  readonly inHandSince: Date | null;
}

/** Every connected worker and what it has in hand, by stage. */
export async function workerViews({ queue }: Pick<Services, "queue">): Promise<WorkerView[]> {
  const found = await Promise.all(
    stageNames.map(async (stage) => {
      const [workers, hands] = await Promise.all([queue.workers(stage), queue.inHand(stage)]);
      return workers.map((worker): WorkerView => {
        const hand = hands.find((one) => one.worker === worker.name);
        const [host = null, pid, version = null] = worker.name?.split("/") ?? [];
        return {
          ...worker,
          host,
          version,
          pid: pid !== undefined && /^\d+$/.test(pid) ? Number(pid) : null,
          jobsInHand: hand?.jobs ?? 0,
          documentsInHand: hand?.documents ?? 0,
          inHandSince: hand?.since ?? null,
        };
      });
    }),
  );
  return found.flat();
}
