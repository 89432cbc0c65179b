/**
 * Folding: what makes two spellings of a word the same word. Case, diacritics, width (full-width Latin, half-width
 * kana) and the many dashes, quotation marks and spaces disappear; the letters stay in their script.
 *
 * Folding one code unit gives one code unit, so offsets into the folded text are offsets into the text.
 */

/** Built a page of 256 code units at a time, so text in one script never pays for the others. */
const foldedPages: (Uint16Array | undefined)[] = new Array(256).fill(undefined);

function foldSlowly(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const char = String.fromCharCode(unit);
  // Hangul syllables decompose to jamo and kana to a base and a voicing mark, both of which change the word.
  if ((unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x3040 && unit <= 0x30ff)) return unit;
  switch (char) {
    case "ß":
      return 0x73;
    case "ø":
    case "Ø":
      return 0x6f;
    case "ł":
    case "Ł":
      return 0x6c;
    case "đ":
    case "Đ":
    case "ð":
    case "Ð":
      return 0x64;
    case "ı":
      return 0x69;
    case "æ":
    case "Æ":
      return 0x61;
    case "œ":
    case "Œ":
      return 0x6f;
    case "þ":
    case "Þ":
      return 0x74;
    case "ς":
      return 0x3c3;
    case "‘":
    case "’":
    case "ʼ":
    case "′":
    case "`":
    case "´":
      return 0x27;
    case "“":
    case "”":
    case "„":
    case "«":
    case "»":
    case "″":
      return 0x22;
    case "‐":
    case "‑":
    case "‒":
    case "–":
    case "—":
    case "−":
      return 0x2d;
  }
  if (/\s/u.test(char)) return unit === 0x0a || unit === 0x0d ? unit : 0x20;
  const base = char.normalize("NFKD").toLowerCase();
  const first = base.charCodeAt(0);
  // A ligature or a fraction decomposes to several letters; one of them would be a different word.
  return /[\p{L}\p{N}]/u.test(base.charAt(1)) ? unit : first;
}

function foldedPage(page: number): Uint16Array {
  const units = new Uint16Array(256);
  for (let low = 0; low < 256; low++) units[low] = foldSlowly((page << 8) | low);
  foldedPages[page] = units;
  return units;
}

/** Folds one UTF-16 code unit. Units of a surrogate pair stay as they are. */
export function foldUnit(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit;
  // biome-ignore lint/style/noNonNullAssertion: a page has 256 units, and this runs for every letter of every text.
  return (foldedPages[unit >> 8] ?? foldedPage(unit >> 8))[unit & 0xff]!;
}

/** Folds a whole text, unit for unit: the answer has the length of `text`. */
export function foldText(text: string): string {
  let ascii = true;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) >= 0x80) {
      ascii = false;
      break;
    }
  }
  if (ascii) return text.toLowerCase();
  const chunks: string[] = [];
  const units = new Uint16Array(Math.min(text.length, 8192));
  for (let from = 0; from < text.length; from += units.length) {
    const count = Math.min(units.length, text.length - from);
    for (let i = 0; i < count; i++) units[i] = foldUnit(text.charCodeAt(from + i));
    chunks.push(String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]));
  }
  return chunks.join("");
}
