import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import type { PayoutSync } from "@/lib/desk/payout";
import { ProblemError } from "@/lib/klarna/problem";

import { Worker } from "../jobs/worker";
import { listConnections } from "./connections/connections";
import { writeStreams } from "./export/write";
import { syncPayouts } from "./sync/job";
import { findSync, openSync } from "./sync/standing";
import { startSync } from "./sync/start";

const usage = `Reads a connection's payouts and writes them as two streams, payouts and transactions, for other programs.
  npm run sync                                                                the connections there are
  npm run sync -- --connection NAME --incremental --out DIR --format jsonl    what changed since the last time in DIR
  npm run sync -- --connection NAME --full --out DIR --format csv             everything
Each payout that changed comes with all of its lines, and may come again: replace what you have under its payment_reference; one that is gone has none.
Lines that are in no payout yet come all of them each time: replace what you have without a payment_reference. Lines are told apart by line_key.`;

const options = {
  connection: { type: "string" },
  full: { type: "boolean" },
  incremental: { type: "boolean" },
  out: { type: "string" },
  format: { type: "string" },
} as const;

/** Where the command speaks: what it found, and why it didn't. */
type Said = Pick<Console, "log" | "error">;

/**
 * `npm run sync`: reads a connection's payouts to the end and writes them as files. Answers the exit code: 0, 1 where nothing was written, 2 where it was and
 * something in it disagrees.
 */
export async function syncCommand(args: readonly string[], said: Said): Promise<number> {
  try {
    return await run(parseArgs({ args: [...args], options }).values, said);
  } catch (error) {
    if (!(error instanceof ProblemError) && (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS") !== true) throw error;
    said.error((error as Error).message);
    return 1;
  }
}

type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

async function run({ connection: wanted, full = false, incremental = false, out, format = "jsonl" }: Options, said: Said): Promise<number> {
  const all = await listConnections();
  const found = all.filter(({ id, name }) => id === wanted || name === wanted);
  if (wanted === undefined || out === undefined || full === incremental || (format !== "jsonl" && format !== "csv")) {
    said.log(
      `${usage}\n\n${all.map(({ id, environment, name }) => `${id}  ${environment.toUpperCase()}  ${name}`).join("\n") || "There is no connection yet: an admin adds one at the desk."}`,
    );
    return wanted === undefined && out === undefined ? 0 : 1;
  }
  const [connection, another] = found;
  if (!connection || another) {
    said.error(another ? `Several connections are called ${wanted}: name one by its id.` : `There is no connection called ${wanted}.`);
    return 1;
  }
  const { state, code, faults, calls } = await read(connection.id, full ? "full" : "incremental", said);
  if (state !== "done") {
    said.error(`It wasn't read to its end: ${code ?? state}.${state === "paused" ? " Somebody has to go on with it at the desk, or give it up." : ""}`);
    return 1;
  }
  for (const { code: fault, about } of faults) said.error(`${fault}: ${about}`);
  const written = await writeStreams({ connection: connection.id, folder: out, format, everything: full });
  said.log(`${written.payouts} payouts and ${written.transactions} transactions in ${out}, after ${calls} calls to Klarna.`);
  return faults.length > 0 ? 2 : 0;
}

/**
 * Reads what was asked for, to its end. A reading that is open is gone on with where it reads as much; where it reads less, it is seen to its end first. Answers how
 * the last one stands.
 */
async function read(connection: string, kind: "full" | "incremental", said: Said): Promise<PayoutSync> {
  for (;;) {
    const open = await openSync(connection);
    if (open === undefined) {
      const begun = await startSync(connection, kind, undefined).catch(unlessOpen);
      if (begun) return readToItsEnd(begun.id);
      continue;
    }
    const { kind: opened, created_at } = await findSync(open);
    const asMuch = kind === "incremental" || opened !== "incremental";
    const which = `a reading of ${opened === "incremental" ? "what is new" : "everything"} that was begun at ${created_at.slice(0, 16).replace("T", " ")} UTC`;
    said.error(asMuch ? `Goes on with ${which}.` : `Waits for ${which}, then reads everything.`);
    const standing = await readToItsEnd(open);
    if (asMuch || (standing.finished_at === null && standing.state !== "cancelled")) return standing;
  }
}

/** Between looking for an open one and beginning this one, another was begun. */
function unlessOpen(error: unknown): undefined {
  if (!(error instanceof ProblemError) || error.problem.code !== "SYNC_OPEN") throw error;
}

/** Works at it in this process, or waits for the one that does. */
async function readToItsEnd(id: string): Promise<PayoutSync> {
  const worker = new Worker([syncPayouts]);
  try {
    for (;;) {
      await worker.look();
      await worker.settled();
      const standing = await findSync(id);
      if (standing.state !== "waiting" && standing.state !== "running") return standing;
      await sleep(1_000);
    }
  } finally {
    await worker.stop();
  }
}
