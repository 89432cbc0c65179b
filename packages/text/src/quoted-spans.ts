import type { Span } from "@wirefold/core";

/** A stretch between quotation marks. `span` includes the marks, `inner` does not. */
export interface QuotedSpan {
  readonly span: Span;
  readonly inner: Span;
  /** Set where one mark is missing: the text ran to a paragraph's end, or began without an opening mark. */
  readonly broken?: "no-open" | "no-close";
}
