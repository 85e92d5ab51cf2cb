import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { checkBackup, loadBackup } from "../../../scripts/backup/load.mjs";
import { writeBackup } from "../../../scripts/backup/write.mjs";
import { migrationHashes } from "../../../scripts/migrate.mjs";
import { freshDatabase } from "../setup/fresh-database";
import { ask, backupFolder, contentOf, emptyDatabase, fill, headOf } from "./full-desk";

const { newFile, remove } = backupFolder();
let source: string;
let file: string;
beforeAll(async () => {
  source = await freshDatabase();
  await fill(source);
  file = newFile();
  await writeBackup(source, file);
});
afterAll(remove);

/** What packed bytes say, if they can be read. */
function unpacked(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes);
  } catch {
    return undefined;
  }
}

/** The backup with its text changed, packed anew. */
const rewritten = (change: (text: string) => string) => {
  const made = newFile();
  writeFileSync(made, gzipSync(Buffer.from(change(gunzipSync(readFileSync(file)).toString("latin1")), "latin1")));
  return made;
};

test("refuses a file of which any byte differs, unless it still says the same", async () => {
  const whole = readFileSync(file);
  const text = gunzipSync(whole);
  const wrong = newFile();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 10, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
      writeFileSync(wrong, bytes);
      // The last bits before the checksum are padding, and a repeat may point to another place with the same words.
      if (unpacked(bytes)?.equals(text)) await checkBackup(wrong);
      else await expect(checkBackup(wrong)).rejects.toThrow(/is damaged|is no backup/);
    }),
    { numRuns: 40 },
  );
});

test("refuses a file that ends early, wherever", async () => {
  const whole = readFileSync(file);
  const wrong = newFile();
  for (const length of [0, 5, 100, whole.length >> 1, whole.length - 9, whole.length - 1]) {
    writeFileSync(wrong, whole.subarray(0, length));
    await expect(checkBackup(wrong), String(length)).rejects.toThrow(/is damaged|is no backup/);
  }
  await expect(checkBackup(rewritten((text) => text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1)))).rejects.toThrow("ends too early");
});

test("refuses one whose rows were changed and packed anew", async () => {
  await expect(checkBackup(rewritten((text) => text.replace("signed-in", "signed-on")))).rejects.toThrow("audit_entries isn't what it was");
  await expect(
    checkBackup(rewritten((text) => text.replace(/"sequences":\[\{"name":"\w+","value":"\d+"/, '"sequences":[{"name":"x","value":"1"'))),
  ).rejects.toThrow("checksum");
  await expect(checkBackup(rewritten((text) => `${text}more\n`))).rejects.toThrow("after its end");
});

test("refuses what is no backup, or not of this desk, or of a newer one", async () => {
  const other = newFile();
  writeFileSync(other, "PGDMP");
  await expect(checkBackup(other)).rejects.toThrow("is no backup of Partner Desk");
  writeFileSync(other, gzipSync('{"format":"something"}\n'));
  await expect(checkBackup(other)).rejects.toThrow("is no backup of Partner Desk");
  await expect(checkBackup(newFile())).rejects.toThrow("There is no file");
  const { migrations } = headOf(file);
  const url = await freshDatabase();
  const backupWith = async (change: string) => {
    await ask(url, change);
    const made = newFile();
    // What it holds is right in itself; only this desk can't go on with it.
    await expect(writeBackup(url, made)).rejects.toThrow(/newer version|other tables/);
  };
  await backupWith("INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('from the future', 9999999999999)");
  await backupWith(
    "UPDATE drizzle.__drizzle_migrations SET hash = 'another' WHERE hash = (SELECT hash FROM drizzle.__drizzle_migrations ORDER BY created_at LIMIT 1)",
  );
  expect(migrations).toEqual(migrationHashes());
});

test("refuses a database that isn't empty", async () => {
  const before = await contentOf(source);
  await expect(loadBackup(file, source)).rejects.toThrow("isn't empty");
  expect(await contentOf(source)).toEqual(before);
});

test("takes no row where the tables don't take one", async () => {
  const url = await freshDatabase();
  await ask(url, "ALTER TABLE people DROP CONSTRAINT people_email_unique");
  await ask(url, "INSERT INTO people (email, name, role) SELECT 'twice@desk.example', '', 'admin' FROM generate_series(1, 2)");
  const backup = newFile();
  await writeBackup(url, backup);
  const target = await emptyDatabase();
  await expect(loadBackup(backup, target)).rejects.toThrow("people_email_unique");
  expect(await ask(target, "SELECT count(*)::int AS count FROM people")).toEqual([{ count: 0 }]);
});
