/** A token of the number grammar, with its place in the text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isDigits: boolean;
}

/** A number read from tokens: from character `start` to `end`, next token `next`. */
export interface NumberRead {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly value: number;
  readonly isDigits: boolean;
}

const tokenPattern = /\d+(?:[.,]\d+)*|\.\d+|\p{L}+|[^\s]/gu;

/** Cuts text into words, digit groups and single marks. */
export function tokens(text: string): Token[] {
  const out: Token[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const raw = match[0];
    const isDigits = /^\.?\d/.test(raw);
    // A point before digits belongs to them only if no word or digit stands before it.
    if (raw[0] === "." && match.index > 0 && /[\p{L}\d]/u.test(text[match.index - 1] as string)) {
      out.push({ text: ".", start: match.index, end: match.index + 1, isDigits: false });
      out.push({ text: raw.slice(1), start: match.index + 1, end: match.index + raw.length, isDigits: true });
      continue;
    }
    // An address such as 10.0.0.1 is its parts.
    if (isDigits && (raw.match(/\./g)?.length ?? 0) > 1 && !/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(raw)) {
      let at = match.index;
      for (const part of raw.split(".")) {
        out.push({ text: part, start: at, end: at + part.length, isDigits: true });
        at += part.length + 1;
      }
      continue;
    }
    out.push({ text: raw.toLowerCase(), start: match.index, end: match.index + raw.length, isDigits });
  }
  return out;
}

const table = (words: string, from = 0, step = 1): [string, number][] =>
  words.split(" ").map((word, index) => [word, from + index * step]);

