import { EnvironmentError } from "@wirefold/worker";
import { z } from "zod";
import { ProxySettings, parseRoles, TrustedProxy } from "./access/trusted-proxy.ts";

/** What the console reads beyond what every worker does; `.env.example` lists every variable. */
export const ConsoleEnv = z.object({
  WIREFOLD_CONSOLE_HOST: z.string().min(1).default("127.0.0.1"),
  WIREFOLD_CONSOLE_PORT: z.coerce.number().int().min(0).max(65_535).default(8088),
  /** Names it may be called by, separated by commas. */
  WIREFOLD_CONSOLE_NAMES: z.string().default("localhost,127.0.0.1,[::1]"),
  /** An administrator's token; short ones could be guessed. */
  WIREFOLD_CONSOLE_TOKEN: z.string().min(20, "give at least 20 characters").optional(),
  /** The header in which a reverse proxy that logs people in names the user. Believed from WIREFOLD_CONSOLE_PROXIES alone. */
  WIREFOLD_CONSOLE_USER_HEADER: z.string().optional(),
  /** The header in which it names the user's groups. */
  WIREFOLD_CONSOLE_GROUPS_HEADER: z.string().optional(),
  /** Addresses or networks it calls from, separated by commas. */
  WIREFOLD_CONSOLE_PROXIES: z.string().optional(),
  /** Roles of groups: `admin=ops-leads,operator=ops,viewer=*`. */
  WIREFOLD_CONSOLE_ROLES: z.string().default("viewer=*"),
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

/**
 * The proxy that is trusted to name users, or undefined where none is.
 *
 * @throws EnvironmentError where only a part of it is given, or an address or a role is none
 */
export function proxyOf(env: ConsoleEnv): ProxySettings | undefined {
  const { WIREFOLD_CONSOLE_USER_HEADER: userHeader, WIREFOLD_CONSOLE_PROXIES: proxies } = env;
  if (userHeader === undefined && proxies === undefined) return undefined;
  if (userHeader === undefined || proxies === undefined)
    throw new EnvironmentError(
      "environment: WIREFOLD_CONSOLE_USER_HEADER and WIREFOLD_CONSOLE_PROXIES go together: a header is believed from a named proxy alone. See .env.example.",
    );
  try {
    const settings = ProxySettings.parse({
      userHeader,
      groupsHeader: env.WIREFOLD_CONSOLE_GROUPS_HEADER,
      addresses: proxies.split(",").filter((one) => one.trim() !== ""),
      roles: parseRoles(env.WIREFOLD_CONSOLE_ROLES),
    });
    new TrustedProxy(settings);
    return settings;
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new EnvironmentError(`environment: WIREFOLD_CONSOLE_…: ${message}. See .env.example.`);
  }
}
