/** The agency a page credits, and its photographers. */

import { agencyOf } from "@wirefold/text";
import { INSIDE } from "../html/analyse-page.ts";
import { meaningBit } from "../html/class-words.ts";
import { i32Of, itemAt } from "../indexing.ts";
import { phraseBit } from "../phrases.ts";
import { isObject, textOf, textsOf } from "./json-ld.ts";
import type { Candidate, MetadataInput } from "./metadata-input.ts";
import { photoCreditIn } from "./photo-credits.ts";
import { TAIL_BLOCKS } from "./visible-head.ts";
import { wireCreditIn } from "./wire-credit.ts";

export function wireCredit(
  { analysis, kept, head, text }: MetadataInput,
  byline: readonly string[],
): { agency: string; source: string } | undefined {
  for (const name of byline) {
    const agency = agencyOf(name);
    if (agency !== undefined) return { agency, source: "byline" };
  }
  for (const key of ["sourceOrganization", "copyrightHolder", "creditText", "provider"]) {
    for (const name of textsOf(head.article?.[key])) {
      const agency = agencyOf(name);
      if (agency !== undefined) return { agency, source: `json-ld:${key}` };
    }
  }
  const { blocks } = analysis;
  const last = kept.lastIndexOf(true);
  const tail = blocks
    .slice(Math.max(0, last - 1), last + 1 + TAIL_BLOCKS)
    .filter((block) => block.text.length < 1500)
    .map((block) => block.text);
  const lead = kept.indexOf(true);
  const near = blocks
    .slice(Math.max(0, lead - 8), Math.max(0, lead))
    .filter((block) => block.text.length < 60 && (block.phrases.mask & phraseBit("author") || agencyOf(block.text) !== undefined))
    .map((block) => block.text);
  return wireCreditIn(text, { head: near, tail });
}

export function* photoSources({ analysis, kept, head }: MetadataInput): Iterable<Candidate> {
  const image = head.article?.image;
  const first = Array.isArray(image) ? image[0] : image;
  if (isObject(first)) {
    yield ["json-ld:image.creditText", textOf(first.creditText)];
    yield ["json-ld:image.author", textOf(first.author)];
  }
  const credit = phraseBit("credit");
  const captionMeaning = meaningBit("caption");
  for (let i = 0; i < analysis.blocks.length; i++) {
    if (kept[i]) continue;
    const block = itemAt(analysis.blocks, i);
    if (block.text.length > 800) continue;
    const isCaption =
      i32Of(analysis.inside, block.node) & (INSIDE.figure | INSIDE.caption) || i32Of(analysis.own, block.node) & captionMeaning;
    if (!isCaption && !(block.phrases.mask & credit)) continue;
    if (i32Of(analysis.inside, block.node) & (INSIDE.nav | INSIDE.footer | INSIDE.aside)) continue;
    yield ["text:caption", photoCreditIn(block.text)];
  }
}
