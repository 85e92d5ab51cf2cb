import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { forget } from "../../scripts/desk/forget.mjs";
import { movedNote, refuseMoved } from "../../scripts/desk/moved.mjs";

const project = path.resolve(import.meta.dirname, "../..");
const home = mkdtempSync(path.join(tmpdir(), "desk-forget-"));
afterAll(() => rmSync(home, { recursive: true }));

test("a demo that begins anew has forgotten what was written, also that its data were moved away: it starts on its own database again", async () => {
  mkdirSync(path.join(home, "emulator"));
  mkdirSync(path.join(home, "postgres-18"));
  for (const file of ["emulator/state.json", "secrets.json"]) writeFileSync(path.join(home, file), "{}");
  writeFileSync(movedNote(home), JSON.stringify({ at: "2026-11-26T12:00:00Z", host: "db.example:5432" }));
  expect(() => refuseMoved(home)).toThrow(/were moved/);
  await forget({ project, home, databaseUrl: undefined });
  expect(() => refuseMoved(home)).not.toThrow();
  expect(["emulator", "secrets.json", "postgres-18"].map((name) => existsSync(path.join(home, name)))).toEqual([false, false, true]);
});

test("a database elsewhere is nobody's to empty", async () => {
  await expect(forget({ project, home, databaseUrl: "postgres://desk@db.example/desk" })).rejects.toThrow(/deletes nothing in a database of yours/);
});
