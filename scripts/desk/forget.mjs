import { rmSync } from "node:fs";
import path from "node:path";

import { removeDatabase } from "../database.mjs";
import { movedNote } from "./moved.mjs";
import { openDeskIn } from "./one-at-a-time.mjs";

/** Deletes what a demo wrote into `home`, also that its data were moved away, and keeps the database's programs. Throws while a desk has it open, and for a database elsewhere. */
export async function forget({ project, home, databaseUrl }) {
  if (databaseUrl) throw new Error("--fresh deletes nothing in a database of yours: empty it yourself, or unset DATABASE_URL.");
  const open = await openDeskIn(home);
  if (open) throw new Error(`A desk with this data is open at ${open}: stop it first.`);
  removeDatabase(project, home);
  for (const written of [path.join(home, "emulator"), path.join(home, "logs"), path.join(home, "secrets.json"), movedNote(home)])
    rmSync(written, { recursive: true, force: true });
}
