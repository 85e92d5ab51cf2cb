import path from "node:path";
import type { TestProject } from "vitest/node";

import { migrate } from "../../../scripts/migrate.mjs";
import { createDatabase, startScratchServer } from "../../../scripts/postgres/scratch.mjs";

declare module "vitest" {
  interface ProvidedContext {
    readonly serverUrl: string;
    readonly templateUrl: string;
  }
}

/** One PostgreSQL for all database suites (embedded, or at TEST_DATABASE_URL), with one migrated database that each file copies. */
export default async function prepareDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = await startScratchServer(path.resolve(import.meta.dirname, "../../.."));
  const template = await createDatabase(server.url);
  await migrate(template.url);
  project.provide("serverUrl", server.url);
  project.provide("templateUrl", template.url);
  return async () => {
    // A server of this run's own goes with all that is in it.
    if (process.env.TEST_DATABASE_URL) await template.drop();
    server.stop();
  };
}
