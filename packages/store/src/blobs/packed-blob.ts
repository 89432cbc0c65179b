import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, brotliDecompress, brotliDecompressSync, constants } from "node:zlib";
import { BlobCorruptError, BlobMissingError, sha256 } from "@wirefold/core";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/**
 * Brotli at its fastest. On pages of 174 KB: 0.6 ms each and 30 % of the size, where gzip at its fastest takes 1.25 ms for
 * 31 %, and gzip at its default 2.8 ms for 27 %. Every adapter keeps the same bytes under the same relative name, so a folder can
 * be copied into a bucket as it is.
 */
const params = { [constants.BROTLI_PARAM_QUALITY]: 1 };

/** Up to this a call is shorter than handing it to another thread and back is worth. */
const SYNC_BYTES_MAX = 256 * 1024;

export async function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return bytes.length <= SYNC_BYTES_MAX ? packAtOnce(bytes) : await compress(bytes, { params });
}

/** The same, in this thread: for small ones. */
export function packAtOnce(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, { params });
}

/**
 * For what is kept longer than it is made often: a story's record takes a quarter less room than by {@link pack}, for half a millisecond
 * of its 60 KB. Unpacked like any other.
 */
export async function packDensely(bytes: Uint8Array): Promise<Uint8Array> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return bytes.length <= SYNC_BYTES_MAX ? brotliCompressSync(bytes, { params }) : await compress(bytes, { params });
}

/** Bytes that {@link pack} made, where nothing tells what they ought to be. */
export async function unpackAny(packed: Uint8Array): Promise<Uint8Array> {
  return packed.length <= SYNC_BYTES_MAX ? brotliDecompressSync(packed) : await decompress(packed);
}

/** @throws BlobCorruptError when the bytes cannot be unpacked, or are not the ones the name was made from */
export async function unpack(hash: string, packed: Uint8Array, where: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await unpackAny(packed);
  } catch (cause) {
    throw new BlobCorruptError(`blob ${where} is damaged (${(cause as Error).message}); ingest its document's source again`, {
      cause,
    });
  }
  if (sha256(bytes) !== hash) {
    throw new BlobCorruptError(`blob ${where} is damaged (its bytes do not match its name); ingest its document's source again`);
  }
  return bytes;
}

/**
 * Where a blob lies below a folder or a bucket's prefix: "3f/3f2a….br". 256 folders: ten million blobs leave 40,000 in each,
 * which file systems with indexed folders do not feel. More folders cost more than they bring: with 4,096 most of the first
 * thousands of puts make one, which halves their rate.
 */
export function blobKey(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new BlobMissingError(`"${hash.slice(0, 80)}" is not the name of a blob (64 hexadecimal digits)`);
  return `${hash.slice(0, 2)}/${hash}.br`;
}
