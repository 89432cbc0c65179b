/** Zones that lists name in addition to those of RFC 822, in minutes east of UTC; only names that stand for one zone. */
const zones: Readonly<Record<string, number>> = {
  wet: 0,
  west: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  sast: 120,
  wib: 420,
  hkt: 480,
  sgt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  akst: -540,
  akdt: -480,
};
/** What the platform's reader knows, an offset included. */
const knownZone = /(?:\b(?:z|utc?|gmt|[ecmp][sd]t)|\dz|[+-]\d{4}|[+-]\d{2}:\d{2})(?:\s*\([^()]*\))?$/i;

/**
 * A date of a list as ISO 8601 in UTC: a day where no more is known. Null for none, for one that may be read in two ways, and for the
 * day clocks begin, which stands for none. Where no zone is given it is UTC, so that all machines read the same.
 */
export function isoDate(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "" || trimmed.length > 60) return null;
  const ordered = yearFirst(trimmed);
  if (ordered === null) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(ordered)) return stamped(Date.parse(ordered), true);
  if (knownZone.test(ordered)) return stamped(Date.parse(ordered), false);
  const [, bare = ordered, zone] = /^(.*\d(?::\d\d)+)\s+([a-z]{2,5})$/i.exec(ordered) ?? [];
  const time = Date.parse(`${bare}${/T\d/.test(bare) ? "Z" : " UTC"}`);
  if (zone === undefined || /^[ap]m$/i.test(zone))
    return stamped(zone === undefined ? time : Date.parse(`${ordered} UTC`), !/:/.test(bare));
  const minutes = zones[zone.toLowerCase()];
  return minutes === undefined ? stamped(time, true) : stamped(time - minutes * 60_000, false);
}

function stamped(time: number, isDay: boolean): string | null {
  if (Number.isNaN(time) || time < 86_400_000 * 2) return null;
  const iso = new Date(time).toISOString();
  return isDay ? iso.slice(0, 10) : iso;
}

/** Days in figures, as `4.3.2024` and `4/3/2024`: with points the day comes first, with strokes whichever can be no month. */
function yearFirst(text: string): string | null {
  const [, first, mark, second, year, rest = ""] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?\s+(.*))?$/.exec(text) ?? [];
  if (first === undefined || second === undefined || year === undefined) return text;
  const [one, other] = [Number(first), Number(second)];
  if (mark !== "." && one <= 12 && other <= 12 && one !== other) return null;
  const [day, month] = mark === "." || other <= 12 ? [one, other] : [other, one];
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}${rest === "" ? "" : ` ${rest}`}`;
}
