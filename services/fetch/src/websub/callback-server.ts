import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { hubLinks, isSigned, judgeVerification } from "@wirefold/sources";
import type { SubscriptionRow, SubscriptionStore } from "@wirefold/store";
import { first as firstOf } from "../http/request-once.ts";

export interface CallbackPorts {
  readonly store: SubscriptionStore;
  /** Takes up what a hub sent, once its signature was checked; the hub has its answer already. */
  readonly deliver: (subscription: SubscriptionRow, body: Uint8Array, contentType: string | null) => Promise<void>;
  /** Asks the source at once: a hub says it changed, and what it sends cannot be trusted. */
  readonly pollNow: (sourceId: string) => Promise<void>;
  readonly bodyBytesMax: number;
  readonly onError: (error: Error) => void;
}

/** A lease is renewed when this share of it has passed. */
const renewedAfter = 0.8;
/** Deliveries read at one time; each may hold a body. */
const deliveriesMax = 8;
const requestMs = 30_000;

/** Answers hubs: their questions whether a subscription is meant, and what they deliver. */
export function callbackServer(ports: CallbackPorts): Server {
  let deliveries = 0;
  const server = createServer(
    { requestTimeout: requestMs, headersTimeout: 10_000, maxHeaderSize: 32 * 1024 },
    (request, response) => {
      const url = new URL(request.url ?? "/", "http://callback");
      const [, id] = /\/websub\/([\w-]{10,60})$/.exec(url.pathname) ?? [];
      const work = async () => {
        if (id === undefined) return void response.writeHead(404).end();
        if (request.method === "GET") return verify(id, url.searchParams, response, ports);
        if (request.method !== "POST") return void response.writeHead(405, { allow: "GET, POST" }).end();
        // A hub that is told so comes again.
        if (deliveries >= deliveriesMax) return void response.writeHead(503, { "retry-after": "5" }).end();
        deliveries += 1;
        try {
          await receive(id, request, response, ports);
        } finally {
          deliveries -= 1;
        }
      };
      work().catch((error: Error) => {
        ports.onError(error);
        if (!response.headersSent) response.writeHead(500).end();
      });
    },
  );
  return server;
}

async function verify(id: string, query: URLSearchParams, response: ServerResponse, { store }: CallbackPorts): Promise<void> {
  const said = judgeVerification(query, await store.get(id));
  if (said.is === "unasked") return void response.writeHead(404).end();
  if (said.is === "denied") {
    const nextAt = new Date(Date.now() + 24 * 3_600_000);
    await store.change(id, { state: "denied", lastError: `the hub refuses: ${said.reason}`, nextAt });
    return void response.writeHead(200).end();
  }
  if (said.is === "unsubscribed") await store.remove(id);
  else {
    const now = Date.now();
    await store.change(id, {
      state: "active",
      leaseUntil: new Date(now + said.leaseSeconds * 1000),
      nextAt: new Date(now + said.leaseSeconds * 1000 * renewedAfter),
      failures: 0,
      lastError: null,
    });
  }
  // Never as HTML: the challenge is the asker's text.
  response.writeHead(200, { "content-type": "text/plain", "x-content-type-options": "nosniff" }).end(said.challenge);
}

/**
 * A delivery (section 7). A wrong signature is answered like a right one and passed over, as the standard asks; a delivery
 * that nobody could sign is taken as a hint that the source changed.
 */
async function receive(id: string, request: IncomingMessage, response: ServerResponse, ports: CallbackPorts): Promise<void> {
  const subscription = await ports.store.get(id);
  // Gone for good: the hub may forget it.
  if (subscription === null || subscription.state === "leaving" || subscription.sourceId === null)
    return void response.writeHead(410).end();
  const body = await readRequest(request, ports.bodyBytesMax);
  if (body === null) return void response.writeHead(413, { connection: "close" }).end();
  const { secret, sourceId, topic } = subscription;
  const signed = secret !== null && isSigned(firstOf(request.headers["x-hub-signature"]), body, secret);
  const { self } = hubLinks([firstOf(request.headers.link) ?? ""], topic);
  response.writeHead(202).end();
  if (secret !== null && !signed) {
    await ports.store.change(id, { lastError: "a delivery bore a wrong signature; it was passed over" });
    return;
  }
  await ports.store.change(id, { deliveredAt: new Date() });
  if (!signed || (self !== null && self !== topic)) return ports.pollNow(sourceId);
  await ports.deliver(subscription, body, firstOf(request.headers["content-type"]));
}

async function readRequest(request: IncomingMessage, bytesMax: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
