/** What the parser makes of a page, and what it may be told. */
import type { Page } from "./page.ts";
import type { PageBlock } from "./text-blocks.ts";

export interface ParsedPage {
  readonly page: Page;
  readonly blocks: PageBlock[];
  /** Nodes of `<meta>`, `<link>`, `<time>`, and `<script type=…json>`; `[start, end)` of `<title>`'s characters. */
  readonly metas: number[];
  readonly links: number[];
  readonly times: number[];
  readonly images: number[];
  readonly jsonScripts: [number, number, number][];
  /** `[start, end)` of the characters of other inline scripts. */
  readonly scripts: [number, number][];
  /** Elements inside sentences whose text was left out of them. */
  readonly asides: number[];
  /** Characters of HTML inside `<noscript>`. */
  readonly noscriptChars: number;
  readonly title: [number, number] | null;
  readonly itemprops: number[];
}

export interface ParseLimits {
  readonly nodesMax: number;
  readonly depthMax: number;
  readonly blocksMax: number;
}

export interface ParseOptions {
  /** Read `<noscript>` like any other element. @default false */
  readonly noscript?: boolean;
}
