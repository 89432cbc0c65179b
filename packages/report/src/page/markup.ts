/**
 * Escaping by construction. Everything a page shows comes from outside, so a string becomes HTML only through the
 * `html` template: literals are ours, interpolated strings are escaped for the place they stand in (text or attribute),
 * and only values that are already `Html` pass as they are.
 */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** Names of the invisible characters that reorder or hide text, shown instead of obeyed. */
const INVISIBLE: Record<string, string> = {
  "\u061c": "ALM",
  "\u200e": "LRM",
  "\u200f": "RLM",
  "\u202a": "LRE",
  "\u202b": "RLE",
  "\u202c": "PDF",
  "\u202d": "LRO",
  "\u202e": "RLO",
  "\u2066": "LRI",
  "\u2067": "RLI",
  "\u2068": "FSI",
  "\u2069": "PDI",
  "\ufeff": "BOM",
  "\u200b": "ZWSP",
};
// Matches U+202E in "abc\u202Edef", NUL and lone surrogates; leaves tab, newline, ZWJ and ZWNJ, which words need.
const UNSAFE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escapeSpecial = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

/** The characters as a reader may safely see them: no control reorders or hides its neighbours. */
export function plain(text: string): string {
  return text.replace(UNSAFE, "").replace(LONE_SURROGATE, "\ufffd");
}

/** Text for an element's content. Bidirectional controls become a visible mark, so a reader sees the attempt. */
export function escapeText(text: string): string {
  return escapeSpecial(text.replace(LONE_SURROGATE, "\ufffd")).replace(UNSAFE, (c) => {
    const name = INVISIBLE[c];
    if (name === undefined) return "\ufffd";
    return name === "BOM" || name === "ZWSP" ? "" : `<span class="ctl" title="bidirectional control character">${name}</span>`;
  });
}

const escapeAttribute = (text: string): string => escapeSpecial(plain(text));

function render(content: Content, inTag: boolean): string {
  if (content === null || content === undefined || content === false) return "";
  if (content instanceof Html) return content.markup;
  if (typeof content === "string") return inTag ? escapeAttribute(content) : escapeText(content);
  if (typeof content === "number") return String(content);
  let out = "";
  for (const part of content) out += render(part, inTag);
  return out;
}

/** A template read once: the literal before the first hole, then each hole, whether it stands in a tag, and what follows. */
interface Template {
  readonly head: string;
  readonly holes: readonly { readonly inTag: boolean; readonly tail: string }[];
}

const templates = new WeakMap<TemplateStringsArray, Template>();
function templateOf(literals: TemplateStringsArray): Template {
  let template = templates.get(literals);
  if (template) return template;
  const [head = "", ...tails] = literals;
  let inTag = endsInTag(head, false);
  const holes = tails.map((tail) => {
    const hole = { inTag, tail };
    inTag = endsInTag(tail, inTag);
    return hole;
  });
  template = { head, holes };
  templates.set(literals, template);
  return template;
}

function endsInTag(literal: string, startsInTag: boolean): boolean {
  const [opened, closed] = [literal.lastIndexOf("<"), literal.lastIndexOf(">")];
  return opened === closed ? startsInTag : opened > closed;
}

/** The only way text becomes markup. Attribute values in the literal must be quoted. */
export function html(literals: TemplateStringsArray, ...values: readonly Content[]): Html {
  const { head, holes } = templateOf(literals);
  let out = head;
  holes.forEach(({ inTag, tail }, i) => {
    out += render(values[i], inTag) + tail;
  });
  return new Html(out);
}

/** Text of unknown direction inside a sentence of ours, isolated so neither disturbs the other. */
export const bdi = (text: Content): Html => html`<bdi>${text}</bdi>`;
/** Words for screen readers where sighted readers have a sign. */
export const hidden = (text: Content): Html => html`<span class="vh">${text}</span>`;

/** A link target from outside, or null when it is not plain http(s). */
export function safeUrl(url: string | null): string | null {
  if (url === null || url.length > 2048) return null;
  try {
    const { protocol, href } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}
