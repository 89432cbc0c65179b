import { type StageName, stageNames } from "@wirefold/core";
import { BullWorkQueue, consume } from "@wirefold/queue";

/** CPU seconds that five stages which do nothing cost in this process for so many subjects, a hundred a job: the queue alone. */
export async function bareQueueSeconds(redisUrl: string, count: number): Promise<number> {
  const prefix = `bare${process.pid}`;
  const queue = new BullWorkQueue({ redisUrl, prefix });
  let done = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const before = process.cpuUsage();
  const consumers = stageNames.map((stage: StageName, place) =>
    consume(stage, {
      redisUrl,
      prefix,
      concurrency: 2,
      onError: () => {},
      handle: async (subjects) => {
        const next = stageNames[place + 1];
        if (next !== undefined) return queue.send(next, subjects, { priority: "live" });
        done += subjects.length;
        if (done >= count) finish();
      },
    }),
  );
  const first = stageNames[0];
  for (let from = 0; first !== undefined && from < count; from += 100) {
    const subjects = Array.from({ length: Math.min(100, count - from) }, (_, n) => `subject-${from + n}`);
    await queue.send(first, subjects, { priority: "live" });
  }
  await finished;
  const used = process.cpuUsage(before);
  await Promise.all(consumers.map((consumer) => consumer.close()));
  await queue.close();
  return (used.user + used.system) / 1e6;
}
