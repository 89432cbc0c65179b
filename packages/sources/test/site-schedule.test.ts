import { expect, test } from "vitest";
import { endTurn, newSite, type SiteState, takeTurn } from "../src/site-schedule.ts";

const ask = (state: SiteState, now: number, place: string, more = {}) =>
  takeTurn(state, now, { place, placesMax: 1, pauseMs: 1000, leaseMs: 60_000, ...more });
const end = (state: SiteState, now: number, place: string, more = {}) =>
  endTurn(state, now, { place, outcome: "answered", durationMs: 100, pauseMs: 1000, retryAfterMs: 0, ...more });
const go = { go: true };

test("one request in flight; those who come meanwhile are sent away to times of their own", () => {
  const first = ask(newSite, 1000, "a");
  expect(first.answer).toEqual(go);
  const second = ask(first.state, 1010, "b");
  const third = ask(second.state, 1020, "c");
  expect(second.answer).toMatchObject({ go: false, why: "turn", freeInMs: null });
  expect([second.answer, third.answer].map((answer) => (answer.go ? 0 : answer.waitMs))).toEqual([990, 1980]);
  const ended = end(third.state, 1100, "a");
  expect(ask(ended, 1500, "d").answer).toMatchObject({ go: false, freeInMs: 500 });
  expect(ask(ended, 2000, "b").answer).toEqual(go);
});

test("a place whose process died is free after its lease", () => {
  const held = ask(newSite, 0, "a").state;
  expect(ask(held, 59_999, "b").answer.go).toBe(false);
  expect(ask(held, 60_000, "b").answer).toEqual(go);
});

test("a site that is busy is asked less often, one that answers well again as before", () => {
  let state = newSite;
  let now = 0;
  const pauses: number[] = [];
  for (const outcome of ["answered", "busy", "busy", ...Array(12).fill("answered")]) {
    now = Math.max(now, state.freeAt, state.askedUntil);
    const taken = ask(state, now, "a");
    expect(taken.answer).toEqual(go);
    state = end(taken.state, now + 100, "a", { outcome, retryAfterMs: outcome === "busy" ? 5000 : 0 });
    pauses.push(state.freeAt - now);
  }
  expect(pauses.slice(0, 3)).toEqual([1000, 2000, 4000]);
  expect(pauses.at(-1)).toBe(1000);
});

test("Retry-After and silence hold a site, and say which it is", () => {
  const asked = end(ask(newSite, 0, "a").state, 100, "a", { outcome: "busy", retryAfterMs: 30_000 });
  expect(ask(asked, 5000, "b").answer).toMatchObject({ go: false, why: "asked", waitMs: 25_100 });
  let state = newSite;
  for (let n = 0; n < 3; n += 1)
    state = end(ask(state, n * 100_000, "a").state, n * 100_000 + 20_000, "a", { outcome: "silent", durationMs: 20_000 });
  expect(ask(state, 230_000, "b").answer).toMatchObject({ go: false, why: "silent", waitMs: 590_000 });
  // One more is tried afterwards; silent again it rests twice as long, and a single answer makes it whole.
  const probe = ask(state, 900_000, "b");
  expect(probe.answer).toEqual(go);
  expect(end(probe.state, 920_000, "b", { outcome: "silent" }).asideUntil).toBe(920_000 + 1_200_000);
  expect(end(probe.state, 901_000, "b").silent).toBe(0);
});

test("a slow site rests half as long as it takes, and no pause means none", () => {
  const slow = end(ask(newSite, 0, "a").state, 8000, "a", { durationMs: 8000 });
  expect(slow.freeAt).toBe(12_000);
  const free = end(ask(newSite, 0, "a", { pauseMs: 0 }).state, 8000, "a", { durationMs: 8000, pauseMs: 0 });
  expect(ask(free, 8000, "b", { pauseMs: 0 }).answer).toEqual(go);
});

test("who only looks takes no time from those who wait", () => {
  const held = ask(newSite, 0, "a").state;
  let state = held;
  for (let n = 0; n < 10; n += 1) state = ask(state, 10 * n, "b", { probe: true }).state;
  expect(state.ticketAt).toBe(held.ticketAt);
  expect(ask(state, 5000, "b", { probe: true }).answer.go).toBe(false);
  expect(ask(end(state, 5000, "a"), 7000, "b", { probe: true }).answer).toEqual(go);
});
