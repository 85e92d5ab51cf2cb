import "server-only";
import type { Readable } from "node:stream";

import type { Environment } from "@/lib/klarna/environment";
import { settlements } from "@/lib/klarna/operations/settlements";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { env } from "../env";
import type { Job, Run } from "../jobs/job";
import { sendJob } from "../jobs/queue";
import { passes } from "../jobs/readers";
import { connected } from "../klarna/settings";
import { read } from "../operations/read";
import { auditFees } from "./fees/job";
import { LoadEnded, loadReport } from "./load";
import { noteRefusal } from "./ready";
import { ReportFault } from "./report/fault";

/** After so many failures nobody waits any more: somebody has to ask for it again. */
const mostTries = 8;

/** Reads the reports that are wanted from Klarna, one after the other. What a webhook announces, and what somebody asks for, is wanted. */
export const loadSettlements: Job = {
  name: "settlements",
  title: "Loads settlement reports",
  schedule: "* * * * *",
  scheduledInWords: "Every minute, and when one is announced",
  retries: 3,
  run: async (_, run) => {
    while (run.holds()) {
      const wanted = await next();
      if (!wanted) return undefined;
      await loadOne(wanted, run);
    }
    return "later";
  },
};

interface Wanted {
  readonly environment: Environment;
  readonly settlementId: string;
  readonly tries: number;
  readonly replaces: boolean;
  /** By the database's clock, as text: a later wish for the same report isn't ended with this one. */
  readonly wantedAt: string;
}

async function next(): Promise<Wanted | undefined> {
  const [wanted] = await query<Wanted>(
    `SELECT environment, settlement_id AS "settlementId", tries, replaces, wanted_at::text AS "wantedAt" FROM settlements
     WHERE wanted_at <= now() AND environment = ANY($1::text[]) ORDER BY wanted_at LIMIT 1`,
    [connected()],
  );
  return wanted;
}

/** Never throws for what is wrong with one report: the next waits for its turn. */
async function loadOne(wanted: Wanted, run: Run): Promise<void> {
  const { environment, settlementId, replaces } = wanted;
  const params = { settlement_id: settlementId };
  let stream: Readable | undefined;
  try {
    // First what Klarna says of it: the list shows that while the report is on its way.
    await read({ environment, operation: settlements.get, params }, "background");
    stream = (await read({ environment, operation: settlements.csv, params }, "background")).stream;
    if (!stream) throw new ReportFault(1, null, "Klarna answered with something else than a CSV");
    await loadReport(brokenOffAsProblem(stream), { environment, settlementId, source: "announced", replaces, holds: run.holds });
    await settle(wanted);
    await sendJob(auditFees, { data: {} });
  } catch (error) {
    stream?.destroy();
    if (error instanceof LoadEnded) return;
    if (error instanceof ReportFault) return settle(wanted);
    if (!(error instanceof ProblemError)) throw error;
    const final = !passes(error) || wanted.tries + 1 >= mostTries;
    await noteRefusal(wanted, { code: error.problem.code, line: null, column: null, reason: error.problem.message.replace(/\.$/, "") });
    await (final ? settle(wanted) : later(wanted));
  }
}

/** A report that breaks off on its way isn't a bad report. */
async function* brokenOffAsProblem(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new ProblemError({ status: 504, code: "REPORT_BROKE_OFF", message: "Klarna's answer broke off before the report was whole." }, { cause: error });
  }
}

async function settle({ environment, settlementId, wantedAt }: Wanted): Promise<void> {
  await query(`UPDATE settlements SET wanted_at = NULL, tries = 0, replaces = false ${thisWish}`, [environment, settlementId, wantedAt]);
}

async function later({ environment, settlementId, wantedAt, tries }: Wanted): Promise<void> {
  const seconds = 15 * 2 ** tries * env().DESK_TIME_SCALE;
  await query(`UPDATE settlements SET tries = tries + 1, wanted_at = now() + make_interval(secs => $4::float8) ${thisWish}`, [
    environment,
    settlementId,
    wantedAt,
    seconds,
  ]);
}

const thisWish = "WHERE environment = $1 AND settlement_id = $2 AND wanted_at = $3::timestamptz";
