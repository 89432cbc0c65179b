import type { Entity, Facts, FactsInput, SpannedText } from "@wirefold/core";
import { readAssertions } from "./assertions/read-assertions.ts";
import { readDates } from "./dates/read-dates.ts";
import { type Document, spanOf } from "./document.ts";
import { type FigureSource, readFigures } from "./figures/read-figures.ts";
import { elisionAt } from "./names/elision.ts";
import type { Naming } from "./names/entities.ts";
import { findNamed } from "./names/is-named.ts";
import { readProvenance } from "./provenance/wire-credit.ts";
import { attributeQuotes } from "./quotes/attribute-quotes.ts";
import { quoteModelFor } from "./quotes/quote-model.ts";
import { readQuotes } from "./quotes/read-quotes.ts";
import { type Reading, readText } from "./reading.ts";
import { findSources } from "./sources/find-sources.ts";

/**
 * Reads the checkable content of one document: who said what, how many, when and where, and where the text comes from.
 * Pure: no clock and no IO, so relative dates are counted from the article's own date and stay open without one.
 * Every span is in UTF-16 units of `input.text` and slices to the text it comes with. Work is linear in the text's length.
 *
 * @example
 * extractFacts({ id: "1", text: "“We will rebuild,” Mayor Ana Duarte said on Tuesday." }).quotes[0].speaker // "Ana Duarte"
 */
export function extractFacts(input: FactsInput): Facts {
  const reading = readText(input);
  const { document, naming } = reading;
  const provenance = readProvenance(input.text);
  const dates = readDates(document, input.published_at ?? null, input.language ?? null);
  const attributed = attributeQuotes(reading, quoteModelFor(document.language.language));
  const ids = entityIds(naming);
  // Who speaks is recorded, however it is called.
  const recorded = new Set(findNamed(document, naming));
  const entityId = (index: number): string | null => {
    const id = index < 0 ? undefined : ids.get(index);
    if (id !== undefined) recorded.add(index);
    return id ?? null;
  };
  const { quotes, indirect, leftOut } = readQuotes(reading, attributed, entityId);
  const sources = findSources(reading, attributed);
  const sourceAt = (token: number): FigureSource | null => sources[token] ?? null;
  const cues = cueTokens(reading);
  const figures = readFigures({ document, naming, dates, sourceAt, isHeadline: reading.isHeadline, entityId });
  const assertions = readAssertions({
    document,
    sourceAt,
    isCue: (token) => cues[token] === 1,
    isHeadline: reading.isHeadline,
    entityId,
  });
  return {
    id: input.id,
    language: document.language.language === "und" ? (input.language ?? null) : document.language.language,
    title: reading.title?.text ?? input.title ?? null,
    title_span: reading.title?.span ?? null,
    dateline: provenance.dateline,
    byline: input.byline && input.byline.length > 0 ? input.byline.join(", ") : provenance.byline,
    contributors: [...provenance.contributors],
    publication_date: input.published_at ?? dates.publicationDate,
    event_date: dates.eventDate,
    event_date_evidence: dates.eventEvidence,
    wire_credit: input.wire_credit ?? provenance.wireCredit,
    wire_credit_evidence: provenance.wireCreditEvidence,
    wire_mentions: [...provenance.wireMentions],
    photo_credit: provenance.photoCredit,
    quotes,
    indirect_quotes: indirect,
    ...leftOutOf({
      quotes: leftOut.quotes,
      indirect_quotes: leftOut.indirect,
      figures: figures.length - listedMax,
      dates: dates.mentions.length - listedMax,
      assertions: assertions.length - listedMax,
    }),
    numeric_mentions: figures.slice(0, listedMax),
    dates: dates.mentions.slice(0, listedMax),
    entities: readEntities(document, naming, ids, recorded),
    assertions: assertions.slice(0, listedMax),
  };
}

/**
 * The first so many of each kind are recorded, as of quotes: more than a book holds, so that a page of nothing but figures does not
 * become a hundred times its size.
 */
const listedMax = 4000;

type LeftOut = NonNullable<Facts["left_out"]>;

/** Absent where nothing was left out. Kinds that were recorded whole are not named, but for quotes. */
function leftOutOf({ quotes, indirect_quotes, ...others }: Required<LeftOut>): { left_out?: LeftOut } {
  const more = Object.entries(others).filter(([, count = 0]) => count > 0);
  if (quotes + indirect_quotes === 0 && more.length === 0) return {};
  return { left_out: { quotes, indirect_quotes, ...Object.fromEntries(more) } };
}

/** Entities that are left with mentions get ids in order of first mention. */
function entityIds(naming: Naming): Map<number, string> {
  const ids = new Map<number, string>();
  const present = naming.entities.filter((entity) => entity.mentions.length > 0);
  present.sort((a, b) => (a.mentions[0]?.from ?? 0) - (b.mentions[0]?.from ?? 0));
  present.forEach((entity, index) => {
    ids.set(entity.index, `e${index + 1}`);
  });
  return ids;
}

function readEntities(
  document: Document,
  naming: Naming,
  ids: ReadonlyMap<number, string>,
  recorded: ReadonlySet<number>,
): Entity[] {
  const out: Entity[] = [];
  for (const [index, id] of ids) {
    if (!recorded.has(index)) continue;
    const entity = naming.entities[index] as Naming["entities"][number];
    const mentions: SpannedText[] = entity.mentions.map((mention) => {
      const [from, to] = spanOf(document, mention.from, mention.to);
      const start = from + elisionAt(document, mention.from);
      return { text: document.text.slice(start, to), span: [start, to] };
    });
    out.push({ id, type: entity.type, canonical: entity.canonical, role: entity.role, mentions });
  }
  return out;
}

function cueTokens({ document, frames }: Reading): Uint8Array {
  const out = new Uint8Array(document.scan.count);
  for (const frame of frames) {
    out.fill(1, frame.cueFrom, frame.cueTo);
    out.fill(1, frame.sourceFrom, frame.sourceTo);
  }
  return out;
}
