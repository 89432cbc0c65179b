/**
 * Metadata of a page. For each field the signals are tried in a fixed order of trust (README, "Metadata"); the first usable value
 * wins and is kept as evidence with its source.
 */
import type { Article, MetadataEvidence } from "@wirefold/core";
import { collapseSpace } from "../html/decode-entities.ts";
import { foldedText } from "../html/title-words.ts";
import { photoSources, wireCredit } from "./credits.ts";
import { modifiedSources, orderOf, publishedSources } from "./dates.ts";
import { textOf, typesOf } from "./json-ld.ts";
import { languageOf } from "./language.ts";
import { bodyImage, imageOf } from "./lead-image.ts";
import type { Candidate, MetadataInput } from "./metadata-input.ts";
import { ownershipOf } from "./ownership.ts";
import { bylinesOf } from "./page-bylines.ts";
import { parseDate } from "./parse-date.ts";
import { breadcrumb, tagsOf } from "./section-and-tags.ts";
import { siteInTitle, titleSources, withoutSite } from "./title-sources.ts";
import { hostName, isSpecific, resolveUrl } from "./urls.ts";
import { visibleHead } from "./visible-head.ts";

export type Metadata = Omit<Article, "text" | "blocks" | "removed">;

/** Turns a raw value into the field's, or refuses it. */
type Accept = (value: string) => string | undefined;

/** Picks values and keeps the evidence. */
class Picker {
  readonly evidence: MetadataEvidence[] = [];

  /** The first candidate that `accept` turns into a value. */
  pick(field: string, candidates: Iterable<Candidate>, accept: Accept = (value) => value): string | null {
    for (const [source, raw] of candidates) {
      if (raw === undefined) continue;
      const value = collapseSpace(raw);
      if (value === "") continue;
      const accepted = accept(value);
      if (accepted === undefined || accepted === "") continue;
      this.note(field, source, value);
      return accepted;
    }
    return null;
  }

  note(field: string, source: string, value: string): void {
    this.evidence.push({ field, source, value: value.slice(0, 500) });
  }
}

export function buildMetadata(input: MetadataInput): Metadata {
  const picker = new Picker();
  const { head } = input;
  const canonical = canonicalOf(input, picker);
  const url = input.url ?? canonical ?? undefined;
  const site = siteOfPage(input, picker, url);
  const title = picker.pick("title", titleSources(input), (value) => withoutSite(value, site, url));
  const owner = ownershipOf(input);
  const visible = visibleHead(input, owner);
  const byline = bylinesOf(input, visible, owner, site, picker.evidence);
  const order = orderOf(input, visible);
  const asDate: Accept = (value) => parseDate(value, { order }) ?? (/^\d{4}-\d{2}$/.test(value) ? value : undefined);
  const published = picker.pick("published_at", publishedSources(input, visible, owner, url), asDate);
  const modified = picker.pick("modified_at", modifiedSources(input, visible, owner), asDate);
  const description = picker.pick("description", descriptionSources(input), (value) => value.slice(0, DESCRIPTION_CHARS_MAX));
  const language = languageOf(input.text || `${title ?? ""} ${description ?? ""}`, declaredLanguages(input));
  if (language !== undefined) picker.note("language", language.source, language.language);
  const section = picker.pick("section", sectionSources(input, title), (value) =>
    value.length > 60 || (title !== null && foldedText(value) === foldedText(title)) ? undefined : value,
  );
  const tags = tagsOf(input, picker.evidence);
  const base = input.url ?? head.links.get("canonical")?.[0];
  const leadImage = picker.pick("lead_image", imageSources(input), (value) =>
    value.startsWith("data:") ? undefined : resolveUrl(value, base),
  );
  const wire = wireCredit(input, byline);
  if (wire !== undefined) picker.note("wire_credit", wire.source, wire.agency);
  const photo = picker.pick("photo_credit", photoSources(input));
  return {
    title,
    byline,
    published_at: published,
    modified_at: modified,
    language: language?.language ?? null,
    site,
    description,
    canonical_url: canonical,
    section,
    tags,
    lead_image: leadImage,
    wire_credit: wire?.agency ?? null,
    photo_credit: photo,
    evidence: picker.evidence,
  };
}

