import path from "node:path";
import { parseArgs } from "node:util";
import { loadEnvFile } from "./desk/env-file.mjs";
import { deskOf } from "./desk/which.mjs";
import { ensureInstalled } from "./process/npm.mjs";

const project = path.resolve(import.meta.dirname, "..");
const usage = `Puts a backup back, while no desk runs:
  npm run restore -- FILE              where there are no data yet
  npm run restore -- FILE --replace    in the place of the embedded database, which is kept beside it
  npm run restore -- FILE --check      only says what is in the file, and whether it is whole
With DATABASE_URL it goes into that database, which must be empty.`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: "boolean" }, check: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help || positionals.length !== 1) console.log(usage);
  else await restore(path.resolve(positionals[0]), values);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function restore(file, { replace = false, check = false }) {
  ensureInstalled(project);
  loadEnvFile(project);
  const { checkBackup } = await import("./backup/load.mjs");
  const { restoreEmbedded, restoreTo } = await import("./backup/restore.mjs");
  const { madeAt, rows, tables } = await checkBackup(file);
  console.log(`A backup of ${madeAt}: ${rows.toLocaleString("en")} rows of ${tables.length} tables.`);
  if (check) return;
  const url = process.env.DATABASE_URL;
  if (url && replace) throw new Error("--replace deletes nothing in a database of yours: make an empty one, and set DATABASE_URL to it.");
  const kept = url ? await restoreTo(url, file) : await restoreEmbedded(project, deskOf(project).home, file, replace);
  console.log(`It is back. Everybody signs in anew.${kept ? `\nWhat was there before is kept in ${kept}; delete it when you need it no longer.` : ""}`);
}
