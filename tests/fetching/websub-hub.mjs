// A publisher and its hub (W3C WebSub) on loopback, in a process of its own.
//   node tests/fetching/websub-hub.mjs     sends {port} to its parent; takes {publish: "<item>", as?: "right" | "wrong" | "unsigned"}
// GET /feed is the feed; POST /hub the hub, which verifies intent before it believes a subscription.
import { createHmac, randomUUID } from "node:crypto";
import http from "node:http";

const items = [];
const subscriptions = new Map();
const tell = (message) => process.send?.(message);
let origin = "";

const feed = () =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Ostrand harbour</title><link>${origin}/</link>${items.join("")}</channel></rss>`;

async function verify(form) {
  const callback = form.get("hub.callback");
  const mode = form.get("hub.mode");
  const challenge = randomUUID();
  const leaseSeconds = Math.min(Number(form.get("hub.lease_seconds") ?? 3600), 60);
  const url = new URL(callback);
  for (const [name, value] of Object.entries({ mode, topic: form.get("hub.topic"), challenge, lease_seconds: leaseSeconds }))
    url.searchParams.set(`hub.${name}`, String(value));
  const answer = await fetch(url);
  const confirmed = answer.ok && (await answer.text()) === challenge;
  if (confirmed && mode === "subscribe")
    subscriptions.set(callback, { topic: form.get("hub.topic"), secret: form.get("hub.secret") });
  if (confirmed && mode === "unsubscribe") subscriptions.delete(callback);
  tell({ verified: mode, confirmed, callback, topic: form.get("hub.topic"), secret: form.get("hub.secret")?.length ?? 0 });
}

async function deliver(as) {
  const body = feed();
  for (const [callback, { topic, secret }] of subscriptions) {
    const key = as === "wrong" ? "another secret" : secret;
    const headers = { "content-type": "application/rss+xml", link: `<${origin}/hub>; rel="hub", <${topic}>; rel="self"` };
    if (as !== "unsigned") headers["x-hub-signature"] = `sha256=${createHmac("sha256", key).update(body).digest("hex")}`;
    const answer = await fetch(callback, { method: "POST", headers, body });
    tell({ delivered: callback, as, status: answer.status });
  }
}

let polls = 0;
const server = http.createServer((request, response) => {
  if (request.url === "/feed") {
    polls += 1;
    const headers = {
      "content-type": "application/rss+xml",
      link: [`<${origin}/hub>; rel="hub"`, `<${origin}/feed>; rel="self"`],
    };
    response.writeHead(200, headers).end(feed());
    return;
  }
  if (request.url === "/hub" && request.method === "POST") {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      response.writeHead(202).end();
      verify(new URLSearchParams(text)).catch((error) => tell({ error: error.message }));
    });
    return;
  }
  response.writeHead(404).end();
});
server.listen(0, "127.0.0.1", () => {
  origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  tell({ origin });
});
process.on("message", async ({ publish, as = "right", ask }) => {
  if (ask === "polls") {
    tell({ polls });
    return;
  }
  items.unshift(publish);
  await deliver(as);
});
process.on("disconnect", () => process.exit());
