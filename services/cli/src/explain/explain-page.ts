import { extractArticle } from "@wirefold/article";
import { readBody } from "../filter/read-body.ts";
import { Output } from "../output.ts";
import { painter, wantsColour } from "../terminal.ts";
import { htmlView } from "./html-view.ts";
import { terminalView } from "./terminal-view.ts";

/** `wirefold clean --explain`: one page, HTML or text, gzipped or not, with what was cut from it and why. */
export async function explainPage(path: string, options: { html: boolean }): Promise<void> {
  const body = path === "-" ? await readStdin() : readBody(path, process.cwd());
  const article = extractArticle(body, { kind: /\.txt(\.gz)?$/i.test(path) ? "text" : undefined });
  const colour = wantsColour(process.stdout);
  await new Output().write(options.html ? htmlView(article, path) : terminalView(article, painter(colour), colour));
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
