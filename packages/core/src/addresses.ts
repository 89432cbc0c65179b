/**
 * The address a text is, or null where it is none.
 *
 * `URL.canParse` is not asked: once it has run a few thousand times, Node 20 answers false for every text with letters
 * beyond ASCII that is kept as Latin-1 ("https://bücher.example/"; nodejs/node, fast API calls of URL.canParse).
 *
 * @param base What a relative address is resolved against.
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
