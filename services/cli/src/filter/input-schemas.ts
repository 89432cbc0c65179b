import { Span } from "@wirefold/core";
import { z } from "zod";

/** What the filters read. Fields they do not know are ignored, so the output of one filter is input to the next. */

const Id = z
  .union([z.string(), z.number().transform(String)], { error: "must be a string or a number" })
  .pipe(z.string().min(1, { error: "must not be empty" }).max(512, { error: "must be at most 512 characters long" }));
const OptionalText = z.string({ error: "must be a string" }).nullish();

export const CleanInput = z.object({
  id: Id,
  url: OptionalText,
  html: OptionalText,
  html_path: OptionalText,
  text: OptionalText,
  content_type: OptionalText,
});
export type CleanInput = z.output<typeof CleanInput>;

/** What `clean` passes on of what its own input said of the document. It goes before what the page says of itself. */
const Hints = z
  .object({ url: OptionalText, outlet: OptionalText, title: OptionalText, published_at: OptionalText })
  .nullish()
  .transform((hints) => hints ?? {});

/** `date` and `source` are what other people's data sets call `published_at` and `outlet`; `site` is what `clean` calls it. */
export const GroupRecord = z
  .object({
    id: Id,
    title: OptionalText,
    text: z.string({ error: "must be a string" }),
    published_at: OptionalText,
    date: OptionalText,
    outlet: OptionalText,
    source: OptionalText,
    site: OptionalText,
    language: OptionalText,
    wire_credit: OptionalText,
    hints: Hints,
  })
  .transform(({ id, title, text, published_at, date, outlet, source, site, language, wire_credit, hints }) => ({
    id,
    text,
    title: hints.title ?? title ?? null,
    published_at: hints.published_at ?? published_at ?? date ?? null,
    outlet: hints.outlet ?? outlet ?? source ?? site ?? null,
    language: language ?? null,
    wire_credit: wire_credit ?? null,
  }));
export type GroupRecord = z.output<typeof GroupRecord>;

export const ExtractInput = z
  .object({
    id: Id,
    title: OptionalText,
    text: OptionalText,
    /** The text that spans count in, where that is another than `text`. */
    raw: OptionalText,
    /** Stretches of `raw` that are not the document's own words. */
    excluded: z.array(Span).nullish(),
    published_at: OptionalText,
    date: OptionalText,
    language: OptionalText,
    byline: z
      .union([z.string().transform((name) => [name]), z.array(z.string())], { error: "must be a name or a list of names" })
      .nullish(),
    wire_credit: OptionalText,
    hints: Hints,
  })
  .refine((record) => typeof record.text === "string" || typeof record.raw === "string", { error: "text or raw must be given" });
export type ExtractInput = z.output<typeof ExtractInput>;

/** A line of `wirefold group`, as `reconcile` reads it. */
export const GroupLine = z.object({
  id: Id,
  copy: z.string(),
  lineage: z.string(),
  story: z.string(),
  role: z.enum(["original", "copy", "rewrite", "independent", "related", "single"]),
  parent: z.string().nullish(),
  edges: z
    .array(z.looseObject({ to: z.string(), kind: z.enum(["copy", "rewrite", "same-event"]), score: z.number() }))
    .optional(),
});
export type GroupLine = z.output<typeof GroupLine>;
