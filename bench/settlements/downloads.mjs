import { createReadStream } from "node:fs";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { request } from "undici";
import { limitFigure, ratioFigure } from "../figure.mjs";
import { processMemory } from "../process-memory.mjs";
import { feesAreChecked, makeReport, reportIs, withFile } from "./on-stage.mjs";

const rows = Number(process.env.REPORT_ROWS ?? 1_000_000);
const clients = 4;
/** Bytes a millisecond that each takes at most: 20 MB/s. */
const pace = 20_000;

/** Four people download the spreadsheet of one large settlement at once, slowly: the desk's memory over an idle desk's, and the speed against a bare server that sends Klarna's file. */
export async function downloads(stage) {
  const desk = await stage.desk();
  const [small, large] = [await makeReport(desk, 2_000), await makeReport(desk, rows)];
  await reportIs(desk, small, "ready");
  await reportIs(desk, large, "ready");
  await feesAreChecked(desk, large);
  const spreadsheet = (id) => ({ url: `${desk.deskUrl}/api/desk/settlements/${id}/spreadsheet?environment=test`, headers: { cookie: desk.cookie } });
  // Once before: what is loaded when it is first asked for isn't what is measured.
  await together(spreadsheet(small));
  await sleep(2_000);
  const idle = processMemory(desk.deskPid);
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, processMemory(desk.deskPid));
  }, 50);
  const ours = await together(spreadsheet(large)).finally(() => clearInterval(watch));
  const raw = await withFile(desk, large, (file) => served(file, (url) => together({ url })));
  return [
    limitFigure({ name: "export.memory", ours: peak - idle, limit: 45, unit: "MB" }),
    ratioFigure({ name: "export.speed", ours: raw, yardstick: ours, unit: "MB/s", most: 2 }),
  ];
}

/** Megabytes a second that all of them get. */
async function together(what) {
  const began = performance.now();
  const bytes = await Promise.all(Array.from({ length: clients }, () => slowly(what)));
  return bytes.reduce((sum, one) => sum + one, 0) / 1_000 / (performance.now() - began);
}

async function slowly({ url, headers }) {
  const began = performance.now();
  const { statusCode, body } = await request(url, { headers });
  if (statusCode !== 200) throw new Error(`A download answered ${statusCode}: ${(await body.text()).slice(0, 300)}`);
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    const ahead = bytes / pace - (performance.now() - began);
    if (ahead > 5) await sleep(ahead);
  }
  return bytes;
}

/** Sends a file by Node alone while `act` goes on, which is told where. */
async function served(file, act) {
  const server = http.createServer((_, response) => createReadStream(file).pipe(response));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await act(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.close();
  }
}
