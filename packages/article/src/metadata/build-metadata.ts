/**
 * Metadata of a page. For each field the signals are tried in a fixed order of trust (README, "Metadata"); the first usable value
 * wins and every value considered up to it is kept as evidence.
 */
import type { Article, MetadataEvidence } from "@wirefold/core";
import { attributeOf, INSIDE, isWithin, type PageAnalysis } from "../html/analyse-page.ts";
import { meaningBit } from "../html/class-words.ts";
import { collapseSpace } from "../html/decode-entities.ts";
import type { ParsedPage } from "../html/parse-page.ts";
import { TAG } from "../html/tags.ts";
import { foldedText, foldWords } from "../html/title-words.ts";
import { phraseBit } from "../phrases.ts";
import { agencyOf, wireCreditIn } from "./agencies.ts";
import { namesIn, uniqueNames } from "./bylines.ts";
import { isObject, type JsonObject, textOf, textsOf, typesOf } from "./json-ld.ts";
import { languageOf } from "./language.ts";
import { parseDate } from "./parse-date.ts";
import { photoCreditIn } from "./photo-credits.ts";
import type { PageHead } from "./read-head.ts";
import { titlePieces } from "./title.ts";

export interface MetadataInput {
  readonly parsed: ParsedPage;
  readonly analysis: PageAnalysis;
  readonly head: PageHead;
  readonly titles: readonly string[];
  /** Which blocks were kept. */
  readonly kept: readonly boolean[];
  readonly text: string;
  readonly url: string | undefined;
}

export type Metadata = Omit<Article, "text" | "blocks" | "removed">;

type Candidate = readonly [source: string, value: string | undefined];

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

// ---- urls

export function resolveUrl(value: string, base: string | undefined): string | undefined {
  try {
    const url = base === undefined ? new URL(value) : new URL(value, base);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** A canonical link to the home page from a deep page is a template's mistake. */
function isSpecific(canonical: string, own: string | undefined): boolean {
  try {
    const path = new URL(canonical).pathname;
    if (path !== "/" && path !== "") return true;
    return own === undefined || new URL(own).pathname === "/";
  } catch {
    return own === undefined;
  }
}

const hostName = (url: string | undefined): string | undefined => {
  if (url === undefined) return undefined;
  try {
    return new URL(url).hostname.replace(/^www\./, "");
  } catch {
    return undefined;
  }
};

function dateInUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const match = /[/_-](20\d\d|19\d\d)[/_-]?(0[1-9]|1[0-2]|[1-9])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
    url.replace(/^[a-z]+:\/\/[^/]*/i, ""),
  );
  return match === null ? undefined : `${match[1]}-${match[2]!.padStart(2, "0")}-${match[3]!.padStart(2, "0")}`;
}

const dateOrder = (language: string | null, url: string | undefined): "mdy" | "dmy" => {
  if (language !== null && /^en[-_](?:US|CA|PH)/i.test(language)) return "mdy";
  if (language !== null && /^en$/i.test(language))
    return hostName(url)?.match(/\.(?:uk|au|nz|in|ie|za|ng|ke|pk)$/) ? "dmy" : "mdy";
  return language === null && /\.(?:com|us|gov|org)$/.test(hostName(url) ?? "") ? "mdy" : "dmy";
};

// ---- titles

function* titleSources({ parsed, analysis, head, titles }: MetadataInput): Iterable<Candidate> {
  // A heading the page's own title repeats is the headline as the reader sees it.
  const first = titles[0];
  if (
    first !== undefined &&
    analysis.blocks.some(
      (block) => block.text === first && parsed.page.tag[block.node]! >= TAG.h1 && parsed.page.tag[block.node]! <= TAG.h1 + 1,
    )
  )
    yield ["html:h1", first];
  yield ["json-ld:headline", textOf(head.article?.headline)];
  yield ["meta:og:title", head.meta.get("og:title")?.[0]];
  yield ["meta:twitter:title", head.meta.get("twitter:title")?.[0]];
  yield ["meta:dc.title", head.meta.get("dc.title")?.[0]];
  const headings = analysis.blocks.filter((block) => parsed.page.tag[block.node] === TAG.h1);
  const siteName = head.meta.get("og:site_name")?.[0];
  if (
    headings.length === 1 &&
    (siteName === undefined || foldedText(siteName) !== foldedText(headings[0]!.text)) &&
    !(head.title !== null && foldedText(head.title).endsWith(` ${foldedText(headings[0]!.text)}`))
  )
    yield ["html:h1", headings[0]!.text];
  yield ["html:title", head.title ?? undefined];
  yield ["html:h1", headings[0]?.text];
}

