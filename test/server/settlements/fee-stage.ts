import { sendJob } from "@/lib/server/jobs/queue";
import { Worker } from "@/lib/server/jobs/worker";
import { feeAudit } from "@/lib/server/settlements/fees/answer";
import { differingFees } from "@/lib/server/settlements/fees/differing";
import { auditFees } from "@/lib/server/settlements/fees/job";
import { loadReport } from "@/lib/server/settlements/load";

import type { TestEmulator } from "../harness/emulator";
import { type ReportRow, rowsOf } from "./fee-oracle";

/** What the emulator lets in. */
export const headers = { authorization: "Basic klarna_test_api_emulator" };

/** Klarna makes a settlement; its report is loaded, changed where the test says so, and its fees are looked at. Answers the report. */
export async function settle(
  emulator: TestEmulator,
  id: string,
  order: Readonly<Record<string, unknown>> = {},
  change: (report: string) => string = (report) => report,
) {
  await emulator.order("/settlements", { settlement_id: id, rows: 400, announce: false, ...order });
  const report = change(await (await fetch(`${emulator.url}/v2/settlement/settlements/${id}/csv`, { headers })).text());
  await load(report);
  await look();
  return report;
}

/** Loads a report as one that somebody brought. */
export async function load(report: string | Buffer, replaces = false) {
  async function* whole() {
    yield Buffer.from(report);
  }
  await loadReport(whole(), { environment: "test", source: "imported", replaces });
}

/** The desk's worker looks at the fees that are due. */
export async function look() {
  await sendJob(auditFees, { data: {} });
  const worker = new Worker([auditFees]);
  await worker.look();
  await worker.settled();
  await worker.stop();
}

/** How many fees were found to be what. */
export const rowsBy = async (id: string) => Object.fromEntries((await feeAudit("test", id)).reasons.map(({ reason, rows }) => [reason, rows]));
/** The fees that differ. */
export const differing = async (id: string, account?: string) => (await differingFees("test", id, account)).lines;

/** Changes one cell of each row that fits. */
export const changing = (column: string, to: string, fits: (row: ReportRow) => boolean) => (report: string) => {
  const names =
    report
      .split("\n")
      .find((line) => line.startsWith("type,"))
      ?.split(",") ?? [];
  const at = names.indexOf(column);
  const lines = new Set(
    rowsOf(report)
      .filter(fits)
      .map(({ line }) => Number(line)),
  );
  return report
    .split("\n")
    .map((text, place) => (lines.has(place + 1) ? text.split(",").with(at, to).join(",") : text))
    .join("\n");
};
/** Whether a row is a fee that plans price. */
export const isFee = ({ detailed_type }: ReportRow) => detailed_type === "PAYMENT_FIXED_FEE" || detailed_type === "PAYMENT_VARIABLE_FEE";
/** Whether a row names its pricing. */
export const isPriced = (row: ReportRow) => isFee(row) || row.type === "SALE";
