/**
 * Finds sources that copy one another. In the manner of Dong, Berti-Equille and Srivastava, "Integrating conflicting
 * data: the role of source dependence" (PVLDB 2009): sources that agree beyond what truth explains are dependent.
 * Their evidence, shared FALSE values, misreads independent accurate sources while the truth is still unknown, and small
 * overlaps as copies. Two things are asked instead: the same answers, and the same questions. Sources that cover
 * (nearly) the same objects and give (nearly) the same values have one feed behind them; accurate independent sources
 * agree too, but each covers its own objects.
 */
export interface SourceClaims {
  readonly source: number;
  /** Object -> value key. */
  readonly values: ReadonlyMap<number, string>;
}

export interface Copying {
  /** Group of each source; copies share one. */
  readonly groupOf: readonly number[];
  /** Copied source of each source that is not the head of its group. */
  readonly copiedFrom: ReadonlyMap<number, number>;
}

/** Objects two sources must share before anything is said of them. */
const OVERLAP_MIN = 8;
/** Shared objects over all objects of either (Jaccard). Agreement on a smaller part may be mere truth. */
const COVERAGE_MIN = 0.75;
/** Share of equal values on the overlap. */
const AGREEMENT_MIN = 0.95;
/** The widest sources of a small object are paired; past this many, pairs of one object say nothing of copying. */
const PAIRED_MAX = 80;
/** Objects looked at for pairs. Two sources that cover the same objects meet on the first few thousand of them. */
const OBJECTS_MAX = 5000;

export function findCopying(sources: readonly SourceClaims[]): Copying {
  const leader = sources.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (leader[at] !== at) at = leader[at]!;
    return at;
  };
  for (const [a, b] of candidatePairs(sources)) {
    const left = sources[a]!.values;
    const right = sources[b]!.values;
    const [small, large] = left.size <= right.size ? [left, right] : [right, left];
    let overlap = 0;
    let same = 0;
    for (const [object, value] of small) {
      const other = large.get(object);
      if (other === undefined) continue;
      overlap++;
      if (other === value) same++;
    }
    if (overlap < OVERLAP_MIN || overlap < COVERAGE_MIN * (left.size + right.size - overlap) || same < AGREEMENT_MIN * overlap)
      continue;
    const [first, second] = [find(a), find(b)].sort((x, y) => x - y) as [number, number];
    leader[second] = first;
  }
  const groupOf = sources.map((_, i) => find(i));
  const copiedFrom = new Map<number, number>();
  groupOf.forEach((group, i) => {
    if (group !== i) copiedFrom.set(i, group);
  });
  return { groupOf, copiedFrom };
}

/** Pairs of sources of like size that meet on some object. Sources of unlike size cannot cover the same objects. */
function candidatePairs(sources: readonly SourceClaims[]): [number, number][] {
  const byObject = new Map<number, number[]>();
  sources.forEach(({ values }, i) => {
    if (values.size < OVERLAP_MIN) return;
    for (const object of values.keys()) {
      const holders = byObject.get(object);
      if (!holders) byObject.set(object, [i]);
      else if (holders.length < PAIRED_MAX) holders.push(i);
    }
  });
  const pairs = new Set<number>();
  let looked = 0;
  for (const holders of byObject.values()) {
    if (holders.length < 2 || looked++ >= OBJECTS_MAX) continue;
    for (let i = 0; i < holders.length; i++)
      for (let j = i + 1; j < holders.length; j++) {
        const [a, b] = [holders[i]!, holders[j]!];
        const sizes = [sources[a]!.values.size, sources[b]!.values.size];
        if (Math.min(...sizes) >= COVERAGE_MIN * Math.max(...sizes)) pairs.add(a * sources.length + b);
      }
  }
  return [...pairs].sort((a, b) => a - b).map((code) => [Math.floor(code / sources.length), code % sources.length]);
}
