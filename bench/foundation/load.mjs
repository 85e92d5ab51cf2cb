import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { makeCalls } from "../calls.mjs";
import { noneFigure, ratioFigure } from "../figure.mjs";
import { median } from "../statistics.mjs";
import { makeLetters } from "./letters.mjs";

/** What is expected of a desk, a second; five times that is asked of it, or as much as this machine does. */
const expected = { read: 25, write: 2, webhook: 5 };
const times = 5;
const inFlight = 64;

/** Ten minutes (BENCH_MINUTES, while one develops) at five times the expected load: no request fails, and memory stays flat. */
export async function load(stage) {
  const desk = await stage.desk();
  return loadOn(desk, { seconds: 60 * Number(process.env.BENCH_MINUTES ?? 10) });
}

/** The same for so many seconds. `deskPid` is the process whose memory counts. */
export async function loadOn(desk, { seconds }) {
  const kinds = await requestsOf(desk);
  const pool = new Pool(desk.deskUrl, { connections: inFlight });
  const memory = [];
  const count = { asked: 0, failed: 0, open: 0 };
  const fail = failing(count);
  const ends = performance.now() + seconds * 1_000;
  const sampling = sample(desk.deskPid, memory, ends);
  await Promise.all(Object.entries(kinds).map(([name, next]) => keepAsking(next, expected[name] * times)));
  while (count.open > 0) await sleep(20);
  await sampling;
  await pool.close();
  return [noneFigure({ name: "start.load.errors", ours: count.failed, of: count.asked, unit: "requests" }), flatness(memory)];

  /** At its times, whatever came of the earlier ones; when too many are unanswered it waits, and that is the machine's limit. */
  async function keepAsking(next, rate) {
    for (let due = performance.now(); due < ends; due += 1_000 / rate) {
      await sleep(Math.max(0, due - performance.now()));
      while (count.open >= inFlight) await sleep(2);
      // A machine that does less has its limit reached, and ends at the same time.
      if (performance.now() >= ends) return;
      void ask(next());
    }
  }

  async function ask(request) {
    count.asked += 1;
    count.open += 1;
    try {
      const { statusCode, body } = await pool.request(request);
      const text = await body.text();
      if (statusCode >= 300) fail(request, `${statusCode} ${text.slice(0, 200)}`);
    } catch (error) {
      fail(request, error.code ?? error.message);
    }
    count.open -= 1;
  }
}

/** Tells of the first few, so that one knows where to look. */
function failing(count) {
  return ({ method, path }, why) => {
    count.failed += 1;
    if (count.failed <= 5) process.stderr.write(`under load: ${method} ${path.split("?")[0]}: ${why}\n`);
  };
}

/** A day's reads in turns: pages, the directory, a merchant's timeline, and Klarna through the gateway. */
async function requestsOf(desk) {
  const calls = await makeCalls(desk);
  const { letterAbout } = makeLetters(desk);
  const headers = { cookie: desk.cookie };
  const account = () => desk.accounts[Math.floor(Math.random() * desk.accounts.length)].account_id;
  const get = (path) => ({ method: "GET", path, headers });
  const search = () => JSON.stringify({ environment: "test", asked: { text: "skonhet", filters: {}, days: {} } });
  const reads = [
    calls.read.desk.nextRequest,
    () => ({ method: "POST", path: "/api/desk/directory", headers: { ...headers, "content-type": "application/json" }, body: search() }),
    () => get(`/api/desk/merchants/${encodeURIComponent(account())}/timeline?environment=test`),
    calls.read.desk.nextRequest,
    () => get("/test/merchants"),
  ];
  let turn = 0;
  return {
    read: () => reads[turn++ % reads.length](),
    write: () => ({ ...calls.write.desk.nextRequest(), headers: { ...headers, "content-type": "application/json", "x-attempt": randomUUID() } }),
    webhook: () => ({ method: "POST", path: "/api/webhooks/klarna/test", ...letterAbout(account()) }),
  };
}

async function sample(pid, memory, ends) {
  while (performance.now() < ends) {
    memory.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024);
    await sleep(1_000);
  }
}

/**
 * Flat is what doesn't grow: in the last fifth of the run the process holds hardly more than in the second, when it was warm. A fifth's median,
 * because memory goes up and down with each collection.
 */
export function flatness(memory) {
  const fifth = memory.length / 5;
  const middle = (number) => median(memory.slice(Math.floor(number * fifth), Math.floor((number + 1) * fifth)));
  return ratioFigure({ name: "start.load.memory", ours: middle(4), yardstick: middle(1), unit: "MiB", most: 1.1 });
}
