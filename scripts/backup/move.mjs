import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { databaseFolder, startDatabase } from "../database.mjs";
import { movedNote } from "../desk/moved.mjs";
import { openDeskIn } from "../desk/one-at-a-time.mjs";
import { migrate } from "../migrate.mjs";
import { loadBackup, requireEmpty } from "./load.mjs";
import { countRows } from "./tables.mjs";
import { withClient } from "./with-client.mjs";
import { writeBackup } from "./write.mjs";

/** Moves the embedded database of `home` to the empty one at `to`: copied whole, counted on both sides, and only then is the old one out of use. */
export async function moveTo(project, home, to) {
  if (process.env.DATABASE_URL)
    throw new Error("This desk is on a PostgreSQL already (DATABASE_URL). Move that with PostgreSQL's own tools: see docs/backups.md.");
  const open = await openDeskIn(home);
  if (open) throw new Error(`A desk with these data is open at ${open}: stop it first.`);
  if (!existsSync(databaseFolder(home))) throw new Error("There is no embedded database to move.");
  await requireEmpty(to);
  const folder = mkdtempSync(path.join(home, "moving-"));
  const database = await startDatabase(project, { home });
  try {
    await migrate(database.url);
    const file = path.join(folder, "all.backup");
    await writeBackup(database.url, file);
    await loadBackup(file, to);
    const [before, after] = await Promise.all([database.url, to].map((url) => withClient(url, countRows)));
    if (JSON.stringify(before) !== JSON.stringify(after))
      throw new Error("The counts of both databases differ. The desk stays where it was; empty the other database and try again.");
    writeFileSync(movedNote(home), JSON.stringify({ at: new Date().toISOString(), host: new URL(to).host }));
    return { rows: before.reduce((sum, { rows }) => sum + rows, 0), tables: before.length };
  } finally {
    database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
