/**
 * How likely it is that two sources share a feed, so that both count for less when they say the same. In the manner of
 * Dong, Berti-Equille and Srivastava, "Integrating conflicting data: the role of source dependence" (PVLDB 2009), as a
 * probability throughout: no bound anywhere makes a voice appear or vanish when a few objects are added.
 *
 * Two kinds of evidence, the stronger of which counts:
 *
 * 1. **The same answers to the same questions**, which can be read before the truth is known. Sources with one feed
 *    differ (nearly) never; independent sources differ now and then, however good they are. The odds are the ratio of two
 *    beta-binomial likelihoods of the differences seen, times prior odds that grow with the coverage the two share: accurate
 *    independent sources agree too, but each covers its own objects.
 * 2. **The same errors**, read again as the truth becomes clearer: of the answers where either is believed to be wrong, the
 *    share on which both give the same wrong one. Truth explains shared truths; it does not explain shared errors.
 */
export interface SourceClaims {
  /** Object -> value key. */
  readonly values: ReadonlyMap<number, string>;
}

export interface Partner {
  readonly source: number;
  /** Probability (0..1) that both have one feed. */
  readonly probability: number;
}

/** Two sources that meet on some objects. */
export interface Meeting {
  readonly a: number;
  readonly b: number;
  /** Objects both speak of, and objects either speaks of. */
  readonly shared: number;
  readonly covered: number;
  /** Shared objects on which they say the same. */
  readonly same: number;
}

/** Objects two sources must share before anything is said of them: fewer cannot move the odds. */
const SHARED_MIN = 3;
/** The first sources of a widely covered object are paired; past this many, pairs of one object say nothing of copying. */
const PAIRED_MAX = 80;
/** Objects looked at for pairs: two sources that share a feed meet on the first few thousand. */
const OBJECTS_MAX = 5000;
/** Pairs looked at: bounds the memory on tables with very many sources. */
const PAIRS_MAX = 200_000;
/** Less is no evidence worth carrying. */
const PROBABILITY_MIN = 0.02;

/** Every two sources that meet often enough, in a fixed order. */
export function findMeetings(sources: readonly SourceClaims[]): Meeting[] {
  const byObject = new Map<number, number[]>();
  sources.forEach(({ values }, i) => {
    if (values.size < SHARED_MIN) return;
    for (const object of values.keys()) {
      const holders = byObject.get(object);
      if (!holders) byObject.set(object, [i]);
      else if (holders.length < PAIRED_MAX) holders.push(i);
    }
  });
  const pairs = new Set<number>();
  const objects = [...byObject.keys()].sort((a, b) => a - b).slice(0, OBJECTS_MAX);
  for (const object of objects) {
    const holders = byObject.get(object) ?? [];
    holders.forEach((a, at) => {
      for (const b of holders.slice(at + 1)) if (pairs.size < PAIRS_MAX) pairs.add(a * sources.length + b);
    });
  }
  return [...pairs]
    .sort((x, y) => x - y)
    .map((code) => meetingOf(sources, Math.floor(code / sources.length), code % sources.length))
    .filter(({ shared }) => shared >= SHARED_MIN);
}

function meetingOf(sources: readonly SourceClaims[], a: number, b: number): Meeting {
  let shared = 0;
  let same = 0;
  eachShared(sources, a, b, (_, left, right) => {
    shared++;
    if (left === right) same++;
  });
  const covered = (sources[a]?.values.size ?? 0) + (sources[b]?.values.size ?? 0) - shared;
  return { a, b, shared, covered, same };
}

function eachShared(
  sources: readonly SourceClaims[],
  a: number,
  b: number,
  visit: (object: number, left: string, right: string) => void,
): void {
  const [left, right] = [sources[a]?.values, sources[b]?.values];
  if (!left || !right) return;
  const isLeftSmall = left.size <= right.size;
  for (const [object, value] of isLeftSmall ? left : right) {
    const other = (isLeftSmall ? right : left).get(object);
    if (other !== undefined) visit(object, isLeftSmall ? value : other, isLeftSmall ? other : value);
  }
}

