import { StoryRecord } from "@wirefold/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  CLAIM_COLUMNS,
  claimRows,
  NINJS_EXTENSION_SCHEMA,
  toClaimCsv,
  toJsonLd,
  toJsonl,
  toNinjs,
  toParquet,
} from "../../src/index.ts";
import { ferryFire } from "../fixtures/ferry-fire.ts";
import { ninjsSubset } from "./ninjs-3.1-subset.ts";

function validator(schema: object, ...others: object[]) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const other of others) ajv.addSchema(other);
  const check = ajv.compile(schema);
  return (value: unknown) => (check(JSON.parse(JSON.stringify(value))) ? [] : check.errors);
}

/** RFC 4180, read back by the book: quotes, doubled quotes, CRLF. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        field += '"';
        i += 1;
      } else if (c === '"') quoted = false;
      else field += c;
    } else if (c === '"') quoted = true;
    else if (c === "," || c === "\r") {
      rows.at(-1)!.push(field);
      field = "";
      if (c === "\r") {
        expect(text[i + 1]).toBe("\n");
        i += 1;
        rows.push([]);
      }
    } else field += c;
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

const emptyStory: StoryRecord = {
  ...ferryFire,
  headline: null,
  summary: [],
  event_date: null,
  members: [],
  timeline: [],
  claims: [],
  quote_groups: [],
  propositions: [],
  conflicts: [],
  mutations: [],
  names: [],
  lineage: { ...ferryFire.lineage, clusters: [], pairs: { derived: [], partial_shared_agency_copy: [] } },
};

describe("the record", () => {
  test("the invented story is a valid story record, by zod and by the published JSON Schema", () => {
    expect(() => StoryRecord.parse(ferryFire)).not.toThrow();
    const errors = validator(z.toJSONSchema(StoryRecord, { io: "output" }));
    for (const line of toJsonl([ferryFire, emptyStory])) expect(errors(JSON.parse(line))).toEqual([]);
    expect(errors({ ...ferryFire, schema: "wirefold.story/2" })).not.toEqual([]);
  });

  test("JSONL keeps one record a line and loses nothing", () => {
    const lines = [...toJsonl([ferryFire, emptyStory])];
    expect(lines).toHaveLength(2);
    expect(lines[0]!.slice(0, -1)).not.toContain("\n");
    expect(JSON.parse(lines[0]!)).toEqual(ferryFire);
  });
});

describe("the claim table", () => {
  const variants = ferryFire.claims.reduce((n, claim) => n + claim.variants.length, 0);

  test("holds one row for each way an article puts a claim, with where the words stand", () => {
    const rows = [...claimRows([ferryFire])];
    expect(rows).toHaveLength(variants);
    const seventeen = rows.find((row) => row.doc === "kp-500" && row.claim === "dead")!;
    expect(seventeen).toMatchObject({
      value: 14,
      variant_value: 17,
      variant_relation: "contradicts",
      evidence_text: "Seventeen people died",
    });
    expect(rows.find((row) => row.claim === "aboard")).toMatchObject({ independent_sources: 2, independent_sources_strict: 1 });
    expect(rows.find((row) => row.surface.startsWith("Dozens"))).toMatchObject({
      variant_value: null,
      variant_low: 24,
      variant_high: 99,
    });
  });

  test("reads back from CSV field by field", () => {
    const [head, ...body] = readCsv([...toClaimCsv([ferryFire])].join(""));
    expect(head).toEqual(Object.keys(CLAIM_COLUMNS));
    const rows = [...claimRows([ferryFire])];
    expect(body).toHaveLength(rows.length);
    const columns = Object.keys(CLAIM_COLUMNS) as (keyof (typeof rows)[0])[];
    body.forEach((fields, i) => {
      expect(fields).toEqual(columns.map((column) => String(rows[i]![column] ?? "")));
    });
  });

  test("a field a spreadsheet would run as a formula is defused, and a negative number stays a number", () => {
    const claim = ferryFire.claims[0]!;
    const hostile = [
      '=HYPERLINK("http://x","y")',
      "+1",
      "-1+cmd|' /C calc'!A0",
      "@SUM(A1)",
      "\t=1",
      "  =1",
      "＝1",
      'a "quote", and\r\na break',
    ];
    const record: StoryRecord = {
      ...ferryFire,
      claims: hostile.map((statement, i) => ({
        ...claim,
        id: `h${i}`,
        statement,
        canonical: { ...claim.canonical, value: -5 },
        variants: [claim.variants[0]!],
      })),
    };
    const [, ...rows] = readCsv([...toClaimCsv([record])].join(""));
    expect(rows.map((row) => row[2])).toEqual([...hostile.slice(0, 7).map((s) => `'${s}`), hostile[7]]);
    expect(rows.map((row) => row[3])).toEqual(hostile.map(() => "-5"));
  });

  test("reads back from Parquet with its types", async () => {
    const bytes = toParquet([ferryFire]);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const rows = await parquetReadObjects({ file });
    expect(rows).toEqual([...claimRows([ferryFire])]);
    const types = Object.fromEntries(
      parquetSchema(parquetMetadata(file)).children.map(({ element }) => [element.name, element.type]),
    );
    expect(types.variant_value).toBe("DOUBLE");
    expect(types.independent_sources).toBe("INT32");
    expect(types.surface).toBe("BYTE_ARRAY");
  });

  test("a table without rows is still a readable file with its columns", async () => {
    const bytes = toParquet([emptyStory]);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    expect(await parquetReadObjects({ file })).toEqual([]);
    expect(parquetSchema(parquetMetadata(file)).children).toHaveLength(Object.keys(CLAIM_COLUMNS).length);
    expect([...toClaimCsv([emptyStory])]).toHaveLength(1);
  });
});

describe("JSON-LD", () => {
  const reference = {
    type: "object",
    properties: { "@id": { type: "string", format: "uri" } },
    required: ["@id"],
    additionalProperties: false,
  };
  const organization = {
    type: "object",
    properties: { "@type": { const: "Organization" }, name: { type: "string" } },
    required: ["@type", "name"],
    additionalProperties: false,
  };
  const own = { "^wirefold:": {} };
  const schema = {
    type: "object",
    required: ["@context", "@graph"],
    additionalProperties: false,
    properties: {
      "@context": { type: "array", prefixItems: [{ const: "https://schema.org" }] },
      "@graph": {
        type: "array",
        items: {
          oneOf: [
            {
              type: "object",
              required: ["@type", "@id"],
              additionalProperties: false,
              patternProperties: own,
              properties: {
                "@type": { const: "NewsArticle" },
                "@id": { type: "string", format: "uri" },
                headline: { type: "string" },
                url: { type: "string", format: "uri", pattern: "^https?:" },
                datePublished: {
                  anyOf: [
                    { type: "string", format: "date-time" },
                    { type: "string", format: "date" },
                  ],
                },
                inLanguage: { type: "string" },
                publisher: organization,
                sourceOrganization: organization,
                isBasedOn: reference,
              },
            },
            {
              type: "object",
              required: ["@type", "@id", "name", "text", "appearance"],
              additionalProperties: false,
              patternProperties: own,
              properties: {
                "@type": { const: "Claim" },
                "@id": { type: "string", format: "uri" },
                name: { type: "string" },
                text: { type: "string" },
                author: { type: "object" },
                appearance: { type: "array", items: reference },
                firstAppearance: reference,
                temporalCoverage: { type: "string" },
              },
            },
          ],
        },
      },
    },
  };

  test("is NewsArticle and Claim by schema.org's properties, and never a verdict", () => {
    const errors = validator(schema);
    for (const record of [ferryFire, emptyStory]) expect(errors(toJsonLd(record))).toEqual([]);
    expect(JSON.stringify(toJsonLd(ferryFire))).not.toMatch(/ClaimReview|reviewRating/);
  });

  test("every reference leads to an article of the graph, and the first appearance is the earliest", () => {
    const graph = toJsonLd(ferryFire)["@graph"] as Record<string, unknown>[];
    const ids = new Set(graph.map((node) => node["@id"]));
    expect(ids.size).toBe(graph.length);
    const aboard = graph.find((node) => node["@type"] === "Claim" && String(node.name).startsWith("Passengers"))!;
    for (const appearance of aboard.appearance as { "@id": string }[]) expect(ids).toContain(appearance["@id"]);
    expect(aboard.firstAppearance).toEqual({ "@id": "https://northernwire.example/kestria/ferry-fire" });
    expect(ids).toContain("urn:wirefold:document:x-666");
  });
});

describe("ninjs", () => {
  test("a story is a valid ninjs 3.1 item with our extension", () => {
    const errors = validator(NINJS_EXTENSION_SCHEMA, ninjsSubset);
    for (const record of [ferryFire, emptyStory]) expect(errors(toNinjs(record))).toEqual([]);
    expect(errors({ ...toNinjs(ferryFire), verdict: "true" })).not.toEqual([]);
  });

  test("without the extension it is plain ninjs", () => {
    const { wirefold, ...plain } = toNinjs(ferryFire);
    expect(wirefold).toBeDefined();
    expect(validator(ninjsSubset)(plain)).toEqual([]);
  });

  test("a date without a time is not passed off as a moment", () => {
    const { associations } = toNinjs(ferryFire) as { associations: { altIds: { value: string }[]; versionCreated?: string }[] };
    const of = (id: string) => associations.find((a) => a.altIds[0]!.value === id)!;
    expect(of("gull-1").versionCreated).toBeUndefined();
    expect(of("cr-009").versionCreated).toBe("2031-03-04T08:30:00.000Z");
  });
});
