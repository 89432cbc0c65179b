/**
 * The body from a page's embedded data, for pages whose HTML holds little or none of it: JSON-LD's `articleBody`, then the data a
 * client-side framework would have rendered. Used only when it says far more than the blocks do, or where they say nothing.
 */
import type { Block } from "@wirefold/core";
import type { PageHead } from "../metadata/read-head.ts";
import { isProseText } from "./analyse-page.ts";
import { valuesOfScript } from "./data-scripts.ts";
import { collapseSpace, decodeText } from "./decode-entities.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { textStatistics } from "./text-statistics.ts";
import { foldedText } from "./title-words.ts";

/** Data must hold this many times the text of the blocks, and at least so much. */
const RATIO_MIN = 2.5;
const CHARS_MIN = 600;
/** The same on a page that shows less than this: news in brief has a sentence or two. */
const EMPTY_CHARS_MAX = 120;
const BRIEF_CHARS_MIN = 80;
const DATA_BRIEF_CHARS_MIN = 160;
/** Embedded data is read only on pages with less prose than this in their HTML: a teaser, a notice, a footer. */
const PROSE_CHARS_MAX = 1200;
const SCRIPT_CHARS_MAX = 4_000_000;
const VALUES_MAX = 400_000;
const DEPTH_MAX = 40;

export interface DataBody {
  readonly blocks: Block[];
  readonly source: string;
  /** When the object with the page's headline says it was published, as it says it. */
  readonly published?: string | undefined;
}

export function bodyFromData(
  parsed: ParsedPage,
  head: PageHead,
  blocks: readonly { readonly text: string }[],
  proseTotal: number,
  titles: readonly string[],
): DataBody | undefined {
  const have = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const isEmpty = have < EMPTY_CHARS_MAX;
  const least = (brief: number): number => (isEmpty ? Math.max(brief, have * RATIO_MIN) : Math.max(CHARS_MIN, have * RATIO_MIN));
  if (head.articleBody.length >= least(BRIEF_CHARS_MIN) && isProseText(textStatistics(head.articleBody), 0)) {
    const body = head.article?.articleBody;
    if (typeof body === "string") return { blocks: paragraphs(body), source: "json-ld:articleBody" };
  }
  // A page that renders its own prose needs no second opinion: data also holds other articles and configuration.
  if (proseTotal >= PROSE_CHARS_MAX) return undefined;
  const wanted = least(DATA_BRIEF_CHARS_MIN);
  const own = new Set(titles.map(foldedText));
  let best: string[] = [];
  let bestScore = 0;
  let published: string | undefined;
  const consider = (value: unknown): void => {
    const found = longestProse(value, own);
    if (found.score > bestScore) {
      best = found.lines;
      bestScore = found.score;
      published = found.published;
    }
  };
  const { html } = parsed.page;
  for (const [, start, end] of parsed.jsonScripts) {
    if (end - start < wanted || end - start > SCRIPT_CHARS_MAX) continue;
    try {
      consider(JSON.parse(html.slice(start, end)));
    } catch {
      // Not JSON after all.
    }
  }
  // Scripts hold much besides: they are asked only where the page shows nothing.
  if (best.length === 0 && isEmpty) {
    // Server components come in many small scripts that make one text.
    const flight = parsed.scripts.filter(([start, end]) => html.slice(start, Math.min(end, start + 80)).includes("__next_f"));
    if (flight.length > 0)
      for (const value of valuesOfScript(flight.map(([start, end]) => html.slice(start, end)).join("\n"))) consider(value);
    for (const [start, end] of parsed.scripts) {
      if (end - start < wanted || end - start > SCRIPT_CHARS_MAX || flight.some(([from]) => from === start)) continue;
      for (const value of valuesOfScript(html.slice(start, end))) consider(value);
    }
  }
  if (best.reduce((sum, text) => sum + text.length, 0) < wanted) return undefined;
  while (own.has(foldedText(best[0] ?? ""))) best = best.slice(1);
  return { blocks: best.map((text) => ({ kind: "paragraph", text, span: null })), source: "json:embedded", published };
}

const breaks = /<\/(?:p|div|h[1-6]|li|blockquote|ul|ol|tr)\s*>|<br\s*\/?>|\r?\n/gi;

const plain = (html: string): string[] =>
  decodeText(html.replace(breaks, "\n").replace(/<[^<>]{0,2000}>/g, ""))
    .split("\n")
    .map(collapseSpace)
    .filter((line) => line !== "");

