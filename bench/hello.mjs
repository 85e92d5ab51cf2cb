import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { freePort } from "../scripts/process/free-port.mjs";
import { answers, startService } from "../scripts/process/service.mjs";

/** Builds the hello-world app with the desk's own Next.js, in the same mode, and starts it. */
export async function startHello(project) {
  const folder = path.join(project, "bench/hello");
  build(project, folder);
  const program = path.join(folder, ".next/standalone/bench/hello/server.js");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const service = startService({
    name: "The hello-world app",
    args: [program],
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port), HOSTNAME: "127.0.0.1" },
    log: path.join(folder, ".next/hello.log"),
  });
  await answers(`http://127.0.0.1:${port}/api/hello`, service);
  return { url, program, pid: service.pid, stop: service.stop };
}

function build(project, folder) {
  rmSync(path.join(folder, ".next"), { recursive: true, force: true });
  const args = [path.join(project, "node_modules/next/dist/bin/next"), "build"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The hello-world app could not be built:\n${stdout}${stderr}`);
  cpSync(path.join(folder, ".next/static"), path.join(folder, ".next/standalone/bench/hello/.next/static"), { recursive: true });
}
