import { setTimeout as sleep } from "node:timers/promises";
import { makeCalls } from "./calls.mjs";
import { ratioFigure } from "./figure.mjs";
import { load } from "./load.mjs";
import { processCpu } from "./process-cpu.mjs";

const rounds = 5;
const connections = 8;
// Counts, not times: what is served in a second depends on the rest of the machine, and code becomes fast by being run.
const plan = {
  read: { warmUp: 4_000, requests: 1_000, most: 1.5, afterwards: 100 },
  // What a change leaves for later (the seal of the audit log, a re-read) counts as its own.
  write: { warmUp: 2_000, requests: 600, most: 2.5, afterwards: 6_300 },
};

/** CPU of the server's process for each request that passes the gateway, against a route handler that only says ok. */
export async function gatewayCpu(stage) {
  const desk = await stage.desk();
  const hello = await stage.hello();
  const calls = await makeCalls(desk);
  const ok = { target: { origin: hello.url, nextRequest: () => ({ method: "GET", path: "/api/hello" }) }, pid: hello.pid };
  const figures = [];
  for (const [name, { most, ...work }] of Object.entries(plan)) {
    const [yardstick, ours] = await inTurns([ok, { target: calls[name].desk, pid: desk.deskPid }], work);
    figures.push(ratioFigure({ name: `gateway.cpu.${name}`, ours, yardstick, unit: "ms CPU", most }));
  }
  return figures;
}

/**
 * What a request costs each server, round by round in turns: of its rounds the one that the rest of the machine disturbed least. What a server uses
 * while nobody asks it anything isn't a request's; of the pauses between rounds the quietest says how much that is.
 */
async function inTurns(servers, { warmUp, requests, afterwards }) {
  for (const { target } of servers) await load(target, { connections, requests: warmUp });
  const rested = servers.map(() => []);
  const worked = servers.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, { target, pid }] of servers.entries()) {
      rested[at].push(await cpuOf(pid, () => sleep(afterwards)));
      worked[at].push(
        await cpuOf(pid, async () => {
          await load(target, { connections, requests });
          await sleep(afterwards);
        }),
      );
    }
  return servers.map((_, at) => {
    const idle = Math.min(...rested[at].map(({ cpu, took }) => cpu / took));
    return Math.min(...worked[at].map(({ cpu, took }) => cpu - idle * took)) / requests;
  });
}

/** What a process uses while something is done, and how long that takes, in milliseconds. */
async function cpuOf(pid, work) {
  const [before, began] = [processCpu(pid), performance.now()];
  await work();
  return { cpu: processCpu(pid) - before, took: performance.now() - began };
}