/** "Ferry back | Hollowmere Times" -> "Ferry back", when the cut piece is the site's name or host, or the title stays long. */
export function withoutSite(title: string, site: string | null, url: string | undefined): string | undefined {
  const host = hostName(url)
    ?.split(".")
    .slice(0, -1)
    .join("")
    .replace(/[^\p{L}\p{N}]/gu, "");
  const siteWords = site === null ? "" : foldedText(site);
  const isSite = (piece: string): boolean => {
    const folded = foldedText(piece);
    const packed = folded.replace(/ /g, "");
    if (folded === "") return true;
    if (siteWords !== "" && (folded === siteWords || folded.includes(siteWords) || siteWords.includes(folded))) return true;
    return (
      host !== undefined &&
      packed.length > 2 &&
      (packed === host || host.includes(packed) || (packed.includes(host) && host.length > 4))
    );
  };
  let current = title;
  for (let round = 0; round < 3; round++) {
    const pieces = titlePieces(current).slice(1);
    const shorter = pieces.find((piece) => {
      if (!current.startsWith(piece)) return false;
      return isSite(current.slice(piece.length));
    });
    if (shorter !== undefined) {
      current = shorter;
      continue;
    }
    const behind = pieces.find((piece) => current.endsWith(piece) && isSite(current.slice(0, current.length - piece.length)));
    if (behind !== undefined && foldWords(behind).length >= 3) {
      current = behind;
      continue;
    }
    break;
  }
  // A " | " is never part of a headline's prose: the last piece is a section or the site, if the rest can stand alone.
  const pipe = current.lastIndexOf(" | ");
  if (pipe > 0 && foldWords(current.slice(0, pipe)).length >= 4 && foldWords(current.slice(pipe)).length <= 4)
    current = current.slice(0, pipe);
  return current.trim() || undefined;
}

function siteInTitle(title: string | null, headline: string | undefined): string | undefined {
  if (title === null || headline === undefined) return undefined;
  for (const piece of titlePieces(title).slice(1)) {
    if (foldWords(piece).length > 5 || !title.endsWith(piece)) continue;
    if (foldedText(title.slice(0, title.length - piece.length)).startsWith(foldedText(headline))) return piece;
  }
  return undefined;
}

// ---- what the reader sees around the headline

interface VisibleHead {
  readonly lines: { readonly text: string; readonly meanings: number }[];
  readonly dates: string[];
  readonly updates: string[];
}

const elsewhere = meaningBit("related") | meaningBit("comment") | meaningBit("sidebar") | meaningBit("list");

/** How many blocks before the body and after its end may hold the byline and date. */
const HEAD_BLOCKS = 14;
const TAIL_BLOCKS = 6;

function visibleHead({ analysis, kept, titles }: MetadataInput): VisibleHead {
  const { blocks } = analysis;
  const folded = new Set(titles.map(foldedText));
  const firstKept = kept.indexOf(true);
  const lastKept = kept.lastIndexOf(true);
  let from = blocks.findIndex(
    (block, i) => (firstKept < 0 || i <= firstKept) && block.text.length < 400 && folded.has(foldedText(block.text)),
  );
  // The last repetition of the headline before the body is the real one.
  for (let i = from + 1; from >= 0 && i < firstKept; i++)
    if (blocks[i]!.text.length < 400 && folded.has(foldedText(blocks[i]!.text))) from = i;
  if (from < 0) from = Math.max(0, firstKept - HEAD_BLOCKS);
  const lines: VisibleHead["lines"] = [];
  const take = (start: number, end: number): void => {
    for (let i = Math.max(0, start); i < Math.min(blocks.length, end); i++) {
      const block = blocks[i]!;
      if (kept[i] || block.text.length > 250) continue;
      if (analysis.inside[block.node]! & (INSIDE.nav | INSIDE.footer)) continue;
      // Below the article stand cards of others, with bylines and dates of their own.
      if (
        start > lastKept &&
        lastKept >= 0 &&
        (analysis.inherited[block.node]! & elsewhere || analysis.inside[block.node]! & (INSIDE.list | INSIDE.aside | INSIDE.link))
      )
        continue;
      lines.push({
        text: block.text,
        meanings: analysis.own[block.node]! | analysis.own[analysis.parsed.page.parent[block.node]!]!,
      });
    }
  };
  take(from, Math.max(from + 1, Math.min(firstKept < 0 ? from + HEAD_BLOCKS : firstKept + 3, from + HEAD_BLOCKS * 3)));
  take(from - 4, from);
  if (lastKept >= 0) take(lastKept + 1, lastKept + 1 + TAIL_BLOCKS);
  const updated =
    /\b(?:updated|modified|aktualisiert|actualizado|atualizado|aggiornato|mis à jour|обновлено|aktualizacja|ενημέρωση|更新)\b/iu;
  const dates: string[] = [];
  const updates: string[] = [];
  for (const { text } of lines) {
    if (text.length > 160 || !/\d/.test(text)) continue;
    const cut = updated.exec(text);
    if (cut === null) dates.push(text);
    else {
      updates.push(text.slice(cut.index));
      if (/\d/.test(text.slice(0, cut.index))) dates.push(text.slice(0, cut.index));
    }
  }
  if (dates.length === 0) dates.push(...updates);
  return { lines, dates, updates };
}

