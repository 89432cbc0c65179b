import type { StageName } from "@wirefold/core";
import type { Client } from "./database.ts";

/** Keeps `document` in step with the events: what each stage learned of it. */
export async function projectDocuments(
  client: Client,
  stage: StageName,
  outputs: readonly { readonly locatorId: string; readonly event: unknown }[],
): Promise<void> {
  if (outputs.length === 0) return;
  const events = JSON.stringify(outputs.map(({ event, locatorId }) => ({ ...(event as object), locatorId })));
  if (stage === "fetch") {
    await client.query({
      name: "project-fetch",
      text: `insert into document (id, locator_id, locator, body_hash, content_type)
             select "documentId", "locatorId", locator, "bodyHash", "contentType"
             from jsonb_to_recordset($1::jsonb) as e ("documentId" text, "locatorId" text, locator text, "bodyHash" text, "contentType" text)
             on conflict (id) do nothing`,
      values: [events],
    });
  } else if (stage === "clean") {
    await client.query({
      name: "project-clean",
      text: `update document d set article_hash = e."articleHash", title = e.title, outlet = e.outlet, url = e.url,
               published_at = e."publishedAt", language = e.language, wire_credit = e."wireCredit"
             from jsonb_to_recordset($1::jsonb) as e ("documentId" text, "articleHash" text, title text, outlet text, url text,
               "publishedAt" text, language text, "wireCredit" text)
             where d.id = e."documentId"`,
      values: [events],
    });
  } else if (stage === "extract") {
    await client.query({
      name: "project-extract",
      text: `update document d set facts_hash = e."factsHash"
             from jsonb_to_recordset($1::jsonb) as e ("documentId" text, "factsHash" text) where d.id = e."documentId"`,
      values: [events],
    });
  }
}
