/** Which figures of a story could answer the question of two others: where there are none, the two are likely to answer it both. */
import type { Group } from "./figure-group.ts";

/** Claims of one sentence that are looked at. */
const SENTENCE_MAX = 12;
/** A value this much smaller or larger answers another question. */
const NEAR_RATIO = 0.4;

export class Rivals {
  /** The claims that stand in each sentence. */
  private readonly inSentence = new Map<string, Group[]>();

  /** Absolute values of the claims under each question, in order. */
  private readonly values = new Map<string, number[]>();

  constructor(groups: readonly Group[]) {
    // What must be reached or kept answers no question that a measured value answers.
    for (const group of groups)
      if (!group.lead.isLimit) for (const key of questionsOf(group)) this.add(key, Math.abs(group.lead.quantity.value));
    for (const list of this.values.values()) list.sort((a, b) => a - b);
    for (const group of groups)
      for (const sentence of group.stretches) {
        const held = this.inSentence.get(sentence);
        if (held === undefined) this.inSentence.set(sentence, [group]);
        else if (held.length < SENTENCE_MAX) held.push(group);
      }
  }

  /**
   * Whether the sentences of both tell a third claim, and the same of what is measured: "a 36-year-old climber fell 60 metres" and "the
   * 36-year-old fell 150 metres" are of one fall.
   */
  areAnchored(a: Group, b: Group): boolean {
    if (a.lead.predicate === null || a.lead.predicate !== b.lead.predicate) return false;
    const near = (group: Group): Group[] =>
      (this.inSentence.get(group.lead.stretchKey) ?? []).filter((other) => other !== a && other !== b);
    const own = near(a);
    return own.length > 0 && near(b).some((other) => own.includes(other));
  }

  private add(key: string, value: number): void {
    const list = this.values.get(key);
    if (list) list.push(value);
    else this.values.set(key, [value]);
  }

  /** Whether no third claim of the story, near in value, counts this very thing or measures this very extent. */
  areAlone(a: Group, b: Group): boolean {
    const isMeasured = a.lead.quantity.dimension !== "count";
    // What one of the two leaves unnamed may be any value of the dimension.
    if (isMeasured && (a.lead.attribute === null || b.lead.attribute === null))
      return this.near(a.lead.quantity.dimension, a, b) <= 2;
    return Math.max(this.near(countedIn(a), a, b), this.near(countedIn(b), a, b)) <= 2;
  }

  /** Whether the same is said to happen to the same things, of these two alone. */
  shareOnlyEvent(a: Group, b: Group): boolean {
    for (const key of eventsOf(a)) if (eventsOf(b).includes(key) && this.near(key, a, b) <= 2) return true;
    return false;
  }

  private near(key: string, a: Group, b: Group): number {
    const list = this.values.get(key) ?? [];
    const [low, high] = [a, b].map(({ lead }) => Math.abs(lead.quantity.value)).sort((x, y) => x - y) as [number, number];
    return firstAbove(list, high / NEAR_RATIO) - firstFrom(list, low * NEAR_RATIO);
  }
}

function questionsOf(group: Group): string[] {
  const { dimension } = group.lead.quantity;
  return [countedIn(group), ...(dimension === "count" ? [] : [dimension]), ...eventsOf(group)];
}

const countedIn = ({ lead: { quantity, thing, attribute } }: Group): string =>
  `${quantity.dimension}|${thing ?? attribute ?? ""}`;

function eventsOf({ lead: { quantity, thing, sense, predicate } }: Group): string[] {
  if (thing === null && quantity.dimension === "count") return [];
  // Who loses a job is laid off: "120 workers", "190 jobs".
  const counted = thing === "job" && sense?.field === "gain" ? "person" : thing;
  const of = `${quantity.dimension}|${counted ?? ""}`;
  return [
    ...(sense === null ? [] : [`${of}|${sense.field}${sense.sign}`]),
    ...(predicate === null ? [] : [`${of}|verb ${predicate}`]),
  ];
}

const firstFrom = (sorted: readonly number[], value: number): number => search(sorted, (each) => each >= value);
const firstAbove = (sorted: readonly number[], value: number): number => search(sorted, (each) => each > value);

function search(sorted: readonly number[], test: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(sorted[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return low;
}
