import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "undici";
import { ratioFigure } from "../figure.mjs";
import { send } from "../load.mjs";
import { quantile } from "../statistics.mjs";

const rows = Number(process.env.REPORT_ROWS ?? 1_000_000);
const fewestReads = 100;

/** How long a page of the desk takes somebody while the worker loads a report, against when nothing else happens. */
export async function pageMeanwhile(stage) {
  const desk = await stage.desk();
  const settlement_id = `BENCH-${Date.now()}`;
  // A few first: what is loaded when it is first asked for isn't what is measured.
  await reads(desk, (count) => count >= 20);
  const idle = await reads(desk, (count) => count >= fewestReads);
  const order = { environment: "test", settlement_id, rows };
  const made = await fetch(`${desk.emulatorUrl}/__emulator/settlements`, { method: "POST", body: JSON.stringify(order) });
  if (!made.ok) throw new Error(`The emulator refused the settlement: ${await made.text()}`);
  await reportIs(desk, settlement_id, "loading");
  let over = false;
  const loaded = reportIs(desk, settlement_id, "ready").finally(() => {
    over = true;
  });
  const meanwhile = await reads(desk, () => over);
  await loaded;
  if (meanwhile.length < fewestReads / 5) throw new Error(`The report was loaded after ${meanwhile.length} reads: too few to tell. Make it longer.`);
  return [ratioFigure({ name: "ledger.page.p95", ours: quantile(meanwhile, 0.95), yardstick: quantile(idle, 0.95), unit: "ms", most: 2 })];
}

/** Somebody in finance looks at the list, a moment between two looks. */
async function reads({ deskUrl, cookie }, enough) {
  const client = new Client(deskUrl);
  const times = [];
  while (!enough(times.length)) {
    const began = performance.now();
    await send(client, { method: "GET", path: "/test/settlements", headers: { cookie } });
    times.push(performance.now() - began);
    await sleep(50);
  }
  await client.close();
  return times;
}

async function reportIs({ deskUrl, cookie }, settlementId, state) {
  const path = `${deskUrl}/api/desk/settlements/${settlementId}?environment=test`;
  const ends = Date.now() + 900_000;
  for (let last; Date.now() < ends; await sleep(250)) {
    const answer = await fetch(path, { headers: { cookie } });
    last = answer.ok ? (await answer.json()).report : answer.status;
    if (last === state || last === "ready") return;
    if (last === "refused") throw new Error("The report was refused.");
  }
  throw new Error(`The report of ${settlementId} isn't ${state} after a quarter of an hour.`);
}
