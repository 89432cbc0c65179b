import { Decompress } from "fzstd";

/**
 * Unpacks zstd (RFC 8878), which Node 20 cannot.
 *
 * @throws an error with code ERR_BUFFER_TOO_LARGE, as zlib does, before it holds more than `bytesMax` bytes.
 */
export function unzstd(packed: Uint8Array, bytesMax: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress((chunk) => {
    size += chunk.length;
    if (size > bytesMax) throw Object.assign(new Error(`more than ${bytesMax} bytes`), { code: "ERR_BUFFER_TOO_LARGE" });
    chunks.push(chunk);
  });
  // Fed in pieces, so that a small file made of repeats is stopped before it fills memory.
  const step = 64 * 1024;
  for (let at = 0; at < packed.length; at += step) stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  return Buffer.concat(chunks);
}
