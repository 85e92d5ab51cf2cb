import "server-only";
import { statfs } from "node:fs/promises";

import type { DiskHealth } from "@/lib/desk/health";

import { query } from "../db/client";
import { env } from "../env";

/** How much room is left: where the database's files lie if that is on this machine and may be known, else where the desk runs. */
export async function diskHealth(): Promise<DiskHealth | null> {
  const folder = await databaseFolder();
  return (folder ? await roomIn(folder, "database") : null) ?? roomIn(process.cwd(), "desk");
}

async function databaseFolder(): Promise<string | undefined> {
  if (!["localhost", "127.0.0.1", "[::1]"].includes(new URL(env().DATABASE_URL).hostname)) return undefined;
  // Told only to those who may read all settings; the others find no row.
  const [row] = await query<{ setting: string }>("SELECT setting FROM pg_settings WHERE name = 'data_directory'");
  return row?.setting;
}

async function roomIn(folder: string, of: DiskHealth["of"]): Promise<DiskHealth | null> {
  return statfs(folder).then(
    ({ bavail, blocks, bsize }) => ({ free: bavail * bsize, size: blocks * bsize, of }),
    () => null,
  );
}