const units = new Map<string, number>([
  ...table(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  ),
  ["nought", 0],
]);
const tens = new Map(table("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10));
const powers = new Map<string, number>([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["dozen", 12],
  ["dozens", 12],
  ["dozs", 12],
  ["doz", 12],
]);
const suffixes = new Map<string, number>([
  ["k", 1e3],
  ["m", 1e6],
  ["mm", 1e6],
  ["mil", 1e6],
  ["mln", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["bln", 1e9],
  ["t", 1e12],
  ["tn", 1e12],
  ["tln", 1e12],
]);
const ordinals = new Map<string, number>([
  ["half", 2],
  ["halve", 2],
  ["quarter", 4],
  ...table(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
    1,
  ),
  ...table("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10),
  ["hundredth", 1e2],
  ["thousandth", 1e3],
  ["millionth", 1e6],
  ["billionth", 1e9],
  ["trillionth", 1e12],
]);
const vulgar = new Map([
  ["½", 1 / 2],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
  ["¼", 1 / 4],
  ["¾", 3 / 4],
  ["⅕", 1 / 5],
  ["⅛", 1 / 8],
]);

const isWordNumber = (word: string): boolean => units.has(word) || tens.has(word);

/** Reads the numbers of one text; every method answers null where nothing fits. */
export class NumberGrammar {
  readonly list: readonly Token[];
  private readonly text: string;
  private readonly allowsSuffix: boolean;

  constructor(text: string, allowsSuffix = true) {
    this.text = text;
    this.list = tokens(text);
    this.allowsSuffix = allowsSuffix;
  }

  word(at: number): string {
    return this.list[at]?.text ?? "";
  }

  glued(at: number): boolean {
    return at > 0 && at < this.list.length && this.list[at]?.start === this.list[at - 1]?.end;
  }

  private read(from: number, next: number, value: number, isDigits: boolean): NumberRead {
    return { start: (this.list[from] as Token).start, end: (this.list[next - 1] as Token).end, next, value, isDigits };
  }

  numberAt(at: number): NumberRead | null {
    const word = this.word(at);
    if (word === "negative" || word === "minus" || (word === "-" && !this.glued(at) && this.list[at + 1]?.isDigits)) {
      const inner = this.unsigned(at + 1);
      return inner ? { ...inner, start: (this.list[at] as Token).start, value: -inner.value } : null;
    }
    return this.unsigned(at);
  }

  private unsigned(at: number): NumberRead | null {
    const token = this.list[at];
    if (!token) return null;
    const common = vulgar.get(token.text);
    if (common !== undefined) return this.read(at, at + 1, common, true);
    const base = token.isDigits ? this.digits(at) : this.words(at);
    return base ? this.outOf(base) : null;
  }

  /** “1 in twenty”, “two out of five hundred”, “one over 3” */
  private outOf(base: NumberRead): NumberRead {
    const { next } = base;
    const skip =
      this.word(next) === "over" && !base.isDigits
        ? 1
        : this.word(next) === "in" && base.isDigits
          ? 1
          : this.word(next) === "out" && this.word(next + 1) === "of" && !base.isDigits
            ? 2
            : 0;
    if (skip === 0) return base;
    const whole = this.list[next + skip]?.isDigits
      ? this.word(next) === "over"
        ? this.digits(next + skip)
        : null
      : this.words(next + skip);
    return whole && whole.value > base.value
      ? { ...base, end: whole.end, next: whole.next, value: base.value / whole.value }
      : base;
  }

  private digits(at: number): NumberRead | null {
    const token = this.list[at] as Token;
    const rest = this.text.slice(token.start, token.start + 80);
    const power = /^\d[\d.,]*(?:x10)?\^[+-]*\d+|^\d[\d.]*e[+-]?\d+(?![\p{L}\d])/iu.exec(rest);
    if (power) {
      const end = token.start + power[0].length;
      let next = at + 1;
      while (next < this.list.length && (this.list[next] as Token).start < end) next++;
      return { start: token.start, end, next, value: powerValue(power[0]), isDigits: true };
    }
    const fraction = /^(?:(\d+)\s+)?(\d+)\s?\/\s?(\d+)(?![\d/])/.exec(rest);
    if (fraction && Number(fraction[3]) > 0 && fraction[2] !== undefined && fraction[2].length <= 3 && !this.glued(at)) {
      const end = token.start + fraction[0].length;
      let next = at + 1;
      while (next < this.list.length && (this.list[next] as Token).start < end) next++;
      return {
        start: token.start,
        end,
        next,
        value: Number(fraction[1] ?? 0) + Number(fraction[2]) / Number(fraction[3]),
        isDigits: true,
      };
    }
    let value = Number.NaN;
    let next = at + 1;
    const spaced = /^\d{1,3}(?: \d{3})+(?!\d)/.exec(rest);
    if (spaced && !/^\d{1,3}[.,]/.test(rest)) {
      value = Number(spaced[0].replaceAll(" ", ""));
      while (next < this.list.length && (this.list[next] as Token).start < token.start + spaced[0].length) next++;
    } else value = plainValue(token.text);
    if (Number.isNaN(value)) return null;
    // “3 hundred and 21”, “4 thousand 3 hundred”, “2.33 k”
    let isScaled = false;
    for (let turn = 0; turn < 3; turn++) {
      const word = this.word(next);
      const big =
        powers.get(word) ?? (this.allowsSuffix && !isScaled && !this.list[next + 1]?.isDigits ? this.suffix(next) : undefined);
      if (big === undefined) break;
      value *= big;
      next++;
      isScaled = true;
    }
    if (isScaled) {
      const tail = this.word(next) === "and" ? next + 1 : next;
      const after = this.list[tail];
      if (after?.isDigits && /^\d{1,3}$/.test(after.text) && !(tail > next && powers.has(this.word(tail + 1)))) {
        const more = powers.get(this.word(tail + 1));
        if (tail > next || more !== undefined) {
          value += Number(after.text) * (more ?? 1);
          next = more === undefined ? tail + 1 : tail + 2;
        }
      }
      const half = this.half(next);
      if (half) return this.read(at, half.next, value + half.value * lastScale(value), true);
    } else {
      const half = this.half(next);
      if (half && powers.has(this.word(half.next)))
        return this.read(at, half.next + 1, (value + half.value) * (powers.get(this.word(half.next)) as number), true);
    }
    const sum = this.read(at, next, value, true);
    return this.isLetterGlued(next, isScaled) ? null : sum;
  }

  /** “180ml”: digits tied to letters that are no multiplier are a measure or a code. */
  private isLetterGlued(next: number, isScaled: boolean): boolean {
    return (
      this.allowsSuffix &&
      !isScaled &&
      this.glued(next) &&
      /^\p{L}/u.test(this.word(next)) &&
      !/^(?:k|m|mm|b|bn|mil|mln|bln|tln)$/.test(this.word(next))
    );
  }

  private suffix(at: number): number | undefined {
    const word = this.word(at);
    if (!suffixes.has(word)) return undefined;
    return this.glued(at) || /^(?:k|mln|bln|tln|bn|m)$/.test(word) ? suffixes.get(word) : undefined;
  }

  /** “and a half”, “and two thirds” behind a whole number. */
  private half(at: number): { next: number; value: number } | null {
    if (this.word(at) !== "and") return null;
    return this.fraction(at + 1);
  }

  /** “a half”, “two thirds”, “fifty-four hundredths” */
  private fraction(at: number): { next: number; value: number } | null {
    let numerator = 1;
    let next = at;
    const word = this.word(at);
    const isArticle = word === "a" || word === "an";
    if (isArticle) next = at + 1;
    else if (isWordNumber(word)) {
      const small = this.smallNumber(at);
      numerator = small.value;
      next = small.next;
    } else return null;
    if (this.word(next) === "-") next++;
    if (isArticle && this.word(next) === "hundred") {
      numerator = 100;
      next++;
    }
    const denominator = this.denominator(next, numerator === 1);
    if (!denominator) return null;
    return { next: denominator.next, value: numerator / denominator.value };
  }

  private denominator(at: number, isOne: boolean): { next: number; value: number } | null {
    const word = this.word(at);
    const single = ordinals.get(word);
    if (single !== undefined && word !== "first" && word !== "second")
      return isOne || word === "half" ? { next: at + 1, value: single } : null;
    const many = word.endsWith("s") ? ordinals.get(word.replace(/ves$/, "f").replace(/s$/, "")) : undefined;
    if (many !== undefined && word !== "seconds" && word !== "firsts") return { next: at + 1, value: many };
    // “a twenty-first”, “three twenty firsts”
    const base = tens.get(word);
    if (base !== undefined) {
      const behind = this.word(at + 1) === "-" ? at + 2 : at + 1;
      const last = this.word(behind);
      const small = ordinals.get(last) ?? (last.endsWith("s") ? ordinals.get(last.slice(0, -1)) : undefined);
      if (small !== undefined && small < 10) return { next: behind + 1, value: base + small };
    }
    return null;
  }

  private smallNumber(at: number): { next: number; value: number } {
    const word = this.word(at);
    const ten = tens.get(word);
    if (ten === undefined) return { next: at + 1, value: units.get(word) ?? 0 };
    const behind = this.word(at + 1) === "-" ? at + 2 : at + 1;
    const one = units.get(this.word(behind));
    return one !== undefined && one > 0 && one < 10 ? { next: behind + 1, value: ten + one } : { next: at + 1, value: ten };
  }

  private words(at: number): NumberRead | null {
    const word = this.word(at);
    if (word === "half") {
      const behind = this.word(at + 1) === "a" || this.word(at + 1) === "an" ? at + 2 : at + 1;
      const power = powers.get(this.word(behind));
      return power === undefined || power === 100 ? null : this.read(at, behind + 1, power / 2, false);
    }
    if (word === "a" || word === "an") {
      const fraction = this.fraction(at);
      if (fraction) {
        const scale = powers.get(this.word(fraction.next));
        return scale !== undefined
          ? this.read(at, fraction.next + 1, fraction.value * scale, false)
          : /^(?:half|quarter)$/.test(this.word(at + 1)) || this.word(at + 1) === "third"
            ? null
            : this.read(at, fraction.next, fraction.value, false);
      }
      if (!powers.has(this.word(at + 1))) return null;
    } else if (!isWordNumber(word)) return null;
    let total = 0;
    let group = word === "a" || word === "an" ? 1 : 0;
    let next = word === "a" || word === "an" ? at + 1 : at;
    let last = Number.POSITIVE_INFINITY;
    let hasFraction: number | null = null;
    while (next < this.list.length) {
      let step = next;
      const isLinked = this.word(next) === "and";
      if (isLinked) {
        const fraction = this.fraction(next + 1);
        if (fraction) {
          hasFraction = fraction.value;
          next = fraction.next;
          break;
        }
        step = next + 1;
      }
      const current = this.word(step);
      const power = powers.get(current);
      if (power !== undefined && !isLinked && (group > 0 || total > 0)) {
        if (power === 100) group *= 100;
        else if (group === 0) total *= power;
        else {
          total += group * power;
          group = 0;
        }
        last = power;
        next = step + 1;
        continue;
      }
      if (!isWordNumber(current)) break;
      const small = this.smallNumber(step);
      if (next > at && !this.mayFollow(group, total, last, small.value, isLinked)) break;
      // “one fifth”, “five eighths”: what follows makes a fraction of the whole.
      group += small.value;
      last = small.value;
      next = small.next;
    }
    const whole = total + group;
    if (hasFraction !== null) {
      const scale = powers.get(this.word(next));
      if (scale !== undefined) return this.read(at, next + 1, (whole + hasFraction) * scale, false);
      return this.read(at, next, whole + hasFraction * (whole >= 1e6 ? lastScale(whole) : 1), false);
    }
    const point = this.point(next);
    if (point) return this.read(at, point.next, whole + point.value, false);
    const over = this.fractionOf(next, whole);
    if (over) return this.read(at, over.next, over.value, false);
    return this.read(at, next, whole, false);
  }

  /** A smaller number may go on after hundreds and tens; “one two” are two numbers. */
  private mayFollow(group: number, total: number, last: number, value: number, isLinked: boolean): boolean {
    if (isLinked)
      return (last >= 100 && value < last) || (last >= 20 && value < 10 && group < 100 && total === 0 && last % 10 === 0);
    return (last >= 100 && value < 100) || (group === 0 && total > 0);
  }

  /** “two hundred point zero three” */
  private point(at: number): { next: number; value: number } | null {
    if (this.word(at) !== "point") return null;
    let digits = "";
    let next = at + 1;
    while (next < this.list.length && isWordNumber(this.word(next))) {
      const small = this.smallNumber(next);
      digits += String(small.value);
      next = small.next;
    }
    return digits === "" ? null : { next, value: Number(`0.${digits}`) };
  }

  private fractionOf(at: number, whole: number): { next: number; value: number } | null {
    const from = this.word(at) === "-" ? at + 1 : at;
    const small = this.denominator(from, whole === 1);
    if (small)
      return /^(?:millionths?|billionths?|trillionths?)$/.test(this.word(from))
        ? null
        : { next: small.next, value: whole / small.value };
    // “one one hundred fifth”, “ninety - five hundred fifths”
    if (isWordNumber(this.word(from)) || this.word(from) === "hundred" || this.word(from) === "thousand") {
      let next = from;
      let value = 0;
      while (
        next < this.list.length &&
        next - from < 6 &&
        (isWordNumber(this.word(next)) || powers.has(this.word(next)) || this.word(next) === "and")
      ) {
        if (isWordNumber(this.word(next))) {
          const part = this.smallNumber(next);
          value += part.value;
          next = part.next;
        } else {
          value *= powers.get(this.word(next)) ?? 1;
          next++;
        }
      }
      const last = this.denominator(next, whole === 1);
      if (last && next > from) return { next: last.next, value: whole / (value + last.value) };
    }
    return null;
  }
}

const lastScale = (value: number): number =>
  value >= 1e12 ? 1e12 : value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : value >= 1e3 ? 1e3 : 1;

function powerValue(raw: string): number {
  const clean = raw.toLowerCase().replaceAll(",", "");
  const scientific = /^([\d.]+)(?:x10\^|e)([+-]*\d+)$/.exec(clean);
  const sign = (signed: string): number =>
    ((signed.match(/-/g)?.length ?? 0) % 2 === 1 ? -1 : 1) * Number(signed.replace(/[+-]/g, ""));
  if (scientific) return Number(scientific[1]) * 10 ** sign(scientific[2] as string);
  const [base = "0", exponent = "1"] = clean.split("^");
  return Number(base) ** sign(exponent);
}

function plainValue(raw: string): number {
  if (/^\.?\d+$/.test(raw)) return Number(raw);
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(raw)) return Number(raw.replaceAll(",", ""));
  if (/^\d+\.\d+$/.test(raw)) return Number(raw);
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(raw)) return Number(raw.replaceAll(".", "").replace(",", "."));
  if (/^\d+,\d+$/.test(raw)) return Number(raw.replace(",", "."));
  return Number.NaN;
}
