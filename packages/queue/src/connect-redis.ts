import { Cluster, Redis, type RedisOptions } from "ioredis";

/** A server, or several as one. */
export type RedisConnection = Redis | Cluster;

/**
 * Connects to what a URL names, beyond what ioredis reads from one itself:
 *
 * - `redis://user:password@host:6379/0`, `rediss://…` for TLS: one server, as an ACL user where one is named
 * - `redis://…@host:7000?cluster=true&nodes=host2:7001,host3:7002`: a Redis Cluster, found by any of these nodes
 * - `redis://…@host:26379?sentinel=mymaster&nodes=host2:26379`: the master that these Sentinels name
 *
 * What is asked of a connection is the same for one server and for a Cluster.
 */
export function connectRedis(url: string, options: RedisOptions): RedisConnection {
  const parsed = new URL(url);
  const isCluster = parsed.searchParams.get("cluster") === "true";
  const sentinel = parsed.searchParams.get("sentinel");
  if (!isCluster && sentinel === null) return new Redis(url, options);
  const defaultPort = isCluster ? 6379 : 26379;
  const first = { host: parsed.hostname, port: parsed.port === "" ? defaultPort : Number(parsed.port) };
  const nodes = [
    first,
    ...(parsed.searchParams.get("nodes") ?? "")
      .split(",")
      .filter(Boolean)
      .map((node) => nodeOf(node, defaultPort)),
  ];
  const auth = {
    ...(parsed.username === "" ? {} : { username: decodeURIComponent(parsed.username) }),
    ...(parsed.password === "" ? {} : { password: decodeURIComponent(parsed.password) }),
    ...(parsed.protocol === "rediss:" ? { tls: {} } : {}),
  };
  if (sentinel !== null) {
    const db = Number(parsed.pathname.slice(1) || 0);
    return new Redis({ ...options, ...auth, sentinels: nodes, name: sentinel, db, enableTLSForSentinelMode: "tls" in auth });
  }
  const { lazyConnect = false, ...redisOptions } = options;
  const cluster = new Cluster(nodes, {
    lazyConnect,
    redisOptions: { ...redisOptions, ...auth },
    // With TLS a node is known by the name in its certificate, not by the address it resolves to.
    ...("tls" in auth ? { dnsLookup: (address, done) => done(null, address) } : {}),
  });
  return cluster;
}

/** The servers behind a connection: itself, or the masters of a Cluster. */
export function mastersOf(redis: RedisConnection): readonly Redis[] {
  return redis instanceof Cluster ? redis.nodes("master") : [redis];
}

function nodeOf(node: string, defaultPort: number): { host: string; port: number } {
  const colon = node.lastIndexOf(":");
  return colon === -1 ? { host: node, port: defaultPort } : { host: node.slice(0, colon), port: Number(node.slice(colon + 1)) };
}
