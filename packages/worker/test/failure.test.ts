import { FatalError, faultOf, QuarantineError, ThrottledError, TransientError, UnavailableError } from "@wirefold/core";
import { expect, test } from "vitest";
import { fromFailure, toFailure } from "../src/index.ts";

const across = (error: unknown) => fromFailure(structuredClone(toFailure(error)));

test.each([
  ["quarantine", new QuarantineError("no page"), QuarantineError],
  ["throttled", new ThrottledError("slow down", 5000, { detail: { site: "a.example" } }), ThrottledError],
  ["unavailable", new UnavailableError("the blobs are away"), UnavailableError],
  ["fatal", new FatalError("nothing to work with"), FatalError],
  ["transient", new TransientError("try again"), TransientError],
] as const)("a %s error keeps its class, code and message across a thread", (_, error, kind) => {
  const carried = across(error);
  expect(carried).toBeInstanceOf(kind);
  expect(carried).toMatchObject({ code: error.code, message: error.message });
  expect(faultOf(carried)).toBe(faultOf(error));
});

test("a throttled one keeps how long to wait, and for whom", () => {
  const carried = across(new ThrottledError("slow down", 5000, { detail: { site: "a.example" } }));
  expect(carried).toMatchObject({ retryAfterMs: 5000, detail: { site: "a.example" } });
});

const withCode = (message: string, code?: string) => Object.assign(new Error(message), code === undefined ? {} : { code });

test.each([
  ["a cut connection", withCode("terminating connection due to administrator command", "57P01"), "elsewhere"],
  ["a starting server", withCode("the database system is starting up", "57P03"), "elsewhere"],
  ["a lost connection", withCode("Connection terminated unexpectedly"), "elsewhere"],
  ["a deadlock", withCode("deadlock detected", "40P01"), "elsewhere"],
  ["a full Redis", withCode("OOM command not allowed when used memory > 'maxmemory'"), "elsewhere"],
  ["a full disk", withCode("no space left on device", "ENOSPC"), "elsewhere"],
  ["too many files", new Error("spawn", { cause: withCode("too many open files", "EMFILE") }), "elsewhere"],
  ["text the database refuses", withCode("invalid byte sequence", "22021"), "document"],
  ["a thread out of memory", withCode("reached heap limit", "ERR_WORKER_OUT_OF_MEMORY"), "document"],
  ["a bug", new TypeError("x is undefined"), "document"],
  ["a host that resets", new TransientError("reset", { cause: withCode("read ECONNRESET", "ECONNRESET") }), "document"],
] as const)("%s is laid at the right door", (_, error, fault) => {
  expect(faultOf(error)).toBe(fault);
  expect(faultOf(across(error))).toBe(fault);
});
