import { PassThrough } from "node:stream";
import type { WriteStream } from "node:tty";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Progress } from "../src/progress.ts";

function setup(terminal: { isTTY: boolean; columns?: number }) {
  const stream = new PassThrough();
  const written: string[] = [];
  stream.on("data", (chunk: Buffer) => written.push(chunk.toString()));
  return { stream: Object.assign(stream, terminal) as unknown as WriteStream, text: () => written.join("") };
}

describe("Progress", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
  afterEach(() => void vi.useRealTimers());

  it("writes a plain line every few seconds when piped, and nothing in a short run", () => {
    const { stream, text } = setup({ isTTY: false });
    const progress = new Progress({ unit: "documents", total: 400, stream });
    progress.update(50);
    vi.advanceTimersByTime(2900);
    expect(text()).toBe("");
    progress.update(100, "clean 100");
    vi.advanceTimersByTime(100);
    expect(text()).toBe("100 of 400 documents · 33/s · 9s left · clean 100\n");
    progress.stop("done");
    vi.advanceTimersByTime(60_000);
    expect(text()).toBe("100 of 400 documents · 33/s · 9s left · clean 100\ndone\n");
  });

  it("draws one line over and over on a terminal, within its width, and takes it away", () => {
    const { stream, text } = setup({ isTTY: true, columns: 60 });
    const progress = new Progress({ unit: "documents", total: 1000, stream });
    for (let done = 100; done <= 500; done += 100) {
      progress.update(done);
      vi.advanceTimersByTime(1000);
    }
    const draws = text().split("\r\x1b[K").slice(1);
    expect(draws.length).toBeGreaterThan(10);
    for (const draw of draws) expect(draw.length).toBeLessThan(60);
    expect(draws.at(-1)).toMatch(/^█+░+ 500 of 1,000 documents · 1\d\d\/s · \ds left$/);
    progress.log("a line of its own");
    expect(text()).toContain("\r\x1b[Ka line of its own\n");
    progress.stop();
    expect(text().endsWith("\r\x1b[K")).toBe(true);
  });

  it("follows a change of pace and counts without a total", () => {
    const { stream } = setup({ isTTY: false });
    const progress = new Progress({ unit: "pages", stream, plainEveryMs: 1000 });
    for (let second = 1; second <= 60; second++) {
      progress.update(second <= 30 ? 0 : (second - 30) * 20);
      vi.advanceTimersByTime(1000);
    }
    expect(progress.describe()).toBe("600 pages · 20/s · 1m 00s");
  });

  it("says nothing when quiet", () => {
    const { stream, text } = setup({ isTTY: true });
    const progress = new Progress({ unit: "documents", quiet: true, stream });
    progress.update(5);
    progress.log("no");
    vi.advanceTimersByTime(10_000);
    progress.stop("no");
    expect(text()).toBe("");
  });
});
