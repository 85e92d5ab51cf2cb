import { Client } from "undici";
import { exactFigure, ratioFigure } from "../figure.mjs";
import { send } from "../load.mjs";
import { median } from "../statistics.mjs";

const measured = 1_000;
const warmUp = 200;
const expand = [
  "products",
  "channel.collections",
  "channel.websites",
  "extra-account-data.account-information",
  "extra-account-data.business-information",
  "extra-account-data.beneficiary-information",
  "extra-account-data.settlement-information",
];

/** Opening a merchant's file: one call of Klarna's, and how much longer it takes through the desk than made directly. */
export async function opening(stage) {
  const desk = await stage.desk();
  const ids = desk.accounts.map(({ account_id }) => account_id);
  const ways = {
    desk: wayOf(desk.deskUrl, (id) => `/api/desk/merchants/${encodeURIComponent(id)}/file?environment=test`, { cookie: desk.cookie }),
    direct: wayOf(desk.emulatorUrl, (id) => `/v2/accounts/${id}?expand=${expand.join(",")}`, { authorization: `Basic ${desk.apiKey}` }),
  };
  const times = { desk: [], direct: [] };
  const before = await received(desk);
  for (let count = 0; count < warmUp + measured; count += 1)
    for (const [name, way] of Object.entries(ways)) {
      const time = await way.time(ids[count % ids.length]);
      if (count >= warmUp) times[name].push(time);
    }
  const calls = (await received(desk)) - before;
  for (const way of Object.values(ways)) await way.client.close();
  return [
    ratioFigure({ name: "file.open", ours: median(times.desk), yardstick: median(times.direct), unit: "ms", most: 1.3 }),
    // Each round is one call made directly and one through the desk.
    exactFigure({ name: "file.calls", ours: calls / (warmUp + measured) - 1, expected: 1, unit: "a file" }),
  ];
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

async function received({ emulatorUrl }) {
  const all = await (await fetch(`${emulatorUrl}/__emulator/requests`)).json();
  return Object.values(all).reduce((sum, { received = 0 }) => sum + received, 0);
}
