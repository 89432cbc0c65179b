/** What the first bytes of a document say it is, whatever its media type claims; null where they say nothing. */
export type SniffedKind = "html" | "feed" | "sitemap" | "xml";

const headBytes = 4096;
/** A list that a broken site wrote a warning in front of; no page begins so. */
const behindWarning =
  /^\s*<(?:br|b|p|div|font)\b[^<]{0,500}(?:<(?!\?xml)[^<]{0,500}){0,20}<\?xml\b[^>]{0,200}\?>\s*(?:<!--[^>]{0,500}-->\s*)?<(rss|feed|rdf:RDF|(?:\w+:)?(?:urlset|sitemapindex))[\s>]/i;
const feedRoots = new Set(["rss", "feed", "rdf:rdf", "rdf"]);
const sitemapRoots = new Set(["urlset", "sitemapindex"]);
/** Elements a page can begin with, and hardly a plain text. */
const pageRoots = new Set(["html", "head", "body", "title", "meta", "article", "main"]);
/** Elements a piece of a page begins with; a plain text about markup may as well, so closing tags must follow. */
const partRoots = new Set(["p", "div", "h1", "h2", "section", "header", "script", "link", "style", "table", "nav"]);

/** Judges by the root element behind byte order mark, white space, comments and declarations; JSON Feed by its version. */
export function sniffDocument(bytes: Uint8Array): SniffedKind | null {
  const head = headOf(bytes);
  const text = skipProlog(head);
  if (/^<!doctype\s+html\b/i.test(text.rest)) return "html";
  if (/^\{/.test(text.rest))
    return /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/.test(head) ? "feed" : null;
  const root = /^<([a-z][\w.-]*(?::[\w.-]+)?)(?=[\s/>]|$)/i.exec(text.rest)?.[1]?.toLowerCase();
  if (root === undefined) return text.declared ? "xml" : isAddressList(head) ? "sitemap" : null;
  const behind = behindWarning.exec(text.declared ? "" : head)?.[1]?.toLowerCase();
  if (behind !== undefined) return sitemapRoots.has(behind.slice(behind.indexOf(":") + 1)) ? "sitemap" : "feed";
  const local = root.slice(root.indexOf(":") + 1);
  if (feedRoots.has(root)) return "feed";
  if (sitemapRoots.has(local)) return "sitemap";
  if (local === "feed" && (text.declared || head.includes("http://www.w3.org/2005/Atom"))) return "feed";
  if (pageRoots.has(root)) return "html";
  if (partRoots.has(root) && (head.match(/<\/(?:p|div|h[1-6]|li|section|script|style|a)>/gi)?.length ?? 0) > 1) return "html";
  return text.declared ? "xml" : null;
}

/** Sitemaps may be plain texts, an address a line (sitemaps.org); the last line of a head may be cut. */
function isAddressList(head: string): boolean {
  const lines = head.split(/\r?\n/);
  const whole = head.length < headBytes || lines.length < 2 ? lines : lines.slice(0, -1);
  const said = whole.filter((line) => line.trim() !== "");
  return said.length > 0 && said.every((line) => /^\s*https?:\/\/\S+\s*$/i.test(line));
}

/** Latin-1 is enough to see markup; UTF-16 with its mark or without (every other byte of markup is NUL) as itself. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, headBytes);
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return new TextDecoder("utf-16le").decode(head);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return new TextDecoder("utf-16be").decode(head);
  const from = first === 0xef && second === 0xbb && head[2] === 0xbf ? 3 : 0;
  return new TextDecoder("latin1").decode(head.subarray(from));
}

function skipProlog(head: string): { rest: string; declared: boolean } {
  let rest = head.trimStart();
  let declared = false;
  for (let step = 0; step < 20; step += 1) {
    let end = -1;
    if (rest.startsWith("<?")) {
      declared ||= /^<\?xml[\s?]/i.test(rest);
      end = after(rest, "?>");
    } else if (rest.startsWith("<!--")) end = after(rest, "-->");
    else if (/^<!doctype\s+(?!html\b)/i.test(rest)) {
      declared = true;
      // An internal subset stands in brackets.
      end = /^<!doctype[^[>]*\[/i.test(rest) ? after(rest, "]>") : after(rest, ">");
    } else break;
    if (end === -1) return { rest: "", declared };
    rest = rest.slice(end).trimStart();
  }
  return { rest, declared };
}

function after(text: string, mark: string): number {
  const at = text.indexOf(mark);
  return at === -1 ? -1 : at + mark.length;
}