/** Log odds of one feed where the coverage is `COVERAGE_EVEN`, before the differences are counted. */
const PRIOR = -2;
/** Shared objects over all objects of either (Jaccard), and what each unit more of it adds to the log odds. */
const COVERAGE_EVEN = 0.7;
const COVERAGE_WEIGHT = 10;
/** How often answers differ, as beta distributions: (differs, agrees). One feed: 1 in 200; independent sources: 1 in 7. */
const ONE_FEED = [0.5, 100] as const;
const INDEPENDENT = [1, 6] as const;

/** Evidence of the first kind: the same answers to the same questions. Symmetric; in the order of the sources. */
export function findPartners(meetings: readonly Meeting[], count: number): Partner[][] {
  return collect(meetings, count, ({ shared, covered, same }) => {
    const differs = shared - same;
    const odds = logBetaBinomial(differs, same, ONE_FEED) - logBetaBinomial(differs, same, INDEPENDENT);
    return 1 / (1 + Math.exp(-(PRIOR + COVERAGE_WEIGHT * (shared / covered - COVERAGE_EVEN) + odds)));
  });
}

/** Wrong answers' worth of doubt that two sources share their errors. */
const ERRORS_DOUBT = 6;
/** Share of wrong answers on which independent sources meet by chance: a slip is often the same slip. */
const ERRORS_CHANCE = 0.1;

/** Both kinds of evidence together. `trueShare(object, value)`: how much is believed (0..1) that the value is right there. */
export function withSharedErrors(
  sources: readonly SourceClaims[],
  meetings: readonly Meeting[],
  known: readonly (readonly Partner[])[],
  trueShare: (object: number, value: string) => number,
): Partner[][] {
  const before = known.map((list) => new Map(list.map(({ source, probability }) => [source, probability])));
  return collect(meetings, sources.length, ({ a, b }) => {
    let both = 0;
    let either = 0;
    eachShared(sources, a, b, (object, left, right) => {
      const wrong = 1 - trueShare(object, left);
      if (left === right) both += wrong;
      either += left === right ? wrong : (wrong + 1 - trueShare(object, right)) / 2;
    });
    const share = Math.max(0, (both + ERRORS_CHANCE) / (either + ERRORS_DOUBT) - ERRORS_CHANCE) / (1 - ERRORS_CHANCE);
    return Math.max(before[a]?.get(b) ?? 0, share);
  });
}

function collect(meetings: readonly Meeting[], count: number, probabilityOf: (meeting: Meeting) => number): Partner[][] {
  const partners = Array.from({ length: count }, (): Partner[] => []);
  for (const meeting of meetings) {
    const probability = probabilityOf(meeting);
    if (probability < PROBABILITY_MIN) continue;
    partners[meeting.a]?.push({ source: meeting.b, probability });
    partners[meeting.b]?.push({ source: meeting.a, probability });
  }
  for (const list of partners) list.sort((x, y) => x.source - y.source);
  return partners;
}

function logBetaBinomial(differs: number, agrees: number, [a, b]: readonly [number, number]): number {
  return logBeta(a + differs, b + agrees) - logBeta(a, b);
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** Stirling's series after raising the argument to 7, good to nine digits for positive x. */
function logGamma(x: number): number {
  let raised = x;
  let log = 0;
  for (; raised < 7; raised++) log -= Math.log(raised);
  return (
    log + (raised - 0.5) * Math.log(raised) - raised + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * raised) - 1 / (360 * raised ** 3)
  );
}

/**
 * What each voice counts among those that say the same: one, divided among its likely partners. Three exact copies count a
 * third each, one voice together; two sources that are copies as likely as not, two thirds each.
 *
 * `said` holds the source of each claim of one value; a source that speaks twice is its own copy.
 */
export function shareOfVoice(said: readonly number[], partners: readonly (readonly Partner[])[]): number[] {
  const times = new Map<number, number>();
  for (const source of said) times.set(source, (times.get(source) ?? 0) + 1);
  const voice = new Map<number, number>();
  for (const source of times.keys()) {
    let others = 0;
    for (const partner of partners[source] ?? []) if (times.has(partner.source)) others += partner.probability;
    voice.set(source, 1 / (1 + others));
  }
  return said.map((source) => (voice.get(source) ?? 1) / (times.get(source) ?? 1));
}
