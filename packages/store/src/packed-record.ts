import { type StoryRecord, sha256 } from "@wirefold/core";
import { packDensely, unpackAny } from "./blobs/packed-blob.ts";

/** A text as JSON writes it, without its hash. In a string such a property cannot stand: its quotation marks are escaped there. */
const textWithoutHash = /"text":("[^"\\]*(?:\\.[^"\\]*)*"),"hash":0/g;

/**
 * A record as `story.record` holds it: its JSON, packed like a blob, with `0` for the hash of a text that stands before it. A hash is
 * as good as random, so those of the evidence were more than a fifth of all that packing left.
 */
export async function packRecord(record: StoryRecord): Promise<Buffer> {
  const packed = await packDensely(Buffer.from(JSON.stringify(withoutHashes(record, hashesOfTexts()))));
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
}

/** The same with `0` for each hash that follows from the text right before it. */
function withoutHashes(value: unknown, hashes: (text: string) => string): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => withoutHashes(one, hashes));
  const lean: Record<string, unknown> = {};
  let text: unknown;
  for (const [key, part] of Object.entries(value)) {
    lean[key] = key === "hash" && typeof text === "string" && part === hashes(text) ? 0 : withoutHashes(part, hashes);
    text = key === "text" ? part : undefined;
  }
  return lean;
}

/** @returns null for a story that is still to be made again, after a change of the schema. */
export async function unpackRecord(packed: Uint8Array | null): Promise<StoryRecord | null> {
  if (packed === null) return null;
  const hashes = hashesOfTexts();
  const json = Buffer.from(await unpackAny(packed)).toString("utf8");
  const textOf = (json: string) => (json.includes("\\") ? (JSON.parse(json) as string) : json.slice(1, -1));
  return JSON.parse(
    json.replace(textWithoutHash, (_, text: string) => `"text":${text},"hash":"${hashes(textOf(text))}"`),
  ) as StoryRecord;
}

/** Each text's hash is worked out once. */
function hashesOfTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let hash = known.get(text);
    if (hash === undefined) {
      hash = sha256(text);
      known.set(text, hash);
    }
    return hash;
  };
}
