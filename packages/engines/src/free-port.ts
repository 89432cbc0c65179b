import { createServer } from "node:net";

/**
 * A TCP port nobody listens on at 127.0.0.1 right now: `preferred` where it is free, so that clients of an engine that comes
 * back find it again. Somebody may take it before it is used; callers try again.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined) {
    const same = await listenOnce(preferred);
    if (same !== null) return same;
  }
  const any = await listenOnce(0);
  if (any === null) throw new Error("no free port at 127.0.0.1");
  return any;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((settle) => {
    const server = createServer();
    server.once("error", () => settle(null));
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => settle(typeof address === "object" && address !== null ? address.port : null));
    });
  });
}
