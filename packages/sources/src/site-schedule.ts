/**
 * When a site may be asked next: one place in flight (or as many as are allowed), a pause between two requests, longer
 * where the site is slow or says it is busy, and a rest for a site that does not answer at all. Values in, values out;
 * where the state is kept and who shares it is for others to decide. Times are milliseconds of one clock.
 */
export interface SiteState {
  /** No request starts before this. */
  readonly freeAt: number;
  /** When the last of those who were told to come back comes back. */
  readonly ticketAt: number;
  /** Until when the site itself asked us to wait (`Retry-After`). */
  readonly askedUntil: number;
  /** Until when it is put aside because it does not answer. */
  readonly asideUntil: number;
  /** Requests in a row that nobody answered in time. */
  readonly silent: number;
  /** How many times the ordinary pause is kept, since it said it was busy. */
  readonly slowdown: number;
  /** How long it takes to answer: a moving mean. */
  readonly latencyMs: number;
  /** Requests in flight, each with the time after which the process that made it is taken for dead. */
  readonly places: Readonly<Record<string, number>>;
}

export const newSite: SiteState = {
  freeAt: 0,
  ticketAt: 0,
  askedUntil: 0,
  asideUntil: 0,
  silent: 0,
  slowdown: 1,
  latencyMs: 0,
  places: {},
};

export interface TurnRequest {
  /** Names the request while it is in flight. */
  readonly place: string;
  /** Requests to the site at one time. */
  readonly placesMax: number;
  /** Between the starts of two requests: the larger of our own pause and the site's crawl-delay. */
  readonly pauseMs: number;
  /** After this a request that did not end is forgotten: its process died. */
  readonly leaseMs: number;
  /** Only looks whether the site is free: who is refused is given no time of its own. @default false */
  readonly probe?: boolean;
}

/** Why a document has to wait: for its turn, because the site asked for it, or because the site does not answer. */
export type WaitReason = "turn" | "asked" | "silent";

export type TurnAnswer =
  | { readonly go: true }
  | {
      readonly go: false;
      readonly why: WaitReason;
      /** When to come back; each one told so gets a time of its own. */
      readonly waitMs: number;
      /** When the site is free, if nothing is in flight: who can wait that long need not come back. */
      readonly freeInMs: number | null;
    };

export interface TurnEnd {
  readonly place: string;
  /** `busy`: it said so (429, 503). `silent`: nobody answered in time. */
  readonly outcome: "answered" | "busy" | "silent" | "failed";
  readonly durationMs: number;
  readonly pauseMs: number;
  /** How long it asked us to stay away; 0 where it did not. */
  readonly retryAfterMs: number;
}

/** Silent requests in a row after which a site is put aside. */
const silentMax = 3;
const asideMs = 10 * 60_000;
const asideMsMax = 60 * 60_000;
const slowdownMax = 16;
const pauseMsMax = 60_000;
/** Nobody is sent away for longer than this only because many are waiting. */
const ticketMsMax = 60 * 60_000;
/** Those who wait for a slow site come back at most this far apart: it may be quicker by then. */
const ticketMsSpacingMax = 10_000;
/** Shortest time to be sent away for. */
const ticketMsMin = 100;

export function takeTurn(before: SiteState, now: number, request: TurnRequest): { state: SiteState; answer: TurnAnswer } {
  const places = Object.fromEntries(Object.entries(before.places).filter(([, until]) => until > now));
  const state = { ...before, places };
  const held = Math.max(state.askedUntil, state.asideUntil);
  if (held > now) {
    const why = state.asideUntil >= state.askedUntil ? "silent" : "asked";
    return { state, answer: { go: false, why, waitMs: held - now, freeInMs: null } };
  }
  const pauseMs = pauseOf(state, request.pauseMs);
  const full = Object.keys(places).length >= request.placesMax;
  if (!full && state.freeAt <= now) {
    const taken = { ...places, [request.place]: now + request.leaseMs };
    return { state: { ...state, places: taken, freeAt: now + pauseMs }, answer: { go: true } };
  }
  const spacing = Math.max(pauseMs, Math.min(state.latencyMs, ticketMsSpacingMax), 1);
  const soonest = Math.max(state.freeAt, now + ticketMsMin);
  const ticketAt = Math.min(now + ticketMsMax, Math.max(soonest, state.ticketAt + spacing));
  const freeInMs = full ? null : state.freeAt - now;
  return {
    state: request.probe === true ? state : { ...state, ticketAt },
    answer: { go: false, why: "turn", waitMs: ticketAt - now, freeInMs },
  };
}

export function endTurn(before: SiteState, now: number, end: TurnEnd): SiteState {
  const { [end.place]: _, ...places } = before.places;
  const silent = end.outcome === "silent" ? before.silent + 1 : end.outcome === "failed" ? before.silent : 0;
  const slowdown =
    end.outcome === "busy"
      ? Math.min(slowdownMax, before.slowdown * 2)
      : Math.max(1, before.slowdown * (end.outcome === "answered" ? 0.8 : 1));
  const latencyMs = before.latencyMs === 0 ? end.durationMs : Math.round(before.latencyMs * 0.75 + end.durationMs * 0.25);
  const state = { ...before, places, silent, slowdown, latencyMs };
  const pauseMs = pauseOf(state, end.pauseMs);
  // A slow answer is a sign of load: rest half as long as it usually takes. Without a pause nothing is spared.
  const restMs = end.pauseMs === 0 ? 0 : Math.min(pauseMsMax, latencyMs / 2);
  const freeAt = Math.max(before.freeAt, now - end.durationMs + pauseMs, now + restMs);
  const askedUntil = end.retryAfterMs > 0 ? Math.max(before.askedUntil, now + end.retryAfterMs) : before.askedUntil;
  const asideUntil =
    silent >= silentMax ? now + Math.min(asideMsMax, asideMs * 2 ** Math.min(10, silent - silentMax)) : before.asideUntil;
  return { ...state, freeAt, askedUntil, asideUntil };
}

function pauseOf(state: SiteState, pauseMs: number): number {
  return Math.min(Math.max(pauseMsMax, pauseMs), pauseMs * state.slowdown);
}
