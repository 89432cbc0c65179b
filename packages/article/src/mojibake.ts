/**
 * Undoes the one corruption that can be undone for certain: UTF-8 read as windows-1252 and saved again (`cafÃ©`). Certain means:
 * the characters, put back into windows-1252 bytes, are valid UTF-8, and nearly every suspicious sequence of the text is of that
 * form. Text that merely mentions `Ã` is left alone. Length changes, so this runs before any span is taken.
 */

/** windows-1252 characters for bytes 0x80–0x9F, in order; the five holes stand for themselves. */
const HIGH =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
const byteOf = new Map<string, number>();
for (let at = 0; at < HIGH.length; at++) byteOf.set(HIGH.charAt(at), 0x80 + at);
for (let code = 0xa0; code <= 0xff; code++) byteOf.set(String.fromCharCode(code), code);

/** A lead byte's character and its continuation bytes' characters, as windows-1252 shows them. */
const tail = `[\\u0080-\\u00BF${HIGH.replace(/[\u0080-\u009F]/g, "")}]`;
const sequence = new RegExp(
  `[\\u00C3\\u00C2\\u00C4\\u00C5\\u00CE\\u00CF\\u00D0\\u00D1]${tail}|[\\u00E2\\u00E3\\u00E0-\\u00EF]${tail}{2}|\\u00F0${tail}{3}`,
  "g",
);
const strict = new TextDecoder("utf-8", { fatal: true });

/** Fewer sequences than this prove nothing. */
const SEQUENCES_MIN = 3;

export function repairMojibake(text: string): string {
  // Cheap refusal first: nearly every page ends here.
  if (!/[\u00C3\u00C2\u00D0\u00D1\u00CE\u00CF]|\u00E2\u20AC/.test(text)) return text;
  let sequences = 0;
  let repaired = 0;
  const answer = text.replace(sequence, (found) => {
    sequences += 1;
    const bytes = new Uint8Array(found.length);
    for (let at = 0; at < found.length; at++) bytes[at] = byteOf.get(found.charAt(at)) ?? 0;
    try {
      const original = strict.decode(bytes);
      repaired += 1;
      return original;
    } catch {
      return found;
    }
  });
  if (sequences < SEQUENCES_MIN || repaired < sequences * 0.95) return text;
  // Real text of the same characters (French "Â«", say) keeps lead characters outside sequences; mojibake has none.
  const stray = answer.match(/[\u00C3\u00C2\u00D0\u00D1]/g)?.length ?? 0;
  return stray > repaired * 0.05 ? text : answer;
}
