// Reads the development sets: <data>/<set>/<id>.html.gz and gold.jsonl.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

export const DATA = process.env.CLEAN_DATA ?? new URL("../../../../shared/data/clean/", import.meta.url).pathname;
export const SETS = ["n4k", "wcxb-dev", "daniel", "trafilatura-snip"];

export const goldOf = (set) =>
  fs
    .readFileSync(path.join(DATA, set, "gold.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

export const bytesOf = (set, id) => zlib.gunzipSync(fs.readFileSync(path.join(DATA, set, `${id}.html.gz`)));

/** The host a page came from; folds are cut by host so that no site is in both halves. */
export const hostOf = (row) => {
  const dated = /^\d{8}_([^_]+)_/.exec(row.url ?? "");
  if (dated) return dated[1].replace(/^www\./, "");
  try {
    return new URL(row.url).hostname.replace(/^www\./, "");
  } catch {
    return row.file ?? row.id;
  }
};
