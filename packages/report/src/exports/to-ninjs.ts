import type { StoryRecord } from "@wirefold/core";
import { momentOf } from "../page/format.ts";
import { dateTime, documentUri, urn } from "./identifiers.ts";

const NINJS_SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

/**
 * A story as an IPTC ninjs 3.1 object: a composite item whose associations are the member articles. ninjs has no field
 * for claims or quotations, so those stand under one extension property, `wirefold`, which `NINJS_EXTENSION_SCHEMA`
 * describes; a reader that does not know it finds a valid ninjs item in the rest.
 */
export function toNinjs(record: StoryRecord): Readonly<Record<string, unknown>> {
  const times = record.members.map((member) => dateTime(member.published_at)).filter((at) => at !== null);
  times.sort();
  const named = (type: string) =>
    record.names.filter((name) => name.type === type).map(({ canonical }) => ({ name: canonical, rel: "mentions" }));
  const languages = new Set(record.members.map((member) => member.language).filter((language) => language !== null));
  return without({
    uri: urn("story", record.story),
    type: "composite",
    representationType: "full",
    profile: "wirefold.story/1",
    standard: { name: "ninjs", version: "3.1", schema: NINJS_SCHEMA },
    firstCreated: times[0],
    versionCreated: times.at(-1),
    language: languages.size === 1 ? [...languages][0] : undefined,
    headlines: record.headline === null ? undefined : [{ role: "main", contentType: "text/plain", value: record.headline }],
    bodies:
      record.summary.length === 0
        ? undefined
        : [{ role: "summary", contentType: "text/plain", value: record.summary.map(({ text }) => text).join("\n") }],
    people: named("person"),
    organisations: named("organisation"),
    places: named("place"),
    infoSources: record.lineage.clusters.map((cluster) => ({
      name: cluster.name ?? record.members.find((m) => m.id === cluster.root)?.outlet ?? cluster.id,
      role: "origin",
      literal: cluster.id,
    })),
    associations: record.members.map((member) =>
      without({
        name: member.title ?? member.id,
        rel: member.role,
        uri: documentUri(member),
        type: "text",
        versionCreated: dateTime(member.published_at) ?? undefined,
        language: member.language ?? undefined,
        headlines: member.title === null ? undefined : [{ value: member.title }],
        infoSources: member.outlet === null ? undefined : [{ name: member.outlet, role: "publisher" }],
        altIds: [{ role: "wirefold", value: member.id }],
      }),
    ),
    wirefold: {
      event_date: momentOf(record.event_date) === null ? null : record.event_date,
      claims: record.claims.map((claim) => ({
        id: claim.id,
        statement: claim.statement,
        value: claim.canonical.value,
        unit: claim.canonical.unit,
        relation: claim.relation,
        independent_sources: claim.independent_sources,
        lineages: claim.lineages,
        references: claim.variants.map(({ doc, relation, evidence }) => ({
          doc,
          relation,
          span: evidence.span,
          hash: evidence.hash,
        })),
      })),
      conflicts: record.conflicts.map(({ id, kind, statement, about }) => ({ id, kind, statement, about })),
    },
  });
}

const without = (node: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));

/** The extension, in the manner IPTC describes: everything of ninjs 3.1, and one more property. JSON Schema 2020-12. */
export const NINJS_EXTENSION_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:wirefold:ninjs-extension:1",
  title: "ninjs 3.1 with the claims of a Wirefold story",
  type: "object",
  allOf: [{ $ref: `${NINJS_SCHEMA}#/$defs/ninjsType` }],
  required: ["uri", "wirefold"],
  properties: {
    wirefold: {
      type: "object",
      additionalProperties: false,
      required: ["event_date", "claims", "conflicts"],
      properties: {
        event_date: { type: ["string", "null"] },
        claims: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["id", "statement", "value", "unit", "relation", "independent_sources", "lineages", "references"],
            properties: {
              id: { type: "string" },
              statement: { type: "string" },
              value: {
                anyOf: [{ type: ["number", "null"] }, { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 }],
              },
              unit: { type: ["string", "null"] },
              relation: { type: "string" },
              independent_sources: { type: "integer", minimum: 0 },
              lineages: { type: "array", items: { type: "string" } },
              references: {
                type: "array",
                items: {
                  type: "object",
                  additionalProperties: false,
                  required: ["doc", "relation", "span", "hash"],
                  properties: {
                    doc: { type: "string" },
                    relation: { type: "string" },
                    span: { type: "array", items: { type: "integer", minimum: 0 }, minItems: 2, maxItems: 2 },
                    hash: { type: "string", pattern: "^[0-9a-f]{64}$" },
                  },
                },
              },
            },
          },
        },
        conflicts: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["id", "kind", "statement", "about"],
            properties: {
              id: { type: "string" },
              kind: { type: "string" },
              statement: { type: "string" },
              about: { type: "array", items: { type: "string" } },
            },
          },
        },
      },
    },
  },
  unevaluatedProperties: false,
} as const;
