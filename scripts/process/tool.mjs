import { spawn } from "node:child_process";
import path from "node:path";

/** Runs a program of node_modules; answers what it printed if it failed, else nothing. */
export function runTool(project, file, ...args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: process.stdout.isTTY ? "1" : "0" };
  const child = spawn(process.execPath, [path.join(project, "node_modules", file), ...args], { cwd: project, env, stdio: ["ignore", "pipe", "pipe"] });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  return new Promise((resolve) => child.once("close", (code) => resolve(code === 0 ? "" : Buffer.concat(output).toString("utf8") || `exit ${code}`)));
}
