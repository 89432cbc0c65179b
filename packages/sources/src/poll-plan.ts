/**
 * When a source is asked next, whether what its server says of change may be believed, and when it has been too quiet.
 * Values in, values out; times are seconds, rates documents a day.
 */
export interface PollState {
  readonly intervalSeconds: number;
  readonly fixed: boolean;
  /** Its hub tells of its changes as they happen, and has been reliable. */
  readonly announced: boolean;
  readonly failures: number;
  readonly polls: number;
  readonly dailyDocuments: number | null;
  readonly documentsSeen: number;
  /** The longest time between two documents in the last weeks, in seconds; 0 where none is known. */
  readonly quietSeconds: number;
}

export interface PollOutcome {
  readonly outcome: "changed" | "unchanged" | "not-modified" | "failed";
  /** Documents that were new. */
  readonly fresh: number;
  readonly listed: number;
  /** How long the server says the answer keeps (`Cache-Control: max-age`); null where it does not. */
  readonly maxAgeSeconds: number | null;
  /** Since the poll before. */
  readonly elapsedSeconds: number;
  /** Since the source was added. */
  readonly ageSeconds: number;
  /** Since the document before these was found. */
  readonly gapSeconds: number;
}

export const intervalSecondsMin = 60;
export const intervalSecondsMax = 24 * 3600;
/** A cache header is a promise of the server's, and servers promise too much; beyond this it is not waited for. */
const maxAgeSecondsMax = 1800;
/** Failures in a row after which a source counts as failing. */
export const failingAfter = 3;
const rateMemorySeconds = 7 * 86_400;

export interface PollPlan extends PollState {
  readonly state: "active" | "failing";
}

/** How many times as long one waits to ask a source whose changes are announced. */
const announcedTimes = 4;

/**
 * A source that brings something new each time is asked twice as often, one that brings nothing less and less; failures
 * double the time between two polls. That nothing is new where all was announced says nothing of how often it changes.
 */
export function planPoll(before: PollState, poll: PollOutcome): PollPlan {
  const polls = before.polls + 1;
  if (poll.outcome === "failed") {
    const failures = before.failures + 1;
    return { ...before, polls, failures, state: failures >= failingAfter ? "failing" : "active" };
  }
  const share = poll.listed === 0 ? 0 : poll.fresh / poll.listed;
  const isKnown = polls === 1 || (before.announced && poll.fresh === 0);
  const factor = isKnown ? 1 : poll.fresh === 0 ? 1.4 : share >= 0.5 ? 0.5 : share >= 0.2 ? 0.8 : 1;
  const floor = Math.max(intervalSecondsMin, Math.min(maxAgeSecondsMax, poll.maxAgeSeconds ?? 0));
  const intervalSeconds = before.fixed
    ? before.intervalSeconds
    : Math.round(Math.min(intervalSecondsMax, Math.max(floor, before.intervalSeconds * factor)));
  // The first poll lists what is old, and says nothing of how much comes.
  const counted = polls === 1 ? 0 : poll.fresh;
  const rate = polls === 1 ? null : rateAfter(before.dailyDocuments, counted, poll);
  return {
    ...before,
    polls,
    failures: 0,
    intervalSeconds,
    dailyDocuments: rate,
    documentsSeen: before.documentsSeen + counted,
    quietSeconds: counted > 0 ? quietAfter(before.quietSeconds, poll.gapSeconds) : before.quietSeconds,
    state: "active",
  };
}

/** Seconds until the next poll: the interval, longer where changes are announced, and doubled with each failure. */
export function nextPollSeconds(plan: PollState): number {
  const times = plan.announced && !plan.fixed ? announcedTimes : 1;
  return Math.min(intervalSecondsMax, plan.intervalSeconds * times * 2 ** Math.min(10, plan.failures));
}

/** A mean whose memory is as long as the source is old, and a week at most. */
function rateAfter(before: number | null, fresh: number, poll: PollOutcome): number {
  const elapsed = Math.max(1, poll.elapsedSeconds);
  const rate = (fresh * 86_400) / elapsed;
  if (before === null) return rate;
  const memory = Math.min(rateMemorySeconds, Math.max(elapsed, poll.ageSeconds));
  return before + (rate - before) * (1 - Math.exp(-elapsed / memory));
}

/** A gap counts for this share of the one before it each time a document comes: after some hundreds it is forgotten. */
const quietKept = 0.995;
/** Longer than a weekend is no habit. */
const quietSecondsMax = 3 * 86_400;

/** The longest quiet of a source after another document came, `gapSeconds` behind the one before. */
export function quietAfter(before: number, gapSeconds: number): number {
  return Math.min(quietSecondsMax, Math.max(before * quietKept, gapSeconds));
}

/** Documents that should have come, before their absence is no chance any more: e^-7 is one in a thousand. */
const missedMin = 7;
/** Documents a source must have brought before anything is expected of it. */
const documentsMin = 5;
/** How many times as long as ever in the last weeks. */
const quietTimes = 1.5;

/**
 * Whether a source has been quiet for longer than its history makes likely: by how much should have come meanwhile, and by how
 * long it has been quiet before, since nobody writes at night.
 */
export function isSilent(
  state: Pick<PollState, "dailyDocuments" | "documentsSeen" | "quietSeconds">,
  secondsSinceDocument: number,
): boolean {
  if (state.dailyDocuments === null || state.documentsSeen < documentsMin) return false;
  if (secondsSinceDocument < quietTimes * state.quietSeconds) return false;
  return (state.dailyDocuments * secondsSinceDocument) / 86_400 > missedMin;
}

/** The same for one language of a source, of which no gaps are kept: a day at least. */
export function isLanguageSilent(dailyDocuments: number, secondsSinceDocument: number): boolean {
  return isSilent({ dailyDocuments, documentsSeen: documentsMin, quietSeconds: 86_400 / quietTimes }, secondsSinceDocument);
}

export type Validators = "unknown" | "trusted" | "lie";

/**
 * Whether `ETag` and `Last-Modified` may be believed. Some servers send the same ones whatever the body: they are sent
 * back only once the body was seen to change with them, and never again once it changed without them.
 */
export function judgeValidators(
  before: Validators,
  changed: { readonly body: boolean; readonly validators: boolean },
): Validators {
  if (!changed.body || before === "lie") return before;
  return changed.validators ? "trusted" : "lie";
}
