import { defineWorker } from "@wirefold/runtime";
import { fetch } from "./stage.ts";
import { HttpReader } from "./url-reader.ts";

export const worker = defineWorker({
  stage: fetch,
  ports: ({ env, blobs, database }) => ({
    blobs,
    urls: new HttpReader({ userAgent: env.WIREFOLD_USER_AGENT, allowPrivate: env.WIREFOLD_ALLOW_PRIVATE }),
    bodyBytesMax: env.WIREFOLD_BODY_BYTES_MAX,
    // A document taken down counts as known: it must not come in again.
    known: async (documentId) => {
      const { rowCount } = await database.query({
        name: "document-known",
        text: "select from document where id = $1",
        values: [documentId],
      });
      return rowCount === 1;
    },
  }),
});