/** `<time>` elements that stand with the article: not in navigation, asides, links or cards of other articles. */
function timeElements({ parsed, analysis, kept, titles }: MetadataInput): Candidate[] {
  const { page, times } = parsed;
  const { blocks } = analysis;
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  if (first < 0) return [];
  const folded = new Set(titles.map(foldedText));
  const titleAt = blocks.findIndex((block, i) => i <= first && folded.has(foldedText(block.text)));
  const from = blocks[titleAt < 0 ? Math.max(0, first - HEAD_BLOCKS) : Math.max(0, titleAt - 4)]!.start;
  const until = blocks[Math.min(blocks.length - 1, first + 3)]!.end;
  const tailEnd = blocks[Math.min(blocks.length - 1, last + 3)]!.end;
  const near: Candidate[] = [];
  const after: Candidate[] = [];
  const commentOrRelated = meaningBit("comment") | meaningBit("related") | meaningBit("sidebar");
  for (const node of times.slice(0, 200)) {
    const inside = analysis.inside[node]!;
    if (inside & (INSIDE.nav | INSIDE.aside | INSIDE.link)) continue;
    const value =
      attributeOf(parsed, node, "datetime") ??
      collapseSpace(page.html.slice(page.attrEnd[node]! + 1, page.end[node]!).replace(/<[^<>]*>/g, " "));
    const start = page.start[node]!;
    if (start >= from && start <= until) near.push(["html:time", value]);
    else if (start > until && start <= tailEnd && !(analysis.inherited[node]! & commentOrRelated))
      after.push(["html:time", value]);
  }
  return [...near, ...after.slice(0, 1)];
}

function itemprop({ parsed, analysis }: MetadataInput, name: string): string | undefined {
  const { page } = parsed;
  for (const node of parsed.itemprops.slice(0, 500)) {
    if (!(page.attribute(node, "itemprop") ?? "").split(/\s+/).includes(name)) continue;
    if (analysis.inside[node]! & (INSIDE.nav | INSIDE.aside) || analysis.inherited[node]! & meaningBit("comment")) continue;
    const value =
      attributeOf(parsed, node, "content") ?? attributeOf(parsed, node, "datetime") ?? textUnder(parsed, analysis, node);
    if (value !== undefined && value.trim() !== "") return value;
  }
  return undefined;
}

/** The visible characters of a small element. */
function textUnder(parsed: ParsedPage, analysis: PageAnalysis, node: number): string | undefined {
  const { page } = parsed;
  const from = page.attrEnd[node]! + 1;
  const to = page.end[node]!;
  if (to - from > 1000 || to <= from) return analysis.blocks.find((block) => isWithin(parsed, block.node, node))?.text;
  return collapseSpace(
    page.html
      .slice(from, to)
      .replace(/<[^<>]*>/g, " ")
      .replace(/&nbsp;|&#160;/g, " ")
      .replace(/&amp;/g, "&"),
  );
}

// ---- bylines

function bylinesOf(input: MetadataInput, visible: VisibleHead, site: string | null, evidence: MetadataEvidence[]): string[] {
  const { head, parsed, analysis } = input;
  const siteWords = site === null ? "" : foldedText(site);
  const usable = (name: string): boolean => {
    const folded = foldedText(name);
    return folded !== "" && (folded !== siteWords || agencyOf(name) !== undefined) && !/^(?:by|admin|staff)$/.test(folded);
  };
  const attempt = (source: string, values: readonly string[], trusted: boolean): string[] | undefined => {
    const names = uniqueNames(values.flatMap((value) => namesIn(value, { trusted }))).filter(usable);
    if (names.length === 0) return undefined;
    evidence.push({ field: "byline", source, value: values.join("; ").slice(0, 500) });
    return names.slice(0, 12);
  };
  const metas = (name: string): string[] => (head.meta.get(name) ?? []).filter((value) => !/^https?:/.test(value));
  const attempts: (() => string[] | undefined)[] = [
    () => attempt("json-ld:author", authorNames(head.article?.author, head.jsonLd), true),
    () => attempt("meta:parsely-author", metas("parsely-author"), true),
    () => attempt("meta:author", metas("author"), true),
    () => attempt("meta:article:author", metas("article:author"), true),
    () => attempt("meta:sailthru.author", metas("sailthru.author"), true),
    () => attempt("meta:dc.creator", [...metas("dc.creator"), ...metas("dcterms.creator"), ...metas("citation_author")], true),
    () => attempt("microdata:author", [itemprop(input, "author") ?? ""].filter(Boolean), true),
    () => {
      const links: string[] = [];
      for (const block of analysis.blocks.slice(0, 400)) {
        if (block.linkDensity < 0.9 || block.text.length > 60) continue;
        if (
          /\brel\s*=\s*["']?[^"'>]*\bauthor\b/i.test(
            parsed.page.html
              .slice(Math.max(0, block.start - 400), block.start)
              .split("<")
              .pop() ?? "",
          )
        )
          links.push(block.text);
      }
      return attempt("html:rel-author", links.slice(0, 4), true);
    },
    () => {
      for (const { text, meanings } of visible.lines) {
        if (text.length > 120) continue;
        const names = attempt("text:byline", [text], false);
        if (names !== undefined) return names;
        if (
          meanings & meaningBit("author") &&
          !(meanings & (meaningBit("comment") | meaningBit("share"))) &&
          /^\p{Lu}[\p{L}.'\u2019-]+(?:\s\p{Lu}[\p{L}.'\u2019-]*){1,3}$/u.test(text)
        ) {
          const named = attempt("html:author-class", [text], true);
          if (named !== undefined) return named;
        }
      }
      return undefined;
    },
    () =>
      attempt(
        "meta:twitter:data1",
        /author|written/i.test(head.meta.get("twitter:label1")?.[0] ?? "") ? metas("twitter:data1") : [],
        true,
      ),
  ];
  for (const one of attempts) {
    const names = one();
    if (names !== undefined) return names;
  }
  return [];
}

