import { inject } from "vitest";

import { createDatabase } from "../../../scripts/postgres/scratch.mjs";

/** The address of a migrated, empty database that nobody else uses. It goes when the run ends. */
export async function freshDatabase(): Promise<string> {
  return (await createDatabase(inject("serverUrl"), inject("templateUrl"))).url;
}
