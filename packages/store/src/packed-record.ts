import { type StoryRecord, sha256 } from "@wirefold/core";
import { pack, unpackAny } from "./blobs/packed-blob.ts";

/** A text as JSON writes it. In a string such a property cannot stand: its quotation marks are escaped there. */
const text = String.raw`"text":("[^"\\]*(?:\\.[^"\\]*)*")`;
const textWithHash = new RegExp(`${text},"hash":"([0-9a-f]{64})"`, "g");
const textWithoutHash = new RegExp(`${text},"hash":0`, "g");

/**
 * A record as `story.record` holds it: its JSON, packed like a blob, with `0` for the hash of a text that stands before it. A hash is
 * as good as random, so those of the evidence were more than a fifth of all that packing left.
 */
export async function packRecord(record: StoryRecord): Promise<Buffer> {
  const hashes = hashesOfTexts();
  const json = JSON.stringify(record).replace(textWithHash, (whole, text: string, hash: string) =>
    hashes(text) === hash ? `"text":${text},"hash":0` : whole,
  );
  const packed = await pack(Buffer.from(json));
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
}

/** @returns null for a story that is still to be made again, after a change of the schema. */
export async function unpackRecord(packed: Uint8Array | null): Promise<StoryRecord | null> {
  if (packed === null) return null;
  const hashes = hashesOfTexts();
  const json = Buffer.from(await unpackAny(packed)).toString("utf8");
  return JSON.parse(json.replace(textWithoutHash, (_, text: string) => `"text":${text},"hash":"${hashes(text)}"`)) as StoryRecord;
}

/** Hashes of texts by their JSON; each is worked out once. */
function hashesOfTexts(): (json: string) => string {
  const known = new Map<string, string>();
  return (json) => {
    let hash = known.get(json);
    if (hash === undefined) {
      hash = sha256(json.includes("\\") ? (JSON.parse(json) as string) : json.slice(1, -1));
      known.set(json, hash);
    }
    return hash;
  };
}
