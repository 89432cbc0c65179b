/** A day of the proleptic Gregorian calendar as a count of days since 1970-01-01. */
export type DayNumber = number;

const dayMs = 86_400_000;

export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Math.round(Date.UTC(year, month - 1, day) / dayMs);
}

export function partsOfDay(day: DayNumber): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() || 7 };
}

const two = (value: number): string => String(value).padStart(2, "0");

export function isoDay(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = partsOfDay(day);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
}

export const isoMonth = (year: number, month: number): string => `${String(year).padStart(4, "0")}-${two(month)}`;

/** Reads the day out of an ISO 8601 date or date-time; null for anything else, and for days that do not exist. */
export function parseIsoDay(iso: string): DayNumber | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(iso);
  if (!match) return null;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === `${match[1]}-${match[2]}-${match[3]}` ? day : null;
}

export const lastDayOfMonth = (year: number, month: number): DayNumber =>
  dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - 1;
