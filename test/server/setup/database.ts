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

/** One PostgreSQL for all database suites (embedded, or at TEST_DATABASE_URL), with one migrated database that each file copies. They go with the server. */
export default async function prepareDatabase(project: TestProject): Promise<() => void> {
  const server = await startScratchServer(path.resolve(import.meta.dirname, "../../.."), { inMemory: true });
  const template = await createDatabase(server.url);
  await migrate(template.url);
  project.provide("serverUrl", server.url);
  project.provide("templateUrl", template.url);
  return server.stop;
}
