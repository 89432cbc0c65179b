import { expect, test } from "vitest";
import { canonicalAddress } from "../src/canonical-address.ts";
import { discoverFeeds } from "../src/discover.ts";
import {
  isSilent,
  judgeValidators,
  nextPollSeconds,
  type PollOutcome,
  type PollState,
  planPoll,
  quietAfter,
} from "../src/poll-plan.ts";

const begin: PollState = {
  intervalSeconds: 900,
  fixed: false,
  announced: false,
  failures: 0,
  polls: 0,
  dailyDocuments: null,
  documentsSeen: 0,
  quietSeconds: 0,
};
const poll = (more: Partial<PollOutcome> = {}): PollOutcome => ({
  outcome: "changed",
  fresh: 0,
  listed: 20,
  maxAgeSeconds: null,
  elapsedSeconds: 900,
  ageSeconds: 86_400,
  gapSeconds: 900,
  ...more,
});

test("a source that brings much is asked up to once a minute, one that brings nothing once a day at least", () => {
  let busy = begin;
  let quiet = begin;
  for (let n = 0; n < 30; n += 1) {
    busy = planPoll(busy, poll({ fresh: 15 }));
    quiet = planPoll(quiet, poll({ outcome: "unchanged" }));
  }
  expect([busy.intervalSeconds, quiet.intervalSeconds]).toEqual([60, 86_400]);
  expect(planPoll(begin, poll({ fresh: 20 })).intervalSeconds).toBe(900);
  expect(planPoll({ ...begin, polls: 1, fixed: true }, poll({ fresh: 20 })).intervalSeconds).toBe(900);
  expect(planPoll({ ...begin, polls: 1, intervalSeconds: 60 }, poll({ fresh: 20, maxAgeSeconds: 600 })).intervalSeconds).toBe(
    600,
  );
  expect(planPoll({ ...begin, polls: 1, intervalSeconds: 60 }, poll({ fresh: 20, maxAgeSeconds: 9e8 })).intervalSeconds).toBe(
    1800,
  );
});

test("failures double the time, are told after three, and are forgotten with the first answer", () => {
  let plan = planPoll(begin, poll({ outcome: "failed" }));
  expect([plan.state, nextPollSeconds(plan)]).toEqual(["active", 1800]);
  plan = planPoll(planPoll(plan, poll({ outcome: "failed" })), poll({ outcome: "failed" }));
  expect([plan.state, nextPollSeconds(plan)]).toEqual(["failing", 7200]);
  for (let n = 0; n < 20; n += 1) plan = planPoll(plan, poll({ outcome: "failed" }));
  expect(nextPollSeconds(plan)).toBe(86_400);
  expect(planPoll(plan, poll({ outcome: "not-modified" }))).toMatchObject({ failures: 0, state: "active" });
});

test("what is expected comes from the history, without the first poll; silence is an alarm only where much was missed", () => {
  let plan = planPoll(begin, poll({ fresh: 20, elapsedSeconds: 0, ageSeconds: 0 }));
  expect(plan).toMatchObject({ dailyDocuments: null, documentsSeen: 0 });
  for (let n = 1; n <= 200; n += 1) plan = planPoll(plan, poll({ fresh: n % 4 === 0 ? 1 : 0, ageSeconds: n * 900 }));
  // One an hour.
  expect(plan.dailyDocuments).toBeGreaterThan(18);
  expect(plan.dailyDocuments).toBeLessThan(30);
  expect(isSilent(plan, 3 * 3600)).toBe(false);
  expect(isSilent(plan, 12 * 3600)).toBe(true);
  expect(isSilent({ ...plan, documentsSeen: 4 }, 1e9)).toBe(false);
  expect(isSilent(begin, 1e9)).toBe(false);
});

