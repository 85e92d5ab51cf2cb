import { rmSync } from "node:fs";
import path from "node:path";
import { startCluster, stopCluster } from "./postgres/cluster.mjs";
import { embeddedEngine } from "./postgres/engine.mjs";
import { reachableHome, serverOwner } from "./postgres/owner.mjs";

/**
 * The embedded PostgreSQL: the real server, out of the npm package of this platform, with its data under `home`. Works as an
 * ordinary user and as root, installs nothing, and listens on loopback only. `found` says that it ran before.
 */
export function startDatabase(project, { port, home = path.join(project, ".data"), settings } = {}) {
  return startCluster({ ...programs(project), data: databaseFolder(home), port, settings });
}

/** Removes the database of `home`, and stops its server if one outlived its desk. */
export function removeDatabase(project, home) {
  const data = databaseFolder(home);
  stopCluster({ ...programs(project), data });
  rmSync(data, { recursive: true, force: true });
}

/** Where the database of `home` keeps its files. */
export function databaseFolder(home) {
  return path.join(reachableHome(home, serverOwner()), "database");
}

function programs(project) {
  const owner = serverOwner();
  return { owner, bin: embeddedEngine(reachableHome(path.join(project, ".data"), owner)) };
}
