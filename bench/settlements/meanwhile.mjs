import { createReadStream } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, request } from "undici";
import { ratioFigure } from "../figure.mjs";
import { send } from "../load.mjs";
import { signIn } from "../sign-in.mjs";
import { quantile } from "../statistics.mjs";
import { makeReport, withFile } from "./on-stage.mjs";

const rows = Number(process.env.REPORT_ROWS ?? 1_000_000);
const fewestReads = 100;

/**
 * How long a page of the desk takes somebody while the desk's process loads a report, against when nothing else happens. The report comes as a file: this machine
 * needn't be Klarna too, and make it meanwhile.
 */
export async function pageMeanwhile(stage) {
  const desk = await stage.desk();
  // A few first: what is loaded when it is first asked for isn't what is measured.
  await reads(desk, (count) => count >= 20);
  const idle = await reads(desk, (count) => count >= fewestReads);
  const meanwhile = await withFile(desk, await makeReport(desk, rows, false), async (file) => {
    let over = false;
    const loaded = importFile(desk, file).finally(() => {
      over = true;
    });
    const times = await reads(desk, () => over);
    await loaded;
    return times;
  });
  if (meanwhile.length < fewestReads / 5) throw new Error(`The report was loaded after ${meanwhile.length} reads: too few to tell. Make it longer.`);
  return [ratioFigure({ name: "ledger.page.p95", ours: quantile(meanwhile, 0.95), yardstick: quantile(idle, 0.95), unit: "ms", most: 2 })];
}

async function importFile({ deskUrl, password }, file) {
  const cookie = await signIn(deskUrl, "finn@demo.example", password);
  const { statusCode, body } = await request(`${deskUrl}/api/desk/settlements/import?environment=test`, {
    ...{ method: "POST", headers: { cookie, "content-type": "text/csv" }, body: createReadStream(file), headersTimeout: 0 },
  });
  if (statusCode !== 200) throw new Error(`The import answered ${statusCode}: ${(await body.text()).slice(0, 300)}`);
  await body.dump();
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
