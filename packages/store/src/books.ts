import { type StageName, stageNames } from "@wirefold/core";
import type { Client, Pool } from "./database.ts";

export interface DispositionCount {
  readonly stage: StageName;
  readonly disposition: string;
  readonly reason: string | null;
  readonly count: number;
}

/** One stage's books. They balance when `entered` equals the sum of the rest. */
export interface StageBalance {
  readonly stage: StageName;
  readonly entered: number;
  readonly emitted: number;
  readonly dropped: number;
  readonly quarantined: number;
  readonly pending: number;
}

interface TallyRow {
  readonly what: "result" | "owed" | "locator" | "document" | "story";
  readonly stage: StageName | null;
  readonly disposition: string | null;
  readonly reason: string | null;
  readonly n: number;
}

/**
 * Takes the results of a stage and of all later ones out of the count: these subjects owe the stage again. Part of every
 * transaction that makes someone owe what they may have been through before.
 */
export async function uncount(client: Pick<Client, "query">, subjects: readonly string[], stage: StageName): Promise<void> {
  if (subjects.length === 0) return;
  await client.query({
    name: "uncount",
    text: `update result r set counted = false from (
             select subject, stage, stage_version, input_hash from result
             where subject = any ($1) and stage = any ($2) and counted order by 1, 2, 3, 4 for update
           ) held
           where r.subject = held.subject and r.stage = held.stage and r.stage_version = held.stage_version and r.input_hash = held.input_hash`,
    values: [subjects, stageNames.slice(stageNames.indexOf(stage))],
  });
}

/**
 * The books: one row a stage, disposition and reason, summed in one statement, so they are of one moment. What is read are the
 * changes since the last fold and one row a line, however many documents there are.
 */
async function readTally(db: Pick<Client, "query">): Promise<TallyRow[]> {
  const { rows } = await db.query<Omit<TallyRow, "n"> & { n: string }>({
    name: "tally",
    text: "select what, stage, disposition, reason, sum(n) as n from tally group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4",
  });
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

/**
 * Sums the changes into one row a line of the books. Rows that another transaction folds are left to it, so this waits for
 * nobody and nobody waits for it.
 */
export async function foldTally(db: Pick<Client, "query">): Promise<void> {
  await db.query({
    name: "fold-tally",
    text: `with taken as (
             delete from tally where ctid = any (array(select ctid from tally limit 20000 for update skip locked))
             returning what, stage, disposition, reason, n
           )
           insert into tally select what, stage, disposition, reason, sum(n) from taken group by 1, 2, 3, 4 having sum(n) <> 0`,
  });
  // In one order, so that two who fold lines of one run do not wait for each other in a circle.
  await db.query({
    name: "fold-run-tally",
    text: `with taken as (
             delete from run_tally where ctid = any (array(select ctid from run_tally where not folded limit 20000 for update skip locked))
             returning run_id, stage, disposition, reason, n
           )
           insert into run_tally (run_id, stage, disposition, reason, n, folded)
           select run_id, stage, disposition, reason, sum(n), true from taken group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4
           on conflict (run_id, stage, disposition, reason) where folded do update set n = run_tally.n + excluded.n`,
  });
}

/**
 * Each stage's books, in the order of the line: what entered it (what the stage before emitted, or was submitted) against how
 * it left. Documents taken down stand on neither side; one that owes a stage again is pending there, and has not entered the
 * stages after it.
 */
export async function readBalance(db: Pick<Client, "query">): Promise<StageBalance[]> {
  const tally = await readTally(db);
  const sum = (what: TallyRow["what"], stage: StageName | null = null, disposition: string | null = null) =>
    tally
      .filter((row) => row.what === what && row.stage === stage && row.disposition === disposition)
      .reduce((total, row) => total + row.n, 0);
  let entered = sum("locator");
  return stageNames.map((stage) => {
    const balance = {
      stage,
      entered,
      emitted: sum("result", stage, "emitted"),
      dropped: sum("result", stage, "dropped"),
      quarantined: sum("result", stage, "quarantined"),
      pending: sum("owed", stage),
    };
    entered = stage === "fetch" ? sum("document") : balance.emitted;
    return balance;
  });
}

/** How subjects left each stage the last time, by reason: of all, or of one run. */
export async function readDispositions(pool: Pool, runId?: string): Promise<DispositionCount[]> {
  if (runId === undefined) {
    return (await readTally(pool)).flatMap(({ what, stage, disposition, reason, n }) =>
      what === "result" && stage !== null && disposition !== null ? [{ stage, disposition, reason, count: n }] : [],
    );
  }
  const { rows } = await pool.query<DispositionCount & { count: string }>(
    `select stage, disposition, nullif(reason, '') as reason, sum(n) as count from run_tally
     where run_id = $1 and stage <> '' group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3`,
    [runId],
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Stories there are. */
export async function countStories(db: Pick<Client, "query">): Promise<number> {
  return (await readTally(db)).find((row) => row.what === "story")?.n ?? 0;
}
