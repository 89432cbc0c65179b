import { connect } from "node:net";

/**
 * Sends commands to a Redis at 127.0.0.1 and answers its replies' text, or null when it cannot be spoken to. Small on purpose: the
 * keeper stays light without a client library.
 */
export function askRedis(
  port: number,
  password: string,
  commands: readonly (readonly string[])[],
  timeoutMs = 1000,
): Promise<string | null> {
  return new Promise((settle) => {
    const all = [["AUTH", password], ...commands];
    let reply = "";
    const socket = connect({ host: "127.0.0.1", port });
    const done = (answer: string | null) => {
      clearTimeout(timer);
      socket.destroy();
      settle(answer);
    };
    const timer = setTimeout(() => done(null), timeoutMs);
    socket.once("error", () => done(null));
    socket.once("close", () => done(reply.startsWith("+OK") ? reply : null));
    socket.on("data", (chunk) => {
      reply += chunk.toString("latin1");
      if (!reply.startsWith("+OK".slice(0, reply.length)))
        done(null); // Not our password: not our Redis.
      else if (reply.split("\r\n").length > all.length) done(reply);
    });
    socket.write(
      all
        .map((command) => `*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join("")}`)
        .join(""),
    );
  });
}

/** Whether our Redis (the one that knows the password) serves at that port; false while it loads its file. */
export async function redisAnswers(port: number, password: string): Promise<boolean> {
  return (await askRedis(port, password, [["PING"]]))?.includes("+PONG") === true;
}
