import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startService } from "../scripts/process/service.mjs";

/** A worker of its own beside a desk whose files are under `home`; answers once it has started. */
export async function startWorker({ project, env, home }) {
  const log = path.join(home, "logs/worker.log");
  const args = ["--import", "tsx", "--conditions=react-server", "scripts/worker.ts"];
  const worker = startService({ name: "The worker", args, env: { ...env, DESK_WORKER: "on" }, cwd: project, log });
  while (!readFileSync(log, "utf8").includes("desk started")) await sleep(50);
  return worker;
}
