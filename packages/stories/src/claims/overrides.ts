/** What an editor has said of two figures, made into what alignment must keep apart. */
import type { Override, OverrideTarget } from "@wirefold/core";
import type { Figure } from "./figures.ts";

export interface KeptApart {
  /** Whether an override says that the two count different things. */
  apart(a: Figure, b: Figure): boolean;
  /** The overrides whose two figures both stand in the story. */
  readonly applied: readonly Override[];
}

export const NONE_KEPT: KeptApart = { apart: () => false, applied: [] };

/**
 * An override names two figures by document and place. Where their values differ it holds for the values: every figure of
 * the one value is kept from every figure of the other. Where they are equal it holds for the two documents.
 */
export function keptApart(figures: readonly Figure[], overrides: readonly Override[]): KeptApart {
  if (overrides.length === 0) return NONE_KEPT;
  const rules: { readonly a: Figure; readonly b: Figure }[] = [];
  const applied: Override[] = [];
  for (const override of overrides) {
    const a = figures.find((figure) => isAt(figure, override.a));
    const b = figures.find((figure) => isAt(figure, override.b));
    if (!a || !b || a === b) continue;
    rules.push({ a, b });
    applied.push(override);
  }
  const side = (figure: Figure, one: Figure, other: Figure): boolean =>
    figure.numberKey === one.numberKey && (one.numberKey !== other.numberKey || figure.member.id === one.member.id);
  const apart = (x: Figure, y: Figure): boolean =>
    rules.some(({ a, b }) => (side(x, a, b) && side(y, b, a)) || (side(y, a, b) && side(x, b, a)));
  return { apart, applied };
}

/** The figure that stands at the place, and still reads as it did. */
function isAt({ member, mention: { number } }: Figure, { doc, span, text }: OverrideTarget): boolean {
  return member.id === doc && number.span[0] < span[1] && span[0] < number.span[1] && number.text === text;
}
