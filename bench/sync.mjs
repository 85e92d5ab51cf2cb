import { spawn } from "node:child_process";
import path from "node:path";
import { migrate } from "../scripts/migrate.mjs";
import { createDatabase, startScratchServer } from "../scripts/postgres/scratch.mjs";
import { freePort } from "../scripts/process/free-port.mjs";
import { limitFigure, ratioFigure } from "./figure.mjs";
import { inProcess } from "./in-process.mjs";

const project = path.resolve(import.meta.dirname, "..");
const plan = { payouts: Number(process.env.BENCH_SYNC_PAYOUTS ?? 1_000), lines: Number(process.env.BENCH_SYNC_LINES ?? 200), every: 12 };
/** Requests a second that Klarna's playground allows a merchant. */
const rate = 50;

/**
 * Payouts of the Settlements API read into a database of their own, at Klarna's limit: everything, against the larger of what its calls must take at
 * that rate and a bare COPY of the same lines; and then what is new, when nothing is.
 */
export async function sync() {
  const server = await startScratchServer(project);
  const database = await createDatabase(server.url);
  const port = await freePort();
  const emulator = spawn(process.execPath, ["--import", "tsx", "emulator/main.ts", `--port=${port}`], { cwd: project, stdio: ["ignore", "pipe", "inherit"] });
  try {
    await migrate(database.url);
    await new Promise((resolve, reject) => {
      emulator.stdout.once("data", resolve);
      emulator.once("exit", () => reject(new Error("The emulator ended.")));
    });
    await fetch(`http://127.0.0.1:${port}/__emulator/payouts`, { method: "POST", body: JSON.stringify({ region: "eu", environment: "test", plan }) });
    const { full, incremental, copySeconds } = inProcess("sync", database.url, [], {
      KLARNA_TEST_URL: `http://127.0.0.1:${port}`,
      KLARNA_PAYOUTS_URL: `http://127.0.0.1:${port}/payouts/{region}/{environment}`,
    });
    // About as many lines as were ordered: a sale has its fee beside it. Each payout's proof says that none is missing.
    if (Math.abs(full.lines / (plan.payouts * plan.lines) - 1) > 0.01 || full.proved !== plan.payouts)
      throw new Error(`Only ${full.lines} lines and ${full.proved} proofs.`);
    return [
      ratioFigure({ name: "sync.full.time", ours: full.seconds, yardstick: Math.max(full.calls / rate, copySeconds), unit: "s", most: 1.2 }),
      limitFigure({ name: "sync.incremental.calls", ours: incremental.calls, limit: 3, unit: "calls" }),
    ];
  } finally {
    emulator.kill("SIGTERM");
    await database.drop();
    server.stop();
  }
}
