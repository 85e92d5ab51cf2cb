import { chmodSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { databaseFolder, startDatabase } from "../../scripts/database.mjs";
import { isClusterRunning } from "../../scripts/postgres/cluster.mjs";
import { scratchHome } from "../../scripts/postgres/scratch.mjs";
import { freePort } from "../../scripts/process/free-port.mjs";
import { answers, isRunning } from "../../scripts/process/service.mjs";
import { startStack } from "../../scripts/stack.mjs";
import { copyWholeHome } from "../../scripts/testing/copy-home.mjs";
import { signIn } from "../sign-in.mjs";
import { startWorker } from "../worker.mjs";
import { openGate } from "./gate.mjs";
import { makeTrap } from "./trap.mjs";

export const timeScale = 0.02;

/** Does some work on an island, and leaves nothing behind. */
export async function onIsland(project, options, work) {
  const island = await openIsland(project, options);
  try {
    return await work(island);
  } finally {
    await island.close();
  }
}

/**
 * A stack that may be broken: database with durable writes, emulator without limits, desk, and a worker if one is wished for. Time runs fifty times
 * as fast. All that passes between desk, database and Klarna goes through the island's `trap`, and through `guard` after it. Where `filled`
 * is a home that has been filled, it begins with a copy of it; `inMemory` keeps it in memory, where there is room: what is killed here are processes, which
 * a folder there outlives as one on the disk does.
 */
export async function openIsland(project, { worker = false, filled = "", inMemory = false } = {}) {
  const home = scratchHome(inMemory);
  chmodSync(home, 0o755);
  if (filled) copyWholeHome(filled, home);
  const island = { trap: makeTrap(), guard: (piece) => piece };
  const pass = (whose) => (piece) => island.guard(island.trap.see(piece, whose), whose);
  const cleaners = [() => rmSync(home, { recursive: true, force: true })];
  const close = async () => {
    for (const clean of cleaners.splice(0).reverse()) await clean();
  };
  try {
    return Object.assign(island, await open(cleaners), { home, close });
  } catch (error) {
    await close();
    throw error;
  }

  async function open(cleaners) {
    const database = await ownDatabase(project, home, cleaners);
    const emulatorPort = await freePort();
    const gates = { database: await openGate(database.port, pass("database")), klarna: await openGate(emulatorPort, pass("klarna")) };
    cleaners.push(gates.database.stop, gates.klarna.stop);
    const databaseUrl = Object.assign(new URL(database.url), { port: String(gates.database.port) }).href;
    const klarnaUrl = `http://127.0.0.1:${gates.klarna.port}`;
    const stack = await startStack({
      project,
      home,
      databaseUrl,
      timeScale,
      ports: { desk: await freePort(), emulator: emulatorPort },
      settings: { KLARNA_TEST_URL: klarnaUrl, KLARNA_LIVE_URL: klarnaUrl },
    });
    cleaners.push(stack.stop);
    const desk = deskOf(stack);
    const workers = worker ? workerOf(project, home, stack, cleaners) : undefined;
    await workers?.start();
    const emulator = controlDoor(stack.emulatorUrl);
    await emulator("POST", "limits", { factor: "unlimited" });
    const { deskUrl, emulatorUrl, env, password } = stack;
    return {
      deskUrl,
      emulatorUrl,
      env,
      password,
      database,
      desk,
      worker: workers,
      emulator,
      query: database.query,
      cookie: await signIn(deskUrl, "ada@demo.example", password),
    };
  }
}

/** The embedded database of an island, which can be killed and comes back at the same port. */
async function ownDatabase(project, home, cleaners) {
  const port = await freePort();
  const { url, stop } = await startDatabase(project, { home, port });
  const data = databaseFolder(home);
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: "whoever looks on" });
  pool.on("error", () => undefined);
  cleaners.push(
    () => rmSync(data, { recursive: true, force: true }),
    stop,
    () => pool.end(),
  );
  return {
    url,
    port,
    data,
    query: async (statement, values = []) => (await whateverHappens(() => pool.query(statement, values))).rows,
    pid: () => Number(readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[0]),
    start: async () => {
      // What was killed a moment ago may still be there, and would be taken for a server that runs.
      for (const began = performance.now(); isClusterRunning({ data }) && performance.now() - began < 10_000; ) await sleep(20);
      return startDatabase(project, { home, port });
    },
  };
}

/** Asks again while the database, which is killed here on purpose, is away or comes back. */
async function whateverHappens(ask, patience = 60_000) {
  for (const began = performance.now(); ; await sleep(100)) {
    try {
      return await ask();
    } catch (error) {
      const isAway = /^(57P0[123]|08\w{3}|ECONN\w+|EPIPE)$/.test(error.code ?? "") || /Connection terminated/.test(error.message);
      if (!isAway || performance.now() - began > patience) throw error;
    }
  }
}

function deskOf({ deskPid, deskUrl, startDeskAgain }) {
  let pid = deskPid;
  const ready = async () => answers(`${deskUrl}/api/health`, { failed: new Promise(() => undefined) });
  return {
    pid: () => pid,
    ready,
    startAgain: async (settings) => {
      await ended(pid);
      pid = await startDeskAgain(settings);
    },
  };
}

function workerOf(project, home, { env }, cleaners) {
  let service;
  cleaners.push(() => service?.stop());
  const start = async () => {
    if (service) await ended(service.pid);
    service = await startWorker({ project, env, home });
  };
  return { start, pid: () => service.pid };
}

function controlDoor(emulatorUrl) {
  return async (method, door, body) => {
    const response = await fetch(`${emulatorUrl}/__emulator/${door}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`The emulator refused ${door}: ${await response.text()}`);
    return response.json();
  };
}

async function ended(pid) {
  while (isRunning(pid)) await sleep(5);
}
