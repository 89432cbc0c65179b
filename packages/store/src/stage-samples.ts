import { type StageName, stageNames } from "@wirefold/core";
import type { Pool } from "./database.ts";

/** One stage at one minute. */
export interface StageSample {
  readonly stage: StageName;
  readonly owed: number;
  /** Ever ended, and of these quarantined; they fall when documents go through the stage again. */
  readonly ended: number;
  readonly quarantined: number;
}

/** A stage's course: one value for each of `at`. Null where nobody took a sample. */
export interface StageCourse {
  readonly stage: StageName;
  readonly owed: readonly (number | null)[];
  readonly documentsPerSecond: readonly (number | null)[];
  readonly quarantined: readonly (number | null)[];
}

export interface Course {
  /** Beginnings of the steps, oldest first. */
  readonly at: readonly Date[];
  readonly stepSeconds: number;
  readonly stages: readonly StageCourse[];
}

/** Kept: a day, and an hour before it, so that the first step of a day has a predecessor. */
const KEPT_HOURS = 25;
/** An hour by minutes, a day by quarters of an hour: 60 and 96 points, what a small chart can show. */
const SPANS = { hour: { steps: 60, stepSeconds: 60 }, day: { steps: 96, stepSeconds: 900 } } as const;

export type CourseSpan = keyof typeof SPANS;

/** The pipeline's course over the last day, one sample a minute. */
export class StageSamples {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Keeps the first sample of each minute, from any worker, and forgets those older than a day. */
  async add(at: Date, samples: readonly StageSample[]): Promise<void> {
    await this.#pool.query(
      `insert into stage_sample (at, stage, owed, ended, quarantined)
       select date_trunc('minute', $1::timestamptz), * from unnest($2::text[], $3::int8[], $4::int8[], $5::int8[])
       on conflict (at, stage) do nothing`,
      [
        at,
        samples.map((sample) => sample.stage),
        samples.map((sample) => sample.owed),
        samples.map((sample) => sample.ended),
        samples.map((sample) => sample.quarantined),
      ],
    );
    await this.#pool.query("delete from stage_sample where at < $1::timestamptz - $2 * interval '1 hour'", [at, KEPT_HOURS]);
  }

  async course(span: CourseSpan, until: Date): Promise<Course> {
    const { steps, stepSeconds } = SPANS[span];
    const stepMs = stepSeconds * 1000;
    const last = Math.floor(until.getTime() / stepMs);
    const first = last - steps + 1;
    // The first sample of each step, and of the one before the first, which rates are reckoned from.
    const { rows } = await this.#pool.query<{ step: string; stage: StageName; owed: string; ended: string; quarantined: string }>(
      `select distinct on (step, stage) floor(extract(epoch from at) / $1)::int8 as step, stage, owed, ended, quarantined
       from stage_sample where at >= to_timestamp($2::float8) order by step, stage, at`,
      [stepSeconds, (first - 1) * stepSeconds],
    );
    const found = new Map(rows.map((row) => [`${row.stage} ${row.step}`, row]));
    const numbers = Array.from({ length: steps }, (_, index) => first + index);
    return {
      at: numbers.map((step) => new Date(step * stepMs)),
      stepSeconds,
      stages: stageNames.map((stage) => {
        const sample = (step: number) => found.get(`${stage} ${step}`);
        return {
          stage,
          owed: numbers.map((step) => numberOf(sample(step)?.owed)),
          quarantined: numbers.map((step) => numberOf(sample(step)?.quarantined)),
          documentsPerSecond: numbers.map((step) => {
            const [now, before] = [numberOf(sample(step)?.ended), numberOf(sample(step - 1)?.ended)];
            return now === null || before === null ? null : Math.max(0, now - before) / stepSeconds;
          }),
        };
      }),
    };
  }
}

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
