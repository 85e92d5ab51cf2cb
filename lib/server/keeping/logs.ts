import "server-only";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { KeptNow } from "@/lib/desk/keeping";

import { env } from "../env";

/** The files of the desk's log, which whoever started it keeps; none where its output goes elsewhere. */
export async function keptLogs(): Promise<readonly KeptNow[]> {
  const { DESK_LOG_FILE: file, DESK_KEEP_LOGS_DAYS: days } = env();
  if (file === undefined || days === undefined) return [];
  const there = await readdir(path.dirname(file)).catch(() => []);
  const names = there.filter((name) => name === path.basename(file) || name.startsWith(`${path.basename(file)}.`));
  const written = await Promise.all(names.map((name) => lastWritten(path.join(path.dirname(file), name))));
  const times = written.filter((time) => time !== undefined).sort();
  return [{ thing: "logs", days, count: times.length, oldest: times[0] ?? null, removed: null }];
}

/** Nothing for a file that went meanwhile. */
function lastWritten(file: string): Promise<string | undefined> {
  return stat(file).then(
    ({ mtime }) => mtime.toISOString(),
    () => undefined,
  );
}
