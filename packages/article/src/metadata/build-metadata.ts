/**
 * Metadata of a page. For each field the signals are tried in a fixed order of trust (README, "Metadata"); the first usable value
 * wins and every value considered up to it is kept as evidence.
 */
import type { Article, MetadataEvidence } from "@wirefold/core";
import { collapseSpace } from "../html/decode-entities.ts";
import { foldedText } from "../html/title-words.ts";
import { photoSources, wireCredit } from "./credits.ts";
import { textOf, typesOf } from "./json-ld.ts";
import { languageOf } from "./language.ts";
import { bodyImage, imageOf } from "./lead-image.ts";
import type { Candidate, MetadataInput } from "./metadata-input.ts";
import { bylinesOf } from "./page-bylines.ts";
import { parseDate } from "./parse-date.ts";
import { breadcrumb, tagsOf } from "./section-and-tags.ts";
import { siteInTitle, titleSources, withoutSite } from "./title-sources.ts";
import { dateInUrl, dateOrder, hostName, isSpecific, resolveUrl } from "./urls.ts";
import { itemprop, timeElements, visibleHead } from "./visible-head.ts";

export type Metadata = Omit<Article, "text" | "blocks" | "removed">;

export function buildMetadata(input: MetadataInput): Metadata {
  const evidence: MetadataEvidence[] = [];
  /** The first candidate `accept` turns into a value. */
  const pick = (
    field: string,
    candidates: Iterable<Candidate>,
    accept: (value: string) => string | undefined = (value) => value,
  ): string | null => {
    for (const [source, raw] of candidates) {
      if (raw === undefined) continue;
      const value = collapseSpace(raw);
      if (value === "") continue;
      const accepted = accept(value);
      if (accepted === undefined || accepted === "") continue;
      evidence.push({ field, source, value: value.slice(0, 500) });
      return accepted;
    }
    return null;
  };
  const { head } = input;
  const ld = head.article;
  const meta = (name: string): Candidate => [`meta:${name}`, head.meta.get(name)?.[0]];

  const base = input.url ?? head.links.get("canonical")?.[0];
  const absolute = (value: string): string | undefined => resolveUrl(value, base);
  const canonical = pick(
    "canonical_url",
    [
      ["link:canonical", head.links.get("canonical")?.[0]],
      meta("og:url"),
      ["json-ld:mainEntityOfPage", textOf(ld?.mainEntityOfPage)],
      ["json-ld:url", textOf(ld?.url)],
    ],
    (value) => {
      const url = absolute(value);
      return url !== undefined && isSpecific(url, input.url) ? url : undefined;
    },
  );

  const siteObject = head.jsonLd.find((object) => typesOf(object).includes("WebSite"));
  const site = pick(
    "site",
    [
      meta("og:site_name"),
      ["json-ld:publisher", textOf(ld?.publisher)],
      ["json-ld:WebSite", textOf(siteObject?.name)],
      meta("application-name"),
      meta("apple-mobile-web-app-title"),
      meta("twitter:app:name:iphone"),
      ["title:suffix", siteInTitle(head.title, input.titles[0])],
      ["url:host", hostName(input.url ?? canonical ?? undefined)],
    ],
    (value) => (value.length > 80 || /^https?:/.test(value) ? undefined : value),
  );

  const title = pick("title", titleSources(input), (value) => withoutSite(value, site, input.url ?? canonical ?? undefined));

  const visible = visibleHead(input);
  const bylineEvidence: MetadataEvidence[] = [];
  const byline = bylinesOf(input, visible, site, bylineEvidence);
  evidence.push(...bylineEvidence);

  const order = dateOrder(head.htmlLang ?? head.meta.get("og:locale")?.[0] ?? null, input.url);
  const asDate = (value: string): string | undefined => parseDate(value, { order });
  const published = pick(
    "published_at",
    [
      ["json-ld:datePublished", textOf(ld?.datePublished)],
      meta("article:published_time"),
      meta("og:article:published_time"),
      ["microdata:datePublished", itemprop(input, "datePublished")],
      ...[
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dc.date",
        "dcterms.date",
        "article.published",
        "publish-date",
        "publish_date",
        "publication_date",
        "pubdate",
        "publishdate",
        "publisheddate",
        "ptime",
        "date",
        "cxenseparse:recs:publishtime",
        "og:published_time",
        "article_date_original",
        "originalpublicationdate",
        "created",
        "citation_publication_date",
      ].map(meta),
      ["json-ld:dateCreated", textOf(ld?.dateCreated)],
      [
        "json-ld:uploadDate",
        textOf(
          head.jsonLd.find(
            (object) => object.uploadDate !== undefined && typesOf(object).includes("VideoObject") && head.jsonLd.length < 4,
          )?.uploadDate,
        ),
      ],
      ...timeElements(input),
      ...visible.dates.map((value): Candidate => ["text:head", value]),
      ["url:path", dateInUrl(input.url ?? canonical ?? undefined)],
    ],
    asDate,
  );
  const modified = pick(
    "modified_at",
    [
      ["json-ld:dateModified", textOf(ld?.dateModified)],
      meta("article:modified_time"),
      meta("og:updated_time"),
      ["microdata:dateModified", itemprop(input, "dateModified")],
      ...["datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised"].map(meta),
      ...visible.updates.map((value): Candidate => ["text:head", value]),
    ],
    asDate,
  );

  const description = pick(
    "description",
    [
      meta("og:description"),
      meta("description"),
      ["json-ld:description", textOf(ld?.description)],
      meta("twitter:description"),
      meta("dc.description"),
    ],
    (value) => (value.length > 2000 ? value.slice(0, 2000) : value),
  );

  const declaredLanguages: [string, string][] = [];
  const declare = (value: string | undefined | null, source: string): void => {
    if (value) declaredLanguages.push([value, source]);
  };
  declare(textOf(ld?.inLanguage), "json-ld:inLanguage");
  declare(head.htmlLang, "html:lang");
  declare(head.meta.get("og:locale")?.[0], "meta:og:locale");
  declare(head.meta.get("content-language")?.[0], "meta:content-language");
  declare(head.meta.get("language")?.[0] ?? head.meta.get("dc.language")?.[0], "meta:language");
  const language = languageOf(input.text || `${title ?? ""} ${description ?? ""}`, declaredLanguages);
  if (language !== undefined) evidence.push({ field: "language", source: language.source, value: language.language });

  const section = pick(
    "section",
    [
      ["json-ld:articleSection", textOf(ld?.articleSection)],
      meta("article:section"),
      meta("parsely-section"),
      meta("sailthru.section"),
      meta("cxenseparse:recs:category"),
      ["json-ld:BreadcrumbList", breadcrumb(head.jsonLd, title)],
    ],
    (value) => (value.length > 60 || (title !== null && foldedText(value) === foldedText(title)) ? undefined : value),
  );

  const tags = tagsOf(input, evidence);
  const leadImage = pick(
    "lead_image",
    [
      meta("og:image"),
      meta("og:image:url"),
      meta("og:image:secure_url"),
      ["json-ld:image", imageOf(ld?.image)],
      meta("twitter:image"),
      meta("twitter:image:src"),
      ["link:image_src", head.links.get("image_src")?.[0]],
      ["json-ld:thumbnailUrl", textOf(ld?.thumbnailUrl)],
      ["img:body", bodyImage(input)],
    ],
    (value) => (value.startsWith("data:") ? undefined : absolute(value)),
  );

  const wire = wireCredit(input, byline);
  if (wire !== undefined) evidence.push({ field: "wire_credit", source: wire.source, value: wire.agency });
  const photo = pick("photo_credit", photoSources(input), (value) => value);
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
    evidence,
  };
}
