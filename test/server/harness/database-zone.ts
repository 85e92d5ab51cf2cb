import { closeDatabase, query } from "@/lib/server/db/client";

/** Has the database of this file reckon in another zone than UTC from now on, as one that somebody else has set up may. */
export async function moveDatabase(zone: string): Promise<void> {
  await query(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = %L', current_database(), '${zone}'); END $$`);
  await closeDatabase();
}
