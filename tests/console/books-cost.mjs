/**
 * What counting a run's books as they change costs bulk ingest: 20,000 results written with the triggers of `result` and without them,
 * in turn, 500 a statement. Prints the medians of the rounds and what counting adds a document (its locator, its run, its result).
 *
 *   node tests/console/books-cost.mjs [--documents 20000] [--rounds 5]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEngines } from "@wirefold/engines";
import { openDatabase } from "@wirefold/store";

const { values } = parseArgs({
  options: { documents: { type: "string", default: "20000" }, rounds: { type: "string", default: "5" } },
});
const documents = Number(values.documents);
const batch = 500;
const dataDir = mkdtempSync(join(tmpdir(), "wirefold-books-"));
const engines = await startEngines({ dataDir });
const database = await openDatabase({ databaseUrl: engines.databaseUrl, connectionsMax: 4 });

/** @param {string} round */
async function ingest(round) {
  const began = performance.now();
  for (let from = 1; from <= documents; from += batch) {
    const rows = `generate_series(${from}::int, ${from + batch - 1}::int) n`;
    await database.query(
      `with place as (insert into locator (id, locator, fingerprint, hints) select '${round}-l' || n, 'file:///${round}/' || n, '', '{}' from ${rows} returning id),
            kept as (insert into run_locator (run_id, locator_id) select '${round}', id from place)
       insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, outputs)
       select '${round}-d' || n, 'fetch', 1, 'h', '${round}-l' || n, 'emitted', '[]' from ${rows}`,
    );
  }
  return performance.now() - began;
}

/** @param {number[]} list */
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

try {
  /** @type {Record<"with" | "without", number[]>} */
  const times = { with: [], without: [] };
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const kind of /** @type {const} */ (["with", "without"])) {
      for (const table of ["result", "run_locator", "locator"])
        await database.query(`alter table ${table} ${kind === "with" ? "enable" : "disable"} trigger user`);
      await database.query("insert into run (id) values ($1)", [`${kind}-${round}`]);
      times[kind].push(await ingest(`${kind}-${round}`));
    }
  }
  const counted = median(times.with);
  const bare = median(times.without);
  console.log(
    `${documents} documents: ${Math.round(counted)} ms counted, ${Math.round(bare)} ms bare, ` +
      `${Math.round(((counted - bare) * 1000) / documents)} µs a document more`,
  );
} finally {
  await database.end();
  await engines.close();
  rmSync(dataDir, { recursive: true, force: true });
}
