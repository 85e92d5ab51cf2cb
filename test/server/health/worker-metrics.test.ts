import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { afterEach, expect, test } from "vitest";

import { freePort, someoneAnswers } from "../../../scripts/process/free-port.mjs";
import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

const project = path.resolve(import.meta.dirname, "../../..");
let worker: ChildProcess | undefined;
afterEach(() => {
  worker?.kill("SIGKILL");
});

test("a worker tells its metrics on a port of its own, and leaves the desk's to the desk", async () => {
  const [desk, own] = [await freePort(), await freePort()];
  const args = ["--import", "tsx", "--conditions=react-server", "scripts/worker.ts"];
  const env = { ...process.env, DESK_WORKER: "on", DESK_METRICS_PORT: String(desk), DESK_WORKER_METRICS_PORT: String(own) };
  worker = spawn(process.execPath, args, { cwd: project, env, stdio: "ignore" });
  const told = () =>
    fetch(`http://127.0.0.1:${own}/metrics`).then(
      (answer) => answer.text(),
      () => "nobody is there yet",
    );
  await expect.poll(told, { timeout: 60_000 }).toContain("desk_klarna_breaker_open");
  expect(await someoneAnswers(desk)).toBe(false);
});
