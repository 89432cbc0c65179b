import { NumberGrammar, type NumberRead } from "./number-grammar.ts";
import { currencyCodes, currencyPrefixes, currencySigns, currencyWords, measureWords } from "./unit-words.ts";

export type NumberKind = "number" | "dimension" | "currency" | "percentage";

/** One number found, in the shape Microsoft's Recognizers-Text uses. `end` is past the last character. */
export interface RecognizedNumber {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: NumberKind;
  /** Decimal, with “%” behind a percentage; null for a unit without a number. */
  readonly value: string | null;
  readonly unit: string | null;
}

export interface RecognizeOptions {
  /** What to look for. @default ["number"] */
  readonly kinds?: readonly NumberKind[];
}

/**
 * Finds English numbers, sums, measures and percentages in short text by their surface alone, exotic fractions included.
 * For the figures of an article use `extractFacts`: this function knows nothing of stories, dates or noise.
 */
export function recognizeNumbers(text: string, { kinds = ["number"] }: RecognizeOptions = {}): RecognizedNumber[] {
  const out: RecognizedNumber[] = [];
  for (const kind of new Set(kinds)) out.push(...recognizers[kind](text));
  return out.sort((a, b) => a.start - b.start || a.end - b.end);
}

const show = (value: number): string => (Object.is(value, -0) ? "0" : String(Number(value.toPrecision(15))));

const pointers = new Set("the this that which".split(" "));

function plainNumbers(text: string): RecognizedNumber[] {
  const grammar = new NumberGrammar(text);
  const out: RecognizedNumber[] = [];
  for (let at = 0; at < grammar.list.length; ) {
    const token = grammar.list[at];
    if (!token) break;
    const isTied = token.isDigits && grammar.glued(at) && /^\p{L}/u.test(grammar.word(at - 1));
    const read = isTied ? null : grammar.numberAt(at);
    if (!read || (grammar.word(at) === "one" && read.next === at + 1 && pointers.has(grammar.word(at - 1)))) {
      at++;
      continue;
    }
    out.push({
      start: read.start,
      end: read.end,
      text: text.slice(read.start, read.end),
      type: "number",
      value: show(read.value),
      unit: null,
    });
    at = read.next;
  }
  return out;
}

function percentages(text: string): RecognizedNumber[] {
  const grammar = new NumberGrammar(text, false);
  const out: RecognizedNumber[] = [];
  for (let at = 0; at < grammar.list.length; ) {
    // “percent of 10”
    const led = percentEnd(grammar, at);
    if (led > at && grammar.word(led) === "of") {
      const read = grammar.numberAt(led + 1);
      if (read) {
        const start = grammar.list[at]?.start ?? 0;
        out.push({
          start,
          end: read.end,
          text: text.slice(start, read.end),
          type: "percentage",
          value: `${show(read.value)}%`,
          unit: null,
        });
        at = read.next;
        continue;
      }
    }
    const read = grammar.numberAt(at);
    const end = read ? percentEnd(grammar, read.next) : 0;
    if (!read || end <= read.next || isCoded(text, read)) {
      at = read && end <= read.next ? Math.max(at + 1, read.next) : at + 1;
      continue;
    }
    const stop = grammar.list[end - 1]?.end ?? read.end;
    out.push({
      start: read.start,
      end: stop,
      text: text.slice(read.start, stop),
      type: "percentage",
      value: `${show(read.value)}%`,
      unit: null,
    });
    at = end;
  }
  return out;
}

/** “%28” and the like in an address are escapes. */
const isCoded = (text: string, read: NumberRead): boolean =>
  /[%=&/]/.test(text[read.start - 1] ?? " ") || /^%[0-9A-Fa-f]{2}/.test(text.slice(read.end, read.end + 3));

function percentEnd(grammar: NumberGrammar, at: number): number {
  const word = grammar.word(at);
  if (word === "%" || word === "percent" || word === "pct") return at + 1;
  return word === "per" && grammar.word(at + 1) === "cent" ? at + 2 : at;
}