function authorNames(value: unknown, all: readonly JsonObject[]): string[] {
  const list = Array.isArray(value) ? value : [value];
  const names: string[] = [];
  for (const item of list.slice(0, 20)) {
    if (typeof item === "string") names.push(item);
    else if (isObject(item)) {
      const id = item["@id"];
      const full =
        item.name === undefined && typeof id === "string"
          ? all.find((object) => object["@id"] === id && object.name !== undefined)
          : item;
      for (const name of textsOf(full?.name)) names.push(name);
    }
  }
  return names.filter((name) => !/^https?:/.test(name));
}

// ---- the rest

function breadcrumb(objects: readonly JsonObject[], title: string | null): string | undefined {
  const list = objects.find((object) => typesOf(object).includes("BreadcrumbList"))?.itemListElement;
  if (!Array.isArray(list)) return undefined;
  const names = list
    .map((item) => (isObject(item) ? (textOf(item.name) ?? textOf(isObject(item.item) ? item.item.name : undefined)) : undefined))
    .filter((name): name is string => name !== undefined);
  const folded = title === null ? "" : foldedText(title);
  const inner = names.filter((name, index) => index > 0 && foldedText(name) !== folded);
  return inner[0];
}

function tagsOf({ head }: MetadataInput, evidence: MetadataEvidence[]): string[] {
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

const imageOf = (value: unknown): string | undefined => {
  const first = Array.isArray(value) ? value[0] : value;
  if (isObject(first)) return textOf(first.url) ?? textOf(first.contentUrl);
  return textOf(first);
};

function bodyImage({ parsed, analysis, kept }: MetadataInput): string | undefined {
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  if (first < 0) return undefined;
  const from = analysis.blocks[Math.max(0, first - 4)]!.start;
  const to = analysis.blocks[last]!.end;
  for (const node of parsed.images) {
    const start = parsed.page.start[node]!;
    if (start < from || start > to) continue;
    const width = Number.parseInt(parsed.page.attribute(node, "width") ?? "", 10);
    if (width < 200) continue;
    const source = attributeOf(parsed, node, "src") ?? attributeOf(parsed, node, "data-src");
    if (source !== undefined && source !== "" && !source.startsWith("data:")) return source;
  }
  return undefined;
}

function wireCredit(
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
    .map((block) => block.text.replace(/^by\s+/i, ""));
  return wireCreditIn(text, [...near, ...tail]);
}

function* photoSources({ analysis, kept, head }: MetadataInput): Iterable<Candidate> {
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
    const block = analysis.blocks[i]!;
    if (block.text.length > 800) continue;
    const isCaption =
      analysis.inside[block.node]! & (INSIDE.figure | INSIDE.caption) || analysis.own[block.node]! & captionMeaning;
    if (!isCaption && !(block.phrases.mask & credit)) continue;
    if (analysis.inside[block.node]! & (INSIDE.nav | INSIDE.footer | INSIDE.aside)) continue;
    yield ["text:caption", photoCreditIn(block.text)];
  }
}
