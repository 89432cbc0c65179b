/** Control characters no title, name or URL has a use for, among them NUL, which PostgreSQL's `text` and `jsonb` refuse. */
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** `text` as the database takes it: lone surrogates become U+FFFD, control characters other than white space a space. */
export function storable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(controls, " ");
}
