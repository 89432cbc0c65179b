import { type StoryRecord, sha256 } from "@wirefold/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pack, unpackAny } from "../src/blobs/packed-blob.ts";
import { packRecord, unpackRecord } from "../src/packed-record.ts";

/** Only how a record is written is looked at here, so its shape is no matter. */
const asRecord = (value: unknown) => value as StoryRecord;

const evidence = fc.string({ unit: "grapheme" }).map((text) => ({ doc: "d", span: [0, text.length], text, hash: sha256(text) }));

test("a record comes back as it was, whatever its texts hold", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(evidence, fc.record({ text: fc.string(), hash: fc.string() }))),
      fc.string(),
      async (found, headline) => {
        // What looks like JSON inside of a text is text.
        const nested = JSON.stringify({ text: headline, hash: sha256(headline) });
        const record = asRecord({ headline, found, quoted: nested, last: { text: nested, hash: sha256(nested) } });
        expect(await unpackRecord(await packRecord(record))).toEqual(record);
      },
    ),
  );
});

test("the hash of a text is not kept, one that is not its hash is", async () => {
  const text = 'The harbour master said: “Forty boats wait.”\n"All of them."';
  const [own, other] = [sha256(text), sha256("another text")];
  const record = asRecord({ one: { text, hash: own }, two: { text, hash: other } });
  const kept = Buffer.from(await unpackAny(await packRecord(record))).toString();
  expect(kept).not.toContain(own);
  expect(kept).toContain(other);
});

test("the end of a span is not kept where its text tells it", async () => {
  const text = 'She said: “Wait.”\n\\ "No." 🚢';
  const record = asRecord({
    one: { span: [40, 40 + text.length], text, hash: sha256(text) },
    // As long as something else than its text, and no span at all.
    two: { span: [40, 41], text, hash: sha256(text) },
    three: { span: [7, 12] },
  });
  const kept = Buffer.from(await unpackAny(await packRecord(record))).toString();
  // The beginning alone, a span that is no text of its own, and one without a text.
  expect(kept).toMatch(/\[40,40,41\].*\[7,12\]/);
  expect(await unpackRecord(await packRecord(record))).toEqual(record);
});

test("an object of no known shape, of none, and lists within lists come back", async () => {
  const record = asRecord({ unheard: [[{}], [], [[1, null, true]]], of: [{ a: 1 }, { b: { a: 2 } }, { a: [-1] }], text: "own" });
  expect(await unpackRecord(await packRecord(record))).toEqual(record);
});

test("records that were packed before are read as they are", async () => {
  const record = asRecord({ one: { text: "Forty boats wait.", hash: sha256("Forty boats wait.") } });
  expect(await unpackRecord(await pack(Buffer.from(JSON.stringify(record))))).toEqual(record);
  expect(await unpackRecord(null)).toBeNull();
});
