/** Reads a stream by bytes: looks ahead, takes, skips; holds no more than what is asked for and one chunk. */
export class StreamReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;
  #offset = 0;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Bytes taken or skipped so far. */
  get offset(): number {
    return this.#offset;
  }

  /** What comes next: at least up to and with `until`, or `max` bytes, or all there is. */
  async peek(max: number, until?: string): Promise<Buffer> {
    for (;;) {
      if (this.#ended || this.#held.length >= max) break;
      if (until !== undefined && this.#held.indexOf(until) !== -1) break;
      await this.#more();
    }
    return this.#held.subarray(0, max);
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let left = length;
    while (left > 0) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      const part = this.#held.subarray(0, left);
      parts.push(part);
      this.#drop(part.length);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  async skip(length: number): Promise<void> {
    let left = length;
    while (left > 0) {
      if (this.#held.length === 0 && !(await this.#more())) return;
      const step = Math.min(left, this.#held.length);
      this.#drop(step);
      left -= step;
    }
  }

  async skipBlank(): Promise<void> {
    for (;;) {
      if (this.#held.length === 0 && !(await this.#more())) return;
      let blank = 0;
      while (this.#held[blank] === 10 || this.#held[blank] === 13) blank += 1;
      this.#drop(blank);
      if (this.#held.length > 0) return;
    }
  }

  /** Skips to behind the first line end before `mark`; false where there is none. */
  async skipTo(mark: string): Promise<boolean> {
    this.#drop(Math.min(1, this.#held.length));
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at !== -1) {
        this.#drop(at + 1);
        return true;
      }
      this.#drop(Math.max(0, this.#held.length - mark.length));
      if (!(await this.#more())) return false;
    }
  }

  /** A line without its end; null after the last. What is longer than `max` is cut, and said to be. */
  async line(max: number): Promise<{ bytes: Buffer; cut: boolean } | null> {
    const parts: Buffer[] = [];
    let size = 0;
    let cut = false;
    for (;;) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      const end = this.#held.indexOf(10);
      const part = end === -1 ? this.#held : this.#held.subarray(0, end);
      if (size + part.length > max) cut = true;
      else parts.push(part);
      size += part.length;
      this.#drop(end === -1 ? part.length : end + 1);
      if (end !== -1) return { bytes: Buffer.concat(parts), cut };
    }
    return size === 0 ? null : { bytes: Buffer.concat(parts), cut };
  }

  #drop(count: number): void {
    this.#held = this.#held.subarray(count);
    this.#offset += count;
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const next = await this.#chunks.next();
    if (next.done === true) {
      this.#ended = true;
      return false;
    }
    this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
    return true;
  }
}
