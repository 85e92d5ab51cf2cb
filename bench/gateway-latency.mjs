import { Client } from "undici";
import { makeCalls } from "./calls.mjs";
import { addedFigure } from "./figure.mjs";
import { send } from "./load.mjs";
import { quantile } from "./statistics.mjs";

const measured = { read: 2_000, write: 1_000 };
const warmUp = 500;

/** What the way through the desk adds to a call of Klarna's API: the same calls, one after another, in turn through the desk and direct. */
export async function gatewayLatency(stage) {
  const calls = await makeCalls(await stage.desk());
  const read = await timesOf(calls.read, measured.read);
  const write = await timesOf(calls.write, measured.write);
  const figure = (name, times, share, most) =>
    addedFigure({ name: `gateway.latency.${name}`, ours: quantile(times.desk, share), yardstick: quantile(times.direct, share), most });
  return [figure("read.p50", read, 0.5, 2), figure("read.p99", read, 0.99, 6), figure("write.p50", write, 0.5, 4), figure("write.p99", write, 0.99, 12)];
}

async function timesOf({ desk, direct }, count) {
  const ways = { desk: wayOf(desk), direct: wayOf(direct) };
  for (let call = 0; call < warmUp; call++) for (const way of Object.values(ways)) await way.time();
  const times = { desk: [], direct: [] };
  for (let call = 0; call < count; call++) for (const [name, way] of Object.entries(ways)) times[name].push(await way.time());
  for (const way of Object.values(ways)) await way.close();
  return times;
}

function wayOf({ origin, nextRequest }) {
  const client = new Client(origin);
  const time = async () => {
    const request = nextRequest();
    const began = performance.now();
    await send(client, request);
    return performance.now() - began;
  };
  return { time, close: () => client.close() };
}
