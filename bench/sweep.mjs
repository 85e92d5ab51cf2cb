import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "undici";
import { limitFigure, ratioFigure } from "./figure.mjs";
import { send } from "./load.mjs";
import { operatorReads } from "./operator-reads.mjs";
import { quantile } from "./statistics.mjs";

const plan = { accounts: Number(process.env.BENCH_SWEEP_ACCOUNTS ?? 10_000), rate: 50, idleReads: 100 };
/** The emulator's TEST allows 12 a second at factor 1. */
const factorOf = (rate) => rate / 12 + 0.001;

/** Reading a portfolio in the background at Klarna's limit: how much longer than it must take, what is refused, and what people notice; then by two processes. */
export async function sweep(stage) {
  const desk = await stage.desk();
  return atLimit(desk, { rate: plan.rate }, async () => {
    const ids = await moreAccounts(desk, 2 * plan.accounts);
    const idle = await operatorReads(desk, { until: (count) => count >= plan.idleReads, pause: 100 });
    // What people took of late is kept free for them; this operator now takes it slower.
    await sleep(12_000);
    const alone = await readInBackground(desk, ids.slice(0, plan.accounts));
    const worker = startWorker(stage.project, desk.env);
    try {
      return figures({ idle, alone, together: await readInBackground(desk, ids.slice(plan.accounts)) });
    } finally {
      worker.kill("SIGTERM");
    }
  });
}

/** The same small, on an island whose worker shares the rate: one reading of so many accounts. Klarna may say (`declared`) that it allows more than it does (`rate`). */
export function sweepOn(desk, { accounts, rate = plan.rate, declared = rate }) {
  return atLimit(desk, { rate, declared }, async () => readInBackground(desk, await moreAccounts(desk, accounts)));
}

/** What was measured, against what the rate itself takes. */
export function figures({ idle, alone, together }) {
  return [
    ratioFigure({ name: "sweep.time", ours: alone.seconds, yardstick: alone.least, unit: "s", most: 1.02 }),
    limitFigure({ name: "sweep.refused", ours: alone.refused, limit: 0.0005, unit: "" }),
    ratioFigure({ name: "sweep.reader.p99", ours: quantile(alone.reads, 0.99), yardstick: quantile(idle, 0.99), unit: "ms", most: 1.5 }),
    ratioFigure({ name: "sweep.two-processes.time", ours: together.seconds, yardstick: together.least, unit: "s", most: 1.05 }),
    limitFigure({ name: "sweep.two-processes.refused", ours: together.refused, limit: 0.0005, unit: "" }),
  ];
}

/** While Klarna takes so many requests a second, and says how many. */
async function atLimit({ emulatorUrl }, { rate, declared = rate }, work) {
  const limits = (order) => fetch(`${emulatorUrl}/__emulator/limits`, { method: "POST", body: JSON.stringify(order) });
  await limits({ factor: factorOf(rate), declared: factorOf(declared) });
  try {
    return await work();
  } finally {
    await limits({ factor: "unlimited" });
  }
}

/** Accounts that Klarna has and the desk has never heard of. */
async function moreAccounts({ emulatorUrl }, count) {
  const all = async () => (await (await fetch(`${emulatorUrl}/__emulator/accounts?environment=test`)).json()).map(({ account_id }) => account_id);
  const before = new Set(await all());
  await fetch(`${emulatorUrl}/__emulator/seed`, { method: "POST", body: JSON.stringify({ merchants: count + before.size, seed: 77 + before.size }) });
  const added = (await all()).filter((id) => !before.has(id)).slice(0, count);
  if (added.length < count) throw new Error(`The emulator has only ${added.length} new accounts.`);
  return added;
}

/** Brings a list in and waits until it is read, while an operator reads once a second. */
async function readInBackground(desk, ids) {
  const before = await counts(desk);
  const client = new Client(desk.deskUrl);
  const began = performance.now();
  const body = JSON.stringify({ environment: "test", text: ids.join("\n") });
  const { id } = JSON.parse(await send(client, { method: "POST", path: "/api/desk/imports", headers: { cookie: desk.cookie }, body }));
  let ended;
  const watch = async () => {
    for (;;) {
      const list = JSON.parse(await send(client, { method: "GET", path: "/api/desk/imports?environment=test", headers: { cookie: desk.cookie } }));
      const { created_at, finished_at } = list.find((one) => one.id === id);
      if (finished_at) return { seconds: (Date.parse(finished_at) - Date.parse(created_at)) / 1_000 };
      await sleep(1_000);
    }
  };
  const watching = watch().finally(() => {
    ended = performance.now();
  });
  const reads = await operatorReads(desk, { until: () => ended !== undefined, pause: 1_000 });
  const { seconds } = await watching;
  await client.close();
  const after = await counts(desk);
  const asked = after.asked - before.asked;
  if (asked < ids.length) throw new Error(`Only ${asked} of ${ids.length} accounts were asked for, in ${(ended - began) / 1_000} s.`);
  const answered = asked - (after.refused - before.refused);
  return { seconds, least: (answered + reads.length) / plan.rate, refused: (after.refused - before.refused) / asked, reads };
}

async function counts({ emulatorUrl }) {
  const all = await (await fetch(`${emulatorUrl}/__emulator/requests`)).json();
  const { received = 0, answers = {} } = all["accounts.get"] ?? {};
  return { asked: received, refused: answers[429] ?? 0 };
}

function startWorker(project, env) {
  const args = ["--import", "tsx", "--conditions=react-server", "scripts/worker.ts"];
  return spawn(process.execPath, args, { cwd: project, env: { ...env, DESK_WORKER: "on" }, stdio: "ignore" });
}
