export { ConsoleEnv, proxyOf, readConsoleEnv } from "./env.ts";
export { LOOPBACK_NAMES } from "./guard.ts";
export { ConsoleError, checkAddress, type RunningConsole, type StartConsoleOptions, startConsole } from "./start-console.ts";
