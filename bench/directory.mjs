import { spawnSync } from "node:child_process";
import path from "node:path";
import { migrate } from "../scripts/migrate.mjs";
import { createDatabase, startScratchServer } from "../scripts/postgres/scratch.mjs";
import { ratioFigure } from "./figure.mjs";

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
    const ask = (...what) => measure(database.url, what);
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

/** In a process of its own, as memory is measured by. */
function measure(databaseUrl, what) {
  const env = { ...process.env, ...settings, DATABASE_URL: databaseUrl };
  const args = ["--import", "tsx", "--conditions=react-server", path.join(project, "bench/directory/measure.ts"), ...what];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, env, encoding: "utf8", maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`directory ${what.join(" ")}: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

const settings = {
  DESK_URL: "http://localhost:3000",
  DESK_SIGN_IN_SECRET: "a made-up secret that signs nobody in",
  DESK_DATA_KEY: "k1:bWFkZS11cCBkYXRhIGtleSBvZiAzMiBieXRlcyAhISE=",
  KLARNA_TEST_API_KEY: "klarna_test_api_emulator",
  KLARNA_TEST_URL: "http://127.0.0.1:1",
};
