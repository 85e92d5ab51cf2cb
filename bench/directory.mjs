import path from "node:path";
import { migrate } from "../scripts/migrate.mjs";
import { createDatabase, startScratchServer } from "../scripts/postgres/scratch.mjs";
import { ratioFigure } from "./figure.mjs";
import { inProcess } from "./in-process.mjs";

const project = path.resolve(import.meta.dirname, "..");
const merchants = 100_000;

/**
 * A directory of 100,000 merchants in a database of its own: what typing costs against a plain query by trigrams (`similarity` over the same table, with
 * and without an index of its own on the name), the last page against the first, and the memory of a download against that of a tenth of it.
 */
export async function directory() {
  const server = await startScratchServer(project);
  const database = await createDatabase(server.url);
  try {
    await migrate(database.url);
    const ask = (...what) => inProcess("directory", database.url, what);
    ask("plant", String(merchants));
    const { ours, indexed, plain } = ask("search");
    const pages = Object.entries(ask("pages"));
    const [whole, part] = [ask("export", "whole"), ask("export", "part")];
    return [
      ratioFigure({ name: "directory.search.p95", ours: ours.p95, yardstick: plain.p95, unit: "ms", most: 0.7 }),
      ratioFigure({ name: "directory.search.indexed.p95", ours: ours.p95, yardstick: indexed.p95, unit: "ms", most: 0.7 }),
      ...pages.map(([sort, { first, deepest }]) => ratioFigure({ name: `directory.deepest.${sort}`, ours: deepest, yardstick: first, unit: "ms", most: 1.5 })),
      ratioFigure({ name: "directory.export.memory", ours: whole.megabytes, yardstick: part.megabytes, unit: "MB", most: 1.25 }),
    ];
  } finally {
    await database.drop();
    server.stop();
  }
}
