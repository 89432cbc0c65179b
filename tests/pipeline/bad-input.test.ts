import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Engines, startEngines } from "@wirefold/engines";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventArticles } from "../../services/cli/src/bench/invented-articles.ts";

/**
 * What a person sees who gives the command bad input or a bad setting: one line that says what is wrong, a documented
 * code, an exit code a script can use. And what is good among the bad ends in a story all the same.
 */
const command = join(import.meta.dirname, "../../services/cli/bin/wirefold.mjs");
const root = process.getuid?.() === 0;

let folder: string;
let dataDir: string;
let engines: Engines;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-bad-input-"));
  chmodSync(folder, 0o755);
  dataDir = join(folder, "data");
  mkdirSync(dataDir, { mode: 0o755 });
  // Held open, so each command below finds them running.
  engines = await startEngines({ dataDir });
});

afterAll(async () => {
  await engines?.close();
  // An ordinary user cannot delete what lies in a folder that is closed.
  chmodSync(join(folder, "input", "closed"), 0o755);
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The error lines of stderr: what is wrong, and the code in brackets. */
  readonly lines: readonly string[];
  readonly tookMs: number;
}

/** Runs the real command to its end. `interruptWhen` sees stderr as it comes, and says when to press Ctrl-C. */
async function wirefold(
  args: readonly string[],
  options: { env?: Record<string, string>; interruptWhen?: (stderr: string) => boolean } = {},
): Promise<Ended> {
  const started = Date.now();
  const { REDIS_URL: _, DATABASE_URL: __, WIREFOLD_HOME: ___, ...rest } = process.env;
  const child = spawn(process.execPath, [command, ...args], { cwd: folder, env: { ...rest, ...options.env } });
  let stdout = "";
  let stderr = "";
  let interrupted = false;
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
    if (interrupted || !options.interruptWhen?.(stderr)) return;
    interrupted = true;
    child.kill("SIGINT");
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const lines = stderr.split("\n").filter((line) => line.startsWith("wirefold: "));
  return { code, stdout, stderr, lines, tookMs: Date.now() - started };
}

const sentences = (place: string, homes: number) => [
  `The harbour council of ${place} approved a plan on Tuesday to raise its eastern sea wall by two metres, officials said.`,
  `Council leader Oriana Destry told reporters that the work would take three years and protect ${homes} homes.`,
  `"We have waited too long for this," Destry said after the vote in ${place}. "The next winter will not wait for us."`,
  "Opponents said the plan would close the fish market for five months, and asked for a second study of the sea bed.",
];
const pageOf = (place: string, homes: number) =>
  `<!doctype html><html><head><title>${place} raises its wall</title></head><body><article><h1>${place} raises its wall</h1>${sentences(place, homes).map((sentence) => `<p>${sentence}</p>`)}</article></body></html>`;
const textOf = (place: string, homes: number) => sentences(place, homes).join("\n\n");

/** A folder with a good page among everything that can be wrong with one. */
function makeInput(): string {
  const input = join(folder, "input");
  const write = (name: string, content: string | Buffer) => writeFileSync(join(input, name), content);
  mkdirSync(join(input, "closed"), { recursive: true });
  write("good.html", pageOf("Velmara", 312));
  write("huge.html", "");
  truncateSync(join(input, "huge.html"), 200 * 1024 * 1024);
  write("binary.html", Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(4000, 7)]));
  write("latin.txt", Buffer.from(`${textOf("Velmár", 312)}\n\n\xff\xfe\x80 ends`, "latin1"));
  write("empty.html", "");
  write("script.html", `<html><body><script>const words = "${"word ".repeat(500)}"</script></body></html>`);
  write("deep.html", `${"<div>".repeat(150_000)}${pageOf("Orlanda", 88)}`);
  write("nul.txt", textOf("Velmara", 312).replace("Tuesday", "Tues\0day"));
  const line = (document: object) => `${JSON.stringify(document)}\n`;
  const good = line({ id: "first", text: textOf("Velmara", 312) });
  write(
    "lines.jsonl",
    `${good}{"id": "cut off", "text": "The\n\n${line({ id: "neither" })}${good}${line({ id: "halves", title: "half \ud83d", text: `${textOf("Velmara", 312)} \u0000` })}`,
  );
  write("closed/inside.html", pageOf("Velmara", 312));
  symlinkSync("nowhere.html", join(input, "linked.html"));
  execFileSync("mkfifo", [join(input, "pipe.html")]);
  if (!root) chmodSync(join(input, "closed"), 0);
  return input;
}

