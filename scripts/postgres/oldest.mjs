import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { databaseFolder } from "../database.mjs";
import { installFromDebian } from "../testing/debian.mjs";
import { startCluster, stopCluster } from "./cluster.mjs";
import { serverOwner } from "./owner.mjs";
import { forgetful, scratchHome } from "./scratch.mjs";

const debian = "/usr/lib/postgresql/15/bin";

/** A PostgreSQL 15 on loopback, with its data in a folder that `stop` removes: Debian's, installed if missing, or the one whose programs are in POSTGRES_BIN. */
export async function startOldestServer() {
  const bin = findPrograms();
  const home = scratchHome(true);
  const data = databaseFolder(home);
  const owner = serverOwner();
  const server = await startCluster({ bin, data, owner, settings: forgetful });
  const stop = () => {
    stopCluster({ bin, data, owner, mode: "immediate" });
    for (const folder of [data, home]) rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, version: spawnSync(path.join(bin, "postgres"), ["--version"], { encoding: "utf8" }).stdout.trim(), stop };
}

function findPrograms() {
  const given = process.env.POSTGRES_BIN;
  if (given) return given;
  if (existsSync(debian) || (installFromDebian("postgresql-15") && existsSync(debian))) return debian;
  throw new Error("This needs a PostgreSQL 15: install it (Debian: apt-get install postgresql-15), or set POSTGRES_BIN to the folder of its programs.");
}
