import { migrate } from "../../scripts/migrate.mjs";
import { createDatabase, startScratchServer } from "../../scripts/postgres/scratch.mjs";
import { ratioFigure } from "../figure.mjs";
import { inProcess } from "../in-process.mjs";

/** The last page of ten million transactions against the first. They come as one report of more than 3 GB that is never a file. */
export async function deepest({ project }) {
  const server = await startScratchServer(project);
  const database = await createDatabase(server.url);
  try {
    await migrate(database.url);
    const { seconds, peak } = inProcess("settlements", database.url, ["load-generated", "", process.env.LEDGER_ROWS ?? "10000000"]);
    console.log(`Loaded in ${Math.round(seconds)} s with at most ${Math.round(peak)} MB of memory.`);
    const { first, deepest } = inProcess("settlements", database.url, ["pages"]);
    return [ratioFigure({ name: "ledger.deepest", ours: deepest, yardstick: first, unit: "ms", most: 1.5 })];
  } finally {
    await database.drop();
    server.stop();
  }
}
