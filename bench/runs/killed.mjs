import { setTimeout as sleep } from "node:timers/promises";
import { exactFigure, noneFigure } from "../figure.mjs";
import { onIsland } from "../foundation/island.mjs";
import { makeRun, runNow } from "./make.mjs";
import { knownMerchants } from "./merchants.mjs";

const codes = ["5732", "5812"];

/** Kills a worker outright at random moments of runs, and the database now and then: each merchant is done once, and none is lost. */
export function killed(stage) {
  return onIsland(stage.project, { worker: true }, (island) => killedOn(island, { points: { worker: 200, database: 10 }, merchants: 400 }));
}

/**
 * The same on an island, with so many kills; `patience` is how long nothing may happen before a run counts as stuck: more than the minute after which what a
 * worker held, when the database was killed under it, is anybody's.
 */
export async function killedOn(island, { points, merchants, patience = 150_000 }) {
  const tag = await knownMerchants(island, { count: merchants, tag: `killed ${Date.now()}`, seed: Date.now() % 1_000_000 });
  // Only the process that is killed works.
  await restartDesk(island, { DESK_WORKER: "off" });
  const before = await effectsOfEach(island);
  const runs = [];
  const next = async () => {
    const id = await makeRun(island, { tag, order: { act: "change-category", code: codes[runs.length % 2] } });
    runs.push(id);
    return id;
  };
  let current = await next();
  for (const victim of schedule(points)) {
    if ((await doneOf(island, current)) > merchants * 0.8) {
      await untilDone(island, current, patience);
      current = await next();
    }
    await untilMoving(island, patience);
    await sleep(Math.random() * 400);
    await kill[victim](island);
  }
  await untilDone(island, current, patience);
  const rows = await island.query("SELECT state, count(*)::int AS count FROM run_rows WHERE run_id = ANY($1) GROUP BY state", [runs]);
  const wanted = runs.length * merchants;
  const done = rows.find(({ state }) => state === "done")?.count ?? 0;
  const after = await effectsOfEach(island);
  const accounts = await island.query("SELECT account_id FROM run_rows WHERE run_id = $1", [runs[0]]);
  // Of each by itself: one that was done twice makes up for none that was lost.
  const extra = accounts.map(({ account_id }) => (after[account_id] ?? 0) - (before[account_id] ?? 0) - runs.length);
  const sum = (numbers) => numbers.reduce((total, number) => total + Math.max(0, number), 0);
  await restartDesk(island);
  return [
    exactFigure({ name: "runs.killed.points", ours: schedule(points).length, expected: points.worker + points.database, unit: "kills" }),
    noneFigure({ name: "runs.killed.doubled", ours: sum(extra), of: wanted, unit: "merchants" }),
    noneFigure({ name: "runs.killed.lost", ours: Math.max(wanted - done, sum(extra.map((times) => -times))), of: wanted, unit: "merchants" }),
  ];
}

function schedule({ worker, database }) {
  const every = database === 0 ? Number.POSITIVE_INFINITY : Math.ceil((worker + database) / database);
  return Array.from({ length: worker + database }, (_, at) => (database > 0 && at % every === every - 1 ? "database" : "worker")).map((victim, at, all) =>
    all.slice(0, at).filter((one) => one === "database").length >= database ? "worker" : victim,
  );
}

const kill = {
  worker: async (island) => {
    process.kill(island.worker.pid(), "SIGKILL");
    await leasesRunOut(island);
    await island.worker.start();
  },
  database: async (island) => {
    process.kill(island.database.pid(), "SIGKILL");
    await island.database.start();
  },
};

/** As if the minute had passed after which what a dead worker held is anybody's. */
async function leasesRunOut({ query }) {
  // What the dead worker has said last may still be at work in the database, on the same rows in another order.
  for (const statement of [
    "UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE name = 'run' AND state = 'active'",
    "UPDATE run_rows SET lease_until = now() WHERE state = 'taken'",
    "UPDATE merchant_leases SET until = now()",
  ])
    await query(statement).catch((error) => (error.code === "40P01" ? query(statement) : Promise.reject(error)));
}

/** How many changes of a category Klarna itself has done. */
async function effects({ emulator }) {
  return (await emulator("GET", "requests"))["paymentProducts.update"]?.effects ?? 0;
}

/** The same for each account. */
function effectsOfEach({ emulator }) {
  return emulator("GET", "effects/paymentProducts.update");
}

async function doneOf({ query }, id) {
  const [{ count }] = await query("SELECT count(*)::int AS count FROM run_rows WHERE run_id = $1 AND state NOT IN ('waiting', 'taken')", [id]);
  return count;
}

/** Until somebody works on it, so that there is something to interrupt. */
async function untilMoving(island, patience) {
  const before = await effects(island);
  for (const began = performance.now(); performance.now() - began < patience; await sleep(20)) if ((await effects(island)) > before) return;
}

/** Until nothing of it is open or unclear any more, or nothing has happened for so long. */
async function untilDone(island, id, patience) {
  let before = "";
  for (let last = performance.now(); performance.now() - last < patience; await sleep(200)) {
    const run = await runNow(island, id).catch(() => undefined);
    if (run?.finished_at && run.counts.unclear === 0) return;
    const now = JSON.stringify(run?.counts);
    if (now !== before) last = performance.now();
    before = now;
  }
}

async function restartDesk({ desk }, settings) {
  process.kill(desk.pid(), "SIGKILL");
  await desk.startAgain(settings);
}
