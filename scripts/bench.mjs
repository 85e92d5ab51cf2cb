import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./process/npm.mjs";

const project = path.resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });

ensureInstalled(project);
const { benches } = await import("../bench/benches.mjs");
const { makeStage } = await import("../bench/stage.mjs");
const { table } = await import("../bench/table.mjs");

/** Whether a figure was asked for: by the start of its name, or not at all. */
const asked = (name) => positionals.length === 0 || positionals.some((start) => name.startsWith(start));
/** Whether a bench may hold such a figure: figures' names begin with their bench's. */
const wanted = benches.filter(([names]) => names.some((name) => asked(name) || positionals.some((start) => start.startsWith(name))));
if (wanted.length === 0) throw new Error(`No bench begins so. There are ${benches.flatMap(([names]) => names).join(", ")}.`);

const stage = makeStage(project);
const figures = [];
try {
  for (const [, bench] of wanted) figures.push(...(await bench(stage)).filter(({ name }) => asked(name)));
} finally {
  // Also when a later bench has failed: some take a quarter of an hour.
  console.log(table(figures));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  await stage.clear();
}
