import { setTimeout as sleep } from "node:timers/promises";
import { makeCalls } from "./calls.mjs";
import { ratioFigure } from "./figure.mjs";
import { load } from "./load.mjs";
import { processCpu } from "./process-cpu.mjs";
import { median } from "./statistics.mjs";

const rounds = 5;
const measured = { connections: 8, milliseconds: 1_500 };
const warmUp = { connections: 8, milliseconds: 3_000 };
// What a request leaves for later (the seal of the audit log, a re-read) counts as its own.
const afterwards = 2_300;

/** CPU of the server's process for each request that passes the gateway, against a route handler that only says ok. */
export async function gatewayCpu(stage) {
  const desk = await stage.desk();
  const hello = await stage.hello();
  const { read, write } = await makeCalls(desk);
  const ok = { origin: hello.url, nextRequest: () => ({ method: "GET", path: "/api/hello" }) };
  return [await against(read.desk, "read", 1.5), await against(write.desk, "write", 2.5)];

  async function against(target, name, most) {
    const loads = { ok: [ok, hello.pid], [name]: [target, desk.deskPid] };
    for (const [target] of Object.values(loads)) await load(target, warmUp);
    const spent = { ok: [], [name]: [] };
    for (let round = 0; round < rounds; round++) for (const [of, [target, pid]] of Object.entries(loads)) spent[of].push(await cpuPerRequest(target, pid));
    return ratioFigure({ name: `gateway.cpu.${name}`, ours: median(spent[name]), yardstick: median(spent.ok), unit: "ms CPU", most });
  }
}

async function cpuPerRequest(target, pid) {
  const before = processCpu(pid);
  const served = await load(target, measured);
  await sleep(afterwards);
  return (processCpu(pid) - before) / served;
}