test("a feed that sleeps at night is not silent then; its longest quiet is forgotten in time", () => {
  let plan = planPoll(begin, poll({ fresh: 20, elapsedSeconds: 0, ageSeconds: 0 }));
  // Two a quarter of an hour by day, none for nine hours at night.
  let gapSeconds = 900;
  for (let n = 1; n <= 96 * 5; n += 1) {
    const asleep = n % 96 < 36;
    plan = planPoll(plan, poll({ fresh: asleep ? 0 : 2, ageSeconds: n * 900, gapSeconds }));
    gapSeconds = asleep ? gapSeconds + 900 : 900;
  }
  expect(isSilent(plan, 9 * 3600)).toBe(false);
  expect(isSilent(plan, 15 * 3600)).toBe(true);
  for (let n = 0; n < 1000; n += 1) plan = planPoll(plan, poll({ fresh: 1 }));
  expect(plan.quietSeconds).toBeLessThan(1000);
  expect(quietAfter(0, 30 * 86_400)).toBe(3 * 86_400);
});

test("validators are believed once they changed with the body, and never again once they did not", () => {
  expect(judgeValidators("unknown", { body: false, validators: false })).toBe("unknown");
  expect(judgeValidators("unknown", { body: true, validators: true })).toBe("trusted");
  expect(judgeValidators("trusted", { body: true, validators: false })).toBe("lie");
  expect(judgeValidators("lie", { body: true, validators: true })).toBe("lie");
});

test.each([
  ["https://n.example:443/a?utm_source=x&id=7&fbclid=y#top", "https://n.example/a?id=7"],
  ["http://N.Example:80/%7Eanna/%e4%b8", "http://n.example/~anna/%E4%B8"],
  ["https://bücher.example/", "https://xn--bcher-kva.example/"],
  ["https://n.example./a", "https://n.example/a"],
  ["https://n.example/a?b=1&a=2", "https://n.example/a?b=1&a=2"],
  ["https://n.example/a?q=utm_source", "https://n.example/a?q=utm_source"],
  ["https://n.example/?gclid=1", "https://n.example/"],
  ["file:///a?utm_source=x", "file:///a?utm_source=x"],
  ["nonsense", "nonsense"],
])("%s is known as %s", (href, expected) => {
  expect(canonicalAddress(href)).toBe(expected);
});

test("an address is known by one form however many were read before it", () => {
  const forms = new Set<string>();
  for (let n = 0; n < 20_000; n += 1) forms.add(canonicalAddress("https://bücher.example/été?utm_source=x"));
  expect([...forms]).toEqual(["https://xn--bcher-kva.example/%C3%A9t%C3%A9"]);
});

test("a home page's head names its feeds; comments, other types and other schemes are no feeds", () => {
  const html = `<html><head><base href="https://cdn.example/x/"><link rel="alternate" type="application/rss+xml" title="All" href="all.xml">
    <link rel="alternate stylesheet" type="text/css" href="s.css"><link type='application/atom+xml' rel=alternate href='https://n.example/atom'>
    <link rel="alternate" type="application/feed+json" href="/f.json"><link rel="alternate" type="application/rss+xml" title="Comments" href="/c.xml">
    <link rel="alternate" type="application/rss+xml" href="javascript:x"><link rel="alternate" hreflang="de" href="/de">
    <link rel="alternate" type="text/xml" title="RSS" href="/named.xml"><link rel="alternate" type="text/xml" href="/unnamed.xml"></head>`;
  expect(discoverFeeds(html, "https://n.example/").map(({ url }) => url)).toEqual([
    "https://cdn.example/x/all.xml",
    "https://n.example/atom",
    "https://cdn.example/f.json",
    "https://cdn.example/named.xml",
  ]);
});

test("a source whose hub announces its changes is asked less often, and no less often once the hub falls silent", () => {
  let plan: PollState = { ...begin, polls: 5, announced: true };
  for (let n = 0; n < 30; n += 1) plan = planPoll(plan, poll({ outcome: "unchanged" }));
  expect(nextPollSeconds(plan)).toBe(3600);
  expect(nextPollSeconds({ ...plan, announced: false })).toBe(900);
  expect(nextPollSeconds({ ...plan, fixed: true })).toBe(900);
});
