import { CliError } from "../cli-error.ts";
import { formatBytes } from "../format.ts";

/** A line of an input: where it stands in its batch's bytes, or why it cannot be used. */
export interface Line {
  /** Counted from 1, blank lines included, so an editor finds it. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly problem?: { readonly code: string; readonly message: string };
}

/** Lines that travel together to a worker. `bytes` owns its memory, so it can be posted to a thread as it is. */
export interface LineBatch {
  readonly bytes: Uint8Array;
  readonly lines: readonly Line[];
}

export interface BatchLimits {
  /** A longer line becomes a problem; its bytes are skipped, never held. */
  readonly maxLineBytes: number;
  /** The most lines in a batch. Batches start small, so that a short input still spreads over the workers. */
  readonly maxLines: number;
  /** A batch is closed once it holds this many bytes. */
  readonly maxBytes: number;
}

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Cuts a byte stream into batches of lines. Blank lines, a UTF-8 byte order mark and CRLF are tolerated. What has been
 * read is handed on at the end of every chunk, so a slow stream (`tail -f`) is answered as it comes.
 */
export async function* lineBatches(source: AsyncIterable<Uint8Array>, limits: BatchLimits): AsyncGenerator<LineBatch> {
  const builder = new BatchBuilder();
  let target = 1;
  let number = 1;
  let partial: Uint8Array[] = [];
  let partialBytes = 0;

  const endLine = (): LineBatch | null => {
    if (number === 1) [partial, partialBytes] = withoutByteOrderMark(partial, partialBytes);
    if (partialBytes > limits.maxLineBytes) builder.addProblem(number, tooLong(limits.maxLineBytes));
    else builder.addLine(number, partial, partialBytes);
    number++;
    partial = [];
    partialBytes = 0;
    return builder.lineCount >= target || builder.byteCount >= limits.maxBytes ? take() : null;
  };
  const take = (): LineBatch => {
    target = Math.min(limits.maxLines, target * 2);
    return builder.take();
  };
  const extend = (bytes: Uint8Array): void => {
    partialBytes += bytes.length;
    if (partialBytes > limits.maxLineBytes) partial = [];
    else if (bytes.length > 0) partial.push(bytes);
  };

  for await (const chunk of source) {
    let rest = chunk;
    for (let newline = rest.indexOf(NEWLINE); newline !== -1; newline = rest.indexOf(NEWLINE)) {
      extend(rest.subarray(0, newline));
      rest = rest.subarray(newline + 1);
      const full = endLine();
      if (full !== null) yield full;
    }
    // The chunk's memory may be reused by the stream, and a short tail must not pin a large chunk.
    extend(partialBytes + rest.length > limits.maxLineBytes ? rest : rest.slice());
    if (builder.lineCount > 0) yield take();
  }
  const last = partialBytes > 0 ? endLine() : null;
  if (last !== null) yield last;
  if (builder.lineCount > 0) yield take();
}

class BatchBuilder {
  #pieces: Uint8Array[] = [];
  #lines: Line[] = [];
  #length = 0;

  get lineCount(): number {
    return this.#lines.length;
  }

  get byteCount(): number {
    return this.#length;
  }

  /** Adds a line unless it is blank. */
  addLine(number: number, pieces: readonly Uint8Array[], byteLength: number): void {
    const last = pieces.at(-1);
    const isCrlf = last !== undefined && last[last.length - 1] === CARRIAGE_RETURN;
    if (pieces.every(isBlank)) return;
    this.#pieces.push(...pieces);
    this.#lines.push({ number, start: this.#length, end: this.#length + byteLength - (isCrlf ? 1 : 0) });
    this.#length += byteLength;
  }

  addProblem(number: number, problem: { code: string; message: string }): void {
    this.#lines.push({ number, start: this.#length, end: this.#length, problem });
  }

  take(): LineBatch {
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    const batch = { bytes, lines: this.#lines };
    this.#pieces = [];
    this.#lines = [];
    this.#length = 0;
    return batch;
  }
}

/** The pieces of the first line without the mark some editors begin a file with. Throws where the mark is UTF-16's. */
function withoutByteOrderMark(pieces: Uint8Array[], byteLength: number): [Uint8Array[], number] {
  // Each piece holds at least a byte, so three of them hold the whole mark.
  const head = Buffer.concat(pieces.slice(0, 3));
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) throw isUtf16();
  if (head[0] !== 0xef || head[1] !== 0xbb || head[2] !== 0xbf) return [pieces, byteLength];
  return [[head.subarray(3), ...pieces.slice(3)].filter((piece) => piece.length > 0), byteLength - 3];
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === CARRIAGE_RETURN);
}

function tooLong(maxLineBytes: number) {
  return {
    code: "WIREFOLD_LINE_TOO_LONG",
    message: `the line is longer than ${formatBytes(maxLineBytes)}; raise --max-line, or give the page as html_path`,
  };
}

function isUtf16(): CliError {
  return new CliError("WIREFOLD_BAD_UTF8", "the input is UTF-16, and JSONL is UTF-8", {
    remedy: "convert it first: iconv -f UTF-16 -t UTF-8",
  });
}
