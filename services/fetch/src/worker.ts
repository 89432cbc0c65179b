import { defineWorker } from "@wirefold/worker";
import { askTogether } from "./ask-together.ts";
import { fetch } from "./stage.ts";
import { HttpReader } from "./url-reader.ts";

export const worker = defineWorker({
  stage: fetch,
  ports: ({ env, blobs, database }) => ({
    blobs,
    urls: new HttpReader({ userAgent: env.WIREFOLD_USER_AGENT, allowPrivate: env.WIREFOLD_ALLOW_PRIVATE }),
    bodyBytesMax: env.WIREFOLD_BODY_BYTES_MAX,
    // A document taken down counts as known: it must not come in again.
    known: askTogether(async (documentIds) => {
      const { rows } = await database.query<{ id: string }>({
        name: "documents-known",
        text: "select id from document where id = any ($1)",
        values: [documentIds],
      });
      const known = new Set(rows.map((row) => row.id));
      return (documentId) => known.has(documentId);
    }),
  }),
});
