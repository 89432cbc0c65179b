/**
 * What the similarity index takes in PostgreSQL: files synthetic documents through the real adapter and asks the server.
 *
 *   WIREFOLD_DATABASE_URL=postgres://… node scripts/measure-postgres.mjs [documents]
 *
 * Uses the database it is given as a scratch one: name an empty database.
 */
import { openDatabase, PostgresSimilarityIndex } from "@wirefold/store";
import { syntheticNews } from "../dist/bench/synthetic-news.js";
import { encodeFeatures, featuresOf, lookupsOf, postingsOf, prepareDocument } from "../dist/index.js";

const count = Number(process.argv[2] ?? 20_000);
const databaseUrl = process.env.WIREFOLD_DATABASE_URL;
if (databaseUrl === undefined) throw new Error("Set WIREFOLD_DATABASE_URL to an empty database.");
const pool = await openDatabase({ databaseUrl });
const index = new PostgresSimilarityIndex(pool);
let batch = [];
let inserting = 0;
let asking = 0;
let featureBytes = 0;
const flush = async () => {
  const from = performance.now();
  await index.insert(batch.map(({ id, prepared }) => ({ id, postings: postingsOf(prepared) })));
  const asked = performance.now();
  await index.candidates(batch.map(({ id, prepared }) => ({ id, lookups: lookupsOf(prepared) })));
  inserting += asked - from;
  asking += performance.now() - asked;
  batch = [];
};
for (const doc of syntheticNews(count)) {
  const features = featuresOf(doc);
  featureBytes += encodeFeatures(features).length;
  batch.push({ id: doc.id, prepared: prepareDocument(features) });
  if (batch.length === 100) await flush();
}
if (batch.length > 0) await flush();
const { rows } = await pool.query(
  `select relname, pg_total_relation_size(oid)::bigint as total, pg_relation_size(oid)::bigint as heap
   from pg_class where relname in ('posting', 'similarity_document') order by 1`,
);
let total = 0;
for (const { relname, total: bytes, heap } of rows) {
  total += Number(bytes);
  console.log(`${relname}: ${Math.round(bytes / count)} bytes a document, ${Math.round((bytes - heap) / count)} of it indexes`);
}
console.log(
  `${count} documents: ${Math.round(total / count)} bytes a document of index; ${Math.round(featureBytes / count)} of stored features; ` +
    `${(inserting / count).toFixed(2)} ms to file and ${(asking / count).toFixed(2)} ms to find candidates, a document, batches of 100`,
);
await pool.end();
