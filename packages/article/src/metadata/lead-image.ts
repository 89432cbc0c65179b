/** A page's picture. */

import { attributeOf } from "../html/analyse-page.ts";
import { i32Of, itemAt } from "../indexing.ts";
import { isObject, textOf } from "./json-ld.ts";
import type { MetadataInput } from "./metadata-input.ts";

export const imageOf = (value: unknown): string | undefined => {
  const first = Array.isArray(value) ? value[0] : value;
  if (isObject(first)) return textOf(first.url) ?? textOf(first.contentUrl);
  return textOf(first);
};

export function bodyImage({ parsed, analysis, kept }: MetadataInput): string | undefined {
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  if (first < 0) return undefined;
  const from = itemAt(analysis.blocks, Math.max(0, first - 4)).start;
  const to = itemAt(analysis.blocks, last).end;
  for (const node of parsed.images) {
    const start = i32Of(parsed.page.start, node);
    if (start < from || start > to) continue;
    const width = Number.parseInt(parsed.page.attribute(node, "width") ?? "", 10);
    if (width < 200) continue;
    const source = attributeOf(parsed, node, "src") ?? attributeOf(parsed, node, "data-src");
    if (source !== undefined && source !== "" && !source.startsWith("data:")) return source;
  }
  return undefined;
}
