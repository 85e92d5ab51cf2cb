import "server-only";
import { Readable } from "node:stream";
import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { payoutReports } from "@/lib/klarna/payouts-api/reports";
import { checked } from "@/lib/klarna/text";

import { appendAudit } from "../audit";
import type { Actor } from "../operations/record";
import { streamPayouts } from "./api/read";
import { connectionOfPayout, openConnection } from "./connections/access";

const formats = ["csv", "pdf"] as const;
const day = checked((value) =>
  /^2\d{3}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) ? undefined : "Write a day as YYYY-MM-DD",
);

export const reportInput = z.strictObject({
  environment: z.enum(environments),
  payment_reference: checked((value) => checkPathParam("payment_reference", value)),
  format: z.enum(formats),
});
export const periodReportInput = z.strictObject({ connection: z.uuid(), from: day, to: day, format: z.enum(formats) }).refine(({ from, to }) => from <= to, {
  error: "The end lies before the start",
  path: ["to"],
});

/** Klarna's own paper of a payout, handed on as it comes; who took it stands in the audit log before the first byte leaves. */
export async function downloadReport({ environment, payment_reference, format }: z.output<typeof reportInput>, by: Actor): Promise<Response> {
  const { access } = await connectionOfPayout(environment, payment_reference);
  await appendAudit({ kind: "payout-downloaded", by, environment, detail: { payment_reference, format } });
  const stream = await streamPayouts(access, payoutReports[format], { params: {}, query: { payment_reference }, priority: "interactive" });
  return paper(stream, format, `settlement.${payment_reference}`);
}

/** The same of all payouts of some days, both included, of one connection. */
export async function downloadPeriod({ connection, from, to, format }: z.output<typeof periodReportInput>, by: Actor): Promise<Response> {
  const { access } = await openConnection(connection);
  await appendAudit({ kind: "payout-downloaded", by, environment: access.environment, detail: { connection, from, to, format } });
  const query = { start_date: `${from}T00:00:00Z`, end_date: `${to}T23:59:59Z` };
  const operation = format === "csv" ? payoutReports.periodCsv : payoutReports.periodPdf;
  return paper(await streamPayouts(access, operation, { params: {}, query, priority: "interactive" }), format, `settlements.${from}.${to}`);
}

function paper(stream: Readable, format: (typeof formats)[number], name: string): Response {
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/pdf",
      // A reference is Klarna's, and could hold anything.
      "content-disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}.${format}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
