import path from "node:path";

import { ensureBuilt } from "../../../scripts/desk/build.mjs";

/** What the whole stacks run, built once before the first of them starts. */
export async function setup(): Promise<void> {
  await ensureBuilt(path.resolve(import.meta.dirname, "../../.."));
}
