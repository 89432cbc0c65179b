import type { StoryRecord } from "@wirefold/core";
import { pack, unpackAny } from "./blobs/packed-blob.ts";

/** A record as `story.record` holds it: its JSON, packed like a blob. */
export async function packRecord(record: StoryRecord): Promise<Buffer> {
  const packed = await pack(Buffer.from(JSON.stringify(record)));
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
}

/** @returns null for a story that is still to be made anew, after a change of the schema. */
export async function unpackRecord(packed: Uint8Array | null): Promise<StoryRecord | null> {
  if (packed === null) return null;
  return JSON.parse(Buffer.from(await unpackAny(packed)).toString("utf8")) as StoryRecord;
}
