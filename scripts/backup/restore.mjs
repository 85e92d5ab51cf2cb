import { existsSync, renameSync, rmSync } from "node:fs";
import { databaseFolder, startDatabaseIn, stopDatabaseIn } from "../database.mjs";
import { openDeskIn } from "../desk/one-at-a-time.mjs";
import { loadBackup } from "./load.mjs";

/** Puts a backup into an empty database of somebody's own. */
export async function restoreTo(url, file) {
  await loadBackup(file, url, afterRestoring);
}

/**
 * Puts a backup into the embedded database of `home`. It is made beside the one that is there and takes its place when it is whole, so a
 * restore that fails changes nothing. Answers where the replaced one is kept.
 */
export async function restoreEmbedded(project, home, file, replace) {
  const open = await openDeskIn(home);
  if (open) throw new Error(`A desk with these data is open at ${open}: stop it first.`);
  const folder = databaseFolder(home);
  if (existsSync(folder) && !replace) throw new Error("There are data already. To put the backup in their place, say --replace: they are kept beside it.");
  const fresh = `${folder}.restoring`;
  stopDatabaseIn(project, fresh);
  rmSync(fresh, { recursive: true, force: true });
  try {
    const server = await startDatabaseIn(project, fresh);
    try {
      await loadBackup(file, server.url, afterRestoring);
    } finally {
      server.stop();
    }
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  const kept = existsSync(folder) ? `${folder}.replaced-${Date.now()}` : undefined;
  stopDatabaseIn(project, folder);
  if (kept) renameSync(folder, kept);
  renameSync(fresh, folder);
  return kept;
}

/**
 * What has ended since the backup must not begin again: sessions, links to set a password; runs, which somebody may have cancelled, and changes without a clear outcome,
 * which a later one may have followed: these wait for a person. That it was restored is written down. An old backup hasn't all of it.
 */
async function afterRestoring(client) {
  await client.query("UPDATE sessions SET ended_at = now(), end_reason = 'restored' WHERE ended_at IS NULL");
  await client.query("UPDATE one_time_links SET used_at = now() WHERE used_at IS NULL");
  const { rows } = await client.query("SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'");
  const has = (column) => rows.some(({ name }) => name === column);
  if (has("runs.paused_at"))
    await client.query("UPDATE runs SET paused_at = now() WHERE finished_at IS NULL AND cancelled_at IS NULL AND stopped IS NULL AND paused_at IS NULL");
  // Not repeated, but looked at, where that can tell.
  const looked = has("operations.next_look_at") ? ", next_look_at = coalesce(next_look_at, now())" : "";
  await client.query(`UPDATE operations SET state = 'unknown', next_try_at = NULL${looked} WHERE state IN ('sent', 'unknown')`);
  await client.query("INSERT INTO audit_entries (kind, detail) SELECT 'database-restored', jsonb_build_object('entries', count(*)) FROM audit_entries");
}
