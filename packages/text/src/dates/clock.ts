/** Reads clock times: a date by themselves, or the end of one. */
import { contextWords } from "../context-words.ts";
import type { WordScan } from "../word-scan.ts";
import type { DateReading } from "./date-expression.ts";

const clockLead = contextWords("clockLead");
const clockHour = contextWords("clockHour");

/** A clock time right behind a date, over a comma, a T or “at”. */
export function clockAfter(scan: WordScan, at: number): { next: number; time: string } | null {
  let from = at;
  if (scan.mark(from) === 0x2c || scan.lower(from) === "t" || clockLead.has(scan.lower(from))) from++;
  if (scan.isWord(from) && /^T\d\d$/.test(scan.raw(from)) && scan.mark(from + 1) === 0x3a && scan.isNumber(from + 2)) {
    return { next: from + 3, time: `${scan.raw(from).slice(1)}:${scan.raw(from + 2).slice(0, 2)}` };
  }
  const read = clockAt(scan, from);
  return read?.time === undefined ? null : { next: read.next, time: read.time };
}

/** 4:05 p.m., 16:05, 9 a.m. */
export function clockAt(scan: WordScan, at: number): DateReading | null {
  const hourRaw = scan.raw(at);
  if (!/^\d{1,2}(?:\.\d\d)?$/.test(hourRaw)) return null;
  let hour = Number(hourRaw.split(".")[0]);
  let minute = hourRaw.includes(".") ? Number(hourRaw.slice(-2)) : 0;
  let next = at + 1;
  let isClock = false;
  if (
    !hourRaw.includes(".") &&
    scan.mark(next) === 0x3a &&
    scan.isGlued(next) &&
    scan.isGlued(next + 1) &&
    /^\d\d$/.test(scan.raw(next + 1))
  ) {
    minute = Number(scan.raw(next + 1));
    next += 2;
    if (scan.mark(next) === 0x3a && scan.isGlued(next) && /^\d\d$/.test(scan.raw(next + 1))) next += 2;
    isClock = true;
  }
  const half = /^([ap])\.?m\.?$/.exec(scan.lower(next));
  if (half) {
    hour = (hour % 12) + (half[1] === "p" ? 12 : 0);
    next++;
    isClock = true;
  } else if (clockHour.has(scan.lower(next))) {
    next++;
    isClock = true;
  }
  if (!isClock || hour > 24 || minute > 59) return null;
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return { from: at, next, meaning: { kind: "time" }, time };
}
