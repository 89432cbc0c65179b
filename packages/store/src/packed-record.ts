import { type StoryRecord, sha256 } from "@wirefold/core";
import { packDensely, unpackAny } from "./blobs/packed-blob.ts";

/** A text as JSON writes it, without its hash. In a string such a property cannot stand: its quotation marks are escaped there. */
const textWithoutHash = /"text":("[^"\\]*(?:\\.[^"\\]*)*"),"hash":0/g;

/** The span of a text that stands behind it and is as long as it. Brackets in a string stand between escaped quotation marks, or none. */
const spanOfText = /"span":\[(\d+),(\d+)\],"text":("[^"\\]*(?:\\.[^"\\]*)*")/g;
/** The same with its end left out. */
const spanWithoutEnd = /"span":\[(\d+)\],"text":("[^"\\]*(?:\\.[^"\\]*)*")/g;

/**
 * A record as `story.record` holds it: its JSON, packed like a blob, with `0` for the hash of a text that stands before it, and a span's
 * end left out where its text tells it. A hash is as good as random, so those of the evidence were more than a fifth of all that packing
 * left; ends of spans were a fifteenth of the rest.
 */
export async function packRecord(record: StoryRecord): Promise<Buffer> {
  const json = JSON.stringify(withoutHashes(record, hashesOfTexts())).replace(
    spanOfText,
    (whole, from: string, to: string, text: string) =>
      Number(to) - Number(from) === lengthOf(text) ? `"span":[${from}],"text":${text}` : whole,
  );
  const packed = await packDensely(Buffer.from(json));
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
  return JSON.parse(
    json
      .replace(textWithoutHash, (_, text: string) => `"text":${text},"hash":"${hashes(textOf(text))}"`)
      .replace(
        spanWithoutEnd,
        (_, from: string, text: string) => `"span":[${from},${Number(from) + lengthOf(text)}],"text":${text}`,
      ),
  ) as StoryRecord;
}

/** A string by the JSON of it. */
const textOf = (json: string): string => (json.includes("\\") ? (JSON.parse(json) as string) : json.slice(1, -1));
const lengthOf = (json: string): number => (json.includes("\\") ? textOf(json).length : json.length - 2);

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