test("each bad document gives one line with its code, and the good ones end in stories", async () => {
  const input = makeInput();
  const sources = [input, "no-such.html", join(input, "good.html", "beneath.html"), "http://", "ftp://quay.example/a.html"];
  const { code, stdout, stderr, lines } = await wirefold(["run", ...sources, "--json", "--data-dir", dataDir]);

  expect(code, stderr).toBe(4);
  const expected = [
    ["linked.html: there is no such file", "FILE_UNREADABLE"],
    ["no-such.html: there is no such file", "FILE_UNREADABLE"],
    ["beneath.html: there is no such file", "FILE_UNREADABLE"],
    ["http://: not a URL", "HTTP_REFUSED"],
    ["ftp is not read", "FILE_UNREADABLE"],
    ["input/huge.html: 209715200 bytes", "BODY_TOO_LARGE"],
    ["input/binary.html: the document is not text (PNG image)", "ARTICLE_NOT_TEXT"],
    ["input/pipe.html: it is a pipe", "FILE_UNREADABLE"],
    ["input/lines.jsonl, line 2: not JSON", "BROKEN_LINE"],
    ['input/lines.jsonl, line 4: neither "html" nor "text"', "BROKEN_LINE"],
    ...(root ? [] : [["closed: this user may not read it", "FILE_UNREADABLE"]]),
  ] as const;
  for (const [message, errorCode] of expected)
    expect(
      lines.filter((line) => line.includes(message)).map((line) => line.endsWith(`[WIREFOLD_${errorCode}]`)),
      `${message}\n${stderr}`,
    ).toEqual([true]);
  expect(lines).toHaveLength(expected.length);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr).toMatch(/2 dropped \((no-text 1, empty 1|empty 1, no-text 1)\); 'wirefold trace input\/\w+\.html' says why/);

  const stories = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const members = stories.flatMap((story) => story.members);
  // good, latin, nul, deep, two lines of the JSONL file (one of them said twice), and as root what lies in the closed folder.
  expect(members).toHaveLength(root ? 7 : 6);

  const trace = await wirefold(["trace", join(input, "script.html"), "--json", "--data-dir", dataDir]);
  expect(JSON.parse(trace.stdout).timeline.at(-1)).toMatchObject({ stage: "clean", disposition: "dropped", reason: "no-text" });
}, 180_000);

test("the same folder again costs nothing and is told so", async () => {
  const again = join(folder, "again");
  mkdirSync(again);
  writeFileSync(join(again, "a.html"), pageOf("Tarrin", 41));
  const first = await wirefold(["run", again, "--json", "--data-dir", dataDir]);
  const second = await wirefold(["run", again, "--json", "--data-dir", dataDir]);
  expect([first.code, second.code], first.stderr + second.stderr).toEqual([0, 0]);
  expect(second.stdout).toBe(first.stdout);
  expect(first.stderr).toMatch(/^1 document · /m);
  expect(second.stderr).toMatch(/^0 documents, 1 already known/m);
}, 120_000);

test("a folder without documents says what would be read", async () => {
  const none = join(folder, "none");
  mkdirSync(none);
  writeFileSync(join(none, "picture.png"), "x");
  const { code, stdout, stderr } = await wirefold(["run", none, "--data-dir", dataDir]);
  expect(code, stderr).toBe(0);
  expect(stdout).toBe("No stories.\n");
  expect(stderr).toContain("folders give their pages, texts, JSONL, tables, archives, feeds and sitemaps");
}, 60_000);

