/** When a page says it was published and changed. */
import { isInJsonLd, textOf, typesOf } from "./json-ld.ts";
import type { Candidate, MetadataInput } from "./metadata-input.ts";
import type { Ownership } from "./ownership.ts";
import { parseDate } from "./parse-date.ts";
import { dateInUrl, dateOrder } from "./urls.ts";
import { itemprop, TIME_BELOW, timeElements, type VisibleHead } from "./visible-head.ts";

/** Names of `<meta>` with the day of publication, as content systems write them. */
const PUBLISHED_METAS = [
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.issued",
  "article.published",
  "publish-date",
  "publish_date",
  "publication_date",
  "pubdate",
  "publishdate",
  "publisheddate",
  "ptime",
  "cxenseparse:recs:publishtime",
  "og:published_time",
  "article_date_original",
  "originalpublicationdate",
  "citation_publication_date",
  "published-date",
  "published_date",
  "published",
  "date.published",
  "dc.date.published",
  "rnews:datepublished",
  "bt:pubdate",
  "release_date",
];
/** Names that as often hold the day a file was made, put on another site or last written: what the reader sees goes before them. */
const DAY_METAS = ["dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "date", "created"];
const MODIFIED_METAS = ["datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised"];

const metaOf = ({ head }: MetadataInput, name: string): Candidate => [`meta:${name}`, head.meta.get(name)?.[0]];

const dateline =
  /^\p{Lu}[^\n\u2013\u2014/]{1,60}?,\s*(?<day>[^\n\u2013\u2014/]{6,30}?(?:19|20)\d\d)\s*(?:\([^()\n]{1,40}\)|\/[^/\n]{1,40}\/)?\s*(?:[\u2013\u2014]|--|-\s)/u;

/** "(3 June 2031) The ferry …": the day in brackets before the first word. */
const bracketDay = /^\((?<day>[^()\n]{6,30}(?:19|20)\d\d)\)\s/mu;
const OPENING_CHARS = 300;

/** "LINDRODE, 3 June 2031 – …", "Lindrode, June 3, 2031 /Wire/ -- …": the day that a release's first sentence opens with. */
const datelineDay = (text: string): string | undefined =>
  dateline.exec(text.slice(0, 200))?.groups?.day ?? bracketDay.exec(text.slice(0, OPENING_CHARS))?.groups?.day;

export function* publishedSources(
  input: MetadataInput,
  visible: VisibleHead,
  owner: Ownership,
  url: string | undefined,
): Generator<Candidate> {
  const { head } = input;
  const ld = head.article;
  const times = timeElements(input, owner);
  const video = head.jsonLd.find(
    (object) => object.uploadDate !== undefined && typesOf(object).includes("VideoObject") && head.jsonLd.length < 4,
  );
  // The page's own object, which content systems add to every page: the last resort.
  const pages = head.jsonLd.filter((object) => object.datePublished !== undefined && typesOf(object).includes("WebPage"));
  yield* [
    ["json-ld:datePublished", textOf(ld?.datePublished)],
    metaOf(input, "article:published_time"),
    metaOf(input, "og:article:published_time"),
    ["microdata:datePublished", itemprop(input, owner, "datePublished")],
    ...PUBLISHED_METAS.map((name) => metaOf(input, name)),
    ["json-ld:dateCreated", textOf(ld?.dateCreated)],
    ["json-ld:uploadDate", textOf(video?.uploadDate)],
    ["json:embedded", input.published],
    ...times.filter(([source]) => source !== TIME_BELOW),
    ...visible.dates.map((value): Candidate => ["text:head", value]),
    ...DAY_METAS.map((name) => metaOf(input, name)),
    ...times.filter(([source]) => source === TIME_BELOW),
    ["text:dateline", datelineDay(input.text)],
    ["text:opening", openingDay(input.text)],
    ["url:path", dateInUrl(url)],
    ["json-ld:page", pages.length === 1 ? textOf(pages[0]?.datePublished) : undefined],
  ] satisfies Candidate[];
  // Looked for only where nothing else gives a day.
  yield ["script:published", dayInScripts(input.parsed.page.html)];
}

const OPENING_LINES = 2;
const OPENING_WORDS_MAX = 9;
const year = /(?<!\p{N})(?:19|20)\d\d(?!\p{N})/u;

/** "Notice of 3 June 2031": a short first line with a day in it, where nothing else gives one. */
function openingDay(text: string): string | undefined {
  return text
    .split("\n", OPENING_LINES)
    .find(
      (line) => line.split(" ").length <= OPENING_WORDS_MAX && year.test(line) && parseDate(line, { order: "dmy" }) !== undefined,
    );
}

/** The one day of publication that the page's scripts give, whatever object it stands in. */
function dayInScripts(html: string): string | undefined {
  let found: string | undefined;
  for (const match of html.matchAll(scriptDay)) {
    const day = match[1] ?? "";
    if (isInJsonLd(html, match.index)) continue;
    if (found !== undefined && found.slice(0, DAY_CHARS) !== day.slice(0, DAY_CHARS)) return undefined;
    found ??= day;
  }
  return found;
}

const DAY_CHARS = 10;
const scriptDay =
  /"(?:date_?published|published_?(?:date|at|on)|publish_?(?:date|time)|publication_?date|pub_?date|first_?published(?:_?(?:date|at))?|(?:page)?post_?date)\\?"\s?:\s?\\?"(\d{4}-\d\d-\d\d[^"\\]{0,20})/gi;

export function modifiedSources(input: MetadataInput, visible: VisibleHead, owner: Ownership): Candidate[] {
  const ld = input.head.article;
  return [
    ["json-ld:dateModified", textOf(ld?.dateModified)],
    metaOf(input, "article:modified_time"),
    metaOf(input, "og:updated_time"),
    ["microdata:dateModified", itemprop(input, owner, "dateModified")],
    ...MODIFIED_METAS.map((name) => metaOf(input, name)),
    ...visible.updates.map((value): Candidate => ["text:head", value]),
  ];
}

const slashed = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](?:19|20)\d\d(?!\d)/g;

/** How to read 03/04/2031: by a date of the page that leaves no choice, else by its language and country. */
export function orderOf({ head, url }: MetadataInput, visible: VisibleHead): "mdy" | "dmy" {
  for (const { text } of visible.lines)
    for (const [, a, b] of text.matchAll(slashed)) {
      if (Number(a) > 12 && Number(b) <= 12) return "dmy";
      if (Number(b) > 12 && Number(a) <= 12) return "mdy";
    }
  return dateOrder(head.htmlLang ?? head.meta.get("og:locale")?.[0] ?? null, url);
}
