import { type StoryRecord, sha256 } from "@wirefold/core";
import { packDensely, unpackAny } from "./blobs/packed-blob.ts";
import { RECORD_SHAPES } from "./record-shapes.ts";
import { fromColumns, toColumns, type ValueColumns } from "./value-columns.ts";

/** A text as JSON writes it, without its hash. In a string such a property cannot stand: its quotation marks are escaped there. */
const textWithoutHash = /"text":("[^"\\]*(?:\\.[^"\\]*)*"),"hash":0/g;
/** A text and the span before it, without its end. */
const spanWithoutEnd = /"span":\[(\d+)\],"text":("[^"\\]*(?:\\.[^"\\]*)*")/g;

/**
 * A record as `story.record` holds it: turned by columns, as JSON, packed like a blob; with `0` for the hash of a text that stands beside
 * it, and a span's end left out where its text tells it. A hash is as good as random, so those of the evidence were more than a fifth of
 * all that packing left; ends of spans were a fifteenth of the rest. By columns it is a fifth less again, packed in half the time.
 */
export async function packRecord(record: StoryRecord): Promise<Buffer> {
  const { shapes, columns } = toColumns(record, RECORD_SHAPES, lean(hashesOfTexts()));
  const packed = await packDensely(Buffer.from(JSON.stringify([shapes, ...columns])));
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
}

/** @returns null for a story that is still to be made again, after a change of the schema. */
export async function unpackRecord(packed: Uint8Array | null): Promise<StoryRecord | null> {
  if (packed === null) return null;
  const hashes = hashesOfTexts();
  const json = Buffer.from(await unpackAny(packed)).toString("utf8");
  if (!json.startsWith("[")) return recordFromBefore(json, hashes);
  const [shapes, ...columns] = JSON.parse(json) as [ValueColumns["shapes"], ...ValueColumns["columns"]];
  return fromColumns({ shapes, columns }, RECORD_SHAPES, whole(hashes)) as StoryRecord;
}

type Fields = Readonly<Record<string, unknown>>;

/** Leaves out what follows from a text. */
const lean =
  (hashes: (text: string) => string) =>
  (value: Fields): Fields => {
    const { text, hash, span } = value;
    if (typeof text !== "string") return value;
    const told: Record<string, unknown> = {};
    if (hash !== undefined && hash === hashes(text)) told.hash = 0;
    if (isSpanOf(span, text)) told.span = [span[0]];
    return { ...value, ...told };
  };

/** Puts in what follows from a text. */
const whole =
  (hashes: (text: string) => string) =>
  (value: Fields): Fields => {
    const { text, hash, span } = value;
    if (typeof text !== "string") return value;
    const told: Record<string, unknown> = {};
    if (hash === 0) told.hash = hashes(text);
    if (Array.isArray(span) && span.length === 1) told.span = [span[0], Number(span[0]) + text.length];
    return { ...value, ...told };
  };

function isSpanOf(span: unknown, text: string): span is readonly [number, number] {
  return Array.isArray(span) && span.length === 2 && Number(span[1]) - Number(span[0]) === text.length;
}

/** As records were kept before they were turned by columns. */
function recordFromBefore(json: string, hashes: (text: string) => string): StoryRecord {
  return JSON.parse(
    json
      .replace(textWithoutHash, (_, text: string) => `"text":${text},"hash":"${hashes(textOf(text))}"`)
      .replace(
        spanWithoutEnd,
        (_, from: string, text: string) => `"span":[${from},${Number(from) + textOf(text).length}],"text":${text}`,
      ),
  ) as StoryRecord;
}

/** A string by the JSON of it. */
const textOf = (json: string): string => (json.includes("\\") ? (JSON.parse(json) as string) : json.slice(1, -1));

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
