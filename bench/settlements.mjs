import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "../scripts/migrate.mjs";
import { createDatabase, startScratchServer } from "../scripts/postgres/scratch.mjs";
import { limitFigure, ratioFigure } from "./figure.mjs";
import { inProcess } from "./in-process.mjs";

const project = path.resolve(import.meta.dirname, "..");
const rows = Number(process.env.REPORT_ROWS ?? 1_000_000);

/**
 * One report of a million transactions, made by the emulator's generator: what reading and checking it takes against PapaParse and csv-parse on the same file,
 * what loading it takes against PostgreSQL's own copy of it, and its totals against a scan.
 */
export async function settlements() {
  const folder = mkdtempSync(path.join(tmpdir(), "desk-report-"));
  const file = path.join(folder, "report.csv");
  const server = await startScratchServer(project);
  const database = await createDatabase(server.url);
  const ask = (...what) => inProcess("settlements", database.url, [what[0], file, ...what.slice(1)]);
  try {
    await migrate(database.url);
    ask("make", String(rows));
    const [ours, papa, csvParse] = [ask("read", "ours"), ask("read", "papa"), ask("read", "csv-parse")];
    ask("make-part", String(Math.ceil(rows / 10)));
    const part = ask("read", "ours", "part");
    const empty = ask("empty");
    const load = ask("load");
    const copy = ask("copy");
    const { totals, scan } = ask("totals");
    return [
      ratioFigure({ name: "reader.papaparse", ours: papa.speed, yardstick: ours.speed, unit: "MB/s", most: 0.4545 }),
      ratioFigure({ name: "reader.csv-parse", ours: csvParse.speed, yardstick: ours.speed, unit: "MB/s", most: 0.0833 }),
      limitFigure({ name: "reader.memory", ours: ours.peak - empty.peak, limit: 20, unit: "MB" }),
      limitFigure({ name: "reader.memory.tenth", ours: part.peak - empty.peak, limit: 20, unit: "MB" }),
      ratioFigure({ name: "ledger.load", ours: load.seconds, yardstick: copy.seconds, unit: "s", most: 1.25 }),
      ratioFigure({ name: "ledger.totals", ours: totals, yardstick: scan, unit: "ms", most: 0.0067 }),
    ];
  } finally {
    await database.drop();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
