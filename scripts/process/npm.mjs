import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Installs what the lock file names, unless node_modules holds exactly that. Needs nothing but Node and its npm. */
export function ensureInstalled(project) {
  if (isInstalled(project)) return;
  console.log("Installing packages …");
  const viaNpm = process.env.npm_execpath?.endsWith(".js");
  const [command, ...first] = viaNpm ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const args = [...first, "ci", "--include=dev", "--include=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync(command, args, { cwd: project, stdio: "inherit", shell: !viaNpm && process.platform === "win32" });
  if (status !== 0) throw new Error("npm ci failed: see above.");
}

/** Whether the packages in node_modules are those of the lock file; optional ones may be missing (other platforms' programs). */
export function isInstalled(project) {
  const record = path.join(project, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const { packages: installed } = JSON.parse(readFileSync(record, "utf8"));
  const { packages: locked } = JSON.parse(readFileSync(path.join(project, "package-lock.json"), "utf8"));
  const wanted = Object.entries(locked).filter(([where]) => where !== "");
  const same = (where, entry) =>
    installed[where] === undefined ? entry.optional === true : installed[where].version === entry.version && installed[where].integrity === entry.integrity;
  return wanted.every(([where, entry]) => same(where, entry)) && Object.keys(installed).every((where) => where in locked);
}
