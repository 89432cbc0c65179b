import type { Article } from "./article.ts";
import type { CleanedDocument } from "./cleaned-document.ts";
import type { Facts } from "./facts.ts";
import { sha256 } from "./ids.ts";

/**
 * How cleaned documents and their facts are stored: the text once, and in place of every other text that stands in it the number
 * that says where. A cleaned article's JSON held its text three times (as body, as blocks, as the text facts refer to), and facts held
 * most sentences twice; so it takes a third of the room, and of the time to hash, pack and parse. What was stored whole before is
 * read as it is.
 */
const STORED = 2;

/** In place of a text: `0` what stands at its span; in blocks also `n` the next n characters, as the body joins them. */
type Slim = unknown;

/** @returns a value for `JSON.stringify`; {@link cleanedOf} makes the document of it again */
export function storedCleaned({ article, text, excluded }: CleanedDocument): Slim {
  const from = text.endsWith(article.text) ? text.length - article.text.length : 0;
  let next = from;
  const blocks = article.blocks.map((block) => {
    if (standsAt(text, block.span, block.text)) return { ...block, text: 0 };
    if (block.text === "" || !text.startsWith(block.text, next)) return block;
    next += block.text.length + 1;
    return { ...block, text: block.text.length };
  });
  const joined = article.blocks.map((block) => block.text).join("\n") === article.text;
  const removed = withoutTexts(article.removed, text);
  return { stored: STORED, article: { ...article, text: joined ? 0 : article.text, blocks, removed }, text, excluded, from };
}

interface SlimCleaned extends Pick<CleanedDocument, "text" | "excluded"> {
  readonly from: number;
  readonly article: Omit<Article, "text" | "blocks"> & {
    readonly text: string | number;
    readonly blocks: readonly (Omit<Article["blocks"][number], "text"> & { readonly text: string | number })[];
  };
}

/** @param stored what was parsed: made by {@link storedCleaned}, or a whole document as earlier releases stored it */
export function cleanedOf(stored: unknown): CleanedDocument {
  if (!isStored<SlimCleaned>(stored)) return stored as CleanedDocument;
  const { article, text, excluded, from } = stored;
  let next = from;
  const blocks = article.blocks.map((block) => {
    if (typeof block.text === "string") return { ...block, text: block.text };
    if (block.text === 0) return { ...block, text: block.span === null ? "" : text.slice(...block.span) };
    next += block.text + 1;
    return { ...block, text: text.slice(next - 1 - block.text, next - 1) };
  });
  const body = typeof article.text === "string" ? article.text : blocks.map((block) => block.text).join("\n");
  const removed = withTexts(article.removed, text) as Article["removed"];
  return { article: { ...article, text: body, blocks, removed }, text, excluded };
}

/** @param text the text their spans refer to. Its hash is kept with them, so that they are never read with another. */
export function storedFacts(facts: Facts, text: string): Slim {
  return { stored: STORED, text: hashOf(text), facts: withoutTexts(facts, text) };
}

/** @returns null where these are the facts of another text: of an article that has changed since */
export function factsOf(stored: unknown, text: string): Facts | null {
  if (!isStored<{ readonly text: string; readonly facts: unknown }>(stored)) return stored as Facts;
  const { text: textHash, facts } = stored;
  return textHash === hashOf(text) ? (withTexts(facts, text) as Facts) : null;
}

const hashOf = (text: string): string => sha256(text).slice(0, 32);

/** Whether it is what {@link storedCleaned} or {@link storedFacts} made; which of the two, the place it was read from says. */
function isStored<T>(value: unknown): value is T & { readonly stored: number } {
  return typeof value === "object" && value !== null && (value as { stored?: unknown }).stored === STORED;
}

type Fields = Record<string, unknown>;

/** The value with `0` for every `text` that stands at the `span` next to it. Keys keep their order. */
function withoutTexts(value: unknown, source: string): unknown {
  return changed(value, (item) => (typeof item.text === "string" && standsAt(source, item.span, item.text) ? 0 : item.text));
}

function withTexts(value: unknown, source: string): unknown {
  return changed(value, (item) => (item.text === 0 && isSpan(item.span) ? source.slice(...item.span) : item.text));
}

/** What has no such text in it is not copied. */
function changed(value: unknown, textOf: (item: Fields) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let i = 0; i < value.length; i++) {
      const now = changed(value[i], textOf);
      if (now === value[i]) continue;
      copy ??= value.slice();
      copy[i] = now;
    }
    return copy ?? value;
  }
  const item = value as Fields;
  let copy: Fields | undefined;
  for (const key in item) {
    const now = key === "text" ? textOf(item) : changed(item[key], textOf);
    if (now === item[key]) continue;
    copy ??= { ...item };
    copy[key] = now;
  }
  return copy ?? item;
}

function isSpan(span: unknown): span is [number, number] {
  return Array.isArray(span) && span.length === 2 && typeof span[0] === "number" && typeof span[1] === "number";
}

/** A text that begins or ends within a surrogate pair is stored as it is: what makes JSON storable has to see it. */
function standsAt(source: string, span: unknown, text: string): boolean {
  if (!isSpan(span) || span[1] - span[0] !== text.length || text === "") return false;
  const [first, last] = [text.charCodeAt(0) >> 10, text.charCodeAt(text.length - 1) >> 10];
  return first !== 0xdc00 >> 10 && last !== 0xd800 >> 10 && source.startsWith(text, span[0]);
}
