import { contentKeys } from "@wirefold/text";
import { anyStoryForm } from "@wirefold/text/story-words";
import { canSpeak } from "../propositions/agents.ts";
import type { Figure } from "./figures.ts";
import { agreementOf } from "./quantity.ts";

/** One change to a figure. Severity 1 (cosmetic) to 5 (changes the meaning). */
export interface FigureMutation {
  readonly kind: string;
  readonly severity: 1 | 2 | 3 | 4 | 5;
  readonly note: string;
}

/** "said to have", "may have", "reportedly": words that make a figure less certain. */
const HEDGE = new RegExp(`\\b${anyStoryForm("hedge")}\\b`, "i");

/** What `figure` does to the proposition as `before` puts it. Empty where only wording differs. */
export function figureMutations(figure: Figure, before: Figure): FigureMutation[] {
  const found: FigureMutation[] = [];
  const add = (kind: string, severity: FigureMutation["severity"], note: string): void => {
    found.push({ kind, severity, note });
  };
  const a = before.quantity;
  const b = figure.quantity;
  const shown = `${before.mention.number.text} → ${figure.mention.number.text}`;
  const agreement = agreementOf(a, b);
  if (agreement === "disjoint" && a.unit === b.unit) add("figure-changed", 5, shown);
  else if (agreement === "rounded" && a.value !== b.value) add(b.value > a.value ? "rounded-up" : "rounded-down", 3, shown);
  else if (agreement === "contained" && b.magnitudeOnly) add("magnitude-only", 3, shown);
  else if (agreement === "bounded" && a.value !== b.value) add("bound-only", 2, shown);
  if (a.unit && b.unit && a.unit !== b.unit && a.dimension === b.dimension && figure.member !== before.member)
    add(b.dimension === "count" ? "unit-changed" : "unit-converted", 2, `${a.unit} → ${b.unit}`);
  if (a.value === b.value && a.low === b.low) modifierChange(before, figure, add);
  const from = sourceNamed(before);
  const to = sourceNamed(figure);
  if (from && !to && figure.member !== before.member)
    add("attribution-dropped", figure.mention.in_headline ? 2 : 4, `no longer attributed to ${from}`);
  if (isOtherSource(from, to)) add("attribution-changed", 3, `${from} → ${to}`);
  if (figure.mention.text !== before.mention.text) {
    const hedgedBefore = HEDGE.test(before.mention.text);
    const hedged = HEDGE.test(figure.mention.text);
    if (hedged && !hedgedBefore) add("hedge-added", 3, figure.mention.text);
    if (!hedged && hedgedBefore && !figure.mention.in_headline) add("hedge-dropped", 3, before.mention.text);
  }
  subjectChange(before, figure, add);
  return found;
}

/** Whom the figure is given to, where that is somebody who can say something: extraction may take "the eruption" for a source. */
function sourceNamed({ member, mention }: Figure): string | null {
  const name = mention.attributed_to;
  return name && canSpeak(name, member.facts?.entities ?? []) ? name : null;
}

/** Two names without a word in common. */
function isOtherSource(before: string | null, after: string | null): boolean {
  if (!before || !after || before === after) return false;
  const known = new Set(contentKeys(before));
  const words = contentKeys(after);
  return known.size > 0 && words.length > 0 && !words.some((word) => known.has(word));
}

function modifierChange(
  before: Figure,
  figure: Figure,
  add: (kind: string, severity: FigureMutation["severity"], note: string) => void,
): void {
  const a = before.quantity.bound;
  const b = figure.quantity.bound;
  const from = before.mention.modifier ?? "";
  const to = figure.mention.modifier ?? "";
  if (a === b) return;
  const note = `${from || "no modifier"} → ${to || "no modifier"}`;
  // The figure is hardened where a limit or doubt is lost, softened where one is put in.
  if (b === "exact") add("modifier-dropped", a === "above" || a === "about" ? 2 : 3, note);
  else if (a === "exact") add("modifier-added", b === "about" ? 2 : 3, note);
  else add("modifier-changed", (a === "above") !== (b === "above") ? 3 : 2, note);
}

/** Words for people that narrow or widen who is counted: "nationals" turned into "men" counts fewer. */
const KINDS = (["men", "women", "children", "soldiers", "civilians"] as const).map(
  (kind) => [new RegExp(`\\b${anyStoryForm(kind)}\\b`, "i"), kind] as const,
);

function subjectChange(
  before: Figure,
  figure: Figure,
  add: (kind: string, severity: FigureMutation["severity"], note: string) => void,
): void {
  const from = before.mention.subject;
  const to = figure.mention.subject;
  if (!from || !to || from === to) return;
  const kind = (text: string): string => KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? "people";
  if (kind(from) !== kind(to)) add("subject-changed", 4, `${from} → ${to}`);
  else if (
    before.subject.length > 0 &&
    figure.subject.length > 0 &&
    !before.subject.some((word) => figure.subject.includes(word))
  )
    add("subject-changed", 2, `${from} → ${to}`);
}
