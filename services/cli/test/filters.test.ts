import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BIN, inventedPage, inventedText, jsonLines, scratch, shell, wirefold } from "./run-wirefold.ts";

interface OutputLine {
  readonly id: string | null;
  readonly text?: string;
  readonly title?: string | null;
  readonly error?: { readonly code: string; readonly message: string };
}

const line = (record: unknown) => `${JSON.stringify(record)}\n`;
const pages = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => line({ id: `page-${from + i}`, html: inventedPage(from + i) })).join("");

describe("a filter", () => {
  it("answers every line in input order", async () => {
    const { code, stdout, stderr } = await wirefold(["clean"], { stdin: pages(150) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = jsonLines<OutputLine>(stdout);
    expect(lines.map(({ id }) => id)).toEqual(Array.from({ length: 150 }, (_, i) => `page-${i}`));
    for (const [i, { title, text }] of lines.entries()) {
      expect(title).toBe(`Bridge ${i} open again`);
      expect(text).toContain(inventedText(i).split("\n")[0]);
      expect(text).not.toContain("Nine walks");
    }
  });

  it.each(["clean", "extract", "reconcile"])("%s writes the same bytes for any number of workers", async (filter) => {
    const stdin = Array.from({ length: 30 }, (_, i) =>
      line({ id: `d${i}`, text: `Bridge ${i} open again\n\n${inventedText(i)}` }),
    ).join("");
    const one = await wirefold([filter, "--workers", "1"], { stdin });
    expect(one).toMatchObject({ code: 0, stderr: "" });
    expect(one.stdout.length).toBeGreaterThan(1000);
    expect(await wirefold([filter, "--workers", "2"], { stdin })).toEqual(one);
  });

  it("turns a bad line into its error, goes on, and exits with 1", async () => {
    const stdin = Buffer.concat([
      Buffer.from(line({ id: "good", text: inventedText(1) })),
      Buffer.from('{"id":"half"\n\n'),
      Buffer.from("[1,2]\n"),
      Buffer.from(line({ text: "no id" })),
      Buffer.from(line({ id: "nothing" })),
      Buffer.from(line({ id: 7, text: 12 })),
      Buffer.from(line({ id: "away", html_path: "nowhere.html" })),
      Buffer.concat([Buffer.from('{"id":"latin","text":"caf'), Buffer.from([0xe9]), Buffer.from('"}\n')]),
      Buffer.from(line({ id: "last", text: inventedText(2) }).trimEnd()),
    ]);
    const { code, stdout, stderr } = await wirefold(["clean"], { stdin });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const answers = jsonLines<OutputLine>(stdout).map(({ id, error }) => [id, error?.code ?? "ok", error?.message.split(":")[0]]);
    expect(answers).toEqual([
      ["good", "ok", undefined],
      [null, "WIREFOLD_BAD_JSON", "stdin line 2"],
      [null, "WIREFOLD_BAD_RECORD", "stdin line 4"],
      [null, "WIREFOLD_BAD_RECORD", "stdin line 5"],
      ["nothing", "WIREFOLD_BAD_RECORD", "stdin line 6"],
      ["7", "WIREFOLD_BAD_RECORD", "stdin line 7"],
      ["away", "WIREFOLD_FILE_MISSING", "stdin line 8"],
      ["latin", "WIREFOLD_BAD_UTF8", "stdin line 9"],
      ["last", "ok", undefined],
    ]);
  });

  it("hands the errors of an earlier filter on as they are", async () => {
    const { code, stdout } = await shell(`printf '{oops\\n' | wirefold clean | wirefold group | wirefold reconcile`);
    expect(code).toBe(1);
    expect(jsonLines<OutputLine>(stdout)).toMatchObject([{ id: null, error: { code: "WIREFOLD_BAD_JSON" } }]);
    expect(stdout).toContain("stdin line 1");
    expect(stdout.match(/line 1/g)).toHaveLength(1);
  });

  it("reads several files, gzip by its content, and a byte order mark with CRLF", async () => {
    using folder = scratch();
    writeFileSync(join(folder.path, "a.jsonl"), `\ufeff${pages(2).replaceAll("\n", "\r\n")}\r\n`);
    writeFileSync(join(folder.path, "b.jsonl.gz"), gzipSync(pages(2, 2)));
    writeFileSync(join(folder.path, "misnamed.jsonl"), Buffer.concat([gzipSync(pages(1, 4)), gzipSync(pages(1, 5))]));
    const { code, stdout } = await wirefold(["clean", "a.jsonl", "b.jsonl.gz", "-", "misnamed.jsonl"], {
      cwd: folder.path,
      stdin: gzipSync(pages(1, 9)),
    });
    expect(code).toBe(0);
    expect(jsonLines<OutputLine>(stdout).map(({ id }) => id)).toEqual([
      "page-0",
      "page-1",
      "page-2",
      "page-3",
      "page-9",
      "page-4",
      "page-5",
    ]);
  });

  it("says in one line which file cannot be read, and reads the others", async () => {
    using folder = scratch();
    mkdirSync(join(folder.path, "pages"));
    writeFileSync(join(folder.path, "good.jsonl"), pages(1));
    writeFileSync(join(folder.path, "cut.jsonl.gz"), gzipSync(pages(400)).subarray(0, 4000));
    const { code, stdout, stderr } = await wirefold(["clean", "none.jsonl", "pages", "cut.jsonl.gz", "good.jsonl"], {
      cwd: folder.path,
    });
    expect(code).toBe(1);
    expect(jsonLines<OutputLine>(stdout).at(-1)).toMatchObject({ id: "page-0", title: "Bridge 0 open again" });
    expect(stderr.trimEnd().split("\n")).toEqual([
      "wirefold: there is no file none.jsonl; check the path [WIREFOLD_FILE_MISSING]",
      "wirefold: pages is a folder; give the files in it, such as folder/*.jsonl [WIREFOLD_NOT_A_FILE]",
      expect.stringMatching(/^wirefold: cut.jsonl.gz is damaged or cut off as gzip; .* \[WIREFOLD_BAD_GZIP\]$/),
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("says that a file may not be read", async () => {
    using folder = scratch();
    writeFileSync(join(folder.path, "secret.jsonl"), pages(1));
    chmodSync(join(folder.path, "secret.jsonl"), 0);
    expect((await wirefold(["clean", "secret.jsonl"], { cwd: folder.path })).stderr).toContain("[WIREFOLD_FILE_UNREADABLE]");
  });

  it("finds html_path in the working directory or next to the JSONL file, gzipped or not", async () => {
    using folder = scratch();
    mkdirSync(join(folder.path, "set/pages"), { recursive: true });
    writeFileSync(join(folder.path, "set/pages/1.html.gz"), gzipSync(inventedPage(1)));
    writeFileSync(join(folder.path, "set/pages/2.html"), inventedPage(2));
    writeFileSync(join(folder.path, "here.html"), inventedPage(3));
    writeFileSync(join(folder.path, "bomb.html.gz"), gzipSync(Buffer.alloc(40 * 1024 * 1024, 0x20)));
    const records = ["pages/1.html.gz", "pages/2.html", "here.html", "bomb.html.gz", "."].map((html_path, i) =>
      line({ id: i, html_path }),
    );
    writeFileSync(join(folder.path, "set/list.jsonl"), records.join(""));
    const { code, stdout } = await wirefold(["clean", "set/list.jsonl"], { cwd: folder.path });
    expect(code).toBe(1);
    expect(jsonLines<OutputLine>(stdout).map(({ title, error }) => title ?? error?.code)).toEqual([
      "Bridge 1 open again",
      "Bridge 2 open again",
      "Bridge 3 open again",
      "WIREFOLD_BODY_TOO_LARGE",
      "WIREFOLD_NOT_A_FILE",
    ]);
  });

  it("reads nothing but pages outside the folder that was named, unless it is allowed", async () => {
    using folder = scratch();
    mkdirSync(join(folder.path, "set"));
    mkdirSync(join(folder.path, "away"));
    writeFileSync(join(folder.path, "away/page.html"), inventedPage(1));
    writeFileSync(join(folder.path, "away/saved"), inventedPage(2));
    writeFileSync(join(folder.path, "away/keys.txt"), "name=tarnby\nsecret=9f1c\n");
    symlinkSync("../away/keys.txt", join(folder.path, "set/link.html"));
    const paths = ["page.html", "saved", "keys.txt"].map((name) => join(folder.path, "away", name));
    const stdin = [...paths, "../away/keys.txt", "link.html"].map((html_path, id) => line({ id, html_path })).join("");
    const cwd = join(folder.path, "set");
    const refused = "WIREFOLD_PATH_OUTSIDE";
    const said = ({ stdout }: { stdout: string }) =>
      jsonLines<OutputLine>(stdout).map(({ title, error }) => title ?? error?.code);
    const result = await wirefold(["clean"], { cwd, stdin });
    expect(said(result)).toEqual(["Bridge 1 open again", "Bridge 2 open again", refused, refused, refused]);
    expect(result.stdout).not.toContain("9f1c");
    const env = { WIREFOLD_ALLOW_PATHS: join(folder.path, "away") };
    expect(said(await wirefold(["clean"], { cwd, stdin, env }))).not.toContain(refused);
    // What is named on the command line is meant.
    expect((await wirefold(["clean", "../away/keys.txt", "link.html"], { cwd })).stdout).toContain("9f1c");
  });

  it("takes a page's file as one record", async () => {
    using folder = scratch();
    writeFileSync(join(folder.path, "a.html"), inventedPage(1));
    writeFileSync(join(folder.path, "b.txt"), `Bridge 2 open again\n\n${inventedText(2)}`);
    const { code, stdout } = await wirefold(["clean", "a.html", "b.txt"], { cwd: folder.path });
    expect(code).toBe(0);
    expect(jsonLines<OutputLine>(stdout).map(({ id, title }) => [id, title])).toEqual([
      ["a.html", "Bridge 1 open again"],
      ["b.txt", "Bridge 2 open again"],
    ]);
  });

  it("bounds the length of a line, and says how to raise it", async () => {
    const stdin = pages(1) + line({ id: "long", text: "word ".repeat(3000) }) + pages(1, 1);
    const { code, stdout } = await wirefold(["clean", "--max-line", "8k"], { stdin });
    expect(code).toBe(1);
    const [first, long, last] = jsonLines<OutputLine>(stdout);
    expect([first?.id, last?.id]).toEqual(["page-0", "page-1"]);
    expect(long).toMatchObject({ id: null, error: { code: "WIREFOLD_LINE_TOO_LONG" } });
    expect(long?.error?.message).toBe(
      "stdin line 2: the line is longer than 8 KB; raise --max-line, or give the page as html_path",
    );
  });

  it("reads a line of 200 MB to its end without holding it", async () => {
    const { code, stdout } = await shell(
      `{ printf '{"id":"huge","text":"'; head -c 200000000 /dev/zero | tr '\\0' x; printf '"}\\n'; printf '{"id":"next","text":"The bridge is open."}\\n'; } |
       NODE_OPTIONS=--max-old-space-size=128 wirefold clean`,
    );
    expect(code).toBe(1);
    expect(jsonLines<OutputLine>(stdout)).toMatchObject([
      { id: null, error: { code: "WIREFOLD_LINE_TOO_LONG" } },
      { id: "next" },
    ]);
  });

  it("answers a slow stream line by line, without waiting for its end", async () => {
    const child = spawn(process.execPath, [BIN, "clean"], { env: { ...process.env, WIREFOLD_BUILD: "never" } });
    let answered = 0;
    const asked = 4;
    child.stdin.write(pages(1, answered));
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      answered += chunk.toString().split("\n").length - 1;
      if (answered === asked) break;
      child.stdin.write(pages(1, answered));
    }
    expect(answered).toBe(asked);
    child.stdin.end();
    child.stdout.resume();
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  });

  it("ends quietly when its reader has enough", async () => {
    using folder = scratch();
    writeFileSync(join(folder.path, "many.jsonl"), pages(1500));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in.
    const { stdout, stderr } = await shell("wirefold clean many.jsonl | head -n 2; echo exit ${PIPESTATUS[0]}", {
      cwd: folder.path,
    });
    expect(stdout.split("\n")).toHaveLength(4);
    expect(stdout).toContain("exit 0");
    expect(stderr).toBe("");
  });

  it.skipIf(!existsSync("/dev/full"))("says in one line that its output cannot be written", async () => {
    using folder = scratch();
    writeFileSync(join(folder.path, "pages.jsonl"), pages(3));
    const { code, stderr } = await shell("wirefold clean pages.jsonl > /dev/full", { cwd: folder.path });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^wirefold: the output cannot be written: .*ENOSPC.* \[WIREFOLD_OUTPUT\]\n$/);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("stops at once on %s, with exit code %i and one line", async (signal, exitCode) => {
    const child = spawn(process.execPath, [BIN, "clean"], { env: { ...process.env, WIREFOLD_BUILD: "never" } });
    const stderr: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.stdin.write(pages(1));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.kill(signal);
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(exitCode);
    expect(Buffer.concat(stderr).toString()).toBe("wirefold: stopped after 1 lines [WIREFOLD_INTERRUPTED]\n");
  });

  it("has nothing to say about nothing", async () => {
    const nothing = { code: 0, stdout: "", stderr: "" };
    for (const filter of ["clean", "group", "extract", "reconcile", "fuse"])
      expect(await wirefold([filter], { stdin: "\n\r\n" }), filter).toEqual(nothing);
    // All read their lines by one reader.
    expect(await wirefold(["clean"], { stdin: "" })).toEqual(nothing);
  });
});

describe("wirefold group", () => {
  const documents = [
    { id: "b", text: inventedText(1), published_at: "2031-05-05" },
    { id: "a", text: inventedText(1), date: "2031-05-05", source: "The Dunley Post" },
    {
      id: "z",
      text: "Chess players from forty towns met in Kirn, where Petra Lund won all nine of her games.",
      published_at: "2031-01-01",
    },
  ];

  it("names every cluster after its smallest id, and shows edges from both sides", async () => {
    const { code, stdout } = await wirefold(["group"], { stdin: documents.map(line).join("") });
    expect(code).toBe(0);
    expect(jsonLines(stdout)).toMatchObject([
      { id: "b", copy: "a", lineage: "a", story: "a", edges: [{ to: "a", kind: "copy", score: 1 }] },
      { id: "a", copy: "a", lineage: "a", story: "a", edges: [{ to: "b", kind: "copy", score: 1 }] },
      { id: "z", copy: "z", lineage: "z", story: "z", role: "single", edges: [] },
    ]);
  });

  it("says the same of the same documents in any order", async () => {
    const sorted = (text: string) => text.split("\n").sort();
    const forth = await wirefold(["group"], { stdin: documents.map(line).join("") });
    const back = await wirefold(["group"], { stdin: documents.toReversed().map(line).join("") });
    expect(sorted(back.stdout)).toEqual(sorted(forth.stdout));
  });

  it("goes on where a killed run with a spool stopped, to the same bytes", { timeout: 180_000 }, async () => {
    using folder = scratch();
    const archive = Array.from({ length: 1200 }, (_, i) =>
      line({ id: `d${i}`, text: inventedText(i), published_at: "2031-05-05" }),
    ).join("");
    writeFileSync(join(folder.path, "archive.jsonl"), archive);
    const whole = await wirefold(["group", "archive.jsonl"], { cwd: folder.path });
    // The first thousand documents are flushed when the reader stops giving.
    const child = spawn(process.execPath, [BIN, "group", "--spool", "work"], {
      cwd: folder.path,
      env: { ...process.env, WIREFOLD_BUILD: "never" },
    });
    child.stdin.on("error", () => {}); // It is killed while it reads.
    child.stdin.write(archive.slice(0, archive.length - 100));
    while (!existsSync(join(folder.path, "work/documents")) || statSync(join(folder.path, "work/documents")).size === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
    const resumed = await wirefold(["group", "--spool", "work", "archive.jsonl"], { cwd: folder.path });
    expect(resumed).toEqual(whole);
    expect(readdirSync(join(folder.path, "work"))).toEqual([]);
  });

  it("refuses a second document with one id, in its place", async () => {
    const stdin = [documents[0], { id: "b", text: "Other words." }, documents[2], { id: "c" }].map(line).join("");
    const { code, stdout } = await wirefold(["group"], { stdin });
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([
      { id: "b", story: "b" },
      { id: "b", error: { code: "WIREFOLD_DUPLICATE_ID", message: expect.stringContaining("stdin line 2") } },
      { id: "z", story: "z" },
      { id: "c", error: { code: "WIREFOLD_BAD_RECORD", message: "stdin line 4: text: must be a string" } },
    ]);
  });
});

describe("wirefold fuse", () => {
  const claims = (...values: (string | number)[]) => values.map((value, i) => ({ source: `s${i}`, value }));

  it("answers in input order, with errors in their place", async () => {
    const rows = [
      { object: "FL 7", property: "arrival", claims: claims("9:05", "9:05", "9:40") },
      { object: "FL 8", property: "arrival" },
      { object: "FL 6", property: "gate", claims: claims(12, 12) },
    ];
    const { code, stdout } = await wirefold(["fuse"], { stdin: rows.map(line).join("") });
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([
      {
        object: "FL 7",
        property: "arrival",
        value: "9:05",
        sources: [{ source: "s0", agrees: true }, { agrees: true }, { agrees: false }],
      },
      { id: null, error: { code: "WIREFOLD_BAD_RECORD", message: expect.stringContaining("stdin line 2: claims:") } },
      { object: "FL 6", property: "gate", value: "12" },
    ]);
  });

  it("refuses a hierarchy that is none", async () => {
    using folder = scratch();
    writeFileSync(join(folder.path, "h.json"), '["Kirn"]');
    const { code, stderr } = await wirefold(["fuse", "--hierarchy", "h.json"], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^wirefold: h.json is not a hierarchy: it must be one object of child: parent; write it as .*\[WIREFOLD_BAD_HIERARCHY\]\n$/,
    );
  });
});
