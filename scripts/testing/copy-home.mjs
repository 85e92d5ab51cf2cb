import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { databaseFolder } from "../database.mjs";

/** Begins a home with what another was filled with: its secrets and its emulator's state. */
export function copyHome(filled, home) {
  for (const part of ["secrets.json", "emulator"]) cpSync(path.join(filled, part), path.join(home, part), { recursive: true });
}

/** The same with its embedded database, on which no server may run now. Its files stay their owner's. */
export function copyWholeHome(filled, home) {
  copyHome(filled, home);
  execFileSync("cp", ["-a", databaseFolder(filled), databaseFolder(home)]);
}
