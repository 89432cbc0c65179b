import type { Span } from "@wirefold/core";

export type FigureKind = "count" | "money" | "percent" | "measure" | "age" | "factor" | "fraction";

/** A number with its unit, as the text writes it. A range or a vague plural has `range`, anything else `value`. */
export interface Figure {
  /** The number with its sign and, where one stands with it, its unit of measure: “98,000”, “minus four degrees”, “$6”. */
  readonly span: Span;
  readonly text: string;
  readonly kind: FigureKind;
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  /** Singular and plain: kilometer, percent, USD, year, fraction, factor; null for a bare count. */
  readonly unit: string | null;
  readonly isVague: boolean;
  readonly hasDigits: boolean;
  /** Which side of a vote it counts, where the vote is told by both: “231-204”. */
  readonly side?: "for" | "against";
  /** First token and the token after the last, in the scan the figure was read from. */
  readonly tokens: readonly [number, number];
}

/** A number on its way to a {@link Figure}: read, its unit not yet. Tokens of the scan. */
export interface Draft {
  readonly from: number;
  readonly next: number;
  readonly low: number;
  readonly high: number;
  readonly isRange: boolean;
  readonly isVague: boolean;
  readonly hasDigits: boolean;
  readonly currency: string | null;
}

/** What a figure is once its unit is read; `next` is the token behind it. */
export interface Measured {
  readonly kind: FigureKind;
  readonly unit: string | null;
  readonly next: number;
  /** Added to the value: inches behind feet. @default 0 */
  readonly added?: number;
}

export const isDash = (code: number): boolean =>
  code === 0x2d || code === 0x2013 || code === 0x2010 || code === 0x2011 || code === 0x2212;
