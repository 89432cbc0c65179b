/** Tells figures that no longer hold from figures that contradict: a toll that rises is no conflict. */
import type { Figure } from "./figures.ts";
import { agreementOf } from "./quantity.ts";

/** Tallies that grow as an event is counted: the dead, the injured, the missing, the arrested, the infected. Shares of a vote do not. */
const GROWING = new Set([
  "die",
  "injure",
  "miss",
  "arrest",
  "infect",
  "evacuate",
  "trap",
  "atLarge",
  "contain",
  "burn",
  "reporting",
]);
/** Tallies that also shrink: the missing are found. */
const CHANGING = new Set(["miss", "trap", "atLarge", "contain"]);
/** Values that take the place of earlier ones, looked at in one claim. */
const RENEWED_MAX = 12;
/** A report this much later knows more. */
const LATER_MS = 600_000;

/** The figures of one claim that a later one replaces: said so by their own document, or lower and told earlier, or of the missing and told earlier. */
export function supersededIn(figures: readonly Figure[]): ReadonlySet<Figure> {
  // Nothing replaces the only one.
  if (figures.length < 2) return new Set();
  const found = new Set(figures.filter(({ isSuperseded }) => isSuperseded));
  // A document that only reports what no longer holds still counts where nothing has replaced it.
  if (found.size === figures.length) return new Set();
  // What one report takes back, earlier reports said as well.
  const denied = new Map<string, number>();
  for (const old of figures)
    if (old.isSuperseded)
      denied.set(old.numberKey, Math.max(denied.get(old.numberKey) ?? Number.NEGATIVE_INFINITY, earliest([old])));
  for (const figure of denied.size === 0 ? [] : figures)
    if (latest([figure]) <= (denied.get(figure.numberKey) ?? Number.NEGATIVE_INFINITY) + LATER_MS) found.add(figure);
  const renewed = new Map<string, Figure>();
  for (const figure of figures)
    if (figure.isRenewed && renewed.size < RENEWED_MAX && !renewed.has(figure.numberKey)) renewed.set(figure.numberKey, figure);
  // "Now 34", "already 41" three days later: both had changed, and the last holds.
  for (const later of renewed.values())
    for (const figure of figures)
      if (contradicts([figure], [later]) && (isTold(figure, later) || (!figure.isRenewed && isRaisedFrom(figure, later))))
        found.add(figure);
  if (!figures.some(({ tally }) => tally !== null && GROWING.has(tally))) return found;
  const isChanging = figures.some(({ tally }) => tally !== null && CHANGING.has(tally));
  const values = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (found.has(figure)) continue;
    const own = values.get(figure.numberKey);
    if (own) own.push(figure);
    else values.set(figure.numberKey, [figure]);
  }
  const groups = [...values.values()].sort((a, b) => heightOf(a) - heightOf(b));
  for (const [i, lower] of groups.entries()) {
    const replaced = (isChanging ? groups : groups.slice(i + 1)).some(
      (higher) => contradicts(lower, higher) && (latest(lower) + LATER_MS <= earliest(higher) || isCountedBefore(lower, higher)),
    );
    if (replaced) for (const figure of lower) found.add(figure);
  }
  return found;
}

/** Told clearly before. */
const isTold = (figure: Figure, later: Figure): boolean => latest([figure]) + LATER_MS <= earliest([later]);

/** "By Monday 200 had been brought to safety", "by Tuesday 1,400": counted on days of which one is the earlier. */
function isCountedBefore([figure]: readonly Figure[], [later]: readonly Figure[]): boolean {
  const [day, other] = [figure?.mention.period ?? "", later?.mention.period ?? ""];
  return DAY.test(day) && DAY.test(other) && day < other;
}
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** "Has risen to five", and three in a report that is not clearly later: what grows was smaller before. */
const isRaisedFrom = (figure: Figure, later: Figure): boolean =>
  figure.tally !== null &&
  GROWING.has(figure.tally) &&
  figure.quantity.value < later.quantity.value &&
  !(earliest([figure]) > latest([later]));

const heightOf = (figures: readonly Figure[]): number => figures[0]?.quantity.value ?? 0;

function contradicts([a]: readonly Figure[], [b]: readonly Figure[]): boolean {
  return a !== undefined && b !== undefined && ["disjoint", "bounded"].includes(agreementOf(a.quantity, b.quantity));
}

/** Milliseconds; a figure without a time of publication, or with a mere day, may be as late as any and as early as any of that day. */
function latest(figures: readonly Figure[]): number {
  return Math.max(...figures.map(({ member }) => timeOf(member.published_at, "T23:50:00Z", Number.POSITIVE_INFINITY)));
}

function earliest(figures: readonly Figure[]): number {
  return Math.min(...figures.map(({ member }) => timeOf(member.published_at, "T00:00:00Z", Number.NEGATIVE_INFINITY)));
}

function timeOf(published: string | null, ofDay: string, unknown: number): number {
  if (published === null) return unknown;
  const time = Date.parse(published.length === 10 ? `${published}${ofDay}` : published);
  return Number.isNaN(time) ? unknown : time;
}
