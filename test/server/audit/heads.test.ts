import { appendFile, mkdir, mkdtemp, readFile, rm, rmdir, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";

import { sealAudit, walkChain } from "@/lib/server/audit-chain";
import { checkHeads, sealAndKeepHead, writeHead } from "@/lib/server/audit-heads";
import { query } from "@/lib/server/db/client";

import { logged } from "../harness/captured-log";
import { noKlarna, withDesk } from "../harness/desk";

const folder = await mkdtemp(path.join(os.tmpdir(), "partner-desk-heads-"));
const kept = path.join(folder, "kept");
afterAll(() => rm(folder, { recursive: true }));
withDesk(noKlarna, { DESK_AUDIT_HEADS: kept });

async function asSuperuser(statement: string): Promise<void> {
  await query("ALTER TABLE audit_entries DISABLE TRIGGER USER");
  await query(statement);
  await query("ALTER TABLE audit_entries ENABLE TRIGGER USER");
}

async function append(count: number): Promise<void> {
  await query("INSERT INTO audit_entries (kind, detail) SELECT 'refused', jsonb_build_object('n', n) FROM generate_series(1, $1::int) n", [count]);
  await sealAudit();
}

let file: string;
beforeEach(async () => {
  file = path.join(folder, crypto.randomUUID());
  await asSuperuser("DELETE FROM audit_entries");
  await append(10);
  await writeHead(file);
  await append(10);
  await writeHead(file);
  await append(10);
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.spyOn(performance, "now").mockImplementation(() => monotonic() + passed);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("heads that were kept outside fit a chain that only grew", async () => {
  expect(await checkHeads(file)).toEqual({ heads: 2, missing: undefined, proven: 20 });
});

test("the newest entries are taken away: the chain by itself holds, the heads don't", async () => {
  await asSuperuser("DELETE FROM audit_entries WHERE link > 15");
  expect(await walkChain()).toEqual({ links: 15, broken: undefined });
  expect(await checkHeads(file)).toMatchObject({ missing: { link: 20 }, proven: 10 });
  // Of several heads that are missing the earliest says since when, in whatever order they stand.
  await asSuperuser("DELETE FROM audit_entries WHERE link > 5");
  const [ten, twenty] = (await readFile(file, "utf8")).split("\n");
  await writeFile(file, [twenty, ten, twenty].join("\n"));
  expect(await checkHeads(file)).toMatchObject({ missing: { link: 10 }, proven: 0 });
});

test("an entry is changed and the chain laid anew: the chain by itself holds, the heads don't", async () => {
  await asSuperuser("UPDATE audit_entries SET detail = '{}' WHERE link = 14; UPDATE audit_entries SET link = NULL, hash = NULL");
  await sealAudit();
  expect((await walkChain()).broken).toBeUndefined();
  expect(await checkHeads(file)).toMatchObject({ missing: { link: 20 }, proven: 10 });
});

test("a file of many heads is held against the chain in pieces, and a line that is none is named", async () => {
  const line = (await readFile(file, "utf8")).split("\n")[0];
  await appendFile(file, `${line}\n`.repeat(1_200));
  expect(await checkHeads(file)).toMatchObject({ heads: 1_202, missing: undefined });
  await appendFile(file, '{"link": 3}\n');
  await expect(checkHeads(file)).rejects.toThrow("Line 1203 isn't a head");
});

const oneMore = () => query("INSERT INTO audit_entries (kind) VALUES ('refused')");
const monotonic = performance.now.bind(performance);
let passed = 0;
/** Meanwhile somebody sets this machine's clock back by hours. */
const aMinuteLater = () => {
  passed += 60_000;
  vi.setSystemTime(Date.now() - 6 * 3_600_000);
};
const headsKept = async () => (await readFile(kept, "utf8")).trim().split("\n").length;

test("the desk keeps its head outside by itself, once a minute where there is something new, for nobody else's eyes", async () => {
  await oneMore();
  await sealAndKeepHead();
  expect(await checkHeads(kept)).toEqual({ heads: 1, missing: undefined, proven: 31 });
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
  await oneMore();
  await sealAndKeepHead();
  expect(await headsKept()).toBe(1);
  for (const _ of ["the second entry", "nothing new"]) {
    aMinuteLater();
    await sealAndKeepHead();
    expect(await headsKept()).toBe(2);
  }
});

test("while the file can't be written the log is sealed on and the fault told; the head is kept as soon as it can be", async () => {
  await rm(kept);
  await mkdir(kept);
  aMinuteLater();
  logged.length = 0;
  await oneMore();
  await sealAndKeepHead();
  expect(await walkChain()).toEqual({ links: 31, broken: undefined });
  expect(logged.join()).toContain("audit head not kept");
  await rmdir(kept);
  aMinuteLater();
  await sealAndKeepHead();
  expect(await checkHeads(kept)).toMatchObject({ heads: 1, proven: 31 });
});
