/** A block's features that come of the unit it belongs to: its list, table or figure, and the images around it. */
import { f64At, i32At, u8At, u16At } from "@wirefold/core";
import { itemAt, numberAt } from "../indexing.ts";
import type { FeatureContext } from "./feature-context.ts";
import { DYNAMIC_TAG_BASE, TAG } from "./tags.ts";

/** What the units and images so far tell about the blocks to come. */
export interface UnitProgress {
  /** The first block of each unit so far. */
  readonly units: Map<number, number>;
  /** The first image that does not lie before the block at hand. */
  imageAt: number;
}

const log = (value: number): number => Math.log2(1 + Math.max(0, value));

/** Elements whose blocks belong together, by tag; how far up one is looked for. */
const unitKinds = new Uint8Array(DYNAMIC_TAG_BASE);
[[TAG.table], [TAG.ul, TAG.ol, TAG.dl], [TAG.figure], [TAG.aside], [TAG.blockquote]].forEach((tags, kind) => {
  for (const tag of tags) unitKinds[tag] = kind + 1;
});
const UNIT_LEVELS = 6;

export function putUnit(v: Float32Array, from: number, context: FeatureContext, i: number, progress: UnitProgress): number {
  const { analysis, blocks } = context;
  const { page, images } = analysis.parsed;
  const block = itemAt(blocks, i);
  let at = from;
  let unit = block.node;
  let kind = 0;
  for (let level = 0; level < UNIT_LEVELS && unit > 0; level++) {
    const tag = u16At(page.tag, unit);
    kind = tag < DYNAMIC_TAG_BASE ? u8At(unitKinds, tag) : 0;
    if (kind > 0) break;
    unit = i32At(page.parent, unit);
  }
  v[at++] = kind;
  if (kind === 0) {
    v.fill(0, at, at + 5);
    at += 5;
  } else {
    let first = progress.units.get(unit);
    if (first === undefined) {
      first = i;
      progress.units.set(unit, i);
    }
    const chars = Math.max(1, f64At(analysis.textChars, unit));
    v[at++] = log(chars);
    v[at++] = f64At(analysis.linkChars, unit) / chars;
    v[at++] = f64At(analysis.proseChars, unit) / chars;
    v[at++] = i32At(analysis.blockCount, unit);
    v[at++] = (i - first) / Math.max(1, i32At(analysis.blockCount, unit));
  }
  const previousEnd = i === 0 ? 0 : itemAt(blocks, i - 1).end;
  const nextStart = i === blocks.length - 1 ? page.html.length : itemAt(blocks, i + 1).start;
  while (progress.imageAt < images.length && i32At(page.start, numberAt(images, progress.imageAt)) < previousEnd)
    progress.imageAt += 1;
  let imageAt = progress.imageAt;
  const before = imageAt < images.length && i32At(page.start, numberAt(images, imageAt)) < block.start;
  while (imageAt < images.length && i32At(page.start, numberAt(images, imageAt)) < block.end) imageAt += 1;
  const after = imageAt < images.length && i32At(page.start, numberAt(images, imageAt)) < nextStart;
  v[at++] = before ? 1 : 0;
  v[at++] = after ? 1 : 0;
  return at;
}
