import path from "node:path";
import { startCluster } from "./postgres/cluster.mjs";
import { embeddedEngine } from "./postgres/engine.mjs";
import { reachableHome, serverOwner } from "./postgres/owner.mjs";

/**
 * The embedded PostgreSQL: the real server, out of the npm package of this platform, with its data under `home`. Works as an
 * ordinary user and as root, installs nothing, and listens on loopback only. `found` says that it ran before.
 */
export function startDatabase(project, { port, home = path.join(project, ".data"), settings } = {}) {
  const owner = serverOwner();
  const bin = embeddedEngine(reachableHome(path.join(project, ".data"), owner));
  return startCluster({ bin, data: databaseFolder(home), owner, port, settings });
}

/** Where the database of `home` keeps its files. */
export function databaseFolder(home) {
  return path.join(reachableHome(home, serverOwner()), "database");
}
