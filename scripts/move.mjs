import path from "node:path";
import { parseArgs } from "node:util";
import { loadEnvFile } from "./desk/env-file.mjs";
import { deskOf } from "./desk/which.mjs";
import { ensureInstalled } from "./process/npm.mjs";

const project = path.resolve(import.meta.dirname, "..");
const usage = `Moves the desk from its embedded database to a PostgreSQL (15 or newer) of your own, while no desk runs:
  npm run move -- --to postgres://user:password@host:5432/name     that database must be empty`;

try {
  const { values } = parseArgs({ options: { to: { type: "string" }, help: { type: "boolean" } } });
  if (values.help || !values.to) console.log(usage);
  else await move(values.to);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function move(to) {
  ensureInstalled(project);
  loadEnvFile(project);
  const { moveTo } = await import("./backup/move.mjs");
  const { home } = deskOf(project);
  const { rows, tables } = await moveTo(project, home, to);
  console.log(`${rows.toLocaleString("en")} rows of ${tables} tables were moved, and counted again where they are now.

Before the next start, set in .env or the environment:
  DATABASE_URL            the address that you have just given
  DESK_DATA_KEY           dataKey in ${path.join(home, "secrets.json")}: without it nothing that is sealed can be read
  DESK_SIGN_IN_SECRET     signInSecret there: with another one everybody signs in anew
The embedded database stays as it was, and the desk doesn't start on it any more; delete ${path.join(home, "moved.json")} to go back to it.`);
}
