import { createWriteStream } from "node:fs";
import { mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { extensionOf } from "@wirefold/fetch";

/**
 * A pipe can be read once; fetch reads when its turn comes, perhaps twice. So stdin is kept as a file of the installation,
 * named after what its first bytes say it is: lines of JSON, addresses, a page, a feed, an archive.
 */
export async function spoolStdin(dataDir: string, runId: string): Promise<string> {
  const folder = join(dataDir, "inbox");
  await mkdir(folder, { recursive: true });
  const spooled = join(folder, `${runId}.part`);
  await pipeline(process.stdin, createWriteStream(spooled));
  const path = join(folder, `${runId}${await extensionOf(spooled, await stat(spooled))}`);
  await rename(spooled, path);
  return path;
}
