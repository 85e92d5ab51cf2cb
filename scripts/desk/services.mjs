import path from "node:path";
import { usualLogDays } from "../process/log-file.mjs";
import { startService } from "../process/service.mjs";
import { emulatorKeys, signingKey } from "./settings.mjs";

// However fast time runs: long enough to be seen before it is over.
const setupSeconds = 3;
// The desk answers first what it has asked of Klarna, and ends by itself after 75 s.
const toEnd = 80_000;

/** Klarna, played by the emulator, its state under `home`, its webhooks for the desk. */
export function startEmulator({ project, home, mode, timeScale, secrets, deskPort, emulatorPort }) {
  const options = { port: emulatorPort, data: path.join(home, "emulator"), seed: 1, "time-scale": timeScale, "setup-delay": (setupSeconds * 1000) / timeScale };
  const webhooks = ["test", "live"].map((environment) => `--webhook=${environment}=http://127.0.0.1:${deskPort}/api/webhooks/klarna/${environment}`);
  const keys = Object.values(emulatorKeys).map((key) => `--api-key=${key}`);
  const flags = [...Object.entries(options).map(([name, value]) => `--${name}=${value}`), ...webhooks, ...keys, `--signing-key=${signingKey(secrets)}`];
  const args = ["--import", "tsx", "emulator/main.ts", ...flags];
  return startService({ name: "The emulator", args, cwd: project, env: process.env, log: logFile(home, mode, "emulator") });
}

/** What Node.js is told to run the built desk. */
export function builtDesk(project, program) {
  return ["--require", path.join(project, "scripts/desk/code-cache.cjs"), program];
}

/** The desk: `program` is the production build's server, or Next.js itself in development. It is told of its log, which is kept for it here. */
export function startDesk({ project, home, mode, deskPort, program, env }) {
  const log = logFile(home, mode, "desk");
  const logDays = env.DESK_KEEP_LOGS_DAYS || String(usualLogDays);
  const common = { name: "The desk", patience: toEnd, log, logDays: Number(logDays) };
  const quiet = { ...env, NEXT_TELEMETRY_DISABLED: "1", DESK_KEEP_LOGS_DAYS: logDays, DESK_LOG_FILE: log ?? "" };
  if (mode === "production")
    return startService({
      ...common,
      args: builtDesk(project, program),
      cwd: path.dirname(program),
      env: { ...quiet, NODE_ENV: "production", PORT: String(deskPort), HOSTNAME: "127.0.0.1" },
    });
  return startService({ ...common, args: [program, "dev", "--port", String(deskPort), "--hostname", "127.0.0.1"], cwd: project, env: quiet });
}

/** Who develops watches the output; who uses the desk finds it in files. */
function logFile(home, mode, name) {
  return mode === "production" ? path.join(home, "logs", `${name}.log`) : undefined;
}
