import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readBytes, readFileBody } from "../src/read-file.ts";

function setup() {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-file-"));
  return { folder, at: (name: string) => join(folder, name), [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

test("a file's ending says whether it is a page or a text, and hints say what it was served as", async () => {
  using bench = setup();
  for (const name of ["a.HTM", "b.txt", "c.dat"]) writeFileSync(bench.at(name), "x");
  const read = (name: string) => readFileBody(pathToFileURL(bench.at(name)).href, { content_type: "text/x" }, 10);
  expect([(await read("a.HTM")).kind, (await read("b.txt")).kind, (await read("c.dat")).kind]).toEqual(["html", "text", null]);
  expect((await read("c.dat")).contentType).toBe("text/x");
});

test("a range is read exactly, and shorter when the file has become so", async () => {
  using bench = setup();
  writeFileSync(bench.at("a"), "0123456789");
  expect(Buffer.from(await readBytes(bench.at("a"), [2, 5], 10)).toString()).toBe("234");
  expect(Buffer.from(await readBytes(bench.at("a"), [8, 20], 20)).toString()).toBe("89");
});

test("a file of 200 MB is refused by its size, not read", async () => {
  using bench = setup();
  writeFileSync(bench.at("huge.html"), "");
  truncateSync(bench.at("huge.html"), 200 * 1024 * 1024);
  const before = process.memoryUsage.rss();
  await expect(readBytes(bench.at("huge.html"), null, 32 * 1024 * 1024)).rejects.toMatchObject({
    code: "WIREFOLD_BODY_TOO_LARGE",
    message: expect.stringContaining("209715200 bytes, and 33554432 are accepted"),
  });
  expect(process.memoryUsage.rss() - before).toBeLessThan(30 * 1024 * 1024);
});

test.each([
  ["missing", "there is no such file or folder", (_: string) => {}],
  ["folder", "it is a folder", (path: string) => execFileSync("mkdir", [path])],
  ["pipe", "it is a pipe, a socket or a device", (path: string) => execFileSync("mkfifo", [path])],
  ["device", "it is a pipe, a socket or a device", (path: string) => symlinkSync("/dev/zero", path)],
  ["circle", "links lead in a circle", (path: string) => symlinkSync(path, path)],
])("a %s is refused at once, in words", async (name, message, make) => {
  using bench = setup();
  make(bench.at(name));
  await expect(readBytes(bench.at(name), null, 100)).rejects.toMatchObject({
    code: "WIREFOLD_FILE_UNREADABLE",
    message: expect.stringContaining(message),
  });
});

test("a socket is refused", async () => {
  using bench = setup();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(bench.at("socket"), resolve));
  await expect(readBytes(bench.at("socket"), null, 100)).rejects.toMatchObject({ code: "WIREFOLD_FILE_UNREADABLE" });
  await new Promise((resolve) => server.close(resolve));
});

test.skipIf(process.getuid?.() === 0)("a file this user may not read says so (root may read everything)", async () => {
  using bench = setup();
  writeFileSync(bench.at("secret"), "x");
  chmodSync(bench.at("secret"), 0);
  await expect(readBytes(bench.at("secret"), null, 100)).rejects.toThrow(/this user may not read it/);
});
