import { expect, test } from "vitest";
import { postgresConf } from "../src/postgres.ts";

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const megabytes = (name: string, machine: number, free: number): number =>
  Number(new RegExp(`^${name} = (\\d+)MB$`, "m").exec(postgresConf({ machine, free }))?.[1]);

test("buffers follow the machine's memory, within bounds", () => {
  const buffers = (machine: number) => megabytes("shared_buffers", machine, 100 * GIB);
  expect([0.5 * GIB, 4 * GIB, 64 * GIB].map(buffers)).toEqual([64, 256, 2048]);
});

test("the log takes a sixteenth of what the disk has left, within bounds", () => {
  const log = (free: number) => megabytes("max_wal_size", 8 * GIB, free);
  expect([200 * MIB, 24 * GIB, 2000 * GIB].map(log)).toEqual([1024, 1536, 2048]);
});
