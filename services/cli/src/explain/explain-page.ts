import { decodeInput, explainHtml, explainTerminal, extractArticle } from "@wirefold/article";
import { kindOfName } from "@wirefold/core";
import { readBody } from "../filter/read-body.ts";
import { Output } from "../output.ts";
import { wantsColour } from "../terminal.ts";

/** `wirefold clean --explain`: one page, HTML or text, gzipped or not, with what was cut from it and why. */
export async function explainPage(path: string, options: { html: boolean }): Promise<void> {
  const body = path === "-" ? await readStdin() : readBody(path);
  const kind = kindOfName(path) ?? undefined;
  // Decoded here, so that the view and the article's spans speak of the same characters.
  const page = decodeInput(body, { kind });
  const article = extractArticle(page, { kind });
  const output = new Output();
  if (options.html) await output.write(explainHtml(page, article));
  else await output.writeLine(explainTerminal(page, article, { color: wantsColour(process.stdout), cutCharsMax: 400 }));
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
