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
  const factor = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[match[2]!.toLowerCase()]!;
  return Math.round(Number(match[1]) * factor);
}

/** A whole number within bounds; a usage error for anything else. */
export function parseWhole(option: string, typed: string, low: number, high: number): number {
  const value = Number(typed);
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new UsageError(`${option} takes a whole number from ${low} to ${high}, not '${typed}'`);
  }
  return value;
}
