import type { Span } from "@wirefold/core";
import type { CalendarUnit } from "../languages/language-words.ts";

export type PartOfPeriod = "start" | "middle" | "end";

export interface DayMeaning {
  readonly kind: "day";
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** The last day of “March 1-2”; null for a single day. */
  readonly endDay: number | null;
  /** “March 5 last year”: years from the one spoken in. */
  readonly yearOffset?: number;
  /** Written as two numbers that may be day and month in either order: the document has to settle it. */
  readonly isUnordered?: true;
}

export interface MonthMeaning {
  readonly kind: "month";
  readonly year: number | null;
  readonly month: number;
  readonly part: PartOfPeriod | null;
  readonly which: number | null;
}

export interface YearMeaning {
  readonly kind: "year";
  readonly year: number;
  readonly part: PartOfPeriod | null;
}

/** A date that may begin or end a range. */
export type Dated = DayMeaning | MonthMeaning | YearMeaning;

export interface WeekdayMeaning {
  readonly kind: "weekday";
  readonly weekday: number;
  readonly which: number | null;
  readonly week: number | null;
}

/** What a date expression says, before it is counted from any day. Months count from 1, weekdays from Monday = 1. */
export type DateMeaning =
  | DayMeaning
  | MonthMeaning
  | YearMeaning
  | WeekdayMeaning
  /** So many units before (negative) or after the day spoken on. */
  | {
      readonly kind: "offset";
      readonly unit: CalendarUnit;
      readonly low: number;
      readonly high: number;
      readonly isVague: boolean;
      /** “in three days” is a date where its sentence speaks of what is to come, and else how long something took. */
      readonly needsFuture?: true;
    }
  /** last week, this weekend, next month, the week before last */
  | { readonly kind: "period"; readonly unit: CalendarUnit; readonly which: number }
  /** From one date to another, both included: 3 to 7 March, July 26 to August 22, 2019–2021. */
  | {
      readonly kind: "range";
      readonly from: Dated;
      readonly to: Dated;
    }
  /** Months of a year: quarters, halves, seasons. `toMonth` past 12 lies in the year after. */
  | {
      readonly kind: "months";
      readonly year: number | null;
      readonly fromMonth: number;
      readonly toMonth: number;
      readonly which: number | null;
    }
  /** the 1990s, the mid-1990s */
  | { readonly kind: "decade"; readonly start: number; readonly part: PartOfPeriod | null }
  /** So many days from another date: the day after Friday, a week from Monday, Tuesday week. */
  | { readonly kind: "shift"; readonly days: number; readonly base: DayMeaning | WeekdayMeaning }
  /** The days up to the one spoken on: over the past three days, in the last two weeks. */
  | { readonly kind: "lately"; readonly days: number }
  /** The part of a running period on one side of the day spoken on: earlier this week, later this year. */
  | { readonly kind: "within"; readonly unit: CalendarUnit; readonly side: "before" | "after" }
  /** A clock time alone. */
  | { readonly kind: "time" };

export interface DateExpression {
  readonly span: Span;
  readonly text: string;
  readonly meaning: DateMeaning;
  /** HH:MM, where the expression gives a time. */
  readonly time: string | null;
}

/** A date read from a token on; `next` is the token behind it. */
export interface DateReading {
  readonly from: number;
  readonly next: number;
  readonly meaning: DateMeaning;
  readonly time?: string;
}
