import { createHmac, timingSafeEqual } from "node:crypto";
import { resolveAddress } from "./listed-document.ts";

/** Where a resource's changes are announced, and its own name there (W3C WebSub, section 4). */
export interface HubLinks {
  readonly hub: string | null;
  readonly self: string | null;
}

/** Reads `Link` headers (RFC 8288) for `rel=hub` and `rel=self`; these count before what a feed says of itself. */
export function hubLinks(headers: readonly string[], address: string): HubLinks {
  const links: { hub: string | null; self: string | null } = { hub: null, self: null };
  for (const header of headers) {
    for (const [, href = "", parameters = ""] of header.slice(0, 16_384).matchAll(/<([^<>]{1,8000})>((?:[^,"<]|"[^"]*")*)/g)) {
      const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
      for (const name of (rel?.[1] ?? rel?.[2] ?? "").toLowerCase().split(/\s+/))
        if (name === "hub" || name === "self") links[name] ??= resolveAddress(href, address);
    }
  }
  return links;
}

/** Whether a delivery was signed by who knows the secret: `sha256=<hex>` in `X-Hub-Signature` (section 7). Takes the same time for any wrong one. */
export function isSigned(signature: string | null, body: Uint8Array, secret: string): boolean {
  const [, method = "", hex = ""] = /^\s*(sha1|sha256|sha384|sha512)\s*=\s*([\da-f]{40,128})\s*$/i.exec(signature ?? "") ?? [];
  if (method === "") return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(hex, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

export interface SubscriptionState {
  readonly topic: string;
  readonly state: "wanted" | "active" | "denied" | "leaving";
}

/** What a hub's question at the callback means (section 5.3), and whether it is answered with its challenge. */
export type Verification =
  | { readonly is: "subscribed"; readonly challenge: string; readonly leaseSeconds: number }
  | { readonly is: "unsubscribed"; readonly challenge: string }
  | { readonly is: "denied"; readonly reason: string }
  /** We never asked for that: answered with 404, so that the hub drops it. */
  | { readonly is: "unasked" };

/** A hub may promise decades; we ask again after ten days at the latest. */
const leaseSecondsMax = 10 * 86_400;
/** A lease this short would be renewed without end. */
const leaseSecondsMin = 60;

export function judgeVerification(query: URLSearchParams, subscription: SubscriptionState | null): Verification {
  const mode = query.get("hub.mode");
  const challenge = query.get("hub.challenge") ?? "";
  if (subscription === null || query.get("hub.topic") !== subscription.topic) return { is: "unasked" };
  if (mode === "denied") return { is: "denied", reason: (query.get("hub.reason") ?? "").slice(0, 500) };
  if (challenge === "" || challenge.length > 4096) return { is: "unasked" };
  if (mode === "unsubscribe") return subscription.state === "leaving" ? { is: "unsubscribed", challenge } : { is: "unasked" };
  if (mode !== "subscribe" || subscription.state === "leaving") return { is: "unasked" };
  const lease = Number(query.get("hub.lease_seconds"));
  const leaseSeconds =
    Number.isFinite(lease) && lease > 0 ? Math.min(leaseSecondsMax, Math.max(leaseSecondsMin, lease)) : leaseSecondsMax;
  return { is: "subscribed", challenge, leaseSeconds };
}

/** The form a hub is asked with (section 5.1). */
export function subscriptionForm(
  mode: "subscribe" | "unsubscribe",
  { topic, callback, secret }: { readonly topic: string; readonly callback: string; readonly secret: string | null },
): string {
  return new URLSearchParams({
    "hub.mode": mode,
    "hub.topic": topic,
    "hub.callback": callback,
    ...(mode === "subscribe" ? { "hub.lease_seconds": String(leaseSecondsMax) } : {}),
    ...(mode === "subscribe" && secret !== null ? { "hub.secret": secret } : {}),
  }).toString();
}

/** A secret is told only where nobody listens in: over TLS, or within this machine. */
export function mayTellSecret(hub: string): boolean {
  const { protocol, hostname } = new URL(hub);
  return protocol === "https:" || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
