import { createReadStream, statSync } from "node:fs";
import { Readable } from "node:stream";

import { closeDatabase, query } from "@/lib/server/db/client";
import { settlementLines } from "@/lib/server/settlements/lines";
import { loadReport } from "@/lib/server/settlements/load";
import { settlementMerchants } from "@/lib/server/settlements/merchants";

import { copyWhole } from "./copy-whole";
import { makeReport, reportBytes, settlementId } from "./make-report";
import { pieceLength, readers } from "./readers";

const [what = "", file = "", how = "", which = ""] = process.argv.slice(2);
const path = which === "part" ? `${file}.part` : file;
const pieces = () => createReadStream(path, { highWaterMark: pieceLength });

const work: Readonly<Record<string, () => Promise<object>>> = {
  make: () => makeReport(file, Number(how)),
  "make-part": () => makeReport(`${file}.part`, Number(how)),
  empty: async () => ({}),
  read: async () => {
    const began = performance.now();
    await readers[how]?.(path);
    return { speed: statSync(path).size / 1_000 / (performance.now() - began) };
  },
  load: () => timed(() => loadReport(pieces(), { environment: "test", source: "imported" })),
  "load-generated": () => timed(() => loadReport(Readable.from(reportBytes(Number(how))), { environment: "test", source: "imported" })),
  copy: () => timed(() => copyWhole(file)),
  totals: async () => {
    const scan = "SELECT account_word, type_word, sum(amount), sum(tax) FROM settlement_lines GROUP BY 1, 2";
    return { totals: await typical(() => settlementMerchants("test", settlementId), 101), scan: await typical(() => query(scan), 5) };
  },
  pages: async () => {
    const [last] = await query<{ line: number }>("SELECT max(line) - 101 AS line FROM settlement_lines");
    const deep = Buffer.from(JSON.stringify([String(last?.line)])).toString("base64url");
    return {
      first: await typical(() => settlementLines("test", settlementId, {})),
      deepest: await typical(() => settlementLines("test", settlementId, {}, deep)),
    };
  },
};

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);
const result = await work[what]?.();
clearInterval(watch);
await closeDatabase();
console.log(JSON.stringify({ ...result, peak: Math.max(peak, process.memoryUsage.rss()) / 1e6 }));

async function timed(act: () => Promise<unknown>) {
  const began = performance.now();
  await act();
  return { seconds: (performance.now() - began) / 1_000 };
}

/** The median of some, in milliseconds. */
async function typical(act: () => Promise<unknown>, times = 31): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push((await timed(act)).seconds * 1_000);
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}
