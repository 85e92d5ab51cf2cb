import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const folders = ["app", "components", "lib", "public"];
const files = /^(package-lock\.json|tsconfig\.json|(next|postcss|tailwind)\.config\.\w+|proxy\.ts|instrumentation(-client)?\.ts)$/;

/** The production build of these sources, made only when they changed since. Answers the file to run. */
export async function ensureBuilt(project, signal) {
  const server = path.join(project, ".next/standalone/server.js");
  const stamp = path.join(project, ".next/standalone/sources.sha256");
  const sources = fingerprint(project);
  if (existsSync(server) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return server;
  await build(project, signal);
  const standalone = path.dirname(server);
  cpSync(path.join(project, ".next/static"), path.join(standalone, ".next/static"), { recursive: true });
  if (existsSync(path.join(project, "public"))) cpSync(path.join(project, "public"), path.join(standalone, "public"), { recursive: true });
  // Next.js copies .env beside the server, where it would outlive the file and leak into desks with other settings.
  for (const name of readdirSync(standalone)) if (name.startsWith(".env")) rmSync(path.join(standalone, name));
  writeFileSync(stamp, sources);
  return server;
}

async function build(project, signal) {
  console.log("Building the desk (up to a minute, only after a change) …");
  rmSync(path.join(project, ".next/standalone"), { recursive: true, force: true });
  const next = path.join(project, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [next, "build"], { cwd: project, env, stdio: ["ignore", "pipe", "pipe"], signal });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const code = await new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
  if (code !== 0) throw new Error(`next build failed:\n${Buffer.concat(output).toString("utf8")}`);
}

/** What the build is made of, in 64 characters. */
function fingerprint(project) {
  const hash = createHash("sha256").update(process.versions.modules);
  for (const name of readdirSync(project).sort()) {
    if (files.test(name)) hash.update(name).update(readFileSync(path.join(project, name)));
    else if (folders.includes(name)) addFolder(hash, path.join(project, name));
  }
  return hash.digest("hex");
}

function addFolder(hash, folder) {
  for (const name of readdirSync(folder).sort()) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) addFolder(hash, file);
    else hash.update(file).update(readFileSync(file));
  }
}
