import { chmodSync, rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";

import { timeScale } from "../../bench/foundation/island.mjs";
import { ensureBuilt } from "../../scripts/desk/build.mjs";
import { scratchHome } from "../../scripts/postgres/scratch.mjs";
import { fillHome } from "../../scripts/stack.mjs";

declare module "vitest" {
  interface ProvidedContext {
    readonly filledHome: string;
  }
}

/** Before files that start desks side by side: one of them would have to build it, and each to fill its own. */
export async function setup(vitest: TestProject): Promise<() => void> {
  const project = path.resolve(import.meta.dirname, "../..");
  const home = scratchHome(true);
  chmodSync(home, 0o755);
  await Promise.all([ensureBuilt(project), fillHome({ project, home, timeScale })]);
  vitest.provide("filledHome", home);
  return () => rmSync(home, { recursive: true, force: true });
}
