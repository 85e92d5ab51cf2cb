import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Installs Debian packages if this is root on Debian, and says whether it could; elsewhere such packages have other names, or are none. */
export function installFromDebian(...packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get") || !/^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"))) return false;
  console.log(`Installing ${packages.join(" and ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  return apt("update") && apt("install", "-y", "--no-install-recommends", ...packages);
}