/** The unit at a token: hyphen and brackets between it and the number allowed. */
function unitAt(grammar: NumberGrammar, at: number): { unit: string; next: number } | null {
  let from = at;
  if (grammar.word(from) === "-") from++;
  const bracket = /^[([{]$/.test(grammar.word(from));
  if (bracket) from++;
  for (let length = 4; length >= 1; length--) {
    let phrase = "";
    for (let i = from; i < from + length; i++) phrase += (i > from && !grammar.glued(i) ? " " : "") + grammar.word(i);
    const unit = measureWords.get(phrase);
    if (unit === undefined) continue;
    let next = from + length;
    if (bracket) {
      if (!/^[)\]}]$/.test(grammar.word(next))) return null;
      next++;
    }
    return { unit, next };
  }
  return null;
}

function dimensions(text: string): RecognizedNumber[] {
  const grammar = new NumberGrammar(text, false);
  const out: RecognizedNumber[] = [];
  for (let at = 0; at < grammar.list.length; ) {
    if (grammar.word(at) === "mcg") {
      const token = grammar.list[at];
      if (token)
        out.push({ start: token.start, end: token.end, text: token.text, type: "dimension", value: null, unit: "Microgram" });
    }
    const isTied = grammar.list[at]?.isDigits && grammar.glued(at) && /^[\p{L}-]/u.test(grammar.word(at - 1));
    const read = isTied ? null : grammar.numberAt(at);
    const unit = read ? unitAt(grammar, read.next) : null;
    if (!read || !unit || isOtherMeaning(grammar, read, unit)) {
      at = read ? Math.max(at + 1, read.next) : at + 1;
      continue;
    }
    const end = grammar.list[unit.next - 1]?.end ?? read.end;
    out.push({
      start: read.start,
      end,
      text: text.slice(read.start, end),
      type: "dimension",
      value: show(read.value),
      unit: unit.unit,
    });
    at = unit.next;
  }
  return out;
}

/** Clock times (“6pm”), temperatures, and one-letter units that stand apart from what follows. */
function isOtherMeaning(grammar: NumberGrammar, read: NumberRead, unit: { unit: string; next: number }): boolean {
  const word = grammar.word(unit.next - 1);
  if (word === "pm") return grammar.glued(unit.next - 1) || grammar.word(read.next - 2) === ":";
  if (unit.unit === "Degree")
    return grammar.list
      .slice(Math.max(0, read.next - 8), read.next)
      .some(({ text }) => /^(?:temperature|weather|hot|cold|warm|heat)$/.test(text));
  if (word.length === 1 && /^\p{L}$/u.test(word)) {
    const after = grammar.list[unit.next];
    // “24703 L-202”: a letter that begins a code
    if (after && grammar.glued(unit.next) && !/^[.,;:)?!]$/.test(after.text)) return true;
  }
  return false;
}

function currencies(text: string): RecognizedNumber[] {
  const grammar = new NumberGrammar(text, true);
  const out: RecognizedNumber[] = [];
  const push = (start: number, end: number, value: number | null, unit: string): void => {
    out.push({ start, end, text: text.slice(start, end), type: "currency", value: value === null ? null : show(value), unit });
  };
  for (let at = 0; at < grammar.list.length; ) {
    const lead = leadingCurrency(grammar, at);
    if (lead) {
      const read = grammar.numberAt(lead.next);
      if (read && (read.isDigits || lead.isSign)) {
        // “$ 10 dollars”
        const named = currencyAfter(grammar, read.next);
        const next = named && named.unit === lead.unit && !grammar.glued(read.next - 1) ? named.next : read.next;
        push(grammar.list[at]?.start ?? 0, grammar.list[next - 1]?.end ?? read.end, read.value, lead.unit);
        at = next;
        continue;
      }
    }
    if (lead && !lead.isSign) {
      at++;
      continue;
    }
    const isTied = grammar.list[at]?.isDigits && grammar.glued(at) && /^\p{L}/u.test(grammar.word(at - 1));
    const read = isTied ? null : grammar.numberAt(at);
    const unit = read ? currencyAfter(grammar, read.next) : null;
    if (!read || !unit) {
      const alone = grammar.word(at) === "dollar" || grammar.word(at) === "dollars" ? grammar.list[at] : undefined;
      if (alone) push(alone.start, alone.end, null, "Dollar");
      at++;
      continue;
    }
    let next = unit.next;
    let value = read.value * unit.factor;
    const fraction = smallChange(grammar, next, unit);
    if (fraction) {
      next = fraction.next;
      value += fraction.value;
    }
    push(read.start, grammar.list[next - 1]?.end ?? read.end, value, unit.unit);
    at = next;
  }
  return out;
}

