import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Whom the server runs as, as `spawn` options: PostgreSQL refuses to be root, so root hands it to `nobody`. */
export function serverOwner() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout);
  return { uid: id("-u"), gid: id("-g") };
}

/**
 * A folder that the owner can reach: `home` itself, or, where a folder above it is closed to `nobody` (a checkout in /root),
 * one under /var/tmp whose name `home` remembers. Whoever deletes `home` begins anew.
 */
export function reachableHome(home, owner) {
  mkdirSync(home, { recursive: true });
  if (owner.uid === undefined) return home;
  // It holds nothing but the desk's data, and each secret in it is closed by itself.
  chmodSync(home, 0o755);
  if (canEnter(home, owner)) return home;
  const pointer = path.join(home, "database-home");
  const remembered = existsSync(pointer) ? readFileSync(pointer, "utf8") : "";
  if (remembered && isOurs(remembered)) return remembered;
  const outside = mkdtempSync("/var/tmp/partner-desk-");
  chmodSync(outside, 0o755);
  writeFileSync(pointer, outside);
  return outside;
}

function canEnter(folder, owner) {
  return spawnSync("test", ["-x", folder], { ...owner, cwd: "/" }).status === 0;
}

/** /var/tmp belongs to everybody: a folder there is ours only if we made it. */
function isOurs(folder) {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid();
}
