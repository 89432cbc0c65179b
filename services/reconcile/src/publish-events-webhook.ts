import { createHmac } from "node:crypto";
import { ThrottledError } from "@wirefold/core";
import type { StoryEvent } from "@wirefold/store";
import type { EventSink } from "./publish-events.ts";

export interface WebhookOptions {
  readonly url: string;
  readonly secret: string;
  readonly userAgent: string;
  /** @default 10_000 */
  readonly timeoutMs?: number;
  /** Pause after the first failed attempt; each further one doubles it, up to 300 times as long. @default 1000 */
  readonly backoffMs?: number;
}

/** A server's `Retry-After` is obeyed up to here. */
const retryAfterMsMax = 3_600_000;

/**
 * Posts story events one by one. Only a 2xx answer counts; anything else is tried again, later and later, for as long as
 * it takes: giving one up would lose it, and going past it would lose the order.
 */
export function webhookSink(options: WebhookOptions): EventSink {
  const { backoffMs = 1000, timeoutMs = 10_000 } = options;
  return {
    name: "webhook",
    limit: 1,
    retryMs: (failedBefore, error) =>
      error instanceof ThrottledError ? error.retryAfterMs : backoffMs * Math.min(300, 2 ** Math.min(failedBefore, 20)),
    send: async (events) => {
      for (const event of events) await post(event, options, timeoutMs);
    },
    close: async () => {},
  };
}

async function post(event: StoryEvent, { url, secret, userAgent }: WebhookOptions, timeoutMs: number): Promise<void> {
  const { id, kind, story, at, detail } = event;
  const body = JSON.stringify({ id, kind, story, at: at.toISOString(), detail });
  const answer = await fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": userAgent,
      "wirefold-event-id": String(id),
      "wirefold-signature": signatureOf(body, secret, Math.floor(Date.now() / 1000)),
    },
    // A redirect would take a signed body to a place nobody configured.
    redirect: "manual",
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body?.cancel();
  if (answer.ok) return;
  const message = `the webhook answered ${answer.status}`;
  const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
  if (seconds > 0) throw new ThrottledError(message, Math.min(seconds * 1000, retryAfterMsMax));
  throw new Error(message);
}

/** `t=<unix seconds>,v1=<hex>`: HMAC-SHA-256 of `<t>.<body>`, so neither the body nor its time can be changed. */
export function signatureOf(body: string, secret: string, unixSeconds: number): string {
  const mac = createHmac("sha256", secret).update(`${unixSeconds}.${body}`).digest("hex");
  return `t=${unixSeconds},v1=${mac}`;
}
