import { z } from "zod";

/** `[start, end)` in UTF-16 code units of the text it comes with. `text.slice(...span)` is the spanned text. */
export const Span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]).readonly();
export type Span = z.output<typeof Span>;

/** Characters of a text, with where they stand. Invariant: `source.slice(...span) === text`. */
export const SpannedText = z.object({ text: z.string(), span: Span });
export type SpannedText = z.output<typeof SpannedText>;
