import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { createGunzip, createGzip } from "node:zlib";
import { type Blobs, FatalError } from "@wirefold/core";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { openBlobs } from "./blobs/index.ts";
import { type Client, inTransaction, type Pool } from "./database.ts";
import { holdOffPruning } from "./prune.ts";

/** A backup cannot be taken there, or cannot be restored here. */
export class BackupError extends FatalError {
  override readonly code = "WIREFOLD_BACKUP";
}

/** `backup.json` of a backup: written last, so a folder that has it is whole. */
interface Manifest {
  readonly format: "wirefold.backup/1";
  readonly takenAt: string;
  /** The schema the tables are of. */
  readonly migrations: readonly string[];
  /** Tables in the order they can be filled. */
  readonly tables: readonly string[];
  readonly bodies: number;
}

export interface BackupProgress {
  readonly table?: string;
  readonly bodies?: number;
  readonly of?: number;
}

/** Kept elsewhere: the migrations' own list, and bodies in rows, which are backed up as all others. */
const LEFT_OUT = ["migration", "blob"];
const BODIES_TOGETHER = 16;

/**
 * Writes everything the store knows into a folder: the tables as one snapshot, and the bodies they name. A folder that holds an older
 * backup is brought up to date: bodies are named by their content, so only new ones are written. Work may go on meanwhile.
 *
 * @throws BackupError when the folder holds something else
 */
