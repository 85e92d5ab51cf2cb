import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from, to } from "pg-copy-streams";

import { closeDatabase, query } from "@/lib/server/db/client";
import { closeBoss } from "@/lib/server/jobs/boss";
import { Worker } from "@/lib/server/jobs/worker";
import { leaveLanes } from "@/lib/server/klarna/lanes";
import { addConnection } from "@/lib/server/payouts/connections/connections";
import { syncPayouts } from "@/lib/server/payouts/sync/job";
import { findSync, openSync } from "@/lib/server/payouts/sync/standing";
import { startSync } from "@/lib/server/payouts/sync/start";

const connection = { environment: "test", region: "eu", name: "bench", start_date: "2024-01-01", api_key: "klarna_test_api_emulator_payouts_eu" } as const;
const { id } = await addConnection(connection, undefined);
const full = await timed((await openSync(id)) ?? "");
const [proofs] = await query<{ proved: number }>(
  "SELECT count(*)::int AS proved FROM payouts WHERE proof->>'equation' = 'closes' AND proof->>'lines' = 'agree'",
);
const incremental = await timed((await startSync(id, "incremental", undefined)).id);
process.stdout.write(`${JSON.stringify({ full: { ...full, proved: proofs?.proved }, incremental, copySeconds: await bareCopy() })}\n`);
leaveLanes();
await closeBoss();
await closeDatabase();

async function timed(sync: string) {
  const worker = new Worker([syncPayouts]);
  const began = performance.now();
  await worker.look();
  await worker.settled();
  const seconds = (performance.now() - began) / 1_000;
  await worker.stop();
  const { state, calls, lines } = await findSync(sync);
  if (state !== "done") throw new Error(`It is ${state}.`);
  return { seconds, calls, lines };
}

/** The same lines into a table without keys or indexes, by one COPY. */
async function bareCopy(): Promise<number> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(to("COPY payout_lines TO STDOUT"))) chunks.push(chunk as Buffer);
  await client.query("CREATE TABLE bare AS SELECT * FROM payout_lines WITH NO DATA");
  const began = performance.now();
  await pipeline(Readable.from(chunks), client.query(from("COPY bare FROM STDIN")));
  const seconds = (performance.now() - began) / 1_000;
  await client.end();
  return seconds;
}
