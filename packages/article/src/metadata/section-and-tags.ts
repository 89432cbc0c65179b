/** What a page is filed under. */
import type { MetadataEvidence } from "@wirefold/core";
import { collapseSpace } from "../html/decode-entities.ts";
import { foldedText } from "../html/title-words.ts";
import { uniqueNames } from "./bylines.ts";
import { isObject, type JsonObject, textOf, textsOf, typesOf } from "./json-ld.ts";
import type { MetadataInput } from "./metadata-input.ts";

export function breadcrumb(objects: readonly JsonObject[], title: string | null): string | undefined {
  const list = objects.find((object) => typesOf(object).includes("BreadcrumbList"))?.itemListElement;
  if (!Array.isArray(list)) return undefined;
  const names = list
    .map((item) => (isObject(item) ? (textOf(item.name) ?? textOf(isObject(item.item) ? item.item.name : undefined)) : undefined))
    .filter((name): name is string => name !== undefined);
  const folded = title === null ? "" : foldedText(title);
  const inner = names.filter((name, index) => index > 0 && foldedText(name) !== folded);
  return inner[0];
}

export function tagsOf({ head }: MetadataInput, evidence: MetadataEvidence[]): string[] {
  const sources: [string, string[]][] = [
    ["meta:article:tag", [...(head.meta.get("article:tag") ?? [])]],
    ["json-ld:keywords", textsOf(head.article?.keywords)],
    ["meta:news_keywords", [...(head.meta.get("news_keywords") ?? [])]],
    ["meta:parsely-tags", [...(head.meta.get("parsely-tags") ?? [])]],
    ["meta:keywords", [...(head.meta.get("keywords") ?? [])]],
  ];
  for (const [source, values] of sources) {
    const tags = uniqueNames(
      values
        .flatMap((value) => value.split(/\s*[,;|\uFF0C\u3001]\s*/))
        .map(collapseSpace)
        .filter((tag) => tag !== "" && tag.length < 80),
    );
    if (tags.length === 0) continue;
    evidence.push({ field: "tags", source, value: values.join(", ").slice(0, 500) });
    return tags.slice(0, 50);
  }
  return [];
}
