/**
 * The body from a page's embedded data, for pages whose HTML holds little or none of it: JSON-LD's `articleBody`, then the JSON a
 * client-side framework would have rendered. Used only when it says far more than the blocks do.
 */
import type { Block } from "@wirefold/core";
import type { PageHead } from "../metadata/read-head.ts";
import { isProseText } from "./analyse-page.ts";
import { collapseSpace, decodeText } from "./decode-entities.ts";
import type { ParsedPage } from "./parse-page.ts";
import { textStatistics } from "./text-statistics.ts";

/** Data must hold this many times the text of the blocks, and at least so much. */
const RATIO_MIN = 2.5;
const CHARS_MIN = 600;
/** Embedded data is read only on pages with less prose than this in their HTML: a teaser, a notice, a footer. */
const PROSE_CHARS_MAX = 1200;
const SCRIPT_CHARS_MAX = 4_000_000;
const VALUES_MAX = 400_000;
const DEPTH_MAX = 40;

export interface DataBody {
  readonly blocks: Block[];
  readonly source: string;
}

export function bodyFromData(
  parsed: ParsedPage,
  head: PageHead,
  blocks: readonly Block[],
  proseTotal: number,
): DataBody | undefined {
  const have = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const wanted = Math.max(CHARS_MIN, have * RATIO_MIN);
  if (head.articleBody.length >= wanted) {
    const body = head.article?.articleBody;
    if (typeof body === "string") return { blocks: paragraphs(body), source: "json-ld:articleBody" };
  }
  // A page that renders its own prose needs no second opinion: data also holds other articles and configuration.
  if (proseTotal >= PROSE_CHARS_MAX) return undefined;
  let best: string[] = [];
  let bestChars = 0;
  for (const [, start, end] of parsed.jsonScripts) {
    if (end - start < wanted || end - start > SCRIPT_CHARS_MAX) continue;
    let value: unknown;
    try {
      value = JSON.parse(parsed.page.html.slice(start, end));
    } catch {
      continue;
    }
    const found = longestProse(value);
    const chars = found.reduce((sum, text) => sum + text.length, 0);
    if (chars > bestChars) {
      best = found;
      bestChars = chars;
    }
  }
  if (bestChars < wanted) return undefined;
  return { blocks: best.map((text) => ({ kind: "paragraph", text, span: null })), source: "json:embedded" };
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

/**
 * Finds the list (array of nodes) with the most prose below it. A rich-text tree is such a list: each of its items becomes a
 * paragraph, the strings inside one item are joined.
 */
function longestProse(root: unknown): string[] {
  let budget = VALUES_MAX;
  let best: string[] = [];
  let bestScore = 0;
  const consider = (lines: string[]): void => {
    let score = 0;
    for (const line of lines) {
      const stats = textStatistics(line);
      if (isProseText(stats, 0)) score += line.length;
    }
    if (score > bestScore) {
      bestScore = score;
      best = lines;
    }
  };
  /** All readable strings below a value, in order. */
  const stringsOf = (value: unknown, key: string, depth: number, out: string[]): void => {
    if (budget-- <= 0 || depth > DEPTH_MAX) return;
    if (typeof value === "string") {
      if (!machineKey.test(key) && !/^https?:|^[\w-]+$/.test(value.slice(0, 400))) out.push(value);
      else if (/^(?:text|value|content)$/i.test(key)) out.push(value);
    } else if (Array.isArray(value)) for (const item of value) stringsOf(item, key, depth + 1, out);
    else if (typeof value === "object" && value !== null)
      for (const [name, item] of Object.entries(value)) stringsOf(item, name, depth + 1, out);
  };
  const visit = (value: unknown, depth: number): void => {
    if (budget-- <= 0 || depth > DEPTH_MAX) return;
    if (typeof value === "string") {
      if (value.length > CHARS_MIN && /<p[\s>]|\n/.test(value)) consider(plain(value));
      return;
    }
    if (Array.isArray(value)) {
      if (value.length >= 3) {
        const lines: string[] = [];
        for (const item of value) {
          const strings: string[] = [];
          stringsOf(item, "", depth, strings);
          const joined = strings.join("");
          for (const line of plain(joined)) lines.push(line);
        }
        consider(lines);
      }
      for (const item of value) visit(item, depth + 1);
    } else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) visit(item, depth + 1);
  };
  visit(root, 0);
  // Lists of cards have short texts; an article's are mostly sentences.
  const prose = best.filter((line) => isProseText(textStatistics(line), 0)).reduce((sum, line) => sum + line.length, 0);
  const all = best.reduce((sum, line) => sum + line.length, 0);
  return all > 0 && prose / all > 0.8 ? best : [];
}
