/**
 * The part of IPTC's ninjs 3.1 schema that our items use, written from the standard's description because IPTC publishes
 * no package. As strict as the original where it matters: unknown properties are refused, `uri` is required and a URI,
 * `type` is one of the standard's, date-times are RFC 3339, associations need a name and a uri.
 */
const text = { type: "string" };
const uri = { type: "string", format: "uri" };
const moment = { type: "string", format: "date-time" };
const closed = (properties: Record<string, unknown>, required: string[] = []) => ({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});
const list = (items: unknown) => ({ type: "array", items });
const valued = list(
  closed({ role: text, contentType: text, value: text, charCount: { type: "integer" }, wordCount: { type: "integer" } }, [
    "value",
  ]),
);
const named = list(closed({ name: text, rel: text, uri, literal: text }));

export const ninjsSubset = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
  $defs: {
    ninjsType: {
      type: "object",
      properties: {
        uri,
        type: { enum: ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"] },
        representationType: { enum: ["full", "partial"] },
        profile: text,
        version: text,
        firstCreated: moment,
        versionCreated: moment,
        contentCreated: moment,
        language: text,
        descriptions: valued,
        bodies: valued,
        headlines: valued,
        people: named,
        organisations: named,
        places: named,
        infoSources: list(closed({ name: text, role: text, uri, literal: text })),
        associations: list({
          $ref: "#/$defs/ninjsType",
          properties: { name: text, rel: text },
          required: ["name", "uri"],
          unevaluatedProperties: false,
        }),
        altIds: list(closed({ role: text, value: text })),
        standard: closed({ name: text, version: text, schema: uri }),
        title: text,
        by: text,
        slugline: text,
        located: text,
      },
    },
  },
  $ref: "#/$defs/ninjsType",
  required: ["uri"],
  unevaluatedProperties: false,
};
