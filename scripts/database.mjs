import { rmSync } from "node:fs";
import path from "node:path";
import { isClusterRunning, startCluster, stopCluster } from "./postgres/cluster.mjs";
import { embeddedEngine } from "./postgres/engine.mjs";
import { reachableHome, serverOwner } from "./postgres/owner.mjs";

/**
 * The embedded PostgreSQL: the real server, out of the npm package of this platform, with its data under `home`. Works as an
 * ordinary user and as root, installs nothing, and listens on loopback only. `found` says that it ran before.
 */
export function startDatabase(project, { port, home = path.join(project, ".data"), settings } = {}) {
  return startCluster({ ...programs(project), data: databaseFolder(home), port, settings });
}

/**
 * Looks after a database that was started: one that ended without being asked to (it was killed, or its disk was full and has room again) is started
 * at the same port. `stop` ends only the looking.
 */
export function keepDatabase(project, { url, home, every = 2_000 }) {
  const data = databaseFolder(home);
  const port = Number(new URL(url).port);
  const look = setInterval(() => {
    // As long as there is no room it can't start; it is tried again.
    if (!isClusterRunning({ data })) startDatabase(project, { home, port }).catch(() => undefined);
  }, every);
  return { stop: () => clearInterval(look) };
}

/** The same on another folder than the database's own: for one that is to take its place. */
export function startDatabaseIn(project, data) {
  return startCluster({ ...programs(project), data });
}

/** Stops the server that runs on this folder, if one does. */
export function stopDatabaseIn(project, data) {
  stopCluster({ ...programs(project), data });
}

/** Removes the database of `home`, and stops its server if one outlived its desk. */
export function removeDatabase(project, home) {
  const data = databaseFolder(home);
  stopCluster({ ...programs(project), data, mode: "immediate" });
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
