// Runs a TypeScript file with the desk's own settings and database: node scripts/inside.mjs scripts/user.ts add …
import { spawnSync } from "node:child_process";
import path from "node:path";
import { loadEnvFile } from "./desk/env-file.mjs";
import { deskOf } from "./desk/which.mjs";
import { ensureInstalled } from "./process/npm.mjs";

const project = path.resolve(import.meta.dirname, "..");

ensureInstalled(project);
loadEnvFile(project);
const { startDatabase } = await import("./database.mjs");
const { migrate } = await import("./migrate.mjs");
const { localSecrets } = await import("./desk/secrets.mjs");
const { emulatedSettings, ownSettings } = await import("./desk/settings.mjs");
const { refuseMoved } = await import("./desk/moved.mjs");
const { emulatorIn, openDeskIn } = await import("./desk/one-at-a-time.mjs");

const { klarna, home } = deskOf(project);
const given = process.env.DATABASE_URL;
if (!given) refuseMoved(home);
// A desk that is open goes on with its database; one that isn't lends it for the moment.
const database = given ? { url: given, found: true } : await startDatabase(project, { home });
try {
  await migrate(database.url);
  const deskUrl = (await openDeskIn(home)) ?? "http://localhost:3000";
  const settings = { databaseUrl: database.url, deskUrl, emulatorUrl: emulatorIn(home), secrets: localSecrets(path.join(home, "secrets.json")) };
  const env = klarna === "own" ? ownSettings(settings) : emulatedSettings(settings);
  const args = ["--import", "tsx", "--conditions=react-server", ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { cwd: project, env, stdio: "inherit" }).status ?? 1;
} finally {
  if (!database.found) database.stop();
}
