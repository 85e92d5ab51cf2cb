import path from "node:path";
import { parseArgs } from "node:util";
import { loadEnvFile } from "./desk/env-file.mjs";
import { deskOf } from "./desk/which.mjs";
import { ensureInstalled } from "./process/npm.mjs";

const project = path.resolve(import.meta.dirname, "..");
const usage = `Writes all that the desk's database holds to one file, also while the desk runs:
  npm run backup                 into .data/backups, with a key of Klarna's into .data/own/backups; named by the time
  npm run backup -- FILE         to a file that isn't there yet
The keys that seal what is in it are not in it: keep a copy of them apart (see docs/backups.md).`;

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: "boolean" } } });
  if (values.help || positionals.length > 1) console.log(usage);
  else await backup(positionals[0]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function backup(given) {
  ensureInstalled(project);
  loadEnvFile(project);
  const { mkdirSync } = await import("node:fs");
  const { withDeskDatabase } = await import("./backup/desk-database.mjs");
  const { writeBackup } = await import("./backup/write.mjs");
  const { home } = deskOf(project);
  const file = path.resolve(
    given ?? path.join(home, "backups", `partner-desk-${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-")}.backup`),
  );
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const { tables, rows, postgres } = await withDeskDatabase(project, home, (url) => writeBackup(url, file));
  console.log(`${file}\n${rows.toLocaleString("en")} rows of ${tables.length} tables, from PostgreSQL ${postgres}. It was read again, and is whole.`);
}