export async function backup(
  pool: Pool,
  blobs: Blobs,
  folder: string,
  onProgress: (progress: BackupProgress) => void = () => {},
): Promise<Manifest> {
  // Whatever may be read here may be read there: as private as the data folder.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).some((name) => !["backup.json", "tables", "bodies"].includes(name)))
    throw new BackupError(`${folder} holds other files; give a folder of its own`);
  const tablesFolder = join(folder, "tables");
  mkdirSync(tablesFolder, { recursive: true });
  const client = await pool.connect();
  try {
    await holdOffPruning(client);
    await client.query("begin isolation level repeatable read read only");
    const tables = await tablesOf(client);
    for (const table of tables) {
      onProgress({ table });
      const file = join(tablesFolder, `${table}.copy.gz`);
      await pipeline(
        client.query(copyTo(`copy ${table} to stdout`)),
        createGzip({ level: 1 }),
        createWriteStream(`${file}.part`),
      );
      renameSync(`${file}.part`, file);
    }
    const hashes = await bodiesOf(client);
    const migrations = await migrationsOf(client);
    await client.query("commit");
    const kept = openBlobs(pathToFileURL(join(folder, "bodies")).href);
    mkdirSync(join(folder, "bodies"), { recursive: true });
    await eachTogether(hashes, async (hash, done) => {
      // A body that is missing is missing in the store as well: its document is quarantined when it is read.
      if (!(await kept.has(hash)) && (await blobs.has(hash))) await kept.put(await blobs.get(hash));
      onProgress({ bodies: done, of: hashes.length });
    });
    const manifest: Manifest = {
      format: "wirefold.backup/1",
      takenAt: new Date().toISOString(),
      migrations,
      tables,
      bodies: hashes.length,
    };
    writeFileSync(join(folder, "backup.json.part"), `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(join(folder, "backup.json.part"), join(folder, "backup.json"));
    return manifest;
  } finally {
    client.release(true);
  }
}

/**
 * Fills an empty store from a backup: the bodies first, then all tables in one transaction, so a kill leaves an empty store. What was owed when
 * the backup was taken is owed, and workers take it up.
 *
 * @throws BackupError when the store is not empty, or the backup is of another schema or not whole
 */
export async function restore(
  pool: Pool,
  blobs: Blobs,
  folder: string,
  onProgress: (progress: BackupProgress) => void = () => {},
): Promise<Manifest> {
  const path = join(folder, "backup.json");
  if (!existsSync(path)) throw new BackupError(`${folder} holds no whole backup: there is no backup.json`);
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  if (manifest.format !== "wirefold.backup/1") throw new BackupError(`${path} is of a format this release does not read`);
  await inTransaction(pool, async (client) => {
    const here = await migrationsOf(client);
    if (here.join() !== manifest.migrations.join())
      throw new BackupError(
        `the backup is of another schema (${manifest.migrations.at(-1)}, here ${here.at(-1)}); restore it with the release that took it, then upgrade`,
      );
    for (const table of ["locator", "document", "result"]) {
      const { rowCount } = await client.query(`select from ${table} limit 1`);
      if (rowCount !== 0)
        throw new BackupError("this store holds documents already; restore into an empty data folder or database");
    }
    const kept = openBlobs(pathToFileURL(join(folder, "bodies")).href);
    const hashes = [...hashesIn(join(folder, "bodies"))];
    await eachTogether(hashes, async (hash, done) => {
      await blobs.put(await kept.get(hash));
      onProgress({ bodies: done, of: hashes.length });
    });
    for (const table of manifest.tables) {
      onProgress({ table });
      // The books come with the backup; triggers would count everything twice. What a migration put there is replaced.
      await client.query(`alter table ${table} disable trigger user`);
      await client.query(`delete from only ${table}`);
      const file = createReadStream(join(folder, "tables", `${table}.copy.gz`));
      await pipeline(file, createGunzip(), client.query(copyFrom(`copy ${table} from stdin`)));
      await client.query(`alter table ${table} enable trigger user`);
      await advanceSequences(client, table);
    }
  });
  await pool.query("analyze");
  return manifest;
}

/** Tables, those that others refer to first. */
async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `select c.relname as name, coalesce(array_agg(f.confrelid::regclass::text) filter (where f.confrelid <> c.oid), '{}') as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> all ($1) group by c.oid, c.relname order by c.relname`,
    [LEFT_OUT],
  );
  const sorted: string[] = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) => needs.every((need) => sorted.includes(need)));
    const [row] = waiting.splice(Math.max(next, 0), 1);
    if (row !== undefined) sorted.push(row.name);
  }
  return sorted;
}

async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>("select name from migration order by name");
  return rows.map(({ name }) => name);
}

/** The bodies, articles and facts that documents and owed work name. */
async function bodiesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>(
    `select hash from (
       select body_hash as hash from document where removed_at is null
       union select article_hash from document where removed_at is null
       union select facts_hash from document where removed_at is null
       union select input ->> 'bodyHash' from owed union select input -> 'record' ->> 'bodyHash' from owed
       union select input ->> 'articleHash' from owed union select input ->> 'factsHash' from owed
     ) named where hash is not null order by hash`,
  );
  return rows.map(({ hash }) => hash);
}

/** Identity columns go on behind what was restored. */
async function advanceSequences(client: Client, table: string): Promise<void> {
  const { rows } = await client.query<{ column: string }>(
    `select attname as column from pg_attribute
     where attrelid = $1::text::regclass and attnum > 0 and not attisdropped
       and pg_get_serial_sequence($1::text, attname::text) is not null`,
    [table],
  );
  for (const { column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), (select coalesce(max(${column}), 0) + 1 from ${table}), false)`,
      [table, column],
    );
}

/** The names of the bodies in a folder of bodies. */
function* hashesIn(folder: string): Generator<string> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const hash = /[0-9a-f]{64}/.exec(entry.name)?.[0];
    if (entry.isFile() && hash !== undefined) yield hash;
  }
}

async function eachTogether(hashes: readonly string[], work: (hash: string, done: number) => Promise<void>): Promise<void> {
  let next = 0;
  let done = 0;
  const one = async () => {
    for (let hash = hashes[next++]; hash !== undefined; hash = hashes[next++]) {
      done += 1;
      await work(hash, done);
    }
  };
  await Promise.all(Array.from({ length: BODIES_TOGETHER }, one));
}
