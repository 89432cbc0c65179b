import { DYNAMIC_TAG_BASE, TAG } from "./tags.ts";

/** A small number for each tag that means something for a block; the last one is for names outside HTML. */
export const tagKinds = new Uint8Array(DYNAMIC_TAG_BASE + 1);
const KIND_TAGS: readonly (readonly number[])[] = [
  [],
  [TAG.p],
  [TAG.li],
  [TAG.div],
  [TAG.td, TAG.th],
  [TAG.blockquote],
  [TAG.figcaption, TAG.figure, TAG.caption],
  [TAG.dd, TAG.dt],
  [TAG.pre],
  [TAG.section, TAG.article, TAG.main],
  [TAG.header],
  [TAG.footer, TAG.aside, TAG.nav],
  [TAG.button],
];
KIND_TAGS.forEach((tags, kind) => {
  for (const tag of tags) tagKinds[tag] = kind;
});
for (let tag = TAG.h1; tag <= TAG.h6; tag++) tagKinds[tag] = KIND_TAGS.length + tag - TAG.h1;
tagKinds[DYNAMIC_TAG_BASE] = 20;
