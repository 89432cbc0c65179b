import { UsageError } from "./cli-error.ts";

/** 1234567 as "1,234,567"; small rates keep one decimal. */
export function formatCount(value: number): string {
  const digits = value !== 0 && Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}

/** `1, "story"` as "1 story", `2, "story"` as "2 stories". English nouns of this project only. */
export function counted(count: number, noun: string): string {
  const plural = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** 83_000 as "1m 23s". */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${String(seconds % 60).padStart(2, "0")}s`;
  return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, "0")}m`;
}

/** 67108864 as "64 MB" (binary units, as files are counted). */
export function formatBytes(bytes: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  return `${value >= 100 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** "64M", "512k", "1000" as bytes; a usage error for anything else. */
export function parseBytes(option: string, typed: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]?)b?$/i.exec(typed);
  if (match === null) throw new UsageError(`${option} takes a size, not '${typed}'`, "write it like 512k, 64M or 1G");
  const [, figure, unit = ""] = match;
  return Math.round(Number(figure) * 1024 ** ["", "k", "m", "g"].indexOf(unit.toLowerCase()));
}

const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** A figure and the letter of a unit, as matched, in milliseconds; NaN where nothing was matched. */
function unitsToMs([, figure, unit = ""]: readonly string[]): number {
  return Number(figure) * (UNIT_MS[unit.toLowerCase()] ?? Number.NaN);
}

/** "2031-05-04", "2031-05-04T10:00Z", or "90m", "2h", "3d", "1w" before now; a usage error for anything else. */
export function parseTime(option: string, typed: string, now: Date = new Date()): Date {
  const ago = /^(\d{1,6})([smhdw])$/.exec(typed);
  if (ago !== null) return new Date(now.getTime() - unitsToMs(ago));
  const written = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(typed);
  const at = new Date(written ? typed : Number.NaN);
  if (Number.isNaN(at.getTime()))
    throw new UsageError(`${option} takes a time, not '${typed}'`, "write it like 2031-05-04, 2031-05-04T10:00Z, 2h or 3d");
  return at;
}

/** "90s", "15m", "6h" or "1d" in seconds, from 1 to `longest`; a usage error for anything else. */
export function parseInterval(option: string, typed: string, longest: number): number {
  const seconds = unitsToMs(/^(\d{1,6})([smhdw])$/i.exec(typed) ?? []) / 1000;
  if (seconds >= 1 && seconds <= longest) return seconds;
  throw new UsageError(`${option} takes a time from 1s to ${longest / 86_400}d, not '${typed}'`, "write it like 90s, 15m or 6h");
}

/** A whole number within bounds; a usage error for anything else. */
export function parseWhole(option: string, typed: string, low: number, high: number): number {
  const value = Number(typed);
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new UsageError(`${option} takes a whole number from ${low} to ${high}, not '${typed}'`);
  }
  return value;
}
