import path from "node:path";
import { loadEnvFile } from "./desk/env-file.mjs";
import { deskOf } from "./desk/which.mjs";
import { ensureInstalled } from "./process/npm.mjs";
import { untilStopped } from "./process/until-stopped.mjs";

const project = path.resolve(import.meta.dirname, "..");

await untilStopped(async () => {
  ensureInstalled(project);
  loadEnvFile(project);
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl)
    throw new Error("A worker shares the desk's PostgreSQL: set DATABASE_URL (see .env.example). Without one the desk does its background work itself.");
  const { migrate } = await import("./migrate.mjs");
  const { localSecrets } = await import("./desk/secrets.mjs");
  const { ownSettings } = await import("./desk/settings.mjs");
  const { startService } = await import("./process/service.mjs");
  await migrate(databaseUrl);
  const secrets = localSecrets(path.join(deskOf(project).home, "secrets.json"));
  const settings = ownSettings({ databaseUrl, deskUrl: "http://localhost:3000", secrets });
  const worker = startService({
    name: "The worker",
    args: ["--import", "tsx", "--conditions=react-server", "scripts/worker.ts"],
    env: { ...settings, DESK_WORKER: "on" },
    cwd: project,
    patience: 80_000,
  });
  console.log("Working. Ctrl-C stops it, after what has begun has ended.");
  return worker;
});
