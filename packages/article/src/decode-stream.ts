import iconv from "iconv-lite";
import { decodeBytes } from "./decode-bytes.ts";

/**
 * Bytes that arrive in pieces, to characters: a table, a list, of any length. The encoding is the one `decodeBytes` finds for the first
 * piece that is not ASCII; characters that a piece cuts in two are put together.
 *
 * @throws {NotTextError} for input that is plainly binary.
 */
export async function* decodeStream(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: { write(bytes: Buffer): string; end(): string | undefined } | null = null;
  let isFirst = true;
  for await (const piece of pieces) {
    if (decoder === null) {
      const { encoding, source } = decodeBytes(piece);
      // Text of ASCII alone is the same in most encodings, and says nothing of what follows.
      if (source !== "default") decoder = iconv.getDecoder(encoding, { stripBOM: isFirst });
    }
    isFirst = false;
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const text = decoder === null ? bytes.toString("latin1") : decoder.write(bytes);
    if (text !== "") yield text;
  }
  const rest = decoder?.end() ?? "";
  if (rest !== "") yield rest;
}
