import { fileURLToPath } from "node:url";
import { BlobConfigError, type Blobs, parseUrl } from "@wirefold/core";
import type { Pool } from "../database.ts";
import { FileBlobs } from "./file-blobs.ts";
import { MemoryBlobs } from "./memory-blobs.ts";
import { RowBlobs } from "./row-blobs.ts";
import { S3Blobs } from "./s3-blobs.ts";

/**
 * Opens the place a URL names. Nothing is touched before the first blob.
 *
 * - `file:///var/lib/wirefold/blobs`: a folder; `?sync=never` leaves writing to the system's leisure
 * - `s3://bucket/prefix?region=eu-central-1&endpoint=https://minio:9000&path-style=true`: a bucket. Who we are comes from the SDK's usual
 *   places (`AWS_ACCESS_KEY_ID` and so on), never from the URL.
 * - `memory:`: gone with the process
 *
 * With `small=rows` in the URL of a folder or a bucket, what is no larger than 64 KB (all but the bodies of large pages) lies in the
 * database, whose commits write a batch's at once.
 *
 * @param pool The database for them.
 * @throws BlobConfigError when the URL names none of these
 */
export function openBlobs(url: string, pool?: Pool): Blobs {
  const parsed = parseUrl(url);
  if (parsed === null) throw misnamed(url);
  const { protocol, searchParams: settings } = parsed;
  const known = { "file:": ["sync", "small"], "s3:": ["region", "endpoint", "path-style", "small"], "memory:": [] }[protocol] as
    | readonly string[]
    | undefined;
  if (known === undefined) throw misnamed(url);
  for (const name of settings.keys()) {
    if (!known.includes(name))
      throw new BlobConfigError(`WIREFOLD_BLOBS_URL: "${name}" is no setting of ${protocol}// (known: ${known.join(", ")})`);
  }
  if (protocol === "memory:") return new MemoryBlobs();
  const small = settings.get("small") ?? "blobs";
  if (small !== "rows" && small !== "blobs")
    throw new BlobConfigError(`WIREFOLD_BLOBS_URL: small is "rows" or "blobs", not "${small}"`);
  const place = openPlace(parsed, url);
  if (small === "blobs") return place;
  if (pool === undefined) throw new BlobConfigError(`WIREFOLD_BLOBS_URL: small=rows needs a database`);
  return new RowBlobs(pool, place);
}

function openPlace(parsed: URL, url: string): Blobs {
  const { protocol, searchParams: settings } = parsed;
  if (protocol === "file:") {
    const sync = settings.get("sync") ?? "always";
    if (sync !== "always" && sync !== "never")
      throw new BlobConfigError(`WIREFOLD_BLOBS_URL: sync is "always" or "never", not "${sync}"`);
    parsed.search = "";
    if (parsed.host !== "" || parsed.pathname === "/") throw misnamed(url);
    return new FileBlobs({ folder: fileURLToPath(parsed), sync });
  }
  if (parsed.host === "" || parsed.username !== "" || parsed.password !== "") throw misnamed(url.replace(/\/\/.*@/, "//***@"));
  const prefix = decodeURIComponent(parsed.pathname).replace(/^\/+|\/+$/g, "");
  const [region, endpoint, pathStyle] = [settings.get("region"), settings.get("endpoint"), settings.get("path-style")];
  return new S3Blobs({
    bucket: parsed.host,
    prefix: prefix === "" ? "" : `${prefix}/`,
    ...(region === null ? {} : { region }),
    ...(endpoint === null ? {} : { endpoint }),
    ...(pathStyle === null ? {} : { pathStyle: pathStyle !== "false" }),
  });
}

function misnamed(url: string): BlobConfigError {
  return new BlobConfigError(
    `WIREFOLD_BLOBS_URL names no place for blobs (${url}); write file:///a/folder, or s3://bucket/prefix without keys in it`,
  );
}