test("Ctrl-C in the middle loses nothing: the same command goes on, and the stories are those of one run", async () => {
  const corpus = join(folder, "corpus.jsonl");
  writeFileSync(corpus, [...inventArticles(40, 5)].map((article) => JSON.stringify(article)).join("\n"));
  const args = (home: string) => ["run", corpus, "--json", "--no-report", "--threads", "1", "--data-dir", join(folder, home)];
  const undisturbed = await wirefold(args("undisturbed"));
  expect(undisturbed.code, undisturbed.stderr).toBe(0);
  // As often as a document may be tried: attempts that were cut short must not count.
  for (let time = 0; time < 3; time += 1) {
    const cut = await wirefold(args("interrupted"), { interruptWhen: (stderr) => /of 40 documents/.test(stderr) });
    if (time === 0) expect(cut.code, cut.stderr).toBe(130);
    if (cut.code === 130) expect(cut.lines).toEqual([expect.stringMatching(/nothing is lost.*\[WIREFOLD_INTERRUPTED\]$/)]);
  }
  const last = await wirefold(args("interrupted"));
  expect(last.code, last.stderr).toBe(0);
  const sorted = (text: string) => text.split("\n").sort().join("\n");
  expect(sorted(last.stdout)).toBe(sorted(undisturbed.stdout));
}, 600_000);

test.each([
  [["worker", "clena"], {}, 2, "WIREFOLD_USAGE", "did you mean 'clean'?"],
  [["run", "x.html", "--batch-size", "0"], {}, 2, "WIREFOLD_USAGE", "whole number from 1 to 100"],
  [["run"], {}, 2, "WIREFOLD_USAGE", "missing required argument"],
  [
    ["run", "x.html"],
    { DATABASE_URL: "postgresql://quay:s3cret@127.0.0.1:1/quay" },
    3,
    "WIREFOLD_ENGINE_UNREACHABLE",
    "start it, correct DATABASE_URL",
  ],
  [["run", "x.html"], { REDIS_URL: "redis://127.0.0.1:1" }, 3, "WIREFOLD_ENGINE_UNREACHABLE", "start it, correct REDIS_URL"],
  [["run", "x.html"], { DATABASE_URL: "nonsense" }, 3, "WIREFOLD_ENGINE_BAD_URL", "write it as postgres://"],
  [["worker", "all"], { REDIS_URL: "redis://127.0.0.1:1" }, 3, "WIREFOLD_ENGINE_UNREACHABLE", "correct REDIS_URL"],
  [["run", "x.html", "--data-dir", "/etc/hostname/data"], {}, 3, "WIREFOLD_ENGINE_FOLDER", "is not a folder"],
] as const)("%j with %o ends with exit code %i and %s", async (args, env, exitCode, errorCode, message) => {
  const home = args.includes("--data-dir" as never) ? [] : ["--data-dir", dataDir];
  const { code, stderr, stdout, lines, tookMs } = await wirefold([...args, ...home], { env });
  expect(code, stderr).toBe(exitCode);
  expect(lines).toEqual([expect.stringMatching(new RegExp(`\\[${errorCode}\\]$`))]);
  expect(lines[0]).toContain(message);
  expect(stderr + stdout).not.toMatch(/s3cret|\n\s+at /);
  expect(tookMs).toBeLessThan(60_000);
});

test("a wrong password is told, and not printed", async () => {
  const url = new URL(engines.databaseUrl);
  url.password = "wr0ng-passw0rd";
  const { code, stderr, lines, tookMs } = await wirefold(["run", "x.html", "--data-dir", join(folder, "other")], {
    env: { DATABASE_URL: url.href, REDIS_URL: engines.redisUrl },
  });
  expect(code, stderr).toBe(3);
  expect(lines).toEqual([expect.stringMatching(/DATABASE_URL.*\[WIREFOLD_ENGINE_AUTH\]$/)]);
  expect(stderr).not.toContain("wr0ng-passw0rd");
  expect(tookMs).toBeLessThan(60_000);
});
