import { Client } from "undici";
import { atRest, receivedBy } from "../at-rest.mjs";
import { exactFigure, ratioFigure } from "../figure.mjs";
import { send } from "../load.mjs";
import { median } from "../statistics.mjs";

const most = 1.3;
const near = { measured: 1_000, warmUp: 200 };
// How long an answer takes that comes from another country: the emulator beside us answers in a millisecond, as nobody's Klarna does.
const away = { measured: 200, warmUp: 10, ms: 100 };
const expand = [
  "products",
  "channel.collections",
  "channel.websites",
  "extra-account-data.account-information",
  "extra-account-data.business-information",
  "extra-account-data.beneficiary-information",
  "extra-account-data.settlement-information",
];

/** Opening a merchant's file: one call of Klarna's, and how much longer it takes through the desk than made directly; beside an emulator, and far from one. */
export async function opening(stage) {
  const desk = await stage.desk();
  const hello = await stage.hello();
  const ways = {
    desk: wayOf(desk.deskUrl, (id) => `/api/desk/merchants/${encodeURIComponent(id)}/file?environment=test`, { cookie: desk.cookie }),
    direct: wayOf(desk.emulatorUrl, (id) => `/v2/accounts/${id}?expand=${expand.join(",")}`, { authorization: `Basic ${desk.apiKey}` }),
    // A door that only says ok: what no server of Next.js's can be quicker than.
    hello: wayOf(hello.url, () => "/api/hello", {}),
  };
  // The desk has just been filled, and has things to read by itself: they would be counted, and be in the way.
  await atRest(desk);
  const before = await receivedBy(desk);
  const beside = await inTurns(ways, desk.accounts, near);
  const calls = (await receivedBy(desk)) - before;
  await order(desk, "POST", { operation: "accounts.get", kind: "slow", ms: away.ms });
  const far = await inTurns(ways, desk.accounts, away);
  await order(desk, "DELETE");
  for (const way of Object.values(ways)) await way.client.close();
  const least = (beside.ours - beside.yardstick) / (most - 1);
  process.stdout.write(
    `A door that only says ok takes ${beside.hello.toFixed(2)} ms. The goal is met by a Klarna that takes ${least.toFixed(0)} ms or longer.\n`,
  );
  return [
    ratioFigure({ name: "file.open", ...beside, unit: "ms", most }),
    ratioFigure({ name: "file.open.away", ...far, unit: "ms", most }),
    // Each round is one call made directly and one through the desk.
    exactFigure({ name: "file.calls", ours: calls / (near.warmUp + near.measured) - 1, expected: 1, unit: "a file" }),
  ];
}

/** The median of so many files opened through the desk, of as many calls made directly, and of a bare door. */
async function inTurns(ways, accounts, { warmUp, measured }) {
  const times = { desk: [], direct: [], hello: [] };
  for (let count = 0; count < warmUp + measured; count += 1)
    for (const [name, way] of Object.entries(ways)) {
      const time = await way.time(accounts[count % accounts.length].account_id);
      if (count >= warmUp) times[name].push(time);
    }
  return { ours: median(times.desk), yardstick: median(times.direct), hello: median(times.hello) };
}

function wayOf(origin, pathOf, headers) {
  const client = new Client(origin);
  const time = async (id) => {
    const began = performance.now();
    await send(client, { method: "GET", path: pathOf(id), headers });
    return performance.now() - began;
  };
  return { client, time };
}

async function order({ emulatorUrl }, method, fault) {
  const response = await fetch(`${emulatorUrl}/__emulator/faults`, { method, ...(fault && { body: JSON.stringify(fault) }) });
  if (!response.ok) throw new Error(`The emulator refused a fault: ${await response.text()}`);
}
