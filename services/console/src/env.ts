import { EnvironmentError } from "@wirefold/worker";
import { z } from "zod";

/** What the console reads beyond what every worker does; `.env.example` lists every variable. */
export const ConsoleEnv = z.object({
  WIREFOLD_CONSOLE_HOST: z.string().min(1).default("127.0.0.1"),
  WIREFOLD_CONSOLE_PORT: z.coerce.number().int().min(0).max(65_535).default(8088),
  /** Names it may be called by, separated by commas. */
  WIREFOLD_CONSOLE_NAMES: z.string().default("localhost,127.0.0.1,[::1]"),
});
export type ConsoleEnv = z.output<typeof ConsoleEnv>;

/** @throws EnvironmentError naming every variable that is malformed */
export function readConsoleEnv(env: Record<string, string | undefined>): ConsoleEnv {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = ConsoleEnv.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(
    `environment: ${parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}. See .env.example.`,
  );
}
