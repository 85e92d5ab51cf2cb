import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where it is noted that the embedded database of `home` was moved away. */
export function movedNote(home) {
  return path.join(home, "moved.json");
}

/** Throws where the data were moved: a desk that went on with the old ones would soon hold others than the new one. */
export function refuseMoved(home) {
  if (!existsSync(movedNote(home))) return;
  const { at, host } = JSON.parse(readFileSync(movedNote(home), "utf8"));
  throw new Error(
    `The data of this desk were moved to the PostgreSQL at ${host} (${at}): set DATABASE_URL. To go back to the old ones, delete ${movedNote(home)}.`,
  );
}
