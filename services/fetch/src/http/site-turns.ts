import { randomUUID } from "node:crypto";
import { endTurn, newSite, type SiteState, type TurnAnswer, type TurnEnd, type TurnRequest, takeTurn } from "@wirefold/sources";

/** Decides who may ask a site, for all who share it: this process, or every worker on one Redis. */
export interface SiteTurns {
  take(site: string, request: Omit<TurnRequest, "place" | "leaseMs">): Promise<Turn | Extract<TurnAnswer, { go: false }>>;
}

/** A place in flight. It is given back when the visit ends, not when it began. */
export interface Turn {
  readonly go: true;
  end(end: Omit<TurnEnd, "place">): Promise<void>;
}

/** A request takes 45 s at most, a visit follows a few; after this its process is taken for dead. */
const leaseMs = 120_000;

type Change = <T>(site: string, decide: (state: SiteState, now: number) => { state: SiteState; answer: T }) => Promise<T>;

function turnsOver(change: Change): SiteTurns {
  return {
    async take(site, request) {
      const place = randomUUID();
      const answer = await change(site, (state, now) => takeTurn(state, now, { ...request, place, leaseMs }));
      if (!answer.go) return answer;
      return {
        go: true,
        end: (end) => change(site, (state, now) => ({ state: endTurn(state, now, { ...end, place }), answer: undefined })),
      };
    },
  };
}

/** Turns of this process alone. */
export function memoryTurns(sitesMax = 10_000): SiteTurns {
  const states = new Map<string, SiteState>();
  return turnsOver(async (site, decide) => {
    const { state, answer } = decide(states.get(site) ?? newSite, Date.now());
    // Taken out and put in again, the oldest comes first.
    states.delete(site);
    states.set(site, state);
    if (states.size > sitesMax) for (const key of states.keys()) if (states.delete(key)) break;
    return answer;
  });
}

/** A site nobody asked for this long starts afresh. */
const keptMs = 2 * 3_600_000;
/** Reads the state with the server's clock, which is one for all machines. */
const readScript =
  "local t = redis.call('TIME') return { redis.call('GET', KEYS[1]) or '', t[1] * 1000 + math.floor(t[2] / 1000) }";
/** Writes it where nobody else wrote meanwhile. */
const writeScript =
  "if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) return 1";

/**
 * Turns shared by every worker on one Redis, each site a key. Losing Redis' contents costs a pause, never a document.
 */
export function redisTurns(
  redis: { eval(script: string, keys: number, ...args: (string | number)[]): Promise<unknown> },
  prefix: string,
): SiteTurns {
  return turnsOver(async (site, decide) => {
    const key = `${prefix}:site:${site}`;
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const [before, now] = (await redis.eval(readScript, 1, key)) as [string, number];
      const { state, answer } = decide(before === "" ? newSite : (JSON.parse(before) as SiteState), now);
      const after = JSON.stringify(state);
      if (after === before || (await redis.eval(writeScript, 1, key, before, after, keptMs)) === 1) return answer;
    }
    throw new Error(`${site}: its turns are asked for by too many at once`);
  });
}
