/**
 * How long each list of the console takes: a store of so many documents, ten thousand of them waiting, whole HTTP answers, each asked
 * three times.
 *
 *   node tests/console/lists.mjs --documents 1000000 [--data-dir /tmp/lists]
 *
 * With a data folder the store is kept and used again; a filling that was stopped goes on. Prints a table; exit code 1 when the best of three of a list is over 300 ms.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startConsole } from "@wirefold/console";
import { startEngines } from "@wirefold/engines";
import { BullWorkQueue } from "@wirefold/queue";
import { MemoryBlobs, openDatabase } from "@wirefold/store";
import { createLog } from "@wirefold/telemetry";
import { fillStore } from "./fill-store.mjs";

const LIMIT_MS = 300;
const TOKEN = "a-token-long-enough-to-measure-with";
const { values } = parseArgs({ options: { documents: { type: "string", default: "200000" }, "data-dir": { type: "string" } } });
const documents = Number(values.documents);
const dataDir = values["data-dir"] ?? mkdtempSync(join(tmpdir(), "wirefold-lists-"));

const paths = [
  "/",
  "/api/v1/pipeline",
  "/api/v1/pipeline/history?span=day",
  "/documents",
  "/documents?q=ferry",
  "/documents?q=ferry+harbour",
  "/documents?q=observatory+quarry",
  "/documents?q=lantern+glacier+77",
  "/documents?q=nothing-is-called-so",
  `/documents?q=line-${documents - 3}`,
  "/documents?q=ferry&disposition=quarantined",
  "/documents?reason=no-text",
  "/documents?disposition=quarantined",
  "/documents?disposition=pending",
  "/documents?stage=clean&disposition=dropped",
  "/documents?message=no+host+answers",
  "/documents?run=middle",
  "/documents?run=archive",
  "/documents?run=archive&stage=clean&reason=no-text",
  "/documents?run=archive&disposition=emitted",
  "/documents?since=2020-01-01",
  "/api/v1/documents?q=ferry+harbour&limit=1000",
  "/api/v1/documents?limit=1000",
  "/quarantine",
  "/quarantine/replay?code=WIREFOLD_HTTP",
  "/api/v1/quarantine?stage=clean",
  "/stories",
  "/stories?q=ferry",
  "/stories?q=observatory+quarry",
  "/stories?sort=conflicts",
  "/stories?sort=articles&lineages_min=3",
  "/api/v1/stories?limit=1000",
  "/find?q=ferry",
  "/sources",
  "/runs",
  "/runs/middle",
  "/runs/archive",
  "/workers",
  "/activity",
  "/activity?actor=person-3",
];

const engines = await startEngines({ dataDir });
const database = await openDatabase({ databaseUrl: engines.databaseUrl, connectionsMax: 4 });
const queue = new BullWorkQueue({ redisUrl: engines.redisUrl, prefix: "{wirefold-lists}" });
const log = createLog({ level: "silent", name: "lists", pretty: false });
let slow = 0;
/** @type {import("@wirefold/console").RunningConsole | undefined} */
let running;
try {
  const { rows } = await database.query("select count(*)::int as n from source");
  if (rows[0].n === 0) {
    const begunAt = Date.now();
    const say = (/** @type {string} */ line) => process.stderr.write(`${line}, ${Math.round((Date.now() - begunAt) / 1000)} s\n`);
    await fillStore(database, { documents, say });
  }
  running = await startConsole({ database, queue, blobs: new MemoryBlobs(), log, port: 0, token: TOKEN });
  process.stdout.write("ms, three times     best  bytes  list\n");
  for (const path of paths) {
    const times = [];
    let bytes = 0;
    let status = 0;
    for (let shot = 0; shot < 3; shot += 1) {
      const begunAt = performance.now();
      const answer = await fetch(`${running.url}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } });
      bytes = (await answer.text()).length;
      times.push(Math.round(performance.now() - begunAt));
      status = answer.status;
    }
    const best = Math.min(...times);
    if (best > LIMIT_MS || status !== 200) slow += 1;
    const shown = times.map((time) => String(time).padStart(5)).join(" ");
    process.stdout.write(
      `${shown}  ${String(best).padStart(5)} ${String(bytes).padStart(7)}  ${path}${status === 200 ? "" : ` (${status})`}\n`,
    );
  }
} finally {
  await running?.close();
  await queue.close();
  await database.end();
  await engines.close();
  if (values["data-dir"] === undefined) rmSync(dataDir, { recursive: true, force: true });
}
process.exitCode = slow > 0 ? 1 : 0;
