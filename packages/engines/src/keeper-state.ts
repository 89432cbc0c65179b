import type { EngineErrorCode } from "./engine-error.ts";
import type { ProcessName } from "./process-identity.ts";

export type EngineName = "redis" | "postgres";

/**
 * starting -> ready -> (restarting -> ready)* -> stopped, and from anywhere -> failed.
 * `idle`: nobody asked for it yet.
 */
export type EngineStatus = "idle" | "starting" | "ready" | "failed" | "stopped";

export interface EngineState {
  readonly status: EngineStatus;
  /** What is being done, for people who wait. */
  readonly step?: string;
  readonly port?: number;
  readonly process?: ProcessName;
  readonly error?: { readonly code: EngineErrorCode; readonly message: string };
  /** The users (file names under `users/`) who were there when it failed. Somebody new is a reason to try again. */
  readonly failedFor?: readonly string[];
}

/** What the keeper writes down: the one thing through which other processes know it and its engines. */
export interface KeeperState {
  readonly keeper: ProcessName;
  /** `stopping` and `stopped` keepers take no new users. */
  readonly status: "running" | "stopping" | "stopped";
  readonly redis: EngineState;
  readonly postgres: EngineState;
}
