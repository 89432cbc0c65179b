import { randomBytes } from "node:crypto";
import { mayTellSecret, subscriptionForm } from "@wirefold/sources";
import type { SubscriptionRow, SubscriptionStore } from "@wirefold/store";

/** Posts a form to a hub, through the address guard. Resolves to the answer's status. */
export type PostForm = (url: string, form: string, signal: AbortSignal) => Promise<number>;

/** Hubs asked in one round. */
const askedTogether = 8;
/** A hub that accepted a request and asked nothing back is asked again. */
const unverifiedMs = 10 * 60_000;
const retryMs = 60_000;
const retryMsMax = 24 * 3_600_000;
/** After so many refusals a hub is not told again that we leave; it learns from the callback. */
const leaveTries = 3;

/**
 * One round of keeping up subscriptions: sources that name a hub are subscribed, leases renewed, what is no longer wanted is
 * ended. Whether a hub agrees is told at the callback, not here (W3C WebSub, section 5).
 *
 * @param callback The public address that callbacks begin with.
 */
export async function tendSubscriptions(
  store: SubscriptionStore,
  callback: string,
  post: PostForm,
  signal: AbortSignal,
): Promise<number> {
  await store.leaveUnwanted();
  for (const { sourceId, hub, topic } of await store.unsubscribed()) {
    const secret = mayTellSecret(hub) ? randomBytes(32).toString("base64url") : null;
    await store.add({ id: randomBytes(18).toString("base64url"), sourceId, hub, topic, secret });
  }
  const due = await store.takeDue(askedTogether, unverifiedMs / 1000);
  await Promise.all(due.map((subscription) => ask(subscription, store, callback, post, signal)));
  return due.length;
}

async function ask(
  subscription: SubscriptionRow,
  store: SubscriptionStore,
  callback: string,
  post: PostForm,
  signal: AbortSignal,
): Promise<void> {
  const { id, hub, topic, secret, state, failures } = subscription;
  const mode = state === "leaving" ? "unsubscribe" : "subscribe";
  const form = subscriptionForm(mode, { topic, callback: callbackOf(callback, id), secret });
  try {
    const status = await post(hub, form, signal);
    if (status < 200 || status > 299) throw new Error(`the hub answers HTTP ${status}`);
    // The question at the callback may be answered before this: only what that leaves alone is written.
    await store.change(id, { failures: mode === "unsubscribe" ? failures + 1 : 0, lastError: null });
    if (mode === "unsubscribe" && failures + 1 >= leaveTries) await store.remove(id);
  } catch (error) {
    signal.throwIfAborted();
    if (mode === "unsubscribe" && failures + 1 >= leaveTries) return store.remove(id);
    const nextAt = new Date(Date.now() + Math.min(retryMsMax, retryMs * 2 ** Math.min(12, failures)));
    await store.change(id, { failures: failures + 1, lastError: (error as Error).message.slice(0, 500), nextAt });
  }
}

/** Where a hub announces changes to a subscription. */
export function callbackOf(base: string, id: string): string {
  return `${base.replace(/\/+$/, "")}/websub/${id}`;
}
