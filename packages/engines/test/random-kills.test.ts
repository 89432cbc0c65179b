import { expect, test } from "vitest";
import { startEngines } from "../src/start-engines.ts";
import { dataFolder, sql, user } from "./bundle.ts";

const SECONDS = Number(process.env.WIREFOLD_TEST_SOAK_SECONDS ?? 10);

test(`users, keeper and servers killed at random for ${SECONDS} s: every start succeeds, nothing kept is lost, nothing is left running`, {
  timeout: SECONDS * 1000 + 120_000,
}, async () => {
  await using folder = dataFolder();
  const first = await startEngines({ dataDir: folder.dataDir });
  await sql(first.databaseUrl, "create table kept as select 7 as n");
  await first.close();

  const until = Date.now() + SECONDS * 1000;
  const pause = (ms: number) => new Promise((done) => setTimeout(done, Math.random() * ms));
  const troubles: unknown[] = [];
  let starts = 0;
  let kills = 0;
  // A busy machine starts and kills little in so short a time: it is given some more until there was something to stand.
  const goesOn = () => Date.now() < until || ((starts <= 3 || kills === 0) && Date.now() < until + 40_000);
  const come = async () => {
    while (goesOn()) {
      const one = user([folder.dataDir]);
      const answer = await one.next();
      if (answer.redisUrl === undefined) troubles.push(answer);
      starts++;
      await pause(600);
      await (Math.random() < 0.4 ? one.kill() : one.leave());
      await pause(500);
    }
  };
  const kill = async () => {
    while (goesOn()) {
      await pause(2000);
      const { keeper, redis, postgres } = folder.state();
      const victim = [keeper, redis.process, postgres.process][Math.floor(Math.random() * 3)];
      try {
        process.kill(Number.parseInt(victim ?? "", 10), "SIGKILL");
        kills++;
      } catch {
        // It has just ended, or has not begun.
      }
    }
  };
  await Promise.all([come(), come(), kill()]);
  expect(troubles).toEqual([]);
  expect(starts).toBeGreaterThan(3);
  expect(kills).toBeGreaterThan(0);
  await using last = await startEngines({ dataDir: folder.dataDir });
  expect(await sql(last.databaseUrl, "select n from kept")).toEqual([{ n: 7 }]);
});