const DESCRIPTION_CHARS_MAX = 2000;
const SITE_CHARS_MAX = 80;

const metaOf = ({ head }: MetadataInput, name: string): Candidate => [`meta:${name}`, head.meta.get(name)?.[0]];

function canonicalOf(input: MetadataInput, picker: Picker): string | null {
  const { head } = input;
  const base = input.url ?? head.links.get("canonical")?.[0];
  return picker.pick(
    "canonical_url",
    [
      ["link:canonical", head.links.get("canonical")?.[0]],
      metaOf(input, "og:url"),
      ["json-ld:mainEntityOfPage", textOf(head.article?.mainEntityOfPage)],
      ["json-ld:url", textOf(head.article?.url)],
    ],
    (value) => {
      const url = resolveUrl(value, base);
      return url !== undefined && isSpecific(url, input.url) ? url : undefined;
    },
  );
}

function siteOfPage(input: MetadataInput, picker: Picker, url: string | undefined): string | null {
  const { head } = input;
  const siteObject = head.jsonLd.find((object) => typesOf(object).includes("WebSite"));
  return picker.pick(
    "site",
    [
      metaOf(input, "og:site_name"),
      ["json-ld:publisher", textOf(head.article?.publisher)],
      ["json-ld:WebSite", textOf(siteObject?.name)],
      metaOf(input, "application-name"),
      metaOf(input, "apple-mobile-web-app-title"),
      metaOf(input, "twitter:app:name:iphone"),
      ["title:suffix", siteInTitle(head.title, input.titles[0])],
      ["url:host", hostName(url)],
    ],
    (value) => (value.length > SITE_CHARS_MAX || /^https?:/.test(value) ? undefined : value),
  );
}

const descriptionSources = (input: MetadataInput): Candidate[] => [
  metaOf(input, "og:description"),
  metaOf(input, "description"),
  ["json-ld:description", textOf(input.head.article?.description)],
  metaOf(input, "twitter:description"),
  metaOf(input, "dc.description"),
];

/** The languages that a page declares, most trusted first, with their sources. */
function declaredLanguages(input: MetadataInput): [string, string][] {
  const { head } = input;
  const declared: readonly (readonly [string | null | undefined, string])[] = [
    [textOf(head.article?.inLanguage), "json-ld:inLanguage"],
    [head.htmlLang, "html:lang"],
    [head.meta.get("og:locale")?.[0], "meta:og:locale"],
    [head.meta.get("content-language")?.[0], "meta:content-language"],
    [head.meta.get("language")?.[0] ?? head.meta.get("dc.language")?.[0], "meta:language"],
  ];
  return declared
    .filter((one): one is [string, string] => typeof one[0] === "string" && one[0] !== "")
    .map(([value, source]) => [value, source]);
}

const sectionSources = (input: MetadataInput, title: string | null): Candidate[] => [
  ["json-ld:articleSection", textOf(input.head.article?.articleSection)],
  metaOf(input, "article:section"),
  metaOf(input, "parsely-section"),
  metaOf(input, "sailthru.section"),
  metaOf(input, "cxenseparse:recs:category"),
  ["json-ld:BreadcrumbList", breadcrumb(input.head.jsonLd, title)],
];

const imageSources = (input: MetadataInput): Candidate[] => [
  metaOf(input, "og:image"),
  metaOf(input, "og:image:url"),
  metaOf(input, "og:image:secure_url"),
  ["json-ld:image", imageOf(input.head.article?.image)],
  metaOf(input, "twitter:image"),
  metaOf(input, "twitter:image:src"),
  ["link:image_src", input.head.links.get("image_src")?.[0]],
  ["json-ld:thumbnailUrl", textOf(input.head.article?.thumbnailUrl)],
  ["img:body", bodyImage(input)],
];
