/** Redis and PostgreSQL for one data folder, as private child processes: see the README. */
export { defaultCacheDir } from "./cache-dir.ts";
export { checkPostgres, checkRedis } from "./check-url.ts";
export { EngineError, type EngineErrorCode, redactUrl } from "./engine-error.ts";
export { type FindRedisOptions, findRedis, type RedisProgram } from "./find-redis.ts";
export { defaultDataDir } from "./folder.ts";
export { type EngineLog, type Engines, enginesEnded, type StartEnginesOptions, startEngines } from "./start-engines.ts";
