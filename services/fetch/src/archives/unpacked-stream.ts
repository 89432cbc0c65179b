import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Decompress } from "fzstd";

/** A file's bytes as a stream, unpacked by its name: `.gz`, `.zst`. */
export function unpackedStream(path: string): Readable {
  const packed = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (/\.gz$/i.test(path)) {
    const plain = createGunzip();
    packed.on("error", (error) => plain.destroy(error));
    return packed.pipe(plain);
  }
  return /\.zst$/i.test(path) ? Readable.from(unzstded(packed)) : packed;
}

async function* unzstded(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const stream = new Decompress((chunk) => {
    out.push(chunk);
  });
  const push = (bytes: Uint8Array, isLast: boolean): Uint8Array[] => {
    try {
      stream.push(bytes, isLast);
    } catch (cause) {
      // Named as zlib names its errors: what came before is read, and the rest is told as damage.
      const reason = (cause as Error).message;
      const remedy = /dictionary/i.test(reason) ? "it needs a dictionary; unpack it (zstd -d)" : reason;
      throw Object.assign(new Error(remedy, { cause }), { code: "Z_ZSTD" });
    }
    const pieces = out;
    out = [];
    return pieces;
  };
  // In small steps: what one packed chunk unpacks to is held at once.
  for await (const chunk of packed)
    for (let at = 0; at < chunk.length; at += 16_384) yield* push(new Uint8Array(chunk.subarray(at, at + 16_384)), false);
  yield* push(new Uint8Array(0), true);
}
