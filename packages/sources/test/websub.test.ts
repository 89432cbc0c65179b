import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { hubLinks, isSigned, judgeVerification, mayTellSecret, subscriptionForm } from "../src/index.ts";

test.each([
  [['<https://hub.example/>; rel="hub", <https://o.example/feed>; rel="self"']],
  [["<https://hub.example/>; rel=hub", "</feed>; rel=self"]],
  [['<https://hub.example/>; type="a,b"; rel="hub other", <https://o.example/feed>; rel="alternate SELF"']],
])("finds hub and topic in %o", (headers) => {
  expect(hubLinks(headers, "https://o.example/x")).toEqual({ hub: "https://hub.example/", self: "https://o.example/feed" });
});

test("a link without a relation, or to another scheme, is none", () => {
  expect(hubLinks(["<https://hub.example/>", "<ftp://hub.example/>; rel=hub"], "https://o.example/")).toEqual({
    hub: null,
    self: null,
  });
});

test("only who knows the secret can sign", () => {
  const body = Buffer.from("<rss/>");
  const sign = (method: string, secret: string) => `${method}=${createHmac(method, secret).update(body).digest("hex")}`;
  expect(isSigned(sign("sha256", "s"), body, "s")).toBe(true);
  expect(isSigned(sign("sha1", "s"), body, "s")).toBe(true);
  expect(isSigned(sign("sha512", "s").toUpperCase().replace("SHA", "sha"), body, "s")).toBe(true);
  expect(isSigned(sign("sha256", "other"), body, "s")).toBe(false);
  expect(isSigned(sign("sha256", "s").slice(0, -2), body, "s")).toBe(false);
  expect(isSigned(sign("sha256", "s"), Buffer.from("<rss>"), "s")).toBe(false);
  for (const wrong of [null, "", "md5=00", "sha256", "sha256=zz"]) expect(isSigned(wrong, body, "s")).toBe(false);
});

const topic = "https://o.example/feed";
const question = (mode: string, more: Record<string, string> = {}) =>
  new URLSearchParams({ "hub.mode": mode, "hub.topic": topic, "hub.challenge": "abc", ...more });

test("a hub's question is confirmed only where it was asked for", () => {
  expect(judgeVerification(question("subscribe", { "hub.lease_seconds": "3600" }), { topic, state: "wanted" })).toEqual({
    is: "subscribed",
    challenge: "abc",
    leaseSeconds: 3600,
  });
  expect(judgeVerification(question("subscribe"), null)).toEqual({ is: "unasked" });
  expect(judgeVerification(question("subscribe", { "hub.topic": "https://other.example/" }), { topic, state: "wanted" })).toEqual(
    {
      is: "unasked",
    },
  );
  // Nobody else may end what we keep.
  expect(judgeVerification(question("unsubscribe"), { topic, state: "active" })).toEqual({ is: "unasked" });
  expect(judgeVerification(question("unsubscribe"), { topic, state: "leaving" })).toEqual({
    is: "unsubscribed",
    challenge: "abc",
  });
  expect(judgeVerification(question("denied", { "hub.reason": "no" }), { topic, state: "wanted" })).toEqual({
    is: "denied",
    reason: "no",
  });
});

test("leases are bounded on both sides", () => {
  const lease = (seconds: string) =>
    judgeVerification(question("subscribe", { "hub.lease_seconds": seconds }), { topic, state: "active" });
  expect(lease("1")).toMatchObject({ leaseSeconds: 60 });
  expect(lease("99999999999")).toMatchObject({ leaseSeconds: 864_000 });
  expect(lease("x")).toMatchObject({ leaseSeconds: 864_000 });
});

test("a secret is told over TLS or to this machine, and never when leaving", () => {
  expect(mayTellSecret("https://hub.example/")).toBe(true);
  expect(mayTellSecret("http://127.0.0.1:8080/")).toBe(true);
  expect(mayTellSecret("http://hub.example/")).toBe(false);
  expect(subscriptionForm("unsubscribe", { topic, callback: "https://w.example/c", secret: "s" })).not.toContain("secret");
});
