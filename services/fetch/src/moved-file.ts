import { access } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Platform } from "@wirefold/worker";
import { askTogether } from "./ask-together.ts";

/** A document that a file with the same bytes has become already. */
interface Stored {
  readonly id: string;
  readonly locator: string;
}

/** Copies of one body that are looked at: what was moved is among the first, and ten thousand copies cost no more than these. */
const COPIES_MAX = 20;

/**
 * Asks whether a file's bytes are stored from a place where no file is any more, under the same name: then the file was moved,
 * and the document goes with it instead of being counted twice. A file that stands in both places is a copy, as ever.
 *
 * @returns a function of a file's locator, the id of that locator and its bytes' hash; it resolves to the locator the document
 *   was known by, its own where it has moved here before, or null where the document is new.
 */
export function movedFiles(
  database: Platform["database"],
): (locator: string, locatorId: string, bodyHash: string) => Promise<string | null> {
  const storedOf = askTogether(async (hashes) => {
    const { rows } = await database.query<Stored & { readonly hash: string }>({
      name: "files-by-body",
      text: `select hash, id, locator from unnest($1::text[]) as hash cross join lateral (
               select id, locator from document where body_hash = hash and locator like 'file:%' limit ${COPIES_MAX}) as stored`,
      values: [hashes],
    });
    return (hash) => rows.filter((row) => row.hash === hash);
  });
  return async (locator, locatorId, bodyHash) => {
    const stored = await storedOf(bodyHash);
    if (stored.some((one) => one.locator === locator)) return locator;
    for (const one of stored) {
      if (nameOf(one.locator) !== nameOf(locator) || (await isThere(one.locator))) continue;
      await database.query("update document set locator = $2, locator_id = $3 where id = $1", [one.id, locator, locatorId]);
      return one.locator;
    }
    return null;
  };
}

/** The file's name, with what follows it where the document is a part of the file. */
const nameOf = (locator: string): string => basename(locator);

async function isThere(locator: string): Promise<boolean> {
  try {
    await access(fileURLToPath(locator.split("#", 1)[0] ?? locator));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
}
