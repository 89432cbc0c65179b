/**
 * What a block's features need to know of the whole page: sums over blocks that look alike, running sums that make any window of
 * blocks a subtraction, the headline, and what the page says of itself.
 */
import { f64At, i32At, mustGet, u16At } from "@wirefold/core";
import { itemAt } from "../indexing.ts";
import type { PageHead } from "../metadata/read-head.ts";
import { type AnalysedBlock, INSIDE, isWithin, type PageAnalysis } from "./analyse-page.ts";
import { isHeadingTag, TAG } from "./tags.ts";
import { foldedText, foldWords } from "./title-words.ts";
import { WordTable } from "./word-table.ts";

/** Sums over the blocks of one signature. */
export interface SignatureSums {
  count: number;
  chars: number;
  linkChars: number;
  proseChars: number;
}

export interface FeatureContext {
  readonly analysis: PageAnalysis;
  readonly blocks: readonly AnalysedBlock[];
  /** Folded text of each block's first characters. */
  readonly folded: readonly string[];
  /** Blocks with the same folded text, and the first of them. */
  readonly copies: Int32Array;
  readonly firstCopy: Int32Array;
  readonly signatures: readonly SignatureSums[];
  /** For each block: in how many runs of siblings its parent's kind of element stands. */
  readonly parentRuns: Int32Array;
  /** Sums over the blocks before index i. */
  readonly charsBefore: Float64Array;
  readonly linksBefore: Float64Array;
  readonly proseBefore: Float64Array;
  /** The same over prose inside the prose root. */
  readonly rootProseBefore: Float64Array;
  readonly firstProse: number;
  readonly lastProse: number;
  /** Depth of the deepest element around a block and the next one. */
  readonly depthWithNext: Int32Array;
  readonly isTitle: Uint8Array;
  /** The headline's block, -1 for none. */
  readonly titleIndex: number;
  readonly h1Total: number;
  /** Bits: 1 for words of the headline, 2 for words of the description. */
  readonly knownWords: WordTable<number>;
  readonly titleWordCount: number;
  readonly descriptionWordCount: number;
  /** JSON-LD's body, folded; "" when there is none worth the name. */
  readonly body: string;
}

/** Shorter bodies are teasers. */
const BODY_CHARS_MIN = 400;
/** Characters of a block that its folded text is made from. */
const FOLDED_CHARS = 240;

export function featureContext(analysis: PageAnalysis, head: PageHead, titles: readonly string[]): FeatureContext {
  const { blocks, parsed, proseRoot } = analysis;
  const { page } = parsed;
  const count = blocks.length;

  const foldedTitles = new Set(titles.map((title) => foldedText(title)));
  foldedTitles.delete("");
  const folded: string[] = [];
  const copies = new Int32Array(count);
  const firstCopy = new Int32Array(count);
  const isTitle = new Uint8Array(count);
  const firstAt = new Map<string, number>();
  const signatures: SignatureSums[] = [];
  const parentRuns = new Int32Array(count);
  const runs = new Map<number, number>();
  const charsBefore = new Float64Array(count + 1);
  const linksBefore = new Float64Array(count + 1);
  const proseBefore = new Float64Array(count + 1);
  const rootProseBefore = new Float64Array(count + 1);
  const depthWithNext = new Int32Array(count);
  let firstProse = -1;
  let lastProse = -1;
  let lastParent = -1;
  let h1Total = 0;
  let titleHeading = -1;
  let titleLine = -1;
  for (let i = 0; i < count; i++) {
    const block = itemAt(blocks, i);
    const { text, node, isProse } = block;
    const chars = text.length;
    const key = foldedText(chars > FOLDED_CHARS ? text.slice(0, FOLDED_CHARS) : text);
    folded.push(key);
    const first = firstAt.get(key);
    firstCopy[i] = first ?? i;
    if (first === undefined) firstAt.set(key, i);
    copies[i32At(firstCopy, i)] = i32At(copies, i32At(firstCopy, i)) + 1;

    let sums = signatures[block.signature];
    if (sums === undefined) {
      sums = { count: 0, chars: 0, linkChars: 0, proseChars: 0 };
      signatures[block.signature] = sums;
    }
    sums.count += 1;
    sums.chars += chars;
    sums.linkChars += block.linkChars;
    if (isProse) sums.proseChars += chars;

    const parent = i32At(page.parent, node);
    if (parent !== lastParent) {
      const kind = analysis.elementKind(parent);
      runs.set(kind, (runs.get(kind) ?? 0) + 1);
    }
    lastParent = parent;

    charsBefore[i + 1] = f64At(charsBefore, i) + chars;
    linksBefore[i + 1] = f64At(linksBefore, i) + block.linkChars;
    proseBefore[i + 1] = f64At(proseBefore, i) + (isProse ? chars : 0);
    const inRoot = isProse && isWithin(parsed, node, proseRoot);
    rootProseBefore[i + 1] = f64At(rootProseBefore, i) + (inRoot ? chars : 0);
    if (inRoot) {
      if (firstProse < 0) firstProse = i;
      lastProse = i;
    }
    if (i > 0) depthWithNext[i - 1] = commonDepth(analysis, itemAt(blocks, i - 1).node, node);

    const tag = u16At(page.tag, node);
    if (tag === TAG.h1) h1Total += 1;
    if (foldedTitles.has(key)) {
      isTitle[i] = 1;
      if (titleHeading < 0 && isHeadingTag(tag)) titleHeading = i;
      if (titleLine < 0 && !(i32At(analysis.inside, node) & INSIDE.nav)) titleLine = i;
    }
  }
  for (let i = 0; i < count; i++) {
    copies[i] = i32At(copies, i32At(firstCopy, i));
    parentRuns[i] = mustGet(runs, analysis.elementKind(i32At(page.parent, itemAt(blocks, i).node)));
  }

  const knownWords = new Map<string, number>();
  let titleWordCount = 0;
  const headlineWords = titles.length > 0 ? foldWords(itemAt(titles, 0)) : [];
  for (const word of headlineWords.length > 0 ? headlineWords : titles.flatMap((title) => foldWords(title))) {
    if (knownWords.has(word)) continue;
    knownWords.set(word, 1);
    titleWordCount += 1;
  }
  let descriptionWordCount = 0;
  for (const word of foldWords(head.meta.get("og:description")?.[0] ?? head.meta.get("description")?.[0] ?? "")) {
    const known = knownWords.get(word) ?? 0;
    if (known & 2) continue;
    knownWords.set(word, known | 2);
    descriptionWordCount += 1;
  }
  return {
    analysis,
    blocks,
    folded,
    copies,
    firstCopy,
    signatures,
    parentRuns,
    charsBefore,
    linksBefore,
    proseBefore,
    rootProseBefore,
    firstProse,
    lastProse,
    depthWithNext,
    isTitle,
    titleIndex: titleHeading >= 0 ? titleHeading : titleLine,
    h1Total,
    knownWords: new WordTable(knownWords),
    titleWordCount,
    descriptionWordCount,
    body: head.articleBody.length >= BODY_CHARS_MIN ? foldedText(head.articleBody) : "",
  };
}

/** Depth of the deepest common ancestor. The loop is bounded by the parser's depth limit. */
export function commonDepth(analysis: PageAnalysis, a: number, b: number): number {
  const { parent } = analysis.parsed.page;
  const { depth } = analysis;
  let x = a;
  let y = b;
  while (x !== y) {
    if (u16At(depth, x) >= u16At(depth, y)) x = i32At(parent, x);
    else y = i32At(parent, y);
  }
  return u16At(depth, x);
}
