import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { handOver } from "../src/folder.ts";
import { serverUser } from "../src/server-user.ts";

const isRoot = process.getuid?.() === 0;

test.runIf(isRoot)("an account of the engines' own goes before the one that others share", () => {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-accounts-"));
  try {
    const passwd = join(folder, "passwd");
    writeFileSync(passwd, "root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n");
    expect(serverUser(passwd)).toEqual({ uid: 65534, gid: 65533 });
    writeFileSync(passwd, "nobody:x:65534:65533::/:/bin/false\nwirefold:x:812:813::/:/bin/false\n");
    expect(serverUser(passwd)).toEqual({ uid: 812, gid: 813 });
    expect(serverUser(join(folder, "missing"))).toEqual({ uid: 65534, gid: 65534 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.runIf(isRoot)("files of the account before are handed over, whole trees of them", () => {
  const folder = mkdtempSync(join(tmpdir(), "wirefold-handed-"));
  try {
    mkdirSync(join(folder, "base/1"), { recursive: true });
    writeFileSync(join(folder, "base/1/112"), "");
    handOver(folder, { uid: 812, gid: 813 });
    for (const path of ["", "base", "base/1", "base/1/112"]) expect(statSync(join(folder, path)).uid, path).toBe(812);
    handOver(folder, null);
    expect(statSync(folder).gid).toBe(813);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
