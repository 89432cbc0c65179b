/**
 * Values out of the scripts that client-side frameworks leave in a page: assigned state (`window.__STATE__ = {…}`), state in a
 * string (`JSON.parse("…")`), function calls whose arguments are the data, and the rows of server components. Linear in the script.
 */

const SCRIPT_CHARS_MAX = 4_000_000;
const LITERALS_MAX = 20_000;
const LITERAL_CHARS_MIN = 40;
/** Each looks for a closing bracket, at worst to the script's end. */
const ATTEMPTS_MAX = 24;

const flightPush = /\.push\(\[\s*1\s*,\s*("(?:[^"\\]|\\.)*")\s*\]\s*\)/g;
const assigned =
  /(?:__[A-Za-z_]+__|__[A-Z_]+|[A-Za-z_$.]*(?:state|data|props|store|article|payload|content|initial|preloaded)[A-Za-z_$]*)(?:"\]|'\])?\s*=\s*(?=[[{(fJ"'])/gi;

/** The values a script holds, most telling first. */
export function valuesOfScript(source: string): unknown[] {
  if (source.length > SCRIPT_CHARS_MAX) return [];
  const values: unknown[] = [];
  let flight = "";
  for (const match of source.matchAll(flightPush)) {
    const part = parse(match[1] ?? "");
    if (typeof part === "string") flight += part;
  }
  if (flight !== "") values.push(...flightRows(flight));
  let attempts = 0;
  for (const match of source.matchAll(assigned)) {
    attempts += 1;
    if (attempts > ATTEMPTS_MAX) break;
    const from = match.index + match[0].length;
    const value = valueAt(source, from);
    if (value !== undefined) values.push(value);
  }
  if (values.length === 0) {
    const literals = stringLiterals(source);
    if (literals.length > 0) values.push(literals);
  }
  return values;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The JSON that begins at `from`, bare or in `JSON.parse("…")`. */
function valueAt(source: string, from: number): unknown {
  const call = /^JSON\.parse\(\s*(?:decodeURIComponent\(\s*)?/.exec(source.slice(from, from + 60));
  const at = from + (call?.[0].length ?? 0);
  const code = source[at];
  if (code === '"' || code === "'") {
    const end = literalEnd(source, at);
    const text = end < 0 ? undefined : unescapeLiteral(source.slice(at + 1, end));
    if (text === undefined) return undefined;
    const decoded = call?.[0].includes("decode") ? decodeUri(text) : text;
    return /^\s*[[{]/.test(decoded) ? parse(decoded) : undefined;
  }
  if (code !== "{" && code !== "[") return undefined;
  const end = bracketEnd(source, at);
  if (end < 0) return undefined;
  const body = source.slice(at, end);
  // JavaScript's `undefined` is the usual reason for not being JSON.
  return parse(body) ?? parse(body.replace(/:\s*(?:undefined|void 0|NaN)(?=\s*[,}])/g, ":null"));
}

const decodeUri = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Just past the bracket that closes the one at `from`; -1 when none does. */
function bracketEnd(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const char = source[at];
    if (char === '"' || char === "'") {
      const end = literalEnd(source, at);
      if (end < 0) return -1;
      at = end;
    } else if (char === "{" || char === "[") depth += 1;
    else if (char === "}" || char === "]") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** The closing quote of the string literal at `from`; -1 when it never comes. */
function literalEnd(source: string, from: number): number {
  const quote = source[from];
  for (let at = from + 1; at < source.length; at++) {
    const char = source[at];
    if (char === "\\") at += 1;
    else if (char === quote) return at;
  }
  return -1;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", 0: "" };
const unescapeLiteral = (raw: string): string =>
  raw.replace(
    /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi,
    (_all, brace, four, two, one: string | undefined) => {
      const hex = brace ?? four ?? two;
      if (hex !== undefined) {
        const code = Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : "";
      }
      return one === undefined ? "" : (escapes[one] ?? one);
    },
  );

/** The script's longer string literals in order: the arguments of `(function(a,b){…}("…","…"))`. */
function stringLiterals(source: string): string[] {
  const found: string[] = [];
  /** Quotes that open and never close: one look to the end is enough. */
  const unclosed = new Set<string>();
  for (let at = 0; at < source.length && found.length < LITERALS_MAX; at++) {
    const char = source[at];
    if (char !== '"' && char !== "'" && char !== "`") continue;
    if (unclosed.has(char)) continue;
    const end = literalEnd(source, at);
    if (end < 0) {
      unclosed.add(char);
      continue;
    }
    if (end - at > LITERAL_CHARS_MIN) found.push(unescapeLiteral(source.slice(at + 1, end)));
    at = end;
  }
  return found;
}

/** The rows of server components: `id:JSON` a line, or `id:Tlength,text` with the length in bytes. */
function flightRows(flight: string): unknown[] {
  const values: unknown[] = [];
  let at = 0;
  while (at < flight.length) {
    const head = /^[\da-f]*:(?:T([\da-f]+),|[A-Z]*)?/i.exec(flight.slice(at, at + 40));
    if (head === null || head[0] === "") {
      const next = flight.indexOf("\n", at);
      if (next < 0) break;
      at = next + 1;
      continue;
    }
    const from = at + head[0].length;
    if (head[1] !== undefined) {
      const bytes = Buffer.from(flight.slice(from, from + Number.parseInt(head[1], 16)), "utf8");
      const text = bytes.subarray(0, Number.parseInt(head[1], 16)).toString("utf8");
      values.push(text);
      at = from + text.length;
      continue;
    }
    const end = flight.indexOf("\n", from);
    const value = parse(flight.slice(from, end < 0 ? flight.length : end));
    if (value !== undefined) values.push(value);
    if (end < 0) break;
    at = end + 1;
  }
  return values;
}
