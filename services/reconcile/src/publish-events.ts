import type { DeliveryAttempt, PostgresStoryEvents } from "@wirefold/store";
import type { Log } from "@wirefold/worker";

/** Somewhere story events are handed to, in order, each at least once. */
export interface EventSink extends DeliveryAttempt {
  /** Names its cursor: a sink that is renamed begins with the first event. */
  readonly name: string;
  close(): Promise<void>;
}

export interface PublisherOptions {
  readonly events: Pick<PostgresStoryEvents, "deliver">;
  readonly sinks: readonly EventSink[];
  readonly log: Log;
  /** @default 1000 */
  readonly everyMs?: number;
  /** How long a closing publisher goes on handing over what is there, beyond the attempt in hand. @default 5000 */
  readonly drainMs?: number;
}

/**
 * Hands story events to its sinks until it is closed. Each sink has a loop of its own, so one that is slow or away holds
 * up neither the others nor the stage. Any number of publishers may run: the outbox lets one at a time serve a sink.
 */
export function startPublisher({ events, sinks, log, everyMs = 1000, drainMs = 5000 }: PublisherOptions): {
  close(): Promise<void>;
} {
  let closeAt: number | null = null;
  const naps = new Set<() => void>();
  const nap = (ms: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        naps.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      naps.add(wake);
    });

  const serve = async (sink: EventSink) => {
    for (;;) {
      // Read before the round: the one that begins after closing was asked for sees all that was committed before.
      const closing = closeAt;
      const more = await round(sink, events, log);
      if (closing !== null && (!more || Date.now() > closing)) break;
      if (!more && closeAt === null) await nap(everyMs);
    }
    await sink.close();
  };
  const serving = sinks.map(serve);
  return {
    close: async () => {
      closeAt ??= Date.now() + drainMs;
      for (const wake of naps) wake();
      await Promise.all(serving);
    },
  };
}

/** @returns whether there may be more to hand over at once. */
async function round(sink: EventSink, events: PublisherOptions["events"], log: Log): Promise<boolean> {
  try {
    const delivery = await events.deliver(sink.name, sink);
    if (delivery.state === "failed") {
      const { error, failedBefore, retryMs } = delivery;
      // The first, second, fourth, eighth… time in a row.
      if ((failedBefore & (failedBefore + 1)) === 0) {
        log.warn({ sink: sink.name, error: messageOf(error), attempts: failedBefore + 1, retryMs }, "events-delayed");
      }
    } else if (delivery.state === "delivered" && delivery.failedBefore > 0) {
      log.info({ sink: sink.name, attempts: delivery.failedBefore }, "events-resumed");
    }
    return delivery.state === "delivered";
  } catch (error) {
    log.warn({ sink: sink.name, error: messageOf(error) }, "events-delayed");
    return false;
  }
}

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  // fetch says "fetch failed" and why in its cause.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};
