import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { atRest } from "../at-rest.mjs";
import { exactFigure, limitFigure, ratioFigure } from "../figure.mjs";
import { operatorReads } from "../operator-reads.mjs";
import { quantile } from "../statistics.mjs";
import { startWorker } from "../worker.mjs";
import { makeRun, runNow } from "./make.mjs";
import { knownMerchants } from "./merchants.mjs";

const full = { merchants: Number(process.env.BENCH_RUN_MERCHANTS ?? 10_000), rate: 50, idleReads: 100, rest: 12_000, beforeWorking: 5_000 };
const lower = 30;
/** The emulator's TEST allows 12 a second at factor 1. */
const factorOf = (rate) => rate / 12 + 0.001;
const suspension = { act: "suspend", reason: "VOLUNTARY", details: "A bench" };

/** A run at Klarna's limit: how much longer than it must take, what is refused and what people notice; with faults and two workers; and how soon a lower limit is learned. */
export async function pace(stage) {
  const desk = { ...(await stage.desk()), project: stage.project };
  const learned = [];
  const seen = await paceOn(desk, full, async (tag) => learned.push(await lowerLimit(desk, tag)));
  return [
    ...figures(seen),
    exactFigure({ name: "runs.faults.workers", ours: seen.faulty.workers, expected: 2, unit: "processes" }),
    limitFigure({ name: "runs.lower-limit.learned", ours: learned[0], limit: 3, unit: "s" }),
  ];
}

/** The same on any desk, with any number of merchants: what was seen. `after` is given their tag while the second worker is still there. */
export async function paceOn(desk, plan, after = async () => undefined) {
  const order = orderAt(desk);
  const tag = await knownMerchants(desk, { count: plan.merchants, tag: `at pace ${Date.now()}`, seed: 78 });
  await order("limits", { factor: factorOf(plan.rate) });
  try {
    const idle = await operatorReads(desk, { until: (count) => count >= plan.idleReads, pause: 100 });
    // What people took of late is kept free for them; this operator now takes it slower.
    await sleep(plan.rest);
    const alone = await measure(desk, plan, { tag, order: suspension, operation: "paymentProducts.disable" });
    await atRest(desk, "accounts.get");
    const worker = await startWorker(desk);
    try {
      await sleep(plan.beforeWorking);
      await order("faults", { operation: "paymentProducts.enable", kind: "503", probability: 0.03 });
      await order("faults", { operation: "paymentProducts.enable", kind: "cut-after", probability: 0.02 });
      let workers = 0;
      const faulty = await measure(desk, plan, { tag, order: { act: "reactivate" }, operation: "paymentProducts.enable" }, async () => {
        workers = Math.max(workers, await processesAtWork(desk));
      });
      await noFaults(desk);
      await atRest(desk, "accounts.get");
      await after(tag);
      return { alone, idle, faulty: { ...faulty, workers } };
    } finally {
      await worker.stop();
    }
  } finally {
    await noFaults(desk);
    await order("limits", { factor: "unlimited" });
  }
}

const orderAt =
  ({ emulatorUrl }) =>
  (path, body) =>
    fetch(`${emulatorUrl}/__emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
const noFaults = ({ emulatorUrl }) => fetch(`${emulatorUrl}/__emulator/faults`, { method: "DELETE" });

/** What was measured, against what the rate itself takes. */
export function figures({ alone, idle, faulty }) {
  return [
    ratioFigure({ name: "runs.time", ours: alone.seconds, yardstick: alone.least, unit: "s", most: 1.02 }),
    limitFigure({ name: "runs.refused", ours: alone.refused, limit: 0.0005, unit: "" }),
    ratioFigure({ name: "runs.reader.p99", ours: quantile(alone.reads, 0.99), yardstick: quantile(idle, 0.99), unit: "ms", most: 1.5 }),
    ratioFigure({ name: "runs.faults.time", ours: faulty.seconds, yardstick: faulty.least, unit: "s", most: 1.05 }),
  ];
}

/** Makes a run over all and waits until it is done, while an operator reads once a second; `meanwhile` is done about as often. */
async function measure(desk, plan, { tag, order, operation }, meanwhile = async () => undefined) {
  const before = await counts(desk, operation);
  const id = await makeRun(desk, { tag, order });
  let run;
  const watching = (async () => {
    do {
      await sleep(1_000);
      run = await runNow(desk, id);
      await meanwhile();
    } while (run.finished_at === null);
  })();
  let over = false;
  watching.finally(() => {
    over = true;
  });
  const reads = await operatorReads(desk, { until: () => over, pause: 1_000 });
  await watching;
  const { counts: rows, total, created_at, finished_at } = run;
  if (rows.done + rows.unclear !== total || total < plan.merchants) throw new Error(`Not all was done: ${JSON.stringify(rows)} of ${total}`);
  const after = await counts(desk, operation);
  const [asked, refused] = [after.asked - before.asked, after.refused - before.refused];
  // Only what this run itself had to ask, and what people asked, may take time.
  return {
    seconds: (Date.parse(finished_at) - Date.parse(created_at)) / 1_000,
    least: (asked - refused + reads.length) / plan.rate,
    refused: refused / asked,
    reads,
  };
}

/** Processes that called Klarna more than now and then in the last second. */
async function processesAtWork({ env }) {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT FROM rate_budgets, jsonb_each(budget->'members') member WHERE environment = 'test' AND lane = 'management' AND (member.value->>'used')::int >= 5`,
    );
    return rows.length;
  } finally {
    await client.end();
  }
}

/** Klarna begins to refuse below its own word: seconds until it has hardly anything left to refuse. */
async function lowerLimit(desk, tag) {
  const id = await makeRun(desk, { tag, order: suspension });
  await sleep(5_000);
  await orderAt(desk)("limits", { factor: factorOf(lower), declared: factorOf(full.rate) });
  const began = performance.now();
  const samples = [];
  while (performance.now() - began < 8_000) {
    samples.push({ at: (performance.now() - began) / 1_000, ...(await counts(desk, "paymentProducts.disable")) });
    await sleep(100);
  }
  await fetch(`${desk.deskUrl}/api/desk/runs/${id}`, {
    method: "POST",
    headers: { cookie: desk.cookie },
    body: JSON.stringify({ environment: "test", action: "cancel" }),
  });
  return learnedAfter(samples);
}

/** The moment after which, for two seconds, no more than one request in fifty is refused. */
export function learnedAfter(samples) {
  const calm = samples.find((from) => {
    const until = samples.findLast(({ at }) => at <= from.at + 2);
    const asked = until.asked - from.asked;
    return until.at - from.at > 1.5 && asked > 0 && (until.refused - from.refused) / asked <= 0.02;
  });
  return calm?.at ?? Number.POSITIVE_INFINITY;
}

async function counts({ emulatorUrl }, operation) {
  const all = await (await fetch(`${emulatorUrl}/__emulator/requests`)).json();
  const { received = 0, answers = {} } = all[operation] ?? {};
  return { asked: received, refused: answers[429] ?? 0 };
}