function leadingCurrency(grammar: NumberGrammar, at: number): { unit: string; next: number; isSign: boolean } | null {
  const word = grammar.word(at);
  const prefix = currencyPrefixes.get(word);
  if (prefix !== undefined && grammar.word(at + 1) === "$") return { unit: prefix, next: at + 2, isSign: true };
  const sign = currencySigns.get(word);
  if (sign !== undefined) {
    // “10 $”: the sign belongs to the number before it, if that is not taken yet.
    return { unit: sign, next: at + 1, isSign: true };
  }
  const code = currencyCodes.get(word);
  return code !== undefined &&
    grammar.list[at + 1]?.isDigits &&
    /^[a-z]{3}$/.test(word) &&
    !(word === "all" || word === "mop" || word === "try")
    ? { unit: code, next: at + 1, isSign: false }
    : null;
}

function currencyAfter(grammar: NumberGrammar, at: number): { unit: string; next: number; factor: number } | null {
  const hyphen = grammar.word(at) === "-" ? at + 1 : at;
  for (let length = 3; length >= 1; length--) {
    let phrase = grammar.word(hyphen);
    for (let i = hyphen + 1; i < hyphen + length; i++) phrase += ` ${grammar.word(i)}`;
    const unit = currencyWords.get(phrase);
    if (unit !== undefined) return { unit, next: hyphen + length, factor: 1 };
  }
  const word = grammar.word(hyphen);
  const sign = currencySigns.get(word);
  if (sign !== undefined && !(grammar.list[hyphen + 1]?.isDigits && grammar.glued(hyphen + 1)))
    return { unit: sign, next: hyphen + 1, factor: 1 };
  const code = currencyCodes.get(word);
  if (code !== undefined && !/^(?:all|try|top|mop)$/.test(word)) {
    const scale = /^(?:million|billion|thousand)$/.test(grammar.word(hyphen + 1))
      ? { million: 1e6, billion: 1e9, thousand: 1e3 }[grammar.word(hyphen + 1) as "million"]
      : 1;
    return { unit: code, next: scale === 1 ? hyphen + 1 : hyphen + 2, factor: scale };
  }
  const millions = /^m([a-z]{3})$/.exec(word);
  const inner = millions ? currencyCodes.get(millions[1] as string) : undefined;
  return inner === undefined ? null : { unit: inner, next: hyphen + 1, factor: 1e6 };
}

/** “3 dollars 50 cents”, “thirteen dollars and forty-five cents”, “15 dollars 50”, “one kuai and five mao five” */
function smallChange(grammar: NumberGrammar, at: number, whole: { unit: string }): { next: number; value: number } | null {
  const from = grammar.word(at) === "and" ? at + 1 : at;
  const read = grammar.numberAt(from);
  if (!read || read.value < 0 || read.value >= 100) return null;
  const word = grammar.word(read.next);
  if (/^(?:cents?|pence|kopecks?|centimes?)$/.test(word)) return { next: read.next + 1, value: read.value / 100 };
  if (/^(?:mao|jiao)$/.test(word)) {
    const fen = grammar.numberAt(read.next + 1);
    return fen && fen.value < 10
      ? { next: fen.next, value: read.value / 10 + fen.value / 100 }
      : { next: read.next + 1, value: read.value / 10 };
  }
  if (from !== at || currencyAfter(grammar, read.next) || whole.unit !== "Dollar" || read.value < 10) return null;
  const after = grammar.list[read.next];
  return after === undefined || /^[.,;!?]$/.test(after.text) ? { next: read.next, value: read.value / 100 } : null;
}

const recognizers: Readonly<Record<NumberKind, (text: string) => RecognizedNumber[]>> = {
  number: plainNumbers,
  dimension: dimensions,
  currency: currencies,
  percentage: percentages,
};