const paragraphs = (body: string): Block[] =>
  plain(body.includes("&lt;") ? decodeText(body) : body).map((text) => ({ kind: "paragraph", text, span: null }));

/** Keys whose strings never are what a reader reads. */
const machineKey =
  /^(?:url|href|src|id|uuid|slug|type|__typename|class|className|style|path|image|css|script|query|token|hash|alt|caption|credit|description|summary|seo.*|meta.*|og.*)$/i;

/** Objects that bear the page's own headline are its article; those that bear another's are not. */
const OWN_WEIGHT = 4;
const headlineKey = /^(?:title|headline|heading|name|articleTitle|seoTitle)$/i;

/** Strings of this many characters may be a body by themselves. */
const TEXT_CHARS_MIN = 120;

const publishedKey = /^(?:date_?published|(?:first_?)?publish(?:ed)?_?(?:at|on|date|time)|publication_?date|pub_?date)$/i;

interface Prose {
  readonly lines: string[];
  readonly score: number;
  readonly published: string | undefined;
}

/**
 * Finds the text or list (array of nodes) with the most prose below it. A rich-text tree is such a list: each of its items becomes a
 * paragraph, the strings inside one item are joined. `own` are the page's headlines, folded.
 */
function longestProse(root: unknown, own: ReadonlySet<string>): Prose {
  let budget = VALUES_MAX;
  let best: string[] = [];
  let bestScore = 0;
  let published: string | undefined;
  const consider = (lines: string[], weight: number): void => {
    let score = 0;
    for (const line of lines) {
      const stats = textStatistics(line);
      if (isProseText(stats, 0)) score += line.length;
    }
    if (score * weight > bestScore && isMostlyProse(lines)) {
      bestScore = score * weight;
      best = lines;
    }
  };
  /** All readable strings below a value, in order. */
  const stringsOf = (value: unknown, key: string, depth: number, out: string[]): void => {
    if (budget-- <= 0 || depth > DEPTH_MAX) return;
    if (typeof value === "string") {
      if (!machineKey.test(key) && !/^https?:|^\$|^[\w-]+$/.test(value.slice(0, 400))) out.push(value);
      else if (/^(?:text|value|content)$/i.test(key)) out.push(value);
    } else if (Array.isArray(value)) for (const item of value) stringsOf(item, key, depth + 1, out);
    else if (typeof value === "object" && value !== null)
      for (const [name, item] of Object.entries(value)) stringsOf(item, name, depth + 1, out);
  };
  const visit = (value: unknown, key: string, depth: number, weight: number): void => {
    if (budget-- <= 0 || depth > DEPTH_MAX) return;
    if (typeof value === "string") {
      if (machineKey.test(key)) return;
      if (
        value.length > TEXT_CHARS_MIN &&
        (/<p[\s>]|\n/.test(value) || /^(?:body|content|text|html|articleBody|.*body)$/i.test(key) || depth === 0)
      )
        consider(plain(value), weight);
      return;
    }
    if (Array.isArray(value)) {
      if (value.length >= 2) {
        const lines: string[] = [];
        for (const item of value) {
          const strings: string[] = [];
          stringsOf(item, "", depth, strings);
          for (const line of plain(strings.join(""))) lines.push(line);
        }
        consider(lines, weight);
      }
      for (const item of value) visit(item, key, depth + 1, weight);
    } else if (typeof value === "object" && value !== null) {
      const entries = Object.entries(value);
      let below = weight;
      for (const [name, item] of entries)
        if (typeof item === "string" && item.length < 400 && headlineKey.test(name) && item.includes(" "))
          below = own.has(foldedText(item)) ? OWN_WEIGHT : own.size > 0 ? Math.min(weight, 1) : weight;
      if (below === OWN_WEIGHT && published === undefined)
        for (const [name, item] of entries) if (typeof item === "string" && publishedKey.test(name)) published ??= item;
      for (const [name, item] of entries) visit(item, name, depth + 1, below);
    }
  };
  visit(root, "", 0, 1);
  return { lines: best, score: bestScore, published };
}

/** Lists of cards have short texts; an article's are mostly sentences. */
function isMostlyProse(lines: readonly string[]): boolean {
  let prose = 0;
  let all = 0;
  for (const line of lines) {
    all += line.length;
    if (isProseText(textStatistics(line), 0)) prose += line.length;
  }
  return all > 0 && prose / all > 0.8;
}
