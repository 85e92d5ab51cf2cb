import path from "node:path";

import { ensureBuilt } from "../../scripts/desk/build.mjs";

/** Before files that start desks side by side: only one of them could build it. */
export async function setup(): Promise<void> {
  await ensureBuilt(path.resolve(import.meta.dirname, "../.."));
}
