import { QuarantineError } from "@wirefold/core";

/** Bounds on one document. They count work, not time, so the same input always gets the same answer. */
export interface ArticleLimits {
  /** Bytes (or UTF-16 units) of input. @default 33554432 (32 MiB) */
  readonly inputMax: number;
  /** Elements parsed; beyond it the rest of the page is left out and evidence says so. @default 400000 */
  readonly nodesMax: number;
  /** Elements open at once; deeper ones are kept, flattened. @default 512 */
  readonly depthMax: number;
  /** Blocks of text considered. @default 20000 */
  readonly blocksMax: number;
}

export const DEFAULT_LIMITS: ArticleLimits = { inputMax: 32 * 1024 * 1024, nodesMax: 400_000, depthMax: 512, blocksMax: 20_000 };

/** The input is larger than `inputMax`. It stays so: the document goes to quarantine, for a person to look at. */
export class ArticleTooLargeError extends QuarantineError {
  override readonly code = "WIREFOLD_ARTICLE_TOO_LARGE";
  constructor(size: number, limit: number) {
    super(
      `The document has ${size} bytes or characters; the limit is ${limit}. Raise limits.inputMax if such documents are wanted.`,
    );
  }
}

/** The input is not text: an image, an archive, a PDF. It goes to quarantine. */
export class NotTextError extends QuarantineError {
  override readonly code = "WIREFOLD_ARTICLE_NOT_TEXT";
  constructor(found: string) {
    super(`the document is not text (${found}); only HTML pages and plain texts can be read`);
  }
}
